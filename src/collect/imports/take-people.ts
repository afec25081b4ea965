import { recordConsent, refusedInPerson, type ConsentEntry } from '../../consent/index.ts'
import { resolvePeople, writeFacts, type Fact, type Resolved } from '../../people/index.ts'
import type { App } from '../../platform/index.ts'
import type { Origin } from '../../sources/index.ts'
import type { FactValue, MappedRow } from '../files/index.ts'
import type { Row } from '../tables/index.ts'
import { partlyAs, refusedAs, type Prepared, type Reject, type TakenBatch } from './taken-batch.ts'

export type Place = {
  workspaceId: string
  sourceId: string
  origin: Origin
  /** The import's own moment: the same however often a batch is done. */
  at: Date
  digest: string
  by: string | undefined
  /** Keeps the rows of a mended file apart from the same lines of the file it mends. */
  rowScope: string
}

type Mapped = Extract<MappedRow, { state: 'mapped' }> & { raw: string }

/** Takes rows as people: first who they are; when that is known, the rest is what is known of them and what they said about consent. */
export function takePeople(
  app: App,
  given: { place: Place; rows: readonly Row[]; toPerson: (row: Row) => MappedRow },
): Prepared {
  const { place, rows, toPerson } = given
  const rejects: Reject[] = []
  const mapped: Mapped[] = []
  for (const row of rows) {
    const one = toPerson(row)
    if (one.state === 'mapped') mapped.push({ ...one, raw: row.raw })
    else rejects.push({ line: one.line, raw: one.raw, reason: one.reason, message: one.message })
  }
  const named = mapped.map(({ identifiers }) => ({
    identifiers: identifiers.map((identifier) =>
      identifier.kind === 'row_id'
        ? { kind: 'row_id', value: `${place.rowScope}-${identifier.value}` }
        : identifier,
    ),
  }))
  const { workspaceId, sourceId } = place
  return async () => {
    const resolved = await resolvePeople(app, { workspaceId, sourceId, trust: 'trusted', rows: named })
    return () => keepPeople(app, { place, mapped, resolved, rejects })
  }
}

async function keepPeople(
  app: App,
  given: { place: Place; mapped: readonly Mapped[]; resolved: readonly Resolved[]; rejects: Reject[] },
): Promise<TakenBatch> {
  const { place, mapped, resolved, rejects } = given
  const facts: Fact[] = []
  const entries: ConsentEntry[] = []
  const people: TakenBatch['people'] = []
  const partly: Reject[] = []
  let unread = 0
  for (const [index, row] of mapped.entries()) {
    const person = resolved[index]
    if (person === undefined) continue
    if (person.state === 'refused') {
      rejects.push(refusedAs(row, person.why))
      continue
    }
    const { personNo, state } = person
    people.push({ personNo, state })
    const left = partlyAs(row, person.elsewhere)
    if (left !== undefined) partly.push(left)
    unread += row.unread.length
    for (const fact of row.facts) facts.push(asFact({ fact, personNo, place }))
    for (const consent of row.consents) entries.push(asEntry({ consent, personNo, place, line: row.line }))
  }
  const written = writeFacts(app, { ...place, facts }).then(({ held }) => ({ held }))
  // Awaited later; until then a failure must not end the program.
  written.catch(() => undefined)
  const kept = await withoutRefused(app, { workspaceId: place.workspaceId, entries })
  await recordConsent(app, { workspaceId: place.workspaceId, entries: kept })
  return {
    imported: people.length,
    rejects,
    partly,
    people,
    facts: facts.length,
    events: 0,
    consents: kept.length,
    unread,
    written,
  }
}

function asFact(given: { fact: Mapped['facts'][number]; personNo: number; place: Place }): Fact {
  const { fact, personNo, place } = given
  const { value } = fact
  return {
    personNo,
    trait: fact.trait,
    text: textOf(value),
    num: typeof value === 'number' ? value : null,
    origin: place.origin,
    class: fact.class,
    at: place.at,
  }
}

function textOf(value: FactValue): string {
  if (typeof value === 'string') return value
  return Array.isArray(value) ? value.join('; ') : String(value)
}

function asEntry(given: {
  consent: Mapped['consents'][number]
  personNo: number
  place: Place
  line: number
}): ConsentEntry {
  const { consent, personNo, place, line } = given
  return {
    personNo,
    purpose: consent.purpose,
    state: consent.given ? 'given' : 'withdrawn',
    happenedAt: place.at,
    wording: consent.wording,
    channel: 'file',
    sourceId: place.sourceId,
    actor: { kind: place.by === undefined ? 'system' : 'member', id: place.by },
    evidenceId: `file:${place.digest}:${line}`,
  }
}

/** A yes in a file is not written over a no that somebody said in person: the list may be older than their word. */
async function withoutRefused(
  app: App,
  { workspaceId, entries }: { workspaceId: string; entries: readonly ConsentEntry[] },
): Promise<ConsentEntry[]> {
  const yes = entries.filter((entry) => entry.state === 'given')
  const refused = new Map<string, Set<number>>()
  for (const [purpose, said] of Map.groupBy(yes, (entry) => entry.purpose)) {
    const personNos = said.map((entry) => entry.personNo)
    refused.set(purpose, await refusedInPerson(app.pg, { workspaceId, purpose, personNos }))
  }
  return entries.filter(
    ({ state, purpose, personNo }) => state !== 'given' || refused.get(purpose)?.has(personNo) !== true,
  )
}
