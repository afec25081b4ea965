import { existsSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { joinWorkspace, openWorkspace, type TestMember } from '../../../../test/members.ts'
import { openProgram, signInBrowser, type Program } from '../../../../test/program.ts'
import { checkAxe, launchBrowser, shoot } from '../../../../test/screenshots.ts'
import { bringTalk, openStudy } from '../../../../test/spoken-study.ts'
import da from '../messages/da.json' with { type: 'json' }
import en from '../messages/en.json' with { type: 'json' }

const chromiumPresent = existsSync(process.env['CHROMIUM'] ?? '/usr/bin/chromium')
if (!chromiumPresent) console.warn('no Chromium here: the suite "memos in a browser" does not run')

const talk = `Interviewer: When did you last switch bank?
Mette: The app was slow and nobody answered.`

describe.skipIf(!chromiumPresent)('memos in a browser', () => {
  let program: Program
  let browser: Browser
  beforeAll(async () => {
    program = await openProgram()
    browser = await launchBrowser()
  }, 300_000)
  afterAll(async () => {
    await browser?.close()
    await program?.close()
  })

  async function openAs(user: TestMember, locale: string): Promise<{ context: BrowserContext; page: Page }> {
    const context = await browser.newContext({ locale, viewport: { width: 1440, height: 900 } })
    await signInBrowser(context, { url: program.url, user })
    const page = await context.newPage()
    page.setDefaultTimeout(60_000)
    return { context, page }
  }

  test.each([
    ['en-GB', en],
    ['da-DK', da],
  ])(
    'in %s what is typed is kept by itself, a colleague sees it, and of two at once nobody loses a word',
    async (locale, words) => {
      const ann = await openWorkspace(program.app)
      const ben = await joinWorkspace(program.app, { workspaceId: ann.workspaceId, role: 'researcher' })
      const { studyId } = await openStudy(program.app, ann)
      const { interviewId } = await bringTalk(program.app, ann, { studyId, talk, title: 'With Mette' })
      const { context, page } = await openAs(ann, locale)
      const other = await openAs(ben, locale)
      await page.goto(`${program.url}/w/${ann.workspaceId}/interviews/${interviewId}`)
      await page.getByText(words['coding.memos.open']).click()
      await page.getByRole('textbox', { name: words['coding.memos.new'] }).fill('They wait')
      await page.getByRole('button', { name: words['coding.memos.add'] }).click()
      const box = page.getByRole('textbox', { name: words['coding.memo'] })
      await box.fill('They wait and nobody says why')
      await page.getByText(words['coding.memo.state.kept'], { exact: true }).waitFor()
      expect(await checkAxe(page)).toEqual([])

      const list = `${program.url}/w/${ann.workspaceId}/memos?study=${studyId}`
      await other.page.goto(list)
      await other.page.getByText('They wait and nobody says why').waitFor()
      await shoot(other.page, `memos-${locale}`)
      expect(await checkAxe(other.page)).toEqual([])
      await other.page.getByRole('link', { name: 'With Mette' }).click()
      await other.page.getByText(words['coding.memos.open']).click()
      const theirs = other.page.getByRole('textbox', { name: words['coding.memo'] })
      await theirs.waitFor()
      // Both type before either is kept: the slower is asked, and nothing is lost.
      await context.setOffline(true)
      await box.fill('Mine')
      await theirs.fill('Theirs')
      await other.page.getByText(words['coding.memo.state.kept'], { exact: true }).waitFor()
      await context.setOffline(false)
      await box.press('End')
      await box.pressSequentially('!')
      await page.getByText(words['coding.problem.memo-changed']).waitFor()
      expect(await box.inputValue()).toBe('Mine!')
      await shoot(page, `memo-conflict-${locale}`)
      await page.getByRole('button', { name: words['coding.memo.keep.mine'] }).click()
      await page.getByText(words['coding.memo.state.kept'], { exact: true }).waitFor()
      await page.reload()
      await page.getByText(words['coding.memos.open']).click()
      expect(await box.inputValue()).toBe('Mine!')
      await context.close()
      await other.context.close()
    },
    240_000,
  )
})
