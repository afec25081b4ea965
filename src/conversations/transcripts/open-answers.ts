import { cleanText } from './plain-text.ts'
import { newDroppedList, tallySpeakers, type ParsedTranscript, type Utterance } from './transcript.ts'
import { mergeTurns } from './turns.ts'

/** One row of a survey or review file: who answered, if that is known, and what they wrote. */
export type OpenAnswer = { respondent: string | null; text: string | null | undefined }

const nothingSaid = /^(?:[-–—./?\s]*|n\/?a|null|none|nan)$/iu

/**
 * Turns rows of open answers into one transcript whose speakers are the respondents. A row without a respondent is one
 * of its own, named by its row ("#17", the first row is 1), because answers by nobody known are not by one person.
 * Rows without words (empty, "-", "N/A") are left out and said.
 */
export function readOpenAnswers(rows: readonly OpenAnswer[]): ParsedTranscript {
  const dropped = newDroppedList()
  const turns: Utterance[] = []
  for (const [at, { respondent, text }] of rows.entries()) {
    const said = cleanText(text ?? '', dropped).trim()
    const speaker = respondent?.replace(/\s+/gu, ' ').trim().toWellFormed() || `#${at + 1}`
    if (nothingSaid.test(said)) dropped.drop('answers-without-text', `${speaker}: ${said}`)
    else turns.push({ speaker, text: said })
  }
  // Two answers of one respondent stay two: each has its own question.
  const utterances = turns.flatMap((turn) => mergeTurns([turn], { glue: '\n', anonymous: 'keep' }))
  return {
    kind: 'open-answers',
    encoding: 'text',
    speakers: tallySpeakers(utterances),
    utterances,
    dropped: dropped.list(),
  }
}
