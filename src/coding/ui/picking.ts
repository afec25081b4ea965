import { toCodepoints } from '../anchor-codepoints.ts'
import type { UtteranceShown } from './coding-data.ts'

/** A selected passage of one utterance, as the server takes it. */
export type Picked = { utteranceId: string; version: number; start: number; end: number }

/** What the mouse has selected, utterance by utterance; outside their texts nothing is. */
export function pickedByMouse(root: Element, utterances: ReadonlyMap<string, UtteranceShown>): Picked[] {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return []
  const range = selection.getRangeAt(0)
  if (!range.intersectsNode(root)) return []
  const picked: Picked[] = []
  for (const element of root.querySelectorAll<HTMLElement>('[data-words]')) {
    const utterance = utterances.get(element.dataset['words'] ?? '')
    if (!utterance || !range.intersectsNode(element)) continue
    const place = trimmed(utterance.text, {
      start: offsetIn(element, range.startContainer, range.startOffset) ?? 0,
      end: offsetIn(element, range.endContainer, range.endOffset) ?? utterance.text.length,
    })
    if (place) picked.push({ utteranceId: utterance.utteranceId, version: utterance.version, ...place })
  }
  return picked
}

/** How many characters of an element's text lie before a place in it; undefined where the place is outside. */
function offsetIn(element: HTMLElement, container: Node, offset: number): number | undefined {
  if (!element.contains(container)) return undefined
  const before = document.createRange()
  before.selectNodeContents(element)
  before.setEnd(container, offset)
  return before.toString().length
}

/** Without the white space a mouse takes along; in codepoints. Undefined where nothing is left. */
function trimmed(text: string, { start, end }: { start: number; end: number }) {
  const words = text.slice(start, end)
  const from = start + words.length - words.trimStart().length
  const to = end - (words.length - words.trimEnd().length)
  return from < to ? { start: toCodepoints(text, from), end: toCodepoints(text, to) } : undefined
}
