/** `npm run bench -- NAME… [--json]`: measures, and says what this machine could do at best in the same run. */
import { parseArgs } from 'node:util'
import { measureCoding } from './coding.ts'
import { measureConfidentiality } from './confidentiality.ts'
import { measureFileImport } from './import.ts'
import { measureIngest } from './ingest.ts'
import { measureKill } from './kill-bench.ts'
import { measureOpenAnswers } from './open-answers.ts'
import { measurePages } from './pages.ts'
import { measureRecordings } from './recordings.ts'
import { measureReader } from './reader.ts'
import { measureReading } from './reading.ts'
import { measureRecruiting } from './recruiting.ts'
import type { Bench } from './report.ts'
import { asTable } from './report.ts'
import { measureSearch } from './search.ts'
import { measureSegments } from './segments.ts'
import { measureTranscripts } from './transcripts.ts'
import { measureMeetings } from './words.ts'

const benches: Record<string, Bench> = {
  ingest: measureIngest,
  import: measureFileImport,
  'open-answers': measureOpenAnswers,
  search: measureSearch,
  segments: measureSegments,
  transcripts: measureTranscripts,
  coding: measureCoding,
  confidentiality: measureConfidentiality,
  words: measureMeetings,
  pages: measurePages,
  reader: measureReader,
  reading: measureReading,
  recruiting: measureRecruiting,
  recordings: measureRecordings,
  kill: measureKill,
}

const { positionals, values } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' } } })
const unknown = positionals.filter((name) => !(name in benches))
if (positionals.length === 0 || unknown.length > 0) {
  console.error(`Usage: npm run bench -- ${Object.keys(benches).join('|')} [--json]`)
  process.exit(2)
}
for (const name of positionals) {
  const report = await benches[name]?.((line) => console.error(line))
  if (!report) continue
  console.log(values.json === true ? JSON.stringify({ bench: name, ...report }) : asTable(name, report))
  if (!report.reached) process.exitCode = 1
}
