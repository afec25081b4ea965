/** What is kept of a set of segments, and how it is read. */
import { z } from 'zod'
import { notFound, type App, type Postgres, type PostgresTransaction } from '../platform/index.ts'
import { SegmentId } from '../workspace/index.ts'
import { Condition } from './segment.ts'
import type { SegmentSet } from './segment.ts'
import { Outcome, SegmentEvidence, SegmentSetId } from './set.schema.ts'

export type SavedSegment = {
  segmentId: SegmentId
  name: string
  all: Condition[]
  evidence: SegmentEvidence | null
  changedAt: Date
}

export type SavedSet = {
  setId: SegmentSetId
  name: string
  audience: Condition[]
  outcome: Outcome | null
  proposalId: string | null
  version: number
  createdAt: Date
  createdBy: string
  changedAt: Date
  changedBy: string
  segments: SavedSegment[]
}

type Db = Postgres | PostgresTransaction
type InSet = { workspaceId: string; setId: string }

/** The sets of a workspace, newest first, with their segments in order; those removed are left out. */
export async function listSets(pg: Db, workspaceId: string): Promise<SavedSet[]> {
  return readSets(pg, { workspaceId })
}

/** One set. Throws 404, also for one that was removed. */
export async function findSet(pg: Db, { workspaceId, setId }: InSet): Promise<SavedSet> {
  const [found] = await readSets(pg, { workspaceId, setId })
  if (found === undefined) throw notFound('set of segments')
  return found
}

/** The set a segment belongs to, and its place in it. Throws 404. */
export async function findSegment(
  pg: Db,
  { workspaceId, segmentId }: { workspaceId: string; segmentId: string },
): Promise<{ set: SavedSet; segment: SavedSegment; part: number }> {
  const row = await pg
    .selectFrom('segments')
    .select('set_id')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', segmentId)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (row === undefined) throw notFound('segment')
  const [set] = await readSets(pg, { workspaceId, setId: row.set_id })
  const part = set?.segments.findIndex((segment) => segment.segmentId === segmentId) ?? -1
  const segment = set?.segments[part]
  if (set === undefined || segment === undefined) throw notFound('segment')
  return { set, segment, part }
}

/** The set as queries take it. */
export function definitionOf(set: Pick<SavedSet, 'audience' | 'segments'>): SegmentSet {
  return { audience: set.audience, rules: set.segments.map(({ name, all }) => ({ name, all })) }
}

/** Every segment of a workspace, set by set in order. */
export async function listSegments(
  app: App,
  workspaceId: string,
): Promise<{ segmentId: SegmentId; name: string; setId: SegmentSetId; setName: string; all: Condition[] }[]> {
  const sets = await listSets(app.pg, workspaceId)
  return sets.flatMap((set) =>
    set.segments.map(({ segmentId, name, all }) => ({
      segmentId,
      name,
      all,
      setId: set.setId,
      setName: set.name,
    })),
  )
}

async function readSets(pg: Db, given: { workspaceId: string; setId?: string }): Promise<SavedSet[]> {
  let query = pg
    .selectFrom('segment_sets')
    .selectAll()
    .where('workspace_id', '=', given.workspaceId)
    .where('removed_at', 'is', null)
    .orderBy('id', 'desc')
  if (given.setId !== undefined) query = query.where('id', '=', given.setId)
  const sets = await query.execute()
  if (sets.length === 0) return []
  const rows = await pg
    .selectFrom('segments')
    .selectAll()
    .where('workspace_id', '=', given.workspaceId)
    .where(
      'set_id',
      'in',
      sets.map((set) => set.id),
    )
    .where('removed_at', 'is', null)
    .orderBy('place')
    .execute()
  const ofSet = Map.groupBy(rows, (row) => row.set_id)
  return sets.map((set) => ({
    setId: SegmentSetId.parse(set.id),
    name: set.name,
    audience: Conditions.parse(set.audience),
    outcome: Outcome.nullable().parse(set.outcome),
    proposalId: set.proposal_id,
    version: set.version,
    createdAt: set.created_at,
    createdBy: set.created_by,
    changedAt: set.changed_at,
    changedBy: set.changed_by,
    segments: (ofSet.get(set.id) ?? []).map((row) => ({
      segmentId: SegmentId.parse(row.id),
      name: row.name,
      all: Conditions.parse(row.rule),
      evidence: SegmentEvidence.nullable().parse(row.evidence),
      changedAt: row.changed_at,
    })),
  }))
}

const Conditions = z.array(Condition)
