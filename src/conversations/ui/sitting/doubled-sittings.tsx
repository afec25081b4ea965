import { useState } from 'react'
import {
  Button,
  Dialog,
  Link,
  Notice,
  ProblemNotice,
  useMay,
  useText,
  useToast,
  useWorkspace,
} from '../../../../web/kit/index.ts'
import { gathers } from '../../study-kinds.ts'
import { doubledIn, type Doubled } from './doubled.ts'
import { useKeepOne, useSittings, type SittingShown } from './sitting-data.ts'
import { useWhen } from './sitting-words.ts'

/** Who has two conversations to come, as where two profiles became one: which of them stays, in one act. */
export function DoubledSittings({ studyId }: { studyId: string }) {
  const mayWrite = useMay('studies.write')
  const all = doubledIn(useSittings(studyId).data?.items ?? [])
  const doubled = all.filter(({ sittings }) => mayWrite || sittings.every(isOwn))
  if (doubled.length === 0) return null
  return (
    <div className="mb-8 flex flex-col gap-4">
      {doubled.map((one) => (
        <OneDoubled key={one.participantId} doubled={one} />
      ))}
    </div>
  )
}

/** Whoever interviews or leads the study changes a conversation without planning studies. */
const isOwn = ({ mine }: SittingShown) => mine === 'interviewer' || mine === 'lead'

/** A gathering is held whoever comes, any other conversation as long as somebody is left. */
const goesOn = ({ kind, people }: SittingShown) => gathers(kind) || people.length > 1

function OneDoubled({ doubled }: { doubled: Doubled }) {
  const t = useText()
  const { id } = useWorkspace()
  const when = useWhen()
  const [keeping, keep] = useState<SittingShown>()
  const { name, sittings } = doubled
  return (
    <Notice look="warning" title={t('conversations.doubled', { name, n: sittings.length })}>
      <p>{t('conversations.doubled.todo')}</p>
      <ul className="mt-2 flex flex-col gap-2">
        {sittings.map((sitting) => (
          <li key={sitting.sittingId} className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <span>
              <Link href={`/w/${id}/sittings/${sitting.sittingId}`}>{when(sitting)}</Link>
              {sitting.interviewer !== null && ` · ${sitting.interviewer.name}`}
            </span>
            <Button onPress={() => keep(sitting)}>
              {t('conversations.doubled.keep')}
              <span className="sr-only"> {when(sitting)}</span>
            </Button>
          </li>
        ))}
      </ul>
      {keeping && <KeepDialog doubled={doubled} keeping={keeping} onClose={() => keep(undefined)} />}
    </Notice>
  )
}

function KeepDialog(props: { doubled: Doubled; keeping: SittingShown; onClose: () => void }) {
  const { doubled, keeping, onClose } = props
  const t = useText()
  const toast = useToast()
  const when = useWhen()
  const { id: workspaceId } = useWorkspace()
  const keepOne = useKeepOne()
  const { sittingId } = keeping
  const others = doubled.sittings.filter((sitting) => sitting.sittingId !== sittingId)
  return (
    <Dialog
      title={t('conversations.doubled.sure', { when: when(keeping) })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button
            look="primary"
            isPending={keepOne.isPending}
            onPress={() =>
              keepOne.mutate(
                { path: { workspaceId, sittingId }, body: { participantId: doubled.participantId } },
                {
                  onSuccess: () => {
                    toast({ text: t('conversations.doubled.done', { name: doubled.name }) })
                    onClose()
                  },
                },
              )
            }
          >
            {t('conversations.doubled.keep')}
          </Button>
          <Button look="quiet" onPress={onClose}>
            {t('kit.cancel')}
          </Button>
        </>
      }
    >
      {keepOne.error && <ProblemNotice problem={keepOne.error} />}
      <p>{t('conversations.doubled.off', { n: others.length })}</p>
      <ul className="list-disc pl-5">
        {others.map((sitting) => (
          <li key={sitting.sittingId}>
            {t(goesOn(sitting) ? 'conversations.doubled.off.goes-on' : 'conversations.doubled.off.called', {
              when: when(sitting),
              name: doubled.name,
            })}
          </li>
        ))}
      </ul>
      <p className="text-sm text-soft">{t('conversations.doubled.letter')}</p>
    </Dialog>
  )
}
