import { sql } from 'kysely'
import { z } from 'zod'
import { forgetLines } from '../collect/index.ts'
import { forgetPerson, profilesOf, tellingNames, type Person } from '../people/index.ts'
import { type App, type PostgresTransaction, json, notFound, seal, unseal } from '../platform/index.ts'
import { type Doer, audit } from '../workspace/index.ts'
import { type Keeper, countElsewhere, countIn, eraseElsewhere, eraseFrom } from './holdings.ts'
import { signReceipt } from './receipt.ts'

const People = z.array(z.object({ personId: z.string(), personNo: z.number() }))
const Counts = z.record(z.string(), z.int())

/**
 * Begins an erasure: from here on nobody finds the person, under their address as a user number neither, a later import does not bring them back, and the outbox has every room remove
 * what it keeps. Returns the request's id; of two at once both get the same, and there is one receipt. Throws 404.
 */
export async function beginErasure(
  app: App,
  given: { workspaceId: string; person: Person; keepers: readonly Keeper[]; actor: Doer },
): Promise<string> {
  const { workspaceId, person, keepers, actor } = given
  const profiles = await profilesOf(app.pg, { workspaceId, personNo: person.personNo })
  const counts: Record<string, number> = {}
  for (const profile of profiles)
    for (const [room, rows] of Object.entries(
      await countIn(app, { keepers, person: { workspaceId, ...profile } }),
    ))
      counts[room] = (counts[room] ?? 0) + rows
  return app.pg.transaction().execute(async (tx) => {
    const known = await tx
      .selectFrom('identifiers')
      .select(['kind', 'value', 'trusted'])
      .where('workspace_id', '=', workspaceId)
      .where('person_no', '=', sql<number>`any(${profiles.map((profile) => profile.personNo)}::bigint[])`)
      .execute()
    await forgetLines(tx, { workspaceId, identifiers: known.map(({ value }) => value) })
    const numbers = await forgetPerson({ app, tx }, { workspaceId, personNo: person.personNo })
    // The workspace's people are locked from here: who is not there any more is being erased by somebody else.
    if (numbers.length === 0) return runningErasure(tx, { workspaceId, personId: person.personId })
    const request = await tx
      .insertInto('requests')
      .values({
        workspace_id: workspaceId,
        kind: 'erasure',
        state: 'running',
        requested_at: app.clock.now(),
        requested_by: 'userId' in actor ? actor.userId : null,
        people: json(numbers),
        counts: json(counts),
        names: seal(JSON.stringify(tellingNames(known)), box(app, workspaceId)),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const { personId, personNo } = person
    await app.outbox.publish(tx, {
      workspaceId,
      topic: 'person.erased',
      payload: { personId, personNo, requestId: request.id },
    })
    await audit(tx, {
      workspaceId,
      actor,
      action: 'people.erased',
      subject: { kind: 'request', id: request.id },
    })
    return request.id
  })
}

type Counts = z.output<typeof Counts>

/**
 * Takes their names out of what is kept of others. Returns how many rows were removed in all, with those, and how many still name them. What was found before is
 * kept from the first time, so that an erasure which is tried again says the same.
 */
async function finishElsewhere(
  app: App,
  given: {
    keepers: readonly Keeper[]
    request: { id: string; workspace_id: string; counts: unknown; names: string | null }
  },
): Promise<{ counts: Counts; remaining: Counts }> {
  const { keepers, request } = given
  const workspaceId = request.workspace_id
  const names = request.names === null ? [] : namesIn(app, { workspaceId, sealed: request.names })
  const removed = Counts.parse(request.counts)
  if (names.length === 0) return { counts: removed, remaining: {} }
  const named = { workspaceId, names }
  const found = await countElsewhere(app, { keepers, named })
  const counts = { ...found, ...removed }
  if (Object.values(found).every((rows) => rows === 0)) return { counts, remaining: found }
  await app.pg
    .updateTable('requests')
    .set({ counts: json(counts) })
    .where('id', '=', request.id)
    .execute()
  await eraseElsewhere(app, { keepers, named })
  return { counts, remaining: await countElsewhere(app, { keepers, named }) }
}

const box = (app: App, owner: string) => ({
  ...{ secret: app.secret, purpose: 'names of somebody who is erased', owner },
})

function namesIn(app: App, { workspaceId, sealed }: { workspaceId: string; sealed: string }): string[] {
  return z.array(z.string()).parse(JSON.parse(unseal(sealed, box(app, workspaceId))))
}

async function runningErasure(
  tx: PostgresTransaction,
  { workspaceId, personId }: { workspaceId: string; personId: string },
): Promise<string> {
  const request = await tx
    .selectFrom('requests')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('kind', '=', 'erasure')
    .where('state', '=', 'running')
    .where(sql<boolean>`people @> ${json([{ personId }])}::jsonb`)
    .executeTakeFirst()
  if (request === undefined) throw notFound('person')
  return request.id
}

/**
 * Has every room remove what it keeps, looks whether anything is left, and writes the receipt. Throws while something is left: the
 * outbox tries again.
 */
export async function finishErasure(
  app: App,
  given: { workspaceId: string; requestId: string; keepers: readonly Keeper[] },
): Promise<void> {
  const { workspaceId, requestId, keepers } = given
  const request = await app.pg
    .selectFrom('requests')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', requestId)
    .executeTakeFirst()
  if (request === undefined || request.state === 'done') return
  const remaining: Record<string, number> = {}
  // What they did themselves goes before others' events are looked through.
  for (const who of People.parse(request.people)) {
    const person = { workspaceId, ...who }
    await eraseFrom(app, { keepers, person })
    for (const [room, left] of Object.entries(await countIn(app, { keepers, person })))
      remaining[room] = (remaining[room] ?? 0) + left
  }
  const elsewhere = await finishElsewhere(app, { keepers, request })
  Object.assign(remaining, elsewhere.remaining)
  const unfinished = Object.entries(remaining).filter(([, left]) => left > 0)
  if (unfinished.length > 0)
    throw new Error(`after an erasure rows are left in ${unfinished.map(([room]) => room).join(', ')}`)
  const completed = app.clock.now()
  const receipt = signReceipt(app.secret, {
    format: 'samtale-erasure-1',
    requestId,
    workspaceId,
    requestedAt: request.requested_at.toISOString(),
    completedAt: completed.toISOString(),
    removed: elsewhere.counts,
    remaining,
    kept: 'consent ledger, by number',
  })
  await app.pg
    .updateTable('requests')
    .set({
      state: 'done',
      completed_at: completed,
      counts: json(elsewhere.counts),
      people: json([]),
      names: null,
      receipt: json(receipt),
    })
    .where('id', '=', requestId)
    .execute()
}
