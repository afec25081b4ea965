import { Button, EmptyState, Loaded, useMay, useText } from '../../../../web/kit/index.ts'
import { PlacedQuote } from '../placed-quote.tsx'
import { CellQuotes, useOpenCell, type OpenCell } from './cell-quotes.tsx'
import { TableFiles } from './matrix-notes.tsx'
import { ReadingForm } from './reading-form.tsx'
import { useViewFilters } from './use-view-filters.ts'
import type { InStudy } from './view-page.tsx'
import { useForces, type ForcesShown } from './views-data.ts'

/** The four forces of a switch: what pushes and pulls towards something new, what worries and holds back. */
export function ForcesTab({ studyId }: InStudy) {
  const t = useText()
  const mayTakeOut = useMay('coding.export')
  const [filters] = useViewFilters()
  const { cell, open, close } = useOpenCell()
  const query = useForces(studyId, filters)
  return (
    <>
      <Loaded query={query}>
        {({ forces, n }) =>
          forces.every(({ codes }) => codes.length === 0) ? (
            <EmptyState title={t('coding.views.forces.empty.title')}>
              {t('coding.views.forces.empty.todo')}
            </EmptyState>
          ) : (
            <>
              <div className="grid gap-6 md:grid-cols-2">
                {forces.map((one) => (
                  <Force
                    key={one.force}
                    data={one}
                    n={n}
                    onOpen={(title, more) => open({ title, asked: { ...filters, ...more } })}
                  />
                ))}
              </div>
              {mayTakeOut && <TableFiles to={`studies/${studyId}/views/forces/file`} query={filters} />}
            </>
          )
        }
      </Loaded>
      <ReadingForm studyId={studyId} field="force" />
      <CellQuotes studyId={studyId} cell={cell} onClose={close} />
    </>
  )
}

type Force = ForcesShown['forces'][number]

function Force(props: { data: Force; n: number; onOpen: (title: string, asked: OpenCell['asked']) => void }) {
  const t = useText()
  const { data, n, onOpen } = props
  const { force, passages, people, places, codes, quotes } = data
  const beside = (n: number) => (n > 0 ? ` ${t('coding.views.places.short', { n })}` : '')
  return (
    <section aria-label={t(`coding.force.${force}`)} className="rounded-lg border border-line bg-raised p-5">
      <h2 className="text-lg font-semibold">{t(`coding.force.${force}`)}</h2>
      <p className="text-sm text-soft">{t(`coding.force.${force}.means`)}</p>
      <p className="mt-2 text-sm">
        {t('coding.views.forces.count', { passages, people, n })}
        {beside(places)}
      </p>
      {codes.length > 0 && (
        <ul className="mt-3 flex flex-wrap gap-2">
          {codes.map((code) => (
            <li key={code.codeId}>
              <Button
                isDisabled={code.passages + code.places === 0}
                onPress={() => onOpen(code.name, { codeId: code.codeId })}
              >
                <span className="wrap-anywhere">{code.name}</span>
                <span className="tabular-nums text-soft">
                  {code.passages}
                  {beside(code.places)}
                </span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      <ul className="mt-5 flex flex-col gap-5">
        {quotes.map((quote) => (
          <li key={quote.highlightId}>
            <PlacedQuote quote={quote} lang={quote.language}>
              {quote.text}
            </PlacedQuote>
          </li>
        ))}
      </ul>
      {(passages > quotes.length || places > 0) && (
        <div className="mt-4">
          <Button look="quiet" onPress={() => onOpen(t(`coding.force.${force}`), { force })}>
            {passages > quotes.length
              ? t('coding.views.quotes.all', { n: passages })
              : t('coding.views.figure.places')}
          </Button>
        </div>
      )}
    </section>
  )
}
