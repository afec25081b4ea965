import { sql } from 'kysely'
import {
  Problem,
  byteOrderMark,
  csvLine,
  workbook,
  type App,
  type TableFormat,
} from '../../platform/index.ts'
import { savedSegmentBitmap } from '../../segments/index.ts'
import type { Doer } from '../../workspace/index.ts'
import type { Quote } from '../coding.schema.ts'
import { participantsAmong, quotesOf } from '../quotes.ts'
import { inTreeOrder } from '../tree-order.ts'
import { belowCodes } from '../views/passages-sql.ts'
import { writeExport } from './exports.ts'

type Asked = {
  workspaceId: string
  actor: Doer
  format: TableFormat
  studyId?: string | undefined
  codeId?: string | undefined
  segmentId?: string | undefined
}

/** A workbook is made in memory. */
export const mostRows = 100_000

/**
 * Quotes that may be shown at this moment, of a code, a study or a segment: analysing and quoting permitted, pseudonyms for names. Written down with
 * whose words they are before they leave.
 */
export async function exportQuotes(app: App, asked: Asked): Promise<Uint8Array> {
  const { workspaceId, studyId = null } = asked
  const quotes = await allQuotes(app, asked)
  const about = await aboutQuotes(app, { workspaceId, quotes })
  const names = new Map((await codesInOrder(app, workspaceId)).map(({ codeId, label }) => [codeId, label]))
  const shown = quotes.flatMap((quote) => {
    const told = about.get(quote.highlightId)
    return told === undefined || (asked.studyId !== undefined && told.studyId !== asked.studyId)
      ? []
      : [{ quote, told }]
  })
  const rows = shown.map(({ quote, told }) => [
    quote.text,
    told.codeIds.flatMap((id) => names.get(id) ?? []).join('; '),
    quote.who,
    quote.when.slice(0, 10),
    quote.language,
    told.study,
    told.interview,
    `${app.baseUrl()}/w/${workspaceId}/interviews/${quote.interviewId}?u=${quote.utteranceId}`,
  ])
  const people = [...new Set(shown.map(({ told }) => told.personNo))]
  await writeExport(app, {
    ...{ ...asked, studyId, kind: 'quotes', people, passages: rows.length },
    quotes: shown.map(({ quote }) => quote),
  })
  return written(asked.format, {
    name: 'Quotes',
    rows: [['quote', 'codes', 'who', 'said_on', 'language', 'study', 'conversation', 'place'], ...rows],
  })
}

/**
 * How many passages of each code (columns) each participant (rows) has that may be analysed at this moment, in the codebook's order. A code with others below it
 * has two columns: alone, and with those below, each passage once.
 */
export async function exportMatrix(app: App, asked: Asked): Promise<Uint8Array> {
  const { workspaceId, studyId = null } = asked
  const cells = await countByPerson(app, asked)
  const counted = new Set(cells.map(({ code_id }) => code_id))
  const columns = inTreeOrder(await codesInOrder(app, workspaceId))
    .filter(({ code }) => counted.has(code.codeId))
    .flatMap(({ code: { codeId, label }, below }): Column[] => [
      { codeId, title: label, figure: 'own' },
      ...(below.length === 0
        ? []
        : [{ codeId, title: `${label} (with those below)`, figure: 'with_below' } as const]),
    ])
  const byPerson = Map.groupBy(cells, ({ person_no }) => person_no)
  const rows = [...byPerson.values()].map((own) => {
    const counts = new Map(own.map((cell) => [cell.code_id, cell]))
    return [
      own[0]?.pseudonym ?? '',
      ...columns.map(({ codeId, figure }) => String(counts.get(codeId)?.[figure] ?? 0)),
    ]
  })
  await writeExport(app, {
    ...asked,
    studyId,
    kind: 'matrix',
    people: [...byPerson.keys()],
    passages: cells.reduce((sum, cell) => sum + cell[asked.codeId === undefined ? 'own' : 'with_below'], 0),
  })
  return written(asked.format, {
    name: 'Codes',
    rows: [['who', ...columns.map(({ title }) => title)], ...rows],
  })
}

type Cell = { person_no: number; pseudonym: string; code_id: string; own: number; with_below: number }
type Column = { codeId: string; title: string; figure: 'own' | 'with_below' }

async function countByPerson(app: App, asked: Asked): Promise<Cell[]> {
  const { workspaceId, studyId = null, codeId = null } = asked
  const only = await peopleAsked(app, asked)
  const { rows } = await sql<Cell>`
    with recursive ${belowCodes(workspaceId)}, told as materialized (
      select p.person_no, p.code_id, p.highlight_id from coded_passages(${workspaceId}::uuid, null, ${studyId}::uuid) p
      where p.may_analyse and (${only}::bigint[] is null or p.person_no = any(${only}::bigint[]))
    ), counted as (
      select t.person_no, b.code_id, count(*) filter (where t.code_id = b.code_id) as own, count(distinct t.highlight_id) as with_below
      from told t join below b on b.below_id = t.code_id
      where ${codeId}::uuid is null or b.code_id = ${codeId}::uuid group by 1, 2
    )
    select c.*, people.pseudonym from counted c join people on people.no = c.person_no order by people.pseudonym, c.person_no`.execute(
    app.pg,
  )
  return rows
}

type Listed = { codeId: string; parentId: string | null; label: string }

async function codesInOrder(app: App, workspaceId: string): Promise<Listed[]> {
  const { rows } = await sql<Listed>`
    select c.id as "codeId", c.parent_id as "parentId", code_label(c) as label from codes c
    where c.workspace_id = ${workspaceId} and c.removed_at is null order by c.place = 0, c.place, lower(c.name), c.id`.execute(
    app.pg,
  )
  return rows
}

async function allQuotes(app: App, asked: Asked): Promise<Quote[]> {
  const people = await peopleAsked(app, asked)
  const quotes: Quote[] = []
  for (let more = true; more;) {
    const page = await quotesOf(app, {
      workspaceId: asked.workspaceId,
      codeId: asked.codeId,
      ...(people === null ? {} : { people }),
      limit: 1000,
      offset: quotes.length,
    })
    quotes.push(...page.quotes)
    if (quotes.length > mostRows) throw tooManyQuotes()
    more = page.quotes.length === 1000
  }
  return quotes
}

export const tooManyQuotes = () =>
  new Problem({
    id: 'too-many-quotes',
    status: 422,
    detail: 'These are more than 100,000 quotes. Take them out code by code or study by study.',
  })

async function peopleAsked(app: App, { workspaceId, segmentId }: Asked): Promise<number[] | null> {
  if (segmentId === undefined) return null
  const people = await savedSegmentBitmap(app, { workspaceId, segmentId })
  return participantsAmong(app, { workspaceId, people })
}

type About = {
  highlight_id: string
  person_no: number
  study_id: string
  study: string
  interview: string
  code_ids: string[]
}
type Told = { personNo: number; studyId: string; study: string; interview: string; codeIds: string[] }

async function aboutQuotes(
  app: App,
  { workspaceId, quotes }: { workspaceId: string; quotes: readonly Quote[] },
): Promise<Map<string, Told>> {
  const { rows } = await sql<About>`
    select h.id as highlight_id, p.person_no, h.study_id, s.title as study, i.title as interview,
      array(select hc.code_id::text from highlight_codes hc where hc.highlight_id = h.id order by hc.created_at, hc.code_id) as code_ids
    from highlights h join interviews i on i.id = h.interview_id join studies s on s.id = h.study_id
    join utterances u on u.id = h.utterance_id join speakers k on k.id = u.speaker_id join participants p on p.id = k.participant_id
    where h.workspace_id = ${workspaceId} and h.id = any(${quotes.map(({ highlightId }) => highlightId)}::uuid[])`.execute(
    app.pg,
  )
  return new Map(
    rows.map((row) => [
      row.highlight_id,
      {
        personNo: row.person_no,
        studyId: row.study_id,
        study: row.study,
        interview: row.interview,
        codeIds: row.code_ids,
      },
    ]),
  )
}

/** Rows as a file of the format asked for. */
export function written(
  format: TableFormat,
  { name, rows }: { name: string; rows: readonly (readonly string[])[] },
): Uint8Array {
  if (format === 'xlsx') return workbook({ sheet: name, rows })
  return new TextEncoder().encode(byteOrderMark + rows.map(csvLine).join(''))
}
