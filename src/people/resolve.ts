import { type RawBuilder, sql } from 'kysely'
import { addGrounds, carryRefusals, markChanged } from '../consent/index.ts'
import type { App, PostgresTransaction } from '../platform/index.ts'
import { PersonId, PersonNo } from '../workspace/index.ts'
import { writeIdentity } from './identity.ts'
import { type Identifier, identifierKey, limits, normaliseIdentifier } from './identifier.ts'
import { lockPeople } from './lock.ts'
import { makePeople } from './make-people.ts'
import { mergePeople } from './merge.ts'
import { type Entity, type Known, type Resolution, type Trust, resolveRows, rootOf } from './resolution.ts'
import { suppressionHashes } from './suppression.ts'

/** Who a row is about, or why it can be about nobody. `elsewhere`: kinds of identifiers it names that belong to somebody else and stay there. */
export type Resolved =
  | { state: 'known' | 'new'; personNo: PersonNo; personId: PersonId; elsewhere?: readonly string[] }
  | { state: 'refused'; why: 'suppressed' | 'no identifier' | 'blocked identifier' | 'untrusted merge' }

export type ResolveRows = {
  workspaceId: string
  sourceId: string
  /** `public` for what a key in a web page sent: it may make people, never touch those somebody vouches for. */
  trust: Trust
  rows: readonly { identifiers: readonly Identifier[] }[]
}

/**
 * Says for each row who it is, in order; makes people not known, remembers their identifiers and joins two profiles that a trusted row
 * names together. Everybody resolved has the source as ground. Give thousands of rows at once: the cost is a few statements a call.
 */
export async function resolvePeople(app: App, given: ResolveRows): Promise<Resolved[]> {
  if (given.rows.length === 0) return []
  const { workspaceId } = given
  return app.pg.transaction().execute(async (tx) => {
    // Two files at once may name the same new person: a workspace's people are resolved one call after another.
    await lockPeople(tx, workspaceId)
    const asked = await readRows({ app, tx }, given)
    const named = asked.map((row) => ('identifiers' in row ? row.identifiers : []))
    const known = await findKnown(tx, { workspaceId, rows: named })
    const resolution = resolveRows({ rows: named, trust: given.trust, known })
    const ids = await keep({ app, tx, given, resolution, known })
    return asked.map((row, index) => answer({ row, outcome: resolution.outcomes[index], ids }))
  })
}

type ReadRow = { identifiers: Identifier[] } | { why: 'suppressed' | 'no identifier' | 'blocked identifier' }
type Numbered = { no: PersonNo; id: PersonId }

function answer(given: {
  row: ReadRow
  outcome: Resolution['outcomes'][number] | undefined
  ids: ReadonlyMap<Entity, Numbered>
}): Resolved {
  const { row, outcome, ids } = given
  if ('why' in row) return { state: 'refused', why: row.why }
  if (outcome === undefined || outcome.state === 'refused')
    return { state: 'refused', why: outcome?.why ?? 'no identifier' }
  const person = ids.get(rootOf(outcome.entity))
  if (person === undefined) throw new Error('a resolved person has no number')
  const elsewhere = outcome.elsewhere.map(({ kind }) => kind)
  const known = { state: outcome.state, personNo: person.no, personId: person.id }
  return elsewhere.length === 0 ? known : { ...known, elsewhere }
}

async function readRows(
  { app, tx }: { app: App; tx: PostgresTransaction },
  { workspaceId, rows }: ResolveRows,
): Promise<ReadRow[]> {
  const read = rows.map(({ identifiers }): ReadRow => {
    const given = identifiers.filter(({ value }) => value.trim() !== '')
    const usable = given.map(normaliseIdentifier).filter((identifier) => identifier !== undefined)
    if (usable.length > 0) return { identifiers: usable }
    return { why: given.length > 0 ? 'blocked identifier' : 'no identifier' }
  })
  const suppressed = await suppressedHashes(tx, workspaceId)
  if (suppressed.size === 0) return read
  return read.map((row) => {
    if ('why' in row) return row
    const erased = row.identifiers.some((identifier) =>
      suppressionHashes(app, { workspaceId, identifier }).some((hash) => suppressed.has(hash)),
    )
    return erased ? { why: 'suppressed' } : row
  })
}

async function suppressedHashes(tx: PostgresTransaction, workspaceId: string): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('suppressions')
    .select('hash')
    .where('workspace_id', '=', workspaceId)
    .execute()
  return new Set(rows.map((row) => row.hash))
}

async function findKnown(
  tx: PostgresTransaction,
  { workspaceId, rows }: { workspaceId: string; rows: readonly Identifier[][] },
): Promise<Known> {
  const asked = new Map(rows.flat().map((identifier) => [identifierKey(identifier), identifier]))
  const list = [...asked.values()]
  const keys = [...asked.keys()]
  // Looked up one by one: joined, the planner would read everybody's for each batch of a file.
  const found = await sql<{ place: number; person_no: number; trusted: boolean }>`
    select asked.place, i.person_no, i.trusted
    from unnest(${list.map(({ kind }) => kind)}::text[], ${list.map(({ value }) => value)}::text[])
      with ordinality as asked (kind, value, place),
    lateral (
      select person_no, trusted from identifiers
      where workspace_id = ${workspaceId}::uuid and kind = asked.kind and value = asked.value limit 1
    ) i`.execute(tx)
  const identifiers = new Map(
    found.rows.map(({ place, person_no: personNo, trusted }) => [
      keys[place - 1] ?? '',
      { personNo, trusted },
    ]),
  )
  return { identifiers, people: await findPeople(tx, toLookUp(rows, identifiers)) }
}

/** People of whom more must be known: their row also names somebody else, or an identifier not seen before. */
function toLookUp(rows: readonly Identifier[][], known: Known['identifiers']): number[] {
  const people = new Set<number>()
  for (const row of rows) {
    const found = row.map((identifier) => known.get(identifierKey(identifier))?.personNo)
    if (new Set(found).size > 1) for (const no of found) if (no !== undefined) people.add(no)
  }
  return [...people]
}

async function findPeople(tx: PostgresTransaction, nos: readonly number[]): Promise<Known['people']> {
  const people = new Map<number, { only: Map<string, string>; vouched: boolean }>()
  if (nos.length === 0) return people
  const rows = await tx
    .selectFrom('identifiers')
    .select(['person_no', 'kind', 'value', 'trusted'])
    .where('person_no', '=', sql<number>`any(${[...nos]}::bigint[])`)
    .execute()
  for (const row of rows) {
    const person = people.get(row.person_no) ?? { only: new Map<string, string>(), vouched: false }
    if (row.kind in limits && row.trusted) person.only.set(row.kind, row.value)
    person.vouched ||= row.trusted
    people.set(row.person_no, person)
  }
  return people
}

/** `isKnown`: the person was there before; `isTaken`: the identifier was, with somebody else. */
type Attached = Identifier & { personNo: number; isKnown: boolean; isTaken: boolean }

type Keep = { app: App; tx: PostgresTransaction; given: ResolveRows; resolution: Resolution; known: Known }

async function keep({ app, tx, given, resolution, known }: Keep): Promise<Map<Entity, Numbered>> {
  const { workspaceId, sourceId } = given
  const ids = await numberPeople({ tx, given, resolution })
  for (const { from, into } of resolution.merged) {
    const intoNo = rootOf(into).no
    if (from.no !== undefined && intoNo !== undefined && from.no !== intoNo)
      await mergePeople({ app, tx, workspaceId }, { fromNo: from.no, intoNo })
  }
  const made = new Set(resolution.made)
  const attached = resolution.attached.map(({ entity, identifier }) => ({
    ...identifier,
    personNo: ids.get(rootOf(entity))?.no ?? 0,
    isKnown: !made.has(rootOf(entity)),
    isTaken: known.identifiers.has(identifierKey(identifier)),
  }))
  // ClickHouse writes its part while PostgreSQL writes the rest; both are done before the transaction ends.
  await Promise.all([
    attached.length > 0 ? writeIdentity({ app, tx, workspaceId }, attached) : undefined,
    attach({ tx, given }, attached),
  ])
  const moves = attached.flatMap((identifier) => {
    const fromNo = known.identifiers.get(identifierKey(identifier))?.personNo
    return fromNo === undefined || fromNo === identifier.personNo
      ? []
      : [{ fromNo, intoNo: identifier.personNo }]
  })
  if (moves.length > 0) await carryRefusals(tx, { outbox: app.outbox, workspaceId, moves })
  const grounded = new Set<number>()
  for (const outcome of resolution.outcomes) {
    if (outcome.state === 'refused') continue
    const entity = rootOf(outcome.entity)
    const person = ids.get(entity)
    // A public key gives itself no ground to use what is known of somebody vouched for.
    if (person && (given.trust === 'trusted' || !entity.vouched)) grounded.add(person.no)
  }
  await addGrounds(tx, { workspaceId, declarerId: sourceId, personNos: [...grounded] })
  return ids
}

async function numberPeople({
  tx,
  given,
  resolution,
}: Pick<Keep, 'tx' | 'given' | 'resolution'>): Promise<Map<Entity, Numbered>> {
  const made = resolution.made.filter((entity) => entity.into === undefined)
  const known = new Set<Entity>()
  for (const outcome of resolution.outcomes)
    if (outcome.state !== 'refused' && rootOf(outcome.entity).no !== undefined)
      known.add(rootOf(outcome.entity))
  const found = await sql<{ no: number; id: string }>`
    select no, id from people where no = any(${[...known].map((entity) => entity.no)}::bigint[])`.execute(tx)
  const idByNo = new Map(found.rows.map((row) => [row.no, row.id]))
  const ids = new Map<Entity, Numbered>()
  for (const entity of known) {
    const id = idByNo.get(entity.no ?? -1)
    if (id !== undefined) ids.set(entity, numbered(entity.no ?? -1, id))
  }
  const mails = new Set(
    resolution.attached
      .filter(({ identifier }) => identifier.kind === 'email')
      .map(({ entity }) => rootOf(entity)),
  )
  const rows = await makePeople(tx, {
    workspaceId: given.workspaceId,
    sourceId: given.sourceId,
    withEmail: made.map((entity) => mails.has(entity)),
  })
  for (const [index, entity] of made.entries()) {
    const row = rows[index]
    if (row === undefined) throw new Error('fewer people were made than asked')
    entity.no = row.no
    ids.set(entity, numbered(row.no, row.id))
  }
  return ids
}

async function attach(
  { tx, given }: Pick<Keep, 'tx' | 'given'>,
  attached: readonly Attached[],
): Promise<void> {
  const { workspaceId } = given
  await insertIdentifiers(tx, { given, attached: attached.filter(({ isTaken }) => !isTaken), taken: sql`` })
  // Claimed by a public key before: a trusted source takes it away.
  const taken = sql`on conflict (workspace_id, kind, value) do update
    set person_no = excluded.person_no, trusted = excluded.trusted, source_id = excluded.source_id`
  await insertIdentifiers(tx, { given, attached: attached.filter(({ isTaken }) => isTaken), taken })
  await noteAddresses(tx, {
    workspaceId,
    personNos: attached
      .filter(({ kind, isKnown }) => kind === 'email' && isKnown)
      .map(({ personNo }) => personNo),
  })
}

async function insertIdentifiers(
  tx: PostgresTransaction,
  {
    given,
    attached,
    taken,
  }: { given: ResolveRows; attached: readonly Attached[]; taken: RawBuilder<unknown> },
): Promise<void> {
  if (attached.length === 0) return
  await sql`
    insert into identifiers (workspace_id, kind, value, person_no, source_id, trusted)
    select ${given.workspaceId}::uuid, kind, value, person_no, ${given.sourceId}::uuid, ${given.trust === 'trusted'}
    from unnest(${attached.map(({ kind }) => kind)}::text[], ${attached.map(({ value }) => value)}::text[],
      ${attached.map(({ personNo }) => personNo)}::bigint[]) as given (kind, value, person_no) ${taken}`.execute(
    tx,
  )
}

/** People known before who now have an address can be mailed, if they may. */
async function noteAddresses(
  tx: PostgresTransaction,
  { workspaceId, personNos }: { workspaceId: string; personNos: number[] },
): Promise<void> {
  if (personNos.length === 0) return
  const changed = await sql<{ no: number }>`
    update people set has_email = true where no = any(${personNos}::bigint[]) and not has_email returning no`.execute(
    tx,
  )
  if (changed.rows.length > 0)
    await markChanged(tx, { workspaceId, personNos: changed.rows.map((row) => row.no) })
}

function numbered(no: number, id: string): Numbered {
  return { no: PersonNo.parse(no), id: PersonId.parse(id) }
}
