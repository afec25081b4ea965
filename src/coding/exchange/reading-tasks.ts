import { answerTasks } from '../../platform/threads/answer-tasks.ts'
import { Problem, type ProblemStatus } from '../../platform/http/problem.ts'
import type { Want } from '../../platform/threads/thread.ts'
import type { RandomBytes } from './archive.ts'
import { newReport, type ReportLine } from './import-report.ts'
import { openExchange, type Exchange } from './open-exchange.ts'
import { readSource, type ReadSource } from './read-source.ts'
import type { OwnTurns, RefiCase, RefiProject, RefiSource } from './refi.ts'
import { passagesIn, type MarkableTurn, type SourcePassages } from './source-passages.ts'

// Runs in a thread of its own, which holds one project while it is brought in: a file made to be slow holds up nobody, and the thread can be ended.

/** An answer with what was noted on the way to it, or why there is none. */
export type Refusable<Answer> =
  | { state: 'read'; answer: Answer; lines: ReportLine[] }
  | { state: 'refused'; problem: { id: string; status: ProblemStatus; detail: string } }

/** A project without what there may be a hundred thousand of: texts and what is marked in them stay in the thread. */
export type ProjectHead = Omit<RefiProject, 'sources' | 'cases'> & {
  sources: SourceHead[]
  cases: Omit<RefiCase, 'selections'>[]
}

export type SourceHead = Omit<RefiSource, 'content' | 'selections' | 'turns'> & {
  /** What Samtale wrote beside, without its turns. */
  own: Omit<OwnTurns, 'turns'> | undefined
  /** Notes of what is marked in it. */
  passageNotes: string[]
}

let exchange: Exchange | undefined
let last: { source: RefiSource; read: ReadSource } | undefined
const report = newReport()
const emptied = report.rewinder()

const tasks = { open, look, source, passages, path }
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

/** The project without its sources' texts, which are asked for one by one. */
async function open(file: { size: number }, want: Want) {
  return refusable(async () => {
    exchange = await opened(file, want)
    const { kind, project, content } = exchange
    const head: ProjectHead = {
      ...project,
      sources: project.sources.map(headOf),
      cases: project.cases.map(({ selections: _, ...one }) => one),
    }
    return { kind, content: new TextEncoder().encode(content), project: head }
  })
}

function headOf({ content: _, selections, turns, ...source }: RefiSource): SourceHead {
  const own = turns && withoutTurns(turns)
  return { ...source, own, passageNotes: [...new Set(selections.flatMap(({ noteGuids }) => noteGuids))] }
}

const withoutTurns = ({ turns: _, ...about }: OwnTurns) => about

/** Turns of a source, who speaks, and whose cases they may be; undefined (and said in the report) where there are none to be had. */
async function source(at: number) {
  const given = here().project.sources[at]
  const read = given && (await readSource(here(), { source: given, report }))
  last = given && read && { source: given, read }
  if (last === undefined) return { source: undefined, lines: lines() }
  const { content, text, transcript, roles } = last.read
  const said = { content: new TextEncoder().encode(content), opening: text.slice(0, 20_000).toWellFormed() }
  return { source: { ...said, transcript, roles, cases: casesIn(last.source) }, lines: lines() }
}

/** GUIDs of the cases a source, or a passage of it, belongs to. */
function casesIn({ guid, selections }: RefiSource): string[] {
  const passages = new Set(selections.map((selection) => selection.guid))
  return here()
    .project.cases.filter(
      (one) => one.sources.includes(guid) || one.selections.some((of) => passages.has(of)),
    )
    .map((one) => one.guid)
}

/** What is marked in the source that was read last, in turns as they are kept. */
function passages({ turns, codes }: { turns: readonly MarkableTurn[]; codes: readonly string[] }): {
  passages: SourcePassages
  lines: ReportLine[]
} {
  if (last === undefined) throw new Error('no source was read')
  const { source, read } = last
  const { notes } = here().project
  const found = passagesIn({
    source,
    turns,
    codes,
    report,
    places: read.places,
    stretches: read.stretchesOf(turns.map(({ text }) => text)),
    isNoted: (guid) => (notes.get(guid)?.content ?? '') !== '',
  })
  return { passages: found, lines: lines() }
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
