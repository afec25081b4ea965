import { sql } from 'kysely'
import { type Postgres, cutPage } from '../platform/index.ts'
import { PersonId } from '../workspace/index.ts'

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
  const fits = search === '' ? sql`true` : sql`p.no in (${found({ ...question, search })})`
  const rows = await sql<{ no: number; id: string; pseudonym: string; created_at: Date }>`
    select p.no, p.id, p.pseudonym, p.created_at from people p
    where p.workspace_id = ${workspaceId} and p.merged_into is null and p.no < ${before} and ${fits}
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

function found({ workspaceId, search, sees }: PeopleQuestion & { search: string }) {
  const named = sql`select no from people where workspace_id = ${workspaceId} and lower(pseudonym) ^@ lower(${search})`
  if (sees === 'pseudonyms') return named
  // A range for each kind walks the primary key; "starts with" then decides exactly.
  const kinds = sql`(select distinct kind from identifiers where workspace_id = ${workspaceId})`
  return sql`${named} union all
    select i.person_no from identifiers i where i.workspace_id = ${workspaceId} and i.kind in ${kinds}
      and (i.value ^@ ${search} or (i.kind = 'email' and i.value ^@ lower(${search})))`
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
