import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveBuiltWeb, type BuiltWeb } from './built-web.ts'
import { checkAxe, launchBrowser, shoot } from './screenshots.ts'

const chromiumPresent = existsSync(process.env['CHROMIUM'] ?? '/usr/bin/chromium')
if (!chromiumPresent)
  console.warn('no Chromium here (set CHROMIUM): the suite "the web app in a browser" does not run')

const results = join(import.meta.dirname, 'results')

const session = {
  member: { email: 'astrid@example.org', name: 'Astrid Holm' },
  workspaces: [
    { id: 'w1', name: 'Fjordbanken', role: 'owner', permissions: [], isSample: false },
    { id: 'w2', name: 'Sample workspace', role: 'owner', permissions: [], isSample: true },
  ],
}

let web: BuiltWeb
beforeAll(async () => {
  web = await serveBuiltWeb({ '/api/session': session })
}, 120_000)
afterAll(() => web.close())

it('the first load is at most 260 kB gzip', () => {
  expect(firstLoadBytes(web.folder)).toBeLessThanOrEqual(260_000)
})

it('each language is a file for the entrance and one for the rooms, and none of it is in the program', () => {
  const files = readdirSync(join(web.folder, 'assets'))
  for (const locale of ['en', 'da', 'sv', 'nl', 'de'])
    expect(files.filter((file) => file.startsWith(`${locale}-`) && file.endsWith('.js'))).toHaveLength(2)
})

describe.skipIf(!chromiumPresent)('the web app in a browser', () => {
  let browser: Browser
  let page: Page
  const complaints: string[] = []
  beforeAll(async () => {
    browser = await launchBrowser()
    page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(String(error)))
  })
  afterAll(() => browser.close())

  it('every component stands in light and dark, wide and narrow, without a violation', async () => {
    await page.goto(`${web.address}/kit`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await shoot(page, 'kit')
    expect(await checkAxe(page)).toEqual([])
    expect(await sideways(page)).toBe(0)
  }, 60_000)

  it('an open dialog, menu and list have no violation', async () => {
    for (const [name, role] of openers) {
      await page.goto(`${web.address}/kit`)
      await page.getByRole('button', { name, exact: true }).first().click()
      await page.getByRole(role).first().waitFor()
      await page.screenshot({ path: join(results, `kit-${name.toLowerCase().replaceAll(' ', '-')}.png`) })
      expect(await checkAxe(page), name).toEqual([])
    }
  }, 90_000)

  it('what cannot be undone is done by Enter once the word is typed, and not before', async () => {
    await page.goto(`${web.address}/kit`)
    await page.getByRole('button', { name: 'Erase', exact: true }).click()
    const word = page.getByRole('dialog').getByRole('textbox')
    await word.pressSequentially('P-041')
    await word.press('Enter')
    expect(await page.getByRole('dialog').isVisible()).toBe(true)
    await word.pressSequentially('7')
    await word.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached', timeout: 5000 })
  }, 60_000)

  it('a form refused because of a field is sent again by one press, whether the field was mended or not', async () => {
    await page.goto(`${web.address}/kit`)
    const field = page.getByLabel('Address at work')
    const send = page.getByRole('button', { name: 'Send', exact: true })
    const words = 'Only addresses at example.org are let in.'
    const refusal = page.locator('[slot=errorMessage]', { hasText: words })
    await field.fill('astrid@example.com')
    await send.click()
    await refusal.waitFor()
    await send.click()
    await page.getByText('Sent 2 times').waitFor({ timeout: 3000 })
    await refusal.waitFor()
    await field.press('End')
    await page.keyboard.type('x')
    await refusal.waitFor({ state: 'detached', timeout: 3000 })
    await field.fill('astrid@example.org')
    // Where the button stands now: a press must not make it jump away under the finger.
    const box = await send.boundingBox()
    await page.mouse.move((box?.x ?? 0) + 5, (box?.y ?? 0) + 5)
    await page.mouse.down()
    await page.mouse.up()
    await page.getByText('Sent 3 times').waitFor({ timeout: 3000 })
  }, 60_000)

  it('a field that was missing says so no longer once it is filled in, and one press sends the form', async () => {
    await page.goto(`${web.address}/kit`)
    const field = page.getByLabel('Address at work')
    const send = page.getByRole('button', { name: 'Send', exact: true })
    const missing = page.locator('form', { has: field }).getByText('This is needed.')
    await send.click()
    await missing.waitFor()
    await field.focus()
    await page.keyboard.type('a')
    await missing.waitFor({ state: 'detached', timeout: 3000 })
    await field.press('Enter')
    await page.getByText('Sent 1 times').waitFor({ timeout: 3000 })
  }, 60_000)

  it('the sample workspace says on every page that it is invented, and the other does not', async () => {
    await page.goto(`${web.address}/w/w2/nowhere`)
    await page.getByText('Everything here is invented').waitFor()
    expect(await checkAxe(page)).toEqual([])
    await page.goto(`${web.address}/w/w1/nowhere`)
    await page.getByRole('navigation').waitFor()
    expect(await page.getByText('Everything here is invented').count()).toBe(0)
  }, 60_000)

  it('a language chosen in the menu is there at once and after a reload', async () => {
    await page.goto(`${web.address}/w/w2/nowhere`)
    await page.getByRole('button', { name: /Astrid Holm/ }).click()
    await page.getByRole('menuitem', { name: 'Dansk' }).click()
    await page.getByText('Alt her er opdigtet').waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('da')
    await page.reload()
    await page.getByText('Alt her er opdigtet').waitFor()
    await shoot(page, 'shell')
    await page.evaluate('localStorage.clear()')
  }, 60_000)

  it('on a phone the menu opens from a button and nothing scrolls sideways', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(`${web.address}/w/w1/nowhere`)
    await page.getByRole('button', { name: 'Menu', exact: true }).click()
    await page.getByRole('dialog').waitFor()
    await page.screenshot({ path: join(results, 'shell-drawer-390.png') })
    expect(await checkAxe(page)).toEqual([])
    await page.keyboard.press('Escape')
    expect(await sideways(page)).toBe(0)
    await page.setViewportSize({ width: 1440, height: 900 })
  }, 60_000)

  it('another workspace’s address says that nothing is there', async () => {
    await page.goto(`${web.address}/w/not-mine`)
    await page.getByText('There is nothing here').waitFor()
    await shoot(page, 'not-found')
  }, 60_000)

  it('the strict Content-Security-Policy is never broken and nothing throws', () => {
    expect(complaints).toEqual([])
  })
})

const openers = [
  ['Open a dialog', 'dialog'],
  ['Erase', 'dialog'],
  ['Menu', 'menu'],
] as const

/** How many pixels the page is wider than the screen. */
const sideways = (page: Page) =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')

/** What a browser fetches before it shows anything: the page, the entry with all it imports, its styles and the largest language. */
function firstLoadBytes(folder: string): number {
  const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Manifest
  const files = new Set(['index.html', 'theme.js'])
  const visit = (key: string) => {
    const chunk = manifest[key]
    if (!chunk || files.has(chunk.file)) return
    files.add(chunk.file)
    for (const style of chunk.css ?? []) files.add(style)
    for (const imported of chunk.imports ?? []) visit(imported)
  }
  visit('index.html')
  visit('../virtual:messages/de')
  const bytes = [...files].map((file) => gzipSync(readFileSync(join(folder, file))).length)
  return bytes.reduce((sum, each) => sum + each, 0)
}

type Manifest = Record<string, { file: string; css?: string[]; imports?: string[] }>
