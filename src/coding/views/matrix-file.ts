import type { App, TableFormat } from '../../platform/index.ts'
import type { Doer } from '../../workspace/index.ts'
import { exportCounts } from './export-counts.ts'
import { partsOfTalk } from './matrix-rows.ts'
import { readMatrix } from './matrix.ts'
import type { Scope } from './passages-sql.ts'
import { shareOf, type Matrix, type RowKind } from './view.schema.ts'

export const figures = ['passages', 'people', 'share', 'places'] as const
export type Figure = (typeof figures)[number]

type Asked = {
  scope: Scope
  actor: Doer
  rows: RowKind
  of?: string | undefined
  codeIds?: readonly string[] | undefined
  figure: Figure
  format: TableFormat
}

const mostColumns = 1000

/** The whole table as a file, every row and every code; written down with whose words are counted before it leaves. A share stands beside no fewer than twelve people. */
export async function exportView(app: App, asked: Asked): Promise<Uint8Array> {
  const matrix = await readMatrix(app, {
    ...asked,
    offset: 0,
    limit: Number.MAX_SAFE_INTEGER,
    columns: mostColumns,
  })
  return exportCounts(app, { ...asked, name: 'Codes', rows: tableOf(matrix, asked) })
}

/** The table as words: a row a line, with the people heard there. Pure. */
export function tableOf(matrix: Matrix, { figure, rows }: Pick<Asked, 'figure' | 'rows'>): string[][] {
  const cells = new Map(matrix.cells.map(([row, column, ...counts]) => [`${row} ${column}`, counts]))
  const titles = new Map<string, string>(
    matrix.columns.map(({ codeId, name, hasBelow }) => [
      codeId,
      hasBelow ? `${name} (with those below)` : name,
    ]),
  )
  const heading = ['', 'n', ...titles.values()]
  const lines = matrix.rows.map((row, at) => [
    titles.get(row.key) ??
      row.label ??
      (rows === 'part' ? `${Number(row.key) + 1} of ${partsOfTalk}` : row.key),
    String(row.n),
    ...matrix.columns.map((_, column) => {
      const [passages = 0, people = 0, places = 0] = cells.get(`${at} ${column}`) ?? []
      if (figure === 'passages') return String(passages)
      if (figure === 'people') return String(people)
      if (figure === 'places') return String(places)
      const share = shareOf({ people, n: row.n })
      return share === null ? '' : share.toFixed(3)
    }),
  ])
  return [heading, ...lines]
}
