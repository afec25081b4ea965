import type { UtteranceId } from '../../workspace/ids.ts'
import { countWords } from '../transcripts/transcript.ts'
import type { Timing } from './mirror.schema.ts'

/** A turn as it is measured, in order. */
export type Turn = {
  utteranceId: UtteranceId
  role: 'participant' | 'interviewer' | 'other'
  text: string
  startMs: number | null
  endMs: number | null
}

/**
 * An overlap counts as an interruption from here on: below a fifth of a second speakers of ten languages overlap in ordinary turn-taking (Stivers et
 * al. 2009, doi:10.1073/pnas.0903616106; overlaps and gaps as in Heldner & Edlund 2010, doi:10.1016/j.wocn.2010.08.002).
 */
const shortestOverlap = 200
/** "I see" is no interruption: so many words go along with a story instead of stopping it. */
const wordsOfGoingAlong = 3
/** A pause becomes a silence at about a second (Jefferson 1989, "standard maximum silence"). */
const shortestSilence = 1000
/** Who waits three seconds gets longer answers (Rowe 1974, doi:10.1002/tea.3660110202): a silence ended before is filled. */
const waitedLongEnough = 3000

/**
 * Interruptions and filled silences of the interviewer, from the end of a participant's turn to the beginning of the next turn, where that is the
 * interviewer's. Not measured where times are missing, only whole seconds, or cut so that no gap is left between turns. Pure.
 */
export function timingOf(turns: readonly Turn[]): Timing {
  const exchanges = turns.flatMap((turn, at) => {
    const before = turns[at - 1]
    if (turn.role !== 'interviewer' || before?.role !== 'participant') return []
    if (turn.startMs === null || before.endMs === null) return []
    return [{ turn, gap: turn.startMs - before.endMs, end: before.endMs, start: turn.startMs }]
  })
  if (exchanges.length === 0) return { state: 'not measured', why: 'no times' }
  if (exchanges.every(({ gap }) => gap === 0)) return { state: 'not measured', why: 'no gaps' }
  if (exchanges.every(({ end, start }) => end % 1000 === 0 && start % 1000 === 0))
    return { state: 'not measured', why: 'whole seconds' }
  const silent = exchanges.filter(({ gap }) => gap >= shortestSilence)
  return {
    state: 'measured',
    turns: exchanges.length,
    interruptions: exchanges
      .filter(({ gap, turn }) => gap <= -shortestOverlap && countWords(turn.text) > wordsOfGoingAlong)
      .map(({ gap, turn }) => ({ utteranceId: turn.utteranceId, overlapMs: -gap })),
    silences: silent.length,
    filled: silent
      .filter(({ gap }) => gap < waitedLongEnough)
      .map(({ gap, turn }) => ({ utteranceId: turn.utteranceId, silenceMs: gap })),
    longestSilenceMs: Math.max(0, ...exchanges.map(({ gap }) => gap)),
  }
}
