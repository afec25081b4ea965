import { sql } from 'kysely'
import { z } from 'zod'
import { freshPermission } from '../consent/index.ts'
import { type Language, kindredStems, stemmedWords } from '../language/index.ts'
import { ch, type App } from '../platform/index.ts'
import { InterviewId, UtteranceId } from '../workspace/index.ts'
import { codedWords } from './coded-words.ts'
import { excerpt } from './excerpt.ts'
import { type Focus, type KnownFocus, inFocus, knownFocus } from './focus.ts'
import { freshWords } from './fresh-words.ts'
import { currentTerms, permittedPairs } from './spoken-sql.ts'
import type { WordQuote } from './words.schema.ts'

export type WordQuotesAsked = {
  workspaceId: string
  focus: Focus
  language: Language
  stem: string
  limit?: number
  offset?: number
}

export type WordQuotesFound = { quotes: WordQuote[]; total: number; withheld: number }

/**
 * Where those in focus said a word, with the word and its other forms (bought, where buy is asked for) marked: only what may be analysed and quoted now, asked of the ledger at this
 * read. What may be analysed but not quoted is counted as withheld.
 */
export async function quotesOfWord(app: App, asked: WordQuotesAsked): Promise<WordQuotesFound> {
  const { workspaceId, limit = 20, offset = 0 } = asked
  await Promise.all([freshPermission(app, workspaceId), freshWords(app, workspaceId)])
  const focus = await knownFocus(app, workspaceId, asked.focus)
  const places =
    focus.kind === 'code'
      ? await placesInPassages(app, { ...asked, codeId: focus.codeId })
      : await placesSaid(app, { ...asked, focus })
  const found = await quotable(app, { workspaceId, places })
  const shown = found.slice(offset, offset + limit)
  return {
    quotes: shown.map((row) => asQuote(row, asked)),
    total: found.length,
    withheld: places.length - found.length,
  }
}

type Place = { utterance_id: string } | { interview_id: string; position: number }

async function placesInPassages(
  app: App,
  { workspaceId, codeId, language, stem: wanted }: WordQuotesAsked & { codeId: string },
): Promise<Place[]> {
  const words = await codedWords(app, { workspaceId, codeId, language })
  const said = new Set(words.filter((word) => word.stem === wanted).map((word) => word.utteranceId))
  return [...said].map((id) => ({ utterance_id: id }))
}

const Said = z.object({ interview_id: z.string(), places: z.array(z.number()) })

async function placesSaid(app: App, asked: WordQuotesAsked & { focus: KnownFocus }): Promise<Place[]> {
  const { workspaceId, language, focus } = asked
  const permitted = permittedPairs({ workspaceId, purpose: 'conversation_analysis' })
  const rows = await app.ch.query(
    ch.sql`SELECT toString(interview_id) AS interview_id, arrayDistinct(arrayFlatten(groupArray(places))) AS places
      FROM spoken_terms
      WHERE ${currentTerms(workspaceId)} AND language = ${ch.text(language)} AND stem = ${ch.text(asked.stem)}
        AND ${inFocus(focus)} AND (study_id, person) IN (${permitted})
      GROUP BY interview_id`,
    Said,
  )
  return rows.flatMap(({ interview_id, places }) => places.map((position) => ({ interview_id, position })))
}

type Row = {
  id: string
  interview_id: string
  text: string
  happened_at: Date
  pseudonym: string
}

/** Those of the places that may be quoted, newest conversations first. */
async function quotable(
  app: App,
  { workspaceId, places }: { workspaceId: string; places: readonly Place[] },
): Promise<Row[]> {
  const ids = places.flatMap((place) => ('utterance_id' in place ? [place.utterance_id] : []))
  const said = places.flatMap((place) => ('position' in place ? [place] : []))
  const { rows } = await sql<Row>`
    with wanted as materialized (
      select u.* from utterances u where u.workspace_id = ${workspaceId} and u.id = any(${ids}::uuid[])
      union all
      select u.* from utterances u join unnest(${said.map((place) => place.interview_id)}::uuid[],
        ${said.map((place) => place.position)}::int[]) as p (interview_id, position) using (interview_id, position)
      where u.workspace_id = ${workspaceId}
    ),
    analysed as materialized (
      select * from permitted_speakers(${workspaceId}::uuid, 1, array(select distinct w.interview_id from wanted w))
    ),
    quoted as materialized (
      select * from permitted_speakers(${workspaceId}::uuid, 3, array(select distinct w.interview_id from wanted w))
    )
    select w.id, w.interview_id, w.text, i.happened_at, credited_name(people.no, i.study_id) as pseudonym
    from wanted w
    join analysed a on a.speaker_id = w.speaker_id and a.role = 'participant'
    join quoted q on q.speaker_id = w.speaker_id
    join people on people.no = a.person_no
    join interviews i on i.id = w.interview_id
    -- What is shown around a word may reach into a passage its speaker has asked to be shown nowhere.
    where not exists (select from highlights h where h.utterance_id = w.id and h.refused_at is not null and h.lost_text is null)
    order by i.happened_at desc, w.interview_id, w.position`.execute(app.pg)
  return rows
}

function asQuote(row: Row, { language, stem: wanted }: WordQuotesAsked): WordQuote {
  const marks = [...stemmedWords(language, row.text)].flatMap(({ normal, stem, parted, start, end }) => {
    if (parted?.stem === wanted)
      return [
        { start, end },
        { start: parted.particle.start, end: parted.particle.end },
      ]
    // Counted as what it parted from.
    if (parted) return []
    return [stem, ...kindredStems(language, normal)].includes(wanted) ? [{ start, end }] : []
  })
  return {
    interviewId: InterviewId.parse(row.interview_id),
    utteranceId: UtteranceId.parse(row.id),
    ...excerpt(row.text, marks),
    who: row.pseudonym,
    when: row.happened_at.toISOString(),
  }
}
