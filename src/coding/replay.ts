import { sql } from 'kysely'
import type { PostgresTransaction } from '../platform/index.ts'
import type { Skip } from './coding.schema.ts'
import type { Step } from './steps.ts'

type Outcome = 'done' | Skip
type Taken<Name extends Step['do']> = {
  tx: PostgresTransaction
  workspaceId: string
  step: Extract<Step, { do: Name }>
}

/**
 * Takes one step if it can still be taken: nothing withdrawn or erased comes back, and nobody's work is undone but one's own.
 * Otherwise says why it was left out.
 */
export async function takeStep(
  tx: PostgresTransaction,
  { workspaceId, step }: { workspaceId: string; step: Step },
): Promise<Outcome> {
  switch (step.do) {
    case 'put highlight':
      return putHighlight({ tx, workspaceId, step })
    case 'remove highlight':
      return removeHighlight({ tx, workspaceId, step })
    case 'give code':
      return giveCode({ tx, workspaceId, step })
    case 'take code':
      return takeCode({ tx, workspaceId, step })
    case 'put code':
      return putCode({ tx, workspaceId, step })
    case 'remove code':
      return removeCode({ tx, workspaceId, step })
    case 'change code':
      return changeCode({ tx, workspaceId, step })
  }
}

async function putHighlight({ tx, workspaceId, step }: Taken<'put highlight'>): Promise<Outcome> {
  const found = await findHighlight(tx, { workspaceId, highlightId: step.highlightId })
  if (!found) return 'gone'
  if (!found.readable) return 'withdrawn'
  await tx.updateTable('highlights').set({ removed_at: null }).where('id', '=', step.highlightId).execute()
  return 'done'
}

async function removeHighlight({ tx, workspaceId, step }: Taken<'remove highlight'>): Promise<Outcome> {
  const found = await findHighlight(tx, { workspaceId, highlightId: step.highlightId })
  if (!found || found.removed) return 'gone'
  const used = await sql`
    select from highlight_codes hc join codes c on c.id = hc.code_id and c.removed_at is null
    where hc.highlight_id = ${step.highlightId} limit 1`.execute(tx)
  if (used.rows.length > 0) return 'in use'
  // Lost words are not kept longer than somebody needs them.
  await sql`delete from highlights where id = ${step.highlightId} and lost_text is not null`.execute(tx)
  await sql`update highlights set removed_at = now() where id = ${step.highlightId}`.execute(tx)
  return 'done'
}

async function giveCode({ tx, workspaceId, step }: Taken<'give code'>): Promise<Outcome> {
  const { highlightId, codeId, by } = step
  const found = await findHighlight(tx, { workspaceId, highlightId })
  if (!found) return 'gone'
  if (!found.readable) return 'withdrawn'
  if (found.removed) return 'changed since'
  const code = await tx
    .selectFrom('codes')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', codeId)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (!code) return 'gone'
  await tx
    .insertInto('highlight_codes')
    .values({ workspace_id: workspaceId, highlight_id: highlightId, code_id: codeId, created_by: by })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return 'done'
}

/** A passage that may not be read keeps its codes: what could not be given instead must not be taken. */
async function takeCode({ tx, workspaceId, step }: Taken<'take code'>): Promise<Outcome> {
  const found = await findHighlight(tx, { workspaceId, highlightId: step.highlightId })
  if (!found) return 'gone'
  if (!found.readable) return 'withdrawn'
  const gone = await sql`
    delete from highlight_codes where workspace_id = ${workspaceId} and highlight_id = ${step.highlightId}
      and code_id = ${step.codeId} and created_by is not distinct from ${step.by}::uuid returning code_id`.execute(
    tx,
  )
  return gone.rows.length > 0 ? 'done' : 'changed since'
}

async function putCode({ tx, workspaceId, step }: Taken<'put code'>): Promise<Outcome> {
  const code = await findCode(tx, { workspaceId, codeId: step.codeId })
  if (!code) return 'gone'
  if (await nameTaken(tx, { codeId: step.codeId, name: code.name })) return 'name taken'
  await tx.updateTable('codes').set({ removed_at: null }).where('id', '=', step.codeId).execute()
  return 'done'
}

async function removeCode({ tx, workspaceId, step }: Taken<'remove code'>): Promise<Outcome> {
  const code = await findCode(tx, { workspaceId, codeId: step.codeId })
  if (!code || code.removed_at !== null) return 'gone'
  const used = await sql`
    select from highlight_codes hc join highlights h on h.id = hc.highlight_id and h.removed_at is null
    where hc.code_id = ${step.codeId} limit 1`.execute(tx)
  if (step.with === 'nothing' && used.rows.length > 0) return 'in use'
  await sql`update codes set removed_at = now() where id = ${step.codeId}`.execute(tx)
  return 'done'
}

async function changeCode({ tx, workspaceId, step }: Taken<'change code'>): Promise<Outcome> {
  const code = await findCode(tx, { workspaceId, codeId: step.codeId })
  if (!code || code.removed_at !== null) return 'gone'
  const { from, to } = step
  if (code.name !== from.name || code.description !== from.description || code.colour !== from.colour)
    return 'changed since'
  if (await nameTaken(tx, { codeId: step.codeId, name: to.name })) return 'name taken'
  await tx.updateTable('codes').set(to).where('id', '=', step.codeId).execute()
  return 'done'
}

async function findHighlight(
  tx: PostgresTransaction,
  { workspaceId, highlightId }: { workspaceId: string; highlightId: string },
): Promise<{ removed: boolean; readable: boolean } | undefined> {
  const { rows } = await sql<{ removed: boolean; readable: boolean }>`
    select h.removed_at is not null as removed,
      exists (select from permitted_speakers(h.workspace_id, 1, array[h.interview_id]) p where p.speaker_id = u.speaker_id) as readable
    from highlights h join utterances u on u.id = h.utterance_id
    where h.workspace_id = ${workspaceId} and h.id = ${highlightId}`.execute(tx)
  return rows[0]
}

async function findCode(
  tx: PostgresTransaction,
  { workspaceId, codeId }: { workspaceId: string; codeId: string },
) {
  return tx
    .selectFrom('codes')
    .select(['name', 'description', 'colour', 'removed_at'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', codeId)
    .executeTakeFirst()
}

async function nameTaken(
  tx: PostgresTransaction,
  { codeId, name }: { codeId: string; name: string },
): Promise<boolean> {
  const { rows } = await sql`
    select from codes other join codes mine on mine.id = ${codeId}
    where other.id <> mine.id and other.removed_at is null and other.workspace_id = mine.workspace_id
      and other.study_id is not distinct from mine.study_id and lower(other.name) = lower(${name}) limit 1`.execute(
    tx,
  )
  return rows.length > 0
}
