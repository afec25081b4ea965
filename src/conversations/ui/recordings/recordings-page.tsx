import { useState } from 'react'
import {
  Badge,
  Button,
  ConfirmByTyping,
  EmptyState,
  IconButton,
  Loaded,
  PageHeader,
  Section,
  Table,
  useFormat,
  useMay,
  usePageParams,
  useText,
  useToast,
  useWorkspace,
  type BadgeLook,
} from '../../../../web/kit/index.ts'
import { useStudy, type StudyShown } from '../conversations-data.ts'
import { RecordingUpload } from './recording-upload.tsx'
import {
  useDeleteRecording,
  useStudyRecordings,
  type RecordingShown,
  type StudyRecordings,
} from './recordings-data.ts'
import { RuleForm } from './rule-form.tsx'
import { clockTime } from './clock-time.ts'

/** The recordings of a study: brought in here, kept as long as the study says, and what is gone. */
export function Page() {
  const t = useText()
  const { id } = useWorkspace()
  const { studyId } = usePageParams('studyId')
  const study = useStudy(studyId)
  const recordings = useStudyRecordings(studyId)
  return (
    <>
      <PageHeader
        title={t('conversations.sound.title')}
        lead={t('conversations.sound.lead')}
        back={{
          href: `/w/${id}/studies/${studyId}`,
          label: study.data?.title ?? t('conversations.study.title'),
        }}
      />
      <Loaded query={study}>
        {(data) => <Loaded query={recordings}>{(found) => <Recordings study={data} found={found} />}</Loaded>}
      </Loaded>
    </>
  )
}

function Recordings({ study, found }: { study: StudyShown; found: StudyRecordings }) {
  const t = useText()
  const mayWrite = useMay('studies.write')
  return (
    <>
      {mayWrite && <RecordingUpload study={study} />}
      <Section title={t('conversations.sound.here')}>
        <RecordingTable recordings={found.recordings} />
      </Section>
      <Section title={t('conversations.sound.rule')} lead={t('conversations.sound.rule.lead')}>
        <RuleForm studyId={study.studyId} rule={found.rule} />
      </Section>
      {found.receipts.length > 0 && <Gone receipts={found.receipts} />}
    </>
  )
}

function RecordingTable({ recordings }: { recordings: RecordingShown[] }) {
  const t = useText()
  const { id } = useWorkspace()
  const mayWrite = useMay('studies.write')
  const [removing, remove] = useState<RecordingShown>()
  const columns = useColumns()
  const removal = {
    key: 'remove',
    title: <span className="sr-only">{t('kit.delete')}</span>,
    align: 'end' as const,
    cell: (recording: RecordingShown) => (
      <IconButton
        icon="close"
        label={t('conversations.sound.delete.of', { who: whoOf(recording) })}
        onPress={() => remove(recording)}
      />
    ),
  }
  return (
    <>
      <Table
        label={t('conversations.sound.title')}
        rows={recordings}
        rowKey={(recording) => recording.recordingId}
        rowHref={(recording) => `/w/${id}/recordings/${recording.recordingId}`}
        columns={mayWrite ? [...columns, removal] : columns}
        empty={
          <EmptyState title={t('conversations.sound.empty')}>
            {t('conversations.sound.empty.todo')}
          </EmptyState>
        }
      />
      {removing && <Removal recording={removing} onClose={() => remove(undefined)} />}
    </>
  )
}

export const whoOf = ({ heard }: RecordingShown) => heard.map(({ pseudonym }) => pseudonym).join(', ')

function useColumns() {
  const t = useText()
  const format = useFormat()
  return [
    {
      key: 'who',
      title: t('conversations.sound.heard'),
      isRowHeader: true,
      cell: (recording: RecordingShown) => whoOf(recording) || t('conversations.sound.nobody'),
    },
    {
      key: 'state',
      title: t('conversations.sound.state'),
      cell: (recording: RecordingShown) => <StateBadge recording={recording} />,
    },
    {
      key: 'when',
      title: t('conversations.when'),
      isWideOnly: true,
      cell: ({ happenedAt }: RecordingShown) => format.date(happenedAt),
    },
    {
      key: 'length',
      title: t('conversations.sound.length'),
      isWideOnly: true,
      cell: ({ durationMs, size }: RecordingShown) =>
        durationMs === null ? format.bytes(size) : `${clockTime(durationMs)} · ${format.bytes(size)}`,
    },
    {
      key: 'until',
      title: t('conversations.sound.goes'),
      isWideOnly: true,
      cell: ({ deletedOn }: RecordingShown) =>
        deletedOn === null ? t('conversations.sound.goes.open') : format.date(deletedOn),
    },
  ]
}

/** How far a recording is, in two words. */
export function StateBadge({ recording }: { recording: RecordingShown }) {
  const t = useText()
  const [look, state] = stateOf(recording)
  return <Badge look={look}>{t(`conversations.sound.state.${state}`)}</Badge>
}

function stateOf({ state, audible, transcription, interviewId }: RecordingShown): [BadgeLook, string] {
  if (state === 'arriving') return ['warning', 'arriving']
  if (state === 'checking') return ['neutral', 'checking']
  if (state === 'damaged') return ['danger', 'damaged']
  if (!audible) return ['danger', 'locked']
  if (interviewId !== null) return ['good', 'words']
  if (transcription?.state === 'done') return ['accent', 'speakers']
  if (transcription?.state === 'failed') return ['danger', 'failed']
  if (transcription !== null && transcription.state !== 'cancelled') return ['accent', 'writing']
  return ['good', 'ready']
}

function Removal({ recording, onClose }: { recording: RecordingShown; onClose: () => void }) {
  const t = useText()
  const toast = useToast()
  const remove = useDeleteRecording()
  const { id: workspaceId } = useWorkspace()
  return (
    <ConfirmByTyping
      title={t('conversations.sound.delete.of', { who: whoOf(recording) })}
      word={t('conversations.sound.delete.word')}
      confirmLabel={t('kit.delete')}
      isOpen
      onClose={onClose}
      isPending={remove.isPending}
      problem={remove.error}
      onConfirm={async () => {
        await remove.mutateAsync({ path: { workspaceId, recordingId: recording.recordingId } })
        toast({ text: t('conversations.sound.deleted') })
        onClose()
      }}
    >
      {t('conversations.sound.delete.what')}
    </ConfirmByTyping>
  )
}

function Gone({ receipts }: { receipts: StudyRecordings['receipts'] }) {
  const t = useText()
  const format = useFormat()
  const [isOpen, open] = useState(false)
  const shown = isOpen ? receipts : receipts.slice(0, 5)
  return (
    <Section title={t('conversations.sound.gone')} lead={t('conversations.sound.gone.lead')}>
      <ul className="flex flex-col gap-1 text-sm">
        {shown.map((receipt) => (
          <li key={receipt.recordingId} className="flex flex-wrap gap-x-3">
            <span className="tabular-nums">{format.dateTime(receipt.goneAt)}</span>
            <span className="text-soft">
              {t(`conversations.sound.gone.${receipt.why.replaceAll(' ', '-')}`)} ·{' '}
              {format.bytes(receipt.size)}
            </span>
          </li>
        ))}
      </ul>
      {receipts.length > shown.length && (
        <div className="mt-3">
          <Button look="quiet" onPress={() => open(true)}>
            {t('conversations.sound.gone.all', { n: receipts.length })}
          </Button>
        </div>
      )}
    </Section>
  )
}
