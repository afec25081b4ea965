import { useState } from 'react'
import {
  Button,
  Dialog,
  FileDrop,
  Loaded,
  PageHeader,
  Section,
  TextArea,
  TextField,
  usePageParams,
  useText,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { AddParticipant } from './add-participant.tsx'
import { AgreementSwitches, nothingAgreed } from './agreement-switches.tsx'
import { useParticipantChoices, useStudy, type StudyShown } from './conversations-data.ts'
import { MaterialCard } from './material-card.tsx'
import { useMaterialQueue } from './material-queue.ts'

/** Brings transcripts and tables of answers into a study: read, looked at, decided, kept. */
export function Page() {
  const t = useText()
  const { id } = useWorkspace()
  const { studyId } = usePageParams('studyId')
  const study = useStudy(studyId)
  return (
    <>
      <PageHeader
        title={t('conversations.import.title')}
        lead={t('conversations.import.lead')}
        back={{
          href: `/w/${id}/studies/${studyId}`,
          label: study.data?.title ?? t('conversations.study.title'),
        }}
      />
      <Loaded query={study}>{(data) => <Import study={data} />}</Loaded>
    </>
  )
}

const accepted = '.txt,.md,.vtt,.srt,.sbv,.docx,.odt,.pdf,.rtf,.html,.htm,.json,.csv,.tsv,.xlsx,.jsonl'

function Import({ study }: { study: StudyShown }) {
  const t = useText()
  const { id } = useWorkspace()
  const queue = useMaterialQueue(study)
  const participants = useParticipantChoices(study.studyId)
  const [isPasting, paste] = useState(false)
  const [isAdding, add] = useState(false)
  const [agreed, agree] = useState(nothingAgreed)
  const [isBusy, work] = useState(false)
  const ready = queue.items.filter((item) => item.state === 'ready')
  const isDone = queue.items.some((item) => item.state === 'brought' || item.state === 'known')
  return (
    <div className="max-w-3xl">
      <FileDrop
        label={t('conversations.drop')}
        description={t('conversations.drop.hint')}
        accept={accepted}
        many="many"
        onFiles={(files) => void queue.addFiles(files)}
      />
      <div className="mt-3 flex flex-wrap gap-2">
        <Button look="quiet" onPress={() => paste(true)}>
          {t('conversations.paste')}
        </Button>
        <Button look="quiet" icon="plus" onPress={() => add(true)}>
          {t('conversations.participant.add')}
        </Button>
      </div>
      <div className="mt-6 flex flex-col gap-6" aria-live="polite">
        {queue.items.map((item) => (
          <MaterialCard
            key={item.id}
            item={item}
            queue={queue}
            participants={participants.data?.items ?? []}
          />
        ))}
      </div>
      {ready.length > 0 && (
        <Section title={t('conversations.agreed.title')} lead={t('conversations.agreed.lead')}>
          <AgreementSwitches value={agreed} onChange={agree} />
          <div className="mt-6">
            <Button
              look="primary"
              isPending={isBusy}
              onPress={async () => {
                work(true)
                await queue.bringAll(agreed)
                work(false)
              }}
            >
              {t('conversations.bring', { n: ready.length })}
            </Button>
          </div>
        </Section>
      )}
      {isDone && ready.length === 0 && (
        <div className="mt-6">
          <Button look="primary" href={`/w/${id}/studies/${study.studyId}`}>
            {t('conversations.to.study')}
          </Button>
        </div>
      )}
      {isPasting && <Paste onClose={() => paste(false)} onText={(given) => void queue.addText(given)} />}
      {isAdding && <AddParticipant study={study} onClose={() => add(false)} />}
    </div>
  )
}

function Paste({
  onText,
  onClose,
}: {
  onText: (given: { name: string; text: string }) => void
  onClose: () => void
}) {
  const t = useText()
  const [name, call] = useState('')
  const [text, write] = useState('')
  return (
    <Dialog
      title={t('conversations.paste')}
      isOpen
      onClose={onClose}
      actions={
        <Button
          look="primary"
          isDisabled={text.trim() === ''}
          onPress={() => {
            onText({ name, text })
            onClose()
          }}
        >
          {t('kit.continue')}
        </Button>
      }
    >
      <TextField label={t('conversations.field.title')} value={name} onChange={call} />
      <TextArea
        label={t('conversations.paste.text')}
        description={t('conversations.paste.hint')}
        isRequired
        rows={10}
        value={text}
        onChange={write}
      />
    </Dialog>
  )
}
