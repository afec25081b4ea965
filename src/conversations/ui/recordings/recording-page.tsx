import {
  Button,
  EmptyState,
  Loaded,
  Notice,
  PageHeader,
  Skeleton,
  useFormat,
  useMay,
  usePageParams,
  usePageTitle,
  useText,
  useWorkspace,
} from '../../../../web/kit/index.ts'
import { Player } from './player.tsx'
import { StateBadge, whoOf } from './recordings-page.tsx'
import { useRecording, type RecordingShown } from './recordings-data.ts'
import { SpeakersPanel } from './speakers-panel.tsx'
import { TranscriptionPanel } from './transcription-panel.tsx'
import { recordingParts } from './recording-parts.ts'
import { Suspense } from 'react'

/** One recording: to listen to, to have written down, and to say who speaks in it. */
export function Page() {
  const { recordingId } = usePageParams('recordingId')
  const recording = useRecording(recordingId)
  return <Loaded query={recording}>{(data) => <OneRecording recording={data} />}</Loaded>
}

function OneRecording({ recording }: { recording: RecordingShown }) {
  const t = useText()
  const format = useFormat()
  const { id } = useWorkspace()
  const title = whoOf(recording) || t('conversations.sound.nobody')
  usePageTitle(title)
  const lead = [
    format.date(recording.happenedAt),
    ...(recording.name === null ? [] : [recording.name]),
    recording.deletedOn === null
      ? t('conversations.sound.goes.open')
      : t('conversations.sound.goes.on', { day: format.date(recording.deletedOn) }),
  ]
  return (
    <>
      <PageHeader
        title={title}
        lead={lead.join(' · ')}
        back={{
          href: `/w/${id}/studies/${recording.studyId}/recordings`,
          label: t('conversations.sound.title'),
        }}
        actions={
          recording.interviewId !== null && (
            <Button look="primary" href={`/w/${id}/interviews/${recording.interviewId}`}>
              {t('conversations.sound.read')}
            </Button>
          )
        }
      />
      <div className="mb-6">
        <StateBadge recording={recording} />
      </div>
      <Content recording={recording} />
    </>
  )
}

function Content({ recording }: { recording: RecordingShown }) {
  const t = useText()
  const { id } = useWorkspace()
  const mayRead = useMay('transcripts.read')
  const { state, audible, transcription, interviewId, studyId } = recording
  if (state === 'arriving')
    return (
      <EmptyState
        title={t('conversations.sound.arriving')}
        action={
          <Button href={`/w/${id}/studies/${studyId}/recordings`}>{t('conversations.sound.go.on')}</Button>
        }
      >
        {t('conversations.sound.unfinished.todo')}
      </EmptyState>
    )
  if (state === 'checking')
    return <Notice title={t('conversations.sound.checking')}>{t('conversations.sound.checking.why')}</Notice>
  if (state === 'damaged')
    return (
      <Notice look="error" title={t('conversations.sound.damaged')}>
        {t('conversations.sound.damaged.todo')}
      </Notice>
    )
  if (!audible)
    return (
      <Notice look="warning" title={t('conversations.sound.no.more')}>
        {t('conversations.sound.no.more.why')}
      </Notice>
    )
  if (!mayRead)
    return (
      <Notice title={t('conversations.sound.not.yours')}>{t('conversations.sound.not.yours.why')}</Notice>
    )
  if (interviewId === null && transcription?.state === 'done') return <SpeakersPanel recording={recording} />
  return (
    <>
      <Listening recording={recording} />
      {interviewId === null && <TranscriptionPanel recording={recording} />}
    </>
  )
}

/** The player, and beside it what rooms below do with stretches of sound. */
function Listening({ recording }: { recording: RecordingShown }) {
  const [part] = recordingParts()
  if (!part) return <Player recording={recording} />
  return (
    <Suspense fallback={<Skeleton lines={3} />}>
      <part.Part recording={recording} />
    </Suspense>
  )
}
