import { useFormat, useText } from '../../../../web/kit/index.ts'
import type { MatrixRowShown, MatrixAsked } from './views-data.ts'

export type RowKindShown = NonNullable<NonNullable<MatrixAsked>['rows']>

/** What a row is called in the reader's language. */
export function useRowName(rows: RowKindShown): (row: MatrixRowShown) => string {
  const t = useText()
  const format = useFormat()
  const rangeName = ({ from, below }: { from: number | null; below: number | null }) => {
    if (from === null && below === null) return t('coding.views.row.all')
    if (from === null) return t('coding.views.row.below', { below: format.number(below ?? 0) })
    if (below === null) return t('coding.views.row.from', { from: format.number(from) })
    return t('coding.views.row.range', { from: format.number(from), below: format.number(below) })
  }
  return (row) => {
    if (row.key === 'other') return t(`coding.views.row.other.${rows === 'segment' ? 'segment' : 'trait'}`)
    if (row.label !== null) return row.label
    if (rows === 'month') return format.month(row.key)
    if (rows === 'language') return format.language(row.key)
    if (rows === 'part') return t('coding.views.row.part', { part: Number(row.key) + 1 })
    return rows === 'trait' ? rangeName(row) : row.key
  }
}
