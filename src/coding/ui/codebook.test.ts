import { beforeAll, describe, expect, test } from 'vitest'
import { cursorInTurn, describeInBrowser } from '../../../test/browser.ts'
import { joinWorkspace, openWorkspace, type TestMember } from '../../../test/members.ts'
import { checkAxe, shoot } from '../../../test/screenshots.ts'
import { bringTalk, openStudy } from '../../../test/spoken-study.ts'
import { createCode } from '../index.ts'
import da from './messages/da.json' with { type: 'json' }
import en from './messages/en.json' with { type: 'json' }

const talk = `Interviewer: When did you last switch bank?
Mette (00:00:12): In spring. The app was slow and nobody answered.
Bo (00:01:05): I have never switched. It is too much trouble for me.`

const pause = 60_000

describeInBrowser('a codebook of two members', (house) => {
  describe.each([
    ['en-GB', en],
    ['da-DK', da],
  ])('in %s', (locale, words) => {
    let ann: TestMember
    let ben: TestMember
    beforeAll(async () => {
      ann = await openWorkspace(house.app)
      ben = await joinWorkspace(house.app, { workspaceId: ann.workspaceId, role: 'researcher' })
    }, pause)

    test('both mark the same words at once, neither loads the page again, and each sees all of it', async () => {
      const { studyId } = await openStudy(house.app, ann)
      const { interviewId } = await bringTalk(house.app, ann, { studyId, talk })
      const both = [await house.openAs(ann, { locale }), await house.openAs(ben, { locale })] as const
      for (const { page } of both) {
        await page.goto(`${house.url}/w/${ann.workspaceId}/interviews/${interviewId}`)
        await cursorInTurn(page)
      }
      const names = await Promise.all(
        both.map(async ({ page }, who) => {
          await page.keyboard.press('j')
          const given: string[] = []
          for (const place of [1, 2, 3]) {
            const name = `Code ${who} ${place}`
            for (let word = 0; word < place; word++) await page.keyboard.press('ArrowRight')
            await page.keyboard.press('c')
            await page.keyboard.type(name)
            await page.keyboard.press('Enter')
            await page.locator('li[data-utterance]').getByText(name).first().waitFor()
            await cursorInTurn(page)
            given.push(name)
          }
          return given
        }),
      )
      for (const { page } of both)
        for (const name of names.flat())
          await page.locator('li[data-utterance]').getByText(name).first().waitFor()
      const [{ page }, other] = both
      await page.keyboard.press('j')
      await page.keyboard.press('a')
      await page.keyboard.press('v')
      const said = 'I have never switched. It is too much trouble for me'
      await other.page.locator('li[data-utterance] button', { hasText: said }).waitFor()
      await shoot(page, `live-${locale}`)
      for (const { context } of both) await context.close()
    }, 300_000)

    test('codes are moved together by keyboard, folded and found, and each tells its history', async () => {
      const add = (name: string) =>
        createCode(house.app, {
          workspaceId: ann.workspaceId,
          actor: ann.actor,
          studyId: null,
          code: { name, description: '', colour: 'green' },
        })
      for (const name of ['Service', 'Waiting', 'Answering']) await add(name)
      const { context, page } = await house.openAs(ann, { locale })
      await page.goto(`${house.url}/w/${ann.workspaceId}/codes`)
      for (const name of ['Waiting', 'Answering']) {
        const box = page.getByRole('checkbox', { name: words['coding.codes.choose'].replace('{name}', name) })
        await box.focus()
        await page.keyboard.press('Space')
        await expect.poll(() => box.isChecked(), { timeout: pause }).toBe(true)
      }
      await page.getByRole('button', { name: words['coding.codes.move'], exact: true }).click()
      const place = page.getByRole('combobox', { name: words['coding.codes.move.under'] })
      const dialog = page.getByRole('dialog')
      await place.fill('Service')
      const option = page.getByRole('option', { name: 'Service' })
      await option.waitFor()
      await page.keyboard.press('ArrowDown')
      await expect.poll(() => option.getAttribute('data-focused'), { timeout: pause }).toBe('true')
      await page.keyboard.press('Enter')
      await dialog.waitFor({ state: 'detached' })
      await page.getByText(/2 codes have moved|2 koder er flyttet/).waitFor()
      const fold = words['coding.codes.close'].replace('{name}', 'Service')
      await page.getByRole('button', { name: fold }).waitFor()
      await shoot(page, `codebook-${locale}`)
      expect(await checkAxe(page)).toEqual([])
      await page.getByRole('button', { name: fold }).click()
      await page.getByRole('link', { name: 'Waiting' }).waitFor({ state: 'detached' })
      await page.getByRole('searchbox').fill('wait')
      await page.getByRole('link', { name: 'Waiting' }).click()
      await page.getByText(words['coding.history.moved'].replace('{who}', 'Owner')).waitFor()
      await shoot(page, `code-history-${locale}`)
      expect(await checkAxe(page)).toEqual([])
      await context.close()
    }, 300_000)
  })

  test('the same name is added under another code, chosen by its place, and shown with it', async () => {
    const ann = await openWorkspace(house.app)
    const { workspaceId, actor } = ann
    const { studyId } = await openStudy(house.app, ann)
    const { interviewId } = await bringTalk(house.app, ann, { studyId, talk })
    const code = (name: string) => ({ name, description: '', colour: 'green' as const })
    const bank = await createCode(house.app, { workspaceId, actor, studyId: null, code: code('Bank') })
    const atBank = { ...code('Price'), parentId: bank.codeId }
    await createCode(house.app, { workspaceId, actor, studyId: null, code: atBank })
    await createCode(house.app, { workspaceId, actor, studyId: null, code: code('Shop') })
    const { context, page } = await house.openAs(ann)
    await page.goto(`${house.url}/w/${workspaceId}/codes`)
    await page.getByRole('button', { name: en['coding.code.add'], exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: en['coding.code.name'] }).fill('Price')
    await dialog.getByRole('combobox', { name: en['coding.codes.move.under'] }).fill('Shop')
    await page.getByRole('option', { name: 'Shop' }).click()
    expect(await checkAxe(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('checkbox', { name: 'Shop › Price' }).waitFor()
    await page.goto(`${house.url}/w/${workspaceId}/interviews/${interviewId}`)
    await cursorInTurn(page)
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('c')
    await page.keyboard.type('price')
    await page.getByRole('option', { name: 'Bank' }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('option', { name: 'Shop' }).click()
    await page.locator('li[data-utterance]').getByText('Shop › Price').first().waitFor()
    expect(await page.locator('li[data-utterance]').getByText('Bank › Price').count()).toBe(0)
    await context.close()
  }, 300_000)

  test('whoever has gone on to another page before the answer came stays there, and is told', async () => {
    const ann = await openWorkspace(house.app)
    const { workspaceId, actor } = ann
    const code = (name: string) => ({ name, description: '', colour: 'green' as const })
    const add = (name: string) =>
      createCode(house.app, { workspaceId, actor, studyId: null, code: code(name) })
    const { codeId } = await add('Waiting')
    await add('Service')
    const { context, page } = await house.openAs(ann)
    await page.goto(`${house.url}/w/${workspaceId}/codes/${codeId}`)
    const left = Promise.withResolvers<void>()
    await page.route(/\/merge$/u, async (route) => {
      await left.promise
      await route.continue()
    })
    await page.getByRole('button', { name: en['coding.merge'], exact: true }).click()
    await page.getByRole('combobox', { name: en['coding.merge.into'] }).fill('Service')
    // The codes may still be on their way.
    await page.getByRole('option', { name: 'Service' }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByRole('link', { name: 'My mirror', exact: true }).click()
    await page.waitForURL(/\/mirror$/u)
    await page.getByRole('heading', { level: 1 }).waitFor()
    left.resolve()
    await page.getByText(en['coding.merged'].replace('{name}', 'Waiting')).waitFor()
    expect(new URL(page.url()).pathname).toBe(`/w/${workspaceId}/mirror`)
    await context.close()
  }, 60_000)
})
