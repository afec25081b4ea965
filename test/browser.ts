import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe } from 'vitest'
import type { TestApp } from './app.ts'
import type { TestUser } from './members.ts'
import { openProgram, signInBrowser, type Program } from './program.ts'
import { launchBrowser } from './screenshots.ts'

const chromiumPresent = existsSync(process.env['CHROMIUM'] ?? '/usr/bin/chromium')
const results = join(import.meta.dirname, 'results')
/**
 * Milliseconds a page is waited for: far more than it takes, since two suites and two engines share a small machine; and less than a test may take, so
 * that what was waited for is said.
 */
const patience = 30_000

type Opened = { context: BrowserContext; page: Page }
type Window = { locale?: string; width?: number }

/** The whole program with the web app, and a browser; there from before the suite's tests until after them. */
export type BrowserHouse = Readonly<{
  app: TestApp
  url: string
  browser: Browser
  /** A window of its own in which somebody is signed in, on no page yet. */
  openAs: (user: TestUser, window?: Window) => Promise<Opened>
}>

/** A suite of tests in a real browser; where there is none it says that it does not run. What a failed test saw is kept. */
export function describeInBrowser(name: string, tests: (house: BrowserHouse) => void): void {
  if (!chromiumPresent) console.warn(`no Chromium here: the suite "${name}" does not run`)
  describe.skipIf(!chromiumPresent)(`${name}`, () => {
    let program: Program
    let browser: Browser
    const seen = new Map<Page, string[]>()
    beforeAll(async () => {
      program = await openProgram()
      browser = await launchBrowser()
    }, 300_000)
    afterEach(async ({ task }) => {
      if (task.result?.state === 'fail') await tell(seen)
      for (const page of seen.keys()) if (page.isClosed()) seen.delete(page)
    })
    afterAll(async () => {
      await browser?.close()
      await program?.close()
    })
    tests({
      get app() {
        return program.app
      },
      get url() {
        return program.url
      },
      get browser() {
        return browser
      },
      async openAs(user, { locale = 'en-GB', width = 1440 } = {}) {
        const context = await browser.newContext({ locale, viewport: { width, height: 900 } })
        await signInBrowser(context, { url: program.url, user })
        const page = await context.newPage()
        page.setDefaultTimeout(patience)
        seen.set(page, listenTo(page))
        return { context, page }
      },
    })
  })
}

/** The cursor is in a turn of a conversation: from here on the reader's keys work. */
export async function cursorInTurn(page: Page): Promise<void> {
  await page.locator('li[data-utterance]:focus').waitFor()
}

/** What the page asked for is there: its heading, and no skeleton in the place of what is to come. */
export async function allShown(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor({ state: 'attached' })
  await page.locator('[role=status] > .breathe').first().waitFor({ state: 'detached' })
}

/** What a page asks of the program and complains of, the newest last. */
function listenTo(page: Page): string[] {
  const lines: string[] = []
  const began = Date.now()
  const say = (line: string) => lines.push(`${Date.now() - began} ms ${line}`)
  const pathOf = (url: string) => new URL(url).pathname
  page.on('response', (answer) => {
    const path = pathOf(answer.url())
    if (path.startsWith('/api/')) say(`${answer.status()} ${answer.request().method()} ${path}`)
  })
  page.on('requestfailed', (request) => {
    say(`failed ${request.method()} ${pathOf(request.url())}: ${request.failure()?.errorText ?? ''}`)
  })
  page.on('pageerror', (error) => {
    say(`error ${String(error)}`)
  })
  return lines
}

/** Prints what the open pages did last, each page once, and keeps a picture of each. */
async function tell(seen: Map<Page, readonly string[]>): Promise<void> {
  mkdirSync(results, { recursive: true })
  for (const [page, lines] of seen) {
    seen.delete(page)
    if (page.isClosed()) continue
    console.warn([`${page.url()} did last:`, ...lines.slice(-40)].join('\n'))
    console.warn(await page.locator('body').ariaSnapshot({ timeout: 5000 }).catch(String))
    const path = join(results, `failed-${Date.now()}.png`)
    await page.screenshot({ path, timeout: 5000 }).catch(() => undefined)
  }
}
