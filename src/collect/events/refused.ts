import { z } from 'zod'
import { Problem, cutPage, notFound, type App, type PageQuery } from '../../platform/index.ts'
import { parseExactly } from './json-exact.ts'
import { collectEvents } from './collect-events.ts'

/** An event that could not be taken, with the reason. */
export const RefusedEvent = z.object({
  id: z.uuid(),
  receivedAt: z.string(),
  reason: z.string(),
  body: z.string(),
})

type Asked = { workspaceId: string; page: PageQuery }

/** Refused events not yet mended, newest first. */
export async function listRefused(app: App, { workspaceId, page }: Asked) {
  const rows = await app.pg
    .selectFrom('refused_events')
    .select(['id', 'received_at', 'reason', 'body'])
    .where('workspace_id', '=', workspaceId)
    .where('replayed_at', 'is', null)
    .$if(page.cursor !== undefined, (query) => query.where('id', '<', z.uuid().catch('').parse(page.cursor)))
    .orderBy('id', 'desc')
    .limit(page.limit + 1)
    .execute()
  const items = rows.map(({ id, received_at, reason, body }) => ({
    id,
    receivedAt: received_at.toISOString(),
    reason,
    body,
  }))
  return cutPage(items, page.limit, (row) => row.id)
}

/** All refused events as JSON lines, `reason` beside each event, for mending elsewhere. */
export async function* refusedAsLines(app: App, workspaceId: string): AsyncIterable<string> {
  let cursor: string | null | undefined
  do {
    const page = await listRefused(app, { workspaceId, page: { limit: 200, ...(cursor ? { cursor } : {}) } })
    for (const { id, receivedAt, reason, body } of page.items)
      yield `${JSON.stringify({ id, receivedAt, reason, body })}\n`
    cursor = page.next
  } while (cursor)
}

/** Takes a mended event in place of the refused one; throws a Problem where it is refused again. */
export async function replayRefused(
  app: App,
  asked: { workspaceId: string; refusedId: string; body: string },
): Promise<void> {
  const row = await app.pg
    .selectFrom('refused_events')
    .select(['id', 'source_id', 'replayed_at'])
    .where('workspace_id', '=', asked.workspaceId)
    .where('id', '=', asked.refusedId)
    .executeTakeFirst()
  if (!row || row.source_id === null) throw notFound('refused event')
  if (row.replayed_at !== null)
    throw new Problem({ id: 'already-replayed', status: 409, detail: 'This event was taken already.' })
  const sender = { workspaceId: asked.workspaceId, sourceId: row.source_id }
  const messageId = `replayed-${row.id}`
  const message = readMessage(asked.body)
  const collected = await collectEvents(app, sender, {
    // The same id however often it is sent: a second try after a lost answer counts once.
    messages: [{ messageId, ...message }],
    envelope: { sentAt: undefined, context: undefined },
  })
  const again = collected.refused[0]
  if (again)
    throw new Problem({
      id: 'refused-again',
      status: 422,
      detail: `Still refused: ${again.reason}. Mend it and try again.`,
    })
  await app.pg
    .updateTable('refused_events')
    .set({ replayed_at: app.clock.now() })
    .where('id', '=', row.id)
    .execute()
}

function readMessage(body: string): object {
  try {
    const parsed = parseExactly(body)
    if (typeof parsed === 'object' && parsed !== null) return parsed
  } catch {
    // Said below.
  }
  throw new Problem({ id: 'not-json', status: 400, detail: 'The mended event is not a JSON object.' })
}
