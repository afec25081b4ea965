import { useState } from 'react'
import { Button, Dialog, Form, useText, useToast, useWorkspace } from '../../../web/kit/index.ts'
import { useRestore, useReveal, type PseudonymShown, type RevealedShown } from './confidentiality-data.ts'
import { ReasonForm } from './reason-form.tsx'

/** The privacy officer says why, and sees what stood there. It can be put back from here. */
export function RevealDialog(props: { studyId: string; item: PseudonymShown; onClose: () => void }) {
  const { studyId, item, onClose } = props
  const t = useText()
  const { id: workspaceId } = useWorkspace()
  const reveal = useReveal()
  const [shown, show] = useState<RevealedShown & { reason: string }>()
  return (
    <Dialog title={t('confidentiality.reveal.title', { pseudonym: item.pseudonym })} isOpen onClose={onClose}>
      {shown === undefined ? (
        <ReasonForm
          problem={reveal.error}
          isPending={reveal.isPending}
          onGive={async (reason) => {
            const path = { workspaceId, studyId, pseudonymId: item.pseudonymId }
            show({ ...(await reveal.mutateAsync({ path, body: { reason } })), reason })
          }}
        >
          {t('confidentiality.reveal')}
        </ReasonForm>
      ) : (
        <Shown studyId={studyId} item={item} shown={shown} onClose={onClose} />
      )}
    </Dialog>
  )
}

function Shown(props: {
  studyId: string
  item: PseudonymShown
  shown: RevealedShown & { reason: string }
  onClose: () => void
}) {
  const { studyId, item, shown, onClose } = props
  const t = useText()
  const toast = useToast()
  const { id: workspaceId } = useWorkspace()
  const restore = useRestore()
  return (
    <div className="flex flex-col gap-4">
      <p className="text-lg font-semibold">{shown.original}</p>
      <ul className="flex flex-col gap-2 text-sm">
        {shown.examples.map((example) => (
          <li key={`${example.utteranceId} ${example.before}`}>
            <span className="text-soft">{example.title}: </span>
            {example.before}
            <mark className="rounded-sm bg-accent-soft px-0.5 text-ink">{example.text}</mark>
            {example.after}
          </li>
        ))}
      </ul>
      <Form
        problem={restore.error}
        onSubmit={async () => {
          const { pseudonymId, version } = item
          const path = { workspaceId, studyId, pseudonymId }
          await restore.mutateAsync({ path, body: { version, reason: shown.reason } })
          toast({ text: t('confidentiality.restore.done') })
          onClose()
        }}
      >
        <p className="text-sm text-soft">{t('confidentiality.restore.hint')}</p>
        <Button type="submit" look="danger" isPending={restore.isPending}>
          {t('confidentiality.restore')}
        </Button>
      </Form>
    </div>
  )
}
