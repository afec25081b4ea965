/** A sitting is planned, moved, cancelled or missed: what every room and screen that makes appointments goes through. */
import { sql } from 'kysely'
import { Problem, notFound, type App, type PostgresTransaction } from '../../platform/index.ts'
import { SittingId, audit, type Doer } from '../../workspace/index.ts'
import { refuseClosed } from '../closed-participants.ts'
import { lockStudy } from '../studies.ts'
import { gathers, sessionSize, studyKinds, type StudyKind } from '../study-kinds.ts'
import { keepHandover } from './handovers.ts'
import { nobodyMet, refuseCrowd, refuseTaken, seat, seatedIn, type Asked } from './seats.ts'
import type { SittingState } from './sitting.schema.ts'

type Place = { app: App; tx: PostgresTransaction }
type InSitting = { workspaceId: string; sittingId: string; actor: Doer }
type Standing = InSitting & { version: number }

/**
 * Plans a sitting of a study with these participants, or a group that they join later. Throws 404 (study, member, participant), `sitting-people` (422) with more people than the
 * kind of study allows or with nobody, `sitting-taken` (409) where the interviewer or a participant meets somebody else then, and `participant-took-back` (409) where a member
 * plans with somebody who took everything back.
 */
export async function planSitting(
  { app, tx }: Place,
  given: {
    workspaceId: string
    studyId: string
    people: readonly Asked[]
    interviewerId: string | null
    startsAt: Date
    minutes: number
    language: string
    actor: Doer
  },
): Promise<{ sittingId: SittingId; version: number }> {
  const { workspaceId, studyId, people, interviewerId, startsAt, minutes, language, actor } = given
  const study = await lockStudy(tx, { workspaceId, studyId })
  const kind = kindOf(study)
  if (people.length === 0 && !gathers(kind)) throw nobodyMet()
  const participantIds = people.map(({ participantId }) => participantId)
  refuseCrowd({ kind, people: new Set(participantIds).size })
  await refuseClosed(tx, { workspaceId, studyId, actor, participantIds })
  await refuseTaken(tx, { workspaceId, interviewerId, startsAt, minutes, participantIds })
  const row = await tx
    .insertInto('sittings')
    .values({
      workspace_id: workspaceId,
      study_id: studyId,
      interviewer_id: interviewerId,
      starts_at: startsAt,
      minutes,
      language,
      created_by: 'userId' in actor ? actor.userId : null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const sittingId = SittingId.parse(row.id)
  for (const one of people) await seat(tx, { workspaceId, studyId, sittingId, ...one })
  await tell({ app, tx }, { workspaceId, sittingId, actor, what: 'planned' })
  return { sittingId, version: 1 }
}

/** Adds somebody to a sitting that is planned: a group fills one by one up to the size of the study's. Throws as `planSitting`, and `sitting-over` (409). */
export async function joinSitting(place: Place, given: InSitting & Asked): Promise<{ version: number }> {
  const { workspaceId, sittingId, participantId } = given
  const { tx } = place
  const found = await lockPlanned(tx, given)
  const study = await lockStudy(tx, { workspaceId, studyId: found.study_id })
  const others = await seatedIn(tx, sittingId)
  if (others.includes(participantId)) return { version: found.version }
  const kind = kindOf(study)
  refuseCrowd({ kind, people: others.length + 1, most: sessionSize({ kind, asked: study.session_size }) })
  await refuseClosed(tx, { ...given, studyId: found.study_id, participantIds: [participantId] })
  await refuseTaken(tx, {
    workspaceId,
    interviewerId: null,
    startsAt: found.starts_at,
    minutes: found.minutes,
    participantIds: [participantId],
  })
  await seat(tx, { ...given, studyId: found.study_id })
  return bump(place, { ...given, what: 'moved', changes: {} })
}

/**
 * Takes somebody out of a planned sitting; it is cancelled where nobody would be left, and says with whom it was, but for a group, which others may join. Throws
 * 404 and `sitting-over` (409).
 */
export async function leaveSitting(place: Place, given: InSitting & Asked): Promise<{ version: number }> {
  const found = await lockPlanned(place.tx, given)
  const left = (await seatedIn(place.tx, given.sittingId)).filter((one) => one !== given.participantId)
  const study = await place.tx
    .selectFrom('studies')
    .select('kind')
    .where('id', '=', found.study_id)
    .executeTakeFirstOrThrow()
  if (left.length === 0 && !gathers(kindOf(study)))
    return bump(place, { ...given, what: 'cancelled', changes: { state: 'cancelled' } })
  await place.tx
    .deleteFrom('sitting_people')
    .where('sitting_id', '=', given.sittingId)
    .where('participant_id', '=', given.participantId)
    .execute()
  return bump(place, { ...given, what: 'moved', changes: {} })
}

/**
 * Moves a planned sitting, or gives it to another interviewer, whose predecessor may have begun it without the network; what is left out stays. Throws 404, `sitting-changed` (409) over another version,
 * `sitting-over` (409) where it is not planned any more, and `sitting-taken` (409).
 */
export async function moveSitting(
  place: Place,
  given: Standing & {
    startsAt?: Date | undefined
    minutes?: number | undefined
    interviewerId?: string | null | undefined
    language?: string | undefined
  },
): Promise<{ version: number }> {
  const { workspaceId, sittingId } = given
  const found = await lockPlanned(place.tx, given)
  const changes = {
    starts_at: given.startsAt ?? found.starts_at,
    minutes: given.minutes ?? found.minutes,
    interviewer_id: given.interviewerId === undefined ? found.interviewer_id : given.interviewerId,
    language: given.language ?? found.language,
  }
  await refuseTaken(place.tx, {
    workspaceId,
    but: sittingId,
    interviewerId: changes.interviewer_id,
    startsAt: changes.starts_at,
    minutes: changes.minutes,
    participantIds: await seatedIn(place.tx, sittingId),
  })
  if (changes.interviewer_id !== null)
    await place.tx
      .deleteFrom('sitting_companions')
      .where('sitting_id', '=', sittingId)
      .where('member_id', '=', changes.interviewer_id)
      .execute()
  const [from, to] = [found.interviewer_id, changes.interviewer_id]
  await keepHandover(place, { workspaceId, sittingId, from, to })
  return bump(place, { ...given, what: 'moved', changes })
}

/** Calls a planned sitting off. Throws 404, `sitting-changed` and `sitting-over` (409). */
export async function cancelSitting(place: Place, given: Standing): Promise<{ version: number }> {
  await lockPlanned(place.tx, given)
  return bump(place, { ...given, what: 'cancelled', changes: { state: 'cancelled' } })
}

/** Writes down that nobody came. Throws 404, `sitting-changed`, `sitting-over`, and `sitting-ahead` before its time (409). */
export async function markMissed(place: Place, given: Standing): Promise<{ version: number }> {
  const { starts_at: startsAt } = await lockPlanned(place.tx, given)
  if (startsAt > place.app.clock.now()) throw sittingAhead()
  return bump(place, { ...given, what: 'missed', changes: { state: 'missed' } })
}

type Row = {
  study_id: string
  starts_at: Date
  minutes: number
  interviewer_id: string | null
  language: string
  version: number
}

async function lockPlanned(
  tx: PostgresTransaction,
  { workspaceId, sittingId, version }: { workspaceId: string; sittingId: string; version?: number },
): Promise<Row> {
  const found = await lockSitting(tx, { workspaceId, sittingId })
  if (version !== undefined && found.version !== version) throw sittingChanged()
  if (found.state !== 'planned') throw sittingOver()
  return found
}

export const sittingChanged = () =>
  new Problem({
    id: 'sitting-changed',
    status: 409,
    detail: 'This conversation was changed meanwhile. Look at it again, then put your change on top.',
  })

export const sittingOver = () =>
  new Problem({
    id: 'sitting-over',
    status: 409,
    detail: 'This conversation is not planned any more: it was held, missed or called off. Plan a new one.',
  })

const sittingAhead = () =>
  new Problem({
    id: 'sitting-ahead',
    status: 409,
    detail: 'This conversation is still to come, so nobody has missed it. Call it off or move it instead.',
  })

/** Locks a sitting for a change in a transaction. Throws 404. */
export async function lockSitting(
  tx: PostgresTransaction,
  { workspaceId, sittingId }: { workspaceId: string; sittingId: string },
) {
  const found = await tx
    .selectFrom('sittings')
    .select(['study_id', 'starts_at', 'minutes', 'interviewer_id', 'language', 'version', 'state'])
    .select(['began_at', 'ended_at'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', sittingId)
    .forUpdate()
    .executeTakeFirst()
  if (!found) throw notFound('sitting')
  return found
}

function kindOf({ kind }: { kind: string }): StudyKind {
  return studyKinds.find((known) => known === kind) ?? 'depth'
}

type What = 'planned' | 'moved' | 'cancelled' | 'missed'
type Changes = {
  state?: SittingState
  starts_at?: Date
  minutes?: number
  interviewer_id?: string | null
  language?: string
}

/** Tells every room to look at a sitting again, and writes down that it is another than it was. */
export async function tellMoved(place: Place, given: InSitting): Promise<void> {
  await bump(place, { ...given, what: 'moved', changes: {} })
}

async function bump(
  place: Place,
  given: InSitting & { what: What; changes: Changes },
): Promise<{ version: number }> {
  const row = await place.tx
    .updateTable('sittings')
    .set({ ...given.changes, version: sql<number>`version + 1` })
    .where('id', '=', given.sittingId)
    .returning('version')
    .executeTakeFirstOrThrow()
  await tell(place, given)
  return row
}

async function tell({ app, tx }: Place, given: InSitting & { what: What }): Promise<void> {
  const { workspaceId, sittingId, actor, what } = given
  await app.outbox.publish(tx, { workspaceId, topic: 'sitting.changed', payload: { sittingId, what } })
  await audit(tx, {
    workspaceId,
    actor,
    action: `sitting.${what}`,
    subject: { kind: 'sitting', id: sittingId },
  })
}
