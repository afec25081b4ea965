import { sql, type RawBuilder } from 'kysely'
import type { App } from '../../platform/index.ts'

/**
 * Reads with room for tens of thousands of passages in memory: what a view sorts and counts would go to the disk with PostgreSQL's usual
 * 4 MB, and compiling such a query (jit) takes longer than running it.
 */
export async function readWide<Row>(app: App, query: RawBuilder<Row>): Promise<Row[]> {
  return app.pg.transaction().execute(async (tx) => {
    await sql`select set_config('work_mem', '64MB', true), set_config('jit', 'off', true)`.execute(tx)
    return (await query.execute(tx)).rows
  })
}
