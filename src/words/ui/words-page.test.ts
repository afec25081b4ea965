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
if (!chromiumPresent) console.warn('no Chromium here: the suite "words in a browser" does not run')

const numbers = Array.from({ length: 12 }, (_, place) => place + 1)

describe.skipIf(!chromiumPresent)('words in a browser', () => {
  let program: Program
  let browser: Browser
  let ann: TestMember
  beforeAll(async () => {
    program = await openProgram()
    ann = await openWorkspace(program.app)
    const queues = await openStudy(program.app, ann, { title: 'Queues' })
    const talk = numbers.map((name) => `Q${name}: I waited in the queue. The queues are long, and I wait.`)
    await bringTalk(program.app, ann, { ...queues, talk: talk.join('\n') })
    const apps = await openStudy(program.app, ann, { title: 'Apps' })
    const others = numbers
      .slice(0, 11)
      .map((name) => `A${name}: I like the app. It is fast, and others are not.`)
    await bringTalk(program.app, ann, { ...apps, talk: others.join('\n') })
    browser = await launchBrowser()
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await program?.close()
  })

  test.each([
    ['en-GB', en],
    ['da-DK', da],
  ])(
    'in %s a study’s words stand in order, say how sure they are, and open to where they were said',
    async (locale, words) => {
      const context = await browser.newContext({ locale, viewport: { width: 1440, height: 900 } })
      await signInBrowser(context, { url: program.url, user: ann })
      const page = await context.newPage()
      page.setDefaultTimeout(20_000)
      await page.goto(`${program.url}/w/${ann.workspaceId}/words`)
      // The newest study comes first: the eleven who speak of the app.
      await page.getByText(words['words.few.why']).waitFor()
      expect(await checkAxe(page)).toEqual([])
      const chooser = page.getByRole('combobox', { name: words['words.whose'] })
      await chooser.fill('Queues')
      await page.getByRole('option', { name: /Queues/ }).click()
      await page.getByRole('button', { name: 'queue', exact: true }).click()
      await page.locator('mark').first().waitFor()
      expect(await page.getByRole('button', { name: 'in', exact: true }).count()).toBe(0)
      await shoot(page, `words-${locale}`)
      expect(await checkAxe(page)).toEqual([])
      expect(await page.locator('mark').allTextContents()).toContain('queues')
      await context.close()
    },
    90_000,
  )
})
