import { useState } from 'react'
import { Notice, Select, useText } from '../../../web/kit/index.ts'
import type { ColumnMapping, Guess, PeopleMapping } from './collect-data.ts'

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
  guess,
  column,
  onChange,
}: {
  guess: Guess
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
      <WordChoices guess={guess} column={column} onChange={onChange} />
    </>
  )
}

const meanings = ['gives', 'refuses', 'nothing'] as const

/** The column's common words that are neither among those that give nor among those that refuse: each is asked about. */
function WordChoices({
  guess,
  column,
  onChange,
}: {
  guess: Guess
  column: ConsentColumn
  onChange: (column: ConsentColumn) => void
}) {
  const t = useText()
  // Those chosen here stay to be chosen otherwise.
  const [asked] = useState(() => notUnderstood(guess, column))
  return asked.map((word) => (
    <Select
      key={word}
      label={t('collect.consent.word', { word })}
      placeholder={t('collect.consent.word.open')}
      options={meanings.map((id) => ({ id, label: t(`collect.consent.word.${id}`) }))}
      value={meaningOf(column, word)}
      onChange={(id) => {
        const meaning = meanings.find((one) => one === id)
        if (meaning)
          onChange(meaning === meaningOf(column, word) ? column : saying(column, { word, meaning }))
      }}
    />
  ))
}

function notUnderstood(guess: Guess, column: ConsentColumn): string[] {
  return guess.sample.map(({ value }) => value).filter((word) => meaningOf(column, word) === null)
}

function meaningOf(column: ConsentColumn, word: string): (typeof meanings)[number] | null {
  if (column.gives.includes(word)) return 'gives'
  if (column.withdraws.includes(word)) return 'refuses'
  return column.nothing?.includes(word) === true ? 'nothing' : null
}

function saying(
  column: ConsentColumn,
  { word, meaning }: { word: string; meaning: (typeof meanings)[number] },
): ConsentColumn {
  const without = (words: readonly string[]) => words.filter((one) => one !== word)
  const [gives, withdraws, nothing] = [column.gives, column.withdraws, column.nothing ?? []].map(without)
  return {
    ...column,
    gives: [...(gives ?? []), ...(meaning === 'gives' ? [word] : [])],
    withdraws: [...(withdraws ?? []), ...(meaning === 'refuses' ? [word] : [])],
    nothing: [...(nothing ?? []), ...(meaning === 'nothing' ? [word] : [])],
  }
}

/** Columns of consent that do not say for what, or say what nobody understands: nothing of that is kept before somebody says it. */
export function UnclearConsents(props: {
  guesses: readonly Guess[]
  mapping: PeopleMapping
  onChange: (name: string, column: ConsentColumn) => void
}) {
  const t = useText()
  const consents = props.guesses.flatMap((guess) => {
    const column = props.mapping.columns[guess.name]
    return column?.use === 'consent' ? [{ guess, column }] : []
  })
  const unclear = consents.filter(({ column }) => column.purpose === 'unclear')
  // Once asked about, a column stays here while its words are being told.
  const [asked] = useState(() =>
    consents.flatMap(({ guess, column }) => (notUnderstood(guess, column).length > 0 ? [guess.name] : [])),
  )
  const shown = consents.filter(
    ({ guess, column }) => column.purpose === 'unclear' || asked.includes(guess.name),
  )
  if (shown.length === 0) return null
  return (
    <div className="mb-8">
      <Notice
        look="warning"
        title={
          unclear.length > 0
            ? t('collect.unclear', { n: unclear.length })
            : t('collect.unclear.words', { n: shown.length })
        }
      >
        <p>{t('collect.unclear.why')}</p>
        <div className="mt-4 flex flex-col gap-4">
          {shown.map(({ guess, column }) => (
            <div key={guess.name} className="flex flex-col gap-4">
              <PurposeChoice
                label={guess.name}
                column={column}
                onChange={(next) => props.onChange(guess.name, next)}
              />
              <WordChoices
                guess={guess}
                column={column}
                onChange={(next) => props.onChange(guess.name, next)}
              />
            </div>
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
