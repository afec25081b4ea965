import { useEffect, useMemo, useState } from 'react'
import { useMay, useSearchValue } from '../../../web/kit/index.ts'
import type { CodeShown, HighlightShown, TranscriptShown } from './coding-data.ts'
import { keyCommand, type Command } from './keys.ts'
import type { Picked } from './picking.ts'
import { moveSelection, stretchOf, wordsOf, type WordMove, type WordSelection } from './reading.ts'
import { useCodingActions } from './use-coding-actions.ts'

type Given = {
  interview: TranscriptShown
  highlights: readonly HighlightShown[]
  codes: readonly CodeShown[]
  mayCode: boolean
}

/** Where a code is searched or written. */
export const codeBoxId = 'code-box'

export type Reader = ReturnType<typeof useReader>

/** What the reader of an interview is doing: where they are, what is selected, which passage is open, what is corrected. */
export function useReader({ interview, highlights, codes, mayCode }: Given) {
  const [linkedId] = useSearchValue('u')
  const first = interview.utterances[0]?.utteranceId
  const [currentId, goTo] = useState(linkedId ?? first)
  const [picked, pick] = useState<Picked[]>([])
  const [selection, select] = useState<WordSelection>()
  const [activeId, activate] = useState<string>()
  const [editingId, edit] = useState<string>()
  const [isShowingKeys, showKeys] = useState(false)
  const [isChoosing, choose] = useState(false)
  const mayCorrect = useMay('studies.write')
  const byId = useMemo(() => new Map(codes.map((code) => [code.codeId as string, code])), [codes])
  const actions = useCodingActions({ interview, codes, highlights })
  const clear = () => {
    pick([])
    select(undefined)
    activate(undefined)
  }
  const editTurn = (id: string | undefined) => {
    edit(id)
    // The field goes away, and the cursor with it: back to the turn.
    if (id === undefined) focusUtterance(currentId)
  }
  const apply = async (chosen: { codeId: string } | { name: string }) => {
    if (picked.length === 0) return
    await actions.mark(picked, chosen)
    clear()
    focusUtterance(currentId)
  }
  useArrival(linkedId ?? first, linkedId !== undefined)

  function moveTo(by: 1 | -1) {
    const at = interview.utterances.findIndex(({ utteranceId }) => utteranceId === currentId)
    const next = interview.utterances[at + by]
    if (!next) return
    clear()
    goTo(next.utteranceId)
    focusUtterance(next.utteranceId)
  }
  function moveWords(move: WordMove) {
    const utterance = interview.utterances.find(({ utteranceId }) => utteranceId === currentId)
    if (!utterance) return
    const words = wordsOf(utterance.text)
    const next = moveSelection(words.length, picked.length === 0 ? undefined : selection, move)
    const place = next && stretchOf(words, next)
    if (!place) return
    document.getSelection()?.removeAllRanges()
    select(next)
    pick([{ utteranceId: utterance.utteranceId, version: utterance.version, ...place }])
  }
  function run(command: Command): void {
    if (command.do === 'move') moveTo(command.by)
    else if (command.do === 'select') moveWords(command.move)
    else if (command.do === 'keys') showKeys(true)
    else if (command.do === 'clear') clear()
    else if (command.do === 'edit' && mayCorrect) edit(currentId)
    else if (mayCode) change(command)
  }
  function change(command: Command): void {
    const code = command.do === 'recent' ? actions.recent[command.place] : undefined
    if (code) void apply({ codeId: code.codeId })
    else if (command.do === 'code') document.querySelector<HTMLInputElement>(`#${codeBoxId} input`)?.focus()
    else if (command.do === 'undo') void actions.undo()
    else if (command.do === 'redo') void actions.redo()
    else if (command.do === 'remove' && activeId !== undefined) void actions.remove(activeId)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof Element && event.target.closest('input, textarea')) return
    const command = keyCommand(event)
    if (!command) return
    event.preventDefault()
    run(command)
  }
  const state = {
    interview,
    highlights,
    codes,
    byId,
    currentId,
    picked,
    selection,
    activeId,
    editingId,
    linkedId,
  }
  const rights = { mayCode, mayCorrect, isShowingKeys, isChoosing }
  return {
    ...state,
    ...rights,
    actions,
    goTo,
    pick,
    select,
    activate,
    edit,
    editTurn,
    showKeys,
    choose,
    apply,
    clear,
    onKeyDown,
  }
}

function focusUtterance(utteranceId: string | undefined): void {
  const element = document.getElementById(`u-${utteranceId ?? ''}`)
  element?.focus({ preventScroll: true })
  element?.scrollIntoView({ block: 'nearest' })
}

/** Begins at the linked place, or at the first turn, so that the keys work at once. */
function useArrival(utteranceId: string | undefined, isLinked: boolean): void {
  useEffect(() => {
    const element = document.getElementById(`u-${utteranceId ?? ''}`)
    element?.focus({ preventScroll: true })
    if (isLinked) element?.scrollIntoView({ block: 'center' })
  }, [utteranceId, isLinked])
}
