import { sql, type RawBuilder } from 'kysely'
import type { App } from '../../platform/index.ts'
import { asQuote, type PassageRow } from '../quotes.ts'
import { whoIsHeard } from './heard.ts'
import { usualReach } from './ladders.ts'
import { rowsOf } from './matrix-rows.ts'
import { chosenPassages, type Scope } from './passages-sql.ts'
import { readWide } from './read-wide.ts'
import { codesBelow } from './query-sql.ts'
import { passagesOfLink } from './study-ladders.ts'
import type { RowKind, ViewQuote, ViewQuotes } from './view.schema.ts'

export type Cell = {
  rows: RowKind
  of?: string | undefined
  row?: string | undefined
  codeId?: string | undefined
  force?: string | undefined
  linkFrom?: string | undefined
  linkTo?: string | undefined
}

type Asked = { scope: Scope; cell: Cell; limit: number; offset: number }

type Found = Pick<ViewQuotes, 'items' | 'total' | 'speakers' | 'withheld'> & { people: number[] }

/**
 * The quotes behind a figure that may be shown now, newest conversations first, and how many passages count but may not be quoted. `people`: whose they
 * are, for whoever takes them out. Throws 404.
 */
export async function readViewQuotes(app: App, asked: Asked): Promise<Found> {
  const { limit, offset, cell } = asked
  const scope = cell.rows === 'code' ? togetherScope(asked.scope, cell) : asked.scope
  const keyed =
    cell.rows === 'code' ? sql`select c.*, '' as row_key from chosen c` : await keyedOf(app, asked)
  const rows = await readWide(
    app,
    sql<Row>`with recursive ${chosenPassages(scope)}, keyed as materialized (${keyed}), cell as materialized (
      select * from keyed where ${await conditions(app, asked)}
    ), counted as (
      select count(*) filter (where may_quote) as total, count(*) filter (where not may_quote) as withheld,
        count(distinct person_no) filter (where may_quote) as speakers from cell
    ), shown as (
      select c.highlight_id, c.person_no, c.codes::text[] as code_ids, c.interview_id, c.utterance_id, c.start_at, c.end_at, c.position,
        c.happened_at, c.language, u.text, i.title, quoted_name(people.no, i.study_id) as pseudonym
      from cell c
      join utterances u on u.id = c.utterance_id
      join interviews i on i.id = c.interview_id
      join people on people.no = c.person_no
      where c.may_quote
      order by c.happened_at desc, c.interview_id, c.position, c.start_at, c.highlight_id
      limit ${limit} offset ${offset}
    )
    select c.*, s.* from counted c left join shown s on true
    order by s.happened_at desc, s.interview_id, s.position, s.start_at, s.highlight_id`,
  )
  const [first] = rows
  return {
    items: rows.flatMap((row) => (row.highlight_id === null ? [] : [asViewQuote(row, row.highlight_id)])),
    total: first?.total ?? 0,
    speakers: first?.speakers ?? 0,
    withheld: first?.withheld ?? 0,
    people: rows.flatMap(({ person_no }) => person_no ?? []),
  }
}

export function asViewQuote(row: PassageRow & { title: string }, highlightId: string): ViewQuote {
  return { ...asQuote(row, highlightId), interview: row.title }
}

type Row = PassageRow & {
  total: number
  speakers: number
  withheld: number
  highlight_id: string | null
  person_no: number | null
  title: string
}

/** Codes that stand together: both are asked for, beside whatever else is. */
export function togetherScope(scope: Scope, { row, codeId }: Pick<Cell, 'row' | 'codeId'>): Scope {
  const both = [row, codeId].flatMap((code) => (code === undefined ? [] : [{ code }]))
  return both.length === 0
    ? scope
    : { ...scope, query: { all: scope.query === undefined ? both : [scope.query, ...both] } }
}

async function keyedOf(app: App, { scope, cell }: Asked): Promise<RawBuilder<unknown>> {
  if (cell.row === undefined) return sql`select c.*, '' as row_key from chosen c`
  const heard = await whoIsHeard(app, scope)
  return (await rowsOf(app, { ...scope, rows: cell.rows, of: cell.of, heard })).keyed
}

/** What a passage of the cell must be, as SQL on `keyed`. */
async function conditions(app: App, { scope, cell }: Asked): Promise<RawBuilder<unknown>> {
  const { row, codeId, force, linkFrom, linkTo } = cell
  const all = [sql`true`]
  if (cell.rows === 'code') {
    const codes = [row, codeId].flatMap((code) => code ?? [])
    if (codes.length > 0) all.push(sql`codes && ${codesBelow(codes)}`)
  } else {
    if (row !== undefined) all.push(sql`row_key = ${row}`)
    if (codeId !== undefined) all.push(sql`codes && ${codesBelow([codeId])}`)
  }
  if (force !== undefined)
    all.push(
      sql`codes && array(select b.below_id from below b join codes s on s.id = b.code_id where s.force = ${force})`,
    )
  if (linkFrom !== undefined && linkTo !== undefined) {
    const found = await passagesOfLink(app, { scope, reach: usualReach, from: linkFrom, to: linkTo })
    all.push(sql`highlight_id = any(${found}::uuid[])`)
  }
  return sql.join(all, sql` and `)
}
