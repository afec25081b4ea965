import { useState, type KeyboardEvent, type PointerEvent } from 'react'
import { useMay } from '../../../web/kit/index.ts'
import { followList, moveInAnswers, nothingChosen, type SelectionMove } from './answer-selection.ts'
import type { AnswersShown } from './answers-data.ts'
import { useAnswerActions } from './use-answer-actions.ts'
import type { CodeShown } from './coding-data.ts'

export const answerCodeBoxId = 'answer-code'
export const answerListId = 'answer-list'
const onePage = 6

/** The table of answers as its parts need it: what is in it, what is chosen, and what keys and presses do. */
export function useAnswerTable({ list, book }: { list: AnswersShown; book: readonly CodeShown[] }) {
  const { ids, groups, interviewId, language } = list
  const [state, set] = useState({ before: [] as readonly string[], selection: nothingChosen })
  // Colleagues code too, and what is coded leaves the list of what is not.
  const selection =
    state.before === ids ? state.selection : followList(state.selection, { before: state.before, ids })
  const move = (how: SelectionMove) =>
    set({ before: ids, selection: moveInAnswers(ids, { selection, move: how }) })
  const mayCode = useMay('coding.write')
  const codes = new Map(book.map((code) => [code.codeId as string, code]))
  const actions = useAnswerActions({ list, codes })
  const at = ids.findIndex((id) => id === selection.currentId)
  return {
    ...{ ids, groups, interviewId, language, codes, book, selection, mayCode, actions, move },
    /** The answers that say nearly the same as the current one. */
    alike: groupAround(ids, { groups, at }),
    press: (place: number, event: PointerEvent) => {
      if (event.shiftKey) move({ move: 'to', at: place, extends: true })
      else if (event.ctrlKey || event.metaKey) move({ move: 'toggle', at: place })
      else move({ move: 'to', at: place })
    },
    onKeyDown: (event: KeyboardEvent) => {
      const how = moveOf(event, { at, ids, alike: groupAround(ids, { groups, at }) })
      if (how === undefined) return
      event.preventDefault()
      if (how === 'code') document.getElementById(answerCodeBoxId)?.querySelector('input')?.focus()
      else move(how)
    },
  }
}

export type AnswerTable = ReturnType<typeof useAnswerTable>

type Place = { at: number; ids: readonly string[]; alike: readonly string[] }

function moveOf(event: KeyboardEvent, { at, ids, alike }: Place): SelectionMove | 'code' | undefined {
  const extending = event.shiftKey ? ({ extends: true } as const) : {}
  const isCommand = event.ctrlKey || event.metaKey
  if (isCommand) return event.key === 'a' ? { move: 'choose', ids } : undefined
  switch (event.key) {
    case 'ArrowDown':
      return { move: 'by', steps: 1, ...extending }
    case 'ArrowUp':
      return { move: 'by', steps: -1, ...extending }
    case 'PageDown':
      return { move: 'by', steps: onePage, ...extending }
    case 'PageUp':
      return { move: 'by', steps: -onePage, ...extending }
    case 'Home':
      return { move: 'to', at: 0, ...extending }
    case 'End':
      return { move: 'to', at: ids.length - 1, ...extending }
    case ' ':
      return { move: 'toggle', at: Math.max(0, at) }
    case 'a':
      return { move: 'choose', ids: alike }
    case 'Escape':
      return { move: 'none' }
    case 'c':
    case 'Enter':
      return 'code'
    default:
      return undefined
  }
}

function groupAround(
  ids: readonly string[],
  { groups, at }: { groups: readonly number[]; at: number },
): readonly string[] {
  if (at < 0 || groups.length === 0) return ids.slice(Math.max(0, at), at + 1)
  let first = at
  while (first > 0 && groups[first] === 0) first -= 1
  return ids.slice(first, first + (groups[first] ?? 1))
}
