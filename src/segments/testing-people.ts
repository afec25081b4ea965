/** People with traits for the tests of this room, written through the doors everybody uses. */
import { sql } from 'kysely'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { addGrounds, declareBases, type DeclaredBases } from '../consent/index.ts'
import { createPeople, defineTraits, writeFacts, type Fact } from '../people/index.ts'
import type { App } from '../platform/index.ts'

export type TestTraits = Record<string, string | number | boolean | null>

/** Makes one person for each entry, who may be analysed unless `bases` says otherwise; returns their numbers in order. */
export async function bringPeople(
  app: App,
  given: {
    workspaceId: string
    people: readonly TestTraits[]
    bases?: DeclaredBases
    sourceId?: string
  },
): Promise<number[]> {
  const { workspaceId, people, sourceId = crypto.randomUUID() } = given
  const bases = given.bases ?? { analysis: { basis: 'legitimate interest' } }
  await declareBases(app, { workspaceId, declarer: { kind: 'source', id: sourceId }, bases, by: undefined })
  const nos = await app.pg.transaction().execute(async (tx) => {
    const made = await createPeople(tx, { workspaceId, count: people.length })
    const personNos = made.map((person) => person.personNo)
    await addGrounds(tx, { workspaceId, declarerId: sourceId, personNos })
    return personNos
  })
  // As the server does by itself a minute after an import.
  await sql`analyze people, grounds, legal_bases, consent_state`.execute(app.pg)
  await defineTraits(app, {
    workspaceId,
    traits: Object.entries(Object.assign({}, ...people) as TestTraits).map(([trait]) => ({
      trait,
      class: 'demographic',
      type: typeOf(people, trait),
    })),
  })
  const at = new Date('2026-11-01T00:00:00Z')
  const facts = people.flatMap((traits, index) =>
    Object.entries(traits).flatMap(([trait, value]): Fact[] => {
      if (value === null) return []
      const num = typeof value === 'number' ? value : null
      const personNo = nos[index] ?? 0
      return [{ personNo, trait, text: String(value), num, origin: 'told', class: 'demographic', at }]
    }),
  )
  facts.sort((a, b) => a.trait.localeCompare(b.trait))
  await writeFacts(app, { workspaceId, sourceId, facts })
  return nos
}

/** The people of one of the copied customer files; "unknown" and the bank's 999 ("never contacted") are not known. */
export function readCustomers(
  file: 'bank-additional.csv' | 'mlc_churn.csv' | 'online-retail-customers.csv',
): TestTraits[] {
  const [head, ...rows] = readFileSync(join(import.meta.dirname, '../../test/data/customers', file), 'utf8')
    .trim()
    .split('\n')
    .map((line) =>
      line.split(file.startsWith('bank') ? ';' : ',').map((value) => value.trim().replace(/^"|"$/g, '')),
    )
  const names = head ?? []
  const isNumber = names.map((_, at) =>
    rows.every((row) => row[at] === 'unknown' || Number.isFinite(Number(row[at]))),
  )
  return rows.map((row) =>
    Object.fromEntries(
      names.map((name, at) => {
        const value = row[at] ?? ''
        if (value === '' || value === 'unknown' || (name === 'pdays' && value === '999')) return [name, null]
        return [name, isNumber[at] ? Number(value) : value]
      }),
    ),
  )
}

function typeOf(people: readonly TestTraits[], trait: string): string {
  const known = people.map((traits) => traits[trait]).filter((value) => value !== null && value !== undefined)
  if (known.every((value) => typeof value === 'number')) return 'number'
  if (known.every((value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value))) return 'date'
  return known.every((value) => typeof value === 'boolean') ? 'boolean' : 'category'
}
