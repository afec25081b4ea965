import { Button, Dialog, Form, TextField, useText, useToast, useWorkspace } from '../../../web/kit/index.ts'
import { useDecide, type PseudonymShown } from './confidentiality-data.ts'

/** Another pseudonym for the same, everywhere. */
export function ChangeDialog(props: { studyId: string; item: PseudonymShown; onClose: () => void }) {
  const { studyId, item, onClose } = props
  const t = useText()
  const toast = useToast()
  const { id: workspaceId } = useWorkspace()
  const decide = useDecide()
  return (
    <Dialog title={t('confidentiality.change.title', { pseudonym: item.pseudonym })} isOpen onClose={onClose}>
      <Form
        problem={decide.error}
        onSubmit={async ({ pseudonym = '' }) => {
          const { pseudonymId, version } = item
          const decisions = [{ pseudonymId, version, state: 'accepted' as const, pseudonym }]
          await decide.mutateAsync({ path: { workspaceId, studyId }, body: { decisions } })
          toast({ text: t('confidentiality.change.done') })
          onClose()
        }}
      >
        <TextField
          name="pseudonym"
          label={t('confidentiality.pseudonym')}
          defaultValue={item.pseudonym}
          maxLength={100}
          isRequired
          autoFocus
        />
        <Button type="submit" look="primary" isPending={decide.isPending}>
          {t('kit.save')}
        </Button>
      </Form>
    </Dialog>
  )
}
