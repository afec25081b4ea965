/** Who may know whom a study asks: the assigned interviewer, and who leads the study. Who sits in reads a pseudonym, everybody else "Participant 3". */
import { sql } from 'kysely'
import type { Postgres, PostgresTransaction } from '../../platform/index.ts'
import type { Doer } from '../../workspace/index.ts'
import type { OwnPart } from './sitting.schema.ts'

/** SQL: whether the member `memberId` leads the study `study` (who planned it; owners where that member has left). */
export function leadsStudy({ study, memberId }: { study: ReturnType<typeof sql>; memberId: string | null }) {
  return sql<boolean>`coalesce((
    select case when exists (select from members c where c.workspace_id = st.workspace_id and c.user_id = st.created_by::text)
      then m.user_id = st.created_by::text else m.role = 'owner' end
    from studies st join members m on m.workspace_id = st.workspace_id and m.id = ${memberId}::uuid
    where st.id = ${study}), false)`
}

/** Whether somebody leads a study: only a member can. */
export async function isLead(
  pg: Postgres,
  { workspaceId, studyId, actor }: { workspaceId: string; studyId: string; actor: Doer },
): Promise<boolean> {
  const memberId = memberIdOf(actor)
  if (memberId === null) return false
  const { rows } = await sql<{ leads: boolean }>`
    select ${leadsStudy({ study: sql`s.id`, memberId })} as leads from studies s
    where s.workspace_id = ${workspaceId} and s.id = ${studyId}::uuid`.execute(pg)
  return rows[0]?.leads ?? false
}

/** What somebody is in a sitting; undefined where the workspace has none of that id. */
export async function partInSitting(
  pg: Postgres | PostgresTransaction,
  { workspaceId, sittingId, actor }: { workspaceId: string; sittingId: string; actor: Doer },
): Promise<OwnPart | undefined> {
  const { rows } = await sql<{ part: OwnPart }>`
    select ${partOf(memberIdOf(actor))} as part from sittings s
    where s.workspace_id = ${workspaceId} and s.id = ${sittingId}::uuid`.execute(pg)
  return rows[0]?.part
}

/** Whether somebody may know the name of a participant of a study: they lead it, or ask them in a sitting of it that is not called off. */
export async function mayKnowParticipant(
  pg: Postgres,
  given: { workspaceId: string; participantId: string; actor: Doer },
): Promise<boolean> {
  const memberId = memberIdOf(given.actor)
  if (memberId === null) return false
  const { rows } = await sql<{ may: boolean }>`
    select ${leadsStudy({ study: sql`p.study_id`, memberId })} or exists (
      select from sitting_people k join sittings s on s.id = k.sitting_id
      where k.participant_id = p.id and s.interviewer_id = ${memberId}::uuid and s.state <> 'cancelled') as may
    from participants p where p.workspace_id = ${given.workspaceId} and p.id = ${given.participantId}::uuid`.execute(
    pg,
  )
  return rows[0]?.may ?? false
}

/** SQL: what a member is in the sitting `s`. Programs are outside. */
export function partOf(memberId: string | null) {
  return sql<OwnPart>`case when ${memberId}::uuid is null then 'outside' when s.interviewer_id = ${memberId}::uuid then 'interviewer'
    else coalesce((select c.part from sitting_companions c where c.sitting_id = s.id and c.member_id = ${memberId}::uuid),
      case when ${leadsStudy({ study: sql`s.study_id`, memberId })} then 'lead' else 'outside' end) end`
}

/** The member who asks; null for programs, participants and the system. */
export function memberIdOf(actor: Doer | (Doer & { memberId: string })): string | null {
  return actor.kind === 'member' && 'memberId' in actor ? actor.memberId : null
}
