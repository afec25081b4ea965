import {
  Button,
  ComboBox,
  Dialog,
  ProblemNotice,
  useText,
  useToast,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { codeOptions } from './code-tree.ts'
import { useMoveCodes, useUndo, type CodeShown } from './coding-data.ts'

type Moving = {
  codes: readonly CodeShown[]
  moving: readonly CodeShown[]
  isOpen: boolean
  onClose: () => void
  onMoved: () => void
}

/** Puts the chosen codes under another one, or at the top, with the way back. */
export function MoveCodes({ codes, moving, isOpen, onClose, onMoved }: Moving) {
  const t = useText()
  const toast = useToast()
  const { id: workspaceId } = useWorkspace()
  const move = useMoveCodes()
  const undo = useUndo()
  const byId = new Map(codes.map((code) => [String(code.codeId), code]))
  const ids = new Set(moving.map(({ codeId }) => String(codeId)))
  const isBelowOne = ({ codeId, parentId }: CodeShown): boolean => {
    const above = parentId === null ? undefined : byId.get(parentId)
    return ids.has(codeId) || (above !== undefined && isBelowOne(above))
  }
  const below = new Set(codes.filter(isBelowOne).map(({ codeId }) => String(codeId)))
  // They stand in the history of their study, where they are all of one.
  const [studyId = null, other] = [...new Set(moving.map((code) => code.studyId))]
  const line = other === undefined ? studyId : null
  const under = async (parentId: string | null) => {
    await move.mutateAsync({ path: { workspaceId }, body: { codeIds: [...ids], parentId } })
    toast({
      text: t('coding.codes.moved', { n: ids.size }),
      undo: () => undo.mutateAsync({ path: { workspaceId }, body: { studyId: line } }),
    })
    onMoved()
    onClose()
  }
  // The mutation keeps its error for the notice.
  const choose = (parentId: string | null) => void under(parentId).catch(() => undefined)
  return (
    <Dialog title={t('coding.codes.move.title', { n: moving.length })} isOpen={isOpen} onClose={onClose}>
      {move.error && <ProblemNotice problem={move.error} />}
      <ComboBox
        label={t('coding.codes.move.under')}
        description={t('coding.codes.move.hint')}
        options={codeOptions(codes).filter(({ id }) => !below.has(id))}
        onChange={choose}
      />
      <div>
        <Button isPending={move.isPending} onPress={() => choose(null)}>
          {t('coding.codes.move.top')}
        </Button>
      </div>
    </Dialog>
  )
}
