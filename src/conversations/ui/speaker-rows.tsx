import { Badge, Button, DataNumber, Notice, Select, useFormat, useText } from '../../../web/kit/index.ts'
import type { ParticipantShown } from './conversations-data.ts'
import type { Decisions, ReadyItem } from './material-queue.ts'

type SpeakerRowsProps = {
  item: ReadyItem
  participants: readonly ParticipantShown[]
  onDecide: (change: Partial<Decisions>) => void
}

const roleIds = ['participant', 'interviewer', 'other', 'text'] as const

/** Who speaks how much, the part each is guessed to have, and who a participant is. */
export function SpeakerRows({ item, participants, onDecide }: SpeakerRowsProps) {
  const t = useText()
  const { preview, decisions } = item
  const replaced = <T,>(list: readonly T[], at: number, value: T) =>
    list.map((known, index) => (index === at ? value : known))
  const people = [
    { id: 'new', label: t('conversations.who.new') },
    ...participants.map((participant) => ({ id: participant.participantId, label: participant.pseudonym })),
  ]
  return (
    <>
      <DoubtfulLabels item={item} onDecide={onDecide} />
      <ul className="flex flex-col divide-y divide-line border-y border-line">
        {preview.speakers.map((speaker, at) => {
          const name = speaker.name ?? t('conversations.speaker.unnamed')
          const role = decisions.roles[at] ?? speaker.role
          return (
            <li key={speaker.name ?? ' nobody'} className="flex flex-col gap-3 py-4">
              <div className="flex flex-wrap items-baseline justify-between gap-x-4">
                <b className="min-w-0 font-medium break-words">{name}</b>
                <span className="text-sm text-soft">
                  {t('conversations.speaker.says', { turns: speaker.utterances })} ·{' '}
                  <DataNumber value={speaker.words} /> {t('conversations.words.unit', { n: speaker.words })}
                </span>
              </div>
              <p className="line-clamp-2 text-sm text-soft">{speaker.sample}</p>
              <div className="grid gap-3 md:grid-cols-2">
                <Select
                  label={t('conversations.role.of', { name })}
                  isRequired
                  description={<Badge>{t(`conversations.why.${speaker.why}`)}</Badge>}
                  // Without a label there is none that could be text.
                  options={roleIds
                    .filter((id) => id !== 'text' || speaker.name !== null)
                    .map((id) => ({ id, label: t(`conversations.role.${id}`) }))}
                  value={role}
                  onChange={(id) =>
                    onDecide({
                      roles: replaced(decisions.roles, at, roleIds.find((known) => known === id) ?? role),
                    })
                  }
                />
                {role === 'participant' && (
                  <Select
                    label={t('conversations.who.of', { name })}
                    isRequired
                    options={people}
                    value={decisions.who[at] ?? 'new'}
                    onChange={(id) => onDecide({ who: replaced(decisions.who, at, id) })}
                  />
                )}
              </div>
            </li>
          )
        })}
      </ul>
    </>
  )
}

/** Labels that may begin a remark and name nobody: one press makes them words of the turn they stand in, another takes that back. */
function DoubtfulLabels({ item, onDecide }: Pick<SpeakerRowsProps, 'item' | 'onDecide'>) {
  const t = useText()
  const format = useFormat()
  const { preview, decisions } = item
  const doubtful = preview.speakers.filter(({ isDoubtful }) => isDoubtful)
  if (doubtful.length === 0) return null
  const isText = preview.speakers.every(({ isDoubtful }, at) => !isDoubtful || decisions.roles[at] === 'text')
  const decide = () =>
    onDecide({
      roles: preview.speakers.map(({ isDoubtful, role }, at) =>
        isDoubtful ? (isText ? role : 'text') : (decisions.roles[at] ?? role),
      ),
    })
  return (
    <Notice
      look={isText ? 'info' : 'warning'}
      title={t(isText ? 'conversations.doubtful.done' : 'conversations.doubtful', { n: doubtful.length })}
      action={
        <Button onPress={decide}>
          {t(isText ? 'conversations.doubtful.back' : 'conversations.doubtful.text')}
        </Button>
      }
    >
      {doubtful.map(({ name }) => format.quoted(name ?? '')).join(', ')}. {t('conversations.doubtful.why')}
    </Notice>
  )
}
