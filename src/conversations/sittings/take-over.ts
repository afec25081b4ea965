/** Who leads a conversation drops out: a note-taker who is there, or who leads the study, goes on with it. */
import { sql } from 'kysely'
import { Problem, type App, type PostgresTransaction } from '../../platform/index.ts'
import { audit, type MemberActor } from '../../workspace/index.ts'
import { keepHandover } from './handovers.ts'
import { lockSitting, moveSitting, sittingChanged, sittingOver } from './plan-sitting.ts'
import { partInSitting } from './who-meets.ts'

type Place = { app: App; tx: PostgresTransaction }
type Taking = { workspaceId: string; sittingId: string; version: number; actor: MemberActor }

/**
 * Makes a member the interviewer of a sitting that is planned or going on. While it goes on, who led it stays as a note-taker, so that what they wrote
 * and have not sent yet arrives; what they began without the network before anybody knew arrives too. Who leads it already changes nothing. Throws 404, `not-allowed` (403), `sitting-changed` (409) where a colleague
 * was faster, `sitting-over` (409) after its end, `sitting-taken` (409) where they meet somebody else then.
 */
export async function takeOver(place: Place, taking: Taking): Promise<{ version: number }> {
  const { tx } = place
  const { workspaceId, sittingId, version, actor } = taking
  const found = await lockSitting(tx, { workspaceId, sittingId })
  const part = await partInSitting(tx, { workspaceId, sittingId, actor })
  if (part === 'interviewer') return { version: found.version }
  if (part !== 'note-taker' && part !== 'lead') throw notYoursToTake()
  if (found.version !== version) throw sittingChanged()
  const { memberId } = actor
  if (found.state === 'planned') await moveSitting(place, { ...taking, interviewerId: memberId })
  else if (found.state === 'held' && found.ended_at === null)
    await goOn(place, { ...taking, from: found.interviewer_id })
  else throw sittingOver()
  await audit(tx, {
    workspaceId,
    actor,
    action: 'sitting.taken-over',
    subject: { kind: 'sitting', id: sittingId },
  })
  return { version: version + 1 }
}

async function goOn(place: Place, given: Taking & { from: string | null }): Promise<void> {
  const { tx } = place
  const { workspaceId, sittingId, from } = given
  const { memberId } = given.actor
  await keepHandover(place, { workspaceId, sittingId, from, to: memberId })
  await sql`delete from sitting_companions where sitting_id = ${sittingId} and member_id = ${memberId}`.execute(
    tx,
  )
  await sql`
    insert into sitting_companions (sitting_id, member_id, workspace_id, part, told_at)
    select s.id, s.interviewer_id, s.workspace_id, 'note-taker', s.began_at from sittings s
    where s.workspace_id = ${workspaceId} and s.id = ${sittingId} and s.interviewer_id is not null
    on conflict (sitting_id, member_id) do nothing`.execute(tx)
  await sql`
    update sittings set interviewer_id = ${memberId}, version = version + 1
    where workspace_id = ${workspaceId} and id = ${sittingId}`.execute(tx)
}

const notYoursToTake = () =>
  new Problem({
    id: 'not-allowed',
    status: 403,
    detail: 'Who takes notes in this conversation, or leads its study, can take it over.',
  })
