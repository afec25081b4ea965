import { existsSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorkspace, type TestMember } from '../../../test/members.ts'
import { openProgram, signInBrowser, type Program } from '../../../test/program.ts'
import { checkAxe, launchBrowser, shoot } from '../../../test/screenshots.ts'
import { bringTalk, openStudy } from '../../../test/spoken-study.ts'
import da from './messages/da.json' with { type: 'json' }
import en from './messages/en.json' with { type: 'json' }

const chromiumPresent = existsSync(process.env['CHROMIUM'] ?? '/usr/bin/chromium')
if (!chromiumPresent) console.warn('no Chromium here: the suite "search in a browser" does not run')

describe.skipIf(!chromiumPresent)('search in a browser', () => {
  let program: Program
  let browser: Browser
  let ann: TestMember
  beforeAll(async () => {
    program = await openProgram()
    ann = await openWorkspace(program.app)
    const study = await openStudy(program.app, ann, { title: 'Why people switch bank' })
    const talk = `Interviewer: When did you last switch?
Mette: In spring. The fees were rising and nobody answered the phone.
Interviewer: So the fees made you leave?
Bo: I have never switched. The branch on the corner is friendly.`
    await bringTalk(program.app, ann, { ...study, talk, title: 'Interview 1' })
    const danish = `Interviewer: Hvad skete der?
Mette: Gebyret blev ved med at stige, og kunderne ventede længe i telefonen.
Bo: Jeg betaler også gebyrer.`
    await bringTalk(program.app, ann, { ...study, talk: danish, title: 'Interview 2', language: 'da' })
    browser = await launchBrowser()
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await program?.close()
  })

  test.each([
    ['en-GB', en, 'fee', ['fees', 'fees']],
    ['da-DK', da, 'gebyr', ['Gebyret', 'gebyrer']],
  ] as const)(
    'in %s the key / leads to the search, which shows words in their places and leads to the conversation',
    async (locale, words, typed, found) => {
      const context = await browser.newContext({ locale, viewport: { width: 1440, height: 900 } })
      await signInBrowser(context, { url: program.url, user: ann })
      const page = await context.newPage()
      page.setDefaultTimeout(30_000)
      await page.goto(`${program.url}/w/${ann.workspaceId}/codes`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.keyboard.press('/')
      const field = page.getByRole('searchbox', { name: words['coding.search.what'] })
      await field.waitFor()
      await page.keyboard.type(typed)
      await page.keyboard.press('Enter')
      await page.locator('mark').first().waitFor()
      expect(await page.locator('mark').allTextContents()).toEqual(found)
      expect(await checkAxe(page)).toEqual([])
      await page.locator('summary').click()
      await page.getByRole('button', { name: new RegExp(words['coding.search.role']) }).waitFor()
      await shoot(page, `search-${locale}`)
      expect(await checkAxe(page)).toEqual([])
      await page.getByRole('button', { name: new RegExp(words['coding.search.role']) }).click()
      await page.getByRole('option', { name: words['coding.search.role.participant'] }).click()
      await page.waitForURL(/role=participant/)
      await page.locator('figcaption a').first().click()
      await page.waitForURL(/\/interviews\/.*u=/)
      await page.goBack()
      expect(new URL(page.url()).searchParams.get('q')).toBe(typed)
      await context.close()
    },
    120_000,
  )
})
