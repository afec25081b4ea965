import { useState } from 'react'
import { useText, useToast, useWorkspace } from '../../../web/kit/index.ts'
import { useCodeAnswers, useRedoAnswers, useUndoAnswers, type AnswersShown } from './answers-data.ts'
import type { CodeShown } from './coding-data.ts'

export type AnswerCode = { codeId: string } | { name: string }
/** A change of more than one answer waits for a yes. */
export type Asked = { do: 'give' | 'take'; code: AnswerCode; ids: readonly string[] }

/** What can be done to answers: to one at once, to many after a yes, each with a word of what happened and the way back. */
export function useAnswerActions({
  list,
  codes,
}: {
  list: AnswersShown
  codes: ReadonlyMap<string, CodeShown>
}) {
  const t = useText()
  const toast = useToast()
  const { id: workspaceId } = useWorkspace()
  const { interviewId, studyId } = list
  const [asked, ask] = useState<Asked>()
  const change = useCodeAnswers()
  const undo = useUndoAnswers()
  const redo = useRedoAnswers()
  const line = { path: { workspaceId }, body: { studyId } }
  const nameOf = (code: AnswerCode) => ('name' in code ? code.name : (codes.get(code.codeId)?.label ?? ''))
  const replay = async (how: typeof undo, done: string) => {
    const { state, skipped } = await how.mutateAsync(line)
    if (state === 'nothing') toast({ text: t('coding.nothing.to.undo') })
    else if (skipped.length === 0) toast({ text: done })
    for (const why of skipped) toast({ text: t(`coding.skipped.${why.replace(' ', '-')}`) })
  }
  const takeBack = () => replay(undo, t('coding.undone'))
  const carryOut = async ({ do: what, code, ids }: Asked) => {
    const made = await change.mutateAsync({
      path: { workspaceId, interviewId },
      body: {
        ...{ do: what, utteranceIds: [...ids] },
        ...('codeId' in code ? { codeIds: [code.codeId] } : { codeIds: [], newCode: { name: code.name } }),
      },
    })
    ask(undefined)
    const { changed, same, withheld } = made
    const text = t(`coding.answers.done.${what}`, { name: nameOf(code), n: changed, same, withheld })
    toast({ text, ...(changed > 0 ? { undo: () => quietly(takeBack) } : {}) })
  }
  const begin = (wanted: Asked) => {
    change.reset()
    if (wanted.ids.length === 1) void quietly(() => carryOut(wanted))
    else ask(wanted)
  }
  return {
    asked,
    nameOf,
    isBusy: change.isPending,
    problem: change.error ?? undo.error ?? redo.error,
    begin,
    cancel: () => ask(undefined),
    confirm: () => (asked === undefined ? undefined : void quietly(() => carryOut(asked))),
    undo: () => void quietly(takeBack),
    redo: () => void quietly(() => replay(redo, t('coding.redone'))),
  }
}

// The mutation keeps its error for the notice; here it only must not escape.
async function quietly(work: () => Promise<unknown>): Promise<void> {
  await work().catch(() => undefined)
}
