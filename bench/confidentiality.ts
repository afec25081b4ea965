import { sql } from 'kysely'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { catchUp } from '../src/confidentiality/catch-up.ts'
import { decide } from '../src/confidentiality/decide.ts'
import { listPseudonyms } from '../src/confidentiality/list.ts'
import { findIdentifiers } from '../src/language/index.ts'
import type { App } from '../src/platform/index.ts'
import { openWorkspace, type TestMember } from '../test/members.ts'
import { withBenchApp } from './bench-app.ts'
import { readMeetings } from './meetings.ts'
import type { Report } from './report.ts'
import { bringAll } from './search.ts'

/** Reading eight hundred interviews through for names, and replacing every name, place, address and number of them. */
export async function measureConfidentiality(say: (line: string) => void): Promise<Report> {
  return withBenchApp(async (app) => {
    const ann = await openWorkspace(app)
    say('bringing eight hundred interviews in')
    const words = await bringAll(app, ann)
    await sql`vacuum analyze`.execute(app.pg)
    say('reading them through')
    const read = await timed(() => catchUpAll(app, ann))
    say('replacing')
    let names = 0
    const replaced = await timed(async () => {
      names = await acceptAll(app, ann)
      await catchUpAll(app, ann)
    })
    const { rows } = await sql<{ places: number; left: number }>`
      select count(*) filter (where applied is not null)::int as places,
        count(*) filter (where applied is null and n.state = 'accepted')::int as left
      from pseudonym_places p join pseudonyms n on n.id = p.pseudonym_id`.execute(app.pg)
    return report({ words, names, read, replaced, places: rows[0]?.places ?? 0, left: rows[0]?.left ?? 0 })
  })
}

type Timed = { seconds: number; cpu: number; longest: number; memory: number }

/** Seconds, seconds of processor time in the program, the longest it answered nobody, and its memory afterwards in MB. */
async function timed(work: () => Promise<void>): Promise<Timed> {
  const delay = monitorEventLoopDelay({ resolution: 10 })
  delay.enable()
  const [begun, cpu] = [performance.now(), process.cpuUsage()]
  await work()
  delay.disable()
  return {
    seconds: (performance.now() - begun) / 1000,
    cpu: process.cpuUsage(cpu).user / 1e6,
    longest: delay.max / 1e6,
    memory: process.memoryUsage().rss / 2 ** 20,
  }
}

async function catchUpAll(app: App, { workspaceId }: TestMember): Promise<void> {
  while (await catchUp(app, { workspaceId, most: 1 }));
}

/** Everything but other capitals, five hundred at a time. What is left to the background is called by hand: here no jobs run. */
async function acceptAll(bench: App, { workspaceId, actor }: TestMember): Promise<number> {
  const app = { ...bench, jobs: { ...bench.jobs, queue: async () => undefined } }
  const study = await app.pg.selectFrom('studies').select('id').executeTakeFirstOrThrow()
  const at = { workspaceId, studyId: study.id }
  const asked = { ...at, state: 'proposed' as const, words: 'hidden' as const, limit: 100_000, offset: 0 }
  const found = (await listPseudonyms(app, asked)).filter(({ kind }) => kind !== 'other')
  for (let from = 0; from < found.length; from += 500)
    await decide(app, {
      ...at,
      actor,
      decisions: found
        .slice(from, from + 500)
        .map(({ pseudonymId, version }) => ({ pseudonymId, version, state: 'accepted' })),
    })
  return found.length
}

type Measured = { words: number; names: number; read: Timed; replaced: Timed; places: number; left: number }

function report({ words, names, read, replaced, places, left }: Measured): Report {
  const round = (value: number) => Math.round(value * 10) / 10
  return {
    figures: [
      {
        what: 'read through',
        unit: 's',
        value: round(read.seconds),
        limit: round(byHand(words)),
        wanted: '< 180',
      },
      { what: 'read through, longest without an answer', unit: 'ms', value: round(read.longest) },
      { what: 'replaced', unit: 's', value: round(replaced.seconds), wanted: '< 180' },
      { what: 'replaced, longest without an answer', unit: 'ms', value: round(replaced.longest) },
      { what: 'memory afterwards', unit: 'MB', value: Math.round(replaced.memory) },
    ],
    notes: [
      `${words.toLocaleString('en')} words; ${names} names, places, addresses and numbers replaced in ${places.toLocaleString('en')} places, ${left} left.`,
      `Processor time of the program: ${round(read.cpu)} s reading, ${round(replaced.cpu)} s replacing.`,
      'Limit: the rules alone over the same number of words, nothing kept.',
    ],
    reached: left === 0,
  }
}

/** Seconds of the rules alone over so many words of the same meetings. */
function byHand(words: number): number {
  const meetings = readMeetings().map(({ text }) => text.split('\n'))
  const said = meetings.flat().reduce((sum, line) => sum + line.split(/\s+/u).length, 0)
  const begun = performance.now()
  for (const turns of meetings) findIdentifiers(turns, { language: 'en' })
  return ((performance.now() - begun) / 1000) * (words / said)
}
