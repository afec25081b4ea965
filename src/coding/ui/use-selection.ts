import { useState } from 'react'
import type { HighlightShown, UtteranceShown } from './coding-data.ts'
import type { Picked } from './picking.ts'
import { moveSelection, stretchOf, wordsOf, type WordMove, type WordSelection } from './reading.ts'

/** What is selected in the text, by mouse or by keyboard, or the marked passage that is open. */
export function useSelection() {
  const [picked, pick] = useState<Picked[]>([])
  const [selection, select] = useState<WordSelection>()
  const [activeId, activate] = useState<string>()
  const clear = () => {
    pick([])
    select(undefined)
    activate(undefined)
  }
  const moveWords = (utterance: UtteranceShown, move: WordMove) => {
    const words = wordsOf(utterance.text)
    const next = moveSelection(words.length, picked.length === 0 ? undefined : selection, move)
    const place = next && stretchOf(words, next)
    if (!place) return
    document.getSelection()?.removeAllRanges()
    select(next)
    pick([{ utteranceId: utterance.utteranceId, version: utterance.version, ...place }])
  }
  /** Opens the next marked passage of a turn, after the last the first again; its id, if there is one. */
  const activateNext = (passages: readonly HighlightShown[]): string | undefined => {
    const at = passages.findIndex(({ highlightId }) => highlightId === activeId)
    const next = (passages[at + 1] ?? passages[0])?.highlightId
    if (next === undefined) return undefined
    clear()
    activate(next)
    return next
  }
  return { picked, selection, activeId, pick, select, activate, clear, moveWords, activateNext }
}
