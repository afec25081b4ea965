import { answerTasks } from '../../platform/threads/answer-tasks.ts'
import { longestSample } from './answer-table.ts'
import { measurePdf } from './pdf.ts'
import { readMaterial, type GivenMaterial } from './read-material.ts'
import { guessRoles } from './roles.ts'
import { doubtfulLabels } from './doubtful-labels.ts'
import type { ParsedTranscript } from './transcript.ts'

// Runs in a thread of its own: a file made to be slow holds up nobody, and the thread can be ended.

const tasks = {
  read: readWhole,
  look: lookThrough,
  /** How wide and high the pages of a PDF are. */
  pages: measurePdf,
}
export type ReadingTasks = typeof tasks

answerTasks(tasks)

/** A transcript with a part guessed for each speaker, and enough of its words to guess the language of. */
async function readWhole(given: GivenMaterial) {
  const read = await readMaterial(given)
  if (read.state !== 'read') return read
  const { transcript } = read
  return {
    state: 'read' as const,
    transcript,
    roles: rolesIn(transcript).map(({ role }) => role),
    sample: sampleOf(transcript),
  }
}

const shownSpeakers = 50

/** What is shown of a transcript before it is kept; which of `askers` speak in it by that name. */
async function lookThrough({ askers, ...given }: GivenMaterial & { askers: readonly string[] }) {
  const read = await readMaterial(given)
  if (read.state !== 'read') return read
  const { transcript } = read
  const { kind, speakers, utterances, dropped } = transcript
  const roles = rolesIn(transcript)
  const first = firstWords(transcript)
  const doubtful = doubtfulLabels(transcript)
  const names = new Set(
    kind === 'open-answers'
      ? []
      : speakers.flatMap(({ name }) => (name === null ? [] : [name.toLowerCase()])),
  )
  return {
    state: 'read' as const,
    kind,
    dropped,
    words: speakers.reduce((sum, speaker) => sum + speaker.words, 0),
    utterances: utterances.length,
    speakerCount: speakers.length,
    speakers: speakers.slice(0, shownSpeakers).map((speaker, at) => ({
      ...speaker,
      role: roles[at]?.role ?? ('participant' as const),
      why: roles[at]?.why ?? ('no-sign' as const),
      questionShare: roles[at]?.questionShare ?? 0,
      talkShare: roles[at]?.talkShare ?? 0,
      sample: first.get(speaker.name) ?? '',
      isDoubtful: doubtful.has(speaker.name ?? ''),
    })),
    sample: sampleOf(transcript),
    names: kind === 'open-answers' ? speakers.map(({ name }) => name) : [],
    asking: askers.filter((name) => names.has(name.toLowerCase())),
  }
}

/** Whoever answers a form is a participant. */
function rolesIn(transcript: ParsedTranscript) {
  return transcript.kind === 'open-answers' ? [] : guessRoles(transcript)
}

function firstWords(transcript: ParsedTranscript): Map<string | null, string> {
  const samples = new Map<string | null, string>()
  for (const { speaker, text } of transcript.utterances)
    if (!samples.has(speaker))
      samples.set(speaker, [...text.slice(0, longestSample * 2)].slice(0, longestSample).join(''))
  return samples
}

const longestText = 20_000
const parts = 20

/** Enough of what is said, from beginning to end, to guess the language of. */
function sampleOf(transcript: ParsedTranscript): string {
  const step = Math.max(1, Math.floor(transcript.utterances.length / 200))
  const text = transcript.utterances
    .filter((_, at) => at % step === 0)
    .map((utterance) => utterance.text)
    .join('\n')
  if (text.length <= longestText) return text
  // Three hours may be one paragraph.
  const length = longestText / parts
  return Array.from({ length: parts }, (_, at) => {
    const from = Math.floor(((text.length - length) / (parts - 1)) * at)
    return text.slice(from, from + length)
  })
    .join('\n')
    .toWellFormed()
}
