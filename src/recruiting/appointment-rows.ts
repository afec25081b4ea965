/** The appointments that letters may be due about, as they are and as each side was told. */
import { sql } from 'kysely'
import { gathers, studyKinds, type StudyKind } from '../conversations/index.ts'
import type { App } from '../platform/index.ts'
import type { Appointment } from './appointment-standing.ts'
import type { Companion } from './wording/companions.ts'

/** The appointment as it is now; `gone` where they were taken out of it. */
export function appointmentOf(row: LedAppointment): Appointment | undefined {
  if (row.starts_at === null || row.sitting_state === null) return undefined
  return {
    state: row.is_seated || row.sitting_state !== 'planned' ? row.sitting_state : 'gone',
    startsAt: row.starts_at,
    minutes: row.minutes ?? 60,
    interviewerId: row.interviewer_id,
    companions: row.companions,
  }
}

/** A member who is written to. */
export type Reader = { id: string; name: string; email: string; language: string; zone: string | null }

/** What letters to the member who asks rest on: somebody's appointment, or a group's. */
export type LedAppointment = {
  of: 'one' | 'group'
  /** Of the invitee, or of the sitting of the group. */
  id: string
  workspace_id: string
  workspace: string
  study: string
  pseudonym: string | null
  sitting_id: string
  sitting_state: Appointment['state'] | null
  is_seated: boolean
  starts_at: Date | null
  minutes: number | null
  interviewer_id: string | null
  interviewer: Reader | null
  told_before: Reader | null
  companions: Companion[]
  told_member: string | null
  member_told_as: string
  member_sequence: number
}

export type AppointmentRow = LedAppointment & {
  study_kind: StudyKind
  study_language: string
  language: string
  zone: string | null
  address: string | null
  place: unknown
  told_as: string
  told_at: Date | null
  sequence: number
  reminded_as: string
}

/** Appointments that are still to come, or of which something was told that may not be so any more; of some invitees alone where they are named. */
export async function openAppointments(
  app: App,
  only: readonly string[] | null = null,
): Promise<AppointmentRow[]> {
  const { rows } = await sql<AppointmentRow>`
    select 'one' as of, i.id, i.workspace_id, w.name as workspace, t.title as study, t.kind as study_kind, t.language as study_language, i.language, i.zone, p.pseudonym,
      (select min(d.value) from identifiers d where d.workspace_id = i.workspace_id and d.person_no = coalesce(p.merged_into, i.person_no) and d.kind = 'email') as address,
      r.place, i.sitting_id, s.state as sitting_state, s.starts_at, s.minutes, s.interviewer_id,
      exists (select from sitting_people k where k.sitting_id = s.id and k.participant_id = i.participant_id) as is_seated,
      ${reader(sql`s.interviewer_id`)} as interviewer, ${reader(sql`i.told_member`)} as told_before,
      ${companions} as companions,
      i.told_as, i.told_at, i.sequence, i.reminded_as, i.told_member, i.member_told_as, i.member_sequence
    from invitees i join sittings s on s.id = i.sitting_id join workspaces w on w.id = i.workspace_id
    join studies t on t.id = i.study_id left join recruitments r on r.study_id = i.study_id left join people p on p.no = i.person_no
    where (s.state = 'planned' or i.told_as like 'planned %' or i.member_told_as like 'planned %')
      and (${only}::uuid[] is null or i.id = any(${only}::uuid[]))
    order by s.starts_at limit 500`.execute(app.pg)
  return rows
}

/** Groups somebody is coming to, or of which their leader was told something that may not be so any more. */
export async function openGatherings(app: App): Promise<LedAppointment[]> {
  const { rows } = await sql<LedAppointment>`
    select 'group' as of, s.id, s.workspace_id, w.name as workspace, t.title as study, null as pseudonym, s.id as sitting_id,
      s.state as sitting_state, true as is_seated, s.starts_at, s.minutes, s.interviewer_id,
      ${reader(sql`s.interviewer_id`)} as interviewer, ${reader(sql`g.told_member`)} as told_before, ${companions} as companions,
      g.told_member, coalesce(g.member_told_as, 'none') as member_told_as, coalesce(g.member_sequence, 0) as member_sequence
    from sittings s join workspaces w on w.id = s.workspace_id join studies t on t.id = s.study_id
    left join gatherings_told g on g.sitting_id = s.id
    where t.kind = any(${studyKinds.filter(gathers)}) and (g.member_told_as like 'planned %' or (s.state = 'planned'
      and exists (select from invitees i where i.sitting_id = s.id and i.state = 'booked')))
    order by s.starts_at limit 500`.execute(app.pg)
  return rows
}

/** SQL: a member as they are written to. */
function reader(member: ReturnType<typeof sql>) {
  return sql`(
    select jsonb_build_object('id', m.id, 'name', u.name, 'email', u.email, 'language', u.language, 'zone', h.zone)
    from members m join users u on u.id = m.user_id left join member_hours h on h.member_id = m.id where m.id = ${member})`
}

/** SQL: who sits in in the sitting `s`, as `Companion`. */
export const companions = sql`array(select jsonb_build_object('name', u.name, 'part', c.part) from sitting_companions c join members m on m.id = c.member_id join users u on u.id = m.user_id
  where c.sitting_id = s.id order by u.name)`
