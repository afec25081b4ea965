import { useState, type ReactNode } from 'react'
import {
  Dialog,
  EmptyState,
  Loaded,
  Notice,
  PagerButtons,
  useMay,
  useText,
} from '../../../../web/kit/index.ts'
import { CodedPlace } from '../documents/coded-regions.tsx'
import { PlacedQuote } from '../placed-quote.tsx'
import { CodedStretch } from '../sound/coded-stretches.tsx'
import { AddToSet } from './add-to-set.tsx'
import { TableFiles } from './matrix-notes.tsx'
import { useViewQuotes, type QuotesAsked, type QuotesShown } from './views-data.ts'

export type OpenCell = { title: string; asked: NonNullable<QuotesAsked> }

/** The quotes behind a figure, each leading to its place. `children` stand above them. */
export function CellQuotes(props: {
  studyId: string
  cell: OpenCell | undefined
  onClose: () => void
  children?: ReactNode
}) {
  const { studyId, cell, onClose, children } = props
  return (
    <Dialog title={cell?.title ?? ''} isOpen={cell !== undefined} onClose={onClose}>
      {children}
      {cell && <Quotes key={JSON.stringify(cell.asked)} studyId={studyId} asked={cell.asked} />}
    </Dialog>
  )
}

/** One page of quotes with how many may be shown and how many not. */
export function Quotes({ studyId, asked }: { studyId: string; asked: NonNullable<QuotesAsked> }) {
  const t = useText()
  const mayCode = useMay('coding.write')
  const mayTakeOut = useMay('coding.export')
  const { query, pager } = useViewQuotes(studyId, asked)
  return (
    <Loaded query={query}>
      {({ items, total, speakers, withheld, regions, stretches, placesWithheld }) => (
        <div className="flex flex-col gap-5">
          <div className="flex flex-wrap items-center justify-between gap-2">
            <p role="status" className="text-sm text-soft">
              {t('coding.quotes.count', { n: total, people: speakers })}
            </p>
            {mayCode && items.length > 0 && (
              <AddToSet
                studyId={studyId}
                highlightIds={items.map(({ highlightId }) => highlightId)}
                label={t('coding.views.add.all', { n: items.length })}
              />
            )}
          </div>
          {withheld > 0 && (
            <Notice title={t('coding.quotes.withheld', { n: withheld })}>
              {t('coding.quotes.withheld.why')}
            </Notice>
          )}
          {items.length + withheld + regions.length + stretches.length + placesWithheld === 0 && (
            <EmptyState title={t('coding.quotes.empty.title')}>{t('coding.views.quotes.none')}</EmptyState>
          )}
          <ul className="flex flex-col gap-6">
            {items.map((quote) => (
              <li key={quote.highlightId}>
                <PlacedQuote quote={quote} lang={quote.language}>
                  {quote.text}
                </PlacedQuote>
                {mayCode && (
                  <div className="mt-1 pl-2">
                    <AddToSet
                      studyId={studyId}
                      highlightIds={[quote.highlightId]}
                      label={t('coding.views.add')}
                    />
                  </div>
                )}
              </li>
            ))}
          </ul>
          {mayTakeOut && items.length > 0 && (
            <TableFiles to={`studies/${studyId}/views/quotes/file`} query={textOf(asked)} />
          )}
          <Places {...{ regions, stretches, placesWithheld }} />
          <PagerButtons pager={pager} />
        </div>
      )}
    </Loaded>
  )
}

/** Coded places and stretches behind a figure, beside its quotes and never among them. */
function Places({
  regions,
  stretches,
  placesWithheld,
}: Pick<QuotesShown, 'regions' | 'stretches' | 'placesWithheld'>) {
  const t = useText()
  return (
    <>
      {stretches.length > 0 && (
        <section>
          <h3 className="mb-2 font-medium">{t('coding.stretches.of.code', { n: stretches.length })}</h3>
          <ul className="flex flex-col gap-2">
            {stretches.map((stretch) => (
              <li key={stretch.stretchId}>
                <CodedStretch stretch={stretch} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {regions.length > 0 && (
        <section>
          <h3 className="mb-2 font-medium">{t('coding.regions.of.code', { n: regions.length })}</h3>
          <ul className="grid gap-6 sm:grid-cols-2">
            {regions.map((region) => (
              <li key={region.regionId} className="min-w-0">
                <CodedPlace region={region} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {placesWithheld > 0 && (
        <p className="text-sm text-soft">{t('coding.views.places.withheld', { n: placesWithheld })}</p>
      )}
    </>
  )
}

/** What is asked as an address says it. */
function textOf(asked: NonNullable<QuotesAsked>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(asked).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, typeof value === 'string' ? value : JSON.stringify(value)]],
    ),
  )
}

/** Which cell is open, and the way to open one. */
export function useOpenCell() {
  const [cell, open] = useState<OpenCell>()
  return { cell, open, close: () => open(undefined) }
}
