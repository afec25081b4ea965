import { sql } from 'kysely'
import { Language, languages } from '../../language/index.ts'
import type { App } from '../../platform/index.ts'
import { savedSegmentBitmap } from '../../segments/index.ts'
import { HighlightId, InterviewId, StudyId, UtteranceId } from '../../workspace/index.ts'
import { participantsAmong } from '../quotes.ts'
import { excerptOf } from './excerpt.ts'
import { readNotesIn, searchNotes } from './notes.ts'
import { readIn } from './read-in.ts'
import { marksIn, readQuery, tsqueryOf, type Sought } from './search-query.ts'
import { SpeakerAsked, type Found, type Hit, type SearchAsked } from './search.schema.ts'

type Asked = SearchAsked & {
  workspaceId: string
  limit: number
  offset: number
  /** The member who searches; without one, notes are not looked through. */
  reader?: string | undefined
}

const nothing: Found = {
  items: [],
  notes: [],
  areMoreNotes: false,
  next: null,
  total: 0,
  isMore: false,
  unread: 0,
}

/** Places the index gives, newest conversations first; who finds more asks more closely. */
export const mostPlaces = 150
/**
 * What is said often is soon found by walking back from the newest conversation, turn by turn; what is said rarely by the index, which gives all
 * of it at once. So many newest conversations are walked through to know which, and from so many places there on it is said often.
 */
const newestFirst = 6
const often = 30
/** Conversations a search reads in by itself; a job does the others. */
const mostReadIn = 8

/**
 * Searches everything said and noted: words in any form, phrases, beginnings. The index knows nothing of permission; what it finds is
 * joined with what may be analysed now, so a withdrawal, a correction and an erasure hold at the next search.
 */
export async function searchWords(app: App, asked: Asked): Promise<Found> {
  const { workspaceId } = asked
  const sought = readQuery(asked.q)
  if (tsqueryOf(sought, languages) === null) return nothing
  const reader = asked.offset > 0 ? undefined : asked.reader
  const [unread, spoken] = await Promise.all([
    readIn(app, { workspaceId, most: mostReadIn }),
    asked.language === undefined ? languagesSpoken(app, workspaceId) : [asked.language],
    reader === undefined ? undefined : readNotesIn(app, workspaceId),
  ])
  const people =
    asked.segmentId === undefined
      ? null
      : await participantsAmong(app, {
          workspaceId,
          people: await savedSegmentBitmap(app, { workspaceId, segmentId: asked.segmentId }),
        })
  const query = tsqueryOf(sought, spoken)
  const [rows, { notes, isMore: areMoreNotes }] = await Promise.all([
    query === null ? [] : findPlaces(app, { ...asked, query, people }),
    reader === undefined
      ? { notes: [], isMore: false }
      : searchNotes(app, { ...asked, reader, sought, people }),
  ])
  const items = rows.flatMap((row) =>
    row.utterance_id === null ? [] : [asHit(row, row.utterance_id, sought)],
  )
  const total = rows[0]?.total ?? 0
  const end = asked.offset + items.length
  return {
    items,
    notes,
    areMoreNotes,
    next: end < total && items.length > 0 ? String(end) : null,
    total,
    isMore: (rows[0]?.places ?? 0) >= mostPlaces,
    unread,
  }
}

/** The languages conversations of a workspace are held in: the index is asked for no others. */
async function languagesSpoken(app: App, workspaceId: string): Promise<Language[]> {
  const { rows } = await sql<{ language: string }>`
    select distinct language from interviews where workspace_id = ${workspaceId}`.execute(app.pg)
  return [...new Set(rows.map(({ language }) => Language.catch('en').parse(language)))]
}

type Finding = Asked & { query: string; people: number[] | null }

async function findPlaces(app: App, finding: Finding): Promise<Row[]> {
  const { workspaceId, query, limit, offset } = finding
  const said = sql`t.words @@ ${query}::tsquery`
  const kept = sql`${ofSpeakers(finding)} and ${underCode(finding)}`
  const isOlder = sql`t.workspace_id = ${workspaceId} and t.interview_id < (select id from newest order by id limit 1)`
  const { rows } = await sql<Row>`
    with newest as materialized (
      select i.id from interviews i where i.workspace_id = ${workspaceId} and ${ofConversations(finding)}
      order by i.id desc limit ${newestFirst}
    ),
    recent as materialized (
      select ${placeColumns} from search_texts t where t.interview_id = any(array(select id from newest))
        and (${said}) is true and ${kept} order by ${placeOrder} limit ${mostPlaces}
    ),
    older as materialized (
      (select ${placeColumns} from search_texts t
      where (select count(*) from recent) >= ${often} and (select count(*) from recent) < ${mostPlaces} and ${isOlder}
        and (${said}) is true and ${kept} and ${inConversations(finding)} order by ${placeOrder} limit ${mostPlaces})
      union all
      select ${placeColumns} from search_texts t
      where (select count(*) from recent) < ${often} and (${isOlder}) is true and ${said} and ${kept} and ${inConversations(finding)}
    ),
    place as materialized (
      select * from (select * from recent union all select * from older) t order by ${placeOrder} limit ${mostPlaces}
    ),
    said as materialized (
      select p.*, u.speaker_id, u.text, s.participant_id
      from place p join utterances u on u.id = p.utterance_id and (p.highlight_id is not null or u.version = p.version)
      join speakers s on s.id = u.speaker_id
    ),
    -- A participant's turn asks for that person; a reply asks for everybody who answers in its conversation.
    replied as materialized (select distinct interview_id from said where participant_id is null),
    asked as materialized (
      select participant_id as id from said where participant_id is not null
      union select s.participant_id from speakers s
        where s.interview_id = any(array(select interview_id from replied)) and s.participant_id is not null
    ),
    permitted as materialized (
      select participant_id as id from permitted_participants(${workspaceId}::uuid, 1,
        array(select distinct i.study_id from interviews i where i.id = any(array(select interview_id from place))),
        array(select person_no from participants where id = any(array(select id from asked))))
    ),
    closed as materialized (
      select distinct s.interview_id from speakers s
      where s.interview_id = any(array(select interview_id from replied))
        and s.participant_id = any(array(select id from asked except select id from permitted))
    ),
    withheld as materialized (
      select utterance_id from withheld_replies(${workspaceId}::uuid, array(select interview_id from closed))
      where exists (select from closed)
    ),
    found as materialized (
      select distinct on (interview_id, position, utterance_id, highlight_id)
        interview_id, position, utterance_id, highlight_id, speaker_id, text
      from said
      where (participant_id is null or participant_id in (select id from permitted))
        and utterance_id not in (select utterance_id from withheld)
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

const placeColumns = sql`t.interview_id, t.utterance_id, t.highlight_id, t.position, t.version, t.id`
const placeOrder = sql`t.interview_id desc, t.position, t.id`

/** Which conversations (as `i`) are looked through. */
function ofConversations({ studyId, language, from, to }: Finding) {
  return sql`(${studyId ?? null}::uuid is null or i.study_id = ${studyId ?? null}::uuid)
    and (${language ?? null}::text is null or i.language = ${language ?? null}::text)
    and (${from ?? null}::date is null or i.happened_at >= ${from ?? null}::date)
    and (${to ?? null}::date is null or i.happened_at < ${to ?? null}::date + 1)`
}

function inConversations(finding: Finding) {
  const { workspaceId, studyId, language, from, to } = finding
  if (studyId === undefined && language === undefined && from === undefined && to === undefined)
    return sql`true`
  return sql`t.interview_id in (
    select i.id from interviews i where i.workspace_id = ${workspaceId} and ${ofConversations(finding)})`
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
