import { roleOfLabel } from './speaker-words.ts'
import type { ParsedTranscript, Utterance } from './transcript.ts'

/** A part in an interview. */
export type SpeakerRole = 'interviewer' | 'participant'

/** A guess at a speaker's part, for a person to confirm: why it was made and the figures it rests on. */
export type RoleGuess = {
  speaker: string | null
  role: SpeakerRole
  why: 'label' | 'questions' | 'talk-share' | 'only-speaker' | 'no-sign'
  /** Share of the speaker's utterances that hold a question mark, 0 to 1. */
  questionShare: number
  /** Share of all words, 0 to 1. */
  talkShare: number
}

/**
 * Guesses who asks and who answers: by what the label says (Interviewer, Deltager, Q …), else by who asks: a speaker
 * with a question in at least a third of the turns, at least twice as often as the others together, and less than
 * 60 % of the words. One who speaks alone is a participant. A guess only: it is shown to be confirmed.
 */
export function guessRoles({
  speakers,
  utterances,
}: Pick<ParsedTranscript, 'speakers' | 'utterances'>): RoleGuess[] {
  const words = Math.max(
    1,
    speakers.reduce((sum, speaker) => sum + speaker.words, 0),
  )
  const questions = countQuestions(utterances)
  const figures = speakers.map((speaker) => ({
    speaker: speaker.name,
    questionShare: (questions.get(speaker.name) ?? 0) / Math.max(1, speaker.utterances),
    talkShare: speaker.words / words,
    asked: questions.get(speaker.name) ?? 0,
    turns: speaker.utterances,
    label: speaker.name === null ? undefined : roleOfLabel(speaker.name),
  }))
  const sum = (count: 'asked' | 'turns') => figures.reduce((all, figure) => all + figure[count], 0)
  const all = { asked: sum('asked'), turns: sum('turns') }
  const labelled = figures.some(({ label }) => label === 'interviewer')
  return figures.map(({ asked, turns, label, ...guess }) => {
    if (label) return { ...guess, role: label, why: 'label' }
    if (figures.length === 1) return { ...guess, role: 'participant', why: 'only-speaker' }
    if (labelled) return { ...guess, role: 'participant', why: 'no-sign' }
    const rest = (all.asked - asked) / Math.max(1, all.turns - turns)
    const asks =
      guess.questionShare >= 1 / 3 && guess.questionShare >= 2 * rest && guess.talkShare < 0.6 && asked >= 2
    if (asks) return { ...guess, role: 'interviewer', why: 'questions' }
    return {
      ...guess,
      role: 'participant',
      why: turns > 0 && guess.talkShare > 1 / figures.length ? 'talk-share' : 'no-sign',
    }
  })
}

function countQuestions(utterances: readonly Utterance[]): Map<string | null, number> {
  const questions = new Map<string | null, number>()
  for (const { speaker, text } of utterances) {
    if (/[?？؟]/u.test(text)) questions.set(speaker, (questions.get(speaker) ?? 0) + 1)
  }
  return questions
}
