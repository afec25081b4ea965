import { questionsAsked, type Language } from '../../language/index.ts'
import { countWords } from '../transcripts/transcript.ts'
import type { MirrorFigures } from './mirror.schema.ts'
import { timingOf, type Turn } from './timing.ts'

/** Marks that have their place shown; a closed question is a type, not a fault, in a conversation. */
const shownFaults: readonly string[] = ['leading', 'double_barrelled', 'hypothetical']

/** What an interviewer sees of themself in the turns of a conversation, in order. Figures to look at, never a grade. Pure. */
export function mirrorOf(turns: readonly Turn[], language: Language): MirrorFigures {
  const wordsOf = (role: Turn['role']) =>
    turns.reduce((sum, turn) => sum + (turn.role === role ? countWords(turn.text) : 0), 0)
  const words = { interviewer: wordsOf('interviewer'), participants: wordsOf('participant') }
  const said = words.interviewer + words.participants
  const asked = turns.flatMap((turn) =>
    turn.role === 'interviewer'
      ? questionsAsked(turn.text, language).map((one) => ({ ...one, utteranceId: turn.utteranceId }))
      : [],
  )
  const closed = asked.filter(({ faults }) => faults.some(({ fault }) => fault === 'closed')).length
  return {
    talkShare: said === 0 ? null : words.interviewer / said,
    words,
    questions: asked.length,
    open: asked.length - closed,
    closed,
    whys: asked.filter(({ isWhy }) => isWhy).length,
    marked: asked.flatMap(({ utteranceId, text, faults }) =>
      faults
        .filter(({ fault }) => shownFaults.includes(fault))
        .map(({ fault, why }) => ({ utteranceId, text, fault, why })),
    ),
    longestAnswer: longestAnswer(turns),
    timing: timingOf(turns),
  }
}

/** Turns of participants in a row are one answer: a long one was cut when it was brought in. */
function longestAnswer(turns: readonly Turn[]): MirrorFigures['longestAnswer'] {
  let longest: MirrorFigures['longestAnswer'] = null
  let running: NonNullable<MirrorFigures['longestAnswer']> | undefined
  for (const { role, utteranceId, text } of turns) {
    if (role !== 'participant') {
      running = undefined
      continue
    }
    running = {
      utteranceId: running?.utteranceId ?? utteranceId,
      words: (running?.words ?? 0) + countWords(text),
    }
    if (running.words > (longest?.words ?? 0)) longest = running
  }
  return longest
}
