/** Times that can be chosen, and choosing one. */
import { sql } from 'kysely'
import {
  findStudy,
  gathers,
  joinSitting,
  leaveSitting,
  moveSitting,
  planSitting,
  sessionSize,
  type Study,
} from '../conversations/index.ts'
import { Problem, notFound, type App, type Postgres, type PostgresTransaction } from '../platform/index.ts'
import type { Doer } from '../workspace/index.ts'
import { lockInvitee } from './acts.ts'
import type { OwnInvitation } from './links.ts'
import { openingsOf, type Busy } from './openings.ts'
import { readRecruitment } from './recruitment.ts'
import { MemberHours } from './recruiting.schema.ts'

/** How far ahead times are offered. */
const daysAhead = 28

/** A time, and who could ask then: the one who has asked least in this study first. A group that gathers has its sitting. */
export type Slot = { startsAt: Date; memberIds: string[]; sittingId?: string }

type Of = { invitation: OwnInvitation }

/** The times somebody can choose, in order. A focus group offers those a member has planned that have room; other kinds the members' hours. */
export async function listSlots(app: App, { invitation }: Of): Promise<Slot[]> {
  return slotsIn(app.pg, { invitation, now: app.clock.now() })
}

/**
 * Books a time, or moves what was booked. Of two who choose the same at once one gets it; the other gets `slot-taken` (409) and can choose
 * another. Throws `not-open` (409) before they have agreed.
 */
export async function bookSlot(
  app: App,
  { invitation, startsAt, zone }: Of & { startsAt: Date; zone: string },
): Promise<void> {
  const { workspaceId, studyId, inviteeId, personId } = invitation
  if (personId === null) throw notOpen()
  const actor: Doer = { kind: 'person', personId }
  const { minutes } = await readRecruitment(app.pg, { workspaceId, studyId })
  await app.pg.transaction().execute(async (tx) => {
    // The study first, then sittings, then members: in this order everywhere, so that two who book never wait for each other.
    await sql`select from studies where id = ${studyId}::uuid for no key update`.execute(tx)
    const found = await lockInvitee(tx, inviteeId)
    if (found.participant_id === null || !['agreed', 'booked'].includes(found.state)) throw notOpen()
    const participantId = found.participant_id
    const current = await plannedOf(tx, { sittingId: found.sitting_id, participantId })
    const first = (await slotsIn(tx, { invitation, now: app.clock.now() })).find(isAt(startsAt))
    if (!first) throw slotTaken()
    await hold(tx, { slot: first, current })
    const slot = (await slotsIn(tx, { invitation, now: app.clock.now() })).find(isAt(startsAt))
    if (!slot) throw slotTaken()
    const { called, language } = await wishesOf(tx, inviteeId)
    const sittingId = await meet(
      { app, tx },
      {
        ...{ workspaceId, studyId, actor, slot, minutes, language, current },
        person: { participantId, ...(called === '' ? {} : { called }) },
      },
    )
    await sql`
      update invitees set state = 'booked', sitting_id = ${sittingId}::uuid, zone = ${zone} where id = ${inviteeId}::uuid`.execute(
      tx,
    )
  })
}

/** Holds what is left, what is chosen, and whoever could ask then, so that what is free stays free until it is written. */
async function hold(
  tx: PostgresTransaction,
  { slot, current }: { slot: Slot; current: { sittingId: string } | undefined },
): Promise<void> {
  const sittingIds = [slot.sittingId, current?.sittingId].filter((id) => id !== undefined)
  await sql`select from sittings where id = any(${sittingIds}::uuid[]) order by id for no key update`.execute(
    tx,
  )
  if (slot.sittingId !== undefined) return
  await sql`select from members where id = any(${slot.memberIds}::uuid[]) order by id for no key update`.execute(
    tx,
  )
}

const isAt = (startsAt: Date) => (slot: Slot) => slot.startsAt.getTime() === startsAt.getTime()

type Meeting = {
  workspaceId: string
  studyId: string
  actor: Doer
  slot: Slot
  minutes: number
  language: string
  current: { sittingId: string; version: number } | undefined
  person: { participantId: string; called?: string }
}

async function meet(place: { app: App; tx: PostgresTransaction }, meeting: Meeting): Promise<string> {
  const { workspaceId, studyId, actor, slot, minutes, language, current, person } = meeting
  try {
    if (slot.sittingId !== undefined) {
      if (current) await leaveSitting(place, { workspaceId, actor, sittingId: current.sittingId, ...person })
      await joinSitting(place, { workspaceId, actor, sittingId: slot.sittingId, ...person })
      return slot.sittingId
    }
    const interviewerId = slot.memberIds[0] ?? null
    if (current) {
      await moveSitting(place, { workspaceId, actor, ...current, startsAt: slot.startsAt, interviewerId })
      return current.sittingId
    }
    const { sittingId } = await planSitting(place, {
      ...{ workspaceId, studyId, actor, interviewerId, minutes, language },
      startsAt: slot.startsAt,
      people: [person],
    })
    return sittingId
  } catch (error) {
    if (error instanceof Problem && ['sitting-taken', 'sitting-people', 'sitting-over'].includes(error.id))
      throw slotTaken()
    throw error
  }
}

async function plannedOf(
  tx: PostgresTransaction,
  { sittingId, participantId }: { sittingId: string | null; participantId: string },
): Promise<{ sittingId: string; version: number } | undefined> {
  const { rows } = await sql<{ sittingId: string; version: number }>`
    select s.id as "sittingId", s.version from sittings s
    join sitting_people k on k.sitting_id = s.id and k.participant_id = ${participantId}::uuid
    where s.id = ${sittingId}::uuid and s.state = 'planned'`.execute(tx)
  return rows[0]
}

async function wishesOf(
  tx: PostgresTransaction,
  inviteeId: string,
): Promise<{ called: string; language: string }> {
  const { rows } = await sql<{ called: string; language: string }>`
    select called, language from invitees where id = ${inviteeId}::uuid`.execute(tx)
  return rows[0] ?? { called: '', language: 'en' }
}

async function slotsIn(
  pg: Postgres | PostgresTransaction,
  { invitation, now }: Of & { now: Date },
): Promise<Slot[]> {
  const { workspaceId, studyId, sittingId } = invitation
  const study = await findStudy(pg, { workspaceId, studyId })
  if (!study) throw notFound('study')
  if (gathers(study.kind)) return gatherings(pg, { study, now, invitation })
  const { minutes } = await readRecruitment(pg, { workspaceId, studyId })
  const askers = await askersOf(pg, { workspaceId, study, but: sittingId, now })
  const slots = new Map<number, Slot>()
  for (const { memberId, hours, busy } of askers)
    for (const startsAt of openingsOf({
      hours,
      busy,
      minutes,
      now,
      days: daysAhead,
      startsOn: study.plan.startsOn,
    })) {
      const slot = slots.get(startsAt.getTime()) ?? { startsAt, memberIds: [] }
      slot.memberIds.push(memberId)
      slots.set(startsAt.getTime(), slot)
    }
  return [...slots.values()].toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
}

type Asker = { memberId: string; hours: MemberHours; busy: Busy[] }

/** Who asks in a study: those who promised to, or where nobody did, whoever keeps hours. Who has least to do comes first. */
async function askersOf(
  pg: Postgres | PostgresTransaction,
  given: { workspaceId: string; study: Study; but: string | null; now: Date },
): Promise<Asker[]> {
  const { workspaceId, study, but, now } = given
  const promised = study.plan.shares.map(({ memberId }) => memberId)
  const { rows } = await sql<{
    member_id: string
    zone: string
    weekly: unknown
    exceptions: unknown
    buffer_minutes: number
    notice_hours: number
    busy: { start: string; end: string }[]
  }>`
    select h.member_id, h.zone, h.weekly, h.exceptions, h.buffer_minutes, h.notice_hours,
      (select coalesce(jsonb_agg(jsonb_build_object('start', s.starts_at, 'end', s.starts_at + interval '1 minute' * s.minutes)), '[]')
        from sittings s where s.interviewer_id = h.member_id and s.state = 'planned' and s.id is distinct from ${but}::uuid
          and s.starts_at > ${now}::timestamptz - interval '1 day') as busy
    from member_hours h join members m on m.id = h.member_id
    where h.workspace_id = ${workspaceId} and (${promised.length === 0} or h.member_id = any(${promised}::uuid[]))
    order by (select count(*) from sittings s where s.interviewer_id = h.member_id and s.study_id = ${study.studyId}
      and s.state in ('planned', 'held') and s.id is distinct from ${but}::uuid), h.member_id`.execute(pg)
  return rows.map((row) => ({
    memberId: row.member_id,
    hours: MemberHours.parse({
      zone: row.zone,
      weekly: row.weekly,
      exceptions: row.exceptions,
      bufferMinutes: row.buffer_minutes,
      noticeHours: row.notice_hours,
    }),
    busy: row.busy.map(({ start, end }) => ({ start: new Date(start), end: new Date(end) })),
  }))
}

/** Gatherings with a free seat; of several at the same time the one that is fullest, so that none stays half empty. */
async function gatherings(
  pg: Postgres | PostgresTransaction,
  { study, now, invitation }: Of & { study: Study; now: Date },
): Promise<Slot[]> {
  const seats = sessionSize({ kind: study.kind, asked: study.sessionSize })
  const { rows } = await sql<{ id: string; starts_at: Date; interviewer_id: string | null }>`
    select distinct on (s.starts_at) s.id, s.starts_at, s.interviewer_id
    from sittings s, lateral (select count(*) as taken from sitting_people k where k.sitting_id = s.id) t
    where s.study_id = ${study.studyId}::uuid and s.state = 'planned' and s.starts_at > ${now} and s.id is distinct from ${invitation.sittingId}::uuid
      and t.taken < ${seats}
    order by s.starts_at, t.taken desc, s.id limit 100`.execute(pg)
  return rows.map(({ id, starts_at: startsAt, interviewer_id }) => ({
    startsAt,
    memberIds: interviewer_id === null ? [] : [interviewer_id],
    sittingId: id,
  }))
}

const notOpen = () =>
  new Problem({ id: 'not-open', status: 409, detail: 'This was answered before. Open the page again.' })

const slotTaken = () =>
  new Problem({
    id: 'slot-taken',
    status: 409,
    detail: 'Somebody was faster: this time is taken. Choose another one.',
  })
