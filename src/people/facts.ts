import { sql } from 'kysely'
import { type App, encodeText } from '../platform/index.ts'
import { type HeldFact, keepHeldFacts } from './held-facts.ts'
import { countLeftOut } from './left-out.ts'
import { settleLateFacts } from './merged-facts.ts'
import { erasedAddresses, mayHoldAddress } from './suppression.ts'
import type { Origin } from './trait.ts'

/** One thing known of a person, with where it came from. */
export type Fact = {
  personNo: number
  trait: string
  /** As written; dates as ISO 8601, yes and no as `true` and `false`. Empty means not known. */
  text: string
  /** The same as a number, where it is one. */
  num: number | null
  origin: Origin
  /** Demographic, geographic, psychographic, … as the trait's definition says. */
  class: string
  at: Date
}

/**
 * Writes facts. The newest of a person and trait becomes the current value; at the same moment the one written last. Facts of a
 * special category whose ground nobody has stated wait in PostgreSQL; the address of somebody erased is not kept. Resolved means on disk.
 */
export async function writeFacts(
  app: App,
  { workspaceId, sourceId, facts: told }: { workspaceId: string; sourceId: string; facts: readonly Fact[] },
): Promise<{ written: number; held: number }> {
  const facts = await withoutErased(app, { workspaceId, facts: told })
  if (facts.length === 0) return { written: 0, held: 0 }
  const held = await heldTraits(app, workspaceId)
  const waiting = held.size === 0 ? [] : facts.filter((fact) => held.has(fact.trait))
  const free = waiting.length === 0 ? facts : facts.filter((fact) => !held.has(fact.trait))
  await holdFacts(app, { workspaceId, sourceId, facts: waiting, reasons: held })
  await app.ch.insertLines('facts_in', await factLines(app, { workspaceId, sourceId, facts: free }))
  await settleLateFacts(app, { workspaceId, personNos: [...new Set(free.map((fact) => fact.personNo))] })
  return { written: free.length, held: waiting.length }
}

async function withoutErased(
  app: App,
  { workspaceId, facts }: { workspaceId: string; facts: readonly Fact[] },
): Promise<readonly Fact[]> {
  const texts = facts.filter(({ text }) => mayHoldAddress(text)).map(({ text }) => text)
  if (texts.length === 0) return facts
  const erased = await erasedAddresses(app, { workspaceId, texts })
  const kept = facts.map((fact) => ({ ...fact, text: erased.without(fact.text) }))
  const leftOut = facts.filter(({ text }, index) => text !== kept[index]?.text)
  if (leftOut.length === 0) return facts
  await countLeftOut(app, {
    workspaceId,
    leftOut: leftOut.map(({ trait }) => ({ name: trait, why: 'erased' as const })),
  })
  return kept.filter((_fact, index) => !erased.is(facts[index]?.text ?? ''))
}

/** One line a trait, origin and moment, as table `facts_in` takes them. */
export async function factLines(
  app: App,
  { workspaceId, sourceId, facts }: { workspaceId: string; sourceId: string; facts: readonly Fact[] },
): Promise<string[]> {
  if (facts.length === 0) return []
  const tie = await nextTie(app)
  const columns: Column[] = []
  const current = new Map<string, Column>()
  for (const fact of facts) {
    let column = current.get(fact.trait)
    if (column === undefined || !belongs(column.first, fact)) {
      column = { first: fact, person: [], text: [], num: [] }
      columns.push(column)
      current.set(fact.trait, column)
    }
    column.person.push(fact.personNo)
    column.text.push(quote(fact.text))
    column.num.push(fact.num !== null && Number.isFinite(fact.num) ? fact.num : 'null')
  }
  return columns.map(
    ({ first, person, text, num }) =>
      `{"workspace_id":"${workspaceId}","source_id":"${sourceId}","trait":${quote(first.trait)},"origin":"${first.origin}","class":${quote(first.class)},"at":${first.at.getTime()},"tie":${tie},"person":[${person.join()}],"text":[${text.join()}],"num":[${num.join()}]}`,
  )
}

/** What stands in three arrays of JSON, one element a person; `text` is quoted already. */
type Column = { first: Fact; person: number[]; text: string[]; num: (number | 'null')[] }

function belongs(first: Fact, next: Fact): boolean {
  return (
    next.origin === first.origin && next.class === first.class && next.at.getTime() === first.at.getTime()
  )
}

async function nextTie(app: App): Promise<number> {
  const found = await sql<{ tie: number }>`select nextval('fact_version') as tie`.execute(app.pg)
  return (found.rows[0]?.tie ?? 0) % 1_048_576
}

const plain = /^[ !#-[\]-~]*$/

/** JSON text of a string; nearly every one needs nothing but the quotes. */
function quote(text: string): string {
  return plain.test(text) ? `"${text}"` : JSON.stringify(encodeText(text))
}

async function heldTraits(app: App, workspaceId: string): Promise<Map<string, string>> {
  const rows = await app.pg
    .selectFrom('trait_definitions')
    .select(['trait', 'special'])
    .where('workspace_id', '=', workspaceId)
    .where('special', 'is not', null)
    .where('art9_ground', 'is', null)
    .execute()
  return new Map(rows.map((row) => [row.trait, row.special ?? '']))
}

async function holdFacts(
  app: App,
  given: {
    workspaceId: string
    sourceId: string
    facts: readonly Fact[]
    reasons: ReadonlyMap<string, string>
  },
): Promise<void> {
  const { workspaceId, sourceId, facts, reasons } = given
  const waiting = facts.map((fact): HeldFact => ({
    sourceId,
    trait: fact.trait,
    personNo: fact.personNo,
    value: fact.text,
    at: fact.at,
    origin: fact.origin,
    reason: reasons.get(fact.trait) ?? '',
  }))
  await keepHeldFacts(app, { workspaceId, facts: waiting })
}
