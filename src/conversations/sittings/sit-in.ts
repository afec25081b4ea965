/** Who sits in beside the interviewer, and which transcript is of which sitting. */
import { sql } from 'kysely'
import { Problem, notFound, type App, type PostgresTransaction } from '../../platform/index.ts'
import { audit, type Doer } from '../../workspace/index.ts'
import { lockSitting } from './plan-sitting.ts'
import type { CompanionPart } from './sitting.schema.ts'

type InSitting = { workspaceId: string; sittingId: string; actor: Doer }

/** Says who sits in, anew. Whoever was told of stays told of. Throws 404 (sitting, member); the interviewer is none of them. */
export async function setCompanions(
  app: App,
  given: InSitting & { companions: readonly { memberId: string; part: CompanionPart }[] },
): Promise<void> {
  const { workspaceId, sittingId, actor, companions } = given
  await app.pg.transaction().execute(async (tx) => {
    const { interviewer_id } = await lockSitting(tx, { workspaceId, sittingId })
    const wanted = companions.filter(({ memberId }) => memberId !== interviewer_id)
    const ids = wanted.map(({ memberId }) => memberId)
    await sql`delete from sitting_companions where sitting_id = ${sittingId} and member_id <> all(${ids}::uuid[])`.execute(
      tx,
    )
    const { rows } = await sql`
      insert into sitting_companions (sitting_id, member_id, workspace_id, part)
      select ${sittingId}::uuid, m.id, m.workspace_id, w.part
      from unnest(${ids}::uuid[], ${wanted.map(({ part }) => part)}::text[]) as w (member_id, part)
      join members m on m.id = w.member_id and m.workspace_id = ${workspaceId}
      on conflict (sitting_id, member_id) do update set part = excluded.part returning member_id`.execute(tx)
    if (rows.length < new Set(ids).size) throw notFound('member')
    await audit(tx, {
      workspaceId,
      actor,
      action: 'sitting.companions',
      subject: { kind: 'sitting', id: sittingId },
      detail: { companions: rows.length },
    })
  })
}

/**
 * Says which transcript is of a sitting, and how far its clock is from that of the notes. Throws 404 where the study has no such transcript, and
 * `transcript-taken` (409) where it is of another sitting.
 */
export async function matchTranscript(
  app: App,
  given: InSitting & { interviewId: string | null; offsetMs: number },
): Promise<void> {
  const { workspaceId, sittingId, actor, interviewId, offsetMs } = given
  await app.pg.transaction().execute(async (tx) => {
    const { study_id } = await lockSitting(tx, { workspaceId, sittingId })
    if (interviewId !== null) await refuseOther(tx, { sittingId, studyId: study_id, interviewId })
    await tx
      .updateTable('sittings')
      .set({ interview_id: interviewId, offset_ms: offsetMs })
      .where('id', '=', sittingId)
      .execute()
    if (interviewId !== null) await sayWhoAsked(tx, interviewId)
    await audit(tx, {
      workspaceId,
      actor,
      action: 'sitting.matched',
      subject: { kind: 'sitting', id: sittingId },
    })
  })
}

async function refuseOther(
  tx: PostgresTransaction,
  { sittingId, studyId, interviewId }: { sittingId: string; studyId: string; interviewId: string },
): Promise<void> {
  const { rows } = await sql<{ other: boolean }>`
    select exists (select from sittings o where o.interview_id = i.id and o.id <> ${sittingId}) as other
    from interviews i where i.id = ${interviewId}::uuid and i.study_id = ${studyId}`.execute(tx)
  if (rows.length === 0) throw notFound('interview')
  if (rows[0]?.other === true)
    throw new Problem({
      id: 'transcript-taken',
      status: 409,
      detail:
        'This transcript is of another conversation already. Choose another, or take it from that one first.',
    })
}

/**
 * A transcript that came in is of the sitting that was held with the very same participants within a day of it, where there is exactly one.
 */
export async function matchByPeople(
  tx: PostgresTransaction,
  { interviewId }: { interviewId: string },
): Promise<void> {
  await sql`
    with spoke as (
      select i.id, i.study_id, i.happened_at, array_agg(distinct k.participant_id order by k.participant_id) as people
      from interviews i join speakers k on k.interview_id = i.id and k.participant_id is not null
      where i.id = ${interviewId}::uuid group by i.id
    ),
    found as (
      select s.id, spoke.id as interview_id, count(*) over () as n from spoke join sittings s on s.study_id = spoke.study_id
      where s.state = 'held' and s.interview_id is null
        and coalesce(s.began_at, s.starts_at) between spoke.happened_at - interval '36 hours' and spoke.happened_at + interval '36 hours'
        and spoke.people = array(select k.participant_id from sitting_people k where k.sitting_id = s.id order by k.participant_id)
    )
    update sittings s set interview_id = found.interview_id from found where s.id = found.id and found.n = 1`.execute(
    tx,
  )
  await sayWhoAsked(tx, interviewId)
}

/** Where the transcript does not say who asked, the sitting does. */
async function sayWhoAsked(tx: PostgresTransaction, interviewId: string): Promise<void> {
  await sql`
    update interviews i set interviewer_id = s.interviewer_id from sittings s
    where i.id = ${interviewId}::uuid and s.interview_id = i.id and i.interviewer_id is null and i.interviewer_name is null`.execute(
    tx,
  )
}
