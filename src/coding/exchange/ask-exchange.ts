import { inTurn, newTurns, Problem, startThread, ThreadLimit, type Thread } from '../../platform/index.ts'
import type { RandomBytes } from './archive.ts'
import { newReport, type Reporting, type ReportLine } from './import-report.ts'
import { problems, type Exchange, type SourceBytes } from './open-exchange.ts'
import type { ReadSource } from './read-source.ts'
import type { ExchangeTasks, ProjectHead, Refusable } from './reading-tasks.ts'
import type { MarkableTurn, SourcePassages } from './source-passages.ts'

/** A project of 300,000 codings takes half a gigabyte and some ten seconds. */
const limits = { milliseconds: 120_000, megabytes: 2048 }

/** A source as the thread read it. */
export type AskedSource = Pick<ReadSource, 'transcript' | 'roles'> & {
  /** What it is known by when it comes again. */
  content: Uint8Array
  /** The beginning of its text. */
  opening: string
  /** GUIDs of the cases it, or a passage of it, belongs to. */
  cases: string[]
  /** What is marked in it, given its turns as they are kept and the codes that came in; of the source read last. */
  passagesIn: (given: { turns: readonly MarkableTurn[]; codes: readonly string[] }) => Promise<SourcePassages>
}

/** A codebook or project, held open by a thread. */
export type AskedExchange = Pick<Exchange, 'kind'> & {
  project: ProjectHead
  /** What the file is known by when it comes again. */
  content: Uint8Array
  /** Reads words and turns of the source at that place. */
  readSource: (at: number) => Promise<AskedSource | undefined>
  readPath: (path: string, most?: number) => Promise<SourceBytes>
}

type Asking = { workspaceId: string; file: RandomBytes; report: Reporting; signal?: AbortSignal | undefined }

/** Projects that are open at the same time, of one workspace a single one: each may hold two gigabytes until all of it is brought in. */
const inPlace = newTurns({ most: 2, ofOne: 1 })

/**
 * Has something done with a codebook or project that a thread of its own holds open meanwhile; waits where two are open already, so it is never called
 * from within another's use. Throws the problems of `openExchange`, `sender-gone` (499), and `exchange-too-much` (422) at any step that takes more time or memory than it may.
 */
export async function withExchange<Answer>(
  asking: Asking,
  use: (exchange: AskedExchange) => Promise<Answer>,
): Promise<Answer> {
  const { report, file } = asking
  return withThread(asking, async (ask) => {
    const opened = answerOf(await ask('open', { size: file.size }), report)
    return use({
      ...opened,
      readSource: async (at) => {
        const { source } = sayingLines(await ask('source', at), report)
        return (
          source && {
            ...source,
            passagesIn: async (given) => sayingLines(await ask('passages', given), report).passages,
          }
        )
      },
      readPath: async (path, most) => sayingLines(await ask('path', { path, most }), report).file,
    })
  })
}

/** What is in a codebook or project, in figures, with what would be repaired or left out. Waits and throws as `withExchange` does. */
export async function lookThroughExchange(given: Omit<Asking, 'report'>) {
  const report = newReport()
  return withThread(given, async (ask) => {
    const looked = answerOf(await ask('look', { size: given.file.size }), report)
    return { ...looked, report: report.lines() }
  })
}

async function withThread<Answer>(
  { workspaceId, file, signal }: Omit<Asking, 'report'>,
  use: (ask: Thread<ExchangeTasks>['ask']) => Promise<Answer>,
): Promise<Answer> {
  return inPlace({ whose: workspaceId, signal }, async () => {
    const thread = startThread<ExchangeTasks>({
      module: new URL('./reading-tasks.ts', import.meta.url),
      limits,
      wants: { bytes: ({ from, until }: { from: number; until: number }) => file.read(from, until) },
    })
    try {
      return await use((name, given) =>
        limited(() => inTurn({ whose: workspaceId }, () => thread.ask(name, given))),
      )
    } finally {
      thread.end()
    }
  })
}

function answerOf<Answer>(said: Refusable<Answer>, report: Reporting): Answer {
  if (said.state === 'refused') throw new Problem(said.problem)
  return sayingLines(said, report).answer
}

function sayingLines<Answer extends { lines: readonly ReportLine[] }>(
  said: Answer,
  report: Reporting,
): Answer {
  report.add(said.lines)
  return said
}

async function limited<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask()
  } catch (error) {
    throw error instanceof ThreadLimit ? problems.tooMuch() : error
  }
}
