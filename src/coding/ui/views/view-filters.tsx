import { ComboBox, Fold, Select, TextField, useFormat, useText } from '../../../../web/kit/index.ts'
import type { ChoicesShown } from './views-data.ts'
import { TraitFilter } from './trait-filter.tsx'
import { useViewFilters } from './use-view-filters.ts'

const all = 'all'
const asked = (id: string) => (id === all ? '' : id)

/** Whom and when the views are kept to. Folded away until somebody wants it; open where something is chosen. */
export function ViewFilters({ choices }: { choices: ChoicesShown }) {
  const t = useText()
  const format = useFormat()
  const [filters, change] = useViewFilters()
  const n = Object.keys(filters).length
  const segments = choices.sets.flatMap(({ name: set, segments: own }) =>
    own.map(({ segmentId, name }) => ({ id: segmentId, label: name, note: set })),
  )
  const everybody = { id: all, label: t('coding.search.all') }
  return (
    <Fold title={t('coding.views.filters', { n })} isOpen={n > 0}>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        {segments.length > 0 && (
          <ComboBox
            label={t('coding.search.segment')}
            options={[everybody, ...segments]}
            value={filters.segmentId ?? all}
            onChange={(id) => change({ segmentId: asked(id) })}
            isRequired
          />
        )}
        <TraitFilter traits={choices.traits.map(({ trait }) => trait)} />
        {choices.languages.length > 1 && (
          <Select
            label={t('coding.search.language')}
            value={filters.language ?? all}
            onChange={(id) => change({ language: asked(id) })}
            isRequired
            options={[everybody, ...choices.languages.map((id) => ({ id, label: format.language(id) }))]}
          />
        )}
        <TextField
          key={`from ${filters.from}`}
          type="date"
          label={t('coding.search.from')}
          defaultValue={filters.from ?? ''}
          onBlur={({ target }) => take(target, (from) => change({ from }), filters.from)}
        />
        <TextField
          key={`to ${filters.to}`}
          type="date"
          label={t('coding.search.to')}
          defaultValue={filters.to ?? ''}
          onBlur={({ target }) => take(target, (to) => change({ to }), filters.to)}
        />
      </div>
    </Fold>
  )
}

function take(target: EventTarget, tell: (value: string) => void, before = ''): void {
  if (target instanceof HTMLInputElement && target.value !== before) tell(target.value)
}
