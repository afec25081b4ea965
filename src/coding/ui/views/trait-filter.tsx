import { ComboBox, Select, usePageParams, useText } from '../../../../web/kit/index.ts'
import { useRowName } from './row-name.ts'
import { useMatrix } from './views-data.ts'
import { useViewFilters } from './use-view-filters.ts'

const all = 'all'

type Chosen = { trait?: string | undefined; value?: string | undefined }
type Choice = {
  studyId: string
  traits: readonly string[]
  chosen: Chosen
  onChange: (chosen: { trait?: string; value?: string }) => void
}

/** Keeps the views of a study to people who are alike in something known of them. */
export function TraitFilter({ traits }: { traits: readonly string[] }) {
  const { studyId } = usePageParams('studyId')
  const [filters, change] = useViewFilters()
  return <TraitChoice studyId={studyId} traits={traits} chosen={filters} onChange={change} />
}

/** People who are alike in something known of them; only what at least three of those heard share can be chosen. */
export function TraitChoice({ studyId, traits, chosen, onChange }: Choice) {
  const t = useText()
  const { trait, value } = chosen
  if (traits.length === 0) return null
  return (
    <>
      <ComboBox
        label={t('coding.views.trait')}
        options={[{ id: all, label: t('coding.search.all') }, ...traits.map((id) => ({ id, label: id }))]}
        value={trait ?? all}
        onChange={(id) => onChange({ trait: id === all ? '' : id, value: '' })}
        isRequired
      />
      {trait !== undefined && (
        <Values studyId={studyId} trait={trait} value={value} onChange={(id) => onChange({ value: id })} />
      )}
    </>
  )
}

type ValueChoice = {
  studyId: string
  trait: string
  value: string | undefined
  onChange: (value: string) => void
}

function Values({ studyId, trait, value, onChange }: ValueChoice) {
  const t = useText()
  const nameOf = useRowName('trait')
  const { query } = useMatrix(studyId, { rows: 'trait', of: trait, limit: 100 })
  const rows = query.data?.rows ?? []
  return (
    <Select
      label={t('coding.views.value')}
      value={value ?? null}
      onChange={onChange}
      isRequired
      isDisabled={rows.length === 0}
      options={rows.map((row) => ({ id: row.key, label: `${nameOf(row)} (${row.n})` }))}
    />
  )
}
