import {
  ComboBox,
  EmptyState,
  Loaded,
  Select,
  useMay,
  useSearchValue,
  useText,
} from '../../../../web/kit/index.ts'
import { CellQuotes, useOpenCell } from './cell-quotes.tsx'
import { ChooseCodes, codesOf } from './choose-codes.tsx'
import { MatrixGrid, type Figure } from './matrix-grid.tsx'
import { MatrixNotes, TableFiles } from './matrix-notes.tsx'
import type { RowKindShown } from './row-name.ts'
import { useViewFilters } from './use-view-filters.ts'
import type { InStudy } from './view-page.tsx'
import { useMatrix } from './views-data.ts'

const kinds = ['participant', 'interview', 'segment', 'trait', 'language'] as const satisfies RowKindShown[]
const figures = ['passages', 'people', 'share', 'places'] as const satisfies Figure[]
const fewest = 50

/** Codes by participants, conversations, segments, a trait or languages. */
export function CountsTab({ studyId, choices }: InStudy) {
  const t = useText()
  const [rowsText, setRows] = useSearchValue('rows')
  const [ofText, setOf] = useSearchValue('of')
  const [figureText, setFigure] = useSearchValue('figure')
  const [codesText, setCodes] = useSearchValue('codes')
  const rows = kinds.find((kind) => kind === rowsText) ?? 'participant'
  const usual = rows === 'participant' ? 'passages' : 'people'
  const figure = figures.find((one) => one === figureText) ?? usual
  const of = rows === 'segment' ? (ofText ?? choices.sets[0]?.setId) : rows === 'trait' ? ofText : undefined
  const offered = kinds.filter(
    (kind) =>
      (kind !== 'segment' || choices.sets.length > 0) && (kind !== 'trait' || choices.traits.length > 0),
  )
  return (
    <>
      <div className="mb-6 grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-4" data-screen-only>
        <Select
          label={t('coding.views.rows')}
          value={rows}
          onChange={setRows}
          isRequired
          options={offered.map((id) => ({ id, label: t(`coding.views.rows.${id}`) }))}
        />
        {rows === 'segment' && (
          <Select
            label={t('coding.views.of.set')}
            value={of ?? null}
            onChange={setOf}
            isRequired
            options={choices.sets.map(({ setId, name }) => ({ id: setId, label: name }))}
          />
        )}
        {rows === 'trait' && (
          <ComboBox
            label={t('coding.views.trait')}
            value={of ?? null}
            onChange={setOf}
            isRequired
            options={choices.traits.map(({ trait }) => ({ id: trait, label: trait }))}
          />
        )}
        <Select
          label={t('coding.views.figure')}
          value={figure}
          onChange={setFigure}
          isRequired
          options={figures.map((id) => ({ id, label: t(`coding.views.figure.${id}`) }))}
        />
        <ChooseCodes
          label={t('coding.views.codes')}
          studyId={studyId}
          chosen={codesOf(codesText)}
          onChange={(ids) => setCodes(ids.length === 0 ? undefined : ids.join(','))}
        />
      </div>
      {rows === 'trait' && of === undefined ? (
        <EmptyState title={t('coding.views.trait.choose')}>{t('coding.views.trait.choose.todo')}</EmptyState>
      ) : (
        <Counts studyId={studyId} rows={rows} of={of} figure={figure} codes={codesText} />
      )}
    </>
  )
}

/** Asks for the table that a study's views open with, for a page that still waits for what goes round it. */
export function useFirstCounts(studyId: string): void {
  const [filters] = useViewFilters()
  const chosen = [
    useSearchValue('tab')[0],
    useSearchValue('rows')[0],
    useSearchValue('of')[0],
    useSearchValue('codes')[0],
  ]
  const enabled = chosen.every((value) => value === undefined)
  useMatrix(studyId, { ...filters, rows: 'participant', limit: fewest }, { enabled })
}

type Asked = {
  studyId: string
  rows: RowKindShown
  of: string | undefined
  figure: Figure
  codes: string | undefined
}

function Counts({ studyId, rows, of, figure, codes }: Asked) {
  const t = useText()
  const mayTakeOut = useMay('coding.export')
  const [filters] = useViewFilters()
  const { cell, open, close } = useOpenCell()
  const asked = {
    ...filters,
    rows,
    ...(of === undefined ? {} : { of }),
    ...(codes === undefined ? {} : { codes }),
  }
  const { query, pager } = useMatrix(studyId, { ...asked, limit: fewest })
  return (
    <Loaded query={query}>
      {(matrix) => (
        <>
          <MatrixNotes matrix={matrix} />
          {matrix.rows.length === 0 ? (
            <EmptyState title={t('coding.views.nobody.title')}>{t('coding.views.nobody.todo')}</EmptyState>
          ) : (
            <MatrixGrid
              label={t('coding.views.counts')}
              {...{ matrix, rows, figure, pager }}
              askFor={(row, { codeId }) => ({
                ...filters,
                ...{ rows, row: row.key, codeId },
                ...(of === undefined ? {} : { of }),
              })}
              onOpen={open}
            />
          )}
          {figure === 'share' && <p className="mt-4 text-sm text-soft">{t('coding.views.share.few')}</p>}
          {(rows === 'segment' || rows === 'trait') && (
            <p className="mt-4 max-w-prose text-sm text-soft">{t('coding.views.groups.few')}</p>
          )}
          {mayTakeOut && (
            <TableFiles to={`studies/${studyId}/views/matrix/file`} query={{ ...asked, figure }} />
          )}
          <CellQuotes studyId={studyId} cell={cell} onClose={close} />
        </>
      )}
    </Loaded>
  )
}
