import { Suspense, useState } from 'react'
import {
  Button,
  Dialog,
  ProblemNotice,
  Skeleton,
  useMay,
  useText,
  useToast,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { AgreementSwitches, changesOf, nothingAgreed } from './agreement-switches.tsx'
import {
  useLinkParticipant,
  useRecordAgreements,
  type ParticipantShown,
  type StudyShown,
} from './conversations-data.ts'
import { participantParts } from './participant-parts.ts'
import { PersonSearch } from './person-search.tsx'
import { isNameless, quotedNow } from './quoting-manner.tsx'

/** What a participant agrees to, and who of the data they are. */
export function AgreementsDialog(props: {
  participant: ParticipantShown
  study: Pick<StudyShown, 'language' | 'quotesByName'>
  onClose: () => void
}) {
  const { participant, study, onClose } = props
  const t = useText()
  const toast = useToast()
  const record = useRecordAgreements()
  const link = useLinkParticipant()
  const { id: workspaceId } = useWorkspace()
  const before = {
    ...nothingAgreed,
    recording: participant.recording === 'given',
    conversation_analysis: participant.conversation_analysis === 'may',
    quoting: participant.quoting === 'may',
    quoted: quotedNow(participant, study),
  }
  const [agreed, agree] = useState(before)
  const [hasTried, tryIt] = useState(false)
  const path = { workspaceId, participantId: participant.participantId }
  const agreements = changesOf({ before, after: agreed, language: study.language })
  const save = async () => {
    tryIt(true)
    if (agreed.quoting && isNameless(agreed.quoted)) return
    if (agreements.length > 0) await record.mutateAsync({ path, body: { agreements } })
    toast({ text: t('conversations.saved') })
    onClose()
  }
  return (
    <Dialog
      title={participant.pseudonym}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button
            look="primary"
            isPending={record.isPending}
            onPress={() => void save().catch(() => undefined)}
          >
            {t('kit.save')}
          </Button>
          <Button look="quiet" onPress={onClose}>
            {t('kit.cancel')}
          </Button>
        </>
      }
    >
      {record.error && <ProblemNotice problem={record.error} />}
      <AgreementSwitches
        value={agreed}
        onChange={(next) => agree({ ...agreed, ...next })}
        ofOne={{ study, hasTried }}
      />
      {!participant.inData && (
        <div className="border-t border-line pt-4">
          <h3 className="mb-2 font-medium">{t('conversations.link')}</h3>
          {link.error && <ProblemNotice problem={link.error} />}
          <PersonSearch
            onChoose={async ({ personId }) => {
              await link.mutateAsync({ path, body: { personId } })
              toast({ text: t('conversations.linked') })
              onClose()
            }}
          />
        </div>
      )}
      {participantParts().map((part) => (
        <ContributedPart key={part.id} part={part} participantId={participant.participantId} />
      ))}
    </Dialog>
  )
}

type Contributed = { part: ReturnType<typeof participantParts>[number]; participantId: string }

function ContributedPart({ part: { title, permission, Part }, participantId }: Contributed) {
  const t = useText()
  const may = useMay(permission ?? 'studies.read')
  if (!may) return null
  return (
    <section className="border-t border-line pt-4">
      <h3 className="mb-1 font-medium">{t(title)}</h3>
      <Suspense fallback={<Skeleton lines={3} />}>
        <Part participantId={participantId} />
      </Suspense>
    </section>
  )
}
