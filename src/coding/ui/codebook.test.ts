import { existsSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { joinWorkspace, openWorkspace, type TestMember } from '../../../test/members.ts'
import { openProgram, signInBrowser, type Program } from '../../../test/program.ts'
import { checkAxe, launchBrowser, shoot } from '../../../test/screenshots.ts'
import { bringTalk, openStudy } from '../../../test/spoken-study.ts'
import { createCode } from '../index.ts'
import da from './messages/da.json' with { type: 'json' }
import en from './messages/en.json' with { type: 'json' }

const chromiumPresent = existsSync(process.env['CHROMIUM'] ?? '/usr/bin/chromium')
if (!chromiumPresent) console.warn('no Chromium here: the suite "a codebook of two members" does not run')

const talk = `Interviewer: When did you last switch bank?
Mette (00:00:12): In spring. The app was slow and nobody answered.
Bo (00:01:05): I have never switched. It is too much trouble for me.`

const pause = 60_000

describe.skipIf(!chromiumPresent)('a codebook of two members', () => {
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
    page.setDefaultTimeout(pause)
    return { context, page }
  }

  describe.each([
    ['en-GB', en],
    ['da-DK', da],
  ])('in %s', (locale, words) => {
    let ann: TestMember
    let ben: TestMember
    beforeAll(async () => {
      ann = await openWorkspace(program.app)
      ben = await joinWorkspace(program.app, { workspaceId: ann.workspaceId, role: 'researcher' })
    }, pause)

    test('both mark the same words at once, neither loads the page again, and each sees all of it', async () => {
      const { studyId } = await openStudy(program.app, ann)
      const { interviewId } = await bringTalk(program.app, ann, { studyId, talk })
      const both = [await openAs(ann, locale), await openAs(ben, locale)] as const
      for (const { page } of both) {
        await page.goto(`${program.url}/w/${ann.workspaceId}/interviews/${interviewId}`)
        await page.getByText('nobody answered').waitFor()
      }
      const names = await Promise.all(
        both.map(async ({ page }, who) => {
          await page.keyboard.press('j')
          const given: string[] = []
          for (const place of [1, 2, 3]) {
            const name = `Code ${who} ${place}`
            for (let word = 0; word < place; word++) await page.keyboard.press('ArrowRight')
            await page.keyboard.press('c')
            await page.keyboard.type(name)
            await page.keyboard.press('Enter')
            await page.locator('li[data-utterance]').getByText(name).first().waitFor()
            given.push(name)
          }
          return given
        }),
      )
      for (const { page } of both)
        for (const name of names.flat())
          await page.locator('li[data-utterance]').getByText(name).first().waitFor()
      const [{ page }, other] = both
      await page.keyboard.press('j')
      await page.keyboard.press('a')
      await page.keyboard.press('v')
      const said = 'I have never switched. It is too much trouble for me'
      await other.page.locator('li[data-utterance] button', { hasText: said }).waitFor()
      await shoot(page, `live-${locale}`)
      for (const { context } of both) await context.close()
    }, 300_000)

    test('codes are moved together by keyboard, folded and found, and each tells its history', async () => {
      const add = (name: string) =>
        createCode(program.app, {
          workspaceId: ann.workspaceId,
          actor: ann.actor,
          studyId: null,
          code: { name, description: '', colour: 'green' },
        })
      for (const name of ['Service', 'Waiting', 'Answering']) await add(name)
      const { context, page } = await openAs(ann, locale)
      await page.goto(`${program.url}/w/${ann.workspaceId}/codes`)
      for (const name of ['Waiting', 'Answering']) {
        const box = page.getByRole('checkbox', { name: words['coding.codes.choose'].replace('{name}', name) })
        await box.focus()
        await page.keyboard.press('Space')
      }
      await page.getByRole('button', { name: words['coding.codes.move'], exact: true }).click()
      const place = page.getByRole('combobox', { name: words['coding.codes.move.under'] })
      await place.fill('Service')
      await page.getByRole('option', { name: 'Service' }).click()
      const fold = words['coding.codes.close'].replace('{name}', 'Service')
      await page.getByRole('button', { name: fold }).waitFor()
      await shoot(page, `codebook-${locale}`)
      expect(await checkAxe(page)).toEqual([])
      await page.getByRole('button', { name: fold }).click()
      await page.getByRole('link', { name: 'Waiting' }).waitFor({ state: 'detached' })
      await page.getByRole('searchbox').fill('wait')
      await page.getByRole('link', { name: 'Waiting' }).click()
      await page.getByText(words['coding.history.moved'].replace('{who}', 'Owner')).waitFor()
      await shoot(page, `code-history-${locale}`)
      expect(await checkAxe(page)).toEqual([])
      await context.close()
    }, 300_000)
  })
})
