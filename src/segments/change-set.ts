/** Making, changing, removing and bringing back sets of segments. */
import { isDeepStrictEqual } from 'node:util'
import { Problem, json, notFound, type App, type PostgresTransaction } from '../platform/index.ts'
import { audit, type AuditAction, type Doer, type SegmentId } from '../workspace/index.ts'
import { findSet } from './saved-set.ts'
import type { SavedSet } from './saved-set.ts'
import type { Condition } from './segment.ts'
import { SegmentSetId } from './set.schema.ts'
import type { Outcome, SegmentEvidence } from './set.schema.ts'

type By = Doer & { name: string }
type NewRule = { name: string; all: Condition[]; evidence?: SegmentEvidence | null }
type ChangedRule = { segmentId?: SegmentId | undefined; name: string; all: Condition[] }

export type NewSet = {
  workspaceId: string
  by: By
  name: string
  audience: Condition[]
  outcome: Outcome | null
  proposalId?: string | null
  rules: NewRule[]
}

/** Keeps a set of segments. */
export async function createSet(app: App, set: NewSet): Promise<SegmentSetId> {
  return app.pg.transaction().execute(async (tx) => {
    const row = await tx
      .insertInto('segment_sets')
      .values({
        workspace_id: set.workspaceId,
        name: set.name,
        audience: json(set.audience),
        outcome: set.outcome === null ? null : json(set.outcome),
        proposal_id: set.proposalId ?? null,
        created_by: set.by.name,
        changed_by: set.by.name,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    for (const [place, rule] of set.rules.entries())
      await insertSegment(tx, { workspaceId: set.workspaceId, setId: row.id, place, rule })
    await writeDown(tx, { ...set, setId: row.id, action: 'segments.created' })
    return SegmentSetId.parse(row.id)
  })
}

export type SetChange = {
  workspaceId: string
  setId: string
  by: By
  /** The version that was read; a newer one means that somebody else was faster. */
  version: number
  name: string
  audience: Condition[]
  outcome: Outcome | null
  rules: ChangedRule[]
}

/**
 * Changes a set as a whole: rules with an id stay the same segment, those without are new, those left out are removed. What a
 * proposal found of a segment goes with the first change before or in it, since it would no longer be about the same people.
 * Throws 404 and `segments-changed` (409).
 */
export async function changeSet(app: App, change: SetChange): Promise<void> {
  const { workspaceId, setId, by } = change
  await app.pg.transaction().execute(async (tx) => {
    const taken = await tx
      .updateTable('segment_sets')
      .set({
        name: change.name,
        audience: json(change.audience),
        outcome: change.outcome === null ? null : json(change.outcome),
        version: change.version + 1,
        changed_at: app.clock.now(),
        changed_by: by.name,
      })
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', setId)
      .where('removed_at', 'is', null)
      .where('version', '=', change.version)
      .returning('id')
      .executeTakeFirst()
    // Read after the row is locked, so that nobody changes the segments in between.
    const before = await findSet(tx, { workspaceId, setId })
    if (taken === undefined) throw changedMeanwhile()
    await writeSegments(tx, { change, before, at: app.clock.now() })
    await writeDown(tx, { workspaceId, by, setId, action: 'segments.changed' })
  })
}

/** Removes a set, or brings it back. Throws 404. */
export async function removeSet(
  app: App,
  given: { workspaceId: string; setId: string; by: By; way: 'remove' | 'restore' },
): Promise<void> {
  const { workspaceId, setId, by, way } = given
  await app.pg.transaction().execute(async (tx) => {
    const done = await tx
      .updateTable('segment_sets')
      .set({ removed_at: way === 'remove' ? app.clock.now() : null })
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', setId)
      .where('removed_at', way === 'remove' ? 'is' : 'is not', null)
      .returning('id')
      .executeTakeFirst()
    if (done === undefined) throw notFound('set of segments')
    const action = way === 'remove' ? 'segments.removed' : 'segments.restored'
    await writeDown(tx, { workspaceId, by, setId, action })
  })
}

async function writeSegments(
  tx: PostgresTransaction,
  { change, before, at }: { change: SetChange; before: SavedSet; at: Date },
): Promise<void> {
  const { workspaceId, setId } = change
  const known = new Map(before.segments.map((segment) => [segment.segmentId, segment]))
  let isSame = await sameAudience(tx, change)
  for (const [place, rule] of change.rules.entries()) {
    const old = rule.segmentId === undefined ? undefined : known.get(rule.segmentId)
    isSame &&= old !== undefined && before.segments[place] === old && isDeepStrictEqual(old.all, rule.all)
    if (old === undefined) {
      await insertSegment(tx, { workspaceId, setId, place, rule })
      continue
    }
    known.delete(old.segmentId)
    const isChanged = old.name !== rule.name || !isDeepStrictEqual(old.all, rule.all)
    await tx
      .updateTable('segments')
      .set({ place, name: rule.name, rule: json(rule.all) })
      .$if(!isSame, (query) => query.set({ evidence: null }))
      .$if(isChanged, (query) => query.set({ changed_at: at }))
      .where('id', '=', old.segmentId)
      .execute()
  }
  const gone = [...known.keys()]
  if (gone.length > 0)
    await tx.updateTable('segments').set({ removed_at: at }).where('id', 'in', gone).execute()
}

/** Whether the audience and outcome are still those that the proposal was about. */
async function sameAudience(tx: PostgresTransaction, change: SetChange): Promise<boolean> {
  const proposal = await tx
    .selectFrom('segment_sets')
    .innerJoin('segment_proposals', 'segment_proposals.id', 'segment_sets.proposal_id')
    .select(['segment_proposals.audience', 'segment_proposals.outcome'])
    .where('segment_sets.id', '=', change.setId)
    .executeTakeFirst()
  if (proposal === undefined) return true
  return (
    isDeepStrictEqual(proposal.audience, change.audience) &&
    isDeepStrictEqual(proposal.outcome, change.outcome)
  )
}

async function insertSegment(
  tx: PostgresTransaction,
  given: { workspaceId: string; setId: string; place: number; rule: NewRule },
): Promise<void> {
  const { workspaceId, setId, place, rule } = given
  await tx
    .insertInto('segments')
    .values({
      workspace_id: workspaceId,
      set_id: setId,
      place,
      name: rule.name,
      rule: json(rule.all),
      evidence: rule.evidence ? json(rule.evidence) : null,
    })
    .execute()
}

async function writeDown(
  tx: PostgresTransaction,
  given: { workspaceId: string; by: By; setId: string; action: AuditAction },
): Promise<void> {
  const { workspaceId, by, setId, action } = given
  await audit(tx, { workspaceId, actor: by, action, subject: { kind: 'segment set', id: setId } })
}

function changedMeanwhile(): Problem {
  return new Problem({
    id: 'segments-changed',
    status: 409,
    detail:
      'Somebody else saved these segments while you were working on them. Look at what they changed, then save again.',
  })
}
