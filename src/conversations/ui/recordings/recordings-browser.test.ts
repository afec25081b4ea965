import { existsSync, writeFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../../test/app.ts'
import { openWorkspace, type TestMember } from '../../../../test/members.ts'
import { meetRecorded, sayOfRecording } from '../../../../test/recordings.ts'
import { checkAxe, launchBrowser, shoot } from '../../../../test/screenshots.ts'
import { serveSite, signInBrowser, type ServedSite } from '../../../../test/site.ts'
import { wavOf } from '../../../../test/sound.ts'
import { openStudy } from '../../../../test/spoken-study.ts'
import { temporaryFolder } from '../../../../test/temporary-folder.ts'
import {
  json,
  openTranscriptionServer,
  type TranscriptionServer,
} from '../../../../test/transcription-server.ts'
import codingDa from '../../../coding/ui/messages/da.json' with { type: 'json' }
import codingEn from '../../../coding/ui/messages/en.json' with { type: 'json' }
import da from '../messages/da.json' with { type: 'json' }
import en from '../messages/en.json' with { type: 'json' }

const chromiumPresent = existsSync(process.env['CHROMIUM'] ?? '/usr/bin/chromium')
if (!chromiumPresent) console.warn('no Chromium here: the suite "recordings in a browser" does not run')

const said = {
  text: 'Why did you leave? I left because of the fee.',
  segments: [
    { start: 0, end: 2.5, text: 'Why did you leave?' },
    { start: 3, end: 7, text: 'I left because of the fee.' },
  ],
  words: ['I', 'left', 'because', 'of', 'the', 'fee'].map((word, at) => ({ word, start: 3 + at * 0.6 })),
}

/** Sound takes its time, and a busy machine more. */
const soon = { timeout: 20_000 }

describe.skipIf(!chromiumPresent)('recordings in a browser', () => {
  const folder = temporaryFolder('recordings-browser')
  // More than one piece, so that sending can be cut off between two.
  const file = join(folder, 'Anna 3 May.wav')
  let app: TestApp
  let site: ServedSite
  let browser: Browser
  let service: TranscriptionServer
  beforeAll(async () => {
    writeFileSync(file, wavOf(700))
    service = await openTranscriptionServer()
    service.replies.push(json(said))
    const transcriber = { url: service.url, key: undefined, model: 'whisper-1', largest: 25 * 1024 * 1024 }
    app = { ...(await openTestApp()), transcriber }
    site = await serveSite(app)
    browser = await launchBrowser()
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await site?.close()
    await service?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  async function openPage(locale: string, ann: TestMember): Promise<{ context: BrowserContext; page: Page }> {
    const context = await browser.newContext({ locale, viewport: { width: 1440, height: 900 } })
    await signInBrowser(context, { url: site.url, user: ann })
    const page = await context.newPage()
    page.setDefaultTimeout(30_000)
    return { context, page }
  }

  test.each([
    ['en-GB', en, codingEn],
    ['da-DK', da, codingDa],
  ] as const)(
    'in %s one is sent over a reload, heard, coded, written down, named, read by its words, and gone with the yes',
    async (locale, words, coding) => {
      const t = (key: keyof typeof en, values: Record<string, string> = {}) =>
        Object.entries(values).reduce((text, [name, value]) => text.replace(`{${name}}`, value), words[key])
      const ann = await openWorkspace(app)
      const { studyId } = await openStudy(app, ann)
      const participantId = await meetRecorded(app, ann, studyId)
      const { context, page } = await openPage(locale, ann)

      // Cut off after the first piece, the page loaded anew, the same file chosen again.
      const list = `${site.url}/w/${ann.workspaceId}/studies/${studyId}/recordings`
      await page.goto(list)
      await page.locator('fieldset label').first().click()
      let pieces = 0
      await page.route('**/bytes', (route) =>
        route.request().method() === 'PATCH' && ++pieces === 2 ? route.abort() : route.continue(),
      )
      const firstPiece = page.waitForResponse(
        (answer) => answer.request().method() === 'PATCH' && answer.status() === 204,
      )
      await page.locator('input[type=file]').setInputFiles(file)
      await firstPiece
      await page.reload()
      await page.getByText(t('conversations.sound.unfinished', { name: 'Anna 3 May.wav' })).waitFor()
      await page.locator('fieldset label').first().click()
      await page.unroute('**/bytes')
      const sent: string[] = []
      page.on('request', (request) => {
        if (request.method() === 'PATCH') sent.push(request.headers()['upload-offset'] ?? '')
      })
      await page.locator('input[type=file]').setInputFiles(file)
      await page.waitForURL(/\/recordings\/[\da-f-]{36}$/)
      expect(sent[0]).toBe(String(8 * 1024 * 1024))

      // Heard: play, three seconds back, speed and the waveform by keyboard.
      const slider = page.getByRole('slider', { name: t('conversations.sound.place') })
      await slider.waitFor()
      await expect.poll(() => slider.getAttribute('aria-valuemax'), soon).toBe('700')
      await slider.focus()
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('ArrowRight')
      await expect.poll(() => slider.getAttribute('aria-valuenow'), soon).toBe('10')
      await page.keyboard.press('b')
      await expect.poll(() => slider.getAttribute('aria-valuenow'), soon).toBe('7')
      await page.keyboard.press(' ')
      await expect
        .poll(async () => Number(await slider.getAttribute('aria-valuenow')), soon)
        .toBeGreaterThan(7)
      await page.keyboard.press('p')
      // The picture of the sound was made by this browser from the file itself.
      await expect
        .poll(
          async () => {
            const { rows } = await sql<{ n: number }>`
            select octet_length(peaks) as n from recordings where workspace_id = ${ann.workspaceId}`.execute(
              app.pg,
            )
            return rows[0]?.n
          },
          { timeout: 30_000 },
        )
        .toBeGreaterThan(500)

      // A stretch is coded without any words.
      await slider.focus()
      await page.keyboard.press('Home')
      await page.getByRole('button', { name: coding['coding.stretches.begin'] }).click()
      for (const _ of [1, 2, 3]) await slider.press('ArrowRight')
      await page.getByRole('button', { name: coding['coding.stretches.end'] }).click()
      await page.getByRole('combobox', { name: coding['coding.choose'] }).fill('Anger')
      await page.getByRole('combobox', { name: coding['coding.choose'] }).press('Enter')
      await page.getByRole('heading', { name: coding['coding.stretches.title'] }).waitFor()
      await shoot(page, `recording-${locale}`)
      expect(await checkAxe(page)).toEqual([])

      // Written down: where it goes is said first.
      const sentBefore = service.received.length
      await page.getByText(t('conversations.sound.goes.to', { host: service.host })).waitFor()
      expect(service.received.length).toBe(sentBefore)
      await page.getByRole('button', { name: t('conversations.sound.send', { host: service.host }) }).click()
      const lines = page
        .getByRole('list', { name: t('conversations.sound.speakers'), exact: true })
        .getByRole('listitem')
      await lines.first().waitFor()
      await lines.nth(0).focus()
      await page.keyboard.press('1')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('2')
      await shoot(page, `speakers-${locale}`)
      expect(await checkAxe(page)).toEqual([])
      await page.getByRole('button', { name: t('conversations.sound.make.interview') }).click()
      await page.waitForURL(/\/interviews\//)

      // Read by its words: a click on a word plays from there.
      await page.getByRole('slider', { name: t('conversations.sound.place') }).waitFor()
      const turn = page.locator('[data-words]', { hasText: 'because of the fee' })
      const box = await turn.boundingBox()
      if (!box) throw new Error('the turn is not to be seen')
      // Wherever it stands by now: the player above may still be growing.
      await turn.click({ position: { x: 2, y: box.height / 2 } })
      const reading = page.getByRole('slider', { name: t('conversations.sound.place') })
      await expect
        .poll(async () => Number(await reading.getAttribute('aria-valuenow')), soon)
        .toBeGreaterThanOrEqual(3)
      await expect.poll(() => page.locator('[data-spoken]').count(), soon).toBe(1)
      await shoot(page, `reading-sound-${locale}`)

      // Taken back: nothing is to be heard, and the study says why.
      await sayOfRecording(app, ann, { participantId, given: false })
      await page.goto(list)
      await page.getByText(t('conversations.sound.gone.withdrawn')).waitFor()
      expect(await checkAxe(page)).toEqual([])
      await context.close()
    },
    240_000,
  )
})
