import { useState } from 'react'
import { Button, Select, useMay, useText } from '../../../web/kit/index.ts'
import { respondentKinds } from '../interview.schema.ts'
import type { Item, useMaterialQueue } from './material-queue.ts'

type ColumnsProps = { item: Extract<Item, { state: 'table' }>; queue: ReturnType<typeof useMaterialQueue> }
const identifierIds = ['none', ...respondentKinds] as const

/** Which columns of a table hold the answers, and who gave each. */
export function AnswerColumns({ item, queue }: ColumnsProps) {
  const t = useText()
  const mayNamePeople = useMay('people.read')
  const { table } = item
  const [text, chooseText] = useState(table.guess.text)
  const [respondent, chooseRespondent] = useState(table.guess.respondent)
  const [chosen, chooseIdentifier] = useState<(typeof identifierIds)[number]>()
  const guessed = respondent === table.guess.respondent ? table.guess.identifier : undefined
  const identifier = chosen ?? guessed ?? 'none'
  const names = mayNamePeople && respondent !== null && identifier !== 'none' ? { identifier } : {}
  const options = table.columns.map((column) => ({
    id: column.name,
    label: column.name || t('conversations.column.unnamed'),
  }))
  const examples = table.columns.find((column) => column.name === text)?.examples ?? []
  return (
    <div className="flex flex-col gap-4">
      <p className="text-sm text-soft">{t('conversations.table')}</p>
      <Select
        label={t('conversations.column.text')}
        isRequired
        options={options}
        value={text}
        onChange={chooseText}
      />
      {examples.length > 0 && (
        <ul className="list-disc space-y-1 pl-6 text-sm text-soft">
          {examples.map((example) => (
            <li key={example} className="break-words">
              {example}
            </li>
          ))}
        </ul>
      )}
      <Select
        label={t('conversations.column.respondent')}
        description={t('conversations.column.respondent.hint')}
        options={[{ id: ' none', label: t('conversations.column.nobody') }, ...options]}
        value={respondent ?? ' none'}
        onChange={(name) => {
          chooseRespondent(name === ' none' ? null : name)
          chooseIdentifier(undefined)
        }}
      />
      {mayNamePeople && respondent !== null && (
        <Select
          label={t('conversations.column.identifier')}
          description={t('conversations.column.identifier.hint')}
          isRequired
          options={identifierIds.map((id) => ({ id, label: t(`conversations.column.identifier.${id}`) }))}
          value={identifier}
          onChange={(id) => chooseIdentifier(identifierIds.find((known) => known === id))}
        />
      )}
      <div>
        <Button onPress={() => void queue.chooseColumns(item, { text, respondent, ...names })}>
          {t('kit.continue')}
        </Button>
      </div>
    </div>
  )
}
