import { useState } from 'react'
import { useText, useToast, useWorkspace } from '../../../web/kit/index.ts'
import {
  useAssignTurns,
  useJoinTurns,
  useSplitTurn,
  useUndo,
  type TranscriptShown,
  type UtteranceShown,
} from './coding-data.ts'
import type { Picked } from './picking.ts'
import type { SpeakerMeant } from './speaker-options.ts'
import { focusTurn } from './turn-focus.ts'

/** What is asked before a turn is split, or given to another speaker. */
export type TurnQuestion =
  | { about: 'split'; utteranceId: string; at: number; version: number; words: string }
  | { about: 'who'; utteranceIds: readonly string[] }

type Given = {
  interview: TranscriptShown
  currentId: string | undefined
  picked: readonly Picked[]
  goTo: (utteranceId: string) => void
  clear: () => void
}

export type TurnEdits = ReturnType<typeof useTurnEdits>

/** Splitting and merging turns and saying who said them, each with its way back. `question`: what has to be answered first. */
export function useTurnEdits({ interview, currentId, picked, goTo, clear }: Given) {
  const t = useText()
  const toast = useToast()
  const { id: workspaceId } = useWorkspace()
  const { interviewId, studyId, utterances } = interview
  const split = useSplitTurn()
  const join = useJoinTurns()
  const assign = useAssignTurns()
  const undo = useUndo()
  const [question, ask] = useState<TurnQuestion>()
  const done = (text: string) =>
    toast({ text, undo: () => undo.mutateAsync({ path: { workspaceId }, body: { studyId } }) })
  const turnOf = (id: string | undefined) => utterances.find(({ utteranceId }) => utteranceId === id)
  return {
    question,
    ask,
    problem: join.error ?? undo.error,
    /** Why the last answer to the question was refused. */
    refusal: split.error ?? assign.error,
    isBusy: split.isPending || assign.isPending,
    close: () => {
      ask(undefined)
      split.reset()
      assign.reset()
      focusTurn(currentId)
    },
    /** Before the first selected word. */
    askSplit: () => {
      const [place] = picked
      const turn = turnOf(place?.utteranceId)
      if (!place || !turn) return toast({ text: t('coding.turns.split.hint') })
      ask(splitAt(turn, place.start))
    },
    askWho: () => {
      const ids = [...new Set(picked.map(({ utteranceId }) => utteranceId))]
      ask({ about: 'who', utteranceIds: ids.length > 0 ? ids : currentId === undefined ? [] : [currentId] })
    },
    split: async (at: TurnQuestion & { about: 'split' }, speaker: SpeakerMeant) => {
      const { utteranceId, version } = at
      await split.mutateAsync({
        path: { workspaceId, utteranceId },
        body: { at: at.at, version, speaker },
      })
      clear()
      done(t('coding.turns.split.done'))
    },
    merge: async () => {
      const turn = turnOf(currentId)
      const before = turn && utterances[utterances.indexOf(turn) - 1]
      if (!turn || !before) return toast({ text: t('coding.turns.merge.first') })
      const { utteranceId, version } = turn
      const { utteranceId: beforeId } = before
      await join.mutateAsync({
        path: { workspaceId, utteranceId },
        body: { version, before: { utteranceId: beforeId, version: before.version } },
      })
      clear()
      goTo(beforeId)
      focusTurn(beforeId)
      done(t('coding.turns.merge.done'))
    },
    /** Each speaker's turns on their own; no ids: all that the first of them says. */
    assign: async (turns: ReadonlyMap<string, string[] | undefined>, speaker: SpeakerMeant) => {
      let given = 0
      for (const [from, utteranceIds] of turns) {
        const answer = await assign.mutateAsync({
          path: { workspaceId, interviewId },
          body: { from, ...(utteranceIds && { utteranceIds }), speaker },
        })
        given += answer.given
      }
      clear()
      done(t('coding.turns.who.done', { n: given }))
    },
  }
}

/** The question before a turn is split at a codepoint. */
export function splitAt({ utteranceId, version, text }: UtteranceShown, at: number): TurnQuestion {
  const words = [...text]
    .slice(at, at + 80)
    .join('')
    .trim()
  return { about: 'split', utteranceId, at, version, words }
}
