import { type RawBuilder, sql } from 'kysely'
import { type Postgres, cutPage } from '../platform/index.ts'
import { PersonId } from '../workspace/index.ts'
import { identifierKinds } from './identifier.ts'
import { couldBePseudonym } from './pseudonym.ts'

export type ListedPerson = {
  personId: PersonId
  pseudonym: string
  createdAt: string
  identifiers: { kind: string; value: string }[]
}

export type PeopleQuestion = {
  workspaceId: string
  search: string | undefined
  cursor: string | undefined
  limit: number
  /** Whether who asks may see who people are; if not, only pseudonyms are searched and shown. */
  sees: 'identifiers' | 'pseudonyms'
}

/** A page of people, newest first; the search is the beginning of an identifier or of a pseudonym. */
export async function listPeople(
  pg: Postgres,
  question: PeopleQuestion,
): Promise<{ items: ListedPerson[]; next: string | null }> {
  const before = /^\d{1,10}$/.test(question.cursor ?? '') ? Number(question.cursor) : 4_294_967_296
  const { workspaceId, limit } = question
  const search = question.search?.trim().slice(0, 500) ?? ''
  const rows = await sql<{ no: number; id: string; pseudonym: string; created_at: Date }>`
    with found (no) as materialized (${found({ ...question, search, before })})
    select p.no, p.id, p.pseudonym, p.created_at from found join people p using (no)
    where p.workspace_id = ${workspaceId} and p.merged_into is null
    order by p.no desc limit ${limit + 1}`.execute(pg)
  const page = cutPage(rows.rows, limit, (row) => String(row.no))
  const identifiers =
    question.sees === 'identifiers'
      ? await identifiersOf(
          pg,
          page.items.map((row) => row.no),
        )
      : new Map<number, ListedPerson['identifiers']>()
  return {
    next: page.next,
    items: page.items.map((row) => ({
      personId: PersonId.parse(row.id),
      pseudonym: row.pseudonym,
      createdAt: row.created_at.toISOString(),
      identifiers: identifiers.get(row.no) ?? [],
    })),
  }
}

/** The newest numbers before the cursor that fit, as many as a page takes from each way of finding. */
function found(asked: PeopleQuestion & { search: string; before: number }) {
  const { workspaceId, search, sees, before, limit } = asked
  if (search === '')
    return sql`select no from people where workspace_id = ${workspaceId} and no < ${before} and merged_into is null
      order by no desc limit ${limit + 1}`
  const ways: RawBuilder<unknown>[] = []
  if (couldBePseudonym(search))
    ways.push(sql`(select no from people where workspace_id = ${workspaceId} and no < ${before}
      and lower(pseudonym) ^@ lower(${search}) order by no desc limit ${limit + 1})`)
  if (sees === 'identifiers')
    for (const kind of identifierKinds) {
      const value = kind === 'email' ? search.toLowerCase() : search
      ways.push(sql`(select distinct person_no from identifiers where workspace_id = ${workspaceId} and kind = ${kind}
        and value ^@ ${value} and person_no < ${before} order by person_no desc limit ${limit + 1})`)
    }
  return ways.length === 0 ? sql`select 0::bigint as no where false` : sql.join(ways, sql` union `)
}

async function identifiersOf(
  pg: Postgres,
  nos: readonly number[],
): Promise<Map<number, ListedPerson['identifiers']>> {
  if (nos.length === 0) return new Map()
  const rows = await pg
    .selectFrom('identifiers')
    .select(['person_no', 'kind', 'value'])
    .where('person_no', 'in', [...nos])
    .orderBy('kind')
    .execute()
  const byPerson = new Map<number, ListedPerson['identifiers']>()
  for (const { person_no: no, kind, value } of rows)
    byPerson.set(no, [...(byPerson.get(no) ?? []), { kind, value }])
  return byPerson
}
