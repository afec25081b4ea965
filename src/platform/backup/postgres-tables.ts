import pg from 'pg'

export type PgTable = { schema: string; name: string; columns: string[]; hasBytes: boolean }

/** Plain values as PostgreSQL writes them: no parsing on the way through. */
export function openRaw(url: string): pg.Client {
  const client = new pg.Client({ connectionString: url, application_name: 'samtale backup' })
  // Broken in the middle: the query that runs says so.
  client.on('error', () => undefined)
  return client
}

export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
export const fullName = (table: { schema: string; name: string }) =>
  `${quoted(table.schema)}.${quoted(table.name)}`

/** The tables that hold rows, in every schema of ours, with the columns that can be written. */
export async function listTables(client: pg.Client): Promise<PgTable[]> {
  const { rows } = await client.query<{ schema: string; name: string; columns: string[]; bytes: boolean }>(`
    select n.nspname as schema, c.relname as name,
      array_agg(a.attname::text order by a.attnum) as columns, bool_or(a.atttypid = 'bytea'::regtype) as bytes
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    where c.relkind = 'r' and n.nspname in ('public', 'jobs')
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    group by 1, 2 order by 1, 2`)
  return rows.map(({ schema, name, columns, bytes }) => ({ schema, name, columns, hasBytes: bytes }))
}

/** A table's rows as lines of JSON, some at a time, inside the transaction the client is in. */
export async function* readRows(client: pg.Client, table: PgTable): AsyncIterable<Buffer> {
  // Rows with bytes are up to megabytes each.
  const many = table.hasBytes ? 16 : 2000
  await client.query(
    `declare backup no scroll cursor for select row_to_json(t)::text as line from ${fullName(table)} t`,
  )
  for (;;) {
    const { rows } = await client.query<{ line: string }>(`fetch ${many} from backup`)
    // A line of JSON holds no newline; PostgreSQL writes jsonb and text that way too.
    if (rows.length > 0) yield Buffer.from(`${rows.map(({ line }) => line).join('\n')}\n`)
    if (rows.length < many) break
  }
  await client.query('close backup')
}

/** Puts lines that {@link readRows} gave into a table. */
export async function writeRows(
  client: pg.Client,
  table: { schema: string; name: string; columns: string[] },
  lines: readonly string[],
): Promise<void> {
  const columns = table.columns.map(quoted).join(', ')
  await client.query(
    `insert into ${fullName(table)} (${columns}) overriding system value
     select ${columns} from json_populate_recordset(null::${fullName(table)}, $1::json)`,
    [`[${lines.join(',')}]`],
  )
}

/** Lets rows be put in any order: takes foreign keys and triggers off, and returns what puts them back, checking every row. */
export async function loosen(client: pg.Client, tables: readonly PgTable[]): Promise<() => Promise<void>> {
  const { rows: keys } = await client.query<{ place: string; name: string; definition: string }>(`
    select conrelid::regclass::text as place, conname as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and conparentid = 0
      and connamespace in (select oid from pg_namespace where nspname in ('public', 'jobs'))`)
  for (const { place, name } of keys)
    await client.query(`alter table ${place} drop constraint ${quoted(name)}`)
  for (const table of tables) await client.query(`alter table ${fullName(table)} disable trigger user`)
  return async () => {
    for (const table of tables) await client.query(`alter table ${fullName(table)} enable trigger user`)
    for (const { place, name, definition } of keys)
      await client.query(`alter table ${place} add constraint ${quoted(name)} ${definition}`)
  }
}
