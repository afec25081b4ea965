import { existsSync } from 'node:fs'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorkspace, type TestMember } from '../../test/members.ts'
import { openProgram, signInBrowser, type Program } from '../../test/program.ts'
import { checkAxe, launchBrowser, shoot } from '../../test/screenshots.ts'
import { bringTalk, openStudy } from '../../test/spoken-study.ts'
import codingDa from '../coding/ui/messages/da.json' with { type: 'json' }
import codingEn from '../coding/ui/messages/en.json' with { type: 'json' }
import conversationsDa from '../conversations/ui/messages/da.json' with { type: 'json' }
import conversationsEn from '../conversations/ui/messages/en.json' with { type: 'json' }
import { pageWords } from './page/words/words.ts'
import da from './ui/messages/da.json' with { type: 'json' }
import en from './ui/messages/en.json' with { type: 'json' }

const chromiumPresent = existsSync(process.env['CHROMIUM'] ?? '/usr/bin/chromium')
if (!chromiumPresent) console.warn('no Chromium here: the suite "the own page in a browser" does not run')

const talk = `Interviewer: When did you last switch bank?
Mette: In spring. The app was slow and nobody answered.
Interviewer: So it was the app?
Bo: I have never switched. It is too much trouble for me.
Mette: So I went to another one.`

const pause = 60_000

describe.skipIf(!chromiumPresent)('the own page in a browser', () => {
  let program: Program
  let browser: Browser
  let ann: TestMember
  beforeAll(async () => {
    program = await openProgram()
    ann = await openWorkspace(program.app)
    browser = await launchBrowser()
  }, 400_000)
  afterAll(async () => {
    await browser?.close()
    await program?.close()
  })

  describe.each([
    ['en-GB', 'en', en, codingEn, conversationsEn],
    ['da-DK', 'da', da, codingDa, conversationsDa],
  ] as const)('in %s', (locale, language, words, coding, conversations) => {
    const own = pageWords[language]
    let coder: Page
    let participant: Page
    let contexts: BrowserContext[]
    let studyId: string
    let reader: string
    let ownUrl: string
    const complaints: string[] = []
    const asked: string[] = []
    let bytes = 0
    beforeAll(async () => {
      const { url } = program
      studyId = (await openStudy(program.app, ann, { title: `Switching bank, ${locale}` })).studyId
      const interview = await bringTalk(program.app, ann, { studyId, talk, title: `Switching, ${locale}` })
      await program.app.pg
        .updateTable('participants')
        .set({ language })
        .where('study_id', '=', studyId)
        .execute()
      reader = `${url}/w/${ann.workspaceId}/interviews/${interview.interviewId}`
      const wide = await browser.newContext({ locale, viewport: { width: 1440, height: 900 } })
      const phone = await browser.newContext({ locale, viewport: { width: 390, height: 844 } })
      contexts = [wide, phone]
      await signInBrowser(wide, { url, user: ann })
      coder = await wide.newPage()
      participant = await phone.newPage()
      for (const page of [coder, participant]) {
        page.setDefaultTimeout(pause)
        page.on('pageerror', (error) => complaints.push(String(error)))
      }
      participant.on('request', (request) => asked.push(request.url()))
      participant.on('response', async (response) => {
        bytes += (await response.body().catch(() => Buffer.alloc(0))).length
      })
    }, 120_000)
    afterAll(async () => {
      for (const context of contexts) await context.close()
    })

    test('a member hands over the link, and the page opens without an account', async () => {
      await coder.goto(`${program.url}/w/${ann.workspaceId}/studies/${studyId}`)
      await coder.getByRole('tab', { name: new RegExp(conversations['conversations.participants']) }).click()
      await coder.locator('tbody button').first().click()
      await coder.getByRole('button', { name: words['person-page.own.copy'] }).click()
      const shown = await coder.locator('code').textContent()
      expect(await checkAxe(coder)).toEqual([])
      await shoot(coder, `own-page-link-${locale}`)
      ownUrl = program.url + new URL(shown ?? '').pathname
      await participant.goto(ownUrl)
      await participant.getByRole('heading', { name: own.title('Nordlys'), level: 1 }).waitFor()
      expect(await participant.evaluate('document.documentElement.lang')).toBe(language)
      expect(await participant.evaluate('document.scrollingElement.scrollWidth')).toBeLessThanOrEqual(390)
      expect(await checkAxe(participant)).toEqual([])
      expect(asked.every((url) => url.startsWith(program.url))).toBe(true)
      expect(await participant.locator('script').count()).toBe(0)
      // A test of size, not of speed: page, stylesheet and picture.
      expect(bytes).toBeLessThan(100_000)
    }, 240_000)

    test('by keyboard alone: read, correct, approve', async () => {
      await participant.getByRole('link', { name: own.read }).focus()
      await participant.keyboard.press('Enter')
      await participant.getByText('nobody answered').waitFor()
      expect(await participant.getByText('never switched').count()).toBe(0)
      await participant.getByRole('link', { name: new RegExp(`^${own.correct}: In spring`) }).focus()
      await participant.keyboard.press('Enter')
      const box = participant.getByRole('textbox', { name: own.correctWhat })
      await box.waitFor()
      await shoot(participant, `own-transcript-${locale}`)
      expect(await checkAxe(participant)).toEqual([])
      await box.fill('In spring. Their app was very slow and nobody answered.')
      await participant.keyboard.press('Tab')
      await participant.keyboard.press('Enter')
      await participant.getByText(own.correctedByYou).waitFor()
      await participant.getByRole('button', { name: own.approve }).focus()
      await participant.keyboard.press('Enter')
      await participant.getByText(own.done.approved).waitFor()
    }, 240_000)

    test('who withdraws while somebody codes: the coder is told at the next action and loses nothing else', async () => {
      // As where the connection is slow: what colleagues and participants do is not shown by itself.
      const live = '**/coding/changes**'
      await coder.route(live, (route) => route.abort())
      await coder.goto(reader)
      await coder.getByText('very slow').waitFor()
      const code = async (turn: number, name: string) => {
        await coder.locator('li[data-utterance]').nth(turn).focus()
        await coder.keyboard.press('ArrowRight')
        await coder.keyboard.press('c')
        await coder.keyboard.type(name)
        await coder.keyboard.press('Enter')
      }
      const margin = (name: string) =>
        coder.locator('li[data-utterance]').getByRole('button', { name, exact: true })
      await code(3, `Trouble ${locale}`)
      await coder
        .locator('li[data-utterance]', { hasText: 'never switched' })
        .getByRole('button', { name: `Trouble ${locale}`, exact: true })
        .waitFor()
      await code(1, `Service ${locale}`)
      await margin(`Service ${locale}`).waitFor()
      await participant.goto(ownUrl)
      await participant.getByText(own.underCodes(`Service ${locale}`)).waitFor()
      await shoot(participant, `own-page-${locale}`)
      await participant
        .getByRole('button', { name: `${own.takeBack}: ${own.uses.conversation_analysis.name}` })
        .click()
      await participant.getByText(own.done.withdrawn).waitFor()
      await participant.getByRole('link', { name: own.download }).waitFor()
      expect(await checkAxe(participant)).toEqual([])
      await code(4, `Late ${locale}`)
      await coder.getByText(coding['coding.problem.words-withheld']).waitFor()
      await coder.getByText('very slow').waitFor({ state: 'detached' })
      await coder.getByText('So it was the app?').waitFor({ state: 'detached' })
      // The box with the code they were about to give is still open, and hides the rest from who hears the page.
      await coder.keyboard.press('Escape')
      await margin(`Trouble ${locale}`).waitFor()
      expect(await checkAxe(coder)).toEqual([])
      await shoot(coder, `withdrawn-while-coding-${locale}`)

      await coder.unroute(live)
      const { name } = own.uses.conversation_analysis
      await participant.getByRole('button', { name: `${own.allow}: ${name}` }).click()
      await coder.reload()
      await coder.getByText('very slow').waitFor()
      await participant.getByRole('button', { name: `${own.takeBack}: ${name}` }).click()
      await coder.getByText('very slow').waitFor({ state: 'detached' })
      await margin(`Trouble ${locale}`).waitFor()
    }, 300_000)

    test('who phones: a member takes one quote out, beside the passage and from their dialog', async () => {
      const say = async (place: Page | Locator) => {
        await place.getByRole('textbox', { name: words['person-page.take-out.channel'] }).fill('by phone')
        await place.getByRole('button', { name: words['person-page.take-out'], exact: true }).click()
      }
      const forThem = words['person-page.take-out.for']
      await coder.goto(reader)
      await coder
        .locator('li[data-utterance]', { hasText: 'never switched' })
        .getByRole('button', { name: `Trouble ${locale}`, exact: true })
        .click()
      await coder.getByRole('button', { name: forThem }).click()
      const dialog = coder.getByRole('dialog')
      await dialog.getByText(words['person-page.take-out.nobody']).waitFor()
      expect(await checkAxe(coder)).toEqual([])
      await shoot(coder, `take-quote-out-${locale}`)
      await say(dialog)
      await dialog.waitFor({ state: 'detached' })
      const panel = coder.getByRole('region', { name: coding['coding.note'] })
      await panel.getByText('by phone').waitFor()

      await coder.goto(`${program.url}/w/${ann.workspaceId}/studies/${studyId}`)
      await coder.getByRole('tab', { name: new RegExp(conversations['conversations.participants']) }).click()
      await coder.locator('tbody button').nth(1).click()
      const quotes = coder.getByRole('dialog')
      await quotes.getByText(words['person-page.quotes.refused'], { exact: true }).waitFor()
      const seek = quotes.getByRole('searchbox', { name: words['person-page.quotes.seek'] })
      const said = quotes.getByRole('blockquote')
      const marked = await said.first().textContent()
      const searches: string[] = []
      coder.on('request', (request) => {
        if (request.url().includes('marked-quotes')) searches.push(request.url())
      })
      await seek.pressSequentially('zeppelin')
      await said.first().waitFor({ state: 'detached' })
      // Each search is a line of the audit trail: one for what was looked for, not one for every letter.
      expect(searches.length).toBeLessThan(4)
      await seek.fill(marked?.toUpperCase() ?? '')
      await said.first().waitFor()
      expect(await checkAxe(coder)).toEqual([])
    }, 240_000)

    test('the team sees what was taken back', async () => {
      await coder.goto(`${program.url}/w/${ann.workspaceId}/withdrawals`)
      await coder.getByText(words['person-page.use.conversation_analysis']).first().waitFor()
      expect(await checkAxe(coder)).toEqual([])
      await shoot(coder, `withdrawals-${locale}`)
      expect(complaints).toEqual([])
    }, 120_000)
  })
})
