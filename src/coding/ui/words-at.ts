import type { TranscriptShown } from './coding-data.ts'

type Place = { utteranceId: string; start: number; end: number }

/** The words of an interview that stand at a place, counted in codepoints of its utterance. */
export function wordsAt(interview: TranscriptShown, { utteranceId, start, end }: Place): string {
  const text = interview.utterances.find((one) => one.utteranceId === utteranceId)?.text ?? ''
  return [...text].slice(start, end).join('')
}
