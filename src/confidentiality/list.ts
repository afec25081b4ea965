import { sql } from 'kysely'
import { notFound, type App, type Postgres } from '../platform/index.ts'
import { InterviewId, PseudonymId, UtteranceId } from '../workspace/index.ts'
import { isDue } from './apply.ts'
import { notesRead, wordsAround, writtenExample, type WrittenRow } from './written-example.ts'
import { rules } from './read-through.ts'
import {
  PseudonymKind,
  PseudonymState,
  type Confidentiality,
  type Pseudonym,
  type PseudonymExample,
} from './pseudonym.schema.ts'
import { openForm, openName } from './sealed-name.ts'

type InStudy = { workspaceId: string; studyId: string }

/** How far a study is, of what who asks may read: of what the team wrote nothing without a member. Throws 404. */
export async function confidentialityOf(
  pg: Postgres,
  { workspaceId, studyId, readerId }: InStudy & { readerId: string | null },
): Promise<Confidentiality> {
  const { rows } = await sql<Confidentiality>`
    with seen as materialized (
      select pseudonym_id from readable_names(${workspaceId}::uuid, ${studyId}::uuid)
      union select pseudonym_id from (${notesRead({ workspaceId, studyId, readerId })}) noted
    )
    select (select count(*)::int from interviews i where i.study_id = s.id) as interviews,
      (select count(*)::int from pseudonym_readings r where r.study_id = s.id and r.rules = ${rules}) as read,
      ${counted('proposed', sql`n.kind <> 'other'`)} as proposed, ${counted('proposed', sql`n.kind = 'other'`)} as others, ${counted('accepted')} as accepted, ${counted('refused')} as refused,
      (select count(*)::int from due_places(${workspaceId}::uuid, s.id)) as pending
    from studies s where s.workspace_id = ${workspaceId} and s.id = ${studyId}`.execute(pg)
  const found = rows[0]
  if (!found) throw notFound('study')
  return found
}

// As the list has them.
const counted = (
  state: PseudonymState,
  which = sql`true`,
) => sql`(select count(*)::int from pseudonyms n where n.study_id = s.id and n.state = ${state} and ${which}
  and (n.id in (select pseudonym_id from seen) or ${isNowhere}))`

const isNowhere = sql`(n.state = 'accepted' and not exists (select from pseudonym_places o where o.pseudonym_id = n.id))`

/** Throws 404 where there is no such study. */
export async function requireStudy(pg: Postgres, { workspaceId, studyId }: InStudy): Promise<void> {
  const { rows } =
    await sql`select from studies where workspace_id = ${workspaceId} and id = ${studyId}`.execute(pg)
  if (rows.length === 0) throw notFound('study')
}

type Asked = InStudy & {
  state: PseudonymState
  kind?: PseudonymKind | undefined
  pseudonymId?: string | undefined
  /** Whether who asks may read what was said. */
  words: 'shown' | 'hidden'
  /** The member who asks: of what the team wrote only what they may read counts, and nothing without one. */
  readerId?: string | undefined
  limit: number
  offset: number
}

/**
 * What tells who somebody is in a study, by kind and what is said most. What nobody may read now is not there. The original is told only while it stands in
 * the text.
 */
export async function listPseudonyms(app: Pick<App, 'pg' | 'secret'>, asked: Asked): Promise<Pseudonym[]> {
  const { workspaceId, studyId, state, kind, pseudonymId, limit, offset, words } = asked
  const readerId = words === 'shown' ? (asked.readerId ?? null) : null
  const { rows } = await sql<PseudonymRow>`
    with readable as materialized (select place_id from readable_places(${workspaceId}::uuid, ${studyId}::uuid)),
    noted as materialized (${notesRead({ workspaceId, studyId, readerId })}),
    texts as (
      select pseudonym_id, count(*)::int as notes, (array_agg(source order by source, source_id))[1] as source,
        (array_agg(source_id order by source, source_id))[1] as source_id
      from noted group by pseudonym_id
    ),
    counted as materialized (
      select n.id, count(p.id)::int as places, count(distinct p.interview_id)::int as interviews, min(p.id::text)::uuid as first,
        count(p.id) filter (where ${isDue})::int as pending
      from pseudonyms n left join pseudonym_places p on p.pseudonym_id = n.id and p.id in (select place_id from readable)
      where n.workspace_id = ${workspaceId} and n.study_id = ${studyId} and n.state = ${state}
        and (${kind ?? null}::text is null or n.kind = ${kind ?? null}::text)
        and (${pseudonymId ?? null}::uuid is null or n.id = ${pseudonymId ?? null}::uuid)
      -- What somebody added stands in notes alone, or nowhere yet.
      group by n.id having count(p.id) > 0 or n.id in (select pseudonym_id from texts)
        or ${isNowhere}
    ),
    page as (
      select n.*, c.places, c.interviews, c.first, c.pending, coalesce(t.notes, 0) as notes, t.source, t.source_id
      from counted c join pseudonyms n on n.id = c.id left join texts t on t.pseudonym_id = n.id
      order by array_position(array['name', 'civil number', 'email', 'phone', 'place', 'other'], n.kind), c.places desc, n.id
      limit ${limit} offset ${offset}
    )
    select page.id, page.kind, page.state, page.original, page.pseudonym, page.person_no is not null as is_participant, page.places,
      page.interviews, page.pending, page.version, page.notes, page.source, page.source_id, w.words as written, w.interview_id as written_in,
      w.utterance_id as written_at, w.sitting_id, w.code_id, w.person_id, i.id as interview_id, i.title, p.utterance_id, p.start_at, p.end_at,
      case p.field when 'words' then u.text when 'speaker' then s.name else i.title end as text
    from page left join pseudonym_places p on p.id = page.first left join interviews i on i.id = p.interview_id
    left join utterances u on u.id = p.utterance_id left join speakers s on s.id = p.speaker_id
    left join noted w on w.pseudonym_id = page.id and w.source = page.source and w.source_id = page.source_id
    order by array_position(array['name', 'civil number', 'email', 'phone', 'place', 'other'], page.kind), page.places desc, page.id`.execute(
    app.pg,
  )
  return rows.map((row) => {
    const { form } = openName(app, { workspaceId, original: row.original })
    return {
      pseudonymId: PseudonymId.parse(row.id),
      kind: PseudonymKind.parse(row.kind),
      state: PseudonymState.parse(row.state),
      original: row.state === 'accepted' || words === 'hidden' ? null : form,
      pseudonym: row.pseudonym,
      isParticipant: row.is_participant,
      places: row.places,
      interviews: row.interviews,
      notes: row.notes,
      pending: row.pending,
      example:
        words === 'hidden' || row.interview_id === null
          ? null
          : exampleOf({ ...row, interview_id: row.interview_id }),
      written: row.state === 'accepted' ? null : writtenExample({ ...row, form }),
      version: row.version,
    }
  })
}

type PlaceRow = {
  interview_id: string
  title: string
  utterance_id: string | null
  start_at: number
  end_at: number
  text: string | null
}
type PseudonymRow = Omit<PlaceRow, 'interview_id'> &
  WrittenRow & {
    /** None: it stands nowhere in what was said. */
    interview_id: string | null
    id: string
    kind: string
    state: string
    original: string
    pseudonym: string
    is_participant: boolean
    places: number
    interviews: number
    notes: number
    pending: number
    version: number
  }

/** Up to so many places of a pseudonym that may be read now, each with what stood there. For whoever may open it only. */
export async function revealedPlaces(
  app: Pick<App, 'pg' | 'secret'>,
  { workspaceId, studyId, pseudonymId, most }: InStudy & { pseudonymId: string; most: number },
): Promise<PseudonymExample[]> {
  const { rows } = await sql<PlaceRow & { form: string }>`
    select i.id as interview_id, i.title, p.utterance_id, p.start_at, p.end_at, p.form, u.text
    from pseudonym_places p join interviews i on i.id = p.interview_id join utterances u on u.id = p.utterance_id
    where p.workspace_id = ${workspaceId} and p.pseudonym_id = ${pseudonymId} and p.form is not null
      and p.id in (select place_id from readable_places(${workspaceId}::uuid, ${studyId}::uuid))
    order by p.id limit ${most}`.execute(app.pg)
  return rows.map((row) => ({ ...exampleOf(row), text: openForm(app, { workspaceId, form: row.form }) }))
}

/** About eight words on either side. */
function exampleOf(row: PlaceRow): PseudonymExample {
  return {
    interviewId: InterviewId.parse(row.interview_id),
    title: row.title,
    utteranceId: row.utterance_id === null ? null : UtteranceId.parse(row.utterance_id),
    ...wordsAround(row.text ?? '', { start: row.start_at, end: row.end_at }),
  }
}

/**
 * The study in which most names, addresses or numbers that participants said wait for a decision, and some of those participants may be read now; other
 * capitals do not count, nor what only the team wrote, which not everybody may read. One of the five studies in which most wait, if any.
 */
export async function studyWithMostNames(
  pg: Postgres,
  { workspaceId }: { workspaceId: string },
): Promise<{ studyId: string; title: string } | undefined> {
  const { rows } = await sql<{ studyId: string; title: string }>`
    select most.id as "studyId", most.title from (
      select s.id, s.title, count(*) as names from studies s join pseudonyms n on n.study_id = s.id
      where s.workspace_id = ${workspaceId} and s.archived_at is null and ${waiting}
        and exists (select from pseudonym_places p where p.pseudonym_id = n.id)
      group by s.id order by names desc, s.id limit 5
    ) most
    where exists (select from permitted_participants(${workspaceId}::uuid, 1, array[most.id], array(
        select distinct pa.person_no from pseudonyms n join pseudonym_places p on p.pseudonym_id = n.id
        join utterances u on u.id = p.utterance_id join speakers sp on sp.id = u.speaker_id
        join participants pa on pa.id = sp.participant_id where n.study_id = most.id and ${waiting} limit ${fewSpeakers})))
    order by most.names desc, most.id limit 1`.execute(pg)
  return rows[0]
}

/** Of so many who said one, somebody who may be read is soon found; to ask it of thousands of open answers takes a third of a second. */
const fewSpeakers = 50

const waiting = sql`n.state = 'proposed' and n.kind not in ('place', 'other')`
