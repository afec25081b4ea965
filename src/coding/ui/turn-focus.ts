import { useEffect } from 'react'

/** Where a code is searched or written. */
export const codeBoxId = 'code-box'
/** Where a note on a passage is written. */
export const noteBoxId = 'note-box'

/** Puts the cursor into a turn, so that the keys work there. */
export function focusTurn(utteranceId: string | undefined): void {
  const element = document.getElementById(`u-${utteranceId ?? ''}`)
  element?.focus({ preventScroll: true })
  element?.scrollIntoView({ block: 'nearest' })
}

/**
 * Puts the cursor into a box beside the text, also one that this very key opens. Before the next key, which is a letter of the box and no
 * command to the reader: a frame later would be too late for who types fast.
 */
export function focusBox(id: string): void {
  queueMicrotask(() => document.querySelector<HTMLElement>(`#${id} :is(input, textarea)`)?.focus())
}

/** Begins at the linked place, or at the first turn, so that the keys work at once. */
export function useArrival(utteranceId: string | undefined, isLinked: boolean): void {
  useEffect(() => {
    const element = document.getElementById(`u-${utteranceId ?? ''}`)
    element?.focus({ preventScroll: true })
    if (isLinked) element?.scrollIntoView({ block: 'center' })
  }, [utteranceId, isLinked])
}
