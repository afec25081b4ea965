import { normaliseIdentifier, resolvePeople, type Resolved } from '../../people/index.ts'
import { encodeText, type App } from '../../platform/index.ts'
import type { MappedOrderLine, OrderLineEvent } from '../files/index.ts'
import type { Row } from '../tables/index.ts'
import type { StoredEvent } from '../events/message.ts'
import { refusedAs, type Prepared, type Reject, type TakenBatch } from './taken-batch.ts'
import type { Place } from './take-people.ts'

/** An event of a file may be known by any kind of identifier. */
type FileEvent = Omit<StoredEvent, 'id_kind'> & { id_kind: string }

type Mapped = { line: number; raw: string; event: OrderLineEvent }

/** Takes order lines as events of people known by their customer number: first who they are; the rest writes the events. */
export function takeOrders(
  app: App,
  given: { place: Place; rows: readonly Row[]; toEvent: (row: Row) => MappedOrderLine },
): Prepared {
  const { place, rows, toEvent } = given
  const rejects: Reject[] = []
  const mapped: Mapped[] = []
  for (const row of rows) {
    const one = toEvent(row)
    if (one.state === 'mapped') mapped.push({ line: one.line, raw: row.raw, event: one.event })
    else rejects.push({ line: one.line, raw: one.raw, reason: one.reason, message: one.message })
  }
  const named = mapped.map(({ event }) => ({ identifiers: [event.identifier] }))
  const { workspaceId, sourceId } = place
  return async () => {
    const resolved = await resolvePeople(app, { workspaceId, sourceId, trust: 'trusted', rows: named })
    return async () => writeEvents(app, { place, mapped, resolved, rejects })
  }
}

function writeEvents(
  app: App,
  given: { place: Place; mapped: readonly Mapped[]; resolved: readonly Resolved[]; rejects: Reject[] },
): TakenBatch {
  const { place, mapped, resolved, rejects } = given
  const lines: string[] = []
  const people: TakenBatch['people'] = []
  const receivedAt = app.clock.now().getTime()
  for (const [index, row] of mapped.entries()) {
    const person = resolved[index]
    if (person === undefined) continue
    if (person.state === 'refused') rejects.push(refusedAs(row, person.why))
    else {
      people.push({ personNo: person.personNo, state: person.state })
      lines.push(JSON.stringify(asEvent({ event: row.event, place, receivedAt })))
    }
  }
  const written = app.ch.insertLines('events', lines).then(() => ({ held: 0 }))
  written.catch(() => undefined)
  return {
    imported: lines.length,
    rejects,
    people,
    facts: 0,
    events: lines.length,
    consents: 0,
    unread: 0,
    written,
  }
}

function asEvent(given: { event: OrderLineEvent; place: Place; receivedAt: number }): FileEvent {
  const { event, place, receivedAt } = given
  const { kind, value } = normaliseIdentifier(event.identifier) ?? event.identifier
  return {
    workspace_id: place.workspaceId,
    source_id: place.sourceId,
    name: event.event,
    type: 'track',
    id_kind: kind,
    id_value: encodeText(value),
    anonymous_id: '',
    message_id: event.messageId,
    at: Date.parse(event.time),
    received_at: receivedAt,
    held: 0,
    properties: encodeText(JSON.stringify(event.properties)),
    traits: '{}',
    context: '{}',
  }
}
