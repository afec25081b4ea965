import {
  Button,
  IconButton,
  Notice,
  ProblemNotice,
  Radio,
  RadioGroup,
  Skeleton,
  useProblemWords,
  useFormat,
  useText,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { AnswerColumns } from './answer-columns.tsx'
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
  if (item.state === 'table') return <AnswerColumns item={item} queue={queue} />
  if ('preview' in item) return <Decide item={item} queue={queue} participants={participants} />
  const { same = 0, others = 0 } = item.respondents ?? {}
  return (
    <Notice
      look={item.state === 'brought' ? 'good' : 'info'}
      title={t(`conversations.file.${item.state}`)}
      action={<Button href={`/w/${id}/interviews/${item.interviewId}`}>{t('conversations.read')}</Button>}
    >
      {same > 0 && <p>{t('conversations.same.done', { n: same })}</p>}
      {others > 0 && <p>{t('conversations.same.apart', { n: others })}</p>}
    </Notice>
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
        <div>
          <p>{t('conversations.answers.everybody', { n: preview.speakerCount })}</p>
          {preview.met.length === 0 && preview.again > 0 && (
            <p>{t('conversations.answers.again', { n: preview.again })}</p>
          )}
          {preview.met.length > 0 && <SamePeople item={item} onDecide={decide} />}
        </div>
      ) : (
        <SpeakerRows item={item} participants={participants} onDecide={decide} />
      )}
      <Dropped preview={preview} />
    </div>
  )
}

/** Asked where their numbers meet those of an earlier file. */
function SamePeople({
  item,
  onDecide,
}: {
  item: ReadyItem
  onDecide: (change: Partial<ReadyItem['decisions']>) => void
}) {
  const t = useText()
  const { met, same } = item.preview
  return (
    <div className="mt-4">
      <RadioGroup
        label={t('conversations.same')}
        description={t(same === null ? 'conversations.same.running' : 'conversations.same.likely')}
        isRequired
        value={item.decisions.same}
        onChange={(chosen) => onDecide({ same: chosen })}
      >
        {met.map(({ interviewId, title, people }) => (
          <Radio key={interviewId} value={interviewId}>
            {t('conversations.same.as', { title, n: people })}
          </Radio>
        ))}
        <Radio value="others">{t('conversations.same.others')}</Radio>
      </RadioGroup>
    </div>
  )
}

function Dropped({ preview }: { preview: ReadyItem['preview'] }) {
  const t = useText()
  const format = useFormat()
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
            {one.example && ` (${format.quoted(one.example)})`}
          </li>
        ))}
      </ul>
    </details>
  )
}
