import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cursorInTurn, describeInBrowser } from '../../../test/browser.ts'
import { openWorkspace, type TestMember } from '../../../test/members.ts'
import { checkAxe, shoot } from '../../../test/screenshots.ts'
import { bringTalk, openStudy, passageOf } from '../../../test/spoken-study.ts'
import type { InterviewText } from '../../conversations/index.ts'
import { markPassages } from '../highlights.ts'
import da from './messages/da.json' with { type: 'json' }
import en from './messages/en.json' with { type: 'json' }

const talk = `Interviewer: When did you last switch bank?
Mette (00:00:12): In spring. The app was slow and nobody answered. And what did you do then? I called three times.
Bo (00:01:05): I have never switched.
Mette (00:02:10): So I went to another one.`

describeInBrowser('turns in a browser', (house) => {
  let ann: TestMember
  beforeAll(async () => {
    ann = await openWorkspace(house.app)
  }, 180_000)
  describe.each([
    ['en-GB', en],
    ['da-DK', da],
  ])('in %s', (locale, words) => {
    let context: BrowserContext | undefined
    let page: Page
    let interview: InterviewText
    const complaints: string[] = []
    beforeAll(async () => {
      const { workspaceId, actor } = ann
      const { studyId } = await openStudy(house.app, ann, { title: locale })
      interview = await bringTalk(house.app, ann, { studyId, talk, title: `Switching, ${locale}` })
      const { interviewId } = interview
      const passages = [passageOf(interview, 'answered. And what')]
      const newCode = { name: `Service ${locale}`, description: '', colour: 'teal' as const }
      await markPassages(house.app, { workspaceId, actor, interviewId, passages, codeIds: [], newCode })
      const opened = await house.openAs(ann, { locale })
      context = opened.context
      page = opened.page
      page.on('pageerror', (error) => complaints.push(String(error)))
      await page.goto(`${house.url}/w/${workspaceId}/interviews/${interviewId}`)
      await cursorInTurn(page)
    }, 60_000)
    afterAll(() => context?.close())

    const turns = () => page.locator('li[data-utterance] [data-words]').allTextContents()
    const speakers = () =>
      page.locator('li[data-utterance] > div > p:first-child > span:first-child').allTextContents()
    const marked = async () =>
      (await page.locator('[data-highlight]').allTextContents()).map((piece) => piece.trim())

    test('what can not be done in a turn is not offered, and a key for it says what is missing', async () => {
      const merge = page.getByRole('button', { name: words['coding.turns.merge'] })
      await page.getByRole('button', { name: words['coding.turns.who'], exact: true }).waitFor()
      expect(await merge.count()).toBe(0)
      for (const [key, said] of [
        ['m', words['coding.turns.merge.first']],
        ['h', words['coding.passage.hint']],
        ['Delete', words['coding.open.hint']],
        ['9', words['coding.recent.hint']],
      ] as const) {
        await page.keyboard.press(key)
        await page.getByRole('status').filter({ hasText: said }).first().waitFor()
      }
      await page.keyboard.press('v')
      await expect.poll(() => page.getByText(words['coding.pick.hint']).count()).toBeGreaterThan(1)
      await page.keyboard.press('j')
      await merge.waitFor()
      await page.keyboard.press('k')
      await merge.waitFor({ state: 'detached' })
    }, 60_000)

    test('by keyboard: select a word, split before it, say who goes on; the cursor stays in its turn', async () => {
      await page.keyboard.press('j')
      for (let word = 0; word < 10; word++) await page.keyboard.press('ArrowRight')
      await page.keyboard.press('s')
      const dialog = page.getByRole('dialog', { name: words['coding.turns.split.title'] })
      await dialog.getByText('And what did you do then?').waitFor()
      await dialog.locator('input:focus').waitFor({ state: 'attached' })
      await page.keyboard.press('ArrowUp')
      await page.keyboard.press('ArrowUp')
      await shoot(page, `split-${locale}`)
      expect(await checkAxe(page)).toEqual([])
      await page.keyboard.press('Enter')
      await expect.poll(turns).toHaveLength(5)
      expect((await turns())[2]).toBe('And what did you do then? I called three times.')
      const [first] = await speakers()
      expect((await speakers())[2]).toBe(first)
      await expect.poll(marked).toEqual(['answered.', 'And what'])
      await dialog.waitFor({ state: 'detached' })
      await expect
        .poll(() => page.evaluate('document.activeElement.dataset.utterance'))
        .toBe(interview.utterances[1]?.utteranceId)
    }, 60_000)

    test('in the text itself: split at the cursor while correcting', async () => {
      await page.keyboard.press('j')
      await page.keyboard.press('e')
      const box = page.getByRole('textbox', { name: words['coding.correct.words'] })
      const at = (await box.inputValue()).indexOf('I called')
      await box.evaluate((field: HTMLTextAreaElement, place) => field.setSelectionRange(place, place), at)
      await page.getByRole('button', { name: words['coding.turns.split'] }).click()
      const dialog = page.getByRole('dialog', { name: words['coding.turns.split.title'] })
      const mette = (await speakers())[1] ?? ''
      await dialog.getByText(mette, { exact: true }).click()
      await dialog.getByRole('button', { name: words['coding.turns.split.send'] }).click()
      await expect.poll(turns).toHaveLength(6)
      expect((await speakers())[3]).toBe(mette)
      await dialog.waitFor({ state: 'detached' })
      await cursorInTurn(page)
    }, 60_000)

    test('a turn is merged with the one before, and what was done is undone after a reload', async () => {
      await page.locator('li[data-utterance]').nth(3).focus()
      await page.keyboard.press('m')
      await expect.poll(turns).toHaveLength(5)
      expect((await turns())[2]).toBe('And what did you do then? I called three times.')
      await page.reload()
      await cursorInTurn(page)
      for (const left of [6, 5, 4]) {
        await page.keyboard.press('u')
        await expect.poll(turns).toHaveLength(left)
      }
      expect(await turns()).toEqual(interview.utterances.map(({ text }) => text))
      await expect.poll(marked).toEqual(['answered. And what'])
    }, 60_000)

    test('who said it: this turn, or all of a speaker', async () => {
      const [, mette, bo] = await speakers()
      await page.locator('li[data-utterance]').nth(2).focus()
      await page.keyboard.press('w')
      const dialog = page.getByRole('dialog', { name: words['coding.turns.who.title'] })
      await dialog.getByText(mette ?? '', { exact: true }).click()
      await page.keyboard.press('Enter')
      await expect.poll(async () => (await speakers())[2]).toBe(mette)
      await dialog.waitFor({ state: 'detached' })
      await cursorInTurn(page)
      await page.keyboard.press('w')
      await dialog.getByText(words['coding.turns.who.other']).click()
      await dialog.getByRole('textbox', { name: words['coding.turns.who.name'] }).fill('A friend')
      await dialog
        .getByText(mette ?? '-')
        .last()
        .click()
      expect(await checkAxe(page)).toEqual([])
      await page.keyboard.press('Enter')
      await expect.poll(speakers).toEqual([expect.any(String), 'A friend', 'A friend', 'A friend'])
      await dialog.waitFor({ state: 'detached' })
      await cursorInTurn(page)
      await page.keyboard.press('u')
      await expect.poll(async () => (await speakers())[2]).toBe(mette)
      await page.keyboard.press('u')
      await expect.poll(async () => (await speakers())[2]).toBe(bo)
    }, 60_000)

    test('who asks is renamed, and who says nothing any more is taken out; on a phone too', async () => {
      await page.getByRole('button', { name: words['coding.speakers'], exact: true }).click()
      const dialog = page.getByRole('dialog', { name: words['coding.speakers.title'] })
      const name = words['coding.speakers.rename'].replace('{name}', 'Interviewer')
      await dialog.getByRole('textbox', { name }).fill('Signe')
      await dialog
        .getByRole('button', { name: locale === 'en-GB' ? 'Save' : 'Gem' })
        .first()
        .click()
      await expect.poll(async () => (await speakers())[0]).toBe('Signe')
      await page.setViewportSize({ width: 390, height: 800 })
      await shoot(page, `speakers-${locale}`)
      expect(await checkAxe(page)).toEqual([])
      await dialog
        .getByRole('button', { name: words['coding.speakers.remove'].replace('{name}', 'A friend') })
        .click()
      await expect.poll(() => dialog.getByText('A friend').count()).toBe(0)
      expect(complaints).toEqual([])
    }, 60_000)
  })
})
