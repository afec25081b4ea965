import {
  ComboBox,
  DataNumber,
  EmptyState,
  Loaded,
  Section,
  Table,
  useFormat,
  useMay,
  useSearchValue,
  useText,
} from '../../../../web/kit/index.ts'
import { shareOf } from '../../views/view.schema.ts'
import { useCodes } from '../coding-data.ts'
import { CellQuotes, useOpenCell, type OpenCell } from './cell-quotes.tsx'
import { TableFiles } from './matrix-notes.tsx'
import { useRowName } from './row-name.ts'
import { useViewFilters } from './use-view-filters.ts'
import type { InStudy } from './view-page.tsx'
import { useMatrix, type MatrixShown } from './views-data.ts'

/** One code over the months of the study, and from the beginning to the end of conversations. */
export function TimelineTab({ studyId }: InStudy) {
  const t = useText()
  const [wanted, choose] = useSearchValue('code')
  const codes = useCodes(studyId)
  return (
    <Loaded query={codes}>
      {({ codes: all }) => {
        const most = all.toSorted((a, b) => b.peopleBelow - a.peopleBelow)[0]
        const codeId = wanted ?? most?.codeId
        if (codeId === undefined) return null
        return (
          <>
            <div className="mb-6 max-w-sm" data-screen-only>
              <ComboBox
                label={t('coding.views.code')}
                options={all.map((code) => ({ id: code.codeId, label: code.label }))}
                value={codeId}
                onChange={choose}
                isRequired
              />
            </div>
            <Timeline key={codeId} studyId={studyId} codeId={codeId} rows="month" />
            <Timeline key={`${codeId} part`} studyId={studyId} codeId={codeId} rows="part" />
          </>
        )
      }}
    </Loaded>
  )
}

type Line = { studyId: string; codeId: string; rows: 'month' | 'part' }

function Timeline({ studyId, codeId, rows }: Line) {
  const t = useText()
  const mayTakeOut = useMay('coding.export')
  const [filters] = useViewFilters()
  const { cell, open, close } = useOpenCell()
  const asked = { ...filters, rows, codes: codeId }
  const { query } = useMatrix(studyId, { ...asked, limit: 200 })
  return (
    <Section title={t(`coding.views.timeline.${rows}`)} lead={t(`coding.views.timeline.${rows}.lead`)}>
      <Loaded query={query}>
        {(matrix) =>
          matrix.rows.length === 0 ? (
            <EmptyState title={t('coding.views.nobody.title')}>{t('coding.views.nobody.todo')}</EmptyState>
          ) : (
            <Bars
              matrix={matrix}
              rows={rows}
              onOpen={(title, row) => open({ title, asked: { ...filters, rows, row, codeId } })}
            />
          )
        }
      </Loaded>
      {mayTakeOut && <TableFiles to={`studies/${studyId}/views/matrix/file`} query={asked} />}
      <CellQuotes studyId={studyId} cell={cell} onClose={close} />
    </Section>
  )
}

type BarsProps = {
  matrix: MatrixShown
  rows: 'month' | 'part'
  onOpen: (title: OpenCell['title'], row: string) => void
}

/** A table with a bar a row: what is drawn is what is read. */
function Bars({ matrix, rows, onOpen }: BarsProps) {
  const t = useText()
  const format = useFormat()
  const nameOf = useRowName(rows)
  const counts = new Map(
    matrix.cells.map(([row, , passages, people, places]) => [row, { passages, people, places }]),
  )
  const most = Math.max(1, ...[...counts.values()].map(({ passages }) => passages))
  const of = (key: string) =>
    counts.get(matrix.rows.findIndex((row) => row.key === key)) ?? { passages: 0, people: 0, places: 0 }
  return (
    <Table
      label={t(`coding.views.timeline.${rows}`)}
      rows={matrix.rows}
      rowKey={({ key }) => key}
      empty={null}
      columns={[
        { key: 'row', title: t(`coding.views.rows.${rows}`), isRowHeader: true, cell: nameOf },
        {
          key: 'passages',
          title: t('coding.code.passages'),
          cell: (row) => {
            const { passages, places } = of(row.key)
            return (
              <span className="flex min-w-40 items-center gap-3">
                <span aria-hidden className="h-3 grow rounded-full bg-hover">
                  <span
                    className="block h-full rounded-full bg-accent"
                    style={{ width: `${(100 * passages) / most}%` }}
                  />
                </span>
                {passages + places === 0 ? (
                  <span className="w-9 text-right text-soft">0</span>
                ) : (
                  <button
                    type="button"
                    className="control-height -my-2 w-9 cursor-pointer rounded-md bg-accent-soft px-2 text-right font-medium tabular-nums hover:bg-hover"
                    aria-label={t('coding.views.cell', { name: nameOf(row), ...of(row.key) })}
                    onClick={() => onOpen(nameOf(row), row.key)}
                  >
                    {format.number(passages)}
                  </button>
                )}
              </span>
            )
          },
        },
        ...(matrix.places === 0
          ? []
          : [
              {
                key: 'places',
                title: t('coding.views.figure.places'),
                align: 'end' as const,
                cell: ({ key }: { key: string }) => format.number(of(key).places),
              },
            ]),
        {
          key: 'people',
          title: t('coding.code.people'),
          align: 'end',
          cell: (row) => {
            const { people } = of(row.key)
            const share = shareOf({ people, n: row.n })
            return share === null ? (
              t('coding.views.of.n', { people, n: row.n })
            ) : (
              <DataNumber value={share} as="share" n={row.n} />
            )
          },
        },
      ]}
    />
  )
}
