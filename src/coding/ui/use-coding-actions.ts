import { useState } from 'react'
import { useText, useToast, useWorkspace } from '../../../web/kit/index.ts'
import {
  useHighlights,
  useMark,
  useRedo,
  useRemoveHighlight,
  useRepair,
  useUndo,
  useUnmark,
  useWriteNote,
  type CodeShown,
  type HighlightShown,
  type TranscriptShown,
} from './coding-data.ts'
import type { Picked } from './picking.ts'

type Given = {
  interview: TranscriptShown
  codes: readonly CodeShown[]
  highlights: readonly HighlightShown[]
}

/** What can be done to passages, each with a word of what happened and the way back. `problem`: why the last one was refused. */
export function useCodingActions({ interview, codes, highlights }: Given) {
  const t = useText()
  const toast = useToast()
  const { id: workspaceId } = useWorkspace()
  const { interviewId, studyId } = interview
  const mark = useMark()
  const unmark = useUnmark()
  const remove = useRemoveHighlight()
  const repair = useRepair()
  const note = useWriteNote()
  const marked = useHighlights(interviewId)
  const undo = useUndo()
  const redo = useRedo()
  const [used, use] = useState<string[]>([])
  const here = (code: CodeShown) => highlights.filter(({ codeIds }) => codeIds.includes(code.codeId)).length
  const byUse = codes.toSorted(
    (one, other) =>
      rank(used, one) - rank(used, other) || here(other) - here(one) || other.passages - one.passages,
  )
  const line = { path: { workspaceId }, body: { studyId } }
  const say = (state: 'done' | 'nothing', skipped: readonly string[], done: string) => {
    if (state === 'nothing') toast({ text: t('coding.nothing.to.undo') })
    else if (skipped.length === 0) toast({ text: done })
    for (const why of skipped) toast({ text: t(`coding.skipped.${why.replace(' ', '-')}`) })
  }
  const takeBack = () =>
    quietly(async () => {
      const { state, skipped } = await undo.mutateAsync(line)
      say(state, skipped, t('coding.undone'))
    })
  return {
    recent: byUse.slice(0, 9),
    isBusy: mark.isPending,
    problem:
      mark.error ?? unmark.error ?? remove.error ?? repair.error ?? note.error ?? undo.error ?? redo.error,
    mark: (passages: readonly Picked[], chosen: { codeId: string } | { name: string }) =>
      quietly(async () => {
        const code =
          'codeId' in chosen ? { codeIds: [chosen.codeId] } : { codeIds: [], newCode: { name: chosen.name } }
        const path = { workspaceId, interviewId }
        const made = await mark.mutateAsync({ path, body: { passages: [...passages], ...code } })
        use((before) => [...new Set([...made.codeIds, ...before])])
      }),
    unmark: (highlightId: string, codeId: string) =>
      quietly(async () => {
        await unmark.mutateAsync({ path: { workspaceId, highlightId, codeId } })
        toast({ text: t('coding.unmarked'), undo: takeBack })
      }),
    remove: (highlightId: string) =>
      quietly(async () => {
        await remove.mutateAsync({ path: { workspaceId, highlightId } })
        toast({ text: t('coding.unmarked'), undo: takeBack })
      }),
    repair: (highlightId: string, passage: Picked) =>
      quietly(() => repair.mutateAsync({ path: { workspaceId, highlightId }, body: passage })),
    /** Whether the note was kept. */
    writeNote: async ({ highlightId, note: before }: HighlightShown, text: string): Promise<boolean> => {
      const body = { note: text.trim(), before }
      try {
        await note.mutateAsync({ path: { workspaceId, highlightId }, body })
        toast({ text: t(body.note === '' ? 'coding.note.removed' : 'coding.note.saved') })
        return true
      } catch {
        // A colleague may have written meanwhile: theirs is shown beside the text, and this one stays in its box.
        void marked.refetch()
        return false
      }
    },
    undo: takeBack,
    redo: () =>
      quietly(async () => {
        const { state, skipped } = await redo.mutateAsync(line)
        say(state, skipped, t('coding.redone'))
      }),
  }
}

function rank(used: readonly string[], { codeId }: CodeShown): number {
  const place = used.indexOf(codeId)
  return place === -1 ? used.length : place
}

// The mutation keeps its error for the notice; here it only must not escape.
async function quietly(work: () => Promise<unknown>): Promise<void> {
  await work().catch(() => undefined)
}
