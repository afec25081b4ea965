import { useEffect, useRef, useState } from 'react'
import {
  Button,
  Dialog,
  Loaded,
  ProblemNotice,
  Radio,
  RadioGroup,
  TextField,
  useText,
} from '../../../web/kit/index.ts'
import { useStudyParticipants, type TranscriptShown } from './coding-data.ts'
import { speakerName, speakerOptions, type SpeakerMeant, type SpeakerOption } from './speaker-options.ts'
import type { TurnEdits, TurnQuestion } from './use-turn-edits.ts'

type WhoProps = { interview: TranscriptShown; edits: TurnEdits; question: TurnQuestion }

/** Asks who says the second part of a turn that is split, or who said the turns that are chosen. */
export function WhoDialog({ interview, edits, question }: WhoProps) {
  const t = useText()
  const participants = useStudyParticipants(interview.studyId)
  return (
    <Dialog
      title={t(question.about === 'split' ? 'coding.turns.split.title' : 'coding.turns.who.title')}
      isOpen
      onClose={edits.close}
    >
      {edits.refusal && <ProblemNotice problem={edits.refusal} />}
      <Loaded query={participants}>
        {({ items }) => (
          <Answer
            interview={interview}
            edits={edits}
            question={question}
            options={speakerOptions(t, { interview, participants: items })}
          />
        )}
      </Loaded>
    </Dialog>
  )
}

type AnswerProps = WhoProps & { options: readonly SpeakerOption[] }

function Answer({ interview, edits, question, options }: AnswerProps) {
  const t = useText()
  const [key, choose] = useState(() => likely(interview, question) ?? options[0]?.key ?? '')
  const [name, write] = useState('')
  const [scope, widen] = useState<'these' | 'all'>('these')
  const option = options.find((one) => one.key === key)
  const meant: SpeakerMeant | undefined =
    option?.role === undefined
      ? option?.meant
      : name.trim() === ''
        ? undefined
        : { role: option.role, name: name.trim() }
  const form = useRef<HTMLFormElement>(null)
  // The cursor begins at the likely speaker, so that Enter is enough.
  useEffect(() => form.current?.querySelector<HTMLInputElement>('input:checked')?.focus(), [])
  const send = async () => {
    if (!meant) return
    await (
      question.about === 'split'
        ? edits.split(question, meant)
        : edits.assign(turnsMeant(interview, question.utteranceIds, scope), meant)
    ).then(edits.close, () => undefined)
  }
  return (
    <form
      ref={form}
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      {question.about === 'split' && (
        <p className="text-sm text-soft">
          {t('coding.turns.split.from')} <q className="font-quote text-ink">{question.words}</q>
        </p>
      )}
      <div className="-mx-2 max-h-[45dvh] overflow-y-auto px-2">
        <RadioGroup label={t('coding.turns.who.speaker')} value={key} onChange={choose} isRequired>
          {options.map((one) => (
            <Radio
              key={one.key}
              value={one.key}
              description={one.isWithheld && one.key === key ? t('coding.turns.who.withheld') : undefined}
            >
              {one.label}
            </Radio>
          ))}
        </RadioGroup>
      </div>
      {option?.role !== undefined && (
        <TextField label={t('coding.turns.who.name')} value={name} onChange={write} isRequired />
      )}
      {question.about === 'who' && (
        <Which interview={interview} ids={question.utteranceIds} scope={scope} onChange={widen} />
      )}
      <Button type="submit" look="primary" isDisabled={meant === undefined} isPending={edits.isBusy}>
        {t(question.about === 'split' ? 'coding.turns.split.send' : 'kit.save')}
      </Button>
    </form>
  )
}

type WhichProps = {
  interview: TranscriptShown
  ids: readonly string[]
  scope: 'these' | 'all'
  onChange: (scope: 'these' | 'all') => void
}

/** These turns, or all of the one who says the first of them. */
function Which({ interview, ids, scope, onChange }: WhichProps) {
  const t = useText()
  const from = interview.utterances.find(({ utteranceId }) => utteranceId === ids[0])?.speakerId
  const speaker = interview.speakers.find(({ speakerId }) => speakerId === from)
  const all = interview.utterances.filter(({ speakerId }) => speakerId === from).length
  if (!speaker) return null
  return (
    <RadioGroup
      label={t('coding.turns.who.which')}
      isRequired
      value={scope}
      onChange={(value) => onChange(value === 'all' ? 'all' : 'these')}
    >
      <Radio value="these">{t('coding.turns.who.these', { n: ids.length })}</Radio>
      <Radio value="all">{t('coding.turns.who.all', { n: all, speaker: speakerName(t, speaker) })}</Radio>
    </RadioGroup>
  )
}

/** The speaker of the turn that follows, who most often is the one whose words ran into it; else anybody but who says it now. */
function likely({ utterances, speakers }: TranscriptShown, question: TurnQuestion): string | undefined {
  const id = question.about === 'split' ? question.utteranceId : question.utteranceIds[0]
  const at = utterances.findIndex(({ utteranceId }) => utteranceId === id)
  const now = utterances[at]?.speakerId
  const next = utterances.slice(at + 1).find(({ speakerId }) => speakerId !== now)?.speakerId
  return next ?? speakers.find(({ speakerId }) => speakerId !== now)?.speakerId
}

function turnsMeant(
  { utterances }: TranscriptShown,
  ids: readonly string[],
  scope: 'these' | 'all',
): Map<string, string[] | undefined> {
  const meant = new Map<string, string[] | undefined>()
  for (const { utteranceId, speakerId } of utterances) {
    if (!ids.includes(utteranceId)) continue
    if (scope === 'all') return new Map([[speakerId, undefined]])
    meant.set(speakerId, [...(meant.get(speakerId) ?? []), utteranceId])
  }
  return meant
}
