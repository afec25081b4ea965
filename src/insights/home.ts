/** What the first page of a workspace tells. */
import { sql } from 'kysely'
import { z } from 'zod'
import { eventFigures, listImports } from '../collect/index.ts'
import { freshPermission, purposes } from '../consent/index.ts'
import { studyWithMostNames } from '../confidentiality/index.ts'
import { dueSittings, listStudies, newestInterviews, thisWeekOf } from '../conversations/index.ts'
import { ch, type App } from '../platform/index.ts'
import {
  countSet,
  definitionOf,
  listSets,
  notShown,
  showCount,
  sortIntoSegments,
  type SavedSet,
} from '../segments/index.ts'
import { workspaceSettings, type Permission } from '../workspace/index.ts'
import { whoWasHeard } from './heard.ts'
import type { Home, HomeSegment } from './home.schema.ts'
import { nextSteps } from './next-steps.ts'

const mostSets = 3
const mostStudies = 5
const mostInterviews = 5
const mostImports = 5

type Asked = { workspaceId: string; may: (permission: Permission) => boolean }

/** The workspace as it stands now; figures of segments below the minimum are left out. */
export async function homeOf(app: App, { workspaceId, may }: Asked): Promise<Home> {
  const { minimumGroup: minimum } = await workspaceSettings(app, workspaceId)
  const [people, mayBe, events, studies, interviews, imports, sets] = await Promise.all([
    countPeople(app, workspaceId),
    countMayBe(app, workspaceId),
    eventFigures(app, workspaceId),
    listStudies(app.pg, { workspaceId, archived: 'no', limit: mostStudies }),
    codedInterviews(app, workspaceId),
    may('collect.read') ? newestImports(app, workspaceId) : null,
    listSets(app.pg, workspaceId),
  ])
  const participants = sets.length === 0 ? [] : await everyParticipant(app, workspaceId)
  const weeks = await thisWeekOf(app, { workspaceId, studies: studies.items })
  const shown = await Promise.all(
    sets.slice(0, mostSets).map((set) => setOf(app, { workspaceId, set, minimum, participants })),
  )
  const known = {
    isEmpty: people === 0 && events.events === 0 && studies.items.length === 0,
    asOf: app.clock.now().toISOString(),
    people,
    mayBe,
    minimum,
    sets: shown,
    moreSets: sets.length - shown.length,
    studies: studies.items.map(({ studyId, title, heard, target, interviews: all }, at) => ({
      studyId,
      title,
      heard,
      target,
      interviews: all,
      thisWeek: weeks[at] ?? null,
    })),
    interviews,
    imports,
    events: events.events,
    newestEvent: events.newest?.toISOString() ?? null,
  }
  const due = await dueSittings(app.pg, { workspaceId, now: app.clock.now() })
  const named = await studyWithMostNames(app.pg, { workspaceId })
  return { ...known, next: nextSteps({ ...known, due, named }, may) }
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
    ch.sql`SELECT purpose, sumIf(alike, bitAnd(bitShiftRight(standing, 4 * purpose), 15) = 0) AS may
FROM (SELECT standing, count() AS alike FROM permissions FINAL
  WHERE workspace_id = ${ch.uuid(workspaceId)} AND scope = '' AND gone = 0 GROUP BY standing)
ARRAY JOIN range(6) AS purpose GROUP BY purpose`,
    z.object({ purpose: z.number(), may: z.number() }),
  )
  const may = new Map(rows.map((row) => [row.purpose, row.may]))
  return purposes.map((purpose, number) => ({ purpose, may: may.get(number) ?? 0 }))
}

/** Those brought in last, each with how many of its passages are coded. */
async function codedInterviews(app: App, workspaceId: string): Promise<Home['interviews']> {
  const items = await newestInterviews(app.pg, { workspaceId, limit: mostInterviews })
  if (items.length === 0) return []
  const { rows } = await sql<{ interview_id: string; passages: number }>`
    select interview_id, count(distinct highlight_id) as passages from coded_passages(${workspaceId}::uuid)
    where may_analyse and interview_id = any(${items.map((one) => one.interviewId)}::uuid[]) group by interview_id`.execute(
    app.pg,
  )
  const coded = new Map(rows.map((row) => [row.interview_id, row.passages]))
  return items.map((one) => ({ ...one, passages: coded.get(one.interviewId) ?? 0 }))
}

async function newestImports(app: App, workspaceId: string): Promise<NonNullable<Home['imports']>> {
  const { items } = await listImports(app, { workspaceId, page: { limit: mostImports } })
  return items.map(({ id, fileName, state, imported, open, createdAt, finishedAt }) => ({
    importId: id,
    fileName,
    state,
    imported,
    open,
    at: finishedAt ?? createdAt,
  }))
}

async function everyParticipant(app: App, workspaceId: string): Promise<number[]> {
  const { rows } = await sql<{ person_no: number }>`
    select distinct person_no from participants where workspace_id = ${workspaceId}`.execute(app.pg)
  return rows.map((row) => row.person_no)
}

type Showing = { workspaceId: string; set: SavedSet; minimum: number; participants: readonly number[] }

async function setOf(
  app: App,
  { workspaceId, set, minimum, participants }: Showing,
): Promise<Home['sets'][number]> {
  const [count, sorted] = await Promise.all([
    countSet(app, { workspaceId, set: definitionOf(set), outcome: set.outcome }),
    sortIntoSegments(app, { workspaceId, set, personNos: participants }),
  ])
  const { audience, parts, asOf, isRenewing } = showCount(count, minimum)
  const heard = await Promise.all(sorted.map((people) => whoWasHeard(app, { workspaceId, people })))
  const segments = set.segments.map(({ segmentId, name }, part): HomeSegment => {
    const { people, isExact } = parts[part] ?? notShown
    return {
      segmentId,
      name,
      people,
      isExact,
      share: people === null || audience.people === null ? null : people / audience.people,
      heard: heard[part]?.people ?? 0,
      lastHeard: heard[part]?.last[0]?.when ?? null,
    }
  })
  return { setId: set.setId, name: set.name, asOf, isRenewing, segments }
}
