import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { allShown, describeInBrowser } from '../../../../test/browser.ts'
import { joinWorkspace } from '../../../../test/members.ts'
import { asMember } from '../../../../test/own-page.ts'
import { checkAxe, shoot } from '../../../../test/screenshots.ts'
import type { InterviewText } from '../../../conversations/index.ts'
import { createQuoteSet, readQuoteSet } from '../../views/quote-sets.ts'
import { addQuotes, noteQuote } from '../../views/set-quotes.ts'
import { TestingStudy } from '../../views/testing-study.ts'
import da from '../messages/da.json' with { type: 'json' }
import en from '../messages/en.json' with { type: 'json' }

const pause = 60_000
const tabs = [
  'counts',
  'framework',
  'together',
  'timeline',
  'query',
  'ladders',
  'forces',
  'sets',
  'journal',
] as const

const talk = (who: string, n: number) => `Interviewer: Why the wine cooler, ${n}?
${who}: It has bubbles, ${n}.
Interviewer: Why does that matter?
${who}: It quenches my thirst, ${n}.
Interviewer: And why is that important?
${who}: I can go on with my friends, ${n}, I belong.`

describeInBrowser('views of a study in a browser', (house) => {
  describe.each([
    ['en-GB', en],
    ['da-DK', da],
  ])('in %s', (locale, words) => {
    let study: TestingStudy
    let talks: InterviewText[]
    let address: string
    const at = (tab: string) => `${address}?tab=${tab}`
    beforeAll(async () => {
      study = await TestingStudy.open(house.app)
      await study.code('Bubbles', { level: 'attribute', force: 'pull' })
      await study.code('Thirst', { level: 'consequence', force: 'push' })
      await study.code('Belonging', { level: 'value' })
      talks = [await study.talk(talk('Mette', 1)), await study.talk(talk('Bo', 2))]
      for (const one of talks) {
        await study.mark(one, 'bubbles', 'Bubbles')
        await study.mark(one, 'quenches my thirst', 'Thirst')
        await study.mark(one, 'I belong', 'Belonging', 'Thirst')
      }
      address = `${house.url}/w/${study.ann.workspaceId}/studies/${study.studyId}/views`
    }, pause)

    test('every tab stands, wide and narrow, without a violation', async () => {
      const { context, page } = await house.openAs(study.ann, { locale })
      const complaints: string[] = []
      page.on('pageerror', (error) => complaints.push(String(error)))
      await page.goto(at(tabs[0]))
      for (const tab of tabs) {
        await page.setViewportSize({ width: 1440, height: 900 })
        const name = words[`coding.views.${tab}`]
        await page.getByRole('tab', { name, exact: true }).click()
        await page.getByRole('tab', { name, exact: true, selected: true }).waitFor()
        await page.getByRole('tabpanel').locator('> *').first().waitFor()
        await allShown(page)
        await shoot(page, `views-${tab}-${locale}`)
        expect(await checkAxe(page), tab).toEqual([])
        await page.setViewportSize({ width: 390, height: 844 })
        await expect.poll(() => sidewaysOf(page), { message: tab }).toBeLessThanOrEqual(0)
      }
      expect(complaints).toEqual([])
      await context.close()
    }, 300_000)

    test('a figure opens its quotes, which go into a set; whoever takes quoting back is out of it', async () => {
      const { context, page } = await house.openAs(study.ann, { locale })
      await page.goto(at('counts'))
      await page
        .getByRole('button', { name: /Bubbles/u })
        .first()
        .click()
      const quotes = page.getByRole('dialog')
      await quotes.getByText('bubbles', { exact: true }).waitFor()
      expect(await quotes.getByRole('link').first().getAttribute('href')).toMatch(/interviews\/.+\?u=/u)
      await quotes.getByRole('button', { name: words['coding.views.add'], exact: true }).click()
      const set = page.getByRole('combobox', { name: words['coding.views.set'] })
      await set.fill(`For the board ${locale}`)
      await set.press('Enter')
      await page.getByText(words['coding.views.added'].match(/one \{(.*?)\}/u)?.[1] ?? '').waitFor()
      await page.goto(at('sets'))
      await page.getByRole('button', { name: `For the board ${locale}` }).click()
      await page.getByText('bubbles', { exact: true }).waitFor()
      await shoot(page, `views-set-${locale}`)
      expect(await checkAxe(page)).toEqual([])
      for (const one of talks) await study.withdraw(one, 'bubbles', 'quoting')
      await page.reload()
      await page.getByText(words['coding.views.set.taken.why']).waitFor()
      expect(await page.getByText('bubbles', { exact: true }).count()).toBe(0)
      for (const one of talks) await study.permit(one, 'bubbles', 'quoting')
      await context.close()
    }, 300_000)

    test('a summary saves itself and is there after a reload; of two who write at once the slower is asked', async () => {
      const ben = await joinWorkspace(house.app, {
        workspaceId: study.ann.workspaceId,
        role: 'researcher',
      })
      const both = [await house.openAs(study.ann, { locale }), await house.openAs(ben, { locale })] as const
      const saved = words['coding.views.saving.saved']
      for (const { page } of both) {
        await page.goto(`${at('framework')}&themes=${study.idOf('Belonging')}`)
        await page.getByRole('table').getByRole('button').first().click()
        await page.getByRole('textbox', { name: words['coding.views.summary'] }).waitFor()
      }
      const [{ page }, { page: slower }] = both
      await slower.context().setOffline(true)
      const box = (on: Page) => on.getByRole('textbox', { name: words['coding.views.summary'] })
      await box(slower).fill('Ben: with friends')
      await box(page).fill('Ann: she belongs')
      await page.getByRole('status').getByText(saved, { exact: true }).waitFor()
      await page.reload()
      await page.getByText('Ann: she belongs').first().waitFor()
      await slower.context().setOffline(false)
      await slower.getByText(words['coding.views.saving.changed'], { exact: true }).waitFor()
      await slower.getByRole('button', { name: words['coding.views.saving.put.mine'] }).click()
      await slower.getByRole('status').getByText(saved, { exact: true }).waitFor()
      await page.getByText('Ben: with friends').first().waitFor()
      for (const { context } of both) await context.close()
    }, 300_000)

    test('a code becomes a force, and the map of values is read as a table', async () => {
      const { context, page } = await house.openAs(study.ann, { locale })
      await page.goto(at('forces'))
      const choice = page.getByRole('button', { name: /^Belonging|Belonging$/u }).last()
      await choice.click()
      await page.getByRole('option', { name: words['coding.force.habit'] }).click()
      await page
        .getByRole('region', { name: words['coding.force.habit'], exact: true })
        .getByText('I belong', { exact: true })
        .first()
        .waitFor()
      await page.goto(at('ladders'))
      await page.getByRole('img', { name: /3/u }).waitFor()
      await page
        .getByRole('button', { name: locale === 'en-GB' ? 'Show as table' : 'Vis som tabel' })
        .first()
        .click()
      const map = page.getByRole('table', { name: words['coding.views.map'], exact: true })
      await map.getByRole('row').nth(1).getByRole('button').click()
      await page.getByRole('dialog').getByText('bubbles', { exact: true }).first().waitFor()
      expect(await checkAxe(page)).toEqual([])
      await context.close()
    }, 300_000)

    test('a journal entry is written, kept and shared', async () => {
      const { context, page } = await house.openAs(study.ann, { locale })
      await page.goto(at('journal'))
      await page.getByRole('button', { name: words['coding.views.journal.begin'] }).click()
      const text = page.getByRole('textbox', { name: words['coding.views.journal.text'] })
      await text.fill('I wanted her to like it.')
      await page.getByRole('status').getByText(words['coding.views.saving.saved'], { exact: true }).waitFor()
      await page.reload()
      await expect.poll(() => text.inputValue()).toBe('I wanted her to like it.')
      await page.getByRole('button', { name: words['coding.views.journal.share'] }).click()
      await page.getByText(words['coding.views.journal.is.shared'], { exact: true }).waitFor()
      await context.close()
    }, 300_000)
  })

  test('of two who write on the same quote of a set nobody is written over unseen, and no word is lost', async () => {
    const study = await TestingStudy.open(house.app)
    await study.code('Bubbles')
    const highlightId = await study.mark(await study.talk(talk('Mette', 1)), 'bubbles', 'Bubbles')
    const { workspaceId } = study.ann
    const actor = asMember(study.ann)
    const { quoteSetId } = await createQuoteSet(house.app, {
      ...{ workspaceId, studyId: study.studyId, actor },
      words: { name: 'For the board', note: '' },
    })
    await addQuotes(house.app, { workspaceId, quoteSetId, actor, highlightIds: [highlightId] })
    const { context, page } = await house.openAs(study.ann)
    await page.goto(`${house.url}/w/${workspaceId}/studies/${study.studyId}/views?tab=sets`)
    await page.getByRole('button', { name: 'For the board' }).click()
    await page.getByRole('button', { name: en['coding.views.set.write.note'] }).click()
    const box = page.getByRole('textbox', { name: en['coding.views.set.note'] })
    await box.fill('Mine')
    await noteQuote(house.app, { workspaceId, quoteSetId, actor, highlightId, note: 'Theirs', before: '' })
    await box.press('Tab')
    await page.getByText(en['coding.problem.quote-set-changed']).waitFor()
    await page.getByText('Theirs', { exact: true }).waitFor()
    expect(await box.inputValue()).toBe('Mine')
    await box.fill('Mine and theirs')
    await box.press('Tab')
    await expect
      .poll(async () => (await readQuoteSet(house.app, { workspaceId, quoteSetId })).set.items[0]?.note)
      .toBe('Mine and theirs')
    await page.reload()
    await expect.poll(() => box.inputValue()).toBe('Mine and theirs')
    await context.close()
  }, 60_000)
})

/** How far the page can be scrolled sideways, in pixels. */
function sidewaysOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}
