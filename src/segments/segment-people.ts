/** Who is in a segment, as other rooms ask it. */
import { z } from 'zod'
import { freshPermission, mayBitmapSql, type Purpose } from '../consent/index.ts'
import { ch, type App, type Sql } from '../platform/index.ts'
import { peopleByNo, type Person } from '../people/index.ts'
import { PersonNo, type SegmentId } from '../workspace/index.ts'
import { keptSet } from './kept-set.ts'
import { definitionOf, findSegment, listSets } from './saved-set.ts'
import type { SavedSet } from './saved-set.ts'
import { bitmapSql, partOfPersonSql } from './segment-sql.ts'
import type { SegmentSetId } from './set.schema.ts'

type InSegment = { workspaceId: string; segmentId: string }

/**
 * ClickHouse: one row, `members`: the roaring bitmap of the people of a saved segment who may be analysed, for use as a scalar
 * subquery. Brings permission up to the ledger first. Throws 404.
 */
export async function savedSegmentBitmap(app: App, { workspaceId, segmentId }: InSegment): Promise<Sql> {
  const { set, part } = await findSegment(app.pg, { workspaceId, segmentId })
  await freshPermission(app, workspaceId)
  return bitmapSql({ workspace: workspaceId, set: definitionOf(set), now: app.clock.now(), part })
}

/**
 * ClickHouse: one row, `people`: as {@link savedSegmentBitmap}, and who may also be used for `purpose` (within a study's scope
 * where one is given). Written out and up to 45 seconds old, permission never: for questions asked several times of the same people.
 * Throws 404.
 */
export async function permittedSegmentBitmap(
  app: App,
  { workspaceId, segmentId, purpose, scope = '' }: InSegment & { purpose: Purpose; scope?: string },
): Promise<Sql> {
  const { set, part } = await findSegment(app.pg, { workspaceId, segmentId })
  await freshPermission(app, workspaceId)
  const { parts } = await keptSet(app, { workspaceId, set: definitionOf(set), outcome: set.outcome })
  const members = parts[part]
  if (members === undefined) throw new RangeError(`no rule ${part}`)
  const mays = [mayBitmapSql({ workspaceId, purpose: 'analysis' })]
  if (purpose !== 'analysis' || scope !== '') mays.push(mayBitmapSql({ workspaceId, purpose, scope }))
  return mays.reduce((people, may) => ch.sql`SELECT bitmapAnd((${people}), (${may})) AS people`, members)
}

/** Which of some people each segment of a set has, in the order of its segments: one query, of people who may be analysed. */
export async function sortIntoSegments(
  app: App,
  { workspaceId, set, personNos }: { workspaceId: string; set: SavedSet; personNos: readonly number[] },
): Promise<number[][]> {
  if (personNos.length === 0 || set.segments.length === 0) return set.segments.map(() => [])
  await freshPermission(app, workspaceId)
  const { parts } = await keptSet(app, { workspaceId, set: definitionOf(set), outcome: set.outcome })
  const may = mayBitmapSql({ workspaceId, purpose: 'analysis', among: personNos })
  const inside = parts.map((people) => ch.sql`bitmapToArray(bitmapAnd(asked, (${people})))`)
  const [row] = await app.ch.query(
    ch.sql`WITH (${may}) AS asked SELECT [${ch.join(inside, ', ')}] AS inside`,
    z.object({ inside: z.array(z.array(z.number())) }),
  )
  return row?.inside ?? []
}

/** How many of a segment may be used for a purpose now. Throws 404. */
export async function countSegmentPeople(
  app: App,
  given: InSegment & { purpose: Purpose; scope?: string },
): Promise<number> {
  const permitted = await permittedSegmentBitmap(app, given)
  const rows = await app.ch.query(
    ch.sql`SELECT bitmapCardinality((${permitted})) AS people`,
    z.object({ people: z.number() }),
  )
  return rows[0]?.people ?? 0
}

/**
 * A page of the people of a segment who may be used for `purpose`, by number ascending from the one after `after`. Being a member
 * is known by analysis: whoever may not be analysed is not listed for any purpose. Whoever shows names writes that down
 * (`audit`). Throws 404.
 */
export async function segmentPeople(
  app: App,
  given: InSegment & { purpose: Purpose; after?: number; limit?: number },
): Promise<{ people: Person[]; next: number | null }> {
  const limit = given.limit ?? 50
  const permitted = await permittedSegmentBitmap(app, given)
  const from = ch.u32((given.after ?? 0) + 1)
  const rows = await app.ch.query(
    ch.sql`SELECT arrayJoin(bitmapToArray(bitmapSubsetLimit((${permitted}), ${from}, ${ch.u32(limit + 1)}))) AS person`,
    z.object({ person: PersonNo }),
  )
  const page = rows.slice(0, limit).map((row) => row.person)
  const people = await peopleByNo(app, { workspaceId: given.workspaceId, personNos: page })
  return { people, next: rows.length > limit ? (page.at(-1) ?? null) : null }
}

export type PersonSegment = {
  setId: SegmentSetId
  setName: string
  /** Null: none of the rules fits, the person is in the rest of the set. */
  segmentId: SegmentId | null
  name: string | null
}

const PartOfSet = z.object({ place: z.number(), part: z.number() })
/** The engine refuses a query of more than 50,000 elements (`max_ast_elements`): forty sets of twelve segments with four conditions each are too many. */
const setsAtOnce = 10

/**
 * In which segment of every set a person is; sets whose audience the person is outside are left out, and all of them when the person
 * may not be analysed. One query for ten sets, which reads only this person's rows.
 */
export async function segmentOfPerson(
  app: App,
  { workspaceId, personNo: person }: { workspaceId: string; personNo: number },
): Promise<PersonSegment[]> {
  const sets = (await listSets(app.pg, workspaceId)).filter(({ segments }) => segments.length > 0)
  if (sets.length === 0) return []
  await freshPermission(app, workspaceId)
  const now = app.clock.now()
  const asked = sets.map((set, place) => {
    const part = partOfPersonSql({ workspace: workspaceId, set: definitionOf(set), now, person })
    return ch.sql`SELECT ${ch.u32(place)} AS place, part FROM (${part})`
  })
  const rows: z.output<typeof PartOfSet>[] = []
  for (let from = 0; from < asked.length; from += setsAtOnce)
    rows.push(
      ...(await app.ch.query(ch.join(asked.slice(from, from + setsAtOnce), ' UNION ALL '), PartOfSet)),
    )
  const partIn = new Map(rows.map(({ place, part }) => [place, part]))
  return sets.flatMap(({ setId, name: setName, segments }, place) => {
    const part = partIn.get(place) ?? -2
    if (part === -2) return []
    const segment = segments[part]
    return [{ setId, setName, segmentId: segment?.segmentId ?? null, name: segment?.name ?? null }]
  })
}
