import { sql } from 'kysely'
import type { PostgresTransaction } from '../../platform/index.ts'
import type { CodeId } from '../../workspace/index.ts'
import type { Skip } from '../coding.schema.ts'
import { isInRound } from '../rounds/set-aside.ts'
import type { Step } from '../steps.ts'

/** A place that is there, and what may be done with it. */
export type PlaceFound = {
  studyId: string
  removed: boolean
  /** Whether it may be seen or heard now. */
  readable: boolean
  /** The conversations whose coding it belongs to: while one is double coded, it stays as it is. */
  interviewIds: string[]
}

export type PlaceCoding<Id> = { id: Id; codeId: CodeId; by: string | null }

/** A kind of place that carries codes without being words: where its rows lie, and the steps that change it. */
export type PlaceKind<Id extends string> = {
  named: 'region' | 'stretch'
  parse: (id: string) => Id
  find: (tx: PostgresTransaction, at: { workspaceId: string; id: Id }) => Promise<PlaceFound | undefined>
  step: {
    put: (id: Id) => Step
    remove: (id: Id) => Step
    give: (coding: PlaceCoding<Id>) => Step
    take: (coding: PlaceCoding<Id>) => Step
  }
}

type PlaceChange<Id> = { id: Id } & (
  | { to: 'put' }
  | { to: 'remove' }
  | { to: 'give'; codeId: CodeId; by: string | null }
  | { to: 'take'; codeId: CodeId; by: string | null }
)

/** Takes such a step if it can still be taken; a place that may not be seen or heard now, or is double coded, stays as it is. */
export async function takePlaceStep<Id extends string>(
  tx: PostgresTransaction,
  { kind, workspaceId, change }: { kind: PlaceKind<Id>; workspaceId: string; change: PlaceChange<Id> },
): Promise<'done' | Skip> {
  const { id } = change
  const found = await kind.find(tx, { workspaceId, id })
  if (!found) return 'gone'
  if (await isInRound(tx, { workspaceId, interviewIds: found.interviewIds })) return 'set aside'
  if (!found.readable) return 'withdrawn'
  if (change.to === 'put') {
    await sql`update ${places(kind)} set removed_at = null where id = ${id}`.execute(tx)
    return 'done'
  }
  if (change.to === 'remove') return removePlace(tx, { kind, id })
  if (change.to === 'take') return takePlaceCode(tx, { kind, ...change })
  if (found.removed) return 'changed since'
  return (await givePlaceCode(tx, { kind, workspaceId, ...change })) === 'no code' ? 'gone' : 'done'
}

const places = ({ named }: { named: string }) => sql.table(named === 'region' ? 'regions' : 'stretches')
/** Who gave which codes to which place. */
export const codingsOf = ({ named }: { named: string }) => sql.table(`${named}_codes`)
export const idColumn = ({ named }: { named: string }) => sql.ref(`${named}_id`)

/** Unmarks a place that has no code any more. */
export async function removePlace<Id extends string>(
  tx: PostgresTransaction,
  { kind, id }: { kind: PlaceKind<Id>; id: Id },
): Promise<'done' | Skip> {
  const used = await sql`
    select from ${codingsOf(kind)} k join codes c on c.id = k.code_id and c.removed_at is null
    where ${idColumn(kind)} = ${id} limit 1`.execute(tx)
  if (used.rows.length > 0) return 'in use'
  await sql`update ${places(kind)} set removed_at = now() where id = ${id}`.execute(tx)
  return 'done'
}

/** Takes the code that this member gave. */
export async function takePlaceCode<Id extends string>(
  tx: PostgresTransaction,
  { kind, id, codeId, by }: { kind: PlaceKind<Id> } & PlaceCoding<Id>,
): Promise<'done' | Skip> {
  const gone = await sql`
    delete from ${codingsOf(kind)} where ${idColumn(kind)} = ${id} and code_id = ${codeId}
      and created_by is not distinct from ${by}::uuid returning code_id`.execute(tx)
  return gone.rows.length > 0 ? 'done' : 'changed since'
}

/** Gives a place a code; says whether it had it, and whether the code is still there. */
export async function givePlaceCode<Id extends string>(
  tx: PostgresTransaction,
  given: { kind: PlaceKind<Id>; workspaceId: string } & PlaceCoding<Id>,
): Promise<'given' | 'there already' | 'no code'> {
  const { kind, workspaceId, id, codeId, by } = given
  const code = await sql`
    select from codes where workspace_id = ${workspaceId} and id = ${codeId} and removed_at is null`.execute(
    tx,
  )
  if (code.rows.length === 0) return 'no code'
  const made = await sql`
    insert into ${codingsOf(kind)} (workspace_id, ${idColumn(kind)}, code_id, created_by)
    values (${workspaceId}, ${id}, ${codeId}, ${by}) on conflict do nothing returning code_id`.execute(tx)
  return made.rows.length > 0 ? 'given' : 'there already'
}

/** Every place of one code gets another instead; what can be taken back of it. */
export async function mergePlaceCodes<Id extends string>(
  tx: PostgresTransaction,
  given: { kind: PlaceKind<Id>; from: CodeId; into: CodeId; by: string | null },
): Promise<Step[]> {
  const { kind, from, into, by } = given
  const { rows } = await sql<{ id: string; created_by: string | null; fresh: boolean }>`
    with had as (select * from ${codingsOf(kind)} where code_id = ${from}),
    given as (
      insert into ${codingsOf(kind)} (workspace_id, ${idColumn(kind)}, code_id, created_by)
      select workspace_id, ${idColumn(kind)}, ${into}::uuid, ${by}::uuid from had on conflict do nothing returning ${idColumn(kind)} as id
    ),
    taken as (delete from ${codingsOf(kind)} where code_id = ${from})
    select h.id, h.created_by, h.id in (select id from given) as fresh
    from (select ${idColumn(kind)} as id, created_by from had) h`.execute(tx)
  return rows.flatMap(({ id: found, created_by, fresh }): Step[] => {
    const id = kind.parse(found)
    const taken = kind.step.take({ id, codeId: from, by: created_by })
    return fresh ? [kind.step.give({ id, codeId: into, by }), taken] : [taken]
  })
}
