import { z } from 'zod'
import { collectEvents, type Collected } from '../src/collect/events/collect-events.ts'
import { ch, type App } from '../src/platform/index.ts'

/** A website whose events come into a workspace. */
export type Website = {
  workspaceId: string
  sourceId: string
  /** Takes the messages of one call; `context` is what a batch says for all of them. */
  collect: (messages: readonly unknown[], context?: unknown) => Promise<Collected>
  /** Properties, traits and context of each event as they lie in the open, by message id. */
  stored: () => Promise<unknown[][]>
}

/** A website of a workspace; without one, of a new workspace that nobody is a member of. */
export async function openWebsite(
  app: App,
  { workspaceId: known }: { workspaceId?: string } = {},
): Promise<Website> {
  const workspaceId = known ?? (await emptyWorkspace(app))
  const { id: sourceId } = await app.pg
    .insertInto('sources')
    .values({
      workspace_id: workspaceId,
      name: 'Website',
      party: 'first',
      origin: 'observed',
      kind: 'events',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const collect: Website['collect'] = (messages, context) =>
    collectEvents(app, { workspaceId, sourceId }, { messages, envelope: { sentAt: undefined, context } })
  return { workspaceId, sourceId, collect, stored: () => storedIn(app, workspaceId) }
}

const Stored = z.object({ properties: z.string(), traits: z.string(), context: z.string() })

async function storedIn(app: App, workspaceId: string): Promise<unknown[][]> {
  const rows = await app.ch.query(
    ch.sql`SELECT properties, traits, context FROM events WHERE workspace_id = ${ch.uuid(workspaceId)} ORDER BY message_id`,
    Stored,
  )
  return rows.map(({ properties, traits, context }): unknown[] => [
    JSON.parse(properties),
    JSON.parse(traits),
    JSON.parse(context),
  ])
}

async function emptyWorkspace(app: App): Promise<string> {
  const { id } = await app.pg
    .insertInto('workspaces')
    .values({ name: 'Test' })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
