/** The people of an audience as a table of traits, for a proposal. */
import { z } from 'zod'
import { freshPermission } from '../consent/index.ts'
import { listTraits } from '../people/index.ts'
import { ch, type App, type Sql } from '../platform/index.ts'
import { dayOf } from './days.ts'
import { knownTraits } from './known-traits.ts'
import type { KnownTrait } from './known-traits.ts'
import type { PackedColumn } from './packed-column.ts'
import type { Condition } from './segment.ts'
import { bitmapSql } from './segment-sql.ts'

export type Loaded = { columns: PackedColumn[]; people: number; of: number }

const mostPeople = 50_000
const mostTraits = 200

/**
 * The traits of at most some 50,000 people of an audience who may be analysed, drawn by a hash of their number: the same people as long
 * as the audience is the same. Traits of special categories come without values, as not permitted.
 */
export async function loadColumns(
  app: App,
  given: { workspaceId: string; audience: Condition[]; signal: AbortSignal },
): Promise<Loaded> {
  const { workspaceId, audience, signal } = given
  await freshPermission(app, workspaceId)
  const whole = { audience, rules: [] }
  const bitmap = bitmapSql({ workspace: workspaceId, set: whole, now: app.clock.now(), part: 'rest' })
  const [drawn] = await app.ch.query(
    ch.sql`WITH bitmapToArray((${bitmap})) AS everybody
SELECT length(everybody) AS of, arrayFilter(person -> of <= ${ch.u32(mostPeople)} OR cityHash64(person) % of < ${ch.u32(mostPeople)}, everybody) AS people`,
    z.object({ of: z.number(), people: z.array(z.number()) }),
  )
  const { of, people } = drawn ?? { of: 0, people: [] }
  const rowOf = new Map(people.map((person, row) => [person, row]))
  const those = ch.sql`bitmapContains((${bitmap}), person) AND (${ch.u32(of)} <= ${ch.u32(mostPeople)} OR cityHash64(person) % ${ch.u32(Math.max(1, of))} < ${ch.u32(mostPeople)})`
  const columns: PackedColumn[] = []
  for (const trait of (await knownTraits(app, { workspaceId })).slice(0, mostTraits)) {
    signal.throwIfAborted()
    columns.push(await loadColumn(app, { workspaceId, trait, those, people: people.length, rowOf }))
  }
  return {
    columns: [...columns, ...(await notPermitted(app, workspaceId, people.length))],
    people: people.length,
    of,
  }
}

type Loading = {
  workspaceId: string
  trait: KnownTrait
  /** Who is drawn, as a condition on `person`. */
  those: Sql
  people: number
  rowOf: ReadonlyMap<number, number>
}

async function loadColumn(
  app: App,
  { workspaceId, trait, those, people, rowOf }: Loading,
): Promise<PackedColumn> {
  const rows = ch.sql`FROM traits FINAL WHERE workspace_id = ${ch.uuid(workspaceId)} AND trait = ${ch.text(trait.trait)}
  AND text != '' AND ${those}`
  if (trait.type === 'number') {
    const [row] = await app.ch.query(
      ch.sql`SELECT groupArray(person) AS who, groupArray(assumeNotNull(num)) AS nums FROM (SELECT person, num ${rows} AND num IS NOT NULL)`,
      z.object({ who: z.array(z.number()), nums: z.array(z.number()) }),
    )
    const values = new Float64Array(people).fill(Number.NaN)
    row?.who.forEach((person, at) => (values[rowOf.get(person) ?? -1] = row.nums[at] ?? Number.NaN))
    return { name: trait.trait, type: 'number', permitted: true, values }
  }
  if (trait.type === 'date') {
    const [row] = await app.ch.query(
      ch.sql`SELECT groupArray(person) AS who, groupArray(day) AS days FROM (SELECT person, substring(text, 1, 10) AS day ${rows})`,
      z.object({ who: z.array(z.number()), days: z.array(z.string()) }),
    )
    const values = new Float64Array(people).fill(Number.NaN)
    row?.who.forEach((person, at) => (values[rowOf.get(person) ?? -1] = dayOf(row.days[at] ?? '')))
    return { name: trait.trait, type: 'date', permitted: true, values }
  }
  const [row] = await app.ch.query(
    ch.sql`SELECT groupArray(person) AS who, groupArray(text) AS texts FROM (SELECT person, text ${rows})`,
    z.object({ who: z.array(z.number()), texts: z.array(z.string()) }),
  )
  const codes = new Uint32Array(people)
  const levels = new Map<string, number>()
  row?.who.forEach((person, at) => {
    const text = row.texts[at] ?? ''
    const code = levels.get(text) ?? levels.size + 1
    levels.set(text, code)
    codes[rowOf.get(person) ?? -1] = code
  })
  const read = (text: string) => (trait.type === 'boolean' ? text === 'true' : text)
  return {
    name: trait.trait,
    type: 'category',
    permitted: true,
    codes,
    levels: [...levels.keys()].map(read),
  }
}

/** Said among what was left out, so that nobody wonders where they are. */
async function notPermitted(app: App, workspaceId: string, people: number): Promise<PackedColumn[]> {
  const defined = await listTraits(app, workspaceId)
  return defined
    .filter((trait) => trait.special !== null)
    .map(({ trait: name }) => ({
      name,
      type: 'category',
      permitted: false,
      codes: new Uint32Array(people),
      levels: [],
    }))
}
