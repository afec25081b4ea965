import ICAL from 'ical.js'
import { sql } from 'kysely'
import { beforeAll, beforeEach } from 'vitest'
import type { StudyDraft } from '../src/conversations/index.ts'
import { makeMail, type App } from '../src/platform/index.ts'
import { makeDraw, releaseDraw } from '../src/recruiting/draws.ts'
import { changeHours } from '../src/recruiting/hours.ts'
import { recruitingRoutes } from '../src/recruiting/index.ts'
import { changeRecruitment } from '../src/recruiting/recruitment.ts'
import type { ScreenerQuestion } from '../src/recruiting/recruiting.schema.ts'
import { sendLetters } from '../src/recruiting/sending.ts'
import { consentVersion } from '../src/recruiting/wording/words.ts'
import { openTestApp, type TestApp } from './app.ts'
import { openMailbox, type Arrived, type Mailbox } from './mailbox.ts'
import { openWorkspace, type TestMember } from './members.ts'
import { asMember, visitor, type Visit } from './own-page.ts'
import { bringRecruits, openRecruiting, pathOfInvitee } from './recruits.ts'

/** The program with a real mail server, and a browser's way of visiting the pages of who is asked. */
export type AskingHouse = {
  base: TestApp
  app: App
  mailbox: Mailbox
  visit: ReturnType<typeof visitor>
}

export async function openAskingHouse(): Promise<AskingHouse> {
  const mailbox = await openMailbox()
  const base = await openTestApp()
  const mail = makeMail({ pg: base.pg, log: base.log, smtpUrl: mailbox.url, from: 'samtale@example.org' })
  const app = { ...base, mail }
  return { base, app, mailbox, visit: visitor(app, recruitingRoutes) }
}

/** A Sunday evening; Monday is full of hours. */
export const sunday = new Date('2026-03-01T18:00:00Z')

type OnSunday = {
  /** Once, with the house that all tests of the file are in. */
  opened: (house: AskingHouse) => void
  /** Before each test, with who opened its workspace. */
  begun: (owner: TestMember) => void
}

/** One house for the tests of a file; each begins on that Sunday in a workspace of its own. */
export function askOnSunday({ opened, begun }: OnSunday): void {
  let house: AskingHouse
  beforeAll(async () => {
    house = await openAskingHouse()
    opened(house)
  })
  beforeEach(async () => {
    house.base.setNow(sunday)
    begun(await openWorkspace(house.app))
  })
}

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

type Asking = {
  people?: number
  places?: number
  questions?: ScreenerQuestion[]
  study?: Partial<StudyDraft>
}

/** A study of one place (or as many as asked) that asks Danes at these addresses and has let their letters go. */
export async function openAsking({ app }: AskingHouse, ann: TestMember, asking: Asking = {}) {
  const { people = 1, places = 1, questions = screener, study = {} } = asking
  counter += 1
  const addresses = Array.from({ length: people }, (_, at) => `p${counter}-${at}@journey.example.org`)
  const nos = await bringRecruits(
    app,
    ann,
    addresses.map((email) => ({ email, traits: { language: 'da' }, said: 'given' as const })),
  )
  const { studyId } = await openRecruiting(app, ann, { target: places, ...study })
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
  const [path = '', personNo = 0, address = ''] = [paths[0], nos[0], addresses[0]]
  return { workspaceId, studyId, nos, addresses, paths, path, personNo, address }
}

/** What a form sends of one whose answers fit, and of one whose do not. */
export const fitting = { 'q-switched': 'a' }
export const unfitting = { 'q-switched': 'b' }

/** The Danish form of consent, everything agreed to but what `given` says otherwise. */
export const consent = (given: Record<string, string> = {}) => ({
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
export async function agree(
  { visit }: AskingHouse,
  path: string,
  given: Record<string, string> = {},
): Promise<Visit> {
  await visit.send(`${path}/answers`, fitting)
  return visit.send(`${path}/agreement`, consent(given))
}

/** The times a page offers, in order. */
export const timesOn = (page: string): string[] =>
  [...page.matchAll(/name="startsAt" value="([^"]+)"/g)].map((found) => found[1] ?? '')

export const choose = ({ visit }: AskingHouse, path: string, startsAt = ''): Promise<Visit> =>
  visit.send(`${path}/times`, { startsAt, zone: 'Europe/Copenhagen' })

/** Where somebody stands. */
export async function inviteeOf(app: App, { studyId, personNo }: { studyId: string; personNo: number }) {
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

/** The calendar entry of a letter, read as a calendar reads it. */
export function entryOf(letter: Arrived | undefined) {
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

/** What a letter speaks of where a test compares only words that do not depend on it. */
export const nothingTold = {
  workspace: '',
  minutes: 60,
  about: '',
  gift: '',
  when: '',
  place: '',
  interviewer: '',
  companions: [],
}
