import { EmptyState, Loaded, Select, useMay, useSearchValue, useText } from '../../../../web/kit/index.ts'
import { CellQuotes, useOpenCell } from './cell-quotes.tsx'
import { ChooseCodes, codesOf } from './choose-codes.tsx'
import { MatrixGrid } from './matrix-grid.tsx'
import { MatrixNotes, TableFiles } from './matrix-notes.tsx'
import { useViewFilters } from './use-view-filters.ts'
import type { InStudy } from './view-page.tsx'
import { useMatrix } from './views-data.ts'

/** Which codes stand together; what together means is chosen and said. */
export function TogetherTab({ studyId }: InStudy) {
  const t = useText()
  const mayTakeOut = useMay('coding.export')
  const [filters] = useViewFilters()
  const [text, choose] = useSearchValue('together')
  const [codesText, setCodes] = useSearchValue('codes')
  const together: 'overlap' | 'turn' = text === 'turn' ? 'turn' : 'overlap'
  const { cell, open, close } = useOpenCell()
  const asked = {
    ...filters,
    ...{ rows: 'code' as const, together },
    ...(codesText === undefined ? {} : { codes: codesText }),
  }
  const { query, pager } = useMatrix(studyId, { ...asked, limit: 100 })
  return (
    <>
      <div className="mb-6 grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-3" data-screen-only>
        <TogetherChoice value={together} onChange={choose} />
        <ChooseCodes
          label={t('coding.views.codes')}
          studyId={studyId}
          chosen={codesOf(codesText)}
          onChange={(ids) => setCodes(ids.length === 0 ? undefined : ids.join(','))}
        />
      </div>
      <Loaded query={query}>
        {(matrix) => (
          <>
            <MatrixNotes matrix={matrix} />
            {matrix.cells.length === 0 ? (
              <EmptyState title={t('coding.views.together.none')}>
                {t('coding.views.together.none.todo')}
              </EmptyState>
            ) : (
              <MatrixGrid
                label={t('coding.views.together')}
                {...{ matrix, pager }}
                rows="code"
                figure="passages"
                askFor={(row, { codeId }) => ({
                  ...filters,
                  ...{ rows: 'code', together, row: row.key, codeId },
                })}
                onOpen={open}
              />
            )}
            {mayTakeOut && <TableFiles to={`studies/${studyId}/views/matrix/file`} query={asked} />}
            <CellQuotes studyId={studyId} cell={cell} onClose={close} />
          </>
        )}
      </Loaded>
    </>
  )
}

export function TogetherChoice({
  value,
  onChange,
}: {
  value: 'overlap' | 'turn'
  onChange: (together: string) => void
}) {
  const t = useText()
  return (
    <Select
      label={t('coding.views.together.means')}
      value={value}
      onChange={onChange}
      isRequired
      options={(['overlap', 'turn'] as const).map((id) => ({ id, label: t(`coding.views.together.${id}`) }))}
    />
  )
}
