import { existsSync, readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pageWords } from '../src/person-page/page/words/words.ts'
import { interfaceWords } from './interface-words.ts'
import { joinWorkspace, openWorkspace, type TestMember } from './members.ts'
import { openProgram, signInBrowser, type Program } from './program.ts'
import { filesIn } from './refi.ts'
import { checkAxe, launchBrowser } from './screenshots.ts'

const chromiumPresent = existsSync(process.env['CHROMIUM'] ?? '/usr/bin/chromium')
if (!chromiumPresent) console.warn('no Chromium here: no study is walked from suspicion to report')

/** What is said in the walk in each language: invented, by two who never met. */
const told = {
  en: {
    ...{ title: 'Why people leave the bank', suspected: 'They leave because nobody answers.' },
    talk: 'Interviewer: When did you last think of leaving?\nMette: In spring, when nobody answered the phone.\nInterviewer: What did you do then?\nMette: I asked my sister, and my brother Gregory told me of his.',
    ...{ words: 'nobody answered the phone', second: 'asked my sister', code: 'Waiting', other: 'Family' },
    ...{ named: 'Gregory', instead: 'Theodore', noted: 'She sighed at the letter', sought: 'sigh' },
  },
  da: {
    ...{ title: 'Hvorfor folk forlader banken', suspected: 'De går, fordi ingen svarer.' },
    talk: 'Interviewer: Hvornår tænkte du sidst på at skifte?\nMette: I foråret, da ingen tog telefonen.\nInterviewer: Hvad gjorde du så?\nMette: Jeg spurgte min søster, og min bror Frederik fortalte om sin.',
    ...{ words: 'ingen tog telefonen', second: 'spurgte min søster', code: 'Ventetid', other: 'Familie' },
    ...{ named: 'Frederik', instead: 'Valdemar', noted: 'Hun sukkede over brevet', sought: 'breve' },
  },
}

describe.skipIf(!chromiumPresent)('a study from suspicion to report', () => {
  let program: Program
  let browser: Browser
  beforeAll(async () => {
    program = await openProgram()
    browser = await launchBrowser()
  }, 240_000)
  afterAll(async () => {
    await browser?.close()
    await program?.close()
  })

  describe.each([
    ['en-GB', 'en'],
    ['da-DK', 'da'],
  ] as const)('in %s, by two members and one participant', (locale, language) => {
    const t = interfaceWords(language)
    const own = pageWords[language]
    const said = told[language]
    const complaints: string[] = []
    let lead: TestMember
    let first: Page
    let second: Page
    let participant: Page
    let study = ''
    let reader = ''

    beforeAll(async () => {
      lead = await openWorkspace(program.app)
      const { workspaceId } = lead
      const colleague = await joinWorkspace(program.app, { workspaceId, role: 'researcher' })
      first = await open(lead)
      second = await open(colleague)
      participant = await open(undefined)
    }, 120_000)
    afterAll(async () => {
      for (const page of [first, second, participant]) await page?.context().close()
    })

    async function open(user: TestMember | undefined): Promise<Page> {
      const width = user === undefined ? 390 : 1440
      const context = await browser.newContext({ locale, viewport: { width, height: 900 } })
      if (user) await signInBrowser(context, { url: program.url, user })
      const page = await context.newPage()
      page.setDefaultTimeout(60_000)
      page.on('pageerror', (error) => complaints.push(String(error)))
      return page
    }
    const go = (page: Page, path: string) => page.goto(`${program.url}/w/${lead.workspaceId}${path}`)
    const press = (page: Page, name: string) =>
      page.getByRole('button', { name, exact: true }).first().click()
    const margin = (page: Page, name: string) =>
      page.locator('li[data-utterance]').getByRole('button', { name, exact: true })
    /** Marks the whole turn that says something with a code, by keyboard alone. */
    async function code(page: Page, words: string, name: string): Promise<void> {
      await page.locator('li[data-utterance]', { hasText: words }).first().focus()
      await page.keyboard.press('a')
      await page.keyboard.press('c')
      await page.keyboard.type(name)
      await page.keyboard.press('Enter')
      await page.keyboard.press('Escape')
      await margin(page, name).first().waitFor()
    }

    test('what is suspected is written down before anybody is asked, and a guide begun', async () => {
      await go(first, '/studies/new')
      await first.getByLabel(t('conversations.field.title')).first().fill(said.title)
      await first.getByLabel(t('conversations.field.hypothesis')).first().fill(said.suspected)
      await first
        .locator('label', { hasText: t('conversations.mode.behaviour') })
        .first()
        .click()
      await press(first, t('conversations.plan.save'))
      await first.getByRole('heading', { level: 1, name: said.title }).waitFor()
      study = new URL(first.url()).pathname.replace(`/w/${lead.workspaceId}`, '')
      await go(first, `${study}/guide`)
      await press(first, t('conversations.guide.begin'))
      await first
        .getByRole('status')
        .filter({ hasText: t('conversations.guide.state.saved') })
        .waitFor()
    }, 180_000)

    test('a conversation is brought in with what its participant agreed to', async () => {
      await go(first, `${study}/import`)
      const buffer = Buffer.from(said.talk)
      await first
        .locator('input[type=file]')
        .first()
        .setInputFiles([{ name: 'mette.txt', mimeType: 'text/plain', buffer }])
      for (const agreement of ['conversation_analysis', 'quoting'])
        await first
          .locator('label', { hasText: t(`conversations.agreement.${agreement}`) })
          .first()
          .click()
      await first.getByRole('button', { name: /\b1\b/u }).first().click()
      await first.getByText(t('conversations.file.brought')).first().waitFor()
      await first
        .getByRole('link', { name: t('conversations.read') })
        .first()
        .click()
      await first.getByText(said.words).first().waitFor()
      reader = new URL(first.url()).pathname.replace(`/w/${lead.workspaceId}`, '')
    }, 180_000)

    test('whoever else is named in it gets another name before anybody codes', async () => {
      await go(first, `${study}/confidentiality`)
      const instead = first.getByLabel(t('confidentiality.instead', { original: said.named }))
      await instead.fill(said.instead)
      await first.getByRole('checkbox', { name: said.named, exact: true }).check({ force: true })
      await first
        .getByRole('button', { name: locale === 'en-GB' ? 'Replace 1' : 'Erstat 1', exact: true })
        .click()
      await instead.waitFor({ state: 'detached' })
      await go(second, reader)
      await second.getByText(said.instead).first().waitFor()
      expect(await second.content()).not.toContain(said.named)
    }, 180_000)

    test('the next conversation is planned and held, and its notes are found by the search', async () => {
      await go(first, `${study}?tab=sittings`)
      await press(first, t('conversations.sitting.plan'))
      const dialog = first.getByRole('dialog')
      await dialog.getByRole('combobox').first().press('ArrowDown')
      await first.getByRole('option').first().click()
      await dialog.getByRole('button', { name: t('conversations.sitting.interviewer') }).click()
      await first.getByRole('option', { name: lead.name, exact: true }).click()
      await dialog.getByRole('button', { name: t('conversations.sitting.plan') }).click()
      await first.waitForURL(/\/sittings\//u)
      await press(first, t('conversations.sitting.begin'))
      const box = first.getByRole('textbox', { name: t('conversations.notes.write'), exact: true })
      await box.fill(said.noted)
      await box.press('Enter')
      await first.getByText(t('conversations.notes.saved')).waitFor()
      await go(first, `/search?q=${said.sought}`)
      await first.locator('mark').first().waitFor()
      expect(await first.locator('#found-notes').count()).toBe(1)
      // Until it is over, nobody else reads them.
      await go(second, `/search?q=${said.sought}`)
      await second.getByText(t('coding.search.empty.title')).waitFor()
    }, 180_000)

    test('both code at once, and each sees what the other does without loading', async () => {
      await go(first, reader)
      await first.getByText(said.words).first().waitFor()
      await go(second, reader)
      await second.getByText(said.words).first().waitFor()
      await code(first, said.words, said.code)
      await margin(second, said.code).first().waitFor()
      await code(second, said.second, said.other)
      await margin(first, said.other).first().waitFor()
      expect(await checkAxe(second)).toEqual([])
    }, 180_000)

    test('the participant opens their own page, and finds what was written down of them and nobody else', async () => {
      await go(first, study)
      await first.getByRole('tab', { name: new RegExp(t('conversations.participants'), 'u') }).click()
      await first.locator('tbody button').first().click()
      await press(first, t('person-page.own.copy'))
      const link = await first.locator('code').first().textContent()
      await participant.goto(program.url + new URL(link ?? '').pathname)
      await participant.getByRole('heading', { level: 1 }).waitFor()
      await participant.getByRole('link', { name: own.read }).first().click()
      await participant.getByText(said.words).first().waitFor()
      expect(await checkAxe(participant)).toEqual([])
      await participant.goBack()
    }, 180_000)

    test('the report is taken out with their words in it', async () => {
      const document = await takeReport()
      expect(document).toContain(said.words)
      expect(document).toContain(said.suspected)
      for (const name of ['Mette', said.named]) expect(document).not.toContain(name)
    }, 180_000)

    test('who withdraws is gone before both members’ eyes, and from the next report', async () => {
      await go(first, reader)
      await first.getByText(said.words).first().waitFor()
      const { name } = own.uses.conversation_analysis
      await participant.getByRole('button', { name: `${own.takeBack}: ${name}` }).click()
      await participant.getByText(own.done.withdrawn).first().waitFor()
      await first.getByText(said.words).first().waitFor({ state: 'detached' })
      await second.getByText(said.words).first().waitFor({ state: 'detached' })
      const document = await takeReport()
      expect(document).not.toContain(said.words)
      expect(document).not.toContain(said.second)
      expect(complaints).toEqual([])
    }, 180_000)

    async function takeReport(): Promise<string> {
      const page = await open(lead)
      await go(page, `${study}/report`)
      const button = page.getByRole('button', { name: t('coding.report.docx') })
      await button.waitFor()
      const [download] = await Promise.all([page.waitForEvent('download'), button.click()])
      expect(download.suggestedFilename()).toBe(`${said.title}.docx`)
      const document = filesIn(readFileSync(await download.path()))['word/document.xml'] ?? ''
      await page.context().close()
      return document
    }
  })
})
