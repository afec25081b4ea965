import { randomUUID } from 'node:crypto'
import { announceHeld, countLeftOut, furtherNames, type LeftOutValue } from '../../people/index.ts'
import { countEvents, type App } from '../../platform/index.ts'
import { findPeopleNow, noteArrival } from './find-people-soon.ts'
import { makeGatherer, type Gatherer } from './gather.ts'
import { judgeMessage, preferencesOf, type Arrival, type Judged, type StoredEvent } from './message.ts'
import { sealSaid } from './sealed-text.ts'
import { siftMessages, type Sifted } from './sift.ts'

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
    newId: randomUUID,
  }
  const { messages, batch, leftOut } = await siftCall(app, sender, call)
  const judged = messages.map((sifted) =>
    sifted.state === 'refused'
      ? // Of somebody erased nothing is kept.
        { state: sifted.state, reason: sifted.reason, body: '' }
      : judgeSifted(app, { sifted, batch, arrival }),
  )
  const events: StoredEvent[] = []
  const refused: { index: number; reason: string; body: string }[] = []
  let held = 0
  for (const [index, one] of judged.entries()) {
    if (one.state === 'refused') refused.push({ index, reason: one.reason, body: one.body })
    else events.push(one.event)
    if (one.state === 'held') held += 1
  }
  const words = events.map(preferencesOf)
  await Promise.all([
    gathererOf(app).write(events),
    keepRefused(app, sender, refused),
    countLeftOut(app, { workspaceId: sender.workspaceId, leftOut: [...leftOut, ...words.flatMap(unreadOf)] }),
  ])
  if (words.some(({ said }) => said.some(({ yes }) => !yes))) await findPeopleNow(app)
  else if (events.length > 0) noteArrival(app)
  countEvents({ accepted: events.length - held, held, refused: refused.length })
  return {
    accepted: events.length - held,
    held,
    refused: refused.map(({ index, reason }) => ({ index, reason })),
  }
}

/** Words of consent that nobody understood are told by their names: whoever sends them believes that they count. */
function unreadOf({ unread }: ReturnType<typeof preferencesOf>): LeftOutValue[] {
  return unread.map((name) => ({ name, why: 'unread' }))
}

type Kept = Extract<Sifted, { state: 'kept' }>

/** A message is judged without what is held back of it, and by its size with that, which is sealed beside it. */
function judgeSifted(
  app: App,
  given: { sifted: Kept; batch: Kept; arrival: Omit<Arrival, 'batchContext'> },
): Judged {
  const { sifted, batch, arrival } = given
  const judged = judgeMessage(sifted.message, { ...arrival, batchContext: contextOf(batch.message) })
  if (judged.state !== 'accepted' || (sifted.whole ?? batch.whole) === undefined) return judged
  const batchContext = contextOf(batch.whole ?? batch.message)
  const whole = judgeMessage(sifted.whole ?? sifted.message, { ...arrival, batchContext })
  if (whole.state === 'refused') return { ...whole, body: JSON.stringify(sifted.message) }
  const { workspaceId } = arrival
  return { ...judged, event: { ...judged.event, sealed: sealSaid(app, { workspaceId, said: whole.event }) } }
}

export type Envelope = { sentAt: Date | undefined; context: unknown }

/** The messages and what a batch says for all of them, without what may not be kept; that can be let in from now on. */
async function siftCall(
  app: App,
  { workspaceId }: Sender,
  { messages, envelope }: { messages: readonly unknown[]; envelope: Envelope },
): Promise<{ messages: Sifted[]; batch: Kept; leftOut: LeftOutValue[] }> {
  const sifted = await siftMessages(app, {
    workspaceId,
    messages: [{ context: envelope.context }, ...messages],
  })
  const leftOut = sifted.flatMap((one) => (one.state === 'kept' ? one.leftOut : []))
  const special = leftOut.flatMap(({ name, why }) => (why === 'special' ? [name] : []))
  const listed = await announceHeld(app, { workspaceId, names: special })
  const [batch, ...own] = sifted
  const nothing: Kept = { state: 'kept', message: undefined, leftOut: [] }
  const told = leftOut.map(({ name, why }) => ({
    name: why === 'special' && !listed.has(name) ? furtherNames : name,
    why,
  }))
  return { messages: own, batch: batch?.state === 'kept' ? batch : nothing, leftOut: told }
}

function contextOf(message: unknown): unknown {
  return typeof message === 'object' && message !== null && 'context' in message ? message.context : undefined
}

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
