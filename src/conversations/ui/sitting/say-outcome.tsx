import { useState } from 'react'
import { Button, Dialog, ProblemNotice, useText, useToast, useWorkspace } from '../../../../web/kit/index.ts'
import { useSayOutcome, type SittingShown } from './sitting-data.ts'
import { useNow } from './use-now.ts'

/** Calls a planned conversation off, or says that nobody came: asked once more, because both write letters that nobody can call back. */
export function SayOutcome({ sitting }: { sitting: SittingShown }) {
  const t = useText()
  const [asking, ask] = useState<'missed' | 'cancelled'>()
  const hasBegun = useNow(15_000) >= Date.parse(sitting.startsAt)
  return (
    <>
      {hasBegun && (
        <Button look="quiet" onPress={() => ask('missed')}>
          {t('conversations.sitting.missed')}
        </Button>
      )}
      <Button look="quiet" onPress={() => ask('cancelled')}>
        {t('conversations.sitting.cancel')}
      </Button>
      {asking && <Sure sitting={sitting} outcome={asking} onClose={() => ask(undefined)} />}
    </>
  )
}

function Sure(given: { sitting: SittingShown; outcome: 'missed' | 'cancelled'; onClose: () => void }) {
  const { sitting, outcome, onClose } = given
  const t = useText()
  const toast = useToast()
  const { id: workspaceId } = useWorkspace()
  const say = useSayOutcome()
  const save = async () => {
    const path = { workspaceId, sittingId: sitting.sittingId }
    await say.mutateAsync({ path, body: { version: sitting.version, outcome } })
    toast({ text: t(`conversations.sitting.${outcome}.done`) })
    onClose()
  }
  return (
    <Dialog
      title={t(`conversations.sitting.${outcome}.sure`)}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button look="danger" isPending={say.isPending} onPress={() => void save().catch(() => undefined)}>
            {t(outcome === 'missed' ? 'conversations.sitting.missed' : 'conversations.sitting.cancel')}
          </Button>
          <Button look="quiet" onPress={onClose}>
            {t('kit.cancel')}
          </Button>
        </>
      }
    >
      {say.error && <ProblemNotice problem={say.error} />}
      <p>{t(`conversations.sitting.${outcome}.sure.todo`)}</p>
    </Dialog>
  )
}
