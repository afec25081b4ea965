import { existsSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { serveBuiltWeb, type BuiltWeb } from '../../test/built-web.ts'
import { launchBrowser } from '../../test/screenshots.ts'

const chromiumPresent = existsSync(process.env['CHROMIUM'] ?? '/usr/bin/chromium')
if (!chromiumPresent) console.warn('no Chromium here (set CHROMIUM): where the focus goes is not looked at')

describe.skipIf(!chromiumPresent)('when what is focused goes away, the focus', () => {
  let web: BuiltWeb
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    web = await serveBuiltWeb({})
    browser = await launchBrowser()
    page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
    page.setDefaultTimeout(5000)
  }, 120_000)
  afterAll(async () => {
    await browser.close()
    await web.close()
  })
  beforeEach(async () => {
    await page.goto(`${web.address}/kit`)
    await button('Remove Apple').waitFor()
  })
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const press = (name: string) => button(name).press('Enter')
  const isOn = (name: string) => page.locator(':focus', { hasText: name }).waitFor()
  const isOnButton = (name: string) => button(name).and(page.locator(':focus')).waitFor()

  test('goes to the next item, at the end to the one before, and from the last one to the heading', async () => {
    await press('Remove Pear')
    await isOnButton('Remove Plum')
    await page.keyboard.press('Enter')
    await isOnButton('Remove Apple')
    await page.keyboard.press('Enter')
    await page.locator('h2:focus', { hasText: 'Items' }).waitFor()
  })

  test('goes to what came instead', async () => {
    await press('Make keys')
    await isOn('The keys')
  })

  test('goes on from a dialog that took away the row it was opened from', async () => {
    await press('Delete First row')
    await press('Yes, delete')
    await isOnButton('Delete Second row')
    await page.keyboard.press('Enter')
    await press('Yes, delete')
    await page.locator('h2:focus', { hasText: 'Items' }).waitFor()
  })

  test('goes back to what opened a dialog that was only closed', async () => {
    await press('Delete First row')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await isOnButton('Delete First row')
  })

  test('comes back to a button that was only busy, and presses nothing beside it', async () => {
    await press('Slow')
    await page.getByText('Done once').waitFor()
    await isOnButton('Slow')
    expect(await page.getByText('Beside pressed').count()).toBe(0)
  })

  test('leaves a button that can be pressed no longer', async () => {
    await press('Only once')
    await page.locator('h2:focus', { hasText: 'A form that ends' }).waitFor()
  })

  test('is not fetched back to a page where nothing was focused', async () => {
    await button('Remove Apple').focus()
    await page.getByRole('heading', { name: 'Items' }).click()
    await page.evaluate('document.querySelector(\'li:has(> [aria-label="Remove Apple"])\')?.remove()')
    await page.waitForTimeout(300)
    expect(await page.evaluate('document.activeElement === document.body')).toBe(true)
  })
})
