import { useState } from 'react'
import {
  Button,
  Dialog,
  ProblemNotice,
  Radio,
  RadioGroup,
  useText,
  useToast,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { AgreementSwitches, changesOf, nothingAgreed } from './agreement-switches.tsx'
import { useAddParticipant, type StudyShown } from './conversations-data.ts'
import { PersonSearch } from './person-search.tsx'
import { byPseudonym, isNameless } from './quoting-manner.tsx'

/** Adds somebody to a study: a person in the data, or somebody met elsewhere. */
export function AddParticipant({ study, onClose }: { study: StudyShown; onClose: () => void }) {
  const t = useText()
  const toast = useToast()
  const add = useAddParticipant()
  const { id: workspaceId } = useWorkspace()
  const [who, choose] = useState('known')
  const [person, find] = useState<{ personId: string; pseudonym: string }>()
  const [agreed, agree] = useState({ ...nothingAgreed, quoted: byPseudonym })
  const [hasTried, tryIt] = useState(false)
  const isReady = who === 'new' || person !== undefined
  const save = async () => {
    tryIt(true)
    if (agreed.quoting && isNameless(agreed.quoted)) return
    const agreements = changesOf({ before: nothingAgreed, after: agreed, language: study.language })
    await add.mutateAsync({
      path: { workspaceId, studyId: study.studyId },
      body: { agreements, ...(who === 'known' && person ? { personId: person.personId } : {}) },
    })
    toast({ text: t('conversations.participant.added') })
    onClose()
  }
  return (
    <Dialog
      title={t('conversations.participant.add')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button
            look="primary"
            isDisabled={!isReady}
            isPending={add.isPending}
            onPress={() => void save().catch(() => undefined)}
          >
            {t('kit.add')}
          </Button>
          <Button look="quiet" onPress={onClose}>
            {t('kit.cancel')}
          </Button>
        </>
      }
    >
      {add.error && <ProblemNotice problem={add.error} />}
      <RadioGroup label={t('conversations.who')} isRequired value={who} onChange={choose}>
        <Radio value="known">{t('conversations.who.known')}</Radio>
        <Radio value="new" description={t('conversations.who.new.hint')}>
          {t('conversations.who.new')}
        </Radio>
      </RadioGroup>
      {who === 'known' &&
        (person ? (
          <p className="flex items-center justify-between gap-3">
            <b className="font-medium">{person.pseudonym}</b>
            <Button look="quiet" onPress={() => find(undefined)}>
              {t('conversations.choose.other')}
            </Button>
          </p>
        ) : (
          <PersonSearch onChoose={async (found) => find(found)} />
        ))}
      <AgreementSwitches
        value={agreed}
        onChange={(next) => agree({ ...agreed, ...next })}
        ofOne={{ study, hasTried }}
      />
    </Dialog>
  )
}
