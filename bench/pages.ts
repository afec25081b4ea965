import { existsSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { runnerImport } from 'vite'
import { purposes, recordConsent } from '../src/consent/index.ts'
import type { App } from '../src/platform/index.ts'
import { launchBrowser } from '../test/screenshots.ts'
import { seededRandom } from '../test/seeded-random.ts'
import { serveSite } from '../test/site.ts'
import type { PageDefinition } from '../web/kit/page.ts'
import { withBenchApp } from './bench-app.ts'
import { mergeTables } from './crowd.ts'
import { openFullWorkspace, type FullWorkspace } from './full-workspace.ts'
import { clickThrough } from './page-clock.ts'
import { addressOf, openPage, percentile, type Measuring } from './measured-page.ts'
import { readByKeys } from './read-by-keys.ts'
import type { Figure, Report } from './report.ts'

const large = {
  people: Number(process.env['BENCH_PEOPLE'] ?? 1_000_000),
  events: Number(process.env['BENCH_EVENTS'] ?? 20_000_000),
  meetings: 40,
  interview: { characters: 300_000, passages: 1500 },
}
const small = { people: 200, events: 2000, meetings: 4, interview: { characters: 3000, passages: 15 } }
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 10)
const wanted = 1000

/**
 * How long every page takes from the click until it is usable, with a million people and with two hundred. For a quick look `BENCH_PEOPLE`,
 * `BENCH_EVENTS` and `BENCH_ROUNDS` make it smaller.
 */
export async function measurePages(say: (line: string) => void): Promise<Report> {
  const chromium = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
  if (!existsSync(chromium)) return { figures: [], notes: [`There is no ${chromium}.`], reached: true }
  return withBenchApp(async (app) => {
    const site = await serveSite(app)
    const browser = await launchBrowser()
    try {
      const workspaces = {
        large: await openFullWorkspace(app, large, say),
        small: await openFullWorkspace(app, small, say),
      }
      await mergeTables(app, ['traits', 'permissions', 'identity', 'events', 'facts'], say)
      const measuring = { app, browser, url: site.url, say }
      const paths = await everyPath()
      const made = paths.filter((path) => !lacking(path, workspaces.large.ids))
      const times = await clickAround(measuring, { workspaces, paths: made })
      const { keys } = await readByKeys(measuring, workspaces.large)
      return report(times, {
        keys,
        left: paths.filter((path) => !made.includes(path)),
      })
    } finally {
      await browser.close()
      await site.close()
      await app.outbox.stop()
      await app.jobs.stop()
    }
  })
}

type Kind = 'large' | 'small'
type Times = Map<string, Record<Kind, number[]>>

/**
 * Each round visits every page once in a random order, in a document of its own that knows no answers yet. Before every click one of the
 * people says something about a purpose, as somebody always does: no figure that rests on permission is there already.
 */
async function clickAround(
  measuring: Measuring,
  { workspaces, paths }: { workspaces: Record<Kind, FullWorkspace>; paths: readonly string[] },
): Promise<Times> {
  const chance = seededRandom(7)
  const times: Times = new Map(paths.map((path) => [path, { large: [], small: [] }]))
  for (let round = 0; round <= rounds; round++)
    for (const kind of ['small', 'large'] as const) {
      measuring.say(`round ${round} of ${rounds}, ${kind}, load ${loadavg()[0]?.toFixed(1)}`)
      for (const visiting of visits(paths, chance)) {
        const visited = await visit(measuring, { workspace: workspaces[kind], ...visiting, round })
        // The first round fills the browser's own cache, as everybody's first day does.
        if (round > 0) for (const [path, took] of visited) times.get(path)?.[kind].push(took)
      }
    }
  return times
}

/** Those of `web/app/pages.ts`, which names components that Node alone cannot read. */
async function everyPath(): Promise<string[]> {
  const file = join(import.meta.dirname, '../web/app/pages.ts')
  const { module } = await runnerImport<{ pages: PageDefinition[] }>(file)
  return module.pages.map(({ path }) => path)
}

/** Whether a page is about a kind of thing that these workspaces have none of; those on which nobody signs in need nothing. */
function lacking(path: string, ids: Record<string, string>): boolean {
  return path.startsWith('/w/') && [...path.matchAll(/\$(\w+)/g)].some(([, name = '']) => !(name in ids))
}

type Visiting = { paths: string[]; signedIn: 'yes' | 'no' }

function visits(paths: readonly string[], chance: () => number): Visiting[] {
  const order = paths
    .map((path) => ({ path, place: chance() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ path }) => path)
  return [
    { paths: order.filter((path) => path.startsWith('/w/')), signedIn: 'yes' },
    { paths: order.filter((path) => !path.startsWith('/w/')), signedIn: 'no' },
  ]
}

async function visit(
  measuring: Measuring,
  given: Visiting & { workspace: FullWorkspace; round: number },
): Promise<[string, number][]> {
  const { workspace, paths, signedIn, round } = given
  const { page, close } = await openPage(measuring, { workspace, signedIn })
  try {
    const found: [string, number][] = []
    for (const [place, path] of paths.entries()) {
      await somebodySays(measuring.app, { ...workspace, nth: round * paths.length + place })
      found.push([
        path,
        await clickThrough(page, { address: addressOf(path, workspace.ids), say: measuring.say }),
      ])
    }
    return found
  } finally {
    await close()
  }
}

async function somebodySays(app: App, { owner, first, nth }: FullWorkspace & { nth: number }): Promise<void> {
  const { workspaceId } = owner
  const said = {
    purpose: purposes[nth % purposes.length] ?? 'analysis',
    state: 'given',
    happenedAt: app.clock.now(),
    channel: 'form',
  } as const
  const personNo = first + (nth % small.people)
  await recordConsent(app, { workspaceId, entries: [{ ...said, personNo, actor: { kind: 'person' } }] })
}

function report(times: Times, { keys, left }: { keys: readonly number[]; left: readonly string[] }): Report {
  const figures = [...times].flatMap(([path, { large: here, small: there }]): Figure[] => [
    {
      what: `${path}, p95`,
      unit: 'ms',
      value: percentile(here, 0.95),
      limit: percentile(there, 0.95),
      wanted: `≤ ${wanted}`,
    },
    { what: `${path}, p50`, unit: 'ms', value: percentile(here, 0.5), limit: percentile(there, 0.5) },
  ])
  const worst = figures
    .filter(({ what }) => what.endsWith('p95'))
    .reduce((most, figure) => (figure.value > most.value ? figure : most))
  return {
    figures: [
      ...figures,
      { ...worst, what: `worst: ${worst.what}` },
      { what: 'a key in the long interview, p95', unit: 'ms', value: percentile(keys, 0.95), wanted: '< 50' },
    ],
    notes: [
      `${rounds} clicks on each page in documents that know no answers yet, among ${large.people.toLocaleString('en')} people with ${large.events.toLocaleString('en')} events, an interview of ${large.interview.characters.toLocaleString('en')} characters with ${large.interview.passages.toLocaleString('en')} coded passages; before each click somebody says something about a purpose. Usable: heading there, nothing loading, nothing asked of the server. The limit: the same clicks in a workspace of ${small.people} people, in the same run. Load ${loadavg()
        .map((load) => load.toFixed(1))
        .join(' ')}.`,
      ...(left.length > 0 ? [`Not measured, for want of what they show: ${left.join(', ')}.`] : []),
    ],
    reached: true,
  }
}
