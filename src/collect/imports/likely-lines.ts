import { newBreath } from '../../platform/index.ts'

type Open = { line: number; raw: string }

/** Which lines rows are like that came back without their mark. */
export type LikelyLines = (rows: readonly { raw: string }[]) => Promise<number[]>

/** Words of more lines than this tell none of them from the others. */
const mostSharing = 50

/** Characters; longer rows are compared with nothing. */
export const longestCompared = 4000

/**
 * Knows lines to mend again by what they say. A row is like a line where at least two and three quarters of the words of both are the
 * same, and clearly more than with any other line: in doubt it is like none, and the line stays to be mended.
 */
export async function likelyLines(open: readonly Open[]): Promise<LikelyLines> {
  const breathe = newBreath()
  const linesOf = new Map<string, number[]>()
  for (const { line, raw } of open) {
    await breathe()
    for (const word of wordsOf(raw)) {
      const lines = linesOf.get(word)
      if (lines === undefined) linesOf.set(word, [line])
      // One too many is enough to know that there are.
      else if (lines.length <= mostSharing) lines.push(line)
    }
  }
  const isTelling = (word: string) => (linesOf.get(word)?.length ?? 0) <= mostSharing
  const sizeOf = new Map<number, number>()
  for (const lines of linesOf.values()) {
    await breathe()
    if (lines.length <= mostSharing) for (const line of lines) sizeOf.set(line, (sizeOf.get(line) ?? 0) + 1)
  }
  return async (rows) => {
    const found: number[] = []
    for (const { raw } of rows) {
      await breathe()
      if (raw.length > longestCompared) continue
      const words = [...wordsOf(raw)].filter(isTelling)
      const { line, shared, next } = bestOf(words.map((word) => linesOf.get(word) ?? []))
      const most = Math.max(words.length, sizeOf.get(line) ?? 0)
      if (shared >= 2 && shared >= most * 0.75 && next <= shared * 0.75) found.push(line)
    }
    return found
  }
}

/** The line that is there most often, how often it is, and how often the next one is. */
function bestOf(found: readonly number[][]): { line: number; shared: number; next: number } {
  const times = new Map<number, number>()
  for (const line of found.flat()) times.set(line, (times.get(line) ?? 0) + 1)
  let best = { line: 0, shared: 0, next: 0 }
  for (const [line, shared] of times) {
    if (shared > best.shared) best = { line, shared, next: best.shared }
    else if (shared > best.next) best = { ...best, next: shared }
  }
  return best
}

/** Words and numbers, whatever stood between them: a spreadsheet writes other delimiters, quotes and dates. No names of fields. */
function wordsOf(raw: string): Set<string> {
  return new Set(raw.replaceAll(/"(?:[^"\\]|\\.)*"\s*:/g, ' ').match(/[\p{L}\p{M}\p{N}]+/gu))
}
