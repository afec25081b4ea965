import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorkspace, type TestMember } from '../../../test/members.ts'
import { openProgram, signInBrowser, type Program } from '../../../test/program.ts'
import { checkAxe, launchBrowser, shoot } from '../../../test/screenshots.ts'

const chromiumPresent = existsSync(process.env['CHROMIUM'] ?? '/usr/bin/chromium')
if (!chromiumPresent) console.warn('no Chromium here (set CHROMIUM): files are not brought in by a browser')

const data = join(import.meta.dirname, '../../../test/data')
const bank = join(data, 'customers/bank-additional.csv')

const words = {
  en: {
    file: 'Drop a file here',
    columns: 'What the columns become',
    start: 'Bring it in',
    analysis: /Counting them/,
    contract: /Needed for our contract/,
    done: /Brought in under/,
    unfinished: /was not sent to the end/,
    number: '4,119',
    mend: 'lines to mend',
    held: /looks sensitive/,
    events: 'Events as they arrive',
  },
  da: {
    file: 'Slip en fil her',
    columns: 'Hvad kolonnerne bliver til',
    start: 'Hent ind',
    analysis: /Tælle dem/,
    contract: /Nødvendigt for vores aftale/,
    done: /Hentet ind under/,
    unfinished: /blev ikke sendt færdig/,
    number: '4.119',
    mend: 'linjer at rette',
    held: /ser følsom ud/,
    events: 'Hændelser, når de kommer ind',
  },
} as const

describe.skipIf(!chromiumPresent)('files in a browser', () => {
  let program: Program
  let browser: Browser
  beforeAll(async () => {
    program = await openProgram()
    browser = await launchBrowser()
  }, 180_000)
  afterAll(async () => {
    await browser.close()
    await program.close()
  })

  describe.each(['en', 'da'] as const)('in %s', (locale) => {
    let page: Page
    let owner: TestMember
    const t = words[locale]
    beforeAll(async () => {
      owner = await openWorkspace(program.app)
      const context = await browser.newContext({
        viewport: { width: 1440, height: 900 },
        locale: locale === 'en' ? 'en-GB' : 'da-DK',
      })
      await signInBrowser(context, { url: program.url, user: owner })
      page = await context.newPage()
    })
    const choose = (path: string) => page.locator('input[type=file]').first().setInputFiles(path)
    const files = () => page.goto(`${program.url}/w/${owner.workspaceId}/imports`)
    const sideways = () =>
      page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')

    test('an upload stopped by loading the page anew goes on when the same file is chosen again', async () => {
      await files()
      await page.getByText(t.file).waitFor()
      await shoot(page, `imports-empty-${locale}`)
      expect(await checkAxe(page)).toEqual([])
      let blocked = 0
      await page.route('**/uploads/*', async (route) => {
        if (route.request().method() !== 'PUT') return route.continue()
        blocked += 1
        return undefined
      })
      await choose(bank)
      await expect.poll(() => blocked).toBe(1)
      const begun = await program.app.pg
        .selectFrom('uploads')
        .select('id')
        .where('workspace_id', '=', owner.workspaceId)
        .execute()
      // The page goes first: to stop holding requests lets this one through.
      await page.reload()
      await page.unrouteAll({ behavior: 'ignoreErrors' })
      await page.getByText(t.unfinished).waitFor()
      await choose(bank)
      await page.getByRole('heading', { name: t.columns }).waitFor()
      const uploads = await program.app.pg
        .selectFrom('uploads')
        .select(['id', 'size', 'received'])
        .where('workspace_id', '=', owner.workspaceId)
        .execute()
      expect(uploads.map(({ id }) => id)).toEqual(begun.map(({ id }) => id))
      expect(uploads[0]?.received).toBe(uploads[0]?.size)
    }, 60_000)

    test('the bank file is mapped by itself, started with what it may be used for, and comes to 4,119 people', async () => {
      await page.getByRole('cell').first().waitFor()
      await shoot(page, `imports-mapping-${locale}`)
      expect(await checkAxe(page)).toEqual([])
      expect(await sideways()).toBe(0)
      await page.getByRole('button', { name: t.analysis }).click()
      await page.getByRole('option', { name: t.contract }).click()
      const started = page.waitForResponse((response) => response.url().endsWith('/start'))
      await page.getByRole('button', { name: t.start, exact: true }).click()
      expect((await started).status()).toBe(200)
      // The page closed in the middle of it does not stop it.
      await page.reload()
      await page.getByText(t.done).waitFor({ timeout: 60_000 })
      expect(await page.getByText(t.number, { exact: true }).first().isVisible()).toBe(true)
      await shoot(page, `imports-done-${locale}`)
      expect(await checkAxe(page)).toEqual([])
      await files()
      await page.getByRole('link', { name: 'bank-additional.csv' }).waitFor()
      await shoot(page, `imports-list-${locale}`)
    }, 120_000)

    test('order lines without a customer are listed to be mended', async () => {
      await files()
      await choose(join(data, 'uploads/online-retail-2010-12-01.csv'))
      await page.getByRole('radio').first().waitFor()
      await page.getByRole('button', { name: t.analysis }).click()
      await page.getByRole('option', { name: t.contract }).click()
      await page.getByRole('button', { name: t.start, exact: true }).click()
      await page.getByText(t.mend).first().waitFor({ timeout: 60_000 })
      await page.getByRole('table').waitFor()
      await page.mouse.move(0, 0)
      await shoot(page, `imports-rejects-${locale}`)
      expect(await checkAxe(page)).toEqual([])
      expect(await sideways()).toBe(0)
    }, 90_000)

    test('sensitive columns are shown held back, with the grounds to choose from', async () => {
      await files()
      const rows = Array.from(
        { length: 40 },
        (_, n) => `p${n}@example.org,${n % 2 ? 'Catholic' : 'Muslim'},Aarhus\n`,
      )
      await page
        .locator('input[type=file]')
        .first()
        .setInputFiles({
          name: 'members.csv',
          mimeType: 'text/csv',
          buffer: Buffer.from(`email,religion,city\n${rows.join('')}`),
        })
      await page.getByText(t.held).waitFor()
      await shoot(page, `imports-held-${locale}`)
      expect(await checkAxe(page)).toEqual([])
      expect(await sideways()).toBe(0)
    }, 60_000)

    test('the live page counts what arrived and shows how to send the first', async () => {
      await page.goto(`${program.url}/w/${owner.workspaceId}/events`)
      await page.getByRole('heading', { name: t.events }).waitFor()
      await page.getByRole('table').first().waitFor()
      await shoot(page, `events-live-${locale}`)
      expect(await checkAxe(page)).toEqual([])
      expect(await sideways()).toBe(0)
    }, 60_000)
  })
})
