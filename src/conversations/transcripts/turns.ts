import type { Utterance } from './transcript.ts'

/** A turn longer than this is cut at sentence ends, so that a reader can find the way in it. */
export const longestTurn = 10_000

/** Text by nobody in particular is cut into pieces of about a paragraph. */
export const longestAnonymous = 1_500

/** Cues of nobody in particular further apart than this are not joined. */
const pauseMs = 2_000

/**
 * Joins what one speaker says in one go (start of the first, end of the last) up to `longestTurn`, and cuts what is
 * longer at sentence ends. Order stays. Turns without a speaker are joined only where `join` says so.
 */
export function mergeTurns(
  turns: readonly Utterance[],
  { glue, anonymous }: { glue: string; anonymous: 'join' | 'keep' },
): Utterance[] {
  const merged: Utterance[] = []
  for (const turn of turns) {
    const last = merged.at(-1)
    if (last && last.speaker === turn.speaker && belongsTo(last, turn, anonymous)) {
      last.text += glue + turn.text
      if (turn.endMs !== undefined) last.endMs = turn.endMs
      if (last.startMs === undefined && turn.startMs !== undefined) last.startMs = turn.startMs
    } else merged.push({ ...turn })
  }
  return merged.flatMap(cutTurn)
}

/** Cuts a text into pieces of at most `longest` characters: at line ends, else sentence ends, else words. */
export function splitSentences(text: string, longest: number): string[] {
  const pieces: string[] = []
  let rest = text.trim()
  while (rest.length > longest) {
    const end = cutPlace(rest, longest)
    pieces.push(rest.slice(0, end).trim())
    rest = rest.slice(end).trim()
  }
  if (rest !== '') pieces.push(rest)
  return pieces
}

function belongsTo(last: Utterance, turn: Utterance, anonymous: 'join' | 'keep'): boolean {
  if (turn.speaker !== null) return last.text.length + turn.text.length < longestTurn
  if (anonymous === 'keep' || (last.startMs === undefined) !== (turn.startMs === undefined)) return false
  const pause = (turn.startMs ?? 0) - (last.endMs ?? turn.startMs ?? 0)
  if (pause > pauseMs || last.text.length + turn.text.length > longestAnonymous) return false
  return last.text.length < 300 || !/[.!?…]["”’»)]?$/.test(last.text)
}

function cutTurn(turn: Utterance): Utterance[] {
  const longest = turn.speaker === null ? longestAnonymous : longestTurn
  if (turn.text.length <= longest) return [turn]
  const pieces = splitSentences(turn.text, longest)
  return pieces.map((text, at) => ({
    speaker: turn.speaker,
    text,
    // Only the ends of the whole are known; a time in between would be invented.
    ...(at === 0 && turn.startMs !== undefined ? { startMs: turn.startMs } : {}),
    ...(at === pieces.length - 1 && turn.endMs !== undefined ? { endMs: turn.endMs } : {}),
  }))
}

/** The best place to cut between a third of `longest` and `longest`. */
function cutPlace(text: string, longest: number): number {
  const from = Math.floor(longest / 3)
  const window = text.slice(0, longest)
  const line = window.lastIndexOf('\n')
  if (line > from) return line + 1
  for (let at = longest - 1; at > from; at--) {
    if (isSpace(window, at) && /[.!?…。！？]/.test(sentenceEnd(window, at))) return at + 1
  }
  for (let at = longest - 1; at > from; at--) if (isSpace(window, at)) return at + 1
  const code = text.charCodeAt(longest - 1)
  return code >= 0xd800 && code <= 0xdbff ? longest - 1 : longest
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code === 0x20 || code === 0x0a || code === 0x09 || code === 0xa0
}

/** The letter before a space, looking past closing quotes and brackets. */
function sentenceEnd(text: string, space: number): string {
  let at = space - 1
  while (at > 0 && '"”’»)]'.includes(text.charAt(at))) at--
  return text.charAt(at)
}
