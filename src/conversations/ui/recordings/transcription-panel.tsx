import {
  Button,
  Loaded,
  Notice,
  ProblemNotice,
  Progress,
  Section,
  useFormat,
  useMay,
  useText,
  useWorkspace,
} from '../../../../web/kit/index.ts'
import {
  useAskForTranscript,
  useCancelTranscription,
  useStudyRecordings,
  type RecordingShown,
  type StudyRecordings,
} from './recordings-data.ts'

type Transcription = NonNullable<RecordingShown['transcription']>

/** Has a recording written down: where it goes is said before, and a press of a member sends it. */
export function TranscriptionPanel({ recording }: { recording: RecordingShown }) {
  const t = useText()
  const study = useStudyRecordings(recording.studyId)
  return (
    <Section title={t('conversations.sound.words')} lead={t('conversations.sound.words.lead')}>
      <Loaded query={study}>
        {({ transcriber }) => <Panel recording={recording} transcriber={transcriber} />}
      </Loaded>
    </Section>
  )
}

function Panel({
  recording,
  transcriber,
}: {
  recording: RecordingShown
  transcriber: StudyRecordings['transcriber']
}) {
  const t = useText()
  const { id } = useWorkspace()
  const { transcription } = recording
  const bringIn = (
    <Button href={`/w/${id}/studies/${recording.studyId}/import`}>{t('conversations.sound.bring')}</Button>
  )
  if (transcription !== null && isUnderWay(transcription))
    return <UnderWay recording={recording} transcription={transcription} />
  if (transcriber === null)
    return (
      <Notice title={t('conversations.sound.off')} action={bringIn}>
        {t('conversations.sound.off.why')}
      </Notice>
    )
  return (
    <div className="flex max-w-2xl flex-col gap-4">
      {transcription?.state === 'failed' && <Failed transcription={transcription} />}
      {transcription?.state === 'cancelled' && <Notice title={t('conversations.sound.stopped')} />}
      <Offer recording={recording} transcriber={transcriber} />
      <div>{bringIn}</div>
    </div>
  )
}

const isUnderWay = ({ state }: Transcription) => ['queued', 'sending', 'listening', 'waiting'].includes(state)

function Offer({
  recording,
  transcriber,
}: {
  recording: RecordingShown
  transcriber: NonNullable<StudyRecordings['transcriber']>
}) {
  const t = useText()
  const format = useFormat()
  const { id: workspaceId } = useWorkspace()
  const ask = useAskForTranscript()
  const mayWrite = useMay('studies.write')
  const { host, model, largest } = transcriber
  if (recording.size > largest)
    return (
      <Notice
        look="warning"
        title={t('conversations.sound.too.large', { host, largest: format.bytes(largest) })}
      >
        {t('conversations.sound.too.large.todo', { size: format.bytes(recording.size) })}
      </Notice>
    )
  return (
    <>
      {ask.error && <ProblemNotice problem={ask.error} />}
      <Notice
        title={t('conversations.sound.goes.to', { host })}
        action={
          mayWrite && (
            <Button
              look="primary"
              isPending={ask.isPending}
              onPress={() =>
                ask.mutate({ path: { workspaceId, recordingId: recording.recordingId }, body: { host } })
              }
            >
              {t('conversations.sound.send', { host })}
            </Button>
          )
        }
      >
        {t('conversations.sound.goes.to.what', { size: format.bytes(recording.size), host, model })}
      </Notice>
    </>
  )
}

function UnderWay({ recording, transcription }: { recording: RecordingShown; transcription: Transcription }) {
  const t = useText()
  const format = useFormat()
  const { id: workspaceId } = useWorkspace()
  const cancel = useCancelTranscription()
  const { state, sent, host, nextAt } = transcription
  const path = { workspaceId, recordingId: recording.recordingId }
  return (
    <Progress
      label={t(`conversations.sound.writing.${state}`, { host })}
      {...(state === 'sending' ? { share: Math.min(1, sent / recording.size) } : {})}
      onCancel={() => cancel.mutate({ path })}
    >
      {state === 'sending' &&
        t('conversations.sound.sent', { sent: format.bytes(sent), total: format.bytes(recording.size) })}
      {state === 'listening' && t('conversations.sound.patience')}
      {state === 'waiting' &&
        `${troubleIn(t, transcription)} ${nextAt === null ? '' : t('conversations.sound.again', { at: format.dateTime(nextAt) })}`}
    </Progress>
  )
}

function Failed({ transcription }: { transcription: Transcription }) {
  const t = useText()
  return (
    <Notice look="error" title={t('conversations.sound.failed')}>
      {`${troubleIn(t, transcription)} ${t(`conversations.sound.todo.${keyOf(transcription)}`)}`}
    </Notice>
  )
}

/** What happened, with what the service answered where it did. */
function troubleIn(t: ReturnType<typeof useText>, transcription: Transcription): string {
  const { status } = transcription
  const why = t(`conversations.sound.why.${keyOf(transcription)}`)
  return status === null ? why : `${why} ${t('conversations.sound.status', { status: String(status) })}`
}

const keyOf = ({ why }: Transcription) => (why ?? 'unreachable').replaceAll(' ', '-')
