/** Letters to the member who asks, whenever what they know of an appointment is not what is. */
import { sql } from 'kysely'
import type { App } from '../platform/index.ts'
import type { LedAppointment, Reader } from './appointment-rows.ts'
import { letterDue, standingOf, type Appointment } from './appointment-standing.ts'
import { calendarEntry } from './calendar.ts'
import { oneLine, writeLetter, writtenMoment, zoneOf } from './letter.ts'
import { InviteeLanguage } from './recruiting.schema.ts'
import { inviteeWords } from './wording/words.ts'

/**
 * Writes to who asks; where somebody else took the interview over, to both. They get no name and no address by mail: who it is stands in the
 * program, for those who may know. Returns how many letters went out, and whether who asks knows now what is.
 */
export async function tellInterviewer(
  app: App,
  { row, appointment }: { row: LedAppointment; appointment: Appointment | undefined },
): Promise<{ sent: number; isTold: boolean }> {
  if (!appointment) return { sent: 0, isTold: true }
  const now = standingOf(appointment)
  let known = { member: row.told_member, as: row.member_told_as, sequence: row.member_sequence }
  let sent = 0
  if (known.member !== row.interviewer_id) {
    const letter = {
      row,
      appointment,
      kind: 'cancelled' as const,
      to: row.told_before,
      sequence: known.sequence,
    }
    if (known.as.startsWith('planned ') && (await sendOne(app, letter))) sent += 1
    const sequence = known.member === null ? known.sequence : known.sequence + 1
    known = { member: row.interviewer_id, as: 'none', sequence }
  }
  const kind = letterDue({ told: known.as, now })
  if (kind !== undefined && kind !== 'missed') {
    const isSent = await sendOne(app, {
      row,
      appointment,
      kind,
      to: row.interviewer,
      sequence: known.sequence,
    })
    // Tried again in the next round.
    if (!isSent) return { sent, isTold: false }
    sent += 1
    known.sequence += 1
  }
  await keep(app, { row, known: { ...known, as: now } })
  return { sent, isTold: true }
}

type Letter = {
  row: LedAppointment
  appointment: Appointment
  kind: 'planned' | 'moved' | 'cancelled'
  to: Reader | null
  sequence: number
}

async function sendOne(app: App, { row, appointment, kind, to, sequence }: Letter): Promise<boolean> {
  if (to === null) return true
  const language = InviteeLanguage.catch('en').parse(to.language)
  const words = inviteeWords[language].letters
  const { study, pseudonym } = row
  const participant = pseudonym ?? '–'
  const when = writtenMoment(appointment.startsAt, { language, zone: zoneOf({ zone: to.zone, language }) })
  const told = { study: oneLine(study), participant, when }
  const link = `${app.baseUrl()}/w/${row.workspace_id}/sittings/${row.sitting_id}`
  const method = kind === 'cancelled' ? ('CANCEL' as const) : ('REQUEST' as const)
  const content = calendarEntry({
    uid: `${to.id}-${row.id}@${new URL(app.baseUrl()).hostname}`,
    sequence,
    method,
    startsAt: appointment.startsAt,
    minutes: appointment.minutes,
    stamp: app.clock.now(),
    summary: row.of === 'group' ? study : `${participant} · ${study}`,
    description: link,
    location: '',
    url: link,
    organizer: { name: oneLine(row.workspace), email: app.mail.from },
    attendee: to.email,
  })
  const delivery = await app.mail.send({
    workspaceId: row.workspace_id,
    to: to.email,
    ...writeLetter({
      words: lettersOf(row, words)[kind === 'cancelled' ? 'cancelled' : 'planned'](told),
      language,
      link,
    }),
    calendar: { method, content },
    key: `interviewer:${to.id}:${row.id}:${sequence}:${kind}:${standingOf(appointment)}`,
  })
  return delivery !== 'failed' && delivery !== 'under way'
}

function lettersOf({ of }: LedAppointment, words: (typeof inviteeWords)['en']['letters']) {
  return of === 'group'
    ? { planned: words.ownGroup, cancelled: words.ownGroupCancelled }
    : { planned: words.ownPlanned, cancelled: words.ownCancelled }
}

type Known = { member: string | null; as: string; sequence: number }

async function keep(app: App, { row, known }: { row: LedAppointment; known: Known }): Promise<void> {
  if (row.told_member === known.member && row.member_told_as === known.as) return
  await (row.of === 'group'
    ? sql`
        insert into gatherings_told (sitting_id, workspace_id, told_member, member_told_as, member_sequence)
        values (${row.sitting_id}, ${row.workspace_id}, ${known.member}, ${known.as}, ${known.sequence})
        on conflict (sitting_id) do update set told_member = excluded.told_member, member_told_as = excluded.member_told_as,
          member_sequence = excluded.member_sequence`.execute(app.pg)
    : sql`
        update invitees set told_member = ${known.member}::uuid, member_told_as = ${known.as}, member_sequence = ${known.sequence},
          sitting_id = case when state = 'agreed' and told_as not like 'planned %' then null else sitting_id end
        where id = ${row.id}::uuid`.execute(app.pg))
}
