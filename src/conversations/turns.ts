import { sql } from 'kysely'
import { Problem, type PostgresTransaction } from '../platform/index.ts'
import { UtteranceId } from '../workspace/index.ts'
import { endOfRun, holdTurns, type HeldTurn } from './held-turns.ts'
import { countWords } from './transcripts/transcript.ts'

/**
 * Words that stand in another turn now: codepoints [from, until) of `fromId` as it was are in `toId` at their place + `by`. `fromId` keeps its first
 * `kept` codepoints; what lay between those and `from` was white space and is gone.
 */
export type WordsMoved = {
  workspaceId: string
  interviewId: string
  fromId: string
  toId: string
  kept: number
  from: number
  until: number
  by: number
}
type Handler = (tx: PostgresTransaction, moved: WordsMoved) => Promise<void>

const handlers = new Set<Handler>()

/**
 * Has a room follow words that move to another turn, in the same transaction, while both turns are there with their new texts. The same handler
 * given twice is called once.
 */
export function onWordsMoved(handler: Handler): void {
  handlers.add(handler)
}

/** What the second part of a turn is to be: a turn that was there before has its id and times again. */
export type SecondPart = {
  speakerId: string
  utteranceId?: string | undefined
  times?: { startMs: number | null; endMs: number | null; beforeEndMs: number | null }
}

/**
 * Cuts a turn in two before the codepoint `at`; white space around the cut goes (`gap`). The time of the cut lies where its letters lie between the
 * turn's beginning and its end (else the next turn's beginning). Throws `turn-not-split` (422) where one part would have no words.
 */
export async function splitTurn(
  tx: PostgresTransaction,
  given: { workspaceId: string; turn: HeldTurn; at: number; second: SecondPart },
): Promise<{ utteranceId: UtteranceId; gap: string }> {
  const { workspaceId, turn, at, second } = given
  const cut = cutOf(turn.text, at)
  const total = cut.from + [...cut.second].length
  const times = second.times ?? (await timesOfParts(tx, { turn, share: cut.from / total }))
  await makeRoom(tx, turn)
  const { id } = await tx
    .insertInto('utterances')
    .values({
      ...(second.utteranceId === undefined ? {} : { id: second.utteranceId }),
      workspace_id: workspaceId,
      interview_id: turn.interviewId,
      position: turn.position + 1,
      speaker_id: second.speakerId,
      text: cut.second,
      start_ms: times.startMs,
      end_ms: times.endMs,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx
    .updateTable('utterances')
    .set({ text: cut.first, version: turn.version + 1, end_ms: times.beforeEndMs })
    .where('id', '=', turn.utteranceId)
    .execute()
  const words = countWords(cut.second)
  await addWords(tx, turn.interviewId, [
    { speakerId: turn.speakerId, words: countWords(cut.first) - countWords(turn.text) },
    { speakerId: second.speakerId, words },
  ])
  const { interviewId, utteranceId: fromId } = turn
  const kept = [...cut.first].length
  const moved = {
    workspaceId,
    interviewId,
    fromId,
    toId: id,
    kept,
    from: cut.from,
    until: total,
    by: -cut.from,
  }
  for (const handler of handlers) await handler(tx, moved)
  return { utteranceId: UtteranceId.parse(id), gap: cut.gap }
}

type Cut = { first: string; gap: string; second: string; from: number }

function cutOf(text: string, at: number): Cut {
  const letters = [...text]
  const first = letters.slice(0, at).join('').trimEnd()
  const rest = letters.slice(at).join('')
  const second = rest.trimStart()
  if (first.trim() === '' || second === '')
    throw new Problem({
      id: 'turn-not-split',
      status: 422,
      detail: 'One of the two parts would have no words. Choose a place between two words.',
    })
  const from = letters.length - [...second].length
  return { first, gap: letters.slice([...first].length, from).join(''), second, from }
}

type Times = { startMs: number | null; endMs: number | null; beforeEndMs: number | null }

async function timesOfParts(
  tx: PostgresTransaction,
  { turn, share }: { turn: HeldTurn; share: number },
): Promise<Times> {
  const next = await findNext(tx, turn)
  const end = turn.endMs ?? next?.start_ms ?? null
  const isKnown = turn.startMs !== null && end !== null && end >= turn.startMs
  const cut = isKnown ? Math.round((turn.startMs ?? 0) + ((end ?? 0) - (turn.startMs ?? 0)) * share) : null
  return { startMs: cut, endMs: turn.endMs, beforeEndMs: turn.endMs === null ? null : cut }
}

/** Moves the turns after this one on by one number, up to the next number that is free. */
async function makeRoom(tx: PostgresTransaction, { interviewId, position }: HeldTurn): Promise<void> {
  await sql`
    update utterances set position = position + 1 where interview_id = ${interviewId} and position > ${position}
      and position < (${endOfRun(sql`${interviewId}`, sql`${position}`)})`.execute(tx)
}

/** The turn right before this one, whoever said it and whether or not it may be read. */
export async function findBefore(
  tx: PostgresTransaction,
  { interviewId, position }: HeldTurn,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('utterances')
    .select('id')
    .where('interview_id', '=', interviewId)
    .where('position', '<', position)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id
}

async function findNext(tx: PostgresTransaction, { interviewId, position }: HeldTurn) {
  return tx
    .selectFrom('utterances')
    .select(['id', 'start_ms'])
    .where('interview_id', '=', interviewId)
    .where('position', '>', position)
    .orderBy('position')
    .limit(1)
    .executeTakeFirst()
}

/**
 * Puts a turn to the one right before it, with `gap` (white space) between them: all of it is said by who said the first. The second turn is no more.
 * Says where it begins. Throws `turns-apart` (409) where something was said between the two.
 */
export async function joinTurns(
  tx: PostgresTransaction,
  given: { workspaceId: string; first: HeldTurn; second: HeldTurn; gap: string },
): Promise<{ at: number }> {
  const { workspaceId, first, second, gap } = given
  const next = await findNext(tx, first)
  if (next?.id !== second.utteranceId)
    throw new Problem({
      id: 'turns-apart',
      status: 409,
      detail: 'These two turns do not follow each other any more. Look again, then merge.',
    })
  const text = `${first.text}${gap}${second.text}`
  await tx
    .updateTable('utterances')
    .set({ text, version: first.version + 1, end_ms: second.endMs })
    .where('id', '=', first.utteranceId)
    .execute()
  const at = [...first.text].length + [...gap].length
  const { interviewId } = first
  await addWords(tx, interviewId, [
    { speakerId: first.speakerId, words: countWords(text) - countWords(first.text) },
    { speakerId: second.speakerId, words: -countWords(second.text) },
  ])
  const until = [...second.text].length
  const [fromId, toId] = [second.utteranceId, first.utteranceId]
  for (const handler of handlers)
    await handler(tx, { workspaceId, interviewId, fromId, toId, kept: 0, from: 0, until, by: at })
  await tx.deleteFrom('utterances').where('id', '=', second.utteranceId).execute()
  return { at }
}

/**
 * Gives turns to another speaker of their interview. Those that may not be read now, are somebody else's by now (`from`) or are there no longer stay as they are; says which
 * were given.
 */
export async function assignTurns(
  tx: PostgresTransaction,
  given: { workspaceId: string; utteranceIds: readonly string[]; from: string; to: string },
): Promise<{ given: UtteranceId[]; withheld: number }> {
  const { workspaceId, utteranceIds, from, to } = given
  const held = await holdTurns(tx, { workspaceId, utteranceIds })
  const theirs = held.filter(({ speakerId }) => speakerId === from)
  const turns = theirs.filter(({ isReadable }) => isReadable)
  const [first] = turns
  if (first === undefined) return { given: [], withheld: theirs.length }
  const ids = turns.map(({ utteranceId }) => utteranceId)
  await sql`update utterances set speaker_id = ${to} where id = any(${ids}::uuid[])`.execute(tx)
  const words = turns.reduce((sum, { text }) => sum + countWords(text), 0)
  await addWords(tx, first.interviewId, [
    { speakerId: from, words: -words },
    { speakerId: to, words },
  ])
  return { given: ids, withheld: theirs.length - turns.length }
}

/** Speakers are changed in the order of their ids, so that two who do it at once never wait for each other. */
async function addWords(
  tx: PostgresTransaction,
  interviewId: string,
  changes: readonly { speakerId: string; words: number }[],
): Promise<void> {
  for (const { speakerId, words } of changes.toSorted((a, b) => (a.speakerId < b.speakerId ? -1 : 1)))
    await sql`update speakers set words = words + ${words} where id = ${speakerId}`.execute(tx)
  const all = changes.reduce((sum, { words }) => sum + words, 0)
  if (all !== 0) await sql`update interviews set words = words + ${all} where id = ${interviewId}`.execute(tx)
}
