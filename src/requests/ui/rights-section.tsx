import { useState } from 'react'
import {
  Button,
  ConfirmByTyping,
  ProblemNotice,
  useGo,
  useMay,
  useText,
  useToast,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { saveJson, useErasePerson, useExportPerson } from './requests-data.ts'

/** What a person may ask of us: everything we have, and to be forgotten. */
export function Section({ personId, pseudonym }: { personId: string; pseudonym: string }) {
  const t = useText()
  const toast = useToast()
  const { id: workspaceId } = useWorkspace()
  const mayErase = useMay('people.erase')
  const mayAudit = useMay('audit.read')
  const take = useExportPerson()
  const [isOpen, open] = useState(false)
  const takeOut = () =>
    take.mutate(
      { path: { workspaceId, personId } },
      {
        onSuccess: (content) => {
          saveJson({ name: `person-${personId}.json`, content })
          toast({ text: t('requests.exported') })
        },
      },
    )
  return (
    <div className="flex flex-col gap-4">
      <p className="max-w-prose text-soft">{t('requests.rights.lead')}</p>
      {take.error && <ProblemNotice problem={take.error} />}
      <div className="flex flex-wrap gap-2" data-screen-only>
        <Button isPending={take.isPending} onPress={takeOut}>
          {t('requests.export')}
        </Button>
        {mayErase && (
          <Button look="danger" onPress={() => open(true)}>
            {t('requests.erase')}
          </Button>
        )}
        {mayAudit && (
          <Button look="quiet" href={`/w/${workspaceId}/settings/audit?subject=${personId}`}>
            {t('requests.audit')}
          </Button>
        )}
      </div>
      {isOpen && <EraseDialog personId={personId} pseudonym={pseudonym} onClose={() => open(false)} />}
    </div>
  )
}

function EraseDialog(props: { personId: string; pseudonym: string; onClose: () => void }) {
  const t = useText()
  const go = useGo()
  const { id: workspaceId } = useWorkspace()
  const erase = useErasePerson()
  const { personId, pseudonym, onClose } = props
  return (
    <ConfirmByTyping
      title={t('requests.erase.title', { name: pseudonym })}
      word={pseudonym}
      confirmLabel={t('requests.erase')}
      isOpen
      onClose={onClose}
      isPending={erase.isPending}
      problem={erase.error}
      onConfirm={() =>
        erase.mutate(
          { path: { workspaceId, personId }, body: { confirm: pseudonym } },
          { onSuccess: () => go(`/w/${workspaceId}/requests`, { replace: true }) },
        )
      }
    >
      {t('requests.erase.lead')}
    </ConfirmByTyping>
  )
}
