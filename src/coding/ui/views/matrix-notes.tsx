import { Notice, useText, useWorkspace } from '../../../../web/kit/index.ts'
import type { MatrixShown } from './views-data.ts'

/** What a table of counts rests on, and what is missing of it. */
export function MatrixNotes({ matrix }: { matrix: MatrixShown }) {
  const t = useText()
  const { n, people, passages, withheld, codesLeft, places, placesWithheld } = matrix
  return (
    <div className="mb-4 flex flex-col gap-3">
      <p role="status" className="text-sm text-soft">
        {t(matrix.counts === 'turns' ? 'coding.views.rests.turns' : 'coding.views.rests', {
          ...{ n, people, passages },
        })}
        {places > 0 && ` ${t('coding.views.rests.places', { n: places })}`}
        {codesLeft > 0 && ` ${t('coding.views.left', { n: codesLeft })}`}
      </p>
      {placesWithheld > 0 && (
        <p className="text-sm text-soft">{t('coding.views.places.withheld', { n: placesWithheld })}</p>
      )}
      {withheld > 0 && (
        <Notice title={t('coding.quotes.withheld', { n: withheld })}>
          {t('coding.quotes.withheld.why')}
        </Notice>
      )}
    </div>
  )
}

/** The whole table as a file, for those who may take it out. */
export function TableFiles({ to, query }: { to: string; query: Record<string, string | undefined> }) {
  const t = useText()
  const { id } = useWorkspace()
  const given = Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]))
  const link = (format: string) => `/api/w/${id}/${to}?${new URLSearchParams([...given, ['format', format]])}`
  return (
    <p className="mt-4 flex flex-wrap items-baseline gap-4 text-sm" data-screen-only>
      <span className="text-soft">{t('coding.views.take.out')}</span>
      {['csv', 'xlsx'].map((format) => (
        <a
          key={format}
          className="py-1 text-accent underline underline-offset-3"
          href={link(format)}
          download
        >
          {format.toUpperCase()}
        </a>
      ))}
    </p>
  )
}
