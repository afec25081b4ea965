/** Letters about appointments: to who is asked and to who asks, whenever what they know is not what is. */
import { sql } from 'kysely'
import { calendarEntry } from './calendar.ts'
import { gathers } from '../conversations/index.ts'
import type { App } from '../platform/index.ts'
import { appointmentOf, openAppointments, openGatherings, type AppointmentRow } from './appointment-rows.ts'
import { letterDue, reminderDue, standingOf, type Appointment } from './appointment-standing.ts'
import { oneLine, writeLetter, writtenMoment, zoneOf } from './letter.ts'
import { tellInterviewer } from './interviewer-letters.ts'
import { ownAddress } from './links.ts'
import { InviteeLanguage, Texts, writtenIn } from './recruiting.schema.ts'
import { inviteeWords, type Told } from './wording/words.ts'

/**
 * Writes to everybody whose appointment is not as they were told, and reminds of those within a day. Moved by whomever and however often,
 * they get the newest; the calendar entry is the same one with a higher number. Returns how many letters went out.
 */
export async function sendAppointments(app: App): Promise<number> {
  let sent = 0
  for (const row of await openAppointments(app)) {
    const appointment = appointmentOf(row)
    sent += await tellInvitee(app, { row, appointment })
    sent += await remind(app, { row, appointment })
    // Who leads a group is told of the group.
    if (!gathers(row.study_kind)) sent += (await tellInterviewer(app, { row, appointment })).sent
  }
  for (const row of await openGatherings(app))
    sent += (await tellInterviewer(app, { row, appointment: appointmentOf(row) })).sent
  return sent
}

/**
 * Says that an appointment is off because the same person is asked in the study by another letter, which stays: to them, in one letter that says
 * which appointment stands, and to who asks. Nobody is told that what they never knew is off. What does not go to them now is due by the letter
 * that stays; where it does not go to who asks, and its time is to come, it throws, to be called again.
 */
export async function tellLetGo(
  app: App,
  { goneId, staysId }: { goneId: string; staysId: string },
): Promise<void> {
  const rows = await openAppointments(app, [goneId, staysId])
  const [row, stays] = [goneId, staysId].map((id) => rows.find((found) => found.id === id))
  const appointment = row && appointmentOf(row)
  if (!row || !appointment) return
  const kept = stays && appointmentOf(stays)
  await tellTheirs(app, { row, appointment, staysId, kept: kept?.state === 'planned' ? kept : undefined })
  if (gathers(row.study_kind)) return
  const { isTold } = await tellInterviewer(app, { row, appointment })
  if (!isTold && appointment.startsAt > app.clock.now())
    throw new Error('who asks is not told yet that an appointment is off')
}

type LetGo = {
  row: AppointmentRow
  appointment: Appointment
  staysId: string
  /** The appointment that stands, if any. */
  kept: Appointment | undefined
}

async function tellTheirs(app: App, { row, appointment, staysId, kept }: LetGo): Promise<void> {
  const now = standingOf(appointment)
  if (letterDue({ told: row.told_as, now }) !== 'cancelled' || row.address === null) return
  if (!kept) {
    if ((await tellInvitee(app, { row, appointment })) > 0) return
  } else if (await tellDoubled(app, { row, appointment, staysId, kept }))
    return keepTold(app, { row, now, sequence: row.sequence + 1 })
  // The next round finds by the letter that stays that they know something else than what is.
  await sql`
    update invitees set told_as = ${row.told_as}, told_at = ${row.told_at}, sitting_id = coalesce(sitting_id, ${row.sitting_id}::uuid)
    where id = ${staysId}::uuid and (sitting_id is null or ${kept !== undefined})`.execute(app.pg)
  await keepTold(app, { row, now, sequence: row.sequence })
}

async function tellDoubled(
  app: App,
  { row, appointment, staysId, kept }: LetGo & { kept: Appointment },
): Promise<boolean> {
  const delivery = await app.mail.send({
    workspaceId: row.workspace_id,
    to: row.address ?? '',
    ...doubledLetter(app, { row, appointment, kept, inviteeId: staysId }),
    calendar: entryFor(app, { row, appointment, kind: 'cancelled', sequence: row.sequence }),
    key: `appointment:${row.id}:${row.sequence}:let go`,
  })
  return delivery !== 'failed' && delivery !== 'under way'
}

/** That of two appointments of one person one is off, and which one stays; with the way to the page of the letter that stays. */
export function doubledLetter(
  app: App,
  given: { row: AppointmentRow; appointment: Appointment; kept: Appointment; inviteeId: string },
) {
  const { row, appointment, kept, inviteeId } = given
  const language = InviteeLanguage.catch('en').parse(row.language)
  const told = toldOf({ row, appointment, language })
  const stays = writtenMoment(kept.startsAt, { language, zone: zoneOf({ zone: row.zone, language }) })
  const words = inviteeWords[language].letters.doubled({ ...told, stays })
  return writeLetter({ words, language, link: ownAddress(app, inviteeId) })
}

type Telling = { row: AppointmentRow; appointment: Appointment | undefined }

async function tellInvitee(app: App, { row, appointment }: Telling): Promise<number> {
  const now = standingOf(appointment)
  const kind = letterDue({ told: row.told_as, now })
  if (kind === undefined || !appointment || row.address === null) {
    if (row.told_as !== now) await keepTold(app, { row, now, sequence: row.sequence })
    return 0
  }
  const letter = letterTo(app, { row, appointment, kind })
  const hasEntry = kind !== 'missed'
  const sequence = hasEntry ? row.sequence + 1 : row.sequence
  const delivery = await app.mail.send({
    workspaceId: row.workspace_id,
    to: row.address,
    ...letter,
    ...(hasEntry ? { calendar: entryFor(app, { row, appointment, kind, sequence: row.sequence }) } : {}),
    key: `appointment:${row.id}:${row.sequence}:${now}`,
  })
  if (delivery === 'failed' || delivery === 'under way') return 0
  await keepTold(app, { row, now, sequence })
  return 1
}

/** Whose appointment is off has none, once who asks knows it too. */
async function keepTold(
  app: App,
  { row, now, sequence }: { row: AppointmentRow; now: string; sequence: number },
): Promise<void> {
  await sql`
    update invitees set told_as = ${now}, told_at = ${app.clock.now()}, sequence = ${sequence},
      sitting_id = case when state = 'agreed' and member_told_as not like 'planned %' then null else sitting_id end
    where id = ${row.id}::uuid`.execute(app.pg)
}

async function remind(app: App, { row, appointment }: Telling): Promise<number> {
  if (!appointment || appointment.state !== 'planned' || row.address === null) return 0
  const { startsAt } = appointment
  const told = standingOf(appointment)
  const isDue = reminderDue({
    told,
    reminded: row.reminded_as,
    toldAt: row.told_as === told ? row.told_at : null,
    startsAt,
    now: app.clock.now(),
  })
  if (!isDue) return 0
  const delivery = await app.mail.send({
    workspaceId: row.workspace_id,
    to: row.address,
    ...letterTo(app, { row, appointment, kind: 'reminder' }),
    key: `reminder:${row.id}:${told}`,
  })
  if (delivery === 'failed' || delivery === 'under way') return 0
  await sql`update invitees set reminded_as = ${told} where id = ${row.id}::uuid`.execute(app.pg)
  return 1
}

type Saying = {
  row: AppointmentRow
  appointment: Appointment
  kind: 'planned' | 'moved' | 'cancelled' | 'missed' | 'reminder'
}

function letterTo(app: App, { row, appointment, kind }: Saying) {
  const language = InviteeLanguage.catch('en').parse(row.language)
  const words = inviteeWords[language].letters[kind](toldOf({ row, appointment, language }))
  return writeLetter({ words, language, link: ownAddress(app, row.id) })
}

function toldOf({
  row,
  appointment,
  language,
}: {
  row: AppointmentRow
  appointment: Appointment
  language: InviteeLanguage
}): Told {
  return {
    workspace: oneLine(row.workspace),
    minutes: appointment.minutes,
    about: '',
    gift: '',
    when: writtenMoment(appointment.startsAt, { language, zone: zoneOf({ zone: row.zone, language }) }),
    place: writtenIn(Texts.catch({}).parse(row.place ?? {}), { language, main: row.study_language }).text,
    interviewer: row.interviewer?.name ?? '',
    companions: appointment.companions,
  }
}

function entryFor(app: App, { row, appointment, kind, sequence }: Saying & { sequence: number }) {
  const language = InviteeLanguage.catch('en').parse(row.language)
  const words = inviteeWords[language]
  const told = toldOf({ row, appointment, language })
  const method = kind === 'cancelled' ? ('CANCEL' as const) : ('REQUEST' as const)
  const link = ownAddress(app, row.id)
  const content = calendarEntry({
    startsAt: appointment.startsAt,
    minutes: appointment.minutes,
    stamp: app.clock.now(),
    uid: `${row.id}@${new URL(app.baseUrl()).hostname}`,
    sequence,
    method,
    summary: words.appointment({ workspace: told.workspace, interviewer: told.interviewer }),
    description: link,
    location: told.place,
    url: link,
    organizer: { name: told.workspace, email: app.mail.from },
    attendee: row.address ?? '',
  })
  return { method, content }
}
