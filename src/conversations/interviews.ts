import { sql } from 'kysely'
import { z } from 'zod'
import { cutPage, notFound, type App, type Postgres } from '../platform/index.ts'
import { InterviewId, StudyId, audit, type Doer } from '../workspace/index.ts'
import type { InterviewListed } from './interview.schema.ts'
import { dropRecordings, removeGoneFiles } from './recordings/delete-recordings.ts'
import { holdEveryTurn } from './held-turns.ts'

/** One page of the interviews of a study (or of all), newest first. */
export async function listInterviews(
  pg: Postgres,
  given: { workspaceId: string; studyId?: string | undefined; cursor?: string | undefined; limit: number },
): Promise<{ items: InterviewListed[]; next: string | null }> {
  const { workspaceId, studyId, limit } = given
  const before = z.uuid().safeParse(given.cursor).data ?? null
  const { rows } = await sql<InterviewRow>`
    with page as materialized (
      select * from interviews i where i.workspace_id = ${workspaceId}
        and (${studyId ?? null}::uuid is null or i.study_id = ${studyId ?? null}::uuid)
        and (${before}::uuid is null or i.id < ${before}::uuid)
      order by i.id desc limit ${limit + 1}
    ),
    permitted as materialized (
      select participant_id from permitted_participants(${workspaceId}::uuid, 1, array(select distinct study_id from page),
        array(select distinct p.person_no from page join speakers s on s.interview_id = page.id join participants p on p.id = s.participant_id))
    )
    select i.id, i.study_id, i.title, i.kind, i.language, i.happened_at, i.created_at, i.words, k.participants, k.withheld, k.who,
      coalesce(u.name, i.interviewer_name) as interviewer
    from page i
    left join members m on m.id = i.interviewer_id left join users u on u.id = m.user_id
    cross join lateral (
      select count(*) as participants, count(*) filter (where p.id not in (select participant_id from permitted)) as withheld,
        (array_agg(people.pseudonym order by s.position))[1:3] as who
      from speakers s join participants p on p.id = s.participant_id join people on people.no = p.person_no
      where s.interview_id = i.id
    ) k order by i.id desc`.execute(pg)
  return cutPage(rows.map(asListed), limit, (interview) => interview.interviewId)
}

type InterviewRow = {
  id: string
  study_id: string
  title: string
  kind: string
  language: string
  happened_at: Date
  created_at: Date
  words: number
  participants: number
  withheld: number
  who: string[] | null
  interviewer: string | null
}

function asListed(row: InterviewRow): InterviewListed {
  return {
    interviewId: InterviewId.parse(row.id),
    studyId: StudyId.parse(row.study_id),
    title: row.title,
    kind: row.kind,
    language: row.language,
    happenedAt: row.happened_at.toISOString(),
    broughtAt: row.created_at.toISOString(),
    words: row.words,
    participants: row.participants,
    withheld: row.withheld,
    who: row.who ?? [],
    interviewer: row.interviewer,
  }
}

/** Takes an interview out for good, with all that rests on it. The same file may be brought again. Throws 404. */
export async function removeInterview(
  app: App,
  { workspaceId, interviewId, actor }: { workspaceId: string; interviewId: string; actor: Doer },
): Promise<void> {
  await app.pg.transaction().execute(async (tx) => {
    await holdEveryTurn(tx, { workspaceId, interviewIds: [interviewId] })
    const heard = await tx
      .selectFrom('recordings')
      .select('id')
      .where('interview_id', '=', interviewId)
      .execute()
    const ids = heard.map(({ id }) => id)
    await dropRecordings(tx, { workspaceId, ids, why: 'conversation removed', actor, now: app.clock.now() })
    const gone = await tx
      .deleteFrom('interviews')
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', interviewId)
      .returning('id')
      .executeTakeFirst()
    if (!gone) throw notFound('interview')
    const subject = { kind: 'interview', id: interviewId }
    await audit(tx, { workspaceId, actor, action: 'interview.removed', subject })
  })
  await removeGoneFiles(app)
}
