import { useMemo, useState } from 'react'
import { useText, useToast, useWorkspace } from '../../../web/kit/index.ts'
import {
  useMark,
  useRedo,
  useRemoveHighlight,
  useRepair,
  useUndo,
  useUnmark,
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

/** A code that is there, or a new one. */
export type Chosen = { codeId: string } | { name: string; origin?: 'in vivo' }

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
  const undo = useUndo()
  const redo = useRedo()
  const [used, use] = useState<string[]>([])
  const recent = useMemo(() => mostUsed({ codes, highlights, used }).slice(0, 9), [codes, highlights, used])
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
    recent,
    isBusy: mark.isPending,
    problem: mark.error ?? unmark.error ?? remove.error ?? repair.error ?? undo.error ?? redo.error,
    mark: (passages: readonly Picked[], chosen: Chosen) =>
      quietly(async () => {
        const code =
          'codeId' in chosen ? { codeIds: [chosen.codeId] } : { codeIds: [], newCode: { ...chosen } }
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
    undo: takeBack,
    redo: () =>
      quietly(async () => {
        const { state, skipped } = await redo.mutateAsync(line)
        say(state, skipped, t('coding.redone'))
      }),
  }
}

/** Those used last first, then those most on this page, then those most anywhere. */
function mostUsed({ codes, highlights, used }: Omit<Given, 'interview'> & { used: readonly string[] }) {
  const counts = new Map<string, number>()
  for (const codeId of highlights.flatMap(({ codeIds }) => codeIds))
    counts.set(codeId, (counts.get(codeId) ?? 0) + 1)
  const here = ({ codeId }: CodeShown) => counts.get(codeId) ?? 0
  return codes.toSorted(
    (one, other) =>
      rank(used, one) - rank(used, other) || here(other) - here(one) || other.passages - one.passages,
  )
}

function rank(used: readonly string[], { codeId }: CodeShown): number {
  const place = used.indexOf(codeId)
  return place === -1 ? used.length : place
}

// The mutation keeps its error for the notice; here it only must not escape.
async function quietly(work: () => Promise<unknown>): Promise<void> {
  await work().catch(() => undefined)
}
