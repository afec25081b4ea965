import { sql } from 'kysely'
import type { PostgresTransaction } from '../platform/index.ts'
import { renameCode } from './beside-talk.ts'

type InStudy = { workspaceId: string; studyId: string }
type Replace = (text: string) => string
type Row = {
  id: string
  study_id: string | null
  origin: string
  name: string
  description: string
  example: string
}

/** A code whose name, description or example does not stand as it was decided, with what is to stand there. */
export type CodeToChange = Pick<Row, 'id' | 'name' | 'description' | 'example'> & { was: Row }

/** Codes of a study, and of no study, that do not stand as it was decided. Names that are somebody's own words follow what was said. */
export async function codesToChange(
  tx: PostgresTransaction,
  given: InStudy & { replaceOwn: Replace; replaceShared: Replace },
): Promise<CodeToChange[]> {
  const { workspaceId, studyId, replaceOwn, replaceShared } = given
  const { rows } = await sql<Row>`
    select id, study_id, origin, name, description, example from codes
    where workspace_id = ${workspaceId} and (study_id = ${studyId} or study_id is null) order by id`.execute(
    tx,
  )
  return rows.flatMap((was) => {
    const replace = was.study_id === null ? replaceShared : replaceOwn
    const now = {
      id: was.id,
      name: was.origin === 'in vivo' ? was.name : replace(was.name),
      description: replace(was.description),
      example: replace(was.example),
    }
    const isSame = now.name === was.name && now.description === was.description && now.example === was.example
    return isSame ? [] : [{ ...now, was }]
  })
}

/** A codebook whose name does not stand as it was decided, with what it is to be called. */
export type BookToChange = { id: string; name: string }

/** Codebooks of a workspace that do not stand as it was decided; each may be about several studies. */
export async function booksToChange(
  tx: PostgresTransaction,
  { workspaceId, replace }: { workspaceId: string; replace: Replace },
): Promise<BookToChange[]> {
  const { rows } = await sql<BookToChange>`
    select id, name from codebooks where workspace_id = ${workspaceId} order by id`.execute(tx)
  return rows.flatMap(({ id, name: was }) => {
    const name = replace(was)
    return name === was ? [] : [{ id, name }]
  })
}

/** Writes them; changes of coding are held. One that would be called as another is gets a mark of its own. */
export async function changeBooks(
  tx: PostgresTransaction,
  { workspaceId, books }: { workspaceId: string; books: readonly BookToChange[] },
): Promise<void> {
  for (const { id, name } of books)
    await sql`
      update codebooks b set name = case when exists (select from codebooks o where o.workspace_id = ${workspaceId} and o.id <> b.id
        and o.removed_at is null and lower(o.name) = lower(${name})) then ${name} || ' ' || right(id::text, 4) else ${name} end
      where workspace_id = ${workspaceId} and id = ${id}`.execute(tx)
}

/** Writes them; changes of coding are held. Steps that remember how they stood are forgotten, so that undo brings no name back. */
export async function changeCodes(
  tx: PostgresTransaction,
  { workspaceId, codes }: { workspaceId: string; codes: readonly CodeToChange[] },
): Promise<void> {
  for (const { id, name, description, example, was } of codes) {
    await sql`update codes set description = ${description}, example = ${example} where id = ${id}`.execute(
      tx,
    )
    await renameCode(tx, { workspaceId, id, name: name === was.name ? null : name })
  }
}
