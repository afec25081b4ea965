import { readVoices } from './cue-text.ts'
import type { SaidCue } from './cue-times.ts'
import { labelOfLine } from './line-label.ts'
import type { TextTurns } from './plain-text.ts'
import { withoutRepeats } from './rolling-cues.ts'
import { chooseSpeakers, nameSpeakers, type Candidate } from './speaker-choice.ts'
import { tallySpeakers, type DroppedList, type Utterance } from './transcript.ts'
import { mergeTurns } from './turns.ts'

/**
 * Turns cues into utterances: voices and "Name:" at the beginning of a cue's lines say who speaks; cues of one
 * speaker in a row are one utterance from the start of the first to the end of the last.
 */
export function readSubtitles(cues: readonly SaidCue[], dropped: DroppedList): TextTurns {
  const parts = withoutRepeats(cues).flatMap((cue) => partsOfCue(cue, dropped))
  const candidates = findNames(parts)
  const chosen = chooseSpeakers(candidates, parts.length)
  const named = new Map(
    candidates.filter(({ line }) => chosen.has(line)).map((candidate) => [candidate.line, candidate]),
  )
  const { nameOf } = nameSpeakers([...named.values()].map(({ label }) => label))
  const turns: Utterance[] = []
  // A cue without a name goes on with what the last speaker says, but only where names are written before the words.
  let speaking: string | null = null
  for (const [at, part] of parts.entries()) {
    const name = named.get(at)
    if (name) speaking = nameOf(name.label)
    const text = (name ? name.rest : part.text).trim()
    if (text === '') continue
    turns.push({ speaker: part.voice ?? speaking, text, ...part.times })
  }
  const utterances = mergeTurns(turns, { glue: ' ', anonymous: 'join' })
  return { speakers: tallySpeakers(utterances), utterances, dropped: dropped.list() }
}

type Part = { voice: string | null; text: string; times: { startMs?: number; endMs?: number } }

/** Lines of a cue that name a speaker each are parts of their own; other lines belong together. */
function partsOfCue({ text: cue, ...times }: SaidCue, dropped: DroppedList): Part[] {
  const voices = readVoices(cue.replace(/\{\\[^}]{0,80}\}/gu, ''))
  if (voices.length === 0) dropped.drop('cues-without-text', cue)
  return voices.flatMap(({ voice, text }) => {
    const lines = text.split('\n').map((line) => line.replace(/\s+/gu, ' ').trim())
    const pieces: string[] = []
    for (const line of lines) {
      const opens = voice === null && labelOfLine(line.replace(/^(?:[-–—]|>>)\s*/u, ''))?.form === 'colon'
      if (pieces.length === 0 || opens) pieces.push(line)
      else pieces.push(`${pieces.pop() ?? ''} ${line}`)
    }
    return pieces.map((piece) => ({ voice, text: piece, times }))
  })
}

function findNames(parts: readonly Part[]): Candidate[] {
  return parts.flatMap((part, line) => {
    if (part.voice !== null) return []
    const label = labelOfLine(part.text.replace(/^(?:[-–—]|>>)\s*/u, ''))
    if (label?.form !== 'colon' && label?.form !== 'bracket') return []
    return [{ ...label, line, afterBlank: true, followed: true }]
  })
}
