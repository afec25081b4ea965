import { sql } from 'kysely'
import type { Postgres } from '../platform/index.ts'
import { InterviewId } from '../workspace/index.ts'
import type { InterviewListed } from './interview.schema.ts'

/** The conversations brought in last, with up to three of those who spoke: what a first page tells of them, which asks nobody's permission. */
export async function newestInterviews(
  pg: Postgres,
  { workspaceId, limit }: { workspaceId: string; limit: number },
): Promise<Pick<InterviewListed, 'interviewId' | 'who' | 'words' | 'happenedAt'>[]> {
  const { rows } = await sql<{ id: string; words: number; happened_at: Date; who: string[] }>`
    select i.id, i.words, i.happened_at, array(
      select people.pseudonym from speakers s join participants p on p.id = s.participant_id join people on people.no = p.person_no
      where s.interview_id = i.id order by s.position limit 3) as who
    from interviews i where i.workspace_id = ${workspaceId} order by i.id desc limit ${limit}`.execute(pg)
  return rows.map(({ id, words, happened_at, who }) => ({
    interviewId: InterviewId.parse(id),
    happenedAt: happened_at.toISOString(),
    who,
    words,
  }))
}
