import { existsSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bringInterview } from '../src/conversations/bring-interview.ts'
import { addParticipant } from '../src/conversations/participants.ts'
import { createStudy } from '../src/conversations/studies.ts'
import { readTranscript } from '../src/conversations/transcripts/read-transcript.ts'
import { allShown } from './browser.ts'
import { joinWorkspace, openWorkspace, type TestMember } from './members.ts'
import { openProgram, signInBrowser, type Program } from './program.ts'
import { checkAxe, launchBrowser, shoot } from './screenshots.ts'

const chromiumPresent = existsSync(process.env['CHROMIUM'] ?? '/usr/bin/chromium')
const cues = `WEBVTT

00:00:00.100 --> 00:00:00.400
<v Owner>Tell me about the last time you switched bank.

00:00:00.500 --> 00:40:00.300
<v Mette>I had waited for a week and nobody answered the phone, so in the end I went to another one.

00:39:59.000 --> 00:40:02.000
<v Owner>Why did you not leave earlier?

00:40:02.500 --> 00:40:04.000
<v Mette>I do not know.
`

describe.skipIf(!chromiumPresent)('a conversation with an interviewer and a note-taker in a browser', () => {
  let program: Program
  let owner: TestMember
  let bo: TestMember
  let browser: Browser
  let studyId = ''
  let sittingPath = ''

  beforeAll(async () => {
    program = await openProgram()
    owner = await openWorkspace(program.app)
    bo = await joinWorkspace(program.app, { workspaceId: owner.workspaceId, role: 'marketer' })
    const { workspaceId, actor } = owner
    studyId = await createStudy(program.app, {
      workspaceId,
      actor,
      draft: {
        title: 'Why people switch bank',
        hypothesis: 'They leave because nobody answers.',
        mode: 'behaviour',
        language: 'en',
        languages: ['da'],
        guide: [
          {
            part: 'opening',
            title: 'Welcome',
            say: 'Be brutally honest. Nobody will know it was you.',
            minutes: 5,
            questions: [],
          },
          {
            title: 'The last time',
            minutes: 20,
            questions: [
              {
                text: 'Tell me about the last time you switched bank.',
                probes: ['What happened before that?'],
                translations: {
                  da: { text: 'Fortæl om sidste gang, du skiftede bank.', probes: ['Hvad skete der inden?'] },
                },
              },
              'Who else was there?',
            ],
          },
        ],
        bases: { conversation_analysis: 'consent', quoting: 'consent' },
      },
    })
    const agreements = [{ agreement: 'conversation_analysis' as const, given: true, channel: 'talk' }]
    await addParticipant(program.app, { workspaceId, studyId, personId: undefined, agreements, actor })
    browser = await launchBrowser()
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await program?.close()
  })

  async function open(user: TestMember, locale = 'en-GB'): Promise<[Page, BrowserContext]> {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale })
    await signInBrowser(context, { url: program.url, user })
    return [await context.newPage(), context]
  }
  const go = (page: Page, path: string) => page.goto(`${program.url}/w/${owner.workspaceId}${path}`)
  async function look(page: Page, name: string): Promise<void> {
    await allShown(page)
    await shoot(page, `sitting-${name}`)
    expect(await checkAxe(page), name).toEqual([])
  }
  const note = async (page: Page, text: string, key = 'Enter') => {
    const box = page.getByRole('textbox', { name: 'Note' })
    await box.fill(text)
    await box.press(key)
  }
  const notesKept = async () => {
    const rows = await program.app.pg
      .selectFrom('sitting_notes')
      .select(['kind', 'text', 'member_id'])
      .where('kind', 'in', ['note', 'quote', 'surprise', 'contradiction', 'why'])
      .where('removed_at', 'is', null)
      .orderBy('at')
      .execute()
    return rows.map((row) => `${row.member_id === owner.memberId ? 'owner' : 'bo'}: ${row.kind} ${row.text}`)
  }

  /** How the conversation went, as far as the server was told. */
  const courseKept = async () => {
    const rows = await program.app.pg
      .selectFrom('sitting_notes')
      .select('kind')
      .distinct()
      .where('kind', 'in', ['begin', 'part', 'asked'])
      .execute()
    return rows.map(({ kind }) => kind).toSorted()
  }
  const debriefsOf = async ({ memberId }: TestMember) => {
    const found = await program.app.pg
      .selectFrom('sitting_notes')
      .select('lines')
      .where('kind', '=', 'debrief')
      .where('member_id', '=', memberId)
      .execute()
    return JSON.stringify(found)
  }

  test('it is planned with one person, and a note-taker is added', async () => {
    const [page, context] = await open(owner)
    await go(page, `/studies/${studyId}?tab=sittings`)
    await page.getByText('No conversation is planned yet').waitFor()
    await look(page, 'empty')
    await page.getByRole('button', { name: 'Plan a conversation' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('combobox').first().press('ArrowDown')
    await page.getByRole('option').first().click()
    await dialog.getByLabel(/wishes to be called/).fill('Mette')
    await dialog.getByRole('button', { name: /Who asks/ }).click()
    await page.getByRole('option', { name: 'Owner' }).click()
    await look(page, 'plan')
    await dialog.getByRole('button', { name: 'Plan a conversation' }).click()
    await page.getByRole('heading', { level: 1, name: 'Mette' }).waitFor()
    sittingPath = new URL(page.url()).pathname.replace(`/w/${owner.workspaceId}`, '')
    await page.getByRole('button', { name: /Add a note-taker/ }).click()
    await page.getByRole('option', { name: 'The marketer' }).click()
    await page.getByText('Takes notes').waitFor()
    await look(page, 'before')
    await context.close()
  })

  test('notes written while the network is away survive a reload and all arrive, from both', async () => {
    const [page, context] = await open(owner)
    const [other, otherContext] = await open(bo)
    await go(page, sittingPath)
    await go(other, sittingPath)
    await other.getByText('Your page opens when the conversation begins').waitFor()
    // Nothing begins before the participant knows who sits in.
    expect(await page.getByRole('button', { name: 'Begin the conversation' }).isDisabled()).toBe(true)
    await page.getByRole('checkbox', { name: /I have told the participant/ }).check({ force: true })
    await page.getByRole('button', { name: 'Begin the conversation' }).click()
    await page.getByText('Be brutally honest.').waitFor()
    await note(page, 'She had waited for a week')
    await expect.poll(notesKept).toEqual(['owner: note She had waited for a week'])
    await page.getByRole('button', { name: 'The last time' }).click()
    const question = page.getByRole('checkbox', { name: 'Tell me about the last time you switched bank.' })
    await question.click({ force: true })
    await expect.poll(() => question.isChecked()).toBe(true)
    await expect.poll(courseKept).toEqual(['asked', 'begin', 'part'])
    await page.getByText('All notes are saved').waitFor()
    await look(page, 'running')

    await other.getByRole('textbox', { name: 'Note' }).waitFor({ timeout: 30_000 })
    expect(await other.getByText('Tell me about the last time').count()).toBe(0)
    await context.setOffline(true)
    await otherContext.setOffline(true)
    await note(page, 'Nobody answered the phone', 'Alt+1')
    await note(page, 'Her friends had said it was easy', 'Alt+3')
    await note(other, 'She looked away', 'Alt+2')
    await page.getByText('2 notes wait for the network').waitFor()
    await other.getByText('1 note waits for the network').waitFor()
    await page.getByRole('textbox', { name: 'Note' }).fill('Half a sen')
    expect(await notesKept()).toEqual(['owner: note She had waited for a week'])

    // What was written lies in the browser, whatever becomes of the page.
    page.on('dialog', (dialog) => void dialog.accept())
    await page.reload().catch(() => undefined)
    await context.setOffline(false)
    await go(page, sittingPath)
    await page.getByText('Nobody answered the phone').waitFor()
    await page.getByText('All notes are saved').waitFor({ timeout: 20_000 })
    expect(await page.getByRole('textbox', { name: 'Note' }).inputValue()).toBe('Half a sen')
    await expect.poll(() => question.isChecked()).toBe(true)
    await otherContext.setOffline(false)
    await other.getByText('All notes are saved').waitFor({ timeout: 20_000 })
    await expect
      .poll(async () => (await notesKept()).toSorted())
      .toEqual([
        'bo: surprise She looked away',
        'owner: contradiction Her friends had said it was easy',
        'owner: note She had waited for a week',
        'owner: quote Nobody answered the phone',
      ])
    await look(other, 'note-taker')
    await context.close()
    await otherContext.close()
  })

  test('a note-taker takes it over when the interviewer drops out, and hands it back; each is told', async () => {
    const [page, context] = await open(owner)
    const [other, otherContext] = await open(bo)
    await go(page, sittingPath)
    await go(other, sittingPath)
    await page.getByRole('button', { name: 'End the conversation' }).waitFor()
    const takeOver = async (by: Page) => {
      await by.getByRole('button', { name: 'Take over', exact: true }).click()
      const dialog = by.getByRole('dialog')
      await dialog.getByText('Somebody must go on').waitFor()
      await dialog.getByRole('button', { name: 'Take over', exact: true }).click()
      await by.getByText('You lead this conversation since').waitFor()
    }
    await takeOver(other)
    await other.getByText('Be brutally honest.').or(other.getByText('The last time')).first().waitFor()
    // What was asked before is ticked.
    await other.getByRole('button', { name: 'The last time' }).click()
    const asked = other.getByRole('checkbox', { name: 'Tell me about the last time you switched bank.' })
    await expect.poll(() => asked.isChecked()).toBe(true)
    await look(other, 'taken-over')
    await page.getByText('The marketer leads this conversation since').waitFor({ timeout: 30_000 })
    expect(await page.getByRole('button', { name: 'End the conversation' }).count()).toBe(0)
    await takeOver(page)
    await page.getByRole('button', { name: 'End the conversation' }).waitFor()
    await context.close()
    await otherContext.close()
  })

  test('the debrief opens by itself, and both read each other’s notes', async () => {
    const [page, context] = await open(owner)
    await go(page, sittingPath)
    await page.getByRole('button', { name: 'Begin a ladder' }).click()
    await page.getByLabel('What do they look for?').fill('Somebody answers')
    await page.keyboard.press('Enter')
    await page.getByLabel('Why is that important to them?').fill('It does not cost my lunch break')
    await page.keyboard.press('Enter')
    await page.getByRole('listitem').filter({ hasText: 'lunch break' }).waitFor()
    await page.getByRole('button', { name: 'End the conversation' }).click()
    await page.getByLabel('What surprised you?').fill('She had told nobody')
    await expect.poll(() => debriefsOf(owner)).toContain('She had told nobody')
    await page.getByText('All notes are saved').waitFor()
    await page.getByText('She looked away').waitFor({ timeout: 30_000 })
    await look(page, 'after')
    const [other, otherContext] = await open(bo, 'da-DK')
    await go(other, sittingPath)
    await other.getByText('She had told nobody').waitFor()
    await other.getByText('Nobody answered the phone').waitFor()
    await look(other, 'after-da')
    await otherContext.close()
    await context.close()
  })

  test('what waits of one member is neither seen nor sent by the next one here, and arrives when they are back', async () => {
    const [page, context] = await open(bo)
    await go(page, sittingPath)
    await page.getByLabel('What surprised you?').waitFor()
    await context.setOffline(true)
    await page.getByLabel('What surprised you?').fill('She laughed')
    await page.getByText('1 note waits for the network').waitFor()
    await page.close()
    await context.clearCookies()
    await context.setOffline(false)
    await signInBrowser(context, { url: program.url, user: owner })
    const next = await context.newPage()
    await go(next, sittingPath)
    await next.getByText('She looked away').waitFor()
    // That nothing happens shows only in time: waiting notes are sent every four seconds.
    await next.waitForTimeout(4500)
    await next.getByText('All notes are saved').waitFor()
    expect(await next.getByText('She laughed').count()).toBe(0)
    expect(await debriefsOf(bo)).toBe('[]')
    await context.clearCookies()
    await signInBrowser(context, { url: program.url, user: bo })
    await go(next, '')
    await expect.poll(() => debriefsOf(bo)).toContain('She laughed')
    await context.close()
  })

  test('beside the transcript notes stand at their place, marks wait to be coded, and the interviewer has a mirror', async () => {
    const { workspaceId, actor } = owner
    const { id: participantId } = await program.app.pg
      .selectFrom('participants')
      .select('id')
      .where('study_id', '=', studyId)
      .executeTakeFirstOrThrow()
    const read = readTranscript({ name: 'talk.vtt', bytes: Buffer.from(cues) })
    if (read.state !== 'read') throw new Error('not read')
    const { interviewId } = await bringInterview(program.app, {
      workspaceId,
      studyId,
      actor,
      transcript: read.transcript,
      choices: [{ role: 'interviewer' }, { role: 'participant', who: { participantId } }],
      title: 'Her story',
      sourceName: 'talk.vtt',
      fingerprint: 'talk',
      happenedAt: new Date(),
      language: 'en',
      languageGuessed: 'en',
    })
    const [page, context] = await open(owner)
    await go(page, `/interviews/${interviewId}`)
    await page.getByText(/3 marks wait to be coded/).waitFor()
    await look(page, 'beside')
    await page.getByRole('button', { name: 'Code this answer' }).first().click()
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('#code-box') !== null))
      .toBe(true)
    await page.keyboard.type('Nobody answers')
    await page.keyboard.press('Enter')
    await page.getByText(/marks? waits? to be coded/).waitFor({ state: 'detached' })

    await go(page, '/mirror')
    await page.getByRole('link', { name: /Her story/ }).waitFor()
    await look(page, 'mirror-trend')
    await go(page, `/interviews/${interviewId}/mirror`)
    await page.getByRole('heading', { level: 1, name: 'How you asked' }).waitFor()
    await page.getByText('1 interruption').waitFor()
    await look(page, 'mirror')
    await context.close()
  })
})
