import { sql } from 'kysely'
import { z } from 'zod'
import { type App, ch, type NamedElsewhere } from '../platform/index.ts'
import { type Mentions, mentionsOf } from './mentions.ts'

const tables = ['facts', 'traits'] as const

/** How many facts of others, held back ones too, name somebody who is erased. */
export async function countNamedFacts(app: App, { workspaceId, names }: NamedElsewhere): Promise<number> {
  let count = 0
  for (const mentions of mentionsOf(names)) {
    for (const table of tables) count += await countRows(app, { workspaceId, table, mentions })
    count += (await heldNaming(app, { workspaceId, mentions })).length
  }
  return count
}

/** Puts the mark of what is erased in place of the names, on disk. */
export async function eraseNamedFacts(app: App, { workspaceId, names }: NamedElsewhere): Promise<void> {
  const text = ch.sql`text`
  for (const mentions of mentionsOf(names)) {
    for (const table of tables)
      if ((await countRows(app, { workspaceId, table, mentions })) > 0)
        await app.ch.command(
          ch.sql`ALTER TABLE ${ch.trusted(table)} UPDATE text = ${mentions.withoutIn(text)}, num = NULL
            WHERE workspace_id = ${ch.uuid(workspaceId)} AND ${mentions.in(text)} SETTINGS mutations_sync = 2`,
        )
    await writeHeld(app, await heldNaming(app, { workspaceId, mentions }))
  }
}

async function countRows(
  app: App,
  of: { workspaceId: string; table: (typeof tables)[number]; mentions: Mentions },
): Promise<number> {
  const { workspaceId, table, mentions } = of
  const [row] = await app.ch.query(
    ch.sql`SELECT count() AS n FROM ${ch.trusted(table)} WHERE workspace_id = ${ch.uuid(workspaceId)} AND ${mentions.in(ch.sql`text`)}`,
    z.object({ n: z.number() }),
  )
  return row?.n ?? 0
}

type HeldRow = { id: number; value: string }

/** Facts held back that name them, as they are without the name. */
async function heldNaming(
  app: App,
  { workspaceId, mentions }: { workspaceId: string; mentions: Mentions },
): Promise<HeldRow[]> {
  const { rows } = await sql<HeldRow>`
    select id, value from held_facts where workspace_id = ${workspaceId}
      and exists (select from unnest(${[...mentions.forms]}::text[]) as said (form) where strpos(lower(value), lower(form)) > 0)`.execute(
    app.pg,
  )
  return rows.flatMap(({ id, value }) => {
    const without = mentions.without(value)
    return without === value ? [] : [{ id, value: without }]
  })
}

async function writeHeld(app: App, rows: readonly HeldRow[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    update held_facts set value = given.value
    from unnest(${rows.map(({ id }) => id)}::bigint[], ${rows.map(({ value }) => value)}::text[]) as given (id, value)
    where held_facts.id = given.id`.execute(app.pg)
}
