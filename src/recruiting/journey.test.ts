import ICAL from 'ical.js'
import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../test/app.ts'
import { openMailbox, type Mailbox } from '../../test/mailbox.ts'
import { askRoutes, joinWorkspace, openWorkspace, type TestMember } from '../../test/members.ts'
import { asMember, visitor } from '../../test/own-page.ts'
import { bringRecruits, openRecruiting, pathOfInvitee } from '../../test/recruits.ts'
import { listWords, mayUse, studyScope } from '../consent/index.ts'
import { cancelSitting, markMissed, moveSitting } from '../conversations/index.ts'
import { makeMail, type App } from '../platform/index.ts'
import { makeDraw, releaseDraw } from './draws.ts'
import { changeHours } from './hours.ts'
import { recruitingRoutes } from './index.ts'
import { changeRecruitment } from './recruitment.ts'
import type { ScreenerQuestion } from './recruiting.schema.ts'
import { sendLetters } from './sending.ts'
import { consentVersion, inviteeWords } from './wording/words.ts'

let base: TestApp
let app: App
let mailbox: Mailbox
let ann: TestMember
let visit: ReturnType<typeof visitor>
const words = inviteeWords.da

// A Sunday evening; Monday is full of hours.
const sunday = new Date('2026-03-01T18:00:00Z')

beforeAll(async () => {
  mailbox = await openMailbox()
  base = await openTestApp()
  app = {
    ...base,
    mail: makeMail({ pg: base.pg, log: base.log, smtpUrl: mailbox.url, from: 'samtale@example.org' }),
  }
  visit = visitor(app, recruitingRoutes)
})
beforeEach(async () => {
  base.setNow(sunday)
  ann = await openWorkspace(app)
})

const screener: ScreenerQuestion[] = [
  {
    id: 'switched',
    text: { en: 'Did you switch bank?', da: 'Har du skiftet bank?' },
    answers: [
      { id: 'a', text: { en: 'Yes', da: 'Ja, i år' }, fits: true },
      { id: 'b', text: { en: 'No', da: 'Nej, aldrig' }, fits: false },
    ],
  },
]

let counter = 0

/** A study of one place (or as many as asked) that asks people at these addresses and has let their letters go. */
async function openAsking({ people = 1, places = 1, questions = screener, shares = [] as string[] } = {}) {
  counter += 1
  const addresses = Array.from({ length: people }, (_, at) => `p${counter}-${at}@journey.example.org`)
  const nos = await bringRecruits(
    app,
    ann,
    addresses.map((email) => ({ email, traits: { language: 'da' }, said: 'given' as const })),
  )
  const plan = { startsOn: null, weeks: 4, shares: shares.map((memberId) => ({ memberId, perWeek: 3 })) }
  const { studyId } = await openRecruiting(app, ann, { target: places, plan: plan as never })
  const { workspaceId } = ann
  const at = { workspaceId, studyId, actor: asMember(ann) }
  const draft = {
    restMonths: 6,
    minutes: 60,
    about: { da: 'Om at skifte bank' },
    gift: {},
    place: { da: 'Vesterbro 1' },
    screener: questions,
  }
  await changeRecruitment(app, { ...at, version: 0, draft })
  await changeHours(app, {
    ...asMember(ann),
    version: 0,
    hours: {
      zone: 'Europe/Copenhagen',
      weekly: [1, 2, 3].map((weekday) => ({ weekday, hours: [{ from: '09:00', to: '12:00' }] })),
      exceptions: [],
      bufferMinutes: 0,
      noticeHours: 12,
    },
  }).catch(() => undefined)
  const { drawId } = await makeDraw(app, { ...at, each: people })
  await releaseDraw(app, { ...at, drawId })
  await sendLetters(app)
  const paths = await Promise.all(nos.map((personNo) => pathOfInvitee(app, { studyId, personNo })))
  return {
    workspaceId,
    studyId,
    nos,
    addresses,
    paths,
    path: paths[0] ?? '',
    personNo: nos[0] ?? 0,
    address: addresses[0] ?? '',
  }
}

const yes = { 'q-switched': 'a' }
const no = { 'q-switched': 'b' }
const consent = (given: Record<string, string> = {}) => ({
  version: consentVersion,
  language: 'da',
  called: 'Mette',
  quoting: 'pseudonym',
  recording: 'yes',
  conversation_analysis: 'yes',
  invitation: 'yes',
  ...given,
})

/** Goes on until a time can be chosen. */
async function agree(path: string, given: Record<string, string> = {}) {
  await visit.send(`${path}/answers`, yes)
  return visit.send(`${path}/agreement`, consent(given))
}

const timesOn = (page: string) =>
  [...page.matchAll(/name="startsAt" value="([^"]+)"/g)].map((found) => found[1] ?? '')
const choose = (path: string, startsAt: string) =>
  visit.send(`${path}/times`, { startsAt, zone: 'Europe/Copenhagen' })

async function inviteeOf({ studyId, personNo }: { studyId: string; personNo: number }) {
  const { rows } = await sql<{
    id: string
    state: string
    participant_id: string
    sitting_id: string
    answers: unknown
  }>`
    select id, state, participant_id, sitting_id, answers from invitees where study_id = ${studyId}::uuid and person_no = ${personNo}`.execute(
    app.pg,
  )
  const [row] = rows
  if (!row) throw new Error('nobody is asked')
  return row
}

describe('the questions before', () => {
  test('say nothing of which answer fits, in the page or in what comes after', async () => {
    const { path, paths } = await openAsking({ people: 2, places: 2 })
    const page = await visit.open(path)
    expect(page.text).toContain('Har du skiftet bank?')
    expect(page.text).not.toMatch(/fits|"(?:yes|no)"|checked|data-/)
    const unfit = await visit.send(`${path}/answers`, no)
    expect(unfit.text).toContain(words.unfit)
    expect(unfit.text).not.toContain('skiftet bank')
    // Answered once; going back and answering otherwise changes nothing.
    const again = await visit.send(`${path}/answers`, yes)
    expect(again.text).toContain(words.unfit)
    expect((await visit.send(`${paths[1]}/answers`, {})).text).toContain(words.faults.missing.title)
  })

  test('are forgotten of who does not fit', async () => {
    const { path, studyId, personNo } = await openAsking()
    await visit.send(`${path}/answers`, no)
    expect(await inviteeOf({ studyId, personNo })).toMatchObject({ state: 'unfit', answers: null })
  })

  test('of two who fit one place one waits, and is written to when it comes free', async () => {
    const { paths, nos, addresses, studyId } = await openAsking({ people: 2 })
    const answers = await Promise.all(paths.map((path) => visit.send(`${path}/answers`, yes)))
    const waiting = answers.findIndex(({ text }) => text.includes(words.waiting))
    expect(answers.filter(({ text }) => text.includes(words.waiting))).toHaveLength(1)
    expect(answers.filter(({ text }) => text.includes(words.consent))).toHaveLength(1)
    await visit.send(`${paths[1 - waiting]}/decline`)
    await sendLetters(app)
    const letters = mailbox.lettersTo(addresses[waiting] ?? '')
    expect(letters.map(({ subject }) => subject)).toEqual([
      expect.stringContaining('Må vi tale med dig'),
      expect.stringContaining('plads ledig'),
    ])
    const page = await visit.send(`${paths[waiting]}/answers`)
    expect(page.text).toContain(words.consent)
    expect((await inviteeOf({ studyId, personNo: nos[waiting] ?? 0 })).state).toBe('fits')
  })
})

describe('consent', () => {
  test('stands in the ledger use by use, with the words shown, their language and version', async () => {
    const { workspaceId, studyId, path, personNo } = await openAsking()
    await agree(path, { recording: 'no', quoting: 'anonymous' })
    const said = (await listWords(app.pg, { workspaceId, personNo })).filter(
      ({ version }) => version !== null,
    )
    const scope = studyScope(studyId)
    const shared = { language: 'da', version: consentVersion, channel: 'invitation', actorKind: 'person' }
    const { uses, quoting } = words
    const of = (use: { name: string; what: string }) => `${use.name}. ${use.what}`
    expect(said).toHaveLength(4)
    expect(said).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          ...shared,
          scope,
          purpose: 'recording',
          state: 'withdrawn',
          wording: of(uses.recording),
        }),
        expect.objectContaining({
          ...shared,
          scope,
          purpose: 'conversation_analysis',
          state: 'given',
          wording: of(uses.conversation_analysis),
        }),
        expect.objectContaining({
          ...{ ...shared, scope, purpose: 'quoting', state: 'given', manner: 'anonymous' },
          wording: `${quoting.what}. ${quoting.manners.anonymous}`,
        }),
        expect.objectContaining({
          ...shared,
          scope: '',
          purpose: 'invitation',
          state: 'given',
          wording: of(uses.invitation),
        }),
      ]),
    )
    expect(await mayUse(app.pg, { workspaceId, personNo, purpose: 'quoting', scope })).toBe(true)
    expect(await mayUse(app.pg, { workspaceId, personNo, purpose: 'conversation_analysis', scope })).toBe(
      true,
    )
  })

  test('to another text than stands there now is no consent', async () => {
    const { path, studyId, personNo } = await openAsking()
    await visit.send(`${path}/answers`, yes)
    const old = await visit.send(`${path}/agreement`, consent({ version: '2020-01-01' }))
    expect(old.text).toContain(words.faults.changed.title)
    const foreign = await visit.send(`${path}/agreement`, consent({ language: 'de' }))
    expect(foreign.text).toContain(words.faults.changed.title)
    expect((await inviteeOf({ studyId, personNo })).state).toBe('fits')
  })

  test('is ticked by nobody but them: nothing sent is no everywhere', async () => {
    const { workspaceId, path, personNo, studyId } = await openAsking()
    const form = await visit.send(`${path}/answers`, yes)
    expect(form.text).not.toMatch(/ checked/)
    await visit.send(`${path}/agreement`, { version: consentVersion, language: 'da', quoting: 'no' })
    for (const purpose of ['conversation_analysis', 'quoting'] as const)
      expect(
        await mayUse(app.pg, { workspaceId, personNo, purpose, scope: studyScope(studyId) }),
        purpose,
      ).toBe(false)
    expect(await mayUse(app.pg, { workspaceId, personNo, purpose: 'invitation' })).toBe(false)
    // They take part all the same.
    expect((await visit.open(path)).text).toContain(words.choose)
  })
})

describe('an appointment', () => {
  test('is chosen in one’s own zone, mailed with a calendar entry, reminded of, and moved under the same entry', async () => {
    const { path, address, studyId, personNo, workspaceId } = await openAsking()
    const page = await agree(path)
    const times = timesOn(page.text)
    // Monday nine o'clock in Copenhagen.
    expect(times[0]).toBe('2026-03-02T08:00:00.000Z')
    expect(page.text).toContain('>09.00</button')
    const inLisbon = await visit.open(`${path}?zone=Europe/Lisbon`)
    expect(inLisbon.text).toContain('>08.00</button')
    const third = times[5] ?? ''
    expect((await choose(path, third)).text).toContain(words.booked)
    await sendLetters(app)
    const first = entryOf(mailbox.lettersTo(address).at(-1))
    expect(first).toMatchObject({ method: 'REQUEST', sequence: 0, start: third, location: 'Vesterbro 1' })
    expect(entryOf(mailbox.lettersTo(ann.email).at(-1))).toMatchObject({ method: 'REQUEST', start: third })
    expect(mailbox.lettersTo(ann.email).at(-1)?.source).not.toContain(address)
    expect(mailbox.lettersTo(ann.email).at(-1)?.parts['text/plain']).not.toContain('Mette')
    await sendLetters(app)
    expect(mailbox.lettersTo(address)).toHaveLength(2)

    const later = times[8] ?? ''
    await choose(path, later)
    await sendLetters(app)
    const moved = entryOf(mailbox.lettersTo(address).at(-1))
    expect(moved).toMatchObject({ method: 'REQUEST', sequence: 1, start: later, uid: first.uid })
    const sittings = await sql<{
      n: number
    }>`select count(*) as n from sittings where study_id = ${studyId}::uuid`.execute(app.pg)
    expect(sittings.rows[0]?.n).toBe(1)

    base.setNow(new Date(new Date(later).getTime() - 20 * 3_600_000))
    await sendLetters(app)
    await sendLetters(app)
    const letters = mailbox.lettersTo(address)
    expect(letters).toHaveLength(4)
    expect(letters.at(-1)?.subject).toContain('Snart')
    expect((await inviteeOf({ studyId, personNo })).state).toBe('booked')
    expect(workspaceId).toBe(ann.workspaceId)
  })

  test('is called off and taken up again by the participant, and moved, handed on and called off by members', async () => {
    const ben = await joinWorkspace(app, { workspaceId: ann.workspaceId, role: 'researcher' })
    const { path, address, studyId, personNo, workspaceId } = await openAsking({ shares: [ann.memberId] })
    const times = timesOn((await agree(path)).text)
    await choose(path, times[6] ?? '')
    await sendLetters(app)
    expect((await visit.send(`${path}/cancellation`)).text).toContain(words.choose)
    await sendLetters(app)
    expect(entryOf(mailbox.lettersTo(address).at(-1))).toMatchObject({ method: 'CANCEL', sequence: 1 })
    expect(entryOf(mailbox.lettersTo(ann.email).at(-1))).toMatchObject({ method: 'CANCEL' })
    await choose(path, times[7] ?? '')
    await sendLetters(app)
    expect(entryOf(mailbox.lettersTo(address).at(-1))).toMatchObject({
      method: 'REQUEST',
      sequence: 2,
      start: times[7],
    })

    const { sitting_id: sittingId } = await inviteeOf({ studyId, personNo })
    const actor = ann.actor
    await app.pg
      .transaction()
      .execute((tx) =>
        moveSitting({ app, tx }, { workspaceId, sittingId, version: 1, interviewerId: ben.memberId, actor }),
      )
    await sendLetters(app)
    expect(entryOf(mailbox.lettersTo(ann.email).at(-1))).toMatchObject({ method: 'CANCEL' })
    expect(entryOf(mailbox.lettersTo(ben.email).at(-1))).toMatchObject({ method: 'REQUEST', start: times[7] })
    expect(mailbox.lettersTo(address).at(-1)?.parts['text/plain']).toContain('The researcher')
    await app.pg
      .transaction()
      .execute((tx) => cancelSitting({ app, tx }, { workspaceId, sittingId, version: 2, actor }))
    await sendLetters(app)
    expect(entryOf(mailbox.lettersTo(address).at(-1))).toMatchObject({ method: 'CANCEL', sequence: 4 })
    expect((await visit.open(path)).text).toContain(words.choose)
  })

  test('that nobody came to is written down, and they can choose another', async () => {
    const { path, address, studyId, personNo, workspaceId } = await openAsking()
    await choose(path, timesOn((await agree(path)).text)[0] ?? '')
    await sendLetters(app)
    const { sitting_id: sittingId } = await inviteeOf({ studyId, personNo })
    await app.pg
      .transaction()
      .execute((tx) => markMissed({ app, tx }, { workspaceId, sittingId, version: 1, actor: ann.actor }))
    await sendLetters(app)
    expect(mailbox.lettersTo(address).at(-1)?.subject).toBe(words.letters.missed(nothing).subject)
    const page = await visit.open(path)
    expect(page.text).toContain(words.missed)
    await choose(path, timesOn(page.text)[0] ?? '')
    expect((await visit.open(path)).text).toContain(words.booked)
  })

  test('of people who choose the same time at once one gets it; the others are told and see others', async () => {
    const { paths, studyId } = await openAsking({ people: 4, places: 4 })
    const pages = await Promise.all(paths.map((path) => agree(path)))
    const time = timesOn(pages[0]?.text ?? '')[0] ?? ''
    const answers = await Promise.all(paths.map((path) => choose(path, time)))
    expect(answers.filter(({ text }) => text.includes(words.booked))).toHaveLength(1)
    const late = answers.filter(({ status }) => status === 409)
    expect(late).toHaveLength(3)
    for (const { text } of late) {
      expect(text).toContain(words.faults.taken.title)
      expect(timesOn(text).length).toBeGreaterThan(0)
      expect(timesOn(text)).not.toContain(time)
    }
    const { rows } = await sql<{
      n: number
    }>`select count(*) as n from sittings where study_id = ${studyId}::uuid`.execute(app.pg)
    expect(rows[0]?.n).toBe(1)
  })

  test('of somebody who refuses is off', async () => {
    const { path, studyId, personNo, workspaceId } = await openAsking()
    await choose(path, timesOn((await agree(path)).text)[0] ?? '')
    expect((await visit.send(`${path}/refusal`)).text).toContain(words.refused)
    expect((await inviteeOf({ studyId, personNo })).state).toBe('refused')
    const { rows } = await sql<{
      state: string
    }>`select state from sittings where study_id = ${studyId}::uuid`.execute(app.pg)
    expect(rows).toEqual([{ state: 'cancelled' }])
    expect(await mayUse(app.pg, { workspaceId, personNo, purpose: 'invitation' })).toBe(false)
  })
})

describe('names and addresses', () => {
  test('are read by the assigned interviewer and the lead alone, and it is written down', async () => {
    const ben = await joinWorkspace(app, { workspaceId: ann.workspaceId, role: 'researcher' })
    const cec = await joinWorkspace(app, { workspaceId: ann.workspaceId, role: 'owner' })
    const { path, address, studyId, personNo, workspaceId } = await openAsking()
    await choose(path, timesOn((await agree(path)).text)[0] ?? '')
    const { id, sitting_id: sittingId } = await inviteeOf({ studyId, personNo })
    const ask = askRoutes(app, recruitingRoutes)
    const read = async (who: TestMember) =>
      ask('POST', `/api/w/${workspaceId}/invitees/${id}/contact`, { headers: who.headers })
    expect(await (await read(ann)).json()).toEqual({ called: 'Mette', address })
    for (const who of [ben, cec]) expect((await read(who)).status).toBe(404)
    await app.pg
      .transaction()
      .execute((tx) =>
        moveSitting(
          { app, tx },
          { workspaceId, sittingId, version: 1, interviewerId: ben.memberId, actor: ann.actor },
        ),
      )
    expect(await (await read(ben)).json()).toEqual({ called: 'Mette', address })
    const { rows } = await sql<{ n: number }>`
      select count(*) as n from audit where workspace_id = ${workspaceId} and action = 'invitee.contact-read'`.execute(
      app.pg,
    )
    expect(rows[0]?.n).toBe(2)
  })
})

test('a link is too old after sixty days, but saying never again works', async () => {
  const { path, personNo, workspaceId } = await openAsking()
  base.setNow(new Date(sunday.getTime() + 61 * 86_400_000))
  expect((await visit.open(path)).status).toBe(410)
  expect((await visit.send(`${path}/refusal`)).status).toBe(200)
  expect(await mayUse(app.pg, { workspaceId, personNo, purpose: 'invitation' })).toBe(false)
})

test('a wrong link opens nothing, and guessing ends', async () => {
  const { path } = await openAsking()
  const wrong = `${path.slice(0, -3)}AAA`
  expect((await visit.open(wrong)).status).toBe(404)
  expect((await visit.open(path.replace('/i/', '/r/'))).status).toBe(404)
  let last = await visit.open(wrong)
  for (let tries = 0; tries < 40 && last.status === 404; tries++) last = await visit.open(wrong)
  expect(last.status).toBe(429)
  expect((await visit.open(path)).status).toBe(200)
})

const nothing = {
  workspace: '',
  minutes: 60,
  about: '',
  gift: '',
  when: '',
  place: '',
  interviewer: '',
  companions: [],
}

function entryOf(letter: { parts: Record<string, string> } | undefined) {
  const text = letter?.parts['text/calendar']
  if (text === undefined) throw new Error('no calendar entry came')
  const calendar = new ICAL.Component(ICAL.parse(text))
  const component = calendar.getFirstSubcomponent('vevent')
  if (!component) throw new Error('no event')
  const event = new ICAL.Event(component)
  return {
    method: calendar.getFirstPropertyValue('method'),
    uid: event.uid,
    sequence: event.sequence,
    start: event.startDate.toJSDate().toISOString(),
    location: event.location,
  }
}
