import { sql } from 'kysely'
import { z } from 'zod'
import type { Postgres } from '../platform/index.ts'

/** The conversations a person took part in, newest first, with whether their words may be analysed. */
export async function listPersonConversations(
  pg: Postgres,
  { workspaceId, personNo }: { workspaceId: string; personNo: number },
): Promise<PersonConversation[]> {
  const { rows } = await sql<PersonConversationRow>`
    with permitted as materialized (
      select k.id, r.reason from participants k
      left join permission_rows(${workspaceId}::uuid, array[${personNo}]::bigint[]) r
        on r.scope = 'study:' || k.study_id and r.purpose = 1
      where k.workspace_id = ${workspaceId} and k.person_no = ${personNo}
    )
    select p.id as participant_id, s.id as study_id, s.title as study, i.id as interview_id, i.title, i.happened_at, k.words,
      coalesce(u.name, i.interviewer_name) as interviewer,
      coalesce(permitted.reason, 1) = 0 as may
    from participants p
    join permitted on permitted.id = p.id
    join studies s on s.id = p.study_id
    left join speakers k on k.participant_id = p.id
    left join interviews i on i.id = k.interview_id
    left join members m on m.id = i.interviewer_id
    left join users u on u.id = m.user_id
    where p.workspace_id = ${workspaceId} and p.person_no = ${personNo}
    order by i.happened_at desc nulls last, p.id limit 200`.execute(pg)
  return rows.map((row) => ({
    participantId: row.participant_id,
    studyId: row.study_id,
    study: row.study,
    interview:
      row.interview_id === null || row.title === null || row.happened_at === null
        ? null
        : {
            interviewId: row.interview_id,
            title: row.title,
            happenedAt: row.happened_at.toISOString(),
            words: row.words ?? 0,
            interviewer: row.interviewer,
          },
    mayBeAnalysed: row.may,
  }))
}

export const PersonConversation = z.object({
  participantId: z.string(),
  studyId: z.string(),
  study: z.string(),
  /** Null where they joined a study and were not heard yet. */
  interview: z
    .object({
      interviewId: z.string(),
      title: z.string(),
      happenedAt: z.string(),
      /** What this person said. */
      words: z.int(),
      /** Who asked, where it is written down. */
      interviewer: z.string().nullable(),
    })
    .nullable(),
  mayBeAnalysed: z.boolean(),
})
export type PersonConversation = z.output<typeof PersonConversation>

type PersonConversationRow = {
  participant_id: string
  study_id: string
  study: string
  interview_id: string | null
  title: string | null
  happened_at: Date | null
  interviewer: string | null
  words: number | null
  may: boolean
}
