import { sql } from 'kysely'
import {
  assignTurns,
  holdBoth,
  holdTurnToSplit,
  joinTurns,
  splitTurn,
  type HeldTurn,
} from '../conversations/index.ts'
import { Problem, type PostgresTransaction } from '../platform/index.ts'
import type { Skip } from './coding.schema.ts'
import { tellReaders } from './coding-changes.ts'
import type { Step } from './steps.ts'

/** A step that changes how a conversation is cut into turns, or who said them. */
export type TurnStep = Extract<Step, { do: 'split turn' | 'join turns' | 'assign turns' }>

type Taking<Name extends TurnStep['do']> = { workspaceId: string; step: Extract<TurnStep, { do: Name }> }

/** Takes such a step if it can still be taken; words that may not be read now are never moved, whoever's they were. */
export async function takeTurnStep(
  tx: PostgresTransaction,
  { workspaceId, step }: { workspaceId: string; step: TurnStep },
): Promise<'done' | Skip> {
  try {
    if (step.do === 'split turn') return await splitAgain(tx, { workspaceId, step })
    if (step.do === 'join turns') return await joinAgain(tx, { workspaceId, step })
    return await assignAgain(tx, { workspaceId, step })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return skips[error.id] ?? 'changed since'
  }
}

const skips: Readonly<Record<string, Skip>> = { 'not-found': 'gone', 'words-withheld': 'withdrawn' }

/** Puts the second of two turns to the first, and keeps what it was so that they can be taken apart again. */
export async function joinAtJoint(
  tx: PostgresTransaction,
  given: { workspaceId: string; first: HeldTurn; second: HeldTurn; gap: string },
): Promise<{ at: number }> {
  const { workspaceId, first, second } = given
  // Before the second turn goes: what was corrected in it can be taken back once they are apart again.
  await sql`
    update turn_corrections set utterance_id = ${first.utteranceId}, parked_id = coalesce(parked_id, utterance_id)
    where utterance_id = ${second.utteranceId}`.execute(tx)
  const { at } = await joinTurns(tx, given)
  await tx
    .insertInto('turn_joints')
    .values({
      id: second.utteranceId,
      workspace_id: workspaceId,
      utterance_id: first.utteranceId,
      at,
      speaker_id: second.speakerId,
      start_ms: second.startMs,
      end_ms: second.endMs,
      before_end_ms: first.endMs,
    })
    .execute()
  return { at }
}

async function joinAgain(
  tx: PostgresTransaction,
  { workspaceId, step }: Taking<'join turns'>,
): Promise<'done'> {
  const { utteranceId, otherId } = step
  const both = { first: { utteranceId }, second: { utteranceId: otherId } }
  const { first, second } = await holdBoth(tx, { workspaceId, ...both })
  await joinAtJoint(tx, { workspaceId, first, second, gap: step.gap })
  return 'done'
}

async function splitAgain(
  tx: PostgresTransaction,
  { workspaceId, step }: Taking<'split turn'>,
): Promise<'done' | Skip> {
  const turn = await holdTurnToSplit(tx, { workspaceId, utteranceId: step.utteranceId })
  const joint = await tx
    .deleteFrom('turn_joints')
    .where('id', '=', step.otherId)
    .where('utterance_id', '=', step.utteranceId)
    .returningAll()
    .executeTakeFirst()
  if (!joint) return 'changed since'
  const times = { startMs: joint.start_ms, endMs: joint.end_ms, beforeEndMs: joint.before_end_ms }
  const second = { speakerId: joint.speaker_id, utteranceId: joint.id, times }
  await splitTurn(tx, { workspaceId, turn, at: joint.at, second })
  await sql`update turn_corrections set utterance_id = ${joint.id}, parked_id = null where parked_id = ${joint.id}`.execute(
    tx,
  )
  return 'done'
}

async function assignAgain(
  tx: PostgresTransaction,
  { workspaceId, step }: Taking<'assign turns'>,
): Promise<'done' | Skip> {
  const { utteranceIds, from, to } = step
  const speaker =
    await sql`select from speakers where workspace_id = ${workspaceId} and id = ${to} for key share`.execute(
      tx,
    )
  if (speaker.rows.length === 0) return 'gone'
  const { given, withheld } = await assignTurns(tx, { workspaceId, utteranceIds, from, to })
  await tellReaders(tx, workspaceId)
  if (given.length === utteranceIds.length) return 'done'
  return withheld > 0 ? 'withdrawn' : 'changed since'
}
