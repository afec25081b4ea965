import {
  ComboBox,
  Fold,
  Loaded,
  Select,
  TextField,
  locales,
  useFormat,
  useText,
} from '../../../web/kit/index.ts'
import { useSearchChoices, type Filters } from './search-data.ts'

type FiltersProps = { filters: Filters; onChange: (changed: Filters) => void }

/** What a search is kept to. Folded away until somebody wants it; open where something is chosen. */
export function SearchFilters({ filters, onChange }: FiltersProps) {
  const t = useText()
  const format = useFormat()
  const n = Object.keys(filters).length
  return (
    <Fold title={t('coding.search.filters', { n })} isOpen={n > 0}>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <Choices filters={filters} onChange={onChange} />
        <Select
          label={t('coding.search.role')}
          value={filters.role ?? all}
          onChange={(role) => onChange({ role: asked(role) })}
          isRequired
          options={[
            { id: all, label: t('coding.search.all') },
            { id: 'participant', label: t('coding.search.role.participant') },
            { id: 'interviewer', label: t('coding.search.role.interviewer') },
            { id: 'other', label: t('coding.search.role.other') },
          ]}
        />
        <Select
          label={t('coding.search.language')}
          value={filters.language ?? all}
          onChange={(language) => onChange({ language: asked(language) })}
          isRequired
          options={[
            { id: all, label: t('coding.search.all') },
            ...locales.map((id) => ({ id, label: format.language(id) })),
          ]}
        />
        <TextField
          type="date"
          label={t('coding.search.from')}
          defaultValue={filters.from ?? ''}
          onBlur={({ target }) => change(target, (from) => onChange({ from }), filters.from)}
        />
        <TextField
          type="date"
          label={t('coding.search.to')}
          defaultValue={filters.to ?? ''}
          onBlur={({ target }) => change(target, (to) => onChange({ to }), filters.to)}
        />
      </div>
    </Fold>
  )
}

const all = 'all'
const asked = (id: string) => (id === all ? '' : id)

function change(target: EventTarget, tell: (value: string) => void, before = ''): void {
  if (target instanceof HTMLInputElement && target.value !== before) tell(target.value)
}

function Choices({ filters, onChange }: FiltersProps) {
  const t = useText()
  const choices = useSearchChoices()
  const nothing = { id: all, label: t('coding.search.all') }
  const named = (list: readonly { id: string; name: string }[]) => [
    nothing,
    ...list.map(({ id, name }) => ({ id, label: name })),
  ]
  return (
    <Loaded query={choices}>
      {({ studies, segments, codes }) => (
        <>
          <ComboBox
            label={t('coding.search.study')}
            options={named(studies)}
            value={filters.studyId ?? all}
            onChange={(id) => onChange({ studyId: asked(id) })}
            isRequired
          />
          <ComboBox
            label={t('coding.search.segment')}
            options={named(segments)}
            value={filters.segmentId ?? all}
            onChange={(id) => onChange({ segmentId: asked(id) })}
            isRequired
          />
          <ComboBox
            label={t('coding.search.code')}
            options={named(codes)}
            value={filters.codeId ?? all}
            onChange={(id) => onChange({ codeId: asked(id) })}
            isRequired
          />
        </>
      )}
    </Loaded>
  )
}
