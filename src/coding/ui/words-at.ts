import type { TranscriptShown } from './coding-data.ts'

type Place = { utteranceId: string; start: number; end: number }

/** The words of an interview that stand at a place, counted in codepoints of its utterance. */
export function wordsAt(interview: TranscriptShown, { utteranceId, start, end }: Place): string {
  const text = interview.utterances.find((one) => one.utteranceId === utteranceId)?.text ?? ''
  return [...text].slice(start, end).join('')
}

/** All words that are picked, in the order of the text. */
export function wordsPicked({
  picked,
  interview,
}: {
  picked: readonly Place[]
  interview: TranscriptShown
}): string {
  return picked.map((place) => wordsAt(interview, place)).join(' … ')
}
