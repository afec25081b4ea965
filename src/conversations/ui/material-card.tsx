import { useState } from 'react'
import {
  Button,
  IconButton,
  Notice,
  ProblemNotice,
  Select,
  Skeleton,
  useProblemWords,
  useText,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { ConversationFacts } from './conversation-facts.tsx'
import type { ParticipantShown } from './conversations-data.ts'
import type { Item, ReadyItem, useMaterialQueue } from './material-queue.ts'
import { SpeakerRows } from './speaker-rows.tsx'

type Queue = ReturnType<typeof useMaterialQueue>
type CardProps = { item: Item; queue: Queue; participants: readonly ParticipantShown[] }

/** One file: what is in it, what is still to decide, and what became of it. */
export function MaterialCard({ item, queue, participants }: CardProps) {
  const t = useText()
  return (
    <section
      aria-label={item.name || t('conversations.pasted')}
      className="rounded-lg border border-line bg-raised p-4 md:p-5"
    >
      <div className="mb-3 flex items-start justify-between gap-3">
        <h2 className="min-w-0 font-semibold break-words">{item.name || t('conversations.pasted')}</h2>
        {item.state !== 'bringing' && (
          <IconButton
            icon="close"
            label={t('conversations.file.put.away', { name: item.name || t('conversations.pasted') })}
            onPress={() => queue.remove(item.id)}
          />
        )}
      </div>
      <Content item={item} queue={queue} participants={participants} />
    </section>
  )
}

function Content({ item, queue, participants }: CardProps) {
  const t = useText()
  const { id } = useWorkspace()
  if (item.state === 'reading') return <Skeleton lines={3} />
  if (item.state === 'refused') return <Refused problem={item.problem} />
  if (item.state === 'table') return <Columns item={item} queue={queue} />
  if ('preview' in item) return <Decide item={item} queue={queue} participants={participants} />
  return (
    <Notice
      look={item.state === 'brought' ? 'good' : 'info'}
      title={t(`conversations.file.${item.state}`)}
      action={<Button href={`/w/${id}/interviews/${item.interviewId}`}>{t('conversations.read')}</Button>}
    />
  )
}

function Refused({ problem }: { problem: Extract<Item, { state: 'refused' }>['problem'] }) {
  const { title, detail } = useProblemWords(problem)
  return (
    <Notice look="error" title={title}>
      {detail}
    </Notice>
  )
}

function Decide({ item, queue, participants }: Omit<CardProps, 'item'> & { item: ReadyItem }) {
  const t = useText()
  const { preview, decisions } = item
  const decide = (change: Partial<ReadyItem['decisions']>) =>
    queue.put({ ...item, decisions: { ...decisions, ...change } })
  return (
    <div className="flex flex-col gap-5">
      {item.problem && <ProblemNotice problem={item.problem} />}
      <p className="text-sm text-soft">
        {t('conversations.found', {
          words: preview.words,
          speakers: preview.speakerCount,
          utterances: preview.utterances,
        })}
      </p>
      <ConversationFacts item={item} onDecide={decide} />
      {preview.kind === 'open-answers' ? (
        <p>{t('conversations.answers.everybody', { n: preview.speakerCount })}</p>
      ) : (
        <SpeakerRows item={item} participants={participants} onDecide={decide} />
      )}
      <Dropped preview={preview} />
    </div>
  )
}

function Dropped({ preview }: { preview: ReadyItem['preview'] }) {
  const t = useText()
  if (preview.dropped.length === 0)
    return <p className="text-sm text-soft">{t('conversations.dropped.nothing')}</p>
  return (
    <details className="text-sm">
      <summary className="control-height flex cursor-pointer items-center">
        {t('conversations.dropped', { n: preview.dropped.reduce((sum, one) => sum + one.count, 0) })}
      </summary>
      <ul className="mt-1 list-disc space-y-1 pl-6 text-soft">
        {preview.dropped.map((one) => (
          <li key={one.what} className="break-words">
            {t(`conversations.dropped.${one.what}`, { n: one.count })}
            {one.example && ` (“${one.example}”)`}
          </li>
        ))}
      </ul>
    </details>
  )
}

function Columns({ item, queue }: { item: Extract<Item, { state: 'table' }>; queue: Queue }) {
  const t = useText()
  const { table } = item
  const [text, chooseText] = useState(table.guess.text)
  const [respondent, chooseRespondent] = useState(table.guess.respondent)
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
        onChange={(name) => chooseRespondent(name === ' none' ? null : name)}
      />
      <div>
        <Button onPress={() => void queue.chooseColumns(item, { text, respondent })}>
          {t('kit.continue')}
        </Button>
      </div>
    </div>
  )
}
