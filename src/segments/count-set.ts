/** How many people each part of a set has now. */
import { z } from 'zod'
import { freshPermission, mayBitmapSql } from '../consent/index.ts'
import { ch, type App, type Sql } from '../platform/index.ts'
import { keptSet, outcomeCondition } from './kept-set.ts'
import type { SegmentSet } from './segment.ts'
import { sizesSql } from './segment-sql.ts'
import type { Outcome } from './set.schema.ts'

export type PartCount = { people: number; outcome: { yes: number; of: number } | null }
/** `isRenewing`: whoever asked had no patience to wait for newer figures, which are being worked out. */
export type SetCount = {
  asOf: Date
  isRenewing: boolean
  audience: PartCount
  parts: PartCount[]
  rest: PartCount
}
export type Counting = { workspaceId: string; set: SegmentSet; outcome: Outcome | null }

/** Facts may be this old; permission never is. */
const oldest = 20_000
const mostKept = 300

/**
 * Counts every part of a set, of people who may be analysed. Permission is that of this moment; facts are at most 20 and events 45
 * seconds old (`asOf` says from when), older for who asks with a patience. Asked once it is one query; a set asked again is kept, and then only
 * permission is read anew.
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
  const place = JSON.stringify([workspaceId, set.audience, rules, outcome])
  const isAgain = kept.has(place) || app.patience !== undefined
  const count = isAgain ? countKept(app, counting) : countNow(app, counting, now)
  kept.set(place, { at: 0, count })
  // What the impatient get is nobody else's.
  if (app.patience === undefined) {
    kept.delete(key)
    kept.set(key, { at: now.getTime(), count })
  }
  for (const old of kept.keys()) {
    if (kept.size <= mostKept) break
    kept.delete(old)
  }
  // What failed is not kept: the next who asks tries again.
  count.catch(() => kept.delete(key))
  return count
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
  const [row = {}] = await app.ch.query(query, Sizes)
  return asCount(row, { parts: set.rules.length, outcome, asOf, isRenewing: false })
}

async function countKept(app: App, { workspaceId, set, outcome }: Counting): Promise<SetCount> {
  const kept = await keptSet(app, { workspaceId, set, outcome })
  const named: [string, Sql][] = [
    ['audience', kept.audience],
    ['rest', kept.rest],
  ]
  named.push(...kept.parts.map((people, index): [string, Sql] => [`size_${index}`, people]))
  const permitted = named.map(
    ([name, people]) => ch.sql`bitmapAnd(may, (${people})) AS ${ch.trusted(`${name}_people`)}`,
  )
  const columns = named.flatMap(([name]) => {
    const part = name.replace('size_', '')
    const yes = outcome === null ? [] : ['yes', 'known']
    return [
      `bitmapCardinality(${name}_people) AS ${name}`,
      ...yes.map((which) => `bitmapAndCardinality(${name}_people, outcome_${which}) AS ${which}_${part}`),
    ]
  })
  const told = kept.outcome && [
    ch.sql`(${kept.outcome.yes}) AS outcome_yes`,
    ch.sql`(${kept.outcome.known}) AS outcome_known`,
  ]
  const may = ch.sql`(${mayBitmapSql({ workspaceId, purpose: 'analysis' })}) AS may`
  const [row = {}] = await app.ch.query(
    ch.sql`WITH ${ch.join([may, ...permitted, ...(told ?? [])], ', ')} SELECT ${ch.trusted(columns.join(', '))}`,
    Sizes,
  )
  return asCount(row, { parts: set.rules.length, outcome, asOf: kept.asOf, isRenewing: kept.isRenewing })
}

const Sizes = z.record(z.string(), z.number())

function asCount(
  row: z.output<typeof Sizes>,
  {
    parts,
    outcome,
    asOf,
    isRenewing,
  }: Pick<SetCount, 'asOf' | 'isRenewing'> & { parts: number; outcome: Outcome | null },
): SetCount {
  const part = (name: string, people: string): PartCount => ({
    people: row[people] ?? 0,
    outcome: outcome === null ? null : { yes: row[`yes_${name}`] ?? 0, of: row[`known_${name}`] ?? 0 },
  })
  return {
    asOf,
    isRenewing,
    audience: part('audience', 'audience'),
    parts: Array.from({ length: parts }, (_, index) => part(String(index), `size_${index}`)),
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
