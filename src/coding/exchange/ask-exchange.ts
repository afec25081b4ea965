import { inTurn, Problem, startThread, ThreadLimit, type Thread } from '../../platform/index.ts'
import type { RandomBytes } from './archive.ts'
import { newReport, type Reporting, type ReportLine } from './import-report.ts'
import { problems, type Exchange, type SourceBytes } from './open-exchange.ts'
import type { ReadSource } from './read-source.ts'
import type { ExchangeTasks, Refusable } from './reading-tasks.ts'
import type { Stretch } from './source-turns.ts'

/** A project of 300,000 codings takes half a gigabyte and some ten seconds. */
const limits = { milliseconds: 120_000, megabytes: 2048 }

/** A source as the thread read it. */
export type AskedSource = Omit<ReadSource, 'stretchesOf'> & {
  /** Where utterances stand in its text, given their texts as they are kept; of the source read last. */
  stretchesOf: (utterances: readonly string[]) => Promise<Stretch[]>
}

/** A codebook or project, held by a thread until it is closed. */
export type AskedExchange = Pick<Exchange, 'kind' | 'project'> & {
  /** What the file is known by when it comes again. */
  content: Uint8Array
  /** Reads words and turns of the source at that place. */
  readSource: (at: number) => Promise<AskedSource | undefined>
  readPath: (path: string, most?: number) => Promise<SourceBytes>
  close: () => void
}

/**
 * Opens a codebook or project in a thread of its own, which whoever asked must close. Throws the problems of `openExchange`, and
 * `exchange-too-much` (422) at any step that takes more time or memory than it may.
 */
export async function askExchange(file: RandomBytes, report: Reporting): Promise<AskedExchange> {
  const thread = threadFor(file)
  const asked = { thread, report }
  try {
    const { size } = file
    const opened = await answerOf(asked, () => inTurn(() => thread.ask('open', { size })))
    return {
      ...opened,
      readSource: async (at) => {
        const read = await sayingLines(asked, () => inTurn(() => thread.ask('source', at)))
        return (
          read.source && {
            ...read.source,
            stretchesOf: (said) => limited(() => thread.ask('stretches', said)),
          }
        )
      },
      readPath: async (path, most) =>
        (await sayingLines(asked, () => thread.ask('path', { path, most }))).file,
      close: thread.end,
    }
  } catch (error) {
    thread.end()
    throw error
  }
}

/** What is in a codebook or project, in figures, with what would be repaired or left out. Throws as `askExchange` does. */
export async function lookThroughExchange(file: RandomBytes) {
  const thread = threadFor(file)
  const report = newReport()
  try {
    const { size } = file
    const looked = await answerOf({ thread, report }, () => inTurn(() => thread.ask('look', { size })))
    return { ...looked, report: report.lines() }
  } finally {
    thread.end()
  }
}

type Asked = { thread: Thread<ExchangeTasks>; report: Reporting }

function threadFor(file: RandomBytes): Thread<ExchangeTasks> {
  return startThread<ExchangeTasks>({
    module: new URL('./reading-tasks.ts', import.meta.url),
    limits,
    wants: { bytes: ({ from, until }: { from: number; until: number }) => file.read(from, until) },
  })
}

async function answerOf<Answer>(asked: Asked, ask: () => Promise<Refusable<Answer>>): Promise<Answer> {
  const said = await limited(ask)
  if (said.state === 'refused') throw new Problem(said.problem)
  asked.report.add(said.lines)
  return said.answer
}

async function sayingLines<Answer extends { lines: readonly ReportLine[] }>(
  { report }: Asked,
  ask: () => Promise<Answer>,
): Promise<Answer> {
  const said = await limited(ask)
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
