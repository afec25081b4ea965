import { expect, test } from 'vitest'
import { describeInBrowser } from '../../../test/browser.ts'
import { openWorkspace } from '../../../test/members.ts'
import { checkAxe, shoot } from '../../../test/screenshots.ts'
import { openStudy } from '../../../test/spoken-study.ts'
import { listCodebooks } from '../codebooks/codebooks.ts'
import { createCode } from '../index.ts'
import da from './messages/da.json' with { type: 'json' }
import en from './messages/en.json' with { type: 'json' }

describeInBrowser('several codebooks in a browser', (house) => {
  test.each([
    ['en-GB', en],
    ['da-DK', da],
  ])(
    'in %s codes are ordered by keys and by dragging, copied to a named codebook, expected from the hypothesis, and all is redone after a reload',
    async (locale, words) => {
      const ann = await openWorkspace(house.app)
      await openStudy(house.app, ann, { title: 'Switching' })
      for (const name of ['Answering', 'Service', 'Waiting'])
        await createCode(house.app, {
          workspaceId: ann.workspaceId,
          actor: ann.actor,
          studyId: null,
          code: { name, description: '', colour: 'green' },
        })
      const { context, page } = await house.openAs(ann, { locale })
      await page.goto(`${house.url}/w/${ann.workspaceId}/codes`)
      const handle = (name: string) =>
        page.getByRole('button', { name: words['coding.order.handle'].replace('{name}', name) })
      const order = (wanted: readonly string[]) =>
        expect
          .poll(async () => (await page.getByRole('row').getByRole('link').allTextContents()).join(' '), {
            timeout: 30_000,
          })
          .toBe(wanted.join(' '))
      await handle('Waiting').focus()
      await page.keyboard.press('ArrowUp')
      await order(['Answering', 'Waiting', 'Service'])
      // The cursor stays on what was moved.
      await expect
        .poll(() => handle('Waiting').evaluate((node) => node === document.activeElement))
        .toBe(true)
      await page.keyboard.press('ArrowRight')
      await page
        .getByRole('button', { name: words['coding.codes.close'].replace('{name}', 'Answering') })
        .waitFor()
      await page.getByRole('button', { name: words['coding.undo'], exact: true }).click()
      await order(['Answering', 'Waiting', 'Service'])
      await page.reload()
      await page.getByRole('button', { name: words['coding.redo'], exact: true }).click()
      await page
        .getByRole('button', { name: words['coding.codes.close'].replace('{name}', 'Answering') })
        .waitFor()
      await handle('Service').dragTo(page.getByRole('link', { name: 'Answering' }), {
        targetPosition: { x: 5, y: 1 },
      })
      await order(['Service', 'Answering', 'Waiting'])
      expect(await checkAxe(page)).toEqual([])

      await page.getByRole('button', { name: words['coding.books.new'] }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel(words['coding.books.name']).fill('Brand')
      await dialog.getByText('Switching').click()
      await shoot(page, `codebook-new-${locale}`)
      await dialog.getByRole('button', { name: locale === 'en-GB' ? 'Save' : 'Gem', exact: true }).click()
      await page.getByText(words['coding.books.used'].replace('{studies}', 'Switching')).waitFor()

      await page.getByRole('button', { name: words['coding.expected'], exact: true }).click()
      await dialog.getByRole('combobox').fill('Switching')
      await page.getByRole('option', { name: 'Switching' }).click()
      await dialog.getByText('They leave after bad service').click()
      await dialog.getByLabel(words['coding.code.name']).fill('Bad service')
      expect(await checkAxe(page)).toEqual([])
      await dialog.getByRole('button', { name: /1/u }).click()
      await page.getByRole('link', { name: 'Bad service' }).waitFor()
      await order(['Bad service'])
      await shoot(page, `codebooks-${locale}`)
      await page.setViewportSize({ width: 390, height: 844 })
      expect(await checkAxe(page)).toEqual([])

      const remove = page.getByRole('button', { name: words['coding.books.remove'], exact: true })
      await remove.click()
      await dialog.getByText(words['coding.books.remove.move.hint']).waitFor()
      expect(await checkAxe(page)).toEqual([])
      await shoot(page, `codebook-remove-${locale}`)
      await dialog.getByRole('button', { name: words['coding.books.remove'], exact: true }).click()
      await page.getByText(words['coding.books.removed'].replace('{name}', 'Brand')).waitFor()
      await page.getByRole('link', { name: 'Waiting' }).waitFor()
      await page.getByRole('link', { name: 'Bad service' }).waitFor()
      expect(await remove.count()).toBe(0)
      expect(await listCodebooks(house.app.pg, ann.workspaceId)).toEqual([])
      // Both the bar and the notice of what was done offer it.
      await page
        .getByRole('main')
        .getByRole('button', { name: words['coding.undo'], exact: true })
        .first()
        .click()
      await expect
        .poll(async () => (await listCodebooks(house.app.pg, ann.workspaceId)).map(({ name }) => name))
        .toEqual(['Brand'])
      await context.close()
    },
    240_000,
  )
})
