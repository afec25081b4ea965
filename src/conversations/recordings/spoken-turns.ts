import type { Mark, Segment } from './recording.schema.ts'

/** What one speaker says in one go, with when each word begins. */
export type SpokenTurn = { who: string; text: string; startMs: number; endMs: number; starts: number[] }

/** A turn longer than this is cut where a segment ends, so that a reader finds the way in it. */
const longestTurn = 10_000

/**
 * Segments as turns, by who speaks from where on; undefined where the beginning or a voice has no name yet. Safe in the browser.
 */
export function spokenTurns({
  segments,
  marks,
}: {
  segments: readonly Segment[]
  marks: readonly Mark[]
}): SpokenTurn[] | undefined {
  const turns: SpokenTurn[] = []
  let who: string | undefined
  const whoFrom = new Map(marks.map((mark) => [mark.from, mark.who]))
  for (const [place, { text, startMs, endMs, starts }] of segments.entries()) {
    who = whoFrom.get(place) ?? who
    if (who === undefined || who.startsWith('voice ')) return undefined
    const last = turns.at(-1)
    if (last && last.who === who && last.text.length + text.length < longestTurn) {
      last.text += ` ${text}`
      last.endMs = Math.max(last.endMs, endMs)
      last.starts.push(...starts)
    } else turns.push({ who, text, startMs, endMs, starts: [...starts] })
  }
  return turns
}
