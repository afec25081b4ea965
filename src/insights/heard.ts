import { sql } from 'kysely'
import { participantsAmong } from '../coding/index.ts'
import type { App, Sql } from '../platform/index.ts'
import { InterviewId } from '../workspace/index.ts'

export type Heard = {
  people: number
  interviews: number
  last: { interviewId: InterviewId; by: string[]; who: string; when: string }[]
}

type Row = {
  people: number
  interviews: number
  id: string | null
  happened_at: Date
  pseudonym: string
  asker: string | null
  asked: string[] | null
}

/**
 * How many of some people have been talked with, and who of the team did so last: the member or the name given as interviewer, else
 * whoever asks in the transcript. Only conversations that may be analysed count. `people` are their numbers, or ClickHouse SQL of one bitmap.
 */
export async function whoWasHeard(
  app: App,
  { workspaceId, people }: { workspaceId: string; people: readonly number[] | Sql },
): Promise<Heard> {
  const nos = await participantsAmong(app, { workspaceId, people })
  const { rows } = await sql<Row>`
    with spoke as materialized (
      select distinct i.id, i.happened_at, i.interviewer_id, i.interviewer_name, p.person_no
      from permitted_participants(${workspaceId}::uuid, 1, null, ${nos}::bigint[]) p
      join speakers s on s.participant_id = p.participant_id
      join interviews i on i.id = s.interview_id
    ), counted as (
      select count(distinct person_no) as people, count(distinct id) as interviews from spoke
    )
    select c.*, s.id, s.happened_at, people.pseudonym, coalesce(u.name, s.interviewer_name) as asker,
      array(select k.name from speakers k where k.interview_id = s.id and k.role = 'interviewer' and k.name is not null
        order by k.position) as asked
    from counted c
    left join lateral (select * from spoke order by happened_at desc, id desc limit 3) s on true
    left join people on people.no = s.person_no
    left join members m on m.id = s.interviewer_id
    left join users u on u.id = m.user_id
    order by s.happened_at desc`.execute(app.pg)
  const [first] = rows
  return {
    people: first?.people ?? 0,
    interviews: first?.interviews ?? 0,
    last: rows.flatMap((row) => {
      if (row.id === null) return []
      const by = row.asker === null ? (row.asked ?? []) : [row.asker]
      const interviewId = InterviewId.parse(row.id)
      return [{ interviewId, by, who: row.pseudonym, when: row.happened_at.toISOString() }]
    }),
  }
}
