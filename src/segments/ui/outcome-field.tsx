import { ComboBox, Select, Skeleton, TextField, useText } from '../../../web/kit/index.ts'
import type { OutcomeDraft } from './outcome-draft.ts'
import { useTrait, useTraits } from './segments-data.ts'

const none = ' none'

/** What people did or are that segments should tell apart, where there is such a thing. */
export function OutcomeField({
  draft,
  onChange,
}: {
  draft: OutcomeDraft
  onChange: (draft: OutcomeDraft) => void
}) {
  const t = useText()
  const traits = useTraits()
  const usable = (traits.data?.items ?? []).filter(({ type }) => type !== 'date')
  const type = usable.find(({ trait }) => trait === draft.column)?.type
  return (
    <div className="grid gap-3 md:grid-cols-2">
      <ComboBox
        key={usable.length}
        label={t('segments.outcome')}
        description={t('segments.outcome.hint')}
        options={[
          { id: none, label: t('segments.outcome.none') },
          ...usable.map(({ trait }) => ({ id: trait, label: trait })),
        ]}
        value={draft.column === '' ? none : draft.column}
        onChange={(column) => onChange({ column: column === none ? '' : column, value: '' })}
      />
      {type !== undefined && (
        <OutcomeValue key={draft.column} draft={draft} onChange={onChange} type={type} />
      )}
    </div>
  )
}

function OutcomeValue(props: { draft: OutcomeDraft; onChange: (draft: OutcomeDraft) => void; type: string }) {
  const { draft, onChange, type } = props
  const t = useText()
  // Only words are chosen from a list of what there is.
  const known = useTrait(type === 'category' || type === 'text' ? draft.column : '')
  const change = (value: string) => onChange({ ...draft, value })
  if (type === 'number')
    return (
      <TextField
        label={t('segments.outcome.from')}
        description={t('segments.outcome.from.hint')}
        isRequired
        inputMode="decimal"
        value={draft.value}
        onChange={change}
      />
    )
  const options =
    type === 'boolean'
      ? [
          { id: 'true', label: t('segments.op.yes') },
          { id: 'false', label: t('segments.op.no') },
        ]
      : (known.data?.values ?? []).map(({ text, people }) => ({
          id: text,
          label: text,
          note: t('segments.people.count', { n: people }),
        }))
  // An empty list would not open, and a list that fills while it is open would jump.
  if (type !== 'boolean' && known.data === undefined) return <Skeleton lines={2} />
  if (options.length === 0 || options.length > 12)
    return (
      <ComboBox
        label={t('segments.outcome.value')}
        isRequired
        options={options}
        value={draft.value === '' ? null : draft.value}
        onChange={change}
        onCreate={change}
      />
    )
  return (
    <Select
      label={t('segments.outcome.value')}
      description={t('segments.outcome.value.hint')}
      isRequired
      options={options}
      value={draft.value === '' ? null : draft.value}
      onChange={change}
    />
  )
}
