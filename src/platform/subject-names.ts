import { sql } from 'kysely'
import type { App } from './app.ts'

/** What things of one kind are called, by id. What is gone, or lies in another workspace, has no name. */
export type SubjectNames = {
  /** Who may see these names: a permission. */
  readonly may: string
  readonly names: (
    app: App,
    asked: { workspaceId: string; ids: readonly string[] },
  ) => Promise<readonly { id: string; name: string }[]>
}

/** Names that stand in a `column` of a `table` of things with an id and a workspace; `kept: 'until removed'` where a removed row stays for undo. */
export function namesIn({
  table,
  column,
  kept = 'while there',
}: {
  table: string
  column: string
  kept?: 'while there' | 'until removed'
}): SubjectNames['names'] {
  return async (app, { workspaceId, ids }) => {
    const { rows } = await sql<{ id: string; name: string }>`
      select id::text as id, ${sql.ref(column)} as name from ${sql.table(table)}
      where workspace_id = ${workspaceId} and id = any(${[...ids]}::uuid[]) ${kept === 'until removed' ? sql`and removed_at is null` : sql``}`.execute(
      app.pg,
    )
    return rows
  }
}
