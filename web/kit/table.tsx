import type { ReactNode } from 'react'
import type { Pager } from './api-hooks.ts'
import { Button } from './button.tsx'
import { Link } from './link.tsx'
import { useText } from './text.tsx'

export type Column<Row> = {
  key: string
  title: ReactNode
  cell: (row: Row) => ReactNode
  /** Numbers stand at the end, words at the start. */
  align?: 'start' | 'end'
  /** Names the row; read aloud before each cell, and the link when rows lead somewhere. */
  isRowHeader?: boolean
  /** Left out below 768 px. */
  isWideOnly?: boolean
  /** What can be done with the row; not on paper. */
  isScreenOnly?: boolean
}

type TableProps<Row> = {
  /** What the table shows; its caption for screen readers. */
  label: string
  rows: readonly Row[]
  rowKey: (row: Row) => string
  columns: readonly Column<Row>[]
  rowHref?: (row: Row) => string
  /** From `useApiPages`; without it all rows are here. */
  pager?: Pager
  empty: ReactNode
}

/** Rows to compare. A native table: it prints, copies into a spreadsheet and is read aloud as what it is. */
export function Table<Row>({ label, rows, rowKey, columns, rowHref, pager, empty }: TableProps<Row>) {
  if (rows.length === 0 && !pager?.previous) return empty
  return (
    <div className="flex flex-col gap-3">
      <div
        className="relative -mx-4 overflow-x-auto px-4 md:mx-0 md:px-0"
        role="region"
        aria-label={label}
        tabIndex={0}
      >
        <table className="w-full border-collapse text-sm">
          <caption className="sr-only">{label}</caption>
          <thead>
            <tr className="border-b border-line">
              {columns.map((column) => (
                <th
                  key={column.key}
                  scope="col"
                  className={`${cellClass(column)} text-xs font-medium text-soft`}
                >
                  {column.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={rowKey(row)} className="relative border-b border-line hover:bg-hover">
                {columns.map((column) => (
                  <TableCell key={column.key} column={column} row={row} rowHref={rowHref} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {pager && <PagerButtons pager={pager} />}
    </div>
  )
}

function TableCell<Row>(props: {
  column: Column<Row>
  row: Row
  rowHref: ((row: Row) => string) | undefined
}) {
  const { column, row, rowHref } = props
  const content = column.cell(row)
  if (!column.isRowHeader) return <td className={cellClass(column)}>{content}</td>
  return (
    <th scope="row" className={`${cellClass(column)} min-w-24 font-medium`}>
      {rowHref ? (
        // The link covers its row, so that the whole row can be pressed.
        <span className="[&>a]:after:absolute [&>a]:after:inset-0">
          <Link href={rowHref(row)} look="plain">
            {content}
          </Link>
        </span>
      ) : (
        content
      )}
    </th>
  )
}

/** Forwards and backwards through a list; nothing where it is one page. */
export function PagerButtons({ pager }: { pager: Pager }) {
  const t = useText()
  if (!pager.previous && !pager.next) return null
  return (
    <nav aria-label={t('kit.pages')} className="flex items-center gap-2" data-screen-only>
      <Button look="quiet" icon="left" isDisabled={!pager.previous} onPress={() => pager.previous?.()}>
        {t('kit.previous')}
      </Button>
      <span className="text-sm text-soft">{t('kit.page', { page: pager.page })}</span>
      <Button look="quiet" icon="right" iconAt="end" isDisabled={!pager.next} onPress={() => pager.next?.()}>
        {t('kit.next')}
      </Button>
    </nav>
  )
}

function cellClass<Row>({ align, isWideOnly, isScreenOnly }: Column<Row>): string {
  return `py-2.5 pr-3 md:pr-6 last:pr-0 md:last:pr-2 first:pl-0 md:first:pl-2 align-baseline hyphens-auto ${align === 'end' ? 'text-right' : 'text-left'} ${isWideOnly ? 'max-md:hidden' : ''} ${isScreenOnly ? 'print:hidden' : ''}`
}
