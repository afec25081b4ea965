/** What the first page of a workspace tells. */
import { sql } from 'kysely'
import { z } from 'zod'
import { freshPermission, purposes } from '../consent/index.ts'
import { listStudies } from '../conversations/index.ts'
import { ch, type App } from '../platform/index.ts'
import { countSet, definitionOf, listSets, permittedSegmentBitmap } from '../segments/index.ts'
import { listSources } from '../sources/index.ts'
import { workspaceSettings } from '../workspace/index.ts'
import { whoWasHeard } from './heard.ts'
import type { Home, NextStep } from './home.schema.ts'

const mostStudies = 5
const mostSources = 5

/** The workspace as it stands now; figures of segments below the minimum are left out. */
export async function homeOf(app: App, workspaceId: string): Promise<Home> {
  const { minimumGroup: minimum } = await workspaceSettings(app, workspaceId)
  const [people, mayBe, events, studies, sources, coded] = await Promise.all([
    countPeople(app, workspaceId),
    countMayBe(app, workspaceId),
    countEvents(app, workspaceId),
    listStudies(app.pg, { workspaceId, archived: 'no', limit: mostStudies }),
    listSources(app.pg, workspaceId),
    countCoded(app, workspaceId),
  ])
  const segments = await segmentsOf(app, { workspaceId, minimum })
  const interviews = studies.items.reduce((sum, study) => sum + study.interviews, 0)
  const heard = studies.items.some((study) => study.heard < study.target)
  return {
    isEmpty: people === 0 && events.events === 0 && studies.items.length === 0,
    asOf: app.clock.now().toISOString(),
    people,
    mayBe,
    minimum,
    segments,
    studies: studies.items.map(({ studyId, title, heard: count, target, interviews: all }) => ({
      studyId,
      title,
      heard: count,
      target,
      interviews: all,
    })),
    sources: sources
      .slice(-mostSources)
      .toReversed()
      .map(({ id, name, kind, createdAt }) => ({
        sourceId: id,
        name,
        kind,
        newest: createdAt.toISOString(),
      })),
    ...events,
    next: nextStep({
      people,
      segments: segments.length,
      studies: studies.items.length,
      interviews,
      coded,
      isHeardOut: !heard,
    }),
  }
}

type Standing = {
  people: number
  segments: number
  studies: number
  interviews: number
  coded: number
  /** Every study has reached its target. */
  isHeardOut: boolean
}

/** The nearest step on the way from data to understanding. Pure. */
export function nextStep(standing: Standing): NextStep {
  if (standing.people === 0 && standing.studies === 0) return 'bring people'
  if (standing.segments === 0 && standing.people > 0) return 'find segments'
  if (standing.studies === 0) return 'plan a study'
  if (standing.interviews === 0) return 'talk'
  if (standing.coded === 0) return 'code'
  return standing.isHeardOut || standing.segments > 0 ? 'read a portrait' : 'talk'
}

async function countPeople(app: App, workspaceId: string): Promise<number> {
  const { rows } = await sql<{ people: number }>`
    select count(*) as people from people where workspace_id = ${workspaceId} and merged_into is null`.execute(
    app.pg,
  )
  return rows[0]?.people ?? 0
}

/** Counts of the whole workspace, for operation: exact however few. */
async function countMayBe(app: App, workspaceId: string): Promise<Home['mayBe']> {
  await freshPermission(app, workspaceId)
  const rows = await app.ch.query(
    ch.sql`SELECT purpose, countIf(bitAnd(bitShiftRight(standing, 4 * purpose), 15) = 0) AS may
FROM permissions FINAL ARRAY JOIN range(6) AS purpose
WHERE workspace_id = ${ch.uuid(workspaceId)} AND scope = '' AND gone = 0 GROUP BY purpose`,
    z.object({ purpose: z.number(), may: z.number() }),
  )
  const may = new Map(rows.map((row) => [row.purpose, row.may]))
  return purposes.map((purpose, number) => ({ purpose, may: may.get(number) ?? 0 }))
}

async function countEvents(
  app: App,
  workspaceId: string,
): Promise<{ events: number; newestEvent: string | null }> {
  const [row] = await app.ch.query(
    ch.sql`SELECT count() AS events, toUnixTimestamp64Milli(max(at)) AS at FROM events
WHERE workspace_id = ${ch.uuid(workspaceId)} AND held = 0`,
    z.object({ events: z.number(), at: z.number() }),
  )
  const hasAny = row !== undefined && row.events > 0
  return { events: row?.events ?? 0, newestEvent: hasAny ? new Date(row.at).toISOString() : null }
}

async function countCoded(app: App, workspaceId: string): Promise<number> {
  const { rows } = await sql<{ coded: number }>`
    select count(*) as coded from (select from coded_passages(${workspaceId}::uuid) limit 1) c`.execute(
    app.pg,
  )
  return rows[0]?.coded ?? 0
}

async function segmentsOf(
  app: App,
  { workspaceId, minimum }: { workspaceId: string; minimum: number },
): Promise<Home['segments']> {
  const sets = await listSets(app.pg, workspaceId)
  const shown: Home['segments'] = []
  // The newest set is the one the team works with; older ones stand on the page of segments.
  for (const set of sets.slice(0, 1)) {
    const count = await countSet(app, { workspaceId, set: definitionOf(set), outcome: set.outcome })
    for (const [part, { segmentId, name }] of set.segments.entries()) {
      const people = count.parts[part]?.people ?? 0
      const isShown = people >= minimum
      const bitmap = await permittedSegmentBitmap(app, { workspaceId, segmentId, purpose: 'analysis' })
      const heard = await whoWasHeard(app, { workspaceId, people: bitmap })
      shown.push({
        segmentId,
        name,
        setName: set.name,
        people: isShown ? people : null,
        share: isShown ? people / count.audience.people : null,
        heard: heard.people,
        lastHeard: heard.last[0]?.when ?? null,
      })
    }
  }
  return shown
}
