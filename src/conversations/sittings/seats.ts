/** Who sits in a sitting, and who may not: not more than meet in it, and nobody who meets somebody else then. */
import { sql } from 'kysely'
import { Problem, notFound, type PostgresTransaction } from '../../platform/index.ts'
import { usualFor, type StudyKind } from '../study-kinds.ts'

/** A participant, and what they are called in this sitting. */
export type Asked = { participantId: string; called?: string }

/** "Participant 3" is the same person in every sitting of a study; the study is locked, so no number comes twice. Throws 404. */
export async function seat(
  tx: PostgresTransaction,
  given: { workspaceId: string; studyId: string; sittingId: string } & Asked,
): Promise<void> {
  const { workspaceId, studyId, sittingId, participantId, called = '' } = given
  const { rows } = await sql`
    with numbers as (
      select k.participant_id, k.number from sitting_people k join sittings s on s.id = k.sitting_id where s.study_id = ${studyId}
    )
    insert into sitting_people (sitting_id, participant_id, workspace_id, number, called)
    select ${sittingId}::uuid, p.id, p.workspace_id,
      coalesce((select min(number) from numbers n where n.participant_id = p.id), (select coalesce(max(number), 0) + 1 from numbers)), ${called}
    from participants p
    where p.workspace_id = ${workspaceId} and p.study_id = ${studyId} and p.id = ${participantId}::uuid
    on conflict (sitting_id, participant_id) do update set called = excluded.called
    returning number`.execute(tx)
  if (rows.length === 0) throw notFound('participant')
}

/** Who sits in it now. */
export async function seatedIn(tx: PostgresTransaction, sittingId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('sitting_people')
    .select('participant_id')
    .where('sitting_id', '=', sittingId)
    .execute()
  return rows.map((row) => row.participant_id)
}

/** Throws `sitting-people` (422) where more people would meet than meet in this kind of study. */
export function refuseCrowd(given: { kind: StudyKind; people: number; most?: number }): void {
  const { kind, people, most = usualFor[kind].people.most } = given
  if (people <= most) return
  throw new Problem({
    id: 'sitting-people',
    status: 422,
    detail:
      most === 1
        ? 'This kind of study meets one person at a time: with others people say what the group expects. Plan one conversation for each.'
        : `At most ${most} people can take part in one conversation of this study. Plan a second one.`,
  })
}

export const nobodyMet = () =>
  new Problem({
    id: 'sitting-people',
    status: 422,
    detail: 'Choose who is met. Only a group can be planned before anybody has joined it.',
  })

type Meeting = {
  workspaceId: string
  /** Not against itself. */
  but?: string
  interviewerId: string | null
  startsAt: Date
  minutes: number
  participantIds: readonly string[]
}

/** Nobody is in two places: the interviewer's row is locked, so that of two who take the same hour one is told. Throws `sitting-taken` (409), 404. */
export async function refuseTaken(tx: PostgresTransaction, given: Meeting): Promise<void> {
  const { workspaceId, but = null, interviewerId, startsAt, minutes, participantIds } = given
  if (interviewerId !== null) {
    const { rows } = await sql`
      select from members where workspace_id = ${workspaceId} and id = ${interviewerId}::uuid for no key update`.execute(
      tx,
    )
    if (rows.length === 0) throw notFound('member')
  }
  const { rows } = await sql`
    select from sittings s
    where s.workspace_id = ${workspaceId} and s.state = 'planned' and s.id is distinct from ${but}::uuid
      and s.starts_at < ${startsAt}::timestamptz + ${minutes}::int * interval '1 minute'
      and ${startsAt}::timestamptz < s.starts_at + s.minutes * interval '1 minute'
      and (s.interviewer_id = ${interviewerId}::uuid or exists (
        select from sitting_people k where k.sitting_id = s.id and k.participant_id = any(${[...participantIds]}::uuid[])))
    limit 1`.execute(tx)
  if (rows.length === 0) return
  throw new Problem({
    id: 'sitting-taken',
    status: 409,
    detail: 'The interviewer or the participant meets somebody else at this time. Choose another time.',
  })
}
