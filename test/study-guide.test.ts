import { existsSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allShown } from './browser.ts'
import { joinWorkspace, openWorkspace, type TestMember } from './members.ts'
import { openProgram, signInBrowser, type Program } from './program.ts'
import { checkAxe, launchBrowser, shoot } from './screenshots.ts'

const chromiumPresent = existsSync(process.env['CHROMIUM'] ?? '/usr/bin/chromium')

const talk = 'Interviewer: How was it?\nMette: It was slow.\nInterviewer: Why?\nMette: Nobody answered me.'

describe.skipIf(!chromiumPresent)('a study from suspicion to its first conversation, in a browser', () => {
  let program: Program
  let owner: TestMember
  let browser: Browser
  let study = ''

  beforeAll(async () => {
    program = await openProgram()
    owner = await openWorkspace(program.app)
    browser = await launchBrowser()
  }, 240_000)
  afterAll(async () => {
    await browser?.close()
    await program?.close()
  })

  async function open(locale: string, user: TestMember = owner): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale })
    await signInBrowser(context, { url: program.url, user })
    const page = await context.newPage()
    page.setDefaultTimeout(40_000)
    return page
  }
  const go = (page: Page, path: string) => page.goto(`${program.url}/w/${owner.workspaceId}${path}`)
  async function look(page: Page, name: string): Promise<void> {
    await allShown(page)
    await shoot(page, `study-${name}`)
    expect(await checkAxe(page), name).toEqual([])
  }
  const saved = (page: Page, word: string) => page.getByRole('status').filter({ hasText: word }).waitFor()

  test('is planned in English for two languages, and begins from a guide in both', async () => {
    const page = await open('en-GB')
    await go(page, '/studies/new')
    await page.getByLabel('Title').fill('Why people switch bank')
    await page.getByLabel(/What do you suspect/).fill('They leave because nobody answers.')
    await page.getByLabel(/What would confirm it/).fill('Most tell of a call nobody took.')
    await page.getByLabel(/What would contradict it/).fill('They leave for the rate.')
    await page.getByRole('radio', { name: /^Behaviour/ }).check({ force: true })
    await page.getByRole('checkbox', { name: 'Danish' }).check({ force: true })
    await page.getByLabel('Begins on').fill('2026-03-02')
    await page.getByRole('button', { name: 'Add a colleague' }).click()
    await page.getByRole('button', { name: /Member/ }).click()
    await page.getByRole('option', { name: owner.name }).click()
    await page.getByRole('button', { name: 'Add a quota' }).click()
    await look(page, 'plan')
    await page.getByRole('button', { name: 'Plan the study' }).click()
    await page.getByText('No conversation has been brought in yet').waitFor()
    study = new URL(page.url()).pathname.replace(`/w/${owner.workspaceId}`, '')
    await page.getByText('Next: Behaviour or feedback, never both.').click()
    await look(page, 'steps')
    await go(page, `${study}/guide`)
    await page.getByRole('button', { name: 'Begin from this guide' }).click()
    await page
      .getByText(/brutally honest/)
      .first()
      .waitFor()
    await saved(page, 'Saved')
    const danish = page.getByLabel('Question 2 · Danish')
    expect(await danish.inputValue()).toContain('Tag mig med gennem den sidste dag')
    await look(page, 'guide')
  }, 300_000)

  test('a leading question is marked as it is written, and reworded; the other editor is told', async () => {
    const page = await open('en-GB')
    await go(page, `${study}/guide`)
    const question = page.getByLabel('Question 2', { exact: true })
    await question.fill("Don't you think our wonderful app is easy to use?")
    const marks = page.locator('[data-marks]').filter({ hasText: 'Leading' }).first()
    await marks.waitFor()
    const describedBy = await question.getAttribute('aria-describedby')
    expect(describedBy).not.toBeNull()
    const described = await Promise.all(
      (describedBy ?? '').split(' ').map((id) => page.locator(`[id="${id}"]`).textContent()),
    )
    expect(described.join(' ')).toContain('Leading')
    await look(page, 'marked')
    await page.getByRole('button', { name: /^Begin anew with .*: Question 2$/ }).click()
    expect(await question.inputValue()).toMatch(/…|\.\.\./)
    await question.fill('Tell me about the last time you used the app.')
    await marks.waitFor({ state: 'detached' })
    await saved(page, 'Saved')

    await question.press('Alt+ArrowDown')
    expect(await page.getByLabel('Question 3', { exact: true }).inputValue()).toContain('used the app')
    await saved(page, 'Saved')
    await page.reload()
    const stays = page.getByLabel('Question 3', { exact: true })
    await stays.waitFor()
    expect(await stays.inputValue()).toContain('used the app')

    const colleague = await joinWorkspace(program.app, {
      workspaceId: owner.workspaceId,
      role: 'researcher',
    })
    const other = await open('en-GB', colleague)
    await go(other, `${study}/guide`)
    await other.getByLabel('Question 1', { exact: true }).waitFor()
    await page.route('**/guide', async (route) => {
      // The colleague saves while this one is on its way.
      await new Promise((done) => setTimeout(done, 3000))
      await route.continue()
    })
    await page.getByLabel('Question 1', { exact: true }).fill('Tell me about yesterday, slowly.')
    await other.getByLabel('Question 1', { exact: true }).fill('Tell me about yesterday, quickly.')
    await saved(other, 'Saved')
    await page.getByText('A colleague has changed this guide meanwhile.').waitFor()
    expect(await page.getByLabel('Question 1', { exact: true }).inputValue()).toContain('slowly')
    await look(page, 'conflict')
    await page.unroute('**/guide')
    await page.reload()
    await page.getByText('A colleague has changed this guide meanwhile.').waitFor()
    expect(await page.getByLabel('Question 1', { exact: true }).inputValue()).toContain('slowly')
    await page.getByRole('button', { name: 'Read what your colleague wrote' }).click()
    await expect
      .poll(() => page.getByLabel('Question 1', { exact: true }).inputValue(), { timeout: 20_000 })
      .toContain('quickly')
  }, 300_000)

  test('the guide is printed, and the first conversation locks what was suspected, in Danish', async () => {
    const page = await open('da-DK')
    await go(page, `${study}/guide/print`)
    await page.getByRole('heading', { level: 1, name: 'Why people switch bank' }).waitFor()
    await page.getByText(/quickly/).waitFor()
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('button', { name: 'Udskriv guiden' }).isVisible()).toBe(false)
    expect(await page.getByText(/quickly/).isVisible()).toBe(true)
    await page.emulateMedia({ media: null })
    await look(page, 'print')

    await go(page, `${study}/import`)
    await page
      .locator('input[type=file]')
      .setInputFiles([{ name: 'mette.txt', mimeType: 'text/plain', buffer: Buffer.from(talk) }])
    await page.getByRole('button', { name: /Hent 1 samtale ind/ }).click()
    await page.getByText('Hentet ind.').waitFor()
    await go(page, `${study}?tab=plan`)
    await page.getByText(/Låst siden den første samtale/).waitFor()
    await page.getByRole('button', { name: 'Skriv en tilføjelse' }).click()
    await page.getByLabel('Hvordan ser du det nu?').fill('De går, når ingen ringer tilbage.')
    await page.getByLabel('Hvad fik dig til at se det sådan?').fill('Det sagde Mette.')
    await page.getByRole('button', { name: 'Gem' }).click()
    await page.locator('p', { hasText: 'De går, når ingen ringer tilbage.' }).waitFor()
    expect(await page.getByText('They leave because nobody answers.').first().isVisible()).toBe(true)
    await look(page, 'locked-da')
    await go(page, `${study}?tab=promise`)
    await page.getByRole('table').first().waitFor()
    await look(page, 'promise-da')
    await go(page, `${study}/guide`)
    await page.getByLabel('Spørgsmål 2 · Dansk').fill('Synes du ikke, at appen er god?')
    await page.locator('[data-marks]').first().waitFor()
    await look(page, 'guide-da')
  }, 300_000)
})
