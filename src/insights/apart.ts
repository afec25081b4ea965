/** What sets a segment apart: its traits and events beside those of everybody who may be analysed. */
import { mayBitmapSql } from '../consent/index.ts'
import { ch, type App, type Sql } from '../platform/index.ts'
import { adjustForMany, showShare } from '../segments/index.ts'
import { countMarks, type MarkCount } from './kept-marks.ts'
import type { Mark } from './portrait.schema.ts'
import { differenceP } from './proportions.ts'

export type Comparing = {
  workspaceId: string
  /** ClickHouse SQL of one bitmap: the people of the segment, as whoever checks a figure would ask for them. Permission is up to date. */
  members: Sql
  /** The same people, written out. */
  people: Sql
  /** Whether the size of the segment is told as it is; else no n may tell it. */
  isExact: boolean
  minimum: number
  /** Traits of the segment's own rule and outcome: true by definition, or said elsewhere. */
  leaveOut: readonly string[]
  now: Date
}

/** `asOf` is when facts and events were read, up to ten minutes ago, longer where reading them anew takes longer than who asks has patience for (`isRenewing`). `sql` asks the same of this moment. */
export type Apart = {
  marks: Mark[]
  tested: number
  asOf: Date
  isRenewing: boolean
  sql: { traits: Sql; numbers: Sql; events: Sql }
}

/** Shares smaller than this many people, or larger than all but this many, could tell of single persons. */
const fewest = 5
const most = 12
const eventDays = 180

/** Where events that set a segment apart begin. */
export const marksSince = (now: Date) => new Date(now.getTime() - eventDays * 86_400_000)

/**
 * The twelve strongest differences that hold after correction for the number tested (Benjamini–Hochberg, 5 %). Each rests on at least the
 * workspace's minimum of people here.
 */
export async function setsApart(app: App, comparing: Comparing): Promise<Apart> {
  const { workspaceId, people, leaveOut, now } = comparing
  const since = marksSince(now)
  const { asOf, isRenewing, counts, sizes } = await countMarks(app, { workspaceId, people, since })
  const found = counts.filter(
    ({ kind, name, value }) =>
      kind === 'event' || (!leaveOut.includes(name) && !(kind === 'value' && value === 'false')),
  )
  const values = new Set(found.flatMap(({ kind, name }) => (kind === 'value' ? [name] : [])))
  const cuts = found.flatMap(({ kind, name, value }) =>
    kind === 'at least' ? [{ trait: name, cut: Number(value) }] : [],
  )
  const sql = {
    traits: valuesSql(comparing, [...values]),
    numbers: thresholdsSql(comparing, cuts),
    events: eventsSql(comparing, since),
  }
  return { ...strongest(found, { ...comparing, ...sizes }), asOf, isRenewing, sql }
}

/** How many people there are in the segment and among everybody who may be analysed. */
type Sizes = { here: number; everybody: number }
type Telling = Sizes & { minimum: number; isExact: boolean }

/** Tests every difference against everybody else, corrects for the number of tests, keeps one a trait. Pure. */
export function strongest(found: readonly MarkCount[], telling: Telling): { marks: Mark[]; tested: number } {
  const { minimum } = telling
  const tested = found.flatMap((row) => {
    if (row.of_here < minimum || row.of_total - row.of_here < minimum) return []
    if (row.here < fewest || (row.here > row.of_here - fewest && row.here !== row.of_here)) return []
    // What everybody has sets nobody apart.
    if (row.total === row.of_total) return []
    const others = { yes: row.total - row.here, of: row.of_total - row.of_here }
    return [{ row, p: differenceP({ yes: row.here, of: row.of_here }, others) }]
  })
  const adjusted = adjustForMany(tested.map(({ p }) => p))
  const best = new Map<string, Mark>()
  for (const [index, { row }] of tested.entries()) {
    const p = adjusted[index] ?? 1
    if (p > 0.05) continue
    const mark = markOf(row, { p, telling })
    if (mark === undefined) continue
    const key = `${row.kind === 'event' ? 'event' : 'trait'} ${row.name}`
    const before = best.get(key)
    if (before === undefined || distance(mark) > distance(before)) best.set(key, mark)
  }
  const marks = [...best.values()].toSorted((a, b) => distance(b) - distance(a) || (a.name < b.name ? -1 : 1))
  return { marks: marks.slice(0, most), tested: tested.length }
}

function markOf(row: MarkCount, { p, telling }: { p: number; telling: Telling }): Mark | undefined {
  const { minimum, isExact } = telling
  const here = showShare({ yes: row.here, of: row.of_here }, { people: telling.here, isExact, minimum })
  const everybody = showShare(
    { yes: row.total, of: row.of_total },
    { people: telling.everybody, isExact: true, minimum },
  )
  if (here === null || everybody === null) return undefined
  const lift = everybody.share === 0 ? 0 : here.share / everybody.share
  return { kind: row.kind, name: row.name, value: row.value, here, everybody, lift, p }
}

const distance = ({ here, everybody }: Mark) => Math.abs(here.share - everybody.share)

function everyone({ workspaceId }: Comparing): Sql {
  return mayBitmapSql({ workspaceId, purpose: 'analysis' })
}

function valuesSql(comparing: Comparing, traits: readonly string[]): Sql {
  const { workspaceId, members } = comparing
  return ch.sql`WITH (${members}) AS segment, (${everyone(comparing)}) AS everybody
SELECT * FROM (
  SELECT trait AS name, text AS value, countIf(bitmapContains(segment, person)) AS here, count() AS total,
    sum(countIf(bitmapContains(segment, person))) OVER (PARTITION BY trait) AS of_here, sum(count()) OVER (PARTITION BY trait) AS of_total
  FROM traits FINAL
  WHERE workspace_id = ${ch.uuid(workspaceId)} AND trait IN ${ch.texts(traits)} AND text != '' AND bitmapContains(everybody, person)
  GROUP BY trait, text
) WHERE value != 'false'`
}

function thresholdsSql(comparing: Comparing, cuts: readonly { trait: string; cut: number }[]): Sql {
  const { workspaceId, members } = comparing
  const traits = ch.texts(cuts.map(({ trait }) => trait))
  const from = { type: 'Array(Float64)', value: cuts.map(({ cut }) => cut) }
  return ch.sql`WITH (${members}) AS segment, (${everyone(comparing)}) AS everybody
SELECT trait AS name, toString(cut) AS value, countIf(num >= cut AND bitmapContains(segment, person)) AS here,
  countIf(bitmapContains(segment, person)) AS of_here, countIf(num >= cut) AS total, count() AS of_total
FROM traits FINAL
INNER JOIN (SELECT pair.1 AS trait, pair.2 AS cut FROM (SELECT arrayJoin(arrayZip(${traits}, ${from})) AS pair)) AS cuts USING trait
WHERE workspace_id = ${ch.uuid(workspaceId)} AND num IS NOT NULL AND bitmapContains(everybody, person)
GROUP BY trait, cut`
}

function eventsSql(comparing: Comparing, since: Date): Sql {
  const { workspaceId, members } = comparing
  return ch.sql`WITH (${members}) AS segment, (${everyone(comparing)}) AS everybody
SELECT name, '' AS value, countIf(bitmapContains(segment, person)) AS here, bitmapCardinality(segment) AS of_here,
  count() AS total, bitmapCardinality(everybody) AS of_total
FROM (
  SELECT DISTINCT name, i.person AS person FROM (
    SELECT DISTINCT name, key FROM events WHERE workspace_id = ${ch.uuid(workspaceId)} AND held = 0 AND type = 'track' AND at >= ${ch.moment(since)}) AS e
  INNER JOIN (SELECT key, person FROM identity FINAL WHERE workspace_id = ${ch.uuid(workspaceId)}) AS i ON e.key = i.key
) WHERE bitmapContains(everybody, person)
GROUP BY name`
}
