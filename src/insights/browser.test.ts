import { existsSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorkspace, type TestMember } from '../../test/members.ts'
import { openProgram, signInBrowser, type Program } from '../../test/program.ts'
import { checkAxe, isShooting, launchBrowser, shoot } from '../../test/screenshots.ts'
import { listSegments } from '../segments/index.ts'
import { openSample } from './sample/sample-workspace.ts'

const chromiumPresent = existsSync(process.env['CHROMIUM'] ?? '/usr/bin/chromium')
if (!chromiumPresent)
  console.warn('no Chromium here (set CHROMIUM): the doors and the portrait are not looked at')

let program: Program
let browser: Browser
beforeAll(async () => {
  if (!chromiumPresent) return
  program = await openProgram()
  browser = await launchBrowser()
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await program?.close()
})

type Seen = { page: Page; context: BrowserContext; member: TestMember; complaints: string[] }

async function open(locale: string): Promise<Seen> {
  const member = await openWorkspace(program.app, { name: 'Nordlys' })
  const context = await browser.newContext({ locale, viewport: { width: 1440, height: 900 } })
  await signInBrowser(context, { url: program.url, user: member })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  return { page, context, member, complaints }
}

async function fits(page: Page): Promise<void> {
  await page.setViewportSize({ width: 390, height: 844 })
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ).toBeLessThanOrEqual(0)
  await page.setViewportSize({ width: 1440, height: 900 })
}

const languages = [
  {
    locale: 'en-GB',
    doors: ['My customer file', 'My website or app', 'Look around first'],
    open: 'Open the sample',
    invented: 'Everything here is invented',
    segment: 'Every day, far out',
    why: 'Why',
    withheld: /may not, or no longer, be quoted/,
    list: 'Take out a list',
  },
  {
    locale: 'da-DK',
    doors: ['Min kundefil', 'Mit website eller min app', 'Se dig omkring først'],
    open: 'Åbn eksemplet',
    invented: 'Alt her er opdigtet',
    segment: 'Hver dag, langt ude',
    why: 'Hvorfor',
    withheld: /må ikke eller ikke længere citeres/,
    list: 'Tag en liste ud',
  },
]

describe.skipIf(!chromiumPresent).each(languages)('in $locale', (said) => {
  test('a new workspace has three doors, and the third leads into the story', async () => {
    const { page, context, member, complaints } = await open(said.locale)
    await page.goto(`${program.url}/w/${member.workspaceId}`)
    for (const door of said.doors) await page.getByRole('heading', { name: door }).waitFor()
    await shoot(page, `doors-${said.locale}`)
    expect(await checkAxe(page)).toEqual([])
    await fits(page)
    await page.getByRole('button', { name: said.open }).click()
    await page.getByText(said.invented).waitFor({ timeout: 30_000 })
    await page.getByRole('link', { name: said.segment }).waitFor({ timeout: 30_000 })
    // What was said to screen readers while the button worked is taken away after some seconds.
    await page.locator('[data-live-announcer] [role=img]').first().waitFor({ state: 'detached' })
    await shoot(page, `home-${said.locale}`)
    expect(await checkAxe(page)).toEqual([])
    await fits(page)
    expect(complaints).toEqual([])
    await context.close()
  }, 90_000)

  test('the portrait says who, why, in whose words, and what is not known; every figure opens', async () => {
    const { page, context, member, complaints } = await open(said.locale)
    const language = said.locale === 'da-DK' ? 'da' : 'en'
    const { workspaceId } = await openSample(program.app, { user: member, language })
    const segments = await listSegments(program.app, workspaceId)
    const segmentId = segments.find(({ name }) => name === said.segment)?.segmentId ?? ''
    await page.goto(`${program.url}/w/${workspaceId}/segments/${segmentId}/portrait`)
    await page.getByRole('heading', { level: 1, name: said.segment }).waitFor()
    await page.getByRole('heading', { level: 2, name: said.why, exact: true }).waitFor()
    await page.getByText(said.withheld).first().waitFor()
    expect(await page.locator('blockquote').count()).toBeGreaterThan(4)
    await page.getByText(said.invented).waitFor()
    await shoot(page, `portrait-${said.locale}`)
    expect(await checkAxe(page)).toEqual([])
    await fits(page)
    await evidence(page)
    await list(page, said.list)
    expect(complaints).toEqual([])
    await context.close()
  }, 90_000)

  test('on paper there is the portrait, without buttons or menu', async () => {
    const { page, context, member } = await open(said.locale)
    const language = said.locale === 'da-DK' ? 'da' : 'en'
    const { workspaceId } = await openSample(program.app, { user: member, language })
    const [segment] = await listSegments(program.app, workspaceId)
    await page.goto(`${program.url}/w/${workspaceId}/segments/${segment?.segmentId}/portrait`)
    await page.locator('blockquote').first().waitFor()
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('navigation').count()).toBe(0)
    expect(await page.getByRole('button').count()).toBe(0)
    expect(await page.locator('blockquote').first().isVisible()).toBe(true)
    await page.getByText(said.invented).waitFor()
    // The words go across the paper, not down a column beside an empty menu.
    await page.setViewportSize({ width: 794, height: 1123 })
    const across = await page.locator('article').boundingBox()
    expect(across?.width).toBeGreaterThan(600)
    if (isShooting) {
      await page.pdf({ path: `test/results/portrait-${said.locale}.pdf`, format: 'A4' })
      await page.screenshot({ path: `test/results/portrait-print-${said.locale}.png`, fullPage: true })
    }
    await context.close()
  }, 90_000)
})

test.skipIf(!chromiumPresent)(
  'a real file is not taken into the sample; a button leads to where it belongs',
  async () => {
    const { page, context, member, complaints } = await open('en-GB')
    const { workspaceId } = await openSample(program.app, { user: member, language: 'en' })
    await page.goto(`${program.url}/w/${workspaceId}/imports`)
    await page.getByText('what is real belongs in a workspace of your own').waitFor()
    expect(await page.locator('input[type=file]').count()).toBe(0)
    expect(await checkAxe(page)).toEqual([])
    await fits(page)
    await page.getByRole('button', { name: 'Go to Nordlys' }).click()
    await page.waitForURL(`**/w/${member.workspaceId}`)
    expect(complaints).toEqual([])
    await context.close()
  },
  60_000,
)

test.skipIf(!chromiumPresent).each(['en-GB', 'da-DK', 'sv-SE', 'nl-NL', 'de-DE'])(
  'what sets a segment apart is to be seen whole on a phone in %s',
  async (locale) => {
    const { page, context, member } = await open(locale)
    await page.setViewportSize({ width: 390, height: 844 })
    const { workspaceId } = await openSample(program.app, { user: member, language: 'en' })
    const segment = (await listSegments(program.app, workspaceId)).find(
      ({ name }) => name === 'Every day, far out',
    )
    await page.goto(`${program.url}/w/${workspaceId}/segments/${segment?.segmentId}/portrait`)
    const table = page.getByRole('table').first()
    await table.waitFor()
    const lift = table.getByText(/\d times as|\d keer|\d-mal|\d gånger|\d gange/u)
    expect(await lift.filter({ visible: true }).count()).toBeGreaterThan(0)
    const { left, right } = await table.evaluate((found) => found.getBoundingClientRect())
    expect([left >= 0, right]).toEqual([true, expect.toSatisfy((edge: number) => edge <= 390)])
    const evidence = await table.getByRole('button').last().boundingBox()
    expect(evidence).not.toBeNull()
    expect((evidence?.x ?? 0) + (evidence?.width ?? 0)).toBeLessThanOrEqual(390)
    await shoot(page, `portrait-phone-${locale}`)
    await context.close()
  },
  90_000,
)

async function evidence(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /Evidence|Belæg/ })
    .nth(1)
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('SELECT').first().waitFor()
  if (isShooting) await page.screenshot({ path: 'test/results/portrait-evidence.png' })
  expect(await checkAxe(page)).toEqual([])
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
}

/** A list is there only after its purpose is promised. */
async function list(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name }).click()
  const dialog = page.getByRole('dialog')
  expect(await dialog.getByRole('link').count()).toBe(0)
  await dialog.getByText(/only for this|kun til dette/).click()
  const waiting = page.waitForEvent('download')
  await dialog.getByRole('link', { name: /CSV/ }).first().click()
  const file = await waiting
  expect(file.suggestedFilename()).toMatch(/^email_marketing-[\da-f-]+\.csv$/)
  expect(await file.failure()).toBeNull()
}
