import { useState } from 'react'
import {
  Button,
  Dialog,
  Form,
  Select,
  TextField,
  useText,
  useToast,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { kinds, useAdd } from './confidentiality-data.ts'

/** Has something replaced that the rules did not find, wherever it stands in the study. */
export function AddDialog({ studyId, onClose }: { studyId: string; onClose: () => void }) {
  const t = useText()
  const toast = useToast()
  const { id: workspaceId } = useWorkspace()
  const add = useAdd()
  const [kind, choose] = useState<(typeof kinds)[number]>('name')
  return (
    <Dialog title={t('confidentiality.add')} isOpen onClose={onClose}>
      <Form
        problem={add.error}
        onSubmit={async ({ text = '', pseudonym = '' }) => {
          const body = { text, kind, ...(pseudonym.trim() === '' ? {} : { pseudonym }) }
          await add.mutateAsync({ path: { workspaceId, studyId }, body })
          toast({ text: t('confidentiality.add.done') })
          onClose()
        }}
      >
        <TextField
          name="text"
          label={t('confidentiality.add.text')}
          description={t('confidentiality.add.text.hint')}
          minLength={2}
          maxLength={100}
          isRequired
          autoFocus
        />
        <Select
          label={t('confidentiality.kind')}
          isRequired
          value={kind}
          onChange={(id) => choose(kinds.find((known) => known === id) ?? 'name')}
          options={kinds.map((id) => ({ id, label: t(`confidentiality.kind.${id.replace(' ', '-')}`) }))}
        />
        <TextField
          name="pseudonym"
          label={t('confidentiality.pseudonym')}
          description={t('confidentiality.add.pseudonym.hint')}
          maxLength={100}
        />
        <Button type="submit" look="primary" isPending={add.isPending}>
          {t('confidentiality.add.do')}
        </Button>
      </Form>
    </Dialog>
  )
}
