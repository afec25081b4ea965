import { z } from 'zod'
import type { Pair, Unit } from './anchor-alignment.ts'
import { align, unitsOf } from './anchor-alignment.ts'

/** Where a highlight lies in an utterance: from `start` to before `end`, in Unicode codepoints. Never empty. */
export const Anchor = z
  .object({ start: z.int().nonnegative(), end: z.int().positive() })
  .refine(({ start, end }) => start < end, 'a highlight holds at least one character')

/** Where a highlight lies, parsed. */
export type Anchor = z.infer<typeof Anchor>

/** What became of an anchor when the text was corrected. */
export type Rebased = { state: 'held'; anchor: Anchor } | { state: 'lost' }

/** The highlighted words themselves. */
export function passage(text: string, { start, end }: Anchor): string {
  return [...text].slice(start, end).join('')
}

/**
 * Moves an anchor from one version of an utterance to the next so that it stays on the same words. Words put in between the
 * highlighted ones belong to the highlight, words put at its edges do not; a word that was respelled, split or joined stays
 * highlighted; what replaces the whole passage takes its place. `lost` if all of the passage was deleted. Throws RangeError if the
 * anchor does not lie in the old text.
 */
export function rebase({
  anchor,
  before,
  after,
}: {
  anchor: Anchor
  before: string
  after: string
}): Rebased {
  if (anchor.start < 0 || anchor.end <= anchor.start || anchor.end > [...before].length) {
    throw new RangeError(`anchor ${anchor.start}–${anchor.end} does not lie in the text`)
  }
  if (before === after) return { state: 'held', anchor }
  const old = unitsOf(before)
  const first = old.findIndex((unit) => unit.end > anchor.start)
  const last = old.findLastIndex((unit) => unit.start < anchor.end)
  if (first === -1 || last < first) return rebaseBlank({ anchor, before, after })

  const now = unitsOf(after)
  const pairs = align(old, now)
  const held = heldUnits({ pairs, first, last, oldCount: old.length, nowCount: now.length })
  if (!held) return { state: 'lost' }
  const start = startIn({ anchor, old, now, pairs, first, held })
  const end = endIn({ anchor, old, now, pairs, last, held, length: [...after].length })
  return { state: 'held', anchor: start < end ? { start, end } : wholeUnits(now, held) }
}

type Held = { first: number; last: number }
type Search = { pairs: readonly Pair[]; first: number; last: number; oldCount: number; nowCount: number }

/** The first and last unit of the new text that belong to the passage; undefined if none does. */
function heldUnits({ pairs, first, last, oldCount, nowCount }: Search): Held | undefined {
  const inside = (unit: number) => unit >= first && unit <= last
  let held: Held | undefined
  const hold = (from: number, to: number) => {
    if (from <= to) held = { first: held?.first ?? from, last: to }
  }
  let previous: Pair = { before: -1, after: -1 }
  for (const pair of [...pairs, { before: oldCount, after: nowCount }]) {
    const [from, to] = [previous.after + 1, pair.after - 1]
    const [gone, goneTo] = [previous.before + 1, pair.before - 1]
    if (gone > goneTo) {
      if (inside(previous.before) && inside(pair.before)) hold(from, to)
    } else if (inside(gone) && inside(goneTo)) {
      hold(from, to)
    } else if (goneTo - gone === to - from) {
      // As many words as before, across the passage's edge: one for one.
      hold(from + Math.max(0, first - gone), to - Math.max(0, goneTo - last))
    }
    if (pair.before < oldCount && inside(pair.before)) hold(pair.after, pair.after)
    previous = pair
  }
  return held
}

type Edge = { anchor: Anchor; old: readonly Unit[]; now: readonly Unit[]; pairs: readonly Pair[]; held: Held }

function startIn({ anchor, old, now, pairs, held, first }: Edge & { first: number }): number {
  const was = old[first]
  const is = now[held.first]
  if (!was || !is) return 0
  const into = anchor.start - was.start
  if (into < 0) return is.start - Math.min(-into, is.start - (now[held.first - 1]?.end ?? 0))
  if (into === 0 || !pairs.some((pair) => pair.before === first && pair.after === held.first)) return is.start
  return is.start + placeWithin(was.text, is.text, { codepoints: into, otherwise: 'start' })
}

function endIn({
  anchor,
  old,
  now,
  pairs,
  held,
  last,
  length,
}: Edge & { last: number; length: number }): number {
  const was = old[last]
  const is = now[held.last]
  if (!was || !is) return 0
  const beyond = anchor.end - was.end
  if (beyond > 0) return is.end + Math.min(beyond, (now[held.last + 1]?.start ?? length) - is.end)
  if (beyond === 0 || !pairs.some((pair) => pair.before === last && pair.after === held.last)) return is.end
  return is.start + placeWithin(was.text, is.text, { codepoints: anchor.end - was.start, otherwise: 'end' })
}

/** Where a place in the middle of a word lies after the word was respelled: by its beginning, else by its ending, else at its edge. */
function placeWithin(
  was: string,
  is: string,
  place: { codepoints: number; otherwise: 'start' | 'end' },
): number {
  const old = [...was]
  const now = [...is]
  const rest = old.length - place.codepoints
  if (commonStart(old, now) >= place.codepoints) return place.codepoints
  if (commonStart(old.toReversed(), now.toReversed()) >= rest) return now.length - rest
  return place.otherwise === 'start' ? 0 : now.length
}

function wholeUnits(now: readonly Unit[], held: Held): Anchor {
  return { start: now[held.first]?.start ?? 0, end: now[held.last]?.end ?? 0 }
}

/** A highlight of nothing but white space holds as long as the change lies clear of it. */
function rebaseBlank({ anchor, before, after }: { anchor: Anchor; before: string; after: string }): Rebased {
  const old = [...before]
  const now = [...after]
  if (anchor.end <= commonStart(old, now)) return { state: 'held', anchor }
  if (old.length - anchor.start > commonStart(old.toReversed(), now.toReversed())) return { state: 'lost' }
  const by = now.length - old.length
  return { state: 'held', anchor: { start: anchor.start + by, end: anchor.end + by } }
}

function commonStart(one: readonly string[], other: readonly string[]): number {
  let same = 0
  while (same < one.length && same < other.length && one[same] === other[same]) same++
  return same
}
