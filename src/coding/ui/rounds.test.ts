import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { cursorInTurn, describeInBrowser } from '../../../test/browser.ts'
import { joinWorkspace, openWorkspace } from '../../../test/members.ts'
import { checkAxe, shoot } from '../../../test/screenshots.ts'
import { bringTalk, openStudy } from '../../../test/spoken-study.ts'
import { createCode } from '../index.ts'
import da from './messages/da.json' with { type: 'json' }
import en from './messages/en.json' with { type: 'json' }

const talk = `Interviewer: When did you last switch bank?
Mette: The app was slow and nobody answered.
Bo: I have never switched. It is too much trouble for me.`

describeInBrowser('a double coding of two members', (house) => {
  /** Marks the whole turn so many below the first. */
  async function mark(page: Page, turn: number, code: string): Promise<void> {
    await cursorInTurn(page)
    for (let at = 0; at < turn; at++) await page.keyboard.press('j')
    await page.keyboard.press('a')
    await page.keyboard.press('c')
    await page.keyboard.type(code)
    await page.getByRole('option', { name: code }).first().waitFor()
    await page.keyboard.press('Enter')
    await page.locator('li[data-utterance]').getByText(code).first().waitFor()
  }

  test.each([
    ['en-GB', en],
    ['da-DK', da],
  ])(
    'in %s neither sees what the other marks until both have finished; then they settle it, and it becomes the study’s',
    async (locale, words) => {
      const ann = await openWorkspace(house.app)
      const ben = await joinWorkspace(house.app, { workspaceId: ann.workspaceId, role: 'researcher' })
      const { studyId } = await openStudy(house.app, ann)
      const { interviewId } = await bringTalk(house.app, ann, { studyId, talk, title: 'Mette and Bo' })
      for (const name of ['Waiting', 'Effort'])
        await createCode(house.app, {
          workspaceId: ann.workspaceId,
          actor: ann.actor,
          studyId: null,
          code: { name, description: '', colour: 'green' },
        })
      const { context, page } = await house.openAs(ann, { locale })
      const other = await house.openAs(ben, { locale })
      await page.goto(`${house.url}/w/${ann.workspaceId}/double-coding`)
      await page.getByRole('button', { name: words['coding.rounds.begin'] }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel(words['coding.round.name']).fill('First look')
      for (const { name } of [ann, ben]) await dialog.getByText(name, { exact: true }).click()
      await dialog.getByText(words['coding.round.chosen']).click()
      await dialog.getByText('Mette and Bo').click()
      expect(await checkAxe(page)).toEqual([])
      await dialog.getByRole('button', { name: words['coding.rounds.begin'] }).click()
      await page.getByRole('heading', { level: 1, name: 'First look' }).waitFor()
      await page.getByText(words['coding.round.yours'], { exact: true }).waitFor()
      await shoot(page, `round-open-${locale}`)
      const round = page.url()

      for (const one of [page, other.page]) {
        await one.goto(`${house.url}/w/${ann.workspaceId}/interviews/${interviewId}`)
        await one.getByText('nobody answered').waitFor()
      }
      await mark(page, 1, 'Waiting')
      await mark(other.page, 1, 'Waiting')
      await mark(other.page, 1, 'Effort')
      await page.reload()
      await page.locator('li[data-utterance]').getByText('Waiting').first().waitFor()
      expect(await page.locator('li[data-utterance]').getByText('Effort').count()).toBe(0)
      await shoot(page, `round-reader-${locale}`)
      expect(await checkAxe(page)).toEqual([])

      await page.goto(round)
      await page.getByRole('button', { name: words['coding.round.finish'] }).click()
      await page.getByText(words['coding.round.waiting'], { exact: true }).waitFor()
      await other.page.goto(round)
      await other.page.getByRole('button', { name: words['coding.round.finish'] }).click()
      // Both see it at once, neither loads the page again.
      for (const one of [page, other.page]) await one.getByRole('row', { name: /Effort/u }).waitFor()
      await shoot(page, `round-agreement-${locale}`)
      expect(await checkAxe(page)).toEqual([])

      await page.getByRole('tab', { name: words['coding.round.disagreements'] }).click()
      const one = page.getByRole('article')
      await one.getByText(words['coding.settle.no.code']).waitFor()
      await shoot(page, `round-settle-${locale}`)
      expect(await checkAxe(page)).toEqual([])
      await one.getByLabel(words['coding.settle.note']).fill('As the definition says')
      await one.getByRole('button', { name: words['coding.settle.keep.all'] }).click()
      await one.getByText('As the definition says').waitFor()
      await page.getByRole('button', { name: words['coding.undo'], exact: true }).click()
      await one.getByRole('button', { name: words['coding.settle.keep.all'] }).waitFor()
      await page.reload()
      await page.getByRole('button', { name: words['coding.redo'], exact: true }).click()
      await one.getByText('As the definition says').waitFor()
      await page.getByRole('button', { name: words['coding.settle.adopt'], exact: true }).click()
      await page.getByText(words['coding.round.state.settled'], { exact: true }).waitFor()
      await page.setViewportSize({ width: 390, height: 844 })
      await shoot(page, `round-settled-${locale}`)
      expect(await checkAxe(page)).toEqual([])

      await other.page.goto(`${house.url}/w/${ann.workspaceId}/interviews/${interviewId}`)
      for (const name of ['Waiting', 'Effort'])
        await other.page.locator('li[data-utterance]').getByText(name).first().waitFor()
      await context.close()
      await other.context.close()
    },
    300_000,
  )
})
