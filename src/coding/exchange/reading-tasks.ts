import { answerTasks } from '../../platform/threads/answer-tasks.ts'
import { Problem, type ProblemStatus } from '../../platform/http/problem.ts'
import type { Want } from '../../platform/threads/thread.ts'
import type { RandomBytes } from './archive.ts'
import { newReport, type ReportLine } from './import-report.ts'
import { openExchange, type Exchange } from './open-exchange.ts'
import { readSource, type ReadSource } from './read-source.ts'

// Runs in a thread of its own, which holds one project while it is brought in: a file made to be slow holds up nobody, and the thread can be ended.

/** An answer with what was noted on the way to it, or why there is none. */
export type Refusable<Answer> =
  | { state: 'read'; answer: Answer; lines: ReportLine[] }
  | { state: 'refused'; problem: { id: string; status: ProblemStatus; detail: string } }

let exchange: Exchange | undefined
let last: ReadSource | undefined
const report = newReport()
const emptied = report.rewinder()

const tasks = { open, look, source, stretches, path }
export type ExchangeTasks = typeof tasks

answerTasks(tasks)

/** What is in a codebook or project, in figures. */
async function look(file: { size: number }, want: Want) {
  return refusable(async () => {
    const { kind, project } = await opened(file, want)
    return {
      kind,
      name: project.name,
      origin: project.origin,
      codes: project.codes.length,
      sources: project.sources.length,
      passages: project.sources.reduce((sum, { selections }) => sum + selections.length, 0),
      cases: project.cases.length,
    }
  })
}

/** The project without the texts of its sources, which are asked for one by one. */
async function open(file: { size: number }, want: Want) {
  return refusable(async () => {
    exchange = await opened(file, want)
    const { kind, project, content } = exchange
    const sources = project.sources.map((one) => ({ ...one, content: undefined }))
    return { kind, content: new TextEncoder().encode(content), project: { ...project, sources } }
  })
}

/** Words, turns and selections of a source; undefined (and said in the report) where there are none to be had. */
async function source(at: number) {
  const given = here().project.sources[at]
  last = given && (await readSource(here(), { source: given, report }))
  if (last === undefined) return { source: undefined, lines: lines() }
  const { stretchesOf: _, ...read } = last
  return { source: read, lines: lines() }
}

/** Where utterances stand in the text of the source that was read last. */
function stretches(said: readonly string[]) {
  return last?.stretchesOf(said) ?? []
}

async function path({ path: name, most }: { path: string; most: number | undefined }) {
  return { file: await here().readPath(name, most), lines: lines() }
}

function opened({ size }: { size: number }, want: Want): Promise<Exchange> {
  const file: RandomBytes = {
    size,
    read: async (from, until) => (await want('bytes', { from, until })) as Uint8Array,
  }
  return openExchange(file, report)
}

function here(): Exchange {
  if (exchange === undefined) throw new Error('no project is open')
  return exchange
}

/** What was noted since it was last asked. */
function lines(): ReportLine[] {
  const noted = report.lines()
  emptied()
  return noted
}

async function refusable<Answer>(read: () => Promise<Answer>): Promise<Refusable<Answer>> {
  try {
    return { state: 'read', answer: await read(), lines: lines() }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const { id, status, detail } = error
    return { state: 'refused', problem: { id, status, detail } }
  }
}
