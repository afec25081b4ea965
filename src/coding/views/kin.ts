import { sql } from 'kysely'
import type { App } from '../../platform/index.ts'
import { belowCodes, type Scope } from './passages-sql.ts'
import { cellOf } from './place-counts.ts'

/** Whether the first of two codes stands above the other, at any distance. */
export async function codesAbove(
  app: App,
  { workspaceId }: Scope,
): Promise<(above: string, below: string) => boolean> {
  const { rows } = await sql<{ code_id: string; below_id: string }>`
    with recursive ${belowCodes(workspaceId)} select code_id::text, below_id::text from below where code_id <> below_id`.execute(
    app.pg,
  )
  const pairs = new Set(rows.map(({ code_id, below_id }) => cellOf(code_id, below_id)))
  return (above, below) => pairs.has(cellOf(above, below))
}
