import {
  countLeftOut,
  erasedAddresses,
  mayHoldAddress,
  normaliseIdentifier,
  resolvePeople,
  type Erased,
  type LeftOutValue,
  type Resolved,
} from '../../people/index.ts'
import { encodeText, type App } from '../../platform/index.ts'
import type { MappedOrderLine, OrderLineEvent } from '../files/index.ts'
import type { Row } from '../tables/index.ts'
import type { StoredEvent } from '../events/message.ts'
import { sealSaid } from '../events/sealed-text.ts'
import { refusedAs, type Prepared, type Reject, type TakenBatch } from './taken-batch.ts'
import type { Place } from './take-people.ts'

/** An event of a file may be known by any kind of identifier. */
type FileEvent = Omit<StoredEvent, 'id_kind'> & { id_kind: string }

type Mapped = { line: number; raw: string; event: OrderLineEvent }

/**
 * Takes order lines as events of people known by their customer number: first who they are; the rest writes the events. Values of the
 * columns held back are left out and counted; an address of somebody erased is left out.
 */
export function takeOrders(
  app: App,
  given: {
    place: Place
    rows: readonly Row[]
    toEvent: (row: Row) => MappedOrderLine
    held: ReadonlySet<string>
  },
): Prepared {
  const { place, rows, toEvent, held } = given
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
    const erased = await erasedIn(app, { workspaceId, mapped })
    return async () => writeEvents(app, { place, mapped, resolved, rejects, leave: { held, erased } })
  }
}

function erasedIn(app: App, { workspaceId, mapped }: { workspaceId: string; mapped: readonly Mapped[] }) {
  const values = mapped.flatMap(({ event }) => Object.values(event.properties))
  const texts = values.filter((value) => typeof value === 'string').filter(mayHoldAddress)
  return erasedAddresses(app, { workspaceId, texts })
}

/** Columns held back, and addresses of people who were erased. */
type Leave = { held: ReadonlySet<string>; erased: Erased }

function writeEvents(
  app: App,
  given: {
    place: Place
    mapped: readonly Mapped[]
    resolved: readonly Resolved[]
    rejects: Reject[]
    leave: Leave
  },
): TakenBatch {
  const { place, mapped, resolved, rejects, leave } = given
  const leftOut: LeftOutValue[] = []
  const lines: string[] = []
  const people: TakenBatch['people'] = []
  const receivedAt = app.clock.now().getTime()
  for (const [index, row] of mapped.entries()) {
    const person = resolved[index]
    if (person === undefined) continue
    if (person.state === 'refused') rejects.push(refusedAs(row, person.why))
    else {
      people.push({ personNo: person.personNo, state: person.state })
      const { properties, whole, without } = sort(row.event.properties, leave)
      for (const one of without) leftOut.push(one)
      const sealed = whole === undefined ? '' : sealOrder(app, { ...place, whole })
      lines.push(JSON.stringify(asEvent({ event: { ...row.event, properties }, sealed, place, receivedAt })))
    }
  }
  const held = leftOut.filter(({ why }) => why === 'special').length
  const written = Promise.all([
    app.ch.insertLines('events', lines),
    countLeftOut(app, { workspaceId: place.workspaceId, leftOut }),
  ]).then(() => ({ held }))
  written.catch(() => undefined)
  return {
    imported: lines.length,
    rejects,
    partly: [],
    people,
    // Of those told, the held ones are counted off again.
    facts: held,
    events: lines.length,
    consents: 0,
    unread: 0,
    written,
  }
}

function sort(properties: OrderLineEvent['properties'], { held, erased }: Leave) {
  const isErased = (value: string | number) => typeof value === 'string' && erased.is(value)
  const entries = Object.entries(properties).map(([name, value]): [string, string | number] => [
    name,
    typeof value === 'string' && !erased.is(value) ? erased.without(value) : value,
  ])
  const kept = entries.filter(([name, value]) => !held.has(name) && !isErased(value))
  const without = entries.flatMap(([name, value]): LeftOutValue[] => {
    if (isErased(value)) return [{ name, why: 'erased' }]
    return held.has(name) ? [{ name, why: 'special' }] : []
  })
  const whole = without.some(({ why }) => why === 'special')
    ? Object.fromEntries(entries.filter(([, value]) => !isErased(value)))
    : undefined
  return { properties: Object.fromEntries(kept), whole, without }
}

function sealOrder(app: App, of: { workspaceId: string; whole: OrderLineEvent['properties'] }): string {
  const said = { properties: JSON.stringify(of.whole), traits: '{}', context: '{}' }
  return sealSaid(app, { workspaceId: of.workspaceId, said })
}

function asEvent(given: {
  event: OrderLineEvent
  sealed: string
  place: Place
  receivedAt: number
}): FileEvent {
  const { event, sealed, place, receivedAt } = given
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
    sealed,
  }
}
