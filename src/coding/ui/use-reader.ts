import { useMemo, useState } from 'react'
import { useMay, useSearchValue } from '../../../web/kit/index.ts'
import type { CodeShown, HighlightShown, TranscriptShown } from './coding-data.ts'
import { keyCommand } from './keys.ts'
import { runCommand } from './reader-commands.ts'
import { focusTurn, useArrival } from './turn-focus.ts'
import { useCodingActions, type Chosen } from './use-coding-actions.ts'
import { useSelection } from './use-selection.ts'
import { useTurnEdits } from './use-turn-edits.ts'

type Given = {
  interview: TranscriptShown
  highlights: readonly HighlightShown[]
  codes: readonly CodeShown[]
  mayCode: boolean
}

export type Reader = ReturnType<typeof useReader>

/** What the reader of an interview is doing: where they are, what is selected, which passage is open, what is corrected. */
export function useReader({ interview, highlights, codes, mayCode }: Given) {
  const [linkedId] = useSearchValue('u')
  const first = linkedId ?? interview.utterances[0]?.utteranceId
  const [currentId, goTo] = useState(first)
  const [editingId, edit] = useState<string>()
  const [isShowingKeys, showKeys] = useState(false)
  const [isChoosing, choose] = useState(false)
  const [isShowingSpeakers, showSpeakers] = useState(false)
  const mayCorrect = useMay('studies.write')
  const byId = useMemo(() => new Map(codes.map((code) => [code.codeId as string, code])), [codes])
  const actions = useCodingActions({ interview, codes, highlights })
  const selected = useSelection()
  const turnEdits = useTurnEdits({ interview, currentId, goTo, ...selected })
  useArrival(first, linkedId !== undefined)
  const state = { interview, highlights, codes, byId, currentId, editingId, linkedId, mayCode, mayCorrect }
  const shown = { isShowingKeys, isChoosing, isShowingSpeakers, showKeys, choose, showSpeakers }
  const reader = {
    ...state,
    ...shown,
    ...selected,
    actions,
    turnEdits,
    goTo,
    edit,
    editTurn: (id: string | undefined) => {
      edit(id)
      // The field goes away, and the cursor with it: back to the turn.
      if (id === undefined) focusTurn(currentId)
    },
    apply: async (chosen: Chosen) => {
      if (selected.picked.length === 0) return
      await actions.mark(selected.picked, chosen)
      selected.clear()
      focusTurn(currentId)
    },
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target instanceof Element && event.target.closest('input, textarea')) return
    const command = keyCommand(event)
    if (!command) return
    event.preventDefault()
    runCommand(reader, command)
  }
  return { ...reader, onKeyDown }
}
