import { openFile, UnreadableFile, type OpenedFile } from '../../collect/tables/index.ts'
import type { AnswerColumns } from '../interview.schema.ts'
import { readColumns } from './columns.ts'
import { readRows } from './delimited.ts'
import { readOpenAnswers, type OpenAnswer } from './open-answers.ts'
import type { Refused } from './read-material.ts'
import { mostTurns, refused } from './read-transcript.ts'
import { newDroppedList, type ParsedTranscript } from './transcript.ts'

/** A table whose columns somebody must choose: their names, the first values, and a guess. */
export type TableRead = {
  state: 'table'
  columns: { name: string; examples: string[] }[]
  guess: AnswerColumns
}

type Read = { state: 'read'; transcript: ParsedTranscript } | Refused

/** Longest beginning of somebody's words that is shown. */
export const longestSample = 160

/** Reads the first rows of a table of open answers. */
export async function readTable(bytes: Uint8Array): Promise<TableRead | Refused> {
  return withTable(bytes, async (file) => {
    const rows: string[][] = []
    for await (const batch of file.rows()) {
      rows.push(...batch.rows.map((row) => row.cells))
      if (rows.length > 200) break
    }
    const examples = file.columns.map((_, at) =>
      rows.map((cells) => cells[at] ?? '').filter((cell) => cell.trim() !== ''),
    )
    return {
      state: 'table',
      columns: file.columns.map((name, at) => ({
        name,
        examples: (examples[at] ?? []).slice(0, 3).map((cell) => cell.slice(0, longestSample).toWellFormed()),
      })),
      guess: guessColumns(file.columns, examples),
    }
  })
}

/** A sheet whose columns say who speaks is a transcript, as rows between commas are; any other is a table. */
export async function readSheet(bytes: Uint8Array): Promise<Read | TableRead> {
  const said = await withTable(bytes, readSaid)
  return said ?? readTable(bytes)
}

/** Reads the answers of one column, each by whoever the other column names. */
export async function readAnswers(bytes: Uint8Array, answers: AnswerColumns): Promise<Read> {
  return withTable(bytes, async (file) => {
    const text = file.columns.indexOf(answers.text)
    const respondent = answers.respondent === null ? -1 : file.columns.indexOf(answers.respondent)
    if (text === -1 || (answers.respondent !== null && respondent === -1)) return noColumn
    const rows: OpenAnswer[] = []
    const dropped = newDroppedList()
    const unread = file.columns.filter((_, at) => at !== text && at !== respondent)
    if (unread.length > 0) dropped.drop('unread-columns', unread.join(', '), unread.length)
    for await (const batch of file.rows()) {
      for (const { cells } of batch.rows)
        rows.push({ respondent: cells[respondent] ?? null, text: cells[text] ?? null })
      for (const { raw, reason } of batch.refused)
        if (reason !== 'second-header') dropped.drop('unread-rows', raw)
      if (rows.length > mostTurns) return refused('transcript-too-large')
    }
    const transcript = readOpenAnswers(rows)
    if (transcript.utterances.length === 0) return noAnswers
    return {
      state: 'read',
      transcript: { ...transcript, dropped: [...dropped.list(), ...transcript.dropped] },
    }
  })
}

const noColumn: Refused = {
  state: 'refused',
  problem: {
    id: 'answers-no-column',
    message: 'The file has no column of that name. Choose one of the columns that are in it.',
  },
}

const noAnswers: Refused = {
  state: 'refused',
  problem: {
    id: 'answers-empty',
    message: 'There are no words in this column. Choose the column with the answers.',
  },
}

/** Rows above the words that name the columns, at most: a title, a date. */
const mostAbove = 10

async function readSaid(file: OpenedFile): Promise<Read | undefined> {
  if (file.kind !== 'xlsx') return undefined
  const rows: string[][] = []
  for await (const { cells } of file.written()) {
    rows.push(cells.map(timeOfSheet))
    if (rows.length > mostTurns) return refused('transcript-too-large')
  }
  const head = rows.slice(0, mostAbove).findIndex((cells) => readColumns(cells) !== undefined)
  const turns = head < 0 ? undefined : readRows(rows[head] ?? [], rows.slice(head + 1))
  if (turns === undefined || turns.utterances.length === 0) return undefined
  const dropped = newDroppedList()
  for (const above of rows.slice(0, head)) dropped.drop('heading-lines', above.filter(Boolean).join(' '))
  for (const sheet of file.otherSheets) dropped.drop('other-sheets', sheet)
  const transcript = { kind: 'table', encoding: 'text', ...turns } as const
  return { state: 'read', transcript: { ...transcript, dropped: [...dropped.list(), ...turns.dropped] } }
}

/** A time of day is the fraction of a day that follows the last day of 1899: "00:01:02" in the sheet. */
function timeOfSheet(cell: string): string {
  if (cell === '1899-12-30') return '00:00:00'
  return /^18(?:99-12-3[01])T(\d{2}:\d{2}:\d{2}(?:\.\d+)?)Z$/u.exec(cell)?.[1] ?? cell
}

async function withTable<Answer>(
  bytes: Uint8Array,
  read: (file: OpenedFile) => Promise<Answer>,
): Promise<Answer | Refused> {
  try {
    const opened = await openFile(async function* () {
      yield bytes
    })
    if (opened.state === 'opened') return await read(opened.file)
    return { state: 'refused', problem: { id: opened.id, message: opened.message } }
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    return { state: 'refused', problem: { id: error.id, message: error.message } }
  }
}

/** The answers are where most words stand; who answered, where values are short and never come twice. */
function guessColumns(columns: readonly string[], examples: readonly string[][]): AnswerColumns {
  const mean = (cells: readonly string[]) =>
    cells.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, cells.length)
  const lengths = examples.map(mean)
  const text = lengths.indexOf(lengths.reduce((most, one) => Math.max(most, one), 0))
  const named = columns.findIndex(
    (name, at) =>
      at !== text &&
      (/^(?:id|.*[_ .-]?id|respond|participant|deltag|svarperson|user|person|befragte|kund|klant|customer)/iu.test(
        name,
      ) ||
        mailHeading.test(name)) &&
      new Set(examples[at]).size === examples[at]?.length,
  )
  const respondent = columns[named] ?? null
  return { text: columns[text] ?? '', respondent, ...identifierOf(respondent ?? '', examples[named] ?? []) }
}

/** What kind of identifier a column holds by its heading. A bare "id" is a number of the survey: nobody in the data is named by chance. */
function identifierOf(heading: string, cells: readonly string[]): Pick<AnswerColumns, 'identifier'> {
  if (cells.length > 0 && cells.every((cell) => /^[^\s@]+@[^\s@]+$/u.test(cell.trim())))
    return { identifier: 'email' }
  if (customerHeading.test(heading.trim())) return { identifier: 'customer_id' }
  return userHeading.test(heading.trim()) ? { identifier: 'user_id' } : {}
}

const mailHeading = /^(?:e[-_ ]?)?(?:mail|post|mejl)(?:$|[-_ ]?adre)/iu
const customerHeading = /^(?:customer|client|kunden?|klant)[-_ ]?(?:id|no|nr|number|nummer)\.?$/iu
const userHeading = /^(?:user|bruger|användar|gebruikers?|benutzer|nutzer)[-_ ]?id$/iu
