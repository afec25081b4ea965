import { sql } from 'kysely'
import type { App } from '../platform/index.ts'

/** Numbers that rise whenever a fact is written (`facts`) or a person is found for an identifier (`people`), in any workspace. */
export async function versionsOf(app: App): Promise<{ facts: number; people: number }> {
  const { rows } = await sql<{ facts: number; people: number }>`
    select (select last_value from fact_version) as facts, (select last_value from identity_version) as people`.execute(
    app.pg,
  )
  return rows[0] ?? { facts: 0, people: 0 }
}
