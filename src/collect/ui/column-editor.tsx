import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { Checkbox, Select, TextField, useText } from '../../../web/kit/index.ts'
import type { ColumnMapping, Guess, TraitColumn } from './collect-data.ts'
import { ConsentFields } from './consent-fields.tsx'

const types = [
  'text',
  'category',
  'number',
  'date',
  'boolean',
  'multi-choice',
  'free-text',
  'url',
  'email',
  'phone',
  'identifier',
] as const satisfies readonly TraitColumn['type'][]
const classes = [
  'demographic',
  'geographic',
  'psychographic',
  'personality',
  'behaviour',
  'none',
] as const satisfies readonly TraitColumn['class'][]
const specials = [
  'health',
  'orientation',
  'belief',
  'origin',
  'politics',
  'union',
  'biometric',
  'personality',
] as const satisfies readonly NonNullable<TraitColumn['special']>[]
const kinds = [
  'user_id',
  'customer_id',
  'email',
  'phone',
  'anonymous_id',
] as const satisfies readonly Extract<ColumnMapping, { use: 'identifier' }>['kind'][]
type Editing = {
  guess: Guess
  column: ColumnMapping
  proposed: ColumnMapping | undefined
  onChange: (column: ColumnMapping) => void
  onClose: () => void
}

/** What a column becomes, choice by choice. Escape closes it. */
export function ColumnEditor({ guess, column, proposed, onChange, onClose }: Editing) {
  const t = useText()
  const uses = [
    { id: 'trait', label: t('collect.use.trait') },
    ...kinds.map((kind) => ({ id: kind, label: t(`people.identifier.of.${kind}`) })),
    ...(column.use === 'consent' || proposed?.use === 'consent'
      ? [{ id: 'consent', label: t('collect.use.consent') }]
      : []),
    { id: 'ignore', label: t('collect.use.ignore') },
  ]
  const choose = (id: string) => {
    const kind = kinds.find((one) => one === id)
    if (kind) onChange({ use: 'identifier', kind })
    else if (id === 'ignore') onChange({ use: 'ignore' })
    else if (id === 'consent' && proposed?.use === 'consent') onChange(proposed)
    else onChange(proposed?.use === 'trait' ? proposed : asTrait(guess))
  }
  const fields = useRef<HTMLDivElement>(null)
  const close = useEffectEvent(onClose)
  useEffect(() => {
    // An open list of choices lies elsewhere in the document, and Escape closes only it.
    const onKey = ({ key }: KeyboardEvent) => key === 'Escape' && close()
    const box = fields.current
    box?.addEventListener('keydown', onKey)
    return () => box?.removeEventListener('keydown', onKey)
  }, [])
  return (
    <div ref={fields} className="mt-4 grid max-w-3xl gap-4 md:grid-cols-2">
      <Select
        label={t('collect.use')}
        isRequired
        options={uses}
        value={column.use === 'identifier' ? column.kind : column.use}
        onChange={choose}
      />
      {column.use === 'identifier' && column.kind === 'customer_id' && (
        <Checkbox
          isSelected={column.isUserId === true}
          onChange={(isUserId) => onChange({ ...column, isUserId })}
          description={t('collect.same.user.hint')}
        >
          {t('collect.same.user')}
        </Checkbox>
      )}
      {column.use === 'trait' && <TraitFields column={column} onChange={onChange} />}
      {column.use === 'consent' && <ConsentFields guess={guess} column={column} onChange={onChange} />}
    </div>
  )
}

function TraitFields({ column, onChange }: { column: TraitColumn; onChange: (column: TraitColumn) => void }) {
  const t = useText()
  const [missing, write] = useState((column.missing ?? []).join(', '))
  const [name, rename] = useState(column.trait)
  return (
    <>
      <TextField
        label={t('collect.trait.name')}
        isRequired
        value={name}
        onChange={rename}
        onBlur={() => name.trim() !== '' && onChange({ ...column, trait: name.trim() })}
      />
      <Select
        label={t('collect.type')}
        isRequired
        options={types.map((id) => ({ id, label: t(`collect.type.${id}`) }))}
        value={column.type}
        onChange={(id) => {
          const type = types.find((one) => one === id)
          if (type) onChange({ ...column, type })
        }}
      />
      <Select
        label={t('collect.class')}
        isRequired
        description={
          column.class === 'none' || column.class === 'behaviour'
            ? undefined
            : t(`collect.ask-first.${column.class}`)
        }
        options={classes.map((id) => ({ id, label: t(`collect.class.${id}`) }))}
        value={column.class}
        onChange={(id) => {
          const chosen = classes.find((one) => one === id)
          if (chosen) onChange({ ...column, class: chosen })
        }}
      />
      <TextField
        label={t('collect.missing')}
        description={t('collect.missing.hint')}
        value={missing}
        onChange={write}
        onBlur={() =>
          onChange({
            ...column,
            missing: missing
              .split(',')
              .map((value) => value.trim())
              .filter((value) => value !== ''),
          })
        }
      />
      <Select
        label={t('collect.special')}
        isRequired
        options={[
          { id: 'none', label: t('collect.special.none') },
          ...specials.map((id) => ({ id, label: t(`collect.special.${id}`) })),
        ]}
        value={column.special ?? 'none'}
        onChange={(id) => onChange({ ...column, special: specials.find((one) => one === id) ?? null })}
      />
    </>
  )
}

function asTrait(guess: Guess): TraitColumn {
  return {
    use: 'trait',
    trait: guess.name.trim().slice(0, 200) || 'trait',
    type: 'text',
    class: 'none',
    missing: [],
    booleans: null,
    numbers: null,
    dates: null,
    special: null,
  }
}
