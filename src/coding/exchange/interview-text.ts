import type { InterviewSpeaker, InterviewText } from '../../conversations/index.ts'
import type { OwnTurns } from './refi.ts'

/** An interview as one text, and where each utterance begins in it (codepoints), by id. */
type WrittenInterview = { text: string; starts: Map<string, number>; turns: OwnTurns }

/**
 * Writes an interview as plain text, one turn a paragraph with who speaks in front: a pseudonym, or the part of who is no participant. Line ends
 * become "\n", the one kind all programs count alike; `placeIn` says where a place of an utterance lies after it.
 */
export function writeInterview(interview: InterviewText): WrittenInterview {
  const labels = labelsOf(interview.speakers)
  const heard = interview.speakers.filter(({ withheld }) => withheld === null)
  const speakers = heard.map(({ role, personId, speakerId }) => ({
    role,
    case: personId,
    name: labels.get(speakerId) ?? null,
  }))
  const order = new Map(heard.map(({ speakerId }, at) => [speakerId, at]))
  const starts = new Map<string, number>()
  const turns: OwnTurns['turns'] = []
  let text = ''
  let length = 0
  const add = (words: string) => {
    text += words
    length += [...words].length
  }
  for (const { utteranceId, speakerId, text: said, startMs, endMs } of interview.utterances) {
    add(`${text === '' ? '' : '\n\n'}${labels.get(speakerId) ?? 'Speaker'}: `)
    const start = length
    starts.set(utteranceId, start)
    add(plainLines(said))
    turns.push([start, length, order.get(speakerId) ?? 0, startMs, endMs])
  }
  const { language, happenedAt, interviewer: askedBy } = interview
  return { text, starts, turns: { language, happenedAt: happenedAt.toISOString(), askedBy, speakers, turns } }
}

/** Where a place in an utterance (codepoints) lies once its line ends are "\n". */
export function placeIn(said: string, place: number): number {
  if (!said.includes('\r\n')) return place
  const before = [...said].slice(0, place).join('')
  return place - (before.match(/\r\n/g)?.length ?? 0)
}

const plainLines = (said: string) => said.replaceAll(/\r\n?/g, '\n')

/** Pseudonyms of participants; others by their part, numbered where there are several. */
function labelsOf(speakers: readonly InterviewSpeaker[]): Map<string, string> {
  const labels = new Map<string, string>()
  for (const [role, called] of [
    ['interviewer', 'Interviewer'],
    ['other', 'Other'],
  ] as const) {
    const those = speakers.filter((speaker) => speaker.role === role)
    for (const [at, { speakerId }] of those.entries())
      labels.set(speakerId, those.length === 1 ? called : `${called} ${at + 1}`)
  }
  for (const { speakerId, role, label } of speakers)
    if (role === 'participant') labels.set(speakerId, label ?? 'Participant')
  return labels
}
