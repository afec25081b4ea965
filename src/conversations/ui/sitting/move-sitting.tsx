import { useState } from 'react'
import { Button, Dialog, ProblemNotice, useText, useToast, useWorkspace } from '../../../../web/kit/index.ts'
import { useStudy } from '../conversations-data.ts'
import { useMoveSitting, type SittingShown } from './sitting-data.ts'
import { SittingFields, localMinute, sentWhen } from './sitting-fields.tsx'

/** Moves a planned conversation, or gives it to somebody else. */
export function MoveSitting({ sitting, onClose }: { sitting: SittingShown; onClose: () => void }) {
  const t = useText()
  const toast = useToast()
  const { id: workspaceId } = useWorkspace()
  const study = useStudy(sitting.studyId).data
  const move = useMoveSitting()
  const [value, change] = useState({
    startsAt: localMinute(new Date(sitting.startsAt)),
    minutes: String(sitting.minutes),
    language: sitting.language,
    interviewerId: sitting.interviewer?.memberId ?? '',
  })
  const sent = sentWhen(value)
  const save = async () => {
    if (!sent) return
    const path = { workspaceId, sittingId: sitting.sittingId }
    await move.mutateAsync({ path, body: { ...sent, version: sitting.version } })
    toast({ text: t('conversations.saved') })
    onClose()
  }
  return (
    <Dialog
      title={t('conversations.sitting.move')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button
            look="primary"
            isDisabled={!sent}
            isPending={move.isPending}
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
      {move.error && <ProblemNotice problem={move.error} />}
      <SittingFields
        value={value}
        languages={study ? [study.language, ...study.languages] : [sitting.language]}
        onChange={change}
      />
    </Dialog>
  )
}
