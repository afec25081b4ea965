import { decodeText } from '../../platform/text/decode.ts'
import type { AnswerColumns } from '../interview.schema.ts'
import { readAnswers, readSheet, readTable, type TableRead } from './answer-table.ts'
import { readDelimited } from './delimited.ts'
import { readJsonTranscript } from './json-transcript.ts'
import { readPastedText, readTranscriptFile, refused } from './read-transcript.ts'
import type { ParsedTranscript } from './transcript.ts'

/** What somebody brings: a file, or text they pasted; with columns it is a table of answers. */
export type GivenMaterial = {
  material: { how: 'file'; name: string; bytes: Uint8Array } | { how: 'pasted'; text: string }
  answers?: AnswerColumns | undefined
}

export type Refused = { state: 'refused'; problem: { id: string; message: string } }

/** A transcript, a table whose columns somebody must choose, or why neither. */
export type MaterialRead = { state: 'read'; transcript: ParsedTranscript } | TableRead | Refused

/** Reads material of any kind. Expected trouble is `refused`. Takes as long and as much as the file makes it: in a thread only. */
export async function readMaterial({ material, answers }: GivenMaterial): Promise<MaterialRead> {
  if (material.how === 'pasted')
    return answers === undefined
      ? readPastedText(material.text)
      : readAnswers(Buffer.from(material.text), answers)
  const { name, bytes } = material
  if (answers !== undefined) return readAnswers(bytes, answers)
  if (/\.xlsx$/iu.test(name)) return readSheet(bytes)
  if (!isTable(name, bytes)) return readTranscriptFile({ name, bytes })
  const table = await readTable(bytes)
  if (!/\.jsonl?$/iu.test(name)) return table
  // What begins like JSON and is no list of objects is a file cut off, or something else.
  if (table.state === 'refused' && table.problem.id === 'file-has-no-rows')
    return refused('transcript-json-broken')
  const head = decodeText(bytes.subarray(0, 4096)).text
  return /^\s*(?:\{|\[\s*\{)/u.test(head) ? table : refused('transcript-json-unknown')
}

/** JSON and rows are a table unless they are what a transcribing service wrote. */
function isTable(name: string, bytes: Uint8Array): boolean {
  if (/\.(?:csv|tsv)$/iu.test(name)) return readDelimited(decodeText(bytes).text) === undefined
  if (!/\.jsonl?$/iu.test(name)) return false
  const { state } = readJsonTranscript(decodeText(bytes).text)
  // A file of lines that has only one is a single object.
  return state === 'table' || state === 'broken' || (state === 'unknown' && /\.jsonl$/iu.test(name))
}
