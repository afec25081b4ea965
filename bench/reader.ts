import { existsSync } from 'node:fs'
import { loadavg } from 'node:os'
import { launchBrowser } from '../test/screenshots.ts'
import { serveSite } from '../test/site.ts'
import { withBenchApp } from './bench-app.ts'
import { openFullWorkspace } from './full-workspace.ts'
import { percentile } from './measured-page.ts'
import { readByKeys } from './read-by-keys.ts'
import type { Report } from './report.ts'

const interview = { characters: 300_000, passages: 1500 }
const short = { characters: 3000, passages: 15 }
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 5)

/** An interview of 300,000 characters with 1,500 coded passages: opening it and keys in it, beside a short one in the same run. */
export async function measureReader(say: (line: string) => void): Promise<Report> {
  const chromium = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
  if (!existsSync(chromium)) return { figures: [], notes: [`There is no ${chromium}.`], reached: true }
  return withBenchApp(async (app) => {
    const site = await serveSite(app)
    const browser = await launchBrowser()
    try {
      const size = { people: 200, events: 2000, meetings: 4 }
      const long = await openFullWorkspace(app, { ...size, interview }, say)
      const brief = await openFullWorkspace(app, { ...size, interview: short }, say)
      const measuring = { app, browser, url: site.url, say }
      const here = []
      const there = []
      for (let round = 0; round < rounds; round++) {
        say(`round ${round + 1} of ${rounds}, load ${loadavg()[0]?.toFixed(1)}`)
        here.push(await readByKeys(measuring, long))
        there.push(await readByKeys(measuring, brief))
      }
      return reportOf(here, there)
    } finally {
      await browser.close()
      await site.close()
      await app.outbox.stop()
      await app.jobs.stop()
    }
  })
}

type Round = Awaited<ReturnType<typeof readByKeys>>

function reportOf(here: readonly Round[], there: readonly Round[]): Report {
  const row = (what: string, { wanted, of }: { wanted?: string; of: (round: Round) => number[] }) => ({
    what,
    unit: 'ms',
    value: percentile(here.flatMap(of), 0.95),
    limit: percentile(there.flatMap(of), 0.95),
    ...(wanted === undefined ? {} : { wanted }),
  })
  return {
    figures: [
      row('opened, p95', { wanted: '< 1000', of: ({ opened }) => [opened] }),
      row('a key to the next turn, p95', { wanted: '< 50', of: ({ keys }) => keys }),
      row('a key to the next word, p95', { wanted: '< 50', of: ({ words }) => words }),
    ],
    notes: [
      `${rounds} times, in documents that know no answers yet: ${interview.characters.toLocaleString('en')} characters with ${interview.passages.toLocaleString('en')} coded passages. The limit: an interview of ${short.characters.toLocaleString('en')} characters in the same run. Load ${loadavg()
        .map((load) => load.toFixed(1))
        .join(' ')}.`,
    ],
    reached: true,
  }
}
