import { sql } from 'kysely'
import { z } from 'zod'
import { reasons, studyScope } from '../consent/index.ts'
import { cutPage, type Postgres } from '../platform/index.ts'
import { ParticipantId } from '../workspace/index.ts'
import { closedAmong } from './closed-participants.ts'
import type { Participant } from './study.schema.ts'

/** One page of a study's participants in the order they joined, with what each agreed to. */
export async function listParticipants(
  pg: Postgres,
  given: { workspaceId: string; studyId: string; cursor?: string | undefined; limit: number },
): Promise<{ items: Participant[]; next: string | null }> {
  const { workspaceId, studyId, limit } = given
  const after = z.uuid().safeParse(given.cursor)
  const { rows } = await sql<ParticipantRow>`
    with page as materialized (
      select * from participants p where p.workspace_id = ${workspaceId} and p.study_id = ${studyId}
        and (${after.data ?? null}::uuid is null or p.id > ${after.data ?? null}::uuid)
      order by p.id limit ${limit + 1}
    ),
    standing as materialized (
      select r.person_no, r.purpose, r.reason from permission_rows(${workspaceId}::uuid, array(select person_no from page)) r
      where r.scope = ${studyScope(studyId)} and r.purpose in (1, 3)
    )
    select p.id, people.id as person_id, people.pseudonym, p.language, p.joined_at, p.recording_agreed,
      exists (select from identifiers i where i.workspace_id = p.workspace_id and i.person_no = p.person_no) as in_data,
      (select count(*) from speakers s where s.participant_id = p.id) as interviews,
      (select coalesce(sum(s.words), 0)::int from speakers s where s.participant_id = p.id) as words,
      (select reason from standing r where r.person_no = p.person_no and r.purpose = 1) as analysis,
      (select reason from standing r where r.person_no = p.person_no and r.purpose = 3) as quoting,
      said.manner, case when s.quotes_by_name and said.manner = 'name' then p.quoted_as end as quoted_as
    from page p join studies s on s.id = p.study_id
    left join lateral (
      select l.manner from consent_ledger l
      where l.workspace_id = p.workspace_id and l.person_no = p.person_no and l.purpose = 3 and l.scope in ('', ${studyScope(studyId)})
      order by l.happened_at desc, (l.state <> 'given') desc, l.id desc limit 1
    ) said on true
    join people on people.no = p.person_no order by p.id`.execute(pg)
  const participantIds = rows.map(({ id }) => id)
  const closed = await closedAmong(pg, { workspaceId, studyId, participantIds })
  const items = rows.map((row) => asParticipant(row, closed))
  return cutPage(items, limit, (participant) => participant.participantId)
}

type ParticipantRow = {
  id: string
  person_id: string
  pseudonym: string
  language: string | null
  joined_at: Date
  recording_agreed: boolean | null
  in_data: boolean
  interviews: number
  words: number
  analysis: number | null
  quoting: number | null
  manner: Participant['quotingManner']
  quoted_as: string | null
}

function asParticipant(row: ParticipantRow, closed: ReadonlySet<string>): Participant {
  return {
    participantId: ParticipantId.parse(row.id),
    personId: row.person_id,
    pseudonym: row.pseudonym,
    inData: row.in_data,
    language: row.language,
    joinedAt: row.joined_at.toISOString(),
    interviews: row.interviews,
    words: row.words,
    recording: row.recording_agreed === null ? 'not asked' : row.recording_agreed ? 'given' : 'refused',
    conversation_analysis: reasons[row.analysis ?? 1] ?? 'no basis declared',
    quoting: reasons[row.quoting ?? 1] ?? 'no basis declared',
    quotingManner: row.manner,
    quotedAs: row.quoted_as,
    tookAllBack: closed.has(row.id),
  }
}
