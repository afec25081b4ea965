import { sql } from 'kysely'
import { loadavg } from 'node:os'
import { createStudy } from '../src/conversations/index.ts'
import { freshPermission } from '../src/consent/index.ts'
import type { App } from '../src/platform/index.ts'
import { makeDraw, previewDraw, removeDraw } from '../src/recruiting/draws.ts'
import { createSet, listSegments } from '../src/segments/index.ts'
import { openWorkspace, type TestMember } from '../test/members.ts'
import { asMember } from '../test/own-page.ts'
import { withBenchApp } from './bench-app.ts'
import { makeCrowd } from './full-workspace.ts'
import type { Figure, Report } from './report.ts'

const people = 1_000_000
const runs = 5
const seed = 'the same in every run'

/** How long it takes to show what a draw would draw from, and to draw, among a million people; and how long anybody else waits meanwhile. */
export async function measureRecruiting(say: (line: string) => void): Promise<Report> {
  return withBenchApp(async (app) => {
    const owner = await openWorkspace(app)
    const { workspaceId } = owner
    await makeCrowd(app, owner, { people, events: 0, say })
    await freshPermission(app, workspaceId)
    const limit = await median(() => drawByHand(app, workspaceId))
    const figures: Figure[] = []
    for (const [what, quotas] of [
      ['of everybody', []],
      ['of two segments', await twoQuotas(app, owner)],
    ] as const) {
      const studyId = await createStudy(app, {
        workspaceId,
        actor: owner.actor,
        draft: {
          ...{ title: what, mode: 'behaviour', language: 'en', target: 20, quotas: [...quotas] },
          bases: { conversation_analysis: 'consent', quoting: 'consent' },
        },
      })
      const at = { workspaceId, studyId, actor: asMember(owner) }
      const waits = watchWaiting()
      say(`what can be drawn from, ${what}`)
      const shown = await median(() => previewDraw(app, at))
      say(`a draw ${what}`)
      const drawn = await median(async () => {
        const { drawId } = await makeDraw(app, { ...at, each: 3, seed })
        await removeDraw(app, { ...at, drawId })
      })
      figures.push(
        { what: `what can be drawn from, ${what}`, unit: 'ms', value: shown, limit, wanted: '≤ 3,000' },
        { what: `a draw ${what}`, unit: 'ms', value: drawn, limit, wanted: '≤ 3,000' },
        {
          what: 'longest the program answered nobody meanwhile',
          unit: 'ms',
          value: waits(),
          wanted: '≤ 200',
        },
      )
    }
    const load = loadavg()[0] ?? 0
    return {
      figures,
      notes: [
        `${people.toLocaleString('en')} people, nine in ten of whom may be invited; medians of ${runs}; three drawn for each of twenty places. The limit: the lowest sixty lots of everybody with an address, as one query of PostgreSQL written by hand, without permission, in the same run. Load at the end ${load.toFixed(1)}.`,
      ],
      reached: true,
    }
  })
}

async function twoQuotas(app: App, { workspaceId, actor }: TestMember) {
  const rule = (name: string, value: string) => ({
    name,
    all: [{ kind: 'trait' as const, trait: 'plan', op: 'is' as const, value }],
  })
  const rules = [rule('Free', 'free'), rule('Full', 'full')]
  await createSet(app, { workspaceId, by: actor, name: 'By plan', audience: [], outcome: null, rules })
  const segments = await listSegments(app, workspaceId)
  return segments.slice(0, 2).map(({ segmentId }) => ({ segmentId, language: null, count: 10 }))
}

async function drawByHand(app: App, workspaceId: string): Promise<void> {
  const { rows } = await sql`
    select p.id from people p where p.workspace_id = ${workspaceId} and p.merged_into is null and p.has_email
    order by sha256(convert_to(${`${seed}\n`} || p.id, 'UTF8')) limit 60`.execute(app.pg)
  if (rows.length < 60) throw new Error('fewer were drawn by hand')
}

async function median(act: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let run = 0; run <= runs; run++) {
    const begun = performance.now()
    await act()
    if (run > 0) times.push(performance.now() - begun)
  }
  return Math.round(times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0)
}

/** Looks every ten milliseconds how late it is; answers the longest in milliseconds. */
function watchWaiting(): () => number {
  let longest = 0
  let last = performance.now()
  const timer = setInterval(() => {
    const now = performance.now()
    longest = Math.max(longest, now - last - 10)
    last = now
  }, 10)
  return () => {
    clearInterval(timer)
    return Math.round(longest)
  }
}
