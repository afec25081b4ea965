import { DataNumber, Table, useFormat, useText, type Pager } from '../../../../web/kit/index.ts'
import { shareOf } from '../../views/view.schema.ts'
import type { OpenCell } from './cell-quotes.tsx'
import { useRowName, type RowKindShown } from './row-name.ts'
import type { MatrixRowShown, MatrixShown } from './views-data.ts'

export type Figure = 'passages' | 'people' | 'share' | 'places'
type Column = MatrixShown['columns'][number]

type Grid = {
  label: string
  matrix: MatrixShown
  rows: RowKindShown
  figure: Figure
  pager: Pager
  /** What the cell of a row and a code asks, without the title. */
  askFor: (row: MatrixRowShown, column: Column) => OpenCell['asked']
  onOpen: (cell: OpenCell) => void
}

/** Codes by rows; every figure opens its quotes. */
export function MatrixGrid({ label, matrix, rows, figure, pager, askFor, onOpen }: Grid) {
  const t = useText()
  const nameOf = useRowName(rows)
  const cells = new Map(
    matrix.cells.map(([row, column, passages, people, places]) => [
      `${row} ${column}`,
      { passages, people, places },
    ]),
  )
  const placeOf = new Map(matrix.rows.map((row, place) => [row.key, place]))
  return (
    <Table
      label={label}
      rows={matrix.rows}
      rowKey={({ key }) => key}
      pager={pager}
      empty={null}
      columns={[
        {
          key: 'row',
          title: t(`coding.views.rows.${rows}`),
          isRowHeader: true,
          cell: (row) => (
            <span className="block min-w-28 wrap-anywhere">
              {nameOf(row)}
              {matrix.columns.some(({ codeId, hasBelow }) => hasBelow && codeId === row.key) && <WithBelow />}
            </span>
          ),
        },
        ...(rows === 'participant' || rows === 'code'
          ? []
          : [
              {
                key: 'n',
                title: t('coding.views.n'),
                align: 'end' as const,
                cell: ({ n }: MatrixRowShown) => <DataNumber value={n} />,
              },
            ]),
        ...matrix.columns.map((column, at) => ({
          key: column.codeId,
          title: (
            <span className="ml-auto block max-w-40 min-w-20 wrap-anywhere">
              {column.name}
              {column.hasBelow && <WithBelow />}
            </span>
          ),
          align: 'end' as const,
          cell: (row: MatrixRowShown) => (
            <Cell
              count={cells.get(`${placeOf.get(row.key)} ${at}`)}
              n={row.n}
              figure={figure}
              name={`${nameOf(row)} · ${column.name}`}
              onOpen={(title) => onOpen({ title, asked: askFor(row, column) })}
            />
          ),
        })),
      ]}
    />
  )
}

/** Said of a code that is counted with those below it. */
function WithBelow() {
  const t = useText()
  return <span className="block text-xs font-normal text-soft"> {t('coding.code.with.below')}</span>
}

type CellProps = {
  count: { passages: number; people: number; places: number } | undefined
  n: number
  figure: Figure
  name: string
  onOpen: (title: string) => void
}

function Cell({ count, n, figure, name, onOpen }: CellProps) {
  const t = useText()
  const written = useFigure(count, { n, figure })
  if (count === undefined) return <span className="text-soft">{written}</span>
  const told = t('coding.views.cell', { name, ...count })
  return (
    <button
      type="button"
      className="control-height -my-2 min-w-9 cursor-pointer rounded-md bg-accent-soft px-2 text-right font-medium tabular-nums hover:bg-hover"
      aria-label={figure === 'share' ? `${written}. ${told}` : told}
      onClick={() => onOpen(name)}
    >
      {written}
      {figure !== 'places' && count.places > 0 && (
        <span className="ml-1 text-xs font-normal whitespace-nowrap text-soft">
          {t('coding.views.places.short', { n: count.places })}
        </span>
      )}
    </button>
  )
}

/** A share only of twelve people and more; of fewer, how many of how many. */
function useFigure(count: CellProps['count'], { n, figure }: { n: number; figure: Figure }): string {
  const t = useText()
  const format = useFormat()
  const { passages = 0, people = 0, places = 0 } = count ?? {}
  if (figure === 'places') return format.number(places)
  if (figure === 'passages') return format.number(passages)
  if (figure === 'people') return format.number(people)
  const share = shareOf({ people, n })
  const of = t('coding.views.of.n', { people, n })
  return share === null ? of : `${format.percent(share)} (${of})`
}
