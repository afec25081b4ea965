import { sql } from 'kysely'
import { notFound, type App } from '../../platform/index.ts'
import { CodeId, ParticipantId } from '../../workspace/index.ts'
import { cellKey, quotesOfCells, type CellQuotes } from './framework-quotes.ts'
import type { Framework, FrameworkCell } from './framework.schema.ts'
import { whoIsHeard } from './heard.ts'
import { belowCodes, type Scope } from './passages-sql.ts'
import { cellOf, countPlaces, rowsOfPlaces } from './place-counts.ts'
import { readPlaces } from './places.ts'

type Asked = { scope: Scope; themes: readonly string[]; limit: number; offset: number }

/** What is missing of a quote a summary was written on, if it may not be shown any more. */
type Missing = 'gone' | 'unmarked' | 'corrected'
type Rested = { highlightId: string; wordsHash: string; missing: Missing }

export type Summary = {
  participantId: string
  codeId: string
  text: string
  version: number
  by: string | null
  at: Date
  rested: Rested[]
}

/**
 * Participants by themes, with what members have written and what has become of the quotes it was written on. Whoever's words may be analysed no
 * longer has no row: a summary tells what they said. Throws 404.
 */
export async function readFramework(app: App, { scope, themes, limit, offset }: Asked): Promise<Framework> {
  const heard = await whoIsHeard(app, scope)
  const everybody = new Map(heard.map((one) => [one.participantId, one]))
  const page = [...everybody.values()].slice(offset, offset + limit)
  const named = await namesOf(app, { scope, themes })
  const shown = { ...scope, people: page.map(({ personNo }) => personNo) }
  const quotes = await quotesOfCells(app, { scope: shown, themes })
  const { places } = await readPlaces(app, shown)
  const rowsOfPerson = new Map(page.map((one) => [one.personNo, [one.participantId]]))
  const placed = countPlaces(places, rowsOfPlaces({ rows: 'participant', rowsOfPerson })).cells
  const participantIds = page.map(({ participantId }) => participantId)
  const summaries = await readSummaries(app, { ...scope, participantIds, themes })
  const written = new Map(summaries.map((summary) => [cellKey(summary), summary]))
  return {
    rows: page.map(({ participantId, who }) => ({
      participantId: ParticipantId.parse(participantId),
      who,
    })),
    themes: named,
    cells: participantIds.flatMap((participantId) =>
      themes.flatMap((codeId) => frameworkCell({ participantId, codeId, quotes, written, placed })),
    ),
    rowsInAll: everybody.size,
    next: offset + limit < everybody.size ? String(offset + limit) : null,
  }
}

function frameworkCell(given: {
  participantId: string
  codeId: string
  quotes: CellQuotes
  written: ReadonlyMap<string, Summary>
  placed: ReadonlyMap<string, number>
}): FrameworkCell[] {
  const key = cellKey(given)
  const places = given.placed.get(cellOf(given.participantId, given.codeId)) ?? 0
  const own = given.quotes.get(key) ?? new Map<string, string>()
  const summary = given.written.get(key)
  if (own.size + places === 0 && summary === undefined) return []
  return [
    {
      participantId: ParticipantId.parse(given.participantId),
      codeId: CodeId.parse(given.codeId),
      quotes: own.size,
      places,
      version: summary?.version ?? 0,
      text: summary?.text ?? '',
      by: summary?.by ?? null,
      at: summary?.at.toISOString() ?? null,
      ...changesOf(summary?.rested ?? [], own),
    },
  ]
}

/** What has become of the quotes a summary was written on, beside those that may be shown now (by id, with a hash of their words). Pure. */
export function changesOf(
  rested: readonly Rested[],
  now: ReadonlyMap<string, string>,
): Pick<FrameworkCell, 'restsOn' | 'gone' | 'unmarked' | 'corrected' | 'news'> {
  const known = new Set(rested.map(({ highlightId }) => highlightId))
  const states = rested.map(({ highlightId, wordsHash, missing }) => {
    const words = now.get(highlightId)
    if (words === undefined) return missing
    return words === wordsHash ? 'there' : 'corrected'
  })
  const count = (state: Missing) => states.filter((one) => one === state).length
  return {
    restsOn: rested.length,
    gone: count('gone'),
    unmarked: count('unmarked'),
    corrected: count('corrected'),
    // Before anybody has written, nothing is new.
    news: rested.length === 0 ? 0 : [...now.keys()].filter((id) => !known.has(id)).length,
  }
}

async function namesOf(
  app: App,
  { scope, themes }: { scope: Scope; themes: readonly string[] },
): Promise<Framework['themes']> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, code_label(codes) as name from codes where workspace_id = ${scope.workspaceId} and id = any(${[...themes]}::uuid[])
      and removed_at is null and (study_id is null or study_id = ${scope.studyId}::uuid)`.execute(app.pg)
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return themes.map((codeId) => {
    const name = names.get(codeId)
    if (name === undefined) throw notFound('code')
    return { codeId: CodeId.parse(codeId), name }
  })
}

type SummaryRow = {
  participant_id: string
  code_id: string
  text: string
  version: number
  name: string | null
  written_at: Date
  highlight_id: string | null
  words_hash: string
  missing: Missing
}

/** What is written of some participants under some themes, with the quotes it was written on. */
export async function readSummaries(
  app: App,
  given: {
    workspaceId: string
    studyId: string
    participantIds: readonly string[]
    themes: readonly string[]
  },
): Promise<Summary[]> {
  const { workspaceId, studyId, participantIds, themes } = given
  const { rows } = await sql<SummaryRow>`
    with recursive ${belowCodes(workspaceId)}
    select pt.id as participant_id, s.code_id, s.text, s.version, users.name, s.written_at, q.highlight_id, q.words_hash,
      case
        when h.id is null then 'gone'
        when h.lost_text is not null then 'corrected'
        when h.removed_at is not null or not exists (
          select from highlight_codes hc join below b on b.below_id = hc.code_id and b.code_id = s.code_id where hc.highlight_id = h.id)
        then 'unmarked' else 'gone' end as missing
    from framework_summaries s join participants pt on pt.study_id = s.study_id and pt.person_no = s.person_no
    left join members m on m.id = s.written_by left join users on users.id = m.user_id
    left join framework_quotes q on q.summary_id = s.id
    left join highlights h on h.id = q.highlight_id
    where s.workspace_id = ${workspaceId} and s.study_id = ${studyId}
      and pt.id = any(${[...participantIds]}::uuid[]) and s.code_id = any(${[...themes]}::uuid[])`.execute(
    app.pg,
  )
  return [...Map.groupBy(rows, (row) => `${row.participant_id} ${row.code_id}`).values()].flatMap((own) => {
    const [first] = own
    if (first === undefined) return []
    return [
      {
        participantId: first.participant_id,
        codeId: first.code_id,
        text: first.text,
        version: first.version,
        by: first.name,
        at: first.written_at,
        rested: own.flatMap(({ highlight_id, words_hash, missing }) =>
          highlight_id === null ? [] : [{ highlightId: highlight_id, wordsHash: words_hash, missing }],
        ),
      },
    ]
  })
}
