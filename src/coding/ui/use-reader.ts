import { useEffect, useMemo, useState } from 'react'
import { useMay, useSearchValue, useText, useToast } from '../../../web/kit/index.ts'
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
export function useReader({ interview: newest, highlights, codes, mayCode }: Given) {
  const [editingId, edit] = useState<string>()
  const interview = useWithCorrected(newest, editingId)
  const [linkedId] = useSearchValue('u')
  const [begun, begin] = useState(() => beginningOf(interview.utterances, linkedId))
  if (begun.linkedId !== linkedId) begin(beginningOf(interview.utterances, linkedId))
  const { first } = begun
  const [currentId, goTo] = useCurrentTurn(interview.utterances, first)
  const [isShowingKeys, showKeys] = useState(false)
  const [isChoosing, choose] = useState(false)
  const [isShowingSpeakers, showSpeakers] = useState(false)
  const mayCorrect = useMay('studies.write')
  const t = useText()
  const toast = useToast()
  const hint = (what: 'pick' | 'passage' | 'open' | 'recent') => toast({ text: t(`coding.${what}.hint`) })
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
    /** Says what a command needs that is not there. */
    hint,
    editTurn: (id: string | undefined) => {
      edit(id)
      // The field goes away, and the cursor with it: back to the turn.
      if (id === undefined) focusTurn(currentId)
    },
    apply: async (chosen: Chosen) => {
      if (selected.picked.length === 0) return hint('pick')
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

type Turns = TranscriptShown['utterances']

/**
 * The conversation as it reads now. A turn that is being corrected stays until that is done, also where a colleague put it to the one before: what is
 * typed in it is not lost with it.
 */
function useWithCorrected(interview: TranscriptShown, editingId: string | undefined): TranscriptShown {
  const [last, keep] = useState({ interview, editingId, shown: interview })
  if (last.interview === interview && last.editingId === editingId) return last.shown
  const utterances = withCorrected(interview.utterances, { before: last.shown.utterances, editingId })
  const shown = utterances === interview.utterances ? interview : { ...interview, utterances }
  keep({ interview, editingId, shown })
  return shown
}

function withCorrected(
  turns: Turns,
  { before, editingId }: { before: Turns; editingId: string | undefined },
): Turns {
  if (editingId === undefined || turns.some(({ utteranceId }) => utteranceId === editingId)) return turns
  const turn = before.find(({ utteranceId }) => utteranceId === editingId)
  // Words that may not be read any more are said by nobody now, and stay nowhere.
  if (!turn || !turns.some(({ text }) => text.includes(turn.text))) return turns
  const at = turns.findIndex(
    ({ utteranceId }) => utteranceId === turnBefore(turns, { before, id: editingId }),
  )
  return turns.toSpliced(at + 1, 0, turn)
}

/** Of the turns that stood before one, the last that is still there. */
function turnBefore(turns: Turns, { before, id }: { before: Turns; id: string }): string | undefined {
  const ids = new Set<string>(turns.map(({ utteranceId }) => utteranceId))
  const at = before.findIndex(({ utteranceId }) => utteranceId === id)
  return before.slice(0, Math.max(0, at)).findLast(({ utteranceId }) => ids.has(utteranceId))?.utteranceId
}

/** The linked turn, or the first where none is linked or it was put to another one since. */
function beginningOf(turns: Turns, linkedId: string | undefined) {
  const linked = turns.find(({ utteranceId }) => utteranceId === linkedId)
  return { linkedId, first: (linked ?? turns[0])?.utteranceId as string | undefined }
}

/** The turn the reader is in. Where it is put to the one before, or what made it is taken back, they are in the one before, the cursor too. */
function useCurrentTurn(turns: Turns, first: string | undefined) {
  const [currentId, goTo] = useState(first)
  const [read, remember] = useState(turns)
  if (read !== turns) {
    remember(turns)
    goTo(stillThere(turns, { read, currentId }))
  }
  useEffect(() => {
    // What is removed loses the cursor to nobody; what is elsewhere is left there.
    if (document.activeElement === document.body) focusTurn(currentId)
  }, [currentId])
  return [currentId, goTo] as const
}

function stillThere(turns: Turns, { read, currentId }: { read: Turns; currentId: string | undefined }) {
  if (currentId === undefined || turns.some(({ utteranceId }) => utteranceId === currentId)) return currentId
  return turnBefore(turns, { before: read, id: currentId }) ?? turns[0]?.utteranceId
}
