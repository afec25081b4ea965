import { z } from 'zod'
import type { Mark, Segment } from './recording.schema.ts'
import { wordStarts, type HeardWord } from './word-starts.ts'

/** What was heard in a recording, as somebody who reads it goes through it. */
export type Heard = { segments: Segment[]; marks: Mark[] }

const Seconds = z.number().min(0).max(2_000_000)
const Word = z.object({ word: z.string(), start: Seconds })
const Said = z.object({
  start: Seconds,
  end: Seconds,
  text: z.string(),
  speaker: z.union([z.string(), z.number()]).nullish(),
  words: z.array(Word.partial()).nullish(),
})

/** `verbose_json` of OpenAI's endpoint, with the words inside the segments as others give them, or a plain text with its length. */
const Answer = z.object({
  text: z.string().default(''),
  duration: z.coerce.number().optional(),
  segments: z.array(Said).nullish(),
  words: z.array(Word).nullish(),
})

/** Reads a transcriber's answer; undefined where it is none. `durationMs`: length of the recording where it is known, for answers without times. */
export function readAnswer(body: string, durationMs: number | null): Heard | undefined {
  const parsed = Answer.safeParse(parseJson(body))
  if (!parsed.success) return undefined
  const { text, duration, segments, words } = parsed.data
  const heard = (words ?? []).map(asHeard)
  const whole = { start: 0, end: duration ?? (durationMs ?? 0) / 1000, text }
  const told: z.output<typeof Said>[] = segments?.length ? segments : [whole]
  const said = told.flatMap((one) => {
    const clean = one.text.replaceAll(/\s+/gu, ' ').trim().toWellFormed().replaceAll('\0', '')
    return clean === '' ? [] : [{ ...one, text: clean }]
  })
  return {
    segments: said.map((one) => segmentOf(one, heard)),
    marks: marksOf(said.map(({ speaker }) => speaker)),
  }
}

function segmentOf(said: z.output<typeof Said>, heard: readonly HeardWord[]): Segment {
  const startMs = Math.round(said.start * 1000)
  const endMs = Math.max(startMs, Math.round(said.end * 1000))
  const own = (said.words ?? []).flatMap(({ word, start }) =>
    word === undefined || start === undefined ? [] : [asHeard({ word, start })],
  )
  // Clocks of words and segments differ by a few hundredths.
  const within =
    own.length > 0 ? own : heard.filter((one) => one.startMs >= startMs - 50 && one.startMs < endMs)
  const spoken = { text: said.text, startMs, endMs }
  return { ...spoken, starts: wordStarts(spoken, within) }
}

/** Voices that were told apart, in the order in which they speak; none where there is one. */
function marksOf(speakers: readonly (string | number | null | undefined)[]): Mark[] {
  const names = [...new Set(speakers.filter((name) => name !== null && name !== undefined))].slice(0, 99)
  if (names.length < 2) return []
  const marks: Mark[] = []
  for (const [from, name] of speakers.entries()) {
    const place = names.indexOf(name ?? '')
    if (place === -1) continue
    const who = `voice ${place + 1}` as const
    if (marks.at(-1)?.who !== who) marks.push({ from, who })
  }
  return marks
}

const asHeard = ({ word, start }: { word: string; start: number }): HeardWord => ({
  word,
  startMs: Math.round(start * 1000),
})

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
