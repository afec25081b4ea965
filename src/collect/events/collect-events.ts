import { randomUUID } from 'node:crypto'
import { countEvents, type App } from '../../platform/index.ts'
import { findPeopleNow, noteArrival } from './find-people-soon.ts'
import { makeGatherer, type Gatherer } from './gather.ts'
import { judgeMessage, saysNo, type StoredEvent } from './message.ts'

/** Where a collection call comes from. */
export type Sender = { workspaceId: string; sourceId: string }

export type Collected = { accepted: number; held: number; refused: { index: number; reason: string }[] }

/**
 * Takes the messages of one call. Resolved means on disk: accepted events in ClickHouse, refused ones with their reason
 * in PostgreSQL, and a no to any purpose in the ledger. Rejects when either could not be written; then nothing was acknowledged and the sender sends again.
 */
export async function collectEvents(
  app: App,
  sender: Sender,
  call: { messages: readonly unknown[]; envelope: Envelope },
): Promise<Collected> {
  const receivedAt = app.clock.now()
  const arrival = {
    ...sender,
    receivedAt,
    sentAt: call.envelope.sentAt,
    batchContext: call.envelope.context,
    newId: randomUUID,
  }
  const judged = call.messages.map((message) => judgeMessage(message, arrival))
  const events: StoredEvent[] = []
  const refused: { index: number; reason: string; body: string }[] = []
  let held = 0
  for (const [index, one] of judged.entries()) {
    if (one.state === 'refused') refused.push({ index, reason: one.reason, body: one.body })
    else events.push(one.event)
    if (one.state === 'held') held += 1
  }
  await Promise.all([gathererOf(app).write(events), keepRefused(app, sender, refused)])
  if (events.some(saysNo)) await findPeopleNow(app)
  else if (events.length > 0) noteArrival(app)
  countEvents({ accepted: events.length - held, held, refused: refused.length })
  return {
    accepted: events.length - held,
    held,
    refused: refused.map(({ index, reason }) => ({ index, reason })),
  }
}

export type Envelope = { sentAt: Date | undefined; context: unknown }
/** Keeps what could not be taken, with its reason, to be mended and sent again. */
export async function keepRefused(
  app: App,
  sender: Sender,
  refused: readonly { reason: string; body: string }[],
): Promise<void> {
  if (refused.length === 0) return
  const rows = refused.map(({ reason, body }) => ({
    workspace_id: sender.workspaceId,
    source_id: sender.sourceId,
    reason,
    body,
  }))
  await app.pg.insertInto('refused_events').values(rows).execute()
}

const gatherers = new WeakMap<App['ch'], Gatherer>()

function gathererOf(app: App): Gatherer {
  const found = gatherers.get(app.ch)
  if (found) return found
  const made = makeGatherer(app.ch)
  gatherers.set(app.ch, made)
  return made
}
