import { toCodepoints } from './codepoints.ts'

/** A word as a transcriber heard it. */
export type HeardWord = { word: string; startMs: number }

type Spoken = { text: string; startMs: number; endMs: number }

/**
 * When each word of something said begins (a word is what stands between white space), in milliseconds. Heard words are taken in order where they
 * are the same but for case and signs; between two that are known, and everywhere without any, the time goes by the number of letters.
 */
export function wordStarts({ text, startMs, endMs }: Spoken, heard: readonly HeardWord[]): number[] {
  const words = wordsOf(text)
  const known = matched(words, heard)
  const length = Math.max(1, text.length)
  const starts: number[] = []
  let before = { at: 0, ms: startMs }
  for (const [place, { at }] of words.entries()) {
    const exact = known[place]
    if (exact !== undefined) before = { at, ms: Math.min(endMs, Math.max(before.ms, exact)) }
    const after = nextKnown({ words, known, place, end: { at: length, ms: endMs } })
    const share = after.at === before.at ? 0 : (at - before.at) / (after.at - before.at)
    starts.push(Math.round(before.ms + share * Math.max(0, after.ms - before.ms)))
  }
  return starts
}

/** When a place in something said is heard, in milliseconds: its word's begin, or worked out from the letters where no words are known. */
export function timeAt(
  spoken: Spoken & { starts?: readonly number[] | undefined },
  codepoint: number,
): number {
  const words = wordsOf(spoken.text)
  const starts = spoken.starts?.length === words.length ? spoken.starts : wordStarts(spoken, [])
  // The last word that begins at the place or before it.
  let found = spoken.startMs
  for (const [place, { at }] of words.entries()) {
    if (toCodepoints(spoken.text, at) > codepoint) break
    found = starts[place] ?? found
  }
  return found
}

/** When the word that ends a passage is over: where the next one begins, or the end. */
export function timeAfter(
  spoken: Spoken & { starts?: readonly number[] | undefined },
  codepoint: number,
): number {
  const words = wordsOf(spoken.text)
  const starts = spoken.starts?.length === words.length ? spoken.starts : wordStarts(spoken, [])
  const next = words.findIndex(({ at }) => toCodepoints(spoken.text, at) >= codepoint)
  return next === -1 ? spoken.endMs : (starts[next] ?? spoken.endMs)
}

function wordsOf(text: string): { word: string; at: number }[] {
  return [...text.matchAll(/\S+/gu)].map((found) => ({ word: found[0], at: found.index }))
}

/** Words to look ahead for one that was heard: services leave signs out, and write a number in one word or two. */
const lookAhead = 4

function matched(words: readonly { word: string }[], heard: readonly HeardWord[]): (number | undefined)[] {
  let next = 0
  return words.map(({ word }) => {
    const plain = plainOf(word)
    if (plain === '') return undefined
    const found = heard.slice(next, next + lookAhead).findIndex((one) => plainOf(one.word) === plain)
    if (found === -1) return undefined
    next += found + 1
    return heard[next - 1]?.startMs
  })
}

const plainOf = (word: string) => word.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')

type Place = { at: number; ms: number }

function nextKnown(given: {
  words: readonly { at: number }[]
  known: readonly (number | undefined)[]
  place: number
  end: Place
}): Place {
  const { words, known, place, end } = given
  for (let next = place + 1; next < words.length; next++) {
    const ms = known[next]
    if (ms !== undefined) return { at: words[next]?.at ?? end.at, ms: Math.min(ms, end.ms) }
  }
  return end
}
