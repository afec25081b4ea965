import type { App, Holdings, NamedElsewhere, PersonRef, Room } from '../platform/index.ts'

/** A room with what it keeps of people. */
export type Keeper = { room: string; holdings: Holdings }

/** The rooms that keep something of people, in the order given. */
export function keepersOf(rooms: readonly Room[]): Keeper[] {
  return rooms.flatMap(({ name, holdings }) => (holdings ? [{ room: name, holdings }] : []))
}

/** Everything kept of a person, by room. */
export async function exportFrom(
  app: App,
  { keepers, person }: { keepers: readonly Keeper[]; person: PersonRef },
): Promise<Record<string, Record<string, unknown>>> {
  const kept: Record<string, Record<string, unknown>> = {}
  for (const { room, holdings } of keepers) kept[room] = await holdings.exportPerson(app, person)
  return kept
}

/** How many rows each room still has of a person. */
export async function countIn(
  app: App,
  { keepers, person }: { keepers: readonly Keeper[]; person: PersonRef },
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { room, holdings } of keepers) counts[room] = await holdings.countPerson(app, person)
  return counts
}

/** Removes a person from every room, upper rooms first: what rests on a person goes before the person. */
export async function eraseFrom(
  app: App,
  { keepers, person }: { keepers: readonly Keeper[]; person: PersonRef },
): Promise<void> {
  for (const { holdings } of keepers.toReversed()) await holdings.erasePerson(app, person)
}

/** How many rows kept of others each room has that name somebody who is erased, under `<room>: elsewhere`. */
export async function countElsewhere(
  app: App,
  { keepers, named }: { keepers: readonly Keeper[]; named: NamedElsewhere },
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { room, holdings } of keepers)
    if (holdings.countElsewhere) counts[`${room}: elsewhere`] = await holdings.countElsewhere(app, named)
  return counts
}

/** Has every room put a mark where what it keeps of others names them. */
export async function eraseElsewhere(
  app: App,
  { keepers, named }: { keepers: readonly Keeper[]; named: NamedElsewhere },
): Promise<void> {
  for (const { holdings } of keepers) await holdings.eraseElsewhere?.(app, named)
}
