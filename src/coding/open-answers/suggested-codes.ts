import type { Alike } from './answer-index.ts'

/** A code an answer may deserve, and the coded answers that speak for it, most alike first. */
export type SuggestedCode = { codeId: string; share: number; because: Alike[] }

/** How many of the coded answers most like it are asked what an answer deserves. */
export const neighbours = 30

type Asked = {
  /** The place of the answer in the index. */
  at: number
  /** The codes people have given, by the place of the answer; nothing where none is given. */
  codesOf: (at: number) => readonly string[]
  most: number
}

/**
 * What people have called the coded answers most like this one: of the nearest of them, the share of their likeness that bears each code
 * (k nearest neighbours weighed by the cosine: Manning, Raghavan & Schütze 2008, chapter 14.3), highest first. An answer that shares no
 * word with any coded one deserves nothing.
 */
export function weighCodes(near: readonly Alike[], { at, codesOf, most }: Asked): SuggestedCode[] {
  const own = new Set(codesOf(at))
  const whole = near.reduce((sum, { likeness }) => sum + likeness, 0)
  const found = new Map<string, SuggestedCode>()
  for (const one of near)
    for (const codeId of codesOf(one.at)) {
      if (own.has(codeId)) continue
      const known = found.get(codeId) ?? { codeId, share: 0, because: [] }
      known.share += one.likeness / whole
      known.because.push(one)
      found.set(codeId, known)
    }
  return [...found.values()].toSorted((one, other) => other.share - one.share).slice(0, most)
}
