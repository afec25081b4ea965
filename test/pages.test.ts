import { existsSync } from 'node:fs'
import { sql } from 'kysely'
import type { Browser, ConsoleMessage, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSample } from '../src/insights/sample/sample-workspace.ts'
import { pages } from '../web/app/pages.ts'
import { allShown } from './browser.ts'
import { signUp, type TestUser } from './members.ts'
import { openProgram, signInBrowser, type Program } from './program.ts'
import { checkAxe, launchBrowser, shoot } from './screenshots.ts'

const chromiumPresent = existsSync(process.env['CHROMIUM'] ?? '/usr/bin/chromium')

let program: Program
let user: TestUser
let browser: Browser
let ids: Record<string, string>

beforeAll(async () => {
  if (!chromiumPresent) return
  program = await openProgram()
  user = await signUp(program.app, { name: 'Astrid Holm' })
  const { workspaceId } = await openSample(program.app, { user, language: 'en' })
  ids = await findIds(workspaceId)
  browser = await launchBrowser()
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await program?.close()
})

/** One of each thing of the sample workspace, by the name paths give it. */
async function findIds(workspaceId: string): Promise<Record<string, string>> {
  const tables = {
    personId: 'people',
    studyId: 'studies',
    interviewId: 'interviews',
    segmentId: 'segments',
    setId: 'segment_sets',
    codeId: 'codes',
    importId: 'imports',
    sittingId: 'sittings',
  }
  const found: Record<string, string> = { workspaceId }
  for (const [name, table] of Object.entries(tables)) {
    const { rows } = await sql<{
      id: string
    }>`select id from ${sql.table(table)} where workspace_id = ${workspaceId} limit 1`.execute(program.app.pg)
    if (rows[0]) found[name] = rows[0].id
  }
  return found
}

function addressOf(path: string): string | undefined {
  const filled = path.replaceAll(/\$(\w+)/g, (whole, name: string) => ids[name] ?? whole)
  return filled.includes('$') ? undefined : filled
}

describe.skipIf(!chromiumPresent)('every page', () => {
  test.each(pages.map((page) => [page.path]))(
    '%s stands in two languages, light and dark, wide and narrow, without a violation',
    async (path) => {
      const address = addressOf(path)
      if (address === undefined)
        return expect(needsMore, `${path} needs something the sample does not have`).toContain(path)
      for (const locale of ['en-GB', 'da-DK']) await visit({ address, locale, name: path })
    },
    60_000,
  )

  // German and Dutch compounds are what breaks a narrow page first.
  test.each(['sv-SE', 'nl-NL', 'de-DE'])(
    'fits a phone in %s',
    async (locale) => {
      const pushed: Record<string, number> = {}
      for (const signedIn of ['no', 'yes'] as const) {
        const page = await pageOf({ locale, signedIn })
        await page.setViewportSize(phone)
        for (const { path } of pages.filter((one) => one.path.startsWith('/w/') === (signedIn === 'yes'))) {
          const address = addressOf(path)
          if (address === undefined) continue
          await goTo(page, address)
          const sideways = await sidewaysOf(page)
          if (sideways > 0) pushed[path] = sideways
        }
      }
      expect(pushed).toEqual({})
    },
    180_000,
  )
})

describe.skipIf(!chromiumPresent)('a page about something that is not there', () => {
  test('has a heading, says so, and is without a violation', async () => {
    const page = await pageOf({ locale: 'en-GB', signedIn: 'yes' })
    const nobody = '00000000-0000-7000-8000-000000000000'
    for (const path of ['interviews', 'studies', 'codes', 'people', 'segments', 'recordings']) {
      await page.goto(`${program.url}/w/${ids['workspaceId']}/${path}/${nobody}`)
      await page.getByRole('alert').first().waitFor()
      expect(await page.getByRole('heading', { level: 1 }).count(), path).toBe(1)
      expect(await checkAxe(page), path).toEqual([])
    }
  }, 60_000)

  test('goes on saying so while it is asked for again', async () => {
    const page = await pageOf({ locale: 'en-GB', signedIn: 'yes' })
    const nobody = '00000000-0000-7000-8000-000000000000'
    let silent = 0
    await page.goto(`${program.url}/w/${ids['workspaceId']}/codes/${nobody}`)
    await page.getByRole('alert').waitFor()
    await page.route(`**/codes/${nobody}/quotes*`, () => {
      silent += 1
    })
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect.poll(() => silent).toBeGreaterThan(0)
    await page.waitForTimeout(200)
    expect(await page.getByRole('alert').count()).toBe(1)
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
    await page.unrouteAll({ behavior: 'ignoreErrors' })
  }, 60_000)
})

describe.skipIf(!chromiumPresent)('the search of people', () => {
  test('is there again on the way back from one of them', async () => {
    const context = await browser.newContext({ locale: 'en-GB' })
    await signInBrowser(context, { url: program.url, user })
    const page = await context.newPage()
    const { rows } = await sql<{ pseudonym: string }>`
      select pseudonym from people where id = ${ids['personId']}`.execute(program.app.pg)
    const { pseudonym = '' } = rows[0] ?? {}
    await page.goto(`${program.url}/w/${ids['workspaceId']}/people`)
    await page.getByRole('searchbox').fill(pseudonym)
    await page.getByRole('searchbox').press('Enter')
    await page.waitForURL((url) => url.searchParams.get('q') === pseudonym)
    await page.getByRole('link', { name: pseudonym, exact: true }).click()
    await page.getByRole('heading', { level: 1, name: pseudonym }).waitFor()
    await page.goBack()
    await page.getByRole('link', { name: pseudonym, exact: true }).waitFor()
    expect(await page.getByRole('searchbox').inputValue()).toBe(pseudonym)
    expect(await page.getByRole('row').count()).toBeLessThan(20)
    await context.close()
  }, 60_000)
})

/** Pages about things the sample has none of; their rooms test them. */
const needsMore = [
  '/w/$workspaceId/answers/$answersId',
  '/w/$workspaceId/imports/$importId',
  '/w/$workspaceId/segments/proposals/$proposalId',
  '/w/$workspaceId/exchange/$codingImportId',
  '/w/$workspaceId/recordings/$recordingId',
  '/w/$workspaceId/documents/$documentId',
  '/w/$workspaceId/double-coding/$roundId',
]

async function visit({
  address,
  locale,
  name,
}: {
  address: string
  locale: string
  name: string
}): Promise<void> {
  const page = await pageOf({ locale, signedIn: address.startsWith('/w/') ? 'yes' : 'no' })
  const complaints: string[] = []
  const onConsole = (message: ConsoleMessage) => {
    if (message.type() === 'error') complaints.push(message.text())
  }
  const onError = (error: Error) => complaints.push(String(error))
  page.on('console', onConsole).on('pageerror', onError)
  try {
    await page.setViewportSize(desk)
    // Both ways in: the address itself, and from another page.
    await (locale === 'en-GB' ? open(page, address) : goTo(page, address))
    // What is off the screen is not painted anew when the colours change; axe would measure the old ones.
    // Not as a <style>, which the page's policy forbids.
    await page.evaluate(paintAll)
    await shoot(page, `${name.replaceAll(/\W+/g, '-')}-${locale.slice(0, 2)}`)
    expect(await checkAxe(page)).toEqual([])
    await page.setViewportSize(phone)
    expect(await sidewaysOf(page)).toBeLessThanOrEqual(0)
    expect(complaints).toEqual([])
  } finally {
    page.off('console', onConsole).off('pageerror', onError)
  }
}

const desk = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }
const windows = new Map<string, Promise<Page>>()

/** One for all pages in a language, so that the app is fetched and read once. */
function pageOf({ locale, signedIn }: { locale: string; signedIn: 'yes' | 'no' }): Promise<Page> {
  const key = `${locale} ${signedIn}`
  const known = windows.get(key)
  if (known) return known
  const made = browser.newContext({ locale, viewport: desk }).then(async (context) => {
    if (signedIn === 'yes') await signInBrowser(context, { url: program.url, user })
    return context.newPage()
  })
  windows.set(key, made)
  return made
}

async function open(page: Page, address: string): Promise<void> {
  await page.goto(program.url + address)
  await allShown(page)
}

/** Goes on from the page that is open, as its links do, once the app runs; the heading of the page before is gone then. */
async function goTo(page: Page, address: string): Promise<void> {
  // Before signing in, one address may lead to another.
  if (!page.url().includes('/w/')) return open(page, address)
  const before = await page.locator('h1').first().elementHandle()
  await page.evaluate((to) => history.pushState(null, '', to), address)
  await page.waitForFunction((heading) => heading?.isConnected !== true, before)
  await allShown(page)
}

/** How many pixels the page can be pushed sideways. */
function sidewaysOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

const paintAll = `if (document.adoptedStyleSheets.length === 0) {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync('* { content-visibility: visible !important }')
  document.adoptedStyleSheets.push(sheet)
}`
