import { Dialog, useText, useToast, useWorkspace } from '../../../web/kit/index.ts'
import { useTakeKey } from './confidentiality-data.ts'
import { ReasonForm } from './reason-form.tsx'

/** What every pseudonym of the study stands for, as a file, for a reason. */
export function KeyDialog({ studyId, onClose }: { studyId: string; onClose: () => void }) {
  const t = useText()
  const toast = useToast()
  const { id: workspaceId } = useWorkspace()
  const take = useTakeKey()
  return (
    <Dialog title={t('confidentiality.key')} isOpen onClose={onClose}>
      <p className="max-w-prose text-soft">{t('confidentiality.key.lead')}</p>
      <ReasonForm
        problem={take.error}
        isPending={take.isPending}
        onGive={async (reason) => {
          const { csv } = await take.mutateAsync({ path: { workspaceId, studyId }, body: { reason } })
          save(csv)
          toast({ text: t('confidentiality.key.done') })
          onClose()
        }}
      >
        {t('confidentiality.key.do')}
      </ReasonForm>
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
