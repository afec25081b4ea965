import { existsSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorkspace, type TestMember } from '../../../test/members.ts'
import { openProgram, signInBrowser, type Program } from '../../../test/program.ts'
import { checkAxe, launchBrowser, shoot } from '../../../test/screenshots.ts'
import { bringTalk, openStudy } from '../../../test/spoken-study.ts'
import { markPassages } from '../highlights.ts'
import da from './messages/da.json' with { type: 'json' }
import en from './messages/en.json' with { type: 'json' }

const chromiumPresent = existsSync(process.env['CHROMIUM'] ?? '/usr/bin/chromium')
if (!chromiumPresent) console.warn('no Chromium here: the suite "saturation in a browser" does not run')

const codes = [['Price', 'Trust'], ['Price'], ['Service'], ['Trust'], ['Price'], ['Habit']]

describe.skipIf(!chromiumPresent)('saturation in a browser', () => {
  let program: Program
  let browser: Browser
  let ann: TestMember
  beforeAll(async () => {
    program = await openProgram()
    ann = await openWorkspace(program.app)
    const { studyId } = await openStudy(program.app, ann)
    for (const [place, names] of codes.entries()) await hear({ studyId, place, names })
    browser = await launchBrowser()
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await program?.close()
  })

  async function hear(given: { studyId: string; place: number; names: readonly string[] }) {
    const { studyId, place, names } = given
    const { interviewId, utterances } = await bringTalk(program.app, ann, {
      studyId,
      talk: `Mette: Well, ${place} then.\nInterviewer: And?\nMette: Yes.`,
      title: `Interview ${place + 1}`,
      happenedAt: new Date(Date.UTC(2026, 0, place + 1, 12)),
    })
    const [first] = utterances
    if (!first) throw new Error('nothing was said')
    for (const name of names)
      await markPassages(program.app, {
        workspaceId: ann.workspaceId,
        actor: ann.actor,
        interviewId,
        passages: [{ utteranceId: first.utteranceId, version: first.version, start: 0, end: 4 }],
        codeIds: [],
        newCode: { name, description: '', colour: 'teal' },
      })
  }

  test.each([
    ['en-GB', en, 'The launch is today'],
    ['da-DK', da, 'Lanceringen er i dag'],
  ] as const)(
    'in %s a study says that new things are still heard, never that it is done, and keeps a member’s reason',
    async (locale, words, why) => {
      const context = await browser.newContext({ locale, viewport: { width: 1440, height: 900 } })
      await signInBrowser(context, { url: program.url, user: ann })
      const page = await context.newPage()
      page.setDefaultTimeout(30_000)
      await page.goto(`${program.url}/w/${ann.workspaceId}/saturation`)
      await page.getByText(words['coding.saturation.hearing'], { exact: true }).waitFor()
      expect(await page.getByText(words['coding.saturation.agree'], { exact: true }).count()).toBe(0)
      expect(await page.getByText(words['coding.saturation.not.reached'], { exact: true }).count()).toBe(2)
      await page.getByRole('textbox', { name: words['coding.saturation.why'] }).fill(why)
      await page.getByRole('button', { name: locale === 'en-GB' ? 'Save' : 'Gem', exact: true }).click()
      await page.locator('li').getByText(why).waitFor()
      await shoot(page, `saturation-${locale}`)
      expect(await checkAxe(page)).toEqual([])
      await context.close()
    },
    120_000,
  )
})
