import { useState } from 'react'
import { EmptyState, Loaded, Table, useMay, useSearchValue, useText } from '../../../../web/kit/index.ts'
import { CellQuotes } from './cell-quotes.tsx'
import { ChooseCodes, codesOf } from './choose-codes.tsx'
import { TableFiles } from './matrix-notes.tsx'
import { Rested } from './rested.tsx'
import { SummaryEditor } from './summary-editor.tsx'
import { useViewFilters } from './use-view-filters.ts'
import type { InStudy } from './view-page.tsx'
import { useCodes } from '../coding-data.ts'
import { useFramework, type FrameworkCellShown, type FrameworkShown } from './views-data.ts'

const usual = 4

/** Participants by themes, with what a person writes of each. */
export function FrameworkTab({ studyId }: InStudy) {
  const t = useText()
  const [text, keep] = useSearchValue('themes')
  const codes = useCodes(studyId)
  return (
    <Loaded query={codes}>
      {({ codes: all }) => {
        const most = all
          .filter(({ parentId, passagesBelow }) => parentId === null && passagesBelow > 0)
          .toSorted((a, b) => b.peopleBelow - a.peopleBelow)
          .slice(0, usual)
          .map(({ codeId }) => codeId)
        const themes = text === undefined ? most : codesOf(text)
        return (
          <>
            <p className="mb-4 max-w-prose text-sm text-soft">{t('coding.views.framework.lead')}</p>
            <div className="mb-6" data-screen-only>
              <ChooseCodes
                label={t('coding.views.themes')}
                studyId={studyId}
                chosen={themes}
                onChange={(ids) => keep(ids.join(','))}
              />
            </div>
            {themes.length === 0 ? (
              <EmptyState title={t('coding.views.themes.none')}>
                {t('coding.views.themes.none.todo')}
              </EmptyState>
            ) : (
              <Cells studyId={studyId} themes={themes} />
            )}
          </>
        )
      }}
    </Loaded>
  )
}

type Place = { participantId: string; codeId: string }

function Cells({ studyId, themes }: { studyId: string; themes: readonly string[] }) {
  const t = useText()
  const mayTakeOut = useMay('coding.export')
  const [filters] = useViewFilters()
  const [open, show] = useState<Place>()
  const asked = { ...filters, codes: themes.join(',') }
  const { query, pager } = useFramework(studyId, asked)
  return (
    <Loaded query={query}>
      {(framework) => {
        const { cellAt, whoIs, themeIs } = namesIn(framework)
        return (
          <>
            <Table
              label={t('coding.views.framework')}
              rows={framework.rows}
              rowKey={({ participantId }) => participantId}
              pager={pager}
              empty={
                <EmptyState title={t('coding.views.nobody.title')}>
                  {t('coding.views.nobody.todo')}
                </EmptyState>
              }
              columns={[
                {
                  key: 'who',
                  title: t('coding.views.rows.participant'),
                  isRowHeader: true,
                  cell: ({ who }) => who,
                },
                ...framework.themes.map(({ codeId, name }) => ({
                  key: codeId,
                  title: <span className="block min-w-48 wrap-anywhere">{name}</span>,
                  cell: ({ participantId, who }: FrameworkShown['rows'][number]) => (
                    <Cell
                      cell={cellAt({ participantId, codeId })}
                      name={`${who} · ${name}`}
                      onOpen={() => show({ participantId, codeId })}
                    />
                  ),
                })),
              ]}
            />
            {mayTakeOut && <TableFiles to={`studies/${studyId}/framework/file`} query={asked} />}
            <CellQuotes
              studyId={studyId}
              cell={
                open && {
                  title: `${whoIs(open.participantId)} · ${themeIs(open.codeId)}`,
                  asked: { ...filters, ...open },
                }
              }
              onClose={() => show(undefined)}
            >
              {open && (
                <SummaryEditor
                  key={`${open.participantId} ${open.codeId}`}
                  studyId={studyId}
                  place={open}
                  cell={cellAt(open)}
                  reload={async () => {
                    const { data } = await query.refetch()
                    return data && namesIn(data).cellAt(open)
                  }}
                />
              )}
            </CellQuotes>
          </>
        )
      }}
    </Loaded>
  )
}

function namesIn({ rows, themes, cells }: FrameworkShown) {
  const keyOf = ({ participantId, codeId }: Place) => `${participantId} ${codeId}`
  const byPlace = new Map(cells.map((cell) => [keyOf(cell), cell]))
  const people = new Map<string, string>(rows.map(({ participantId, who }) => [participantId, who]))
  const names = new Map<string, string>(themes.map(({ codeId, name }) => [codeId, name]))
  return {
    cellAt: (place: Place) => byPlace.get(keyOf(place)),
    whoIs: (participantId: string) => people.get(participantId) ?? '',
    themeIs: (codeId: string) => names.get(codeId) ?? '',
  }
}

function Cell(props: { cell: FrameworkCellShown | undefined; name: string; onOpen: () => void }) {
  const t = useText()
  const mayCode = useMay('coding.write')
  const { cell, name, onOpen } = props
  const quotes = cell?.quotes ?? 0
  const places = cell?.places ?? 0
  const text = cell?.text ?? ''
  if (text === '' && quotes + places === 0 && !mayCode) return <span className="text-soft">–</span>
  const open = t(text === '' && mayCode ? 'coding.views.framework.write' : 'coding.views.framework.open', {
    n: quotes,
  })
  return (
    <div className="flex min-w-48 flex-col items-start gap-1.5">
      {text !== '' && <p className="max-w-80 whitespace-pre-line wrap-anywhere">{text}</p>}
      {cell && <Rested cell={cell} />}
      <button
        type="button"
        className="control-height cursor-pointer rounded-md px-1 text-sm text-accent-strong underline underline-offset-3 hover:bg-hover"
        aria-label={`${name}: ${open}`}
        onClick={onOpen}
      >
        {open}
        {places > 0 && ` ${t('coding.views.places.short', { n: places })}`}
      </button>
    </div>
  )
}
