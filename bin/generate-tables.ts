/** Writes the types of the migrated PostgreSQL to src/platform/store/postgres-tables.gen.ts; run after a change of schema. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

const types: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  bool: 'boolean',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  _int8: 'number[]',
  float8: 'number',
  timestamptz: 'Date',
  date: 'Date',
  bytea: 'Buffer',
  jsonb: 'Json',
  json: 'Json',
  _text: 'string[]',
  _uuid: 'string[]',
  _int4: 'number[]',
  tsvector: 'string',
}

type Column = {
  table_name: string
  column_name: string
  udt_name: string
  is_nullable: string
  column_default: string | null
  is_identity: string
}

/** The types' source for the database at a URL. */
export async function tableTypes(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<Column>(
    `select table_name, column_name, udt_name, is_nullable, column_default, is_identity from information_schema.columns
     where table_schema = 'public' order by table_name, ordinal_position`,
  )
  await client.end()
  const tables = Map.groupBy(rows, (row) => row.table_name)
  const interfaces = [...tables].map(([table, columns]) => {
    const lines = columns.map((column) => `    ${column.column_name}: ${columnType(column)}`)
    return `  ${table}: {\n${lines.join('\n')}\n  }`
  })
  return [
    '// Generated from the migrated database by bin/generate-tables.ts; a test fails when it is out of date.',
    "import type { ColumnType, Generated } from 'kysely'",
    '',
    'type Json = ColumnType<unknown, unknown, unknown>',
    '',
    `export type Tables = {\n${interfaces.join('\n')}\n}`,
    '',
  ].join('\n')
}

function columnType(column: Column): string {
  const base = types[column.udt_name]
  if (base === undefined)
    throw new Error(`No TypeScript type for ${column.table_name}.${column.column_name} (${column.udt_name})`)
  // Already a ColumnType, which must not be wrapped in another; unknown may be left out as it is.
  if (base === 'Json') return base
  const nullable = column.is_nullable === 'YES' ? `${base} | null` : base
  const filled = column.column_default !== null || column.is_identity === 'YES'
  return filled ? `Generated<${nullable}>` : nullable
}

export const generatedFile = join(import.meta.dirname, '../src/platform/store/postgres-tables.gen.ts')

const url = process.argv[2]
if (import.meta.main && url !== undefined) writeFileSync(generatedFile, await tableTypes(url))
