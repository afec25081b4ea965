/** How many people each part of a set has now. */
import { z } from 'zod'
import { freshPermission } from '../consent/index.ts'
import { ch, type App } from '../platform/index.ts'
import type { SegmentSet } from './segment.ts'
import { sizesSql } from './segment-sql.ts'
import type { OutcomeCondition } from './segment-sql.ts'
import type { Outcome } from './set.schema.ts'

export type PartCount = { people: number; outcome: { yes: number; of: number } | null }
export type SetCount = { asOf: Date; audience: PartCount; parts: PartCount[]; rest: PartCount }
export type Counting = { workspaceId: string; set: SegmentSet; outcome: Outcome | null }

/** Facts and events may be this old; permission never is. */
const oldest = 20_000
const mostKept = 300

/**
 * Counts every part of a set, of people who may be analysed, in one query. Permission is that of this moment; facts and events at
 * most 20 seconds old (`asOf` says from when).
 */
export async function countSet(app: App, counting: Counting): Promise<SetCount> {
  const { workspaceId, set, outcome } = counting
  await freshPermission(app, workspaceId)
  const standing = await permissionVersion(app, workspaceId)
  const rules = set.rules.map((rule) => rule.all)
  const key = JSON.stringify([workspaceId, standing, set.audience, rules, outcome])
  const kept = counts.get(app.ch) ?? new Map<string, Kept>()
  counts.set(app.ch, kept)
  const now = app.clock.now()
  const found = kept.get(key)
  if (found !== undefined && Math.abs(now.getTime() - found.at) < oldest) return found.count
  const count = countNow(app, counting, now)
  kept.delete(key)
  kept.set(key, { at: now.getTime(), count })
  for (const old of kept.keys()) {
    if (kept.size <= mostKept) break
    kept.delete(old)
  }
  // What failed is not kept: the next who asks tries again.
  count.catch(() => kept.delete(key))
  return count
}

/** The outcome as a condition. */
export function outcomeCondition(outcome: Outcome): OutcomeCondition {
  return 'is' in outcome
    ? { kind: 'trait', trait: outcome.column, op: 'is', value: outcome.is }
    : { kind: 'trait', trait: outcome.column, op: 'at least', value: outcome.atLeast }
}

type Kept = { at: number; count: Promise<SetCount> }
const counts = new WeakMap<App['ch'], Map<string, Kept>>()

async function countNow(app: App, { workspaceId, set, outcome }: Counting, asOf: Date): Promise<SetCount> {
  const query = sizesSql({
    workspace: workspaceId,
    set,
    now: asOf,
    outcome: outcome === null ? undefined : outcomeCondition(outcome),
  })
  const [row = {}] = await app.ch.query(query, z.record(z.string(), z.number()))
  const part = (name: string, people: string): PartCount => ({
    people: row[people] ?? 0,
    outcome: outcome === null ? null : { yes: row[`yes_${name}`] ?? 0, of: row[`known_${name}`] ?? 0 },
  })
  return {
    asOf,
    audience: part('audience', 'audience'),
    parts: set.rules.map((_, index) => part(String(index), `size_${index}`)),
    rest: part('rest', 'rest'),
  }
}

async function permissionVersion(app: App, workspaceId: string): Promise<string> {
  const rows = await app.ch.query(
    ch.sql`SELECT toString(max(version)) AS version FROM permissions WHERE workspace_id = ${ch.uuid(workspaceId)}`,
    z.object({ version: z.string() }),
  )
  return rows[0]?.version ?? ''
}
