import { useRef, useState } from 'react'
import { Badge, Button, useFormat, useText } from '../../../web/kit/index.ts'
import type { ColumnMapping, Guess } from './collect-data.ts'
import { ColumnEditor } from './column-editor.tsx'
import { isRefusal } from './consent-fields.tsx'

type ColumnRowProps = {
  guess: Guess
  column: ColumnMapping
  proposed: ColumnMapping | undefined
  onChange: (column: ColumnMapping) => void
}

/** One column: what is in it, what it becomes, and the way to change that. */
export function ColumnRow({ guess, column, proposed, onChange }: ColumnRowProps) {
  const t = useText()
  const [isOpen, open] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  return (
    <li className="border-b border-line py-3">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0 grow basis-64">
          <div className="font-medium break-words">{guess.name}</div>
          <Sample guess={guess} />
        </div>
        <div className="flex min-w-0 grow basis-64 items-start justify-between gap-4">
          <div className="min-w-0">
            <Becomes guess={guess} column={column} />
            <Remarks guess={guess} column={column} />
          </div>
          <Button ref={opener} look="quiet" aria-expanded={isOpen} onPress={() => open(!isOpen)}>
            {t(isOpen ? 'kit.close' : 'kit.edit')}
            <span className="sr-only">{guess.name}</span>
          </Button>
        </div>
      </div>
      {isOpen && (
        <ColumnEditor
          guess={guess}
          column={column}
          proposed={proposed}
          onChange={onChange}
          onClose={() => {
            // First, so that a field that keeps what was written when it is left still does.
            opener.current?.focus()
            open(false)
          }}
        />
      )}
    </li>
  )
}

function Sample({ guess }: { guess: Guess }) {
  const t = useText()
  const format = useFormat()
  const shown = guess.sample
    .slice(0, 3)
    .map(({ value, share }) => (share >= 0.02 ? `${short(value)} ${format.percent(share)}` : short(value)))
  return (
    <div className="text-sm break-words text-soft">
      {shown.length > 0 ? shown.join(' · ') : t('collect.column.empty')}
    </div>
  )
}

const short = (value: string) => (value.length > 40 ? `${value.slice(0, 40)}…` : value)

function Becomes({ guess, column }: { guess: Guess; column: ColumnMapping }) {
  const t = useText()
  if (column.use === 'ignore' && guess.civil) return <Badge look="warning">{t('collect.column.civil')}</Badge>
  if (column.use === 'ignore') return <span className="text-soft">{t('collect.use.ignore')}</span>
  if (column.use === 'identifier')
    return (
      <span className="flex flex-wrap gap-1.5">
        <Badge look="accent">{t(`people.identifier.of.${column.kind}`)}</Badge>
        {column.isUserId === true && <Badge look="accent">{t('collect.same.user.short')}</Badge>}
      </span>
    )
  if (column.use === 'consent' && column.purpose === 'unclear')
    return <Badge look="warning">{t('collect.column.unclear')}</Badge>
  if (column.use === 'consent')
    return (
      <span>
        {t(isRefusal(column) ? 'collect.use.refusal' : 'collect.use.consent')}:{' '}
        {t(`collect.purpose.${column.purpose}`)}
      </span>
    )
  return (
    <span>
      {t(`collect.type.${column.type}`)}{' '}
      <span className="text-soft">· {t(`collect.class.${column.class}`)}</span>
    </span>
  )
}

function Remarks({ guess, column }: { guess: Guess; column: ColumnMapping }) {
  const t = useText()
  if (column.use !== 'trait') return null
  return (
    <div className="mt-1 flex flex-wrap items-center gap-1.5 text-sm text-soft">
      {column.special !== null && <Badge look="warning">{t('collect.column.held')}</Badge>}
      {guess.outcome && <Badge look="good">{t('collect.column.outcome')}</Badge>}
      {guess.leak && <Badge look="warning">{t('collect.column.leak')}</Badge>}
      {column.missing.length > 0 && (
        <span>{t('collect.column.missing', { values: column.missing.join(', ') })}</span>
      )}
    </div>
  )
}
