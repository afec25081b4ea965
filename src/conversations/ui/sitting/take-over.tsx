import { useState } from 'react'
import {
  Button,
  Dialog,
  Notice,
  ProblemNotice,
  useFormat,
  useText,
  useWorkspace,
} from '../../../../web/kit/index.ts'
import { useTakeOver, type SittingShown } from './sitting-data.ts'

type Given = { sitting: SittingShown }

/** For who takes notes or leads the study: goes on with a conversation whose interviewer has dropped out. */
export function TakeOver({ sitting }: Given) {
  const t = useText()
  const { id: workspaceId } = useWorkspace()
  const take = useTakeOver()
  const [isAsking, ask] = useState(false)
  const { mine, state, endedAt, interviewer, sittingId, version } = sitting
  const isOpen = state === 'planned' || (state === 'held' && endedAt === null)
  if (!isOpen || (mine !== 'note-taker' && mine !== 'lead')) return null
  const save = async () => {
    await take.mutateAsync({ path: { workspaceId, sittingId }, body: { version } })
    ask(false)
  }
  return (
    <>
      <Button onPress={() => ask(true)}>{t('conversations.takeover')}</Button>
      {isAsking && (
        <Dialog
          title={t('conversations.takeover.question')}
          isOpen
          onClose={() => ask(false)}
          actions={
            <>
              <Button
                look="primary"
                isPending={take.isPending}
                onPress={() => void save().catch(() => undefined)}
              >
                {t('conversations.takeover')}
              </Button>
              <Button look="quiet" onPress={() => ask(false)}>
                {t('kit.cancel')}
              </Button>
            </>
          }
        >
          {take.error && <ProblemNotice problem={take.error} />}
          <p>
            {interviewer !== null && state === 'held'
              ? t('conversations.takeover.what', { name: interviewer.name })
              : t('conversations.takeover.nobody')}
          </p>
        </Dialog>
      )}
    </>
  )
}

/** Says to everybody in it who leads it now, and who did. */
export function HandedOver({ sitting }: Given) {
  const t = useText()
  const format = useFormat()
  const { handover, interviewer, mine, endedAt } = sitting
  if (handover === null || interviewer === null || endedAt !== null) return null
  const told = { from: handover.from, time: format.dateTime(handover.at), name: interviewer.name }
  return <Notice title={t(`conversations.takeover.${mine === 'interviewer' ? 'mine' : 'other'}`, told)} />
}
