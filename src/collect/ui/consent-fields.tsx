import { Notice, Select, useText } from '../../../web/kit/index.ts'
import type { ColumnMapping, PeopleMapping } from './collect-data.ts'

type ConsentColumn = Extract<ColumnMapping, { use: 'consent' }>

const purposes = [
  'analysis',
  'conversation_analysis',
  'invitation',
  'quoting',
  'email_marketing',
  'advertising',
  'contact',
  'unclear',
] as const satisfies readonly ConsentColumn['purpose'][]

/** A column in which a "yes" refuses: nothing in it can give. */
export function isRefusal(column: ConsentColumn): boolean {
  return column.gives.length === 0
}

/** What a column of consent is for, and what a "yes" in it says. */
export function ConsentFields({
  column,
  onChange,
}: {
  column: ConsentColumn
  onChange: (column: ConsentColumn) => void
}) {
  const t = useText()
  const side = isRefusal(column) ? 'refuses' : 'gives'
  return (
    <>
      <PurposeChoice label={t('collect.purpose')} column={column} onChange={onChange} />
      <Select
        label={t('collect.consent.yes')}
        isRequired
        options={[
          { id: 'gives', label: t('collect.consent.yes.gives') },
          { id: 'refuses', label: t('collect.consent.yes.refuses') },
        ]}
        value={side}
        onChange={(id) => id !== side && onChange(turned(column))}
      />
    </>
  )
}

/** Columns that speak of consent without saying for what: nothing of them is kept before somebody says it. */
export function UnclearConsents(props: {
  mapping: PeopleMapping
  onChange: (name: string, column: ConsentColumn) => void
}) {
  const t = useText()
  const unclear = Object.entries(props.mapping.columns).flatMap(([name, column]) =>
    column.use === 'consent' && column.purpose === 'unclear' ? [{ name, column }] : [],
  )
  if (unclear.length === 0) return null
  return (
    <div className="mb-8">
      <Notice look="warning" title={t('collect.unclear', { n: unclear.length })}>
        <p>{t('collect.unclear.why')}</p>
        <div className="mt-4 flex flex-col gap-4">
          {unclear.map(({ name, column }) => (
            <PurposeChoice
              key={name}
              label={name}
              column={column}
              onChange={(next) => props.onChange(name, next)}
            />
          ))}
        </div>
      </Notice>
    </div>
  )
}

function PurposeChoice(props: {
  label: string
  column: ConsentColumn
  onChange: (column: ConsentColumn) => void
}) {
  const { label, column, onChange } = props
  const t = useText()
  // Every contact at once can be refused, not allowed.
  const open = purposes.filter((id) => id !== 'contact' || isRefusal(column))
  return (
    <Select
      label={label}
      isRequired
      options={open.map((id) => ({ id, label: t(`collect.purpose.${id}`) }))}
      value={column.purpose}
      onChange={(id) => {
        const purpose = open.find((one) => one === id)
        if (purpose) onChange({ ...column, purpose })
      }}
    />
  )
}

/** The same column with its "yes" and "no" read the other way. */
function turned({ nothing = [], ...column }: ConsentColumn): ConsentColumn {
  if (!isRefusal(column)) return { ...column, gives: [], withdraws: column.gives, nothing: column.withdraws }
  const purpose = column.purpose === 'contact' ? 'unclear' : column.purpose
  return { ...column, purpose, gives: column.withdraws, withdraws: nothing }
}
