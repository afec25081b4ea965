import type { App, Postgres } from '../platform/index.ts'
import { openFile, UnreadableFile } from '../collect/index.ts'
import { guessLanguage } from '../language/index.ts'
import { decodeText } from '../platform/text/decode.ts'
import { MemberId } from '../workspace/index.ts'
import { findKnown, fingerprintOf } from './bring-interview.ts'
import type { AnswerColumns, Material, Preview } from './interview.schema.ts'
import { guessDate, type DateGuess } from './transcripts/date-guess.ts'
import { readDelimited } from './transcripts/delimited.ts'
import { readOpenAnswers } from './transcripts/open-answers.ts'
import { readJsonTranscript } from './transcripts/json-transcript.ts'
import { readPastedText, readTranscriptFile } from './transcripts/read-transcript.ts'
import { guessRoles } from './transcripts/roles.ts'
import type { ParsedTranscript } from './transcripts/transcript.ts'

type Refused = { state: 'refused'; problem: { id: string; message: string } }
type Read = { state: 'read'; transcript: ParsedTranscript } | Refused
type Table = Extract<Preview, { state: 'table' }>

/** Material as bytes: what the fingerprint is taken of and a file is read from. */
export function bytesOf(material: Material): Uint8Array {
  return material.how === 'file' ? Buffer.from(material.base64, 'base64') : Buffer.from(material.text)
}

/** The fingerprint of material, the chosen columns included: two columns of one table are two sources. */
export function materialFingerprint(
  app: Pick<App, 'secret'>,
  given: { workspaceId: string; material: Material; answers?: AnswerColumns | undefined },
): string {
  const bytes = bytesOf(given.material)
  const columns = given.answers && `\n${JSON.stringify([given.answers.text, given.answers.respondent])}`
  const content = columns === undefined ? bytes : Buffer.concat([bytes, Buffer.from(columns)])
  return fingerprintOf(app, { workspaceId: given.workspaceId, content })
}

/** Reads material into a transcript; a table needs to be told its columns. Expected trouble is `refused`. */
export async function readMaterial(given: {
  material: Material
  answers?: AnswerColumns | undefined
}): Promise<Read> {
  const { material, answers } = given
  if (answers !== undefined) return readAnswers(bytesOf(material), answers)
  if (isTable(material)) return refusedTable
  if (material.how === 'pasted') return readPastedText(material.text)
  return readTranscriptFile({ name: material.name, bytes: bytesOf(material) })
}

const refusedTable: Refused = {
  state: 'refused',
  problem: {
    id: 'answers-no-column',
    message: 'This is a table. Say which of its columns holds the answers.',
  },
}

/** The day material tells, for a person to confirm. */
export function dateOf(app: Pick<App, 'clock'>, material: Material): DateGuess | null {
  const bytes = bytesOf(material).subarray(0, 8000)
  const isText = !/^(?:PK|%PDF)/u.test(String.fromCharCode(...bytes.subarray(0, 4)))
  const head = isText && !isTable(material) ? decodeText(bytes).text : ''
  return guessDate({ name: material.name, head, today: app.clock.now() })
}

/** What is in material, without keeping anything: speakers with guessed roles, language, what would be left out. */
export async function previewMaterial(
  app: App,
  given: {
    workspaceId: string
    studyId: string
    material: Material
    answers?: AnswerColumns | undefined
  },
): Promise<Preview> {
  const { material, answers } = given
  if (answers === undefined && isTable(material)) return previewTable(material)
  const read = await readMaterial(given)
  if (read.state === 'refused') return read
  const { transcript } = read
  // Whoever answers a form is a participant; comparing thousands of them would take long.
  const guesses = transcript.kind === 'open-answers' ? [] : guessRoles(transcript)
  const samples = firstWords(transcript)
  const guess = await guessLanguage(textOf(transcript))
  return {
    state: 'read',
    kind: transcript.kind,
    title: titleOf(material.name),
    words: transcript.speakers.reduce((sum, speaker) => sum + speaker.words, 0),
    utterances: transcript.utterances.length,
    speakers: transcript.speakers.slice(0, shownSpeakers).map((speaker, at) => ({
      ...speaker,
      role: guesses[at]?.role ?? 'participant',
      why: guesses[at]?.why ?? 'no-sign',
      questionShare: guesses[at]?.questionShare ?? 0,
      talkShare: guesses[at]?.talkShare ?? 0,
      sample: samples.get(speaker.name) ?? '',
    })),
    speakerCount: transcript.speakers.length,
    dropped: transcript.dropped,
    language: { guess: guess.language, reliable: guess.reliable },
    date: dateOf(app, material),
    interviewerId: await memberAsking(app.pg, { ...given, transcript }),
    known: await findKnown(app.pg, {
      studyId: given.studyId,
      fingerprint: materialFingerprint(app, given),
    }),
  }
}

/** A file's name as a title: without folder and ending. */
export function titleOf(name: string): string {
  const plain = name
    .replace(/^.*[/\\]/u, '')
    .replace(/\.(?:txt|md|markdown|vtt|srt|sbv|docx|odt|pdf|rtf|html?|csv|tsv|xlsx|jsonl?)$/iu, '')
  return plain.trim().slice(0, 500)
}

/** Enough of what is said, from beginning to end, to guess the language of. */
export function textOf(transcript: ParsedTranscript): string {
  const step = Math.max(1, Math.floor(transcript.utterances.length / 200))
  return transcript.utterances
    .filter((_, at) => at % step === 0)
    .map((utterance) => utterance.text)
    .join('\n')
}

const shownSpeakers = 50
const longestSample = 160

function firstWords(transcript: ParsedTranscript): Map<string | null, string> {
  const samples = new Map<string | null, string>()
  for (const { speaker, text } of transcript.utterances)
    if (!samples.has(speaker))
      samples.set(speaker, [...text.slice(0, longestSample * 2)].slice(0, longestSample).join(''))
  return samples
}

/** The member who has the name of one who asks, where there is exactly one. */
async function memberAsking(
  pg: Postgres,
  { workspaceId, transcript }: { workspaceId: string; transcript: ParsedTranscript },
): Promise<MemberId | null> {
  if (transcript.kind === 'open-answers') return null
  const names = transcript.speakers.flatMap(({ name }) => (name === null ? [] : [name.toLowerCase()]))
  const rows = await pg
    .selectFrom('members')
    .innerJoin('users', 'users.id', 'members.user_id')
    .select(['members.id', 'users.name'])
    .where('workspace_id', '=', workspaceId)
    .execute()
  const found = rows.filter((row) => names.includes(row.name.toLowerCase()))
  return found.length === 1 && found[0] ? MemberId.parse(found[0].id) : null
}

/** JSON and rows are a table unless they are what a transcribing service wrote. */
function isTable(material: Material): boolean {
  if (material.how !== 'file') return false
  if (/\.xlsx$/iu.test(material.name)) return true
  if (/\.(?:csv|tsv)$/iu.test(material.name))
    return readDelimited(decodeText(bytesOf(material)).text) === undefined
  if (!/\.jsonl?$/iu.test(material.name)) return false
  const { state } = readJsonTranscript(decodeText(bytesOf(material)).text)
  // A file of lines that has only one is a single object.
  return state === 'table' || state === 'broken' || (state === 'unknown' && /\.jsonl$/iu.test(material.name))
}

async function previewTable(material: Material): Promise<Table | Refused> {
  const bytes = bytesOf(material)
  const opened = await openFile(sourceOf(bytes))
  if (opened.state === 'unreadable')
    return { state: 'refused', problem: { id: opened.id, message: opened.message } }
  const rows: string[][] = []
  const columns = [...opened.file.columns]
  const table = await refusable(async () => {
    for await (const batch of opened.file.rows()) {
      rows.push(...batch.rows.map((row) => row.cells))
      if (rows.length > 200) break
    }
  })
  if (table) return table
  const examples = columns.map((_, at) =>
    rows.map((cells) => cells[at] ?? '').filter((cell) => cell.trim() !== ''),
  )
  return {
    state: 'table',
    name: material.name,
    columns: columns.map((name, at) => ({
      name,
      examples: (examples[at] ?? []).slice(0, 3).map((cell) => cell.slice(0, longestSample).toWellFormed()),
    })),
    guess: guessColumns(columns, examples),
  }
}

/** The answers are where most words stand; who answered, where values are short and never come twice. */
function guessColumns(columns: readonly string[], examples: readonly string[][]): AnswerColumns {
  const mean = (cells: readonly string[]) =>
    cells.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, cells.length)
  const lengths = examples.map(mean)
  const text = lengths.indexOf(Math.max(...lengths))
  const named = columns.findIndex(
    (name, at) =>
      at !== text &&
      /^(?:id|.*[_ .-]?id|respond|participant|deltag|svarperson|user|person|befragte|kund)/iu.test(name) &&
      new Set(examples[at]).size === examples[at]?.length,
  )
  return { text: columns[text] ?? '', respondent: columns[named] ?? null }
}

async function readAnswers(bytes: Uint8Array, answers: AnswerColumns): Promise<Read> {
  const opened = await openFile(sourceOf(bytes))
  if (opened.state === 'unreadable')
    return { state: 'refused', problem: { id: opened.id, message: opened.message } }
  const columns = [...opened.file.columns]
  const text = columns.indexOf(answers.text)
  const respondent = answers.respondent === null ? -1 : columns.indexOf(answers.respondent)
  if (text === -1 || (answers.respondent !== null && respondent === -1))
    return {
      state: 'refused',
      problem: {
        id: 'answers-no-column',
        message: 'The file has no column of that name. Choose one of the columns that are in it.',
      },
    }
  const rows: { respondent: string | null; text: string | null }[] = []
  const refused = await refusable(async () => {
    for await (const batch of opened.file.rows())
      for (const { cells } of batch.rows)
        rows.push({ respondent: cells[respondent] ?? null, text: cells[text] ?? null })
  })
  if (refused) return refused
  const transcript = readOpenAnswers(rows)
  if (transcript.utterances.length === 0)
    return {
      state: 'refused',
      problem: {
        id: 'answers-empty',
        message: 'There are no words in this column. Choose the column with the answers.',
      },
    }
  return { state: 'read', transcript }
}

async function refusable(read: () => Promise<void>): Promise<Refused | undefined> {
  try {
    await read()
    return undefined
  } catch (error) {
    if (error instanceof UnreadableFile)
      return { state: 'refused', problem: { id: error.id, message: error.message } }
    throw error
  }
}

function sourceOf(bytes: Uint8Array) {
  return async function* () {
    yield bytes
  }
}
