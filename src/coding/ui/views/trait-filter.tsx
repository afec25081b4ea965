import { ComboBox, Select, useText } from '../../../../web/kit/index.ts'
import { usePageParams } from '../../../../web/kit/index.ts'
import { useRowName } from './row-name.ts'
import { useMatrix } from './views-data.ts'
import { useViewFilters } from './use-view-filters.ts'

const all = 'all'

/** People who are alike in something known of them; only what at least three of those heard share can be chosen. */
export function TraitFilter({ traits }: { traits: readonly string[] }) {
  const t = useText()
  const [filters, change] = useViewFilters()
  if (traits.length === 0) return null
  return (
    <>
      <ComboBox
        label={t('coding.views.trait')}
        options={[{ id: all, label: t('coding.search.all') }, ...traits.map((id) => ({ id, label: id }))]}
        value={filters.trait ?? all}
        onChange={(id) => change({ trait: id === all ? '' : id, value: '' })}
        isRequired
      />
      {filters.trait !== undefined && <Values trait={filters.trait} />}
    </>
  )
}

function Values({ trait }: { trait: string }) {
  const t = useText()
  const { studyId } = usePageParams('studyId')
  const [{ value }, change] = useViewFilters()
  const nameOf = useRowName('trait')
  const { query } = useMatrix(studyId, { rows: 'trait', of: trait, limit: 100 })
  const rows = query.data?.rows ?? []
  return (
    <Select
      label={t('coding.views.value')}
      value={value ?? null}
      onChange={(id) => change({ value: id })}
      isRequired
      isDisabled={rows.length === 0}
      options={rows.map((row) => ({ id: row.key, label: `${nameOf(row)} (${row.n})` }))}
    />
  )
}
