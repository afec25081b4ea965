import { sql } from 'kysely'
import { Language, languages } from '../../language/index.ts'
import type { App } from '../../platform/index.ts'
import { savedSegmentBitmap } from '../../segments/index.ts'
import { HighlightId, InterviewId, StudyId, UtteranceId } from '../../workspace/index.ts'
import { participantsAmong } from '../quotes.ts'
import { excerptOf } from './excerpt.ts'
import { readIn } from './read-in.ts'
import { marksIn, readQuery, tsqueryOf, type Sought } from './search-query.ts'
import { SpeakerAsked, type Found, type Hit, type SearchAsked } from './search.schema.ts'

type Asked = SearchAsked & { workspaceId: string; limit: number; offset: number }

/** Places the index gives, newest conversations first; who finds more asks more closely. */
export const mostPlaces = 300
/** Conversations a search reads in by itself; a job does the others. */
const mostReadIn = 8

/**
 * Searches everything said and noted: words in any form, phrases, beginnings. The index knows nothing of permission; what it finds is
 * joined with what may be analysed now, so a withdrawal, a correction and an erasure hold at the next search.
 */
export async function searchWords(app: App, asked: Asked): Promise<Found> {
  const { workspaceId } = asked
  const sought = readQuery(asked.q)
  const query = tsqueryOf(sought, asked.language === undefined ? languages : [asked.language])
  if (query === null) return { items: [], next: null, total: 0, isMore: false, unread: 0 }
  const unread = await readIn(app, { workspaceId, most: mostReadIn })
  const people =
    asked.segmentId === undefined
      ? null
      : await participantsAmong(app, {
          workspaceId,
          people: await savedSegmentBitmap(app, { workspaceId, segmentId: asked.segmentId }),
        })
  const rows = await findPlaces(app, { ...asked, query, people })
  const items = rows.flatMap((row) =>
    row.utterance_id === null ? [] : [asHit(row, row.utterance_id, sought)],
  )
  const total = rows[0]?.total ?? 0
  const end = asked.offset + items.length
  return {
    items,
    next: end < total && items.length > 0 ? String(end) : null,
    total,
    isMore: (rows[0]?.places ?? 0) >= mostPlaces,
    unread,
  }
}

type Finding = Asked & { query: string; people: number[] | null }

async function findPlaces(app: App, finding: Finding): Promise<Row[]> {
  const { workspaceId, query, limit, offset } = finding
  const { rows } = await sql<Row>`
    with place as materialized (
      select t.interview_id, t.utterance_id, t.highlight_id, t.position, t.version, t.id
      from search_texts t
      where t.workspace_id = ${workspaceId} and t.words @@ ${query}::tsquery
        and ${inConversations(finding)} and ${ofSpeakers(finding)} and ${underCode(finding)}
      order by t.interview_id desc, t.position, t.id limit ${mostPlaces}
    ),
    permitted as materialized (
      select participant_id from permitted_participants(${workspaceId}::uuid, 1,
        array(select distinct i.study_id from interviews i where i.id in (select interview_id from place)),
        array(select distinct p.person_no from speakers s join participants p on p.id = s.participant_id
          where s.interview_id in (select interview_id from place)))
    ),
    readable as materialized (
      select s.id as speaker_id from speakers s
      where s.workspace_id = ${workspaceId} and s.interview_id in (select interview_id from place)
        and (s.participant_id is null or s.participant_id in (select participant_id from permitted))
    ),
    withheld as materialized (
      select utterance_id from withheld_replies(${workspaceId}::uuid, array(
        select distinct s.interview_id from speakers s where s.interview_id in (select interview_id from place)
          and s.id not in (select speaker_id from readable)))
    ),
    found as materialized (
      select distinct on (p.interview_id, p.position, p.utterance_id, p.highlight_id)
        p.interview_id, p.position, p.utterance_id, p.highlight_id, u.speaker_id, u.text
      from place p join utterances u on u.id = p.utterance_id and (p.highlight_id is not null or u.version = p.version)
      where u.speaker_id in (select speaker_id from readable)
        and u.id not in (select utterance_id from withheld)
    ),
    counted as (select count(*) as total, (select count(*) from place) as places from found),
    shown as (
      select f.interview_id, f.position, f.utterance_id, f.highlight_id, i.title, i.study_id, i.happened_at, i.language,
        st.title as study, s.role, s.name, people.pseudonym, coalesce(h.note, f.text) as text
      from (select * from found order by interview_id desc, position, highlight_id nulls first limit ${limit} offset ${offset}) f
      join interviews i on i.id = f.interview_id
      join studies st on st.id = i.study_id
      join speakers s on s.id = f.speaker_id
      left join participants pa on pa.id = s.participant_id
      left join people on people.no = pa.person_no
      left join highlights h on h.id = f.highlight_id
    )
    select c.*, s.* from counted c left join shown s on true
    order by s.interview_id desc, s.position, s.highlight_id nulls first`.execute(app.pg)
  return rows
}

function inConversations({ workspaceId, studyId, language, from, to }: Finding) {
  if (studyId === undefined && language === undefined && from === undefined && to === undefined)
    return sql`true`
  return sql`t.interview_id in (
    select i.id from interviews i where i.workspace_id = ${workspaceId}
      and (${studyId ?? null}::uuid is null or i.study_id = ${studyId ?? null}::uuid)
      and (${language ?? null}::text is null or i.language = ${language ?? null}::text)
      and (${from ?? null}::date is null or i.happened_at >= ${from ?? null}::date)
      and (${to ?? null}::date is null or i.happened_at < ${to ?? null}::date + 1))`
}

function ofSpeakers({ workspaceId, role, people }: Finding) {
  if (role === undefined && people === null) return sql`true`
  return sql`exists (
    select from utterances u join speakers s on s.id = u.speaker_id left join participants p on p.id = s.participant_id
    where u.id = t.utterance_id and s.workspace_id = ${workspaceId}
      and (${role ?? null}::text is null or s.role = ${role ?? null}::text)
      and (${people}::bigint[] is null or p.person_no = any(${people}::bigint[])))`
}

/** Turns in which something is marked with the code, and notes on those marks. */
function underCode({ workspaceId, codeId }: Finding) {
  if (codeId === undefined) return sql`true`
  return sql`exists (
    select from highlights h join highlight_codes hc on hc.highlight_id = h.id
    where h.utterance_id = t.utterance_id and h.workspace_id = ${workspaceId} and h.removed_at is null and h.lost_text is null
      and hc.code_id = ${codeId}::uuid and (t.highlight_id is null or t.highlight_id = h.id))`
}

type Row = {
  total: number
  places: number
  interview_id: string
  utterance_id: string | null
  highlight_id: string | null
  title: string
  study_id: string
  study: string
  happened_at: Date
  language: string
  role: string
  name: string | null
  pseudonym: string | null
  text: string
}

function asHit(row: Row, utteranceId: string, sought: readonly Sought[]): Hit {
  const language = Language.catch('en').parse(row.language)
  return {
    interviewId: InterviewId.parse(row.interview_id),
    interview: row.title,
    studyId: StudyId.parse(row.study_id),
    study: row.study,
    utteranceId: UtteranceId.parse(utteranceId),
    highlightId: row.highlight_id === null ? null : HighlightId.parse(row.highlight_id),
    who: row.role === 'participant' ? row.pseudonym : row.name,
    role: SpeakerAsked.parse(row.role),
    when: row.happened_at.toISOString(),
    language: row.language,
    ...excerptOf(row.text, marksIn(row.text, { sought, language })),
  }
}
