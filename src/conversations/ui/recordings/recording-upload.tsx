import { useState } from 'react'
import {
  Button,
  Checkbox,
  EmptyState,
  FileDrop,
  Loaded,
  Notice,
  ProblemNotice,
  Progress,
  Select,
  TextField,
  locales,
  useFormat,
  useGo,
  useText,
  useWorkspace,
} from '../../../../web/kit/index.ts'
import {
  useParticipantChoices,
  useInterviews,
  type ParticipantShown,
  type StudyShown,
} from '../conversations-data.ts'
import { useRecordingUpload } from './use-recording-upload.ts'

const someParticipants = 'participants'
const accepted = 'audio/*,video/*,.m4a,.mp3,.wav,.ogg,.opus,.flac,.webm,.mp4,.mov,.mkv,.amr,.3gp,.wma,.avi'

/** Who is heard, when it was, and the file: in that order, because without agreement nothing is sent. */
export function RecordingUpload({ study }: { study: StudyShown }) {
  const participants = useParticipantChoices(study.studyId)
  return <Loaded query={participants}>{({ items }) => <Upload study={study} participants={items} />}</Loaded>
}

function Upload({ study, participants }: { study: StudyShown; participants: ParticipantShown[] }) {
  const t = useText()
  const go = useGo()
  const format = useFormat()
  const { id } = useWorkspace()
  const { current, send, unfinished } = useRecordingUpload(study.studyId)
  const [facts, setFacts] = useState(() => ({
    of: someParticipants,
    chosen: new Set<string>(),
    day: new Date().toLocaleDateString('sv-SE'),
    language: study.language,
  }))
  const agreed = participants.filter(({ recording }) => recording === 'given')
  if (agreed.length === 0)
    return (
      <EmptyState
        title={t('conversations.sound.nobody.agreed')}
        action={
          <Button href={`/w/${id}/studies/${study.studyId}`}>
            {t('conversations.sound.to.participants')}
          </Button>
        }
      >
        {t('conversations.sound.nobody.agreed.todo')}
      </EmptyState>
    )
  if (current.state === 'sending')
    return (
      <Progress
        label={t('conversations.sound.sending', { name: current.name })}
        share={current.total === 0 ? 0 : current.sent / current.total}
        onCancel={current.stop}
      >
        {t('conversations.sound.sent', {
          sent: format.bytes(current.sent),
          total: format.bytes(current.total),
        })}
      </Progress>
    )
  const isOfInterview = facts.of !== someParticipants
  const isReady = isOfInterview || facts.chosen.size > 0
  const take = async (file: File | undefined) => {
    if (!file) return
    const recordingId = await send(file, {
      heard: isOfInterview ? { interviewId: facts.of } : { participantIds: [...facts.chosen] },
      language: facts.language,
      happenedAt: new Date(`${facts.day}T12:00:00Z`).toISOString(),
    })
    if (recordingId !== undefined) go(`/w/${id}/recordings/${recordingId}`)
  }
  return (
    <div className="flex max-w-3xl flex-col gap-6">
      {current.state === 'failed' && <ProblemNotice problem={current.problem} />}
      {unfinished && (
        <Notice title={t('conversations.sound.unfinished', { name: unfinished.name })}>
          {t('conversations.sound.unfinished.todo')}
        </Notice>
      )}
      <div className="grid gap-4 md:grid-cols-3">
        <OfWhat studyId={study.studyId} value={facts.of} onChange={(of) => setFacts({ ...facts, of })} />
        <TextField
          type="date"
          isRequired
          label={t('conversations.field.date')}
          value={facts.day}
          onChange={(day) => setFacts({ ...facts, day })}
        />
        <Select
          label={t('conversations.field.language')}
          isRequired
          options={locales.map((locale) => ({ id: locale, label: format.language(locale) }))}
          value={facts.language}
          onChange={(language) =>
            setFacts({ ...facts, language: locales.find((locale) => locale === language) ?? facts.language })
          }
        />
      </div>
      {!isOfInterview && (
        <Choices
          agreed={agreed}
          chosen={facts.chosen}
          others={participants.length - agreed.length}
          onChange={(chosen) => setFacts({ ...facts, chosen })}
        />
      )}
      {isReady ? (
        <FileDrop
          label={t('conversations.sound.drop')}
          description={t('conversations.sound.drop.hint')}
          accept={accepted}
          onFiles={([file]) => void take(file)}
        />
      ) : (
        <p className="text-sm text-soft">{t('conversations.sound.choose.first')}</p>
      )}
    </div>
  )
}

function OfWhat({
  studyId,
  value,
  onChange,
}: {
  studyId: string
  value: string
  onChange: (of: string) => void
}) {
  const t = useText()
  const { query } = useInterviews(studyId)
  return (
    <Select
      label={t('conversations.sound.of')}
      isRequired
      options={[
        { id: someParticipants, label: t('conversations.sound.of.participants') },
        ...(query.data?.items ?? []).map(({ interviewId, title }) => ({ id: interviewId, label: title })),
      ]}
      value={value}
      onChange={onChange}
    />
  )
}

function Choices(props: {
  agreed: readonly ParticipantShown[]
  chosen: ReadonlySet<string>
  others: number
  onChange: (chosen: Set<string>) => void
}) {
  const t = useText()
  const { agreed, chosen, others, onChange } = props
  return (
    <fieldset>
      <legend className="text-sm font-medium">{t('conversations.sound.heard')}</legend>
      <div className="mt-1 flex max-h-64 flex-wrap gap-x-6 overflow-y-auto">
        {agreed.map(({ participantId, pseudonym }) => (
          <Checkbox
            key={participantId}
            isSelected={chosen.has(participantId)}
            onChange={(isIn) => {
              const next = new Set(chosen)
              if (isIn) next.add(participantId)
              else next.delete(participantId)
              onChange(next)
            }}
          >
            {pseudonym}
          </Checkbox>
        ))}
      </div>
      {others > 0 && <p className="text-sm text-soft">{t('conversations.sound.others', { n: others })}</p>}
    </fieldset>
  )
}
