import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cursorInTurn, describeInBrowser } from '../../../test/browser.ts'
import { joinWorkspace, openWorkspace, type TestMember } from '../../../test/members.ts'
import { checkAxe, shoot } from '../../../test/screenshots.ts'
import { bringTalk, openStudy } from '../../../test/spoken-study.ts'
import { correctUtterance, type InterviewText } from '../../conversations/index.ts'
import { joinUtterances } from '../turn-edits.ts'
import da from './messages/da.json' with { type: 'json' }
import en from './messages/en.json' with { type: 'json' }

const talk = `Interviewer: When did you last switch bank?
Mette (00:00:12): In spring. The app was slow and nobody answered. I called three times, and each time I was put through to somebody else who knew nothing about it.
Bo (00:01:05): I have never switched. It is too much trouble for me.
Mette (00:02:10): So I went to another one.`

describeInBrowser('marking in a browser', (house) => {
  let ann: TestMember
  beforeAll(async () => {
    ann = await openWorkspace(house.app)
  }, 180_000)
  describe.each([
    ['en-GB', en, en['coding.codes.title']],
    ['da-DK', da, da['coding.codes.title']],
  ])('in %s', (locale, words, codesTitle) => {
    let context: BrowserContext | undefined
    let page: Page
    let interview: InterviewText
    const complaints: string[] = []
    beforeAll(async () => {
      const { studyId } = await openStudy(house.app, ann, { title: locale })
      interview = await bringTalk(house.app, ann, { studyId, talk, title: `Switching, ${locale}` })
      const opened = await house.openAs(ann, { locale })
      context = opened.context
      page = opened.page
      page.on('pageerror', (error) => complaints.push(String(error)))
      await page.goto(`${house.url}/w/${ann.workspaceId}/interviews/${interview.interviewId}`)
      await cursorInTurn(page)
    }, 60_000)
    afterAll(() => context?.close())

    const marked = async () =>
      (await page.locator('[data-highlight]').allTextContents()).map((piece) => piece.trim())
    const margin = (name: string) =>
      page.locator('li[data-utterance]').getByRole('button', { name, exact: true })

    test('by keyboard: move, select words, write a code; undo, redo, also after a reload', async () => {
      await page.keyboard.press('j')
      for (let word = 0; word < 5; word++) await page.keyboard.press('ArrowRight')
      await page.keyboard.press('Shift+ArrowRight')
      await page.keyboard.press('c')
      await page.keyboard.type(`Service ${locale}`)
      await page.keyboard.press('Enter')
      await margin(`Service ${locale}`).waitFor()
      await cursorInTurn(page)
      await page.keyboard.press('u')
      await margin(`Service ${locale}`).waitFor({ state: 'detached' })
      await page.reload()
      await cursorInTurn(page)
      await page.keyboard.press('Shift+U')
      await margin(`Service ${locale}`).waitFor()
      await expect.poll(async () => (await marked()).join(' ')).toBe('was slow')
    }, 60_000)

    test('by mouse: drag over words, pick a code; overlap has a line and a name each', async () => {
      await dragOver(page, 'slow and nobody')
      await cursorInTurn(page)
      await page.keyboard.press('1')
      await expect.poll(() => margin(`Service ${locale}`).count()).toBe(2)
      await expect.poll(marked).toEqual(['was', 'slow', 'and nobody'])
    }, 60_000)

    test('a passage opens from its words, loses its code, and gets it back from the notice', async () => {
      await page.locator('[data-highlight]', { hasText: 'and nobody' }).click()
      await page
        .getByRole('button', { name: words['coding.unmark'].replace('{name}', `Service ${locale}`) })
        .click()
      await expect.poll(() => margin(`Service ${locale}`).count()).toBe(1)
      await page.getByRole('status').getByRole('button', { name: words['coding.undo'] }).click()
      await expect.poll(() => margin(`Service ${locale}`).count()).toBe(2)
    }, 60_000)

    test('a note is written on a passage and kept by keyboard alone, and read beside the text', async () => {
      await page.locator('li[data-utterance]').nth(1).focus()
      await page.keyboard.press('h')
      await page.keyboard.press('n')
      await page.locator('#note-box :focus').waitFor()
      await page.keyboard.type(`The old app, ${locale}`)
      await page.keyboard.press('Control+Enter')
      const note = page.locator('li[data-utterance]').getByText(`The old app, ${locale}`)
      await note.waitFor()
      await shoot(page, `note-${locale}`)
      await page.keyboard.press('Escape')
      await page.getByRole('textbox', { name: words['coding.note'] }).waitFor({ state: 'detached' })
      await page.reload()
      await note.waitFor()
      expect(await checkAxe(page)).toEqual([])
    }, 60_000)

    test('correcting the words keeps the marks on them', async () => {
      await page.locator('[data-highlight]').first().click()
      await cursorInTurn(page)
      await page.keyboard.press('e')
      const box = page.getByRole('textbox', { name: words['coding.correct.words'] })
      await box.fill((await box.inputValue()).replace('The app', 'Their new app'))
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      const corrected = page.locator('[data-words]', { hasText: 'Their new app' })
      await corrected.waitFor()
      await expect.poll(marked).toEqual(['was', 'slow', 'and nobody'])
      await page.getByRole('button', { name: words['coding.undo'], exact: true }).first().click()
      await page.locator('[data-words]', { hasText: 'The app' }).waitFor()
      await expect.poll(marked).toEqual(['was', 'slow', 'and nobody'])
      await page.getByRole('button', { name: words['coding.redo'], exact: true }).first().click()
      await corrected.waitFor()
      await expect.poll(marked).toEqual(['was', 'slow', 'and nobody'])
    }, 60_000)

    test('the reader, the codes and the quotes are sound and lead to each other', async () => {
      await page.setViewportSize({ width: 1440, height: 900 })
      await shoot(page, `reader-${locale}`)
      expect(await checkAxe(page)).toEqual([])
      await page.goto(`${house.url}/w/${ann.workspaceId}/codes`)
      await page.getByRole('heading', { name: codesTitle, level: 1 }).waitFor()
      await page.getByRole('link', { name: `Service ${locale}` }).waitFor()
      await shoot(page, `codes-${locale}`)
      expect(await checkAxe(page)).toEqual([])
      await page.getByRole('link', { name: `Service ${locale}` }).click()
      await page.locator('blockquote').first().waitFor()
      await shoot(page, `code-${locale}`)
      expect(await checkAxe(page)).toEqual([])
      await page.locator('figure a').first().click()
      await page.locator('li[aria-current]').getByText('nobody').first().waitFor()
      expect(complaints).toEqual([])
    }, 90_000)
  })

  describe('far down a long conversation', () => {
    let context: BrowserContext | undefined
    let page: Page
    let interview: InterviewText
    const said =
      'It was late again and nobody at the counter could say why, so I went home and wrote to them. '
    beforeAll(async () => {
      const { studyId } = await openStudy(house.app, ann)
      const turns = Array.from(
        { length: 3000 },
        (_, place) => `${place % 2 === 0 ? 'Mette' : 'Bo'}: ${place} ${said}`,
      )
      interview = await bringTalk(house.app, ann, { studyId, talk: turns.join('\n') })
      const opened = await house.openAs(ann)
      context = opened.context
      page = opened.page
    }, 120_000)
    afterAll(() => context?.close())

    const all = () => page.locator('li[data-utterance]')
    const read = (place: number) => {
      const turn = interview.utterances[place]
      if (!turn) throw new Error(`there is no turn ${place}`)
      return turn
    }
    const shown = (place: number) => page.locator(`#u-${read(place).utteranceId}`)
    const open = async (utteranceId?: string) => {
      const query = utteranceId === undefined ? '' : `?u=${utteranceId}`
      await page.goto(`${house.url}/w/${ann.workspaceId}/interviews/${interview.interviewId}${query}`)
      await cursorInTurn(page)
      await expect.poll(() => all().count()).toBeGreaterThan(2990)
    }
    const cursor = () => page.evaluate<string>('document.activeElement.dataset.utterance')
    const cursorComesTo = (place: number) => expect.poll(cursor).toBe(read(place).utteranceId)
    const isInWindow = (place: number) =>
      shown(place).evaluate((turn) => {
        const { top, bottom } = turn.getBoundingClientRect()
        return top >= 0 && bottom <= innerHeight
      })

    test('300,000 characters open and can be moved through by keyboard', async () => {
      await open()
      await page.keyboard.press('j')
      for (let turn = 0; turn < 20; turn++) await page.keyboard.press('j')
      await cursorComesTo(21)
      await page.keyboard.press('ArrowRight')
      await page.locator('li[data-utterance] .outline-accent').waitFor()
      expect(await page.locator('li[data-utterance] .outline-accent').textContent()).not.toBe('')
    }, 60_000)

    test('a link leads to its turn with the cursor in it; to a turn that is gone, to the beginning', async () => {
      await open(read(2500).utteranceId)
      await cursorComesTo(2500)
      expect(await shown(2500).getAttribute('aria-current')).toBe('true')
      await expect.poll(() => isInWindow(2500)).toBe(true)
      await page.keyboard.press('j')
      await cursorComesTo(2501)
      await open('00000000-0000-7000-8000-000000000000')
      await cursorComesTo(0)
    }, 60_000)

    test('what was marked or split there is taken back there, and the cursor stays', async () => {
      await open(read(2600).utteranceId)
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('c')
      await page.keyboard.type('Waiting')
      await page.keyboard.press('Enter')
      const margin = shown(2600).getByRole('button', { name: 'Waiting', exact: true })
      await margin.waitFor()
      await cursorComesTo(2600)
      await page.keyboard.press('u')
      await margin.waitFor({ state: 'detached' })
      await cursorComesTo(2600)
      await page.keyboard.press('Shift+U')
      await margin.waitFor()
      for (let word = 0; word < 4; word++) await page.keyboard.press('ArrowRight')
      await page.keyboard.press('s')
      const dialog = page.getByRole('dialog', { name: en['coding.turns.split.title'] })
      await dialog.locator('input:focus').waitFor({ state: 'attached' })
      await page.keyboard.press('Enter')
      await dialog.waitFor({ state: 'detached' })
      await expect.poll(() => all().count()).toBe(3001)
      await cursorComesTo(2600)
      await page.keyboard.press('j')
      await expect.poll(cursor).not.toBe(read(2600).utteranceId)
      // The turn the cursor is in was made by what is taken back now.
      await page.keyboard.press('u')
      await expect.poll(() => all().count()).toBe(3000)
      await cursorComesTo(2600)
      expect(await isInWindow(2600)).toBe(true)
      await page.keyboard.press('j')
      await cursorComesTo(2601)
    }, 60_000)

    test('a correction being typed stays while a colleague merges the turn its part of the text begins with', async () => {
      await open(read(2510).utteranceId)
      await page.keyboard.press('e')
      const box = page.getByRole('textbox', { name: en['coding.correct.words'] })
      await box.fill('2510 It was later still')
      const { workspaceId } = ann
      const { actor } = await joinWorkspace(house.app, { workspaceId, role: 'researcher' })
      await joinUtterances(house.app, { workspaceId, actor, ...read(2500), before: read(2499) })
      await expect.poll(() => all().count()).toBe(2999)
      expect(await box.inputValue()).toBe('2510 It was later still')
      await page.locator('textarea:focus').waitFor()
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await shown(2510).getByText('2510 It was later still', { exact: true }).waitFor()
    }, 60_000)

    test('so does one in the very turn that is merged, and the cursor goes on to where its words are', async () => {
      await open(read(2800).utteranceId)
      const before = await all().count()
      await page.keyboard.press('e')
      const box = page.getByRole('textbox', { name: en['coding.correct.words'] })
      await box.fill('2800 It was later still')
      const { workspaceId } = ann
      const { actor } = await joinWorkspace(house.app, { workspaceId, role: 'researcher' })
      await joinUtterances(house.app, { workspaceId, actor, ...read(2800), before: read(2799) })
      await shown(2799).getByText(read(2800).text).waitFor()
      await page.locator('textarea:focus').waitFor()
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await shown(2800).getByRole('alert').waitFor()
      expect(await box.inputValue()).toBe('2800 It was later still')
      await box.press('Escape')
      await expect.poll(() => all().count()).toBe(before - 1)
      await cursorComesTo(2799)
    }, 60_000)

    test('of two who correct the same turn nobody is written over, and no word is lost', async () => {
      await page.goto(
        `${house.url}/w/${ann.workspaceId}/interviews/${interview.interviewId}?u=${read(2700).utteranceId}`,
      )
      await cursorComesTo(2700)
      await page.keyboard.press('e')
      const box = page.getByRole('textbox', { name: en['coding.correct.words'] })
      await box.fill('Mine')
      const { workspaceId } = ann
      const { actor } = await joinWorkspace(house.app, { workspaceId, role: 'researcher' })
      for (const place of [2700, 2701])
        await correctUtterance(house.app, { workspaceId, actor, ...read(place), text: `Theirs ${place}` })
      // What was said later is here, so what was said before is known too.
      await shown(2701).getByText('Theirs 2701').waitFor()
      await box.press('Tab')
      await page.keyboard.press('Enter')
      const versions = shown(2700).getByRole('radiogroup', { name: en['coding.correct.words'] })
      await versions.getByText('Theirs 2700').waitFor()
      await versions.getByText('Mine', { exact: true }).waitFor()
      await page.keyboard.press('Tab')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await page.locator('textarea:focus').waitFor()
      expect(await box.inputValue()).toBe('Mine')
      await box.press('Tab')
      await page.keyboard.press('Enter')
      await shown(2700).getByText('Mine', { exact: true }).waitFor()
      await cursorComesTo(2700)
    }, 60_000)
  })
})

/** Selects words as a hand does, from before the first letter to after the last. */
async function dragOver(page: Page, words: string): Promise<void> {
  const box = await page.evaluate<{ from: number[]; to: number[] }>(`(() => {
    const words = ${JSON.stringify(words)}
    for (const element of document.querySelectorAll('[data-words]')) {
      const at = element.textContent.indexOf(words)
      if (at === -1) continue
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
      const place = (offset) => {
        walker.currentNode = element
        let left = offset
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          if (left <= node.length) return [node, left]
          left -= node.length
        }
      }
      const at1 = (offset) => {
        const [node, inside] = place(offset)
        const range = document.createRange()
        range.setStart(node, inside)
        range.setEnd(node, Math.min(node.length, inside + 1))
        const { left, top, height } = range.getBoundingClientRect()
        return [left, top + height / 2]
      }
      return { from: at1(at), to: at1(at + words.length) }
    }
  })()`)
  await page.mouse.move(box.from[0] ?? 0, box.from[1] ?? 0)
  await page.mouse.down()
  await page.mouse.move((box.to[0] ?? 0) - 1, box.to[1] ?? 0, { steps: 8 })
  await page.mouse.up()
}
