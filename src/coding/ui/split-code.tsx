import { useState } from 'react'
import {
  Button,
  Checkbox,
  Dialog,
  Loaded,
  ProblemNotice,
  TextField,
  useGo,
  useText,
  useToast,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { useQuotesToChoose, useSplitCode, useUndo } from './coding-data.ts'

type Splitting = {
  code: { codeId: string; label: string; studyId: string | null }
  isOpen: boolean
  onClose: () => void
}

/** Makes a second code of one: which of its quotes go to the new one is chosen here. */
export function SplitCode({ code, isOpen, onClose }: Splitting) {
  const t = useText()
  const toast = useToast()
  const go = useGo()
  const { id: workspaceId } = useWorkspace()
  const quotes = useQuotesToChoose(code.codeId, isOpen)
  const split = useSplitCode()
  const undo = useUndo()
  const [name, write] = useState('')
  const [chosen, choose] = useState<readonly string[]>([])
  const send = () =>
    split.mutate(
      {
        path: { workspaceId, codeId: code.codeId },
        body: { name: name.trim(), highlightIds: [...chosen] },
      },
      {
        onSuccess: ({ codeId }) => {
          toast({
            text: t('coding.split.done', { name: name.trim() }),
            undo: () => undo.mutateAsync({ path: { workspaceId }, body: { studyId: code.studyId } }),
          })
          onClose()
          go(`/w/${workspaceId}/codes/${codeId}`)
        },
      },
    )
  return (
    <Dialog
      title={t('coding.split.title', { name: code.label })}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <Button
          look="primary"
          isDisabled={name.trim() === '' || chosen.length === 0}
          isPending={split.isPending}
          onPress={send}
        >
          {t('coding.split.send', { n: chosen.length })}
        </Button>
      }
    >
      <p className="text-sm text-soft">{t('coding.split.what')}</p>
      {split.error && <ProblemNotice problem={split.error} />}
      <TextField label={t('coding.split.name')} value={name} onChange={write} isRequired autoFocus />
      <Loaded query={quotes}>
        {({ items }) => (
          <fieldset className="flex max-h-[40dvh] flex-col gap-1 overflow-y-auto">
            <legend className="mb-1 text-sm font-medium">{t('coding.split.choose')}</legend>
            {items.map(({ highlightId, text, who, language }) => (
              <Checkbox
                key={highlightId}
                isSelected={chosen.includes(highlightId)}
                onChange={(isOn) =>
                  choose(isOn ? [...chosen, highlightId] : chosen.filter((one) => one !== highlightId))
                }
                description={who}
              >
                <q lang={language} dir="auto" className="line-clamp-3 font-quote">
                  {text}
                </q>
              </Checkbox>
            ))}
          </fieldset>
        )}
      </Loaded>
    </Dialog>
  )
}
