import { Button, Dialog, Form, TextArea, useText, useToast, useWorkspace } from '../../../web/kit/index.ts'
import { useTakeKey } from './confidentiality-data.ts'

/** What every pseudonym of the study stands for, as a file, for a reason. */
export function KeyDialog({ studyId, onClose }: { studyId: string; onClose: () => void }) {
  const t = useText()
  const toast = useToast()
  const { id: workspaceId } = useWorkspace()
  const take = useTakeKey()
  return (
    <Dialog title={t('confidentiality.key')} isOpen onClose={onClose}>
      <p className="max-w-prose text-soft">{t('confidentiality.key.lead')}</p>
      <Form
        problem={take.error}
        onSubmit={async ({ reason = '' }) => {
          const { csv } = await take.mutateAsync({ path: { workspaceId, studyId }, body: { reason } })
          save(csv)
          toast({ text: t('confidentiality.key.done') })
          onClose()
        }}
      >
        <TextArea
          name="reason"
          label={t('confidentiality.reason')}
          description={t('confidentiality.reason.hint')}
          minLength={5}
          maxLength={500}
          isRequired
          autoFocus
        />
        <Button type="submit" look="primary" isPending={take.isPending}>
          {t('confidentiality.key.do')}
        </Button>
      </Form>
    </Dialog>
  )
}

function save(csv: string): void {
  const href = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = href
  link.download = 'pseudonyms.csv'
  link.click()
  URL.revokeObjectURL(href)
}
