import { Select, TextField, locales, useFormat, useText } from '../../../web/kit/index.ts'
import { useMembers } from './conversations-data.ts'
import type { ReadyItem } from './material-queue.ts'

type FactsProps = {
  item: ReadyItem
  onDecide: (change: Partial<ReadyItem['decisions']>) => void
}

/** What a conversation is called, in which language, when it took place and who asked: guessed where the file tells it, and said so. */
export function ConversationFacts({ item, onDecide }: FactsProps) {
  const t = useText()
  const format = useFormat()
  const { preview, decisions } = item
  const { guess, reliable } = preview.language
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <TextField
        label={t('conversations.field.title')}
        placeholder={t('conversations.interview')}
        value={decisions.title}
        onChange={(title) => onDecide({ title })}
      />
      <Select
        label={t('conversations.field.language')}
        isRequired
        description={
          guess === null || !reliable
            ? t('conversations.language.unsure')
            : t('conversations.language.guess', { language: format.language(guess) })
        }
        options={locales.map((locale) => ({ id: locale, label: format.language(locale) }))}
        value={decisions.language}
        onChange={(language) =>
          onDecide({ language: locales.find((locale) => locale === language) ?? decisions.language })
        }
      />
      <When item={item} onDecide={onDecide} />
      {preview.kind !== 'open-answers' && <Asker item={item} onDecide={onDecide} />}
    </div>
  )
}

function When({ item, onDecide }: FactsProps) {
  const t = useText()
  const format = useFormat()
  const { date } = item.preview
  return (
    <TextField
      type="date"
      label={t('conversations.field.date')}
      description={
        date === null
          ? t('conversations.date.unknown')
          : t(`conversations.date.from.${date.from}`, { date: format.date(`${date.date}T12:00:00Z`) })
      }
      value={item.decisions.date}
      onChange={(value) => onDecide({ date: value })}
    />
  )
}

/** No member's id. */
const nobody = 'nobody'
const other = 'other'

function Asker({ item, onDecide }: FactsProps) {
  const t = useText()
  const members = useMembers()
  const { asker, askerName } = item.decisions
  const people = (members.data?.members ?? []).map(({ memberId, name }) => ({ id: memberId, label: name }))
  return (
    <div className="flex flex-col gap-4">
      <Select
        label={t('conversations.field.asker')}
        description={t('conversations.field.asker.hint')}
        options={[
          { id: nobody, label: t('conversations.asker.nobody') },
          ...people,
          { id: other, label: t('conversations.asker.other') },
        ]}
        value={asker}
        onChange={(id) => onDecide({ asker: id })}
      />
      {asker === other && (
        <TextField
          label={t('conversations.asker.name')}
          isRequired
          maxLength={200}
          value={askerName}
          onChange={(name) => onDecide({ askerName: name })}
        />
      )}
    </div>
  )
}
