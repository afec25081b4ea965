import { isFunctionWord, languages, tokenise, type Token } from '../language/index.ts'

/** What stands where somebody's words stood. */
export const takenOut = '[…]'

/** So many words in a row, as somebody said them, are theirs and no chance. */
const run = 4

/** A text in which words somebody said may stand. */
export type TextOfCode = { codeId: string; field: 'name' | 'description' | 'example'; text: string }

/** What somebody said: all of a turn (`codeId` null), or of a passage with that code. */
export type Spoken = { text: string; codeId: string | null }

/**
 * Looks for words that were said in what stands with codes: four in a row at least, or all of an example of two or three where a passage with that very
 * code holds them; capitals, punctuation and white space make no difference. Words that everybody says are nobody's. What was said is read one by one with
 * `hear`; `without` says what is left of a text afterwards.
 */
export function listenFor(texts: readonly TextOfCode[]) {
  const wanted = new Set<string>()
  const lengths = new Set<number>()
  for (const { codeId, field, text } of texts) {
    const words = wordsOf(text)
    const length = lengthIn(field, words)
    lengths.add(length)
    for (const one of runsOf(words, { length, codeId })) wanted.add(one)
  }
  const said = new Set<string>()
  return {
    hear: ({ text, codeId }: Spoken): void => {
      const words = wordsOf(text)
      for (const length of lengths)
        for (const one of runsOf(words, { length, codeId })) if (wanted.has(one)) said.add(one)
    },
    /** The text with the words taken out, empty where a name is nothing else; undefined where nothing of it is known to be said. */
    without: (given: TextOfCode): string | undefined => withoutSaid(given, said),
  }
}

function withoutSaid({ codeId, field, text }: TextOfCode, said: ReadonlySet<string>): string | undefined {
  const words = wordsOf(text)
  const length = lengthIn(field, words)
  const theirs = words.map(() => false)
  let at = 0
  for (const one of runsOf(words, { length, codeId })) {
    if (said.has(one)) theirs.fill(true, at, at + length)
    at++
  }
  const stretches = stretchesOf(words, theirs)
  if (stretches.length === 0) return undefined
  // A name that only holds some words of somebody's is the team's own.
  if (field === 'name') return theirs.every(Boolean) ? '' : undefined
  const characters = [...text]
  for (const { start, end } of stretches.toReversed()) characters.splice(start, end - start, takenOut)
  return characters.join('')
}

/** Where they stand in a row, in codepoints. */
function stretchesOf(words: readonly Token[], theirs: readonly boolean[]): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  let from = 0
  for (let at = 0; at <= words.length; at++) {
    if (theirs[at]) continue
    const [first, last] = [words[from], words[at - 1]]
    if (at > from && first && last && isTelling(words.slice(from, at)))
      found.push({ start: first.start, end: last.end })
    from = at + 1
  }
  return found
}

// Four words that everybody says are no sign of who said them.
const isTelling = (words: readonly Token[]) =>
  words.length >= 2 * run ||
  words.filter(({ normal }) => !languages.some((language) => isFunctionWord(language, normal))).length >= 2

// The same way on both sides, whatever the language.
const wordsOf = (text: string) => tokenise('en', text)

const lengthIn = (field: TextOfCode['field'], words: readonly Token[]) =>
  field === 'example' ? Math.max(2, Math.min(run, words.length)) : run

/** Fewer words than a run are looked for within one code only. */
function* runsOf(
  words: readonly Token[],
  { length, codeId }: { length: number; codeId: string | null },
): Generator<string> {
  const within = length < run ? [codeId ?? ''] : []
  for (let at = 0; at + length <= words.length; at++)
    yield [...within, ...words.slice(at, at + length).map(({ normal }) => normal)].join(' ')
}
