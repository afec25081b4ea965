import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { correctWithin } from '../conversations/index.ts'
import { Problem, json, type App, type PostgresTransaction } from '../platform/index.ts'
import { HighlightId, type Doer } from '../workspace/index.ts'
import type { Skip } from './coding.schema.ts'
import type { Step } from './steps.ts'

type Correcting = { workspaceId: string; utteranceId: string; text: string; version: number; actor: Doer }
type Within = { app: App; tx: PostgresTransaction }

/** Corrects a turn and keeps what stood there; the step takes it back, and is none where nothing changed or where it cannot come back whole. Throws as `correctWithin` does. */
export async function correctAndKeep(
  { app, tx }: Within,
  given: Correcting,
): Promise<{ version: number; steps: Step[] }> {
  const { workspaceId, utteranceId } = given
  const before = await turnNow(tx, utteranceId)
  const { text, version, isForGood } = await correctWithin({ app, tx }, given)
  if (before === undefined || isForGood || version === before.version) return { version, steps: [] }
  const correctionId = crypto.randomUUID()
  const kept = { text: before.text, anchors: json(before.anchors), stands: digest(text) }
  await tx
    .insertInto('turn_corrections')
    .values({ id: correctionId, workspace_id: workspaceId, utterance_id: utteranceId, ...kept })
    .execute()
  return { version, steps: [{ do: 'correct turn', correctionId }] }
}

type CorrectionStep = Extract<Step, { do: 'correct turn' }>

/**
 * Changes the words that stand for those that stood before, and the other way round the next time; passages are again where they were in them. Only where nobody
 * has changed the turn since.
 */
export async function takeCorrectionStep(
  { app, tx }: Within,
  { workspaceId, step, actor }: { workspaceId: string; step: CorrectionStep; actor: Doer },
): Promise<'done' | Skip> {
  const kept = await tx
    .selectFrom('turn_corrections')
    .select(['utterance_id', 'text', 'stands', 'anchors'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', step.correctionId)
    .where('parked_id', 'is', null)
    .executeTakeFirst()
  const before = kept && (await turnNow(tx, kept.utterance_id))
  if (!kept || !before) return 'gone'
  if (!kept.stands.equals(digest(before.text))) return 'changed since'
  const turn = { workspaceId, utteranceId: kept.utterance_id, text: kept.text, version: before.version }
  try {
    const now = await correctWithin({ app, tx }, { ...turn, actor })
    // A name among them was replaced anew: then passages stay where they were moved to.
    if (now.text === kept.text) await putBack(tx, { ...turn, anchors: Anchors.parse(kept.anchors) })
    await turnAround(tx, { ...step, before, now })
    return 'done'
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return error.id === 'words-withheld' ? 'withdrawn' : 'changed since'
  }
}

type TurnedAround = CorrectionStep & {
  before: { text: string; anchors: unknown }
  now: { text: string; isForGood: boolean }
}

/** What stood there can come back in its turn, unless a pseudonym went with it: it would come back as if it were a name. */
async function turnAround(
  tx: PostgresTransaction,
  { correctionId, before, now }: TurnedAround,
): Promise<void> {
  if (now.isForGood) await tx.deleteFrom('turn_corrections').where('id', '=', correctionId).execute()
  else
    await tx
      .updateTable('turn_corrections')
      .set({ text: before.text, anchors: json(before.anchors), stands: digest(now.text) })
      .where('id', '=', correctionId)
      .execute()
}

/** Ties what is kept of corrections to the line of the history that would bring it back, so that it goes with that line. */
export async function tieCorrections(
  tx: PostgresTransaction,
  { logId, steps }: { logId: number; steps: readonly Step[] },
): Promise<void> {
  const ids = steps.flatMap((step) => (step.do === 'correct turn' ? [step.correctionId] : []))
  if (ids.length > 0)
    await tx.updateTable('turn_corrections').set({ log_id: logId }).where('id', 'in', ids).execute()
}

/** Forgets what members wrote in a turn before, for good: somebody has said in their own words what stands there. */
export async function forgetCorrections(tx: PostgresTransaction, utteranceId: string): Promise<void> {
  await sql`
    delete from coding_log where id in (select log_id from turn_corrections where utterance_id = ${utteranceId})`.execute(
    tx,
  )
}

const Anchors = z.array(z.tuple([HighlightId, z.int(), z.int()]))

/** A turn and where its passages are; changes of coding are held, so that these stay. */
async function turnNow(tx: PostgresTransaction, utteranceId: string) {
  const turn = await tx
    .selectFrom('utterances')
    .select(['text', 'version'])
    .where('id', '=', utteranceId)
    .executeTakeFirst()
  if (!turn) return undefined
  const rows = await tx
    .selectFrom('highlights')
    .select(['id', 'start_at', 'end_at'])
    .where('utterance_id', '=', utteranceId)
    .where('lost_text', 'is', null)
    .execute()
  return { ...turn, anchors: rows.map(({ id, start_at, end_at }) => [id, start_at, end_at]) }
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

async function putBack(
  tx: PostgresTransaction,
  { utteranceId, anchors }: { utteranceId: string; anchors: z.output<typeof Anchors> },
): Promise<void> {
  await sql`
    update highlights h set start_at = a.start_at, end_at = a.end_at, lost_text = null,
      utterance_version = (select version from utterances where id = ${utteranceId})
    from unnest(${anchors.map(([id]) => id)}::uuid[], ${anchors.map(([, start]) => start)}::int[], ${anchors.map(([, , end]) => end)}::int[])
      as a (id, start_at, end_at)
    where h.id = a.id and h.utterance_id = ${utteranceId}`.execute(tx)
}

/** What turns of a person said before they were corrected, as long as that can be taken back. */
export async function wordsBefore(
  app: App,
  { workspaceId, personNo }: { workspaceId: string; personNo: number },
): Promise<string[]> {
  const { rows } = await sql<{ text: string }>`
    select c.text from turn_corrections c join utterances u on u.id = c.utterance_id join speakers s on s.id = u.speaker_id
    join participants p on p.id = s.participant_id
    where c.workspace_id = ${workspaceId} and p.person_no = ${personNo} order by c.id`.execute(app.pg)
  return rows.map(({ text }) => text)
}
