import { existsSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allShown } from './browser.ts'
import { openWorkspace, type TestMember } from './members.ts'
import { openProgram, signInBrowser, type Program } from './program.ts'
import { checkAxe, launchBrowser, shoot } from './screenshots.ts'

const chromiumPresent = existsSync(process.env['CHROMIUM'] ?? '/usr/bin/chromium')

const talk = `Interviewer: When did you last switch bank?
Mette Holm: In spring. The app was slow and nobody answered the phone, so I went to another one.
Interviewer: What happened before that?
Mette Holm: I had waited for a week. My friends had told me it would be easy, and it was not.`

describe.skipIf(!chromiumPresent)('conversations in a browser', () => {
  let program: Program
  let owner: TestMember
  let browser: Browser
  let studyPath = ''

  beforeAll(async () => {
    program = await openProgram()
    owner = await openWorkspace(program.app)
    browser = await launchBrowser()
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await program?.close()
  })

  async function open(locale: string): Promise<Page> {
    const context: BrowserContext = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      locale,
    })
    await signInBrowser(context, { url: program.url, user: owner })
    return context.newPage()
  }
  const go = (page: Page, path: string) => page.goto(`${program.url}/w/${owner.workspaceId}${path}`)
  async function look(page: Page, name: string): Promise<void> {
    await allShown(page)
    await shoot(page, `conversations-${name}`)
    expect(await checkAxe(page), name).toEqual([])
  }

  test('a study is planned, a conversation brought in and its participant agrees, in English', async () => {
    const page = await open('en-GB')
    await go(page, '/studies')
    await page.getByText('Understand people by talking with them').waitFor()
    await look(page, 'empty')
    await page.getByRole('link', { name: 'Plan a study' }).first().click()
    await page.getByLabel('Title').fill('Why people switch bank')
    await page.getByLabel(/What do you suspect/).fill('They leave because nobody answers.')
    await page.getByRole('radio', { name: /Behaviour/ }).check({ force: true })
    await look(page, 'form')
    await page.getByRole('button', { name: 'Plan the study' }).click()
    await page.getByText('No conversation has been brought in yet').waitFor()
    studyPath = new URL(page.url()).pathname.replace(`/w/${owner.workspaceId}`, '')
    await go(page, studyPath)
    await page.getByText('No conversation has been brought in yet').waitFor()
    await look(page, 'study-empty')

    await page.getByRole('link', { name: 'Bring in conversations' }).first().click()
    await page.locator('input[type=file]').setInputFiles([
      { name: 'mette.txt', mimeType: 'text/plain', buffer: Buffer.from(talk) },
      { name: 'broken.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') },
      {
        name: 'answers.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from('id,answer\n1,It was quick and easy\n2,Nobody answers the phone\n'),
      },
    ])
    await page.getByText('This PDF is damaged, or only half of it arrived.').waitFor()
    await page.getByText('This is a table').waitFor()
    await look(page, 'import')
    await page.getByRole('switch', { name: /^Analysing what was said/ }).click({ force: true })
    await page.getByRole('button', { name: 'Bring in 1 conversation' }).click()
    await page.getByText('Brought in.').waitFor()
    await look(page, 'brought')

    await go(page, studyPath)
    await page.getByRole('link', { name: 'Conversation 1' }).waitFor()
    await look(page, 'study')
    await page.getByRole('tab', { name: /Participants/ }).click()
    await page.getByText('may be analysed').waitFor()
    await look(page, 'participants')
    await page.getByRole('button', { name: /^Edit / }).click()
    await page.getByRole('dialog').waitFor()
    await look(page, 'agreements')
    await page.getByRole('switch', { name: /^Quoting their words/ }).click({ force: true })
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('may be quoted').waitFor()
  }, 240_000)

  test('answers to two questions of one survey are by the same people, who are those of the data', async () => {
    const page = await open('en-GB')
    const survey =
      'email,likes,dislikes\np1@people.example,"It is quick, I think",No\np2@people.example,"The price is fair",Slow\n'
    const choose = async (label: RegExp, name: string) => {
      await page.getByRole('button', { name: label }).click()
      await page.getByRole('option', { name, exact: true }).click()
    }
    for (const column of ['likes', 'dislikes']) {
      await go(page, `${studyPath}/import`)
      await page.setInputFiles('input[type=file]', {
        name: 'survey.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(survey),
      })
      const kind = page.getByRole('button', { name: /What is in this column/ })
      await kind.waitFor()
      expect(await kind.textContent()).toContain('E-mail address')
      await choose(/Column with the answers/, column)
      if (column === 'likes') await look(page, 'answer-columns')
      await page.getByRole('button', { name: 'Continue' }).click()
      await page.getByText('2 respondents become participants').waitFor()
      await page.getByText('1 thing was left out').click()
      await page.getByText('1 column that is not read').waitFor()
      if (column === 'dislikes')
        await page.getByText('2 of them have answered in this study before').waitFor()
      await page.getByRole('button', { name: 'Bring in 1 conversation' }).click()
      await page.getByRole('link', { name: 'To the study' }).waitFor()
    }
    await page.context().close()
  }, 120_000)

  test('the same pages stand in Danish', async () => {
    const page = await open('da-DK')
    await go(page, '/studies')
    await page.getByRole('link', { name: 'Why people switch bank' }).waitFor()
    await look(page, 'list-da')
    await go(page, studyPath)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await look(page, 'study-da')
    await go(page, `${studyPath}/edit`)
    await page.getByRole('button', { name: 'Gem' }).waitFor()
    await look(page, 'edit-da')
    await go(page, `${studyPath}/import`)
    await page
      .locator('input[type=file]')
      .setInputFiles([{ name: 'mette.txt', mimeType: 'text/plain', buffer: Buffer.from(talk) }])
    await page.getByText('Netop denne fil er allerede i undersøgelsen').waitFor()
    await look(page, 'import-da')
  }, 120_000)
})
