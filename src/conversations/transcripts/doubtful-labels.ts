import { labelStrength } from './speaker-words.ts'
import {
  tallySpeakers,
  type Dropped,
  type ParsedTranscript,
  type Speaker,
  type TranscriptKind,
  type Utterance,
} from './transcript.ts'
import { mergeTurns } from './turns.ts'

/** Formats in which a label is words before a colon or on a line: elsewhere the file itself says who speaks. */
const guessedKinds: ReadonlySet<TranscriptKind> = new Set([
  ...(['text', 'markdown', 'docx', 'odt', 'pdf', 'rtf', 'html', 'pasted'] as const),
])

/** Turns of others before a label that stands once is out of the ordinary. */
const fewTurns = 10

/**
 * Labels that a person should be asked about, because they may begin a remark ("Remark: …", "Note to self: …") and name nobody: in a talk in which two
 * others take turns, those that stand once, or rarely and never where somebody goes on speaking after them. A part ("Interviewer"), a full name and
 * one of many names in capitals are none.
 */
export function doubtfulLabels({ kind, speakers, utterances }: ParsedTranscript): Set<string> {
  if (!guessedKinds.has(kind) || utterances.length < fewTurns) return new Set()
  const second = speakers.map((one) => one.utterances).toSorted((a, b) => b - a)[1] ?? 0
  const replied = repliedTo(utterances)
  const isLoudFile = speakers.filter(({ name }) => isLoud(name ?? '')).length > speakers.length / 2
  const isDoubtful = ({ name, utterances: turns }: Speaker) =>
    name !== null &&
    turns * 4 <= second &&
    (turns === 1 || !replied.has(name)) &&
    !(isLoudFile && isLoud(name)) &&
    !/^(?:role|letter)$/u.test(labelStrength(name)) &&
    !/^\p{Lu}\S*(?:\s\p{Lu}\S*)+$/u.test(name)
  return new Set(speakers.flatMap((speaker) => (isDoubtful(speaker) ? (speaker.name ?? []) : [])))
}

const isLoud = (name: string) => !/\p{Ll}/u.test(name)

/** After whom the one before speaks on: somebody was answered, or answers. A remark within a turn is followed by somebody else. */
function repliedTo(utterances: readonly Utterance[]): Set<string | null> {
  return new Set(
    utterances
      .filter((_, at) => at > 0 && utterances[at - 1]?.speaker === utterances[at + 1]?.speaker)
      .map(({ speaker }) => speaker),
  )
}

/** The transcript with these labels as words of the turn they stand in. What comes before anybody speaks is said by nobody, and left out. */
export function labelsAsText(transcript: ParsedTranscript, labels: ReadonlySet<string>): ParsedTranscript {
  if (labels.size === 0) return transcript
  const turns: Utterance[] = []
  const above: string[] = []
  for (const turn of transcript.utterances) {
    const last = turns.at(-1)
    if (turn.speaker === null || !labels.has(turn.speaker)) turns.push({ ...turn })
    else if (!last) above.push(`${turn.speaker}: ${turn.text}`)
    else {
      last.text += `\n${turn.speaker}: ${turn.text}`
      if (turn.endMs !== undefined) last.endMs = turn.endMs
    }
  }
  const utterances = mergeTurns(turns, { glue: '\n', anonymous: 'keep' })
  const left: Dropped[] = above.length === 0 ? [] : [headings(above)]
  return {
    ...transcript,
    utterances,
    speakers: tallySpeakers(utterances),
    dropped: [...transcript.dropped, ...left],
  }
}

const headings = ([first = '', ...more]: readonly string[]): Dropped => ({
  what: 'heading-lines',
  count: more.length + 1,
  example: first.slice(0, 120).toWellFormed(),
})
