import type { App } from '../platform/index.ts'
import { PersonId, PersonNo } from '../workspace/index.ts'
import { type Identifier, normaliseIdentifier } from './identifier.ts'

export type Person = { personId: PersonId; personNo: PersonNo; pseudonym: string }

/** Who has this identifier, or undefined. */
export async function personByIdentifier(
  app: App,
  { workspaceId, identifier }: { workspaceId: string; identifier: Identifier },
): Promise<Person | undefined> {
  const asked = normaliseIdentifier(identifier)
  if (asked === undefined) return undefined
  const row = await app.pg
    .selectFrom('identifiers')
    .innerJoin('people', 'people.no', 'identifiers.person_no')
    .select(['people.id', 'people.no', 'people.pseudonym'])
    .where('identifiers.workspace_id', '=', workspaceId)
    .where('kind', '=', asked.kind)
    .where('value', '=', asked.value)
    .executeTakeFirst()
  return row && asPerson(row)
}

/** A person by id; one that was merged into another leads to that one. */
export async function findPerson(
  app: App,
  { workspaceId, personId }: { workspaceId: string; personId: string },
): Promise<Person | undefined> {
  const row = await app.pg
    .selectFrom('people')
    .select(['id', 'no', 'pseudonym', 'merged_into'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', personId)
    .executeTakeFirst()
  if (row === undefined || row.merged_into === null) return row && asPerson(row)
  return findByNo(app, { workspaceId, personNo: row.merged_into })
}

/** People by number, with their pseudonyms, in the order asked; those not there are left out. */
export async function peopleByNo(
  app: App,
  { workspaceId, personNos }: { workspaceId: string; personNos: readonly number[] },
): Promise<Person[]> {
  if (personNos.length === 0) return []
  const rows = await app.pg
    .selectFrom('people')
    .select(['id', 'no', 'pseudonym'])
    .where('workspace_id', '=', workspaceId)
    .where('no', 'in', [...personNos])
    .execute()
  const byNo = new Map(rows.map((row) => [row.no, asPerson(row)]))
  return personNos.flatMap((no) => byNo.get(no) ?? [])
}

async function findByNo(
  app: App,
  { workspaceId, personNo }: { workspaceId: string; personNo: number },
): Promise<Person | undefined> {
  const row = await app.pg
    .selectFrom('people')
    .select(['id', 'no', 'pseudonym', 'merged_into'])
    .where('workspace_id', '=', workspaceId)
    .where('no', '=', personNo)
    .executeTakeFirst()
  if (row === undefined || row.merged_into === null) return row && asPerson(row)
  return findByNo(app, { workspaceId, personNo: row.merged_into })
}

function asPerson(row: { id: string; no: number; pseudonym: string }): Person {
  return { personId: PersonId.parse(row.id), personNo: PersonNo.parse(row.no), pseudonym: row.pseudonym }
}
