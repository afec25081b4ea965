import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { describeInBrowser } from '../../../test/browser.ts'
import { openWorkspace, type TestMember } from '../../../test/members.ts'
import { archiveOf, checkRefi, filesIn } from '../../../test/refi.ts'
import { checkAxe, shoot } from '../../../test/screenshots.ts'
import { bringTalk, openStudy } from '../../../test/spoken-study.ts'
import { guid, placeOf, qde } from '../exchange/testing-projects.ts'
import { markPassages } from '../highlights.ts'
import da from './messages/da.json' with { type: 'json' }
import en from './messages/en.json' with { type: 'json' }

const talk = `Interviewer: When did you last switch bank?
Mette: In spring 🙂. The app was slow and nobody answered.
Bo: I have never switched. It is too much trouble for me.`

describeInBrowser('exchange in a browser', (house) => {
  describe.each([
    ['en-GB', en],
    ['da-DK', da],
  ])('in %s', (locale, words) => {
    let ann: TestMember
    let context: BrowserContext
    let page: Page
    let studyId: string
    const complaints: string[] = []
    beforeAll(async () => {
      const { app } = house
      ann = await openWorkspace(app)
      studyId = (await openStudy(app, ann)).studyId
      const interview = await bringTalk(app, ann, { studyId, talk })
      for (const [said, code] of [
        ['slow and nobody', 'Service'],
        ['too much trouble', 'Effort'],
      ] as const) {
        const utterance = interview.utterances.find(({ text }) => text.includes(said))
        if (!utterance) throw new Error(said)
        const { utteranceId, version, text } = utterance
        await markPassages(app, {
          workspaceId: ann.workspaceId,
          actor: ann.actor,
          interviewId: interview.interviewId,
          passages: [{ utteranceId, version, ...placeOf(text, said) }],
          codeIds: [],
          newCode: { name: code, description: '', colour: 'amber' },
        })
      }
      const opened = await house.openAs(ann, { locale })
      context = opened.context
      page = opened.page
      page.on('pageerror', (error) => complaints.push(String(error)))
    }, 120_000)
    afterAll(() => context?.close())

    const at = (path: string) => `${house.url}/w/${ann.workspaceId}${path}`

    test('a project goes out by one link, in again as a new study, and says what became of it', async () => {
      await page.goto(at(`/exchange?study=${studyId}`))
      const link = page.getByRole('link', { name: words['coding.exchange.form.project'] })
      await link.waitFor()
      await shoot(page, `exchange-out-${locale}`)
      expect(await checkAxe(page)).toEqual([])
      const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
      const bytes = readFileSync(await download.path())
      checkRefi(filesIn(bytes)['project.qde'] ?? '', 'project')

      await page.getByRole('tab', { name: words['coding.exchange.in'] }).click()
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: 'out.qdpx', mimeType: 'application/zip', buffer: bytes })
      await page.getByRole('button', { name: new RegExp(words['coding.exchange.into'], 'u') }).click()
      await page.getByRole('option', { name: words['coding.exchange.new'], exact: true }).click()
      await page.getByLabel(words['coding.exchange.new.title']).fill('Brought back')
      await page.getByText(words['coding.exchange.agreed.conversation_analysis']).click()
      await page.getByText(words['coding.exchange.agreed.quoting']).click()
      await shoot(page, `exchange-in-${locale}`)
      expect(await checkAxe(page)).toEqual([])
      await page.getByRole('button', { name: words['coding.exchange.bring'], exact: true }).click()
      await page.getByText(words['coding.exchange.study.open']).waitFor()
      await expect
        .poll(() => page.locator('dd').allTextContents())
        .toEqual(['0', '1', '0', '2', '2', '0', '2', '1'])
      await page.getByText(words['coding.exchange.what.code-known']).waitFor()
      await shoot(page, `exchange-report-${locale}`)
      expect(await checkAxe(page)).toEqual([])
      const [report] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: words['coding.exchange.report.csv'] }).click(),
      ])
      expect(readFileSync(await report.path(), 'utf8')).toContain('code-known')
    }, 180_000)

    test('a file that is no project says so, and the next one can be chosen', async () => {
      await page.goto(at('/exchange?tab=in'))
      const drop = page.locator('input[type=file]')
      await drop.setInputFiles({
        name: 'letter.qdpx',
        mimeType: 'application/zip',
        buffer: Buffer.from('Dear all'),
      })
      await page.getByText(words['coding.problem.exchange-not-refi']).waitFor()
      const text = 'Anna: Hello there.\nBo: Hi.'
      const foreign = archiveOf({
        'Project.QDE': qde({ selections: [placeOf(text, 'Hello')] }),
        [`Sources/${guid(10)}.txt`]: text,
      })
      await drop.setInputFiles({
        name: 'nvivo.qdpx',
        mimeType: 'application/zip',
        buffer: Buffer.from(foreign),
      })
      await page.getByText(words['coding.exchange.what.project-name-other']).waitFor()
    }, 120_000)

    test('a study is told, its checklist written over by keyboard, and taken out for Word', async () => {
      await page.goto(at(`/studies/${studyId}/report`))
      await page.getByRole('heading', { name: words['coding.coreq.title'] }).waitFor()
      await shoot(page, `report-${locale}`)
      expect(await checkAxe(page)).toEqual([])
      await page.getByRole('button', { name: `14. ${words['coding.coreq.item.14']}` }).focus()
      await page.keyboard.press('Enter')
      await page.getByLabel(words['coding.coreq.answer']).fill('In their kitchens')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await page.getByText('In their kitchens').waitFor()
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: words['coding.report.docx'] }).click(),
      ])
      expect(download.suggestedFilename()).toBe('Why people switch bank.docx')
      const document = filesIn(readFileSync(await download.path()))['word/document.xml'] ?? ''
      for (const told of ['slow and nobody', 'In their kitchens', words['coding.coreq.item.32']])
        expect(document).toContain(told)
      await page.goto(at('/exchange?tab=taken'))
      await page.getByRole('rowheader', { name: words['coding.exchange.kind.report'] }).waitFor()
      await shoot(page, `exchange-taken-${locale}`)
      expect(await checkAxe(page)).toEqual([])
    }, 180_000)

    test('nothing broke meanwhile', () => {
      expect(complaints).toEqual([])
    })
  })
})

test('every kind of report has a sentence', () => {
  const source = readFileSync(join(import.meta.dirname, '../exchange/import-report.ts'), 'utf8')
  const kinds = [...source.matchAll(/^ {2}'([\w-]+)',$/gm)].map(([, kind]) => `coding.exchange.what.${kind}`)
  expect(kinds.length).toBeGreaterThan(30)
  expect(kinds.filter((key) => !(key in en))).toEqual([])
})
