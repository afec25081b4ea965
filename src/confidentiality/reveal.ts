import { sql } from 'kysely'
import type { z } from 'zod'
import { Problem, byteOrderMark, csvLine, notFound, type App } from '../platform/index.ts'
import { audit, type Doer } from '../workspace/index.ts'
import { carryOut } from './decide.ts'
import { listPseudonyms, revealedPlaces } from './list.ts'
import type { Pseudonym, Revealed } from './pseudonym.schema.ts'
import { openName } from './sealed-name.ts'

type Opening = { workspaceId: string; studyId: string; actor: Doer; reason: string }

/** What a pseudonym stands for, with passages in which it stood. Written down with who, when and why. Throws 404. */
export async function reveal(
  app: App,
  given: Opening & { pseudonymId: string },
): Promise<z.input<typeof Revealed>> {
  const { workspaceId, studyId, pseudonymId, actor, reason } = given
  const found = await findAccepted(app, given)
  await audit(app, {
    workspaceId,
    actor,
    action: 'pseudonyms.revealed',
    subject: { kind: 'pseudonym', id: pseudonymId },
    detail: { reason },
  })
  return {
    original: await originalOf(app, { workspaceId, pseudonymId: found.pseudonymId }),
    examples: await revealedPlaces(app, { workspaceId, studyId, pseudonymId, most: 20 }),
  }
}

/** All pseudonyms of a study and what they stand for, as CSV. Written down with who, when and why. Throws 404. */
export async function takeKey(app: App, given: Opening): Promise<string> {
  const { workspaceId, studyId, actor, reason } = given
  const study = await app.pg
    .selectFrom('studies')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', studyId)
    .executeTakeFirst()
  if (!study) throw notFound('study')
  const names = await listPseudonyms(app, {
    workspaceId,
    studyId,
    state: 'accepted',
    words: 'hidden',
    limit: 100_000,
    offset: 0,
  })
  await audit(app, {
    workspaceId,
    actor,
    action: 'pseudonyms.key-taken',
    subject: { kind: 'study', id: studyId },
    detail: { reason, names: names.length },
  })
  const { rows } = await sql<{ id: string; original: string }>`
    select id, original from pseudonyms where id = any(${names.map(({ pseudonymId }) => pseudonymId)}::uuid[])`.execute(
    app.pg,
  )
  const originals = new Map(
    rows.map((row) => [row.id, openName(app, { workspaceId, original: row.original }).form]),
  )
  const lines = names.map((name) => [
    name.kind,
    name.pseudonym,
    originals.get(name.pseudonymId) ?? '',
    String(name.places),
    String(name.interviews),
  ])
  const head = ['kind', 'pseudonym', 'original', 'places', 'conversations']
  return byteOrderMark + [head, ...lines].map(csvLine).join('')
}

/**
 * Puts back what stood there, in every place; it is proposed again. Throws 404 and `pseudonym-changed` (409).
 */
export async function restore(
  app: App,
  given: Opening & { pseudonymId: string; version: number },
): Promise<void> {
  const { workspaceId, pseudonymId, version, actor, reason } = given
  await findAccepted(app, given)
  await app.pg.transaction().execute(async (tx) => {
    const written = await sql`
      update pseudonyms set state = 'proposed', version = version + 1, decided_at = ${app.clock.now()},
        decided_by = ${'userId' in actor ? actor.userId : null}
      where workspace_id = ${workspaceId} and id = ${pseudonymId} and version = ${version} and state = 'accepted' returning id`.execute(
      tx,
    )
    if (written.rows.length === 0)
      throw new Problem({
        id: 'pseudonym-changed',
        status: 409,
        detail: 'A colleague has decided about one of these meanwhile. Read the list again, then decide.',
      })
    const subject = { kind: 'pseudonym', id: pseudonymId }
    await audit(tx, { workspaceId, actor, action: 'pseudonyms.restored', subject, detail: { reason } })
  })
  await carryOut(app, given)
}

/** One that is replaced, and stands in words that may be read now. */
async function findAccepted(
  app: App,
  given: { workspaceId: string; studyId: string; pseudonymId: string },
): Promise<Pseudonym> {
  const { workspaceId, studyId, pseudonymId } = given
  const asked = { workspaceId, studyId, pseudonymId, state: 'accepted' as const }
  const [found] = await listPseudonyms(app, { ...asked, words: 'hidden', limit: 1, offset: 0 })
  if (!found) throw notFound('pseudonym')
  return found
}

async function originalOf(
  app: App,
  { workspaceId, pseudonymId }: { workspaceId: string; pseudonymId: string },
): Promise<string> {
  const { original } = await app.pg
    .selectFrom('pseudonyms')
    .select('original')
    .where('id', '=', pseudonymId)
    .executeTakeFirstOrThrow()
  return openName(app, { workspaceId, original }).form
}
