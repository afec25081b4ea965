import { z } from 'zod'
import { declareBases, type DeclaredBases } from '../consent/index.ts'
import type { App, Postgres } from '../platform/index.ts'
import { SourceId } from '../workspace/index.ts'

export const parties = ['first', 'second', 'third'] as const
export const origins = ['told', 'observed', 'bought', 'inferred'] as const
export const sourceKinds = ['file', 'events', 'interviews', 'manual'] as const
export type Party = (typeof parties)[number]
export type Origin = (typeof origins)[number]
export type SourceKind = (typeof sourceKinds)[number]

/** Where data came from: whose they were first, and how they came to be known. */
export type Source = {
  id: SourceId
  name: string
  party: Party
  origin: Origin
  kind: SourceKind
  createdAt: Date
}

/**
 * Adds a source to the catalogue and declares what its data may be used for. A source of that name there already is
 * returned as it is, with the bases now declared added to it.
 */
export async function createSource(
  app: App,
  given: {
    workspaceId: string
    name: string
    party: Party
    origin: Origin
    kind: SourceKind
    /** The write key whose events this source stands for. */
    keyId?: string | undefined
    bases?: DeclaredBases | undefined
    by: string | undefined
  },
): Promise<Source> {
  const { workspaceId, name, party, origin, kind, by } = given
  return app.pg.transaction().execute(async (tx) => {
    await tx
      .insertInto('sources')
      .values({
        workspace_id: workspaceId,
        name: name.trim(),
        party,
        origin,
        kind,
        key_id: given.keyId ?? null,
        created_by: by ?? null,
      })
      .onConflict((conflict) => conflict.columns(['workspace_id', 'name']).doNothing())
      .execute()
    const row = await tx
      .selectFrom('sources')
      .selectAll()
      .where('workspace_id', '=', workspaceId)
      .where('name', '=', name.trim())
      .executeTakeFirstOrThrow()
    if (given.bases !== undefined && Object.keys(given.bases).length > 0) {
      await declareBases(
        { tx, outbox: app.outbox },
        { workspaceId, declarer: { kind: 'source', id: row.id }, bases: given.bases, by },
      )
    }
    return asSource(row)
  })
}

/** Every source of a workspace, oldest first. */
export async function listSources(pg: Postgres, workspaceId: string): Promise<Source[]> {
  const rows = await pg
    .selectFrom('sources')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(asSource)
}

/** One source, or undefined where the workspace has none of that id. */
export async function findSource(
  pg: Postgres,
  { workspaceId, sourceId }: { workspaceId: string; sourceId: string },
): Promise<Source | undefined> {
  const row = await pg
    .selectFrom('sources')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', sourceId)
    .executeTakeFirst()
  return row && asSource(row)
}

const Row = z.object({
  id: SourceId,
  name: z.string(),
  party: z.enum(parties),
  origin: z.enum(origins),
  kind: z.enum(sourceKinds),
  created_at: z.date(),
})

function asSource(row: object): Source {
  const { created_at, ...source } = Row.parse(row)
  return { ...source, createdAt: created_at }
}
