import { sql } from 'kysely'
import { notFound, type App } from '../../platform/index.ts'
import { CodeId } from '../../workspace/index.ts'
import { whoIsHeard } from './heard.ts'
import { codesAbove } from './kin.ts'
import { rowsOf, type Row, type Rows } from './matrix-rows.ts'
import { bearingCodes, chosenPassages, type Scope } from './passages-sql.ts'
import { cellOf, countPlaces, countPlacesTogether, rowsOfPlaces } from './place-counts.ts'
import { readPlaces } from './places.ts'
import { readWide } from './read-wide.ts'
import type { Matrix, RowKind } from './view.schema.ts'

type Asked = {
  scope: Scope
  rows: RowKind
  of?: string | undefined
  /** Codes for columns; none: those that most people spoke of. */
  codeIds?: readonly string[] | undefined
  /** Rows from the one at `offset`. */
  offset: number
  limit: number
  columns: number
}

type Counted = {
  row_key: string | null
  code_id: string | null
  passages: number
  people: number
  withheld: number
}

/**
 * Codes by rows: passages and people of each cell, of what may be analysed now, each code with those below it; and beside them, never among them, coded places and stretches. Throws
 * 404.
 */
export async function readMatrix(app: App, asked: Asked): Promise<Matrix> {
  const { scope } = asked
  const heard = await whoIsHeard(app, scope)
  const { rows, keyed, rowsOfPerson } = await rowsOf(app, { ...scope, rows: asked.rows, of: asked.of, heard })
  const isTogether = asked.rows === 'code'
  const cut = <T>(list: readonly T[]) => list.slice(asked.offset, asked.offset + asked.limit)
  const { places, withheld } = await readPlaces(app, scope)
  const isAbove = isTogether ? await codesAbove(app, scope) : () => false
  const placed = isTogether
    ? countPlacesTogether(places, (one, other) => isAbove(one, other) || isAbove(other, one))
    : countPlaces(places, rowsOfPlaces({ rows: asked.rows, rowsOfPerson }))
  const counted = await (isTogether
    ? countTogether(app, asked)
    : countCells(app, { scope, keyed, keys: cut(rows).map(({ key }) => key) }))
  const names = await codeNames(app, scope)
  const n = new Set(heard.map(({ personNo }) => personNo)).size
  const ofCode = counted.filter((one) => one.row_key === null && one.code_id !== null)
  const columns = chooseColumns(ofCode, { ...asked, names, placed: placed.codes })
  const all = isTogether ? columns.map(({ codeId, name }) => rowOfCode({ codeId, name, n })) : rows
  const page = cut(all)
  const ofRow = new Map(
    counted.flatMap((one) => (one.code_id === null && one.row_key !== null ? [[one.row_key, one]] : [])),
  )
  const ofAll = counted.find((one) => one.row_key === null && one.code_id === null)
  return {
    rows: page.map((row) => {
      const total = isTogether ? ofCode.find(({ code_id }) => code_id === row.key) : ofRow.get(row.key)
      return { ...row, passages: total?.passages ?? 0, people: total?.people ?? 0 }
    }),
    columns,
    cells: cellsOf(counted, { rows: page, columns, placed: placed.cells }),
    counts: isTogether ? 'turns' : 'passages',
    n,
    passages: ofAll?.passages ?? 0,
    people: ofAll?.people ?? 0,
    withheld: ofAll?.withheld ?? 0,
    places: places.length,
    placesWithheld: withheld,
    codesLeft: new Set([...ofCode.map(({ code_id }) => code_id), ...placed.codes.keys()]).difference(
      new Set(columns.map(({ codeId }) => codeId)),
    ).size,
    rowsInAll: all.length,
    next: asked.offset + asked.limit < all.length ? String(asked.offset + asked.limit) : null,
  }
}

type Names = ReadonlyMap<string, { name: string; hasBelow: boolean }>

function chooseColumns(
  ofCode: readonly Counted[],
  given: {
    codeIds?: readonly string[] | undefined
    columns: number
    names: Names
    placed: ReadonlyMap<string, number>
  },
): Matrix['columns'] {
  const { codeIds, columns, names, placed } = given
  const known = new Map(ofCode.map((one) => [one.code_id, one]))
  const spoken = ofCode.toSorted(
    (a, b) =>
      b.people - a.people || b.passages - a.passages || ((a.code_id ?? '') < (b.code_id ?? '') ? -1 : 1),
  )
  const onlyPlaced = [...placed].filter(([codeId]) => !known.has(codeId)).toSorted(([, a], [, b]) => b - a)
  const wanted =
    codeIds ??
    [...spoken.flatMap(({ code_id }) => code_id ?? []), ...onlyPlaced.map(([codeId]) => codeId)].slice(
      0,
      columns,
    )
  return wanted.map((codeId) => {
    const code = names.get(codeId)
    if (code === undefined) throw notFound('code')
    const total = known.get(codeId)
    return {
      codeId: CodeId.parse(codeId),
      ...code,
      passages: total?.passages ?? 0,
      people: total?.people ?? 0,
      places: placed.get(codeId) ?? 0,
    }
  })
}

const rowOfCode = ({ codeId, name, n }: { codeId: string; name: string; n: number }): Row => ({
  key: codeId,
  label: name,
  from: null,
  below: null,
  n,
})

function cellsOf(
  counted: readonly Counted[],
  given: { rows: readonly Row[]; columns: Matrix['columns']; placed: ReadonlyMap<string, number> },
): Matrix['cells'] {
  const { rows, columns, placed } = given
  const said = new Map(
    counted.flatMap((one) =>
      one.row_key === null || one.code_id === null ? [] : [[cellOf(one.row_key, one.code_id), one]],
    ),
  )
  return rows.flatMap(({ key }, row) =>
    columns.flatMap(({ codeId }, column): Matrix['cells'] => {
      const { passages = 0, people = 0 } = said.get(cellOf(key, codeId)) ?? {}
      const places = placed.get(cellOf(key, codeId)) ?? 0
      return passages + places === 0 ? [] : [[row, column, passages, people, places]]
    }),
  )
}

/** Cells and sums of the rows asked for, and sums of every code. */
async function countCells(
  app: App,
  { scope, keyed, keys }: { scope: Scope; keyed: Rows['keyed']; keys: readonly string[] },
): Promise<Counted[]> {
  const isShown = sql`row_key = any(${[...keys]}::text[])`
  return readWide(
    app,
    sql<Counted>`
    with recursive ${chosenPassages(scope)}, ${bearingCodes}, keyed as materialized (${keyed}), borne as materialized (
      select k.row_key, b.code_id, k.person_no from keyed k join bearing using (codes) cross join unnest(bearing.borne) b (code_id)
    ), said as (
      select code_id, person_no, count(*) as passages from borne group by 1, 2
    ), cells as (
      select row_key, code_id, person_no, count(*) as passages from borne where ${isShown} group by 1, 2, 3
    )
    select row_key, code_id::text, sum(passages)::int as passages, count(*) as people, 0 as withheld from cells group by 1, 2
    union all select null, code_id::text, sum(passages)::int, count(*), 0 from said group by 2
    union all select row_key, null, count(*), count(distinct person_no), 0 from keyed where ${isShown} group by 1
    union all select null, null, count(*), count(distinct person_no), (select count(*) from told where not may_analyse) from keyed`,
  )
}

/** Turns in which passages of two codes overlap, or stand; a code with one above or below it is the same thing said twice. */
async function countTogether(app: App, { scope, codeIds, columns }: Asked): Promise<Counted[]> {
  const wanted =
    codeIds === undefined
      ? sql`select code_id from counted order by people desc, passages desc, code_id limit ${columns}`
      : sql`select unnest(${[...codeIds]}::uuid[])`
  const meet = scope.together === 'turn' ? sql`true` : sql`a.start_at < b.end_at and b.start_at < a.end_at`
  return readWide(
    app,
    sql<Counted>`
    with recursive ${chosenPassages(scope)}, ${bearingCodes}, kin as materialized (
      select code_id as one, below_id as other from below union select below_id, code_id from below
    ), borne as materialized (
      select b.code_id, c.utterance_id, c.person_no, c.start_at, c.end_at
      from chosen c join bearing using (codes) cross join unnest(bearing.borne) b (code_id)
    ), counted as materialized (
      select code_id, count(distinct utterance_id) as passages, count(distinct person_no) as people from borne group by 1
    ), shown as (
      select b.* from borne b where b.code_id in (${wanted})
    ), met as materialized (
      select distinct a.code_id as one, b.code_id as other, a.utterance_id, a.person_no
      from shown a join shown b on b.utterance_id = a.utterance_id and b.code_id > a.code_id and ${meet}
      where not exists (select from kin where kin.one = a.code_id and kin.other = b.code_id)
    ), pairs as materialized (
      select one, other, count(*) as passages, count(distinct person_no) as people from met group by 1, 2
    )
    select one::text as row_key, other::text as code_id, passages, people, 0 as withheld from pairs
    union all select other::text, one::text, passages, people, 0 from pairs
    union all select null, code_id::text, passages, people, 0 from counted
    union all select null, null, count(distinct utterance_id), count(distinct person_no),
      (select count(*) from told where not may_analyse) from borne`,
  )
}

async function codeNames(app: App, { workspaceId, studyId }: Scope): Promise<Names> {
  const { rows } = await sql<{ id: string; name: string; hasBelow: boolean }>`
    select c.id, code_label(c) as name,
      exists (select from codes b where b.parent_id = c.id and b.removed_at is null) as "hasBelow"
    from codes_of_study(${workspaceId}::uuid, ${studyId}::uuid) c`.execute(app.pg)
  return new Map(rows.map(({ id, ...code }) => [id, code]))
}
