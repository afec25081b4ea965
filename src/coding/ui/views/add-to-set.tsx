import { useState } from 'react'
import {
  Button,
  ComboBox,
  Dialog,
  ProblemNotice,
  useText,
  useToast,
  useWorkspace,
} from '../../../../web/kit/index.ts'
import { useAddQuotes, useCreateQuoteSet, useQuoteSets } from './views-data.ts'

type Adding = { studyId: string; highlightIds: readonly string[]; label: string }

/** Puts quotes into a saved set, or into a new one. */
export function AddToSet(given: Adding) {
  const t = useText()
  const [isOpen, show] = useState(false)
  return (
    <>
      <Button look="quiet" icon="plus" onPress={() => show(true)}>
        {given.label}
      </Button>
      <Dialog title={t('coding.views.add.title')} isOpen={isOpen} onClose={() => show(false)}>
        <Choose {...given} onDone={() => show(false)} />
      </Dialog>
    </>
  )
}

function Choose({ studyId, highlightIds, onDone }: Adding & { onDone: () => void }) {
  const t = useText()
  const toast = useToast()
  const { id: workspaceId } = useWorkspace()
  const sets = useQuoteSets(studyId)
  const create = useCreateQuoteSet()
  const add = useAddQuotes()
  const addTo = async (quoteSetId: string) => {
    const body = { highlightIds: [...highlightIds] }
    const { added } = await add.mutateAsync({ path: { workspaceId, quoteSetId }, body })
    toast({ text: t('coding.views.added', { n: added }) })
    onDone()
  }
  const problem = create.error ?? add.error
  return (
    <>
      {problem && <ProblemNotice problem={problem} />}
      <ComboBox
        label={t('coding.views.set')}
        description={t('coding.views.set.hint')}
        options={(sets.data?.items ?? []).map(({ quoteSetId, name, quotes }) => ({
          id: quoteSetId,
          label: name,
          note: String(quotes),
        }))}
        onChange={(id) => void addTo(id).catch(() => undefined)}
        onCreate={(name) =>
          void create
            .mutateAsync({ path: { workspaceId, studyId }, body: { name } })
            .then(({ quoteSetId }) => addTo(quoteSetId))
            .catch(() => undefined)
        }
        isRequired
      />
    </>
  )
}
