import { sql } from 'kysely'
import { mayUse, studyScope } from '../consent/index.ts'
import { Problem, notFound, type App, type PostgresTransaction } from '../platform/index.ts'
import { audit, type Doer } from '../workspace/index.ts'
import { countWords } from './transcripts/transcript.ts'
import { wordsWithheld } from './withheld-words.ts'

export type Correction = {
  workspaceId: string
  utteranceId: string
  oldText: string
  newText: string
  /** Which stretches of the old text were replaced by what, where it is known exactly. */
  replacements?: readonly { start: number; end: number; text: string }[]
}
type Handler = (
  tx: PostgresTransaction,
  correction: Correction & { app: App },
) => Promise<'taken out for good' | void>

const handlers = new Set<Handler>()

/**
 * Has a room above follow corrections of what was said, in the same transaction: what throws there undoes the correction. The same
 * handler given twice is called once. It says where something went with the old words that would not come back with them.
 */
export function onUtteranceCorrected(handler: Handler): void {
  handlers.add(handler)
}

type Corrected = { workspaceId: string; studyId: string; interviewId: string }
type Holder = (tx: PostgresTransaction, turn: Corrected) => Promise<void>

const holders = new Set<Holder>()

/**
 * Has a room above hold what it needs to follow a correction, once its turn is held and before anything is changed: turns first, then names, then counts and
 * passages, so that nobody waits in a circle. The same handler given twice is called once.
 */
export function onCorrecting(holder: Holder): void {
  holders.add(holder)
}

/** Has every room hold what it needs to follow a correction in a conversation. */
export async function holdToCorrect(tx: PostgresTransaction, turn: Corrected): Promise<void> {
  for (const hold of holders) await hold(tx, turn)
}

/** Tells every room that follows corrections of one, within its transaction. */
export async function tellCorrected(
  tx: PostgresTransaction,
  correction: Correction & { app: App },
): Promise<{ isForGood: boolean }> {
  let isForGood = false
  for (const handler of handlers)
    if ((await handler(tx, correction)) === 'taken out for good') isForGood = true
  return { isForGood }
}

type Correcting = { workspaceId: string; utteranceId: string; text: string; version: number; actor: Doer }

/**
 * Puts a corrected text in an utterance's place. `version` is the one that was read. Throws `utterance-changed` (409) when somebody was faster,
 * `words-withheld` (409) where it may not be read now, and 404.
 */
export async function correctUtterance(app: App, given: Correcting): Promise<{ version: number }> {
  const { version } = await app.pg.transaction().execute((tx) => correctWithin({ app, tx }, given))
  return { version }
}

/** The same within a transaction, of which nothing may be held before but what comes before turns; with the text as it stands then, and whether something went with the old words that would not come back with them. */
export async function correctWithin(
  { app, tx }: { app: App; tx: PostgresTransaction },
  given: Correcting,
): Promise<{ text: string; version: number; isForGood: boolean }> {
  const { workspaceId, utteranceId, actor } = given
  const text = given.text.trim()
  if (text === '')
    throw new Problem({
      id: 'utterance-empty',
      status: 422,
      detail: 'There is no text left. Write what was said.',
    })
  const found = await lockUtterance(tx, { workspaceId, utteranceId })
  if (found.version !== given.version)
    throw new Problem({
      id: 'utterance-changed',
      status: 409,
      detail: 'Somebody else has corrected this passage meanwhile. Read it again, then correct it.',
    })
  if (found.text === text) return { text, version: found.version, isForGood: false }
  const { study_id: studyId, interview_id: interviewId } = found
  await holdToCorrect(tx, { workspaceId, studyId, interviewId })
  await tx
    .updateTable('utterances')
    .set({ text, version: found.version + 1 })
    .where('id', '=', utteranceId)
    .execute()
  await addWords(tx, { ...found, words: countWords(text) - countWords(found.text) })
  const said = { app, workspaceId, utteranceId, oldText: found.text, newText: text }
  const { isForGood } = await tellCorrected(tx, said)
  const subject = { kind: 'utterance', id: utteranceId }
  await audit(tx, { workspaceId, actor, action: 'utterance.corrected', subject })
  // A room that follows may have changed it again: a name that was typed anew is replaced anew.
  const now = await tx
    .selectFrom('utterances')
    .select(['text', 'version'])
    .where('id', '=', utteranceId)
    .executeTakeFirstOrThrow()
  return { ...now, isForGood }
}

async function lockUtterance(
  tx: PostgresTransaction,
  { workspaceId, utteranceId }: { workspaceId: string; utteranceId: string },
) {
  const found = await tx
    .selectFrom('utterances')
    .innerJoin('speakers', 'speakers.id', 'utterances.speaker_id')
    .innerJoin('interviews', 'interviews.id', 'utterances.interview_id')
    .leftJoin('participants', 'participants.id', 'speakers.participant_id')
    .select(['utterances.text', 'utterances.version', 'utterances.interview_id', 'utterances.speaker_id'])
    .select(['interviews.study_id', 'participants.person_no'])
    .where('utterances.workspace_id', '=', workspaceId)
    .where('utterances.id', '=', utteranceId)
    .forUpdate('utterances')
    .executeTakeFirst()
  if (!found) throw notFound('passage')
  const { person_no: personNo, study_id: studyId } = found
  const scope = studyScope(studyId)
  if (
    personNo !== null &&
    !(await mayUse(tx, { workspaceId, personNo, purpose: 'conversation_analysis', scope }))
  )
    throw wordsWithheld()
  return found
}

/** Counts words that came to a turn (or, negative, went) to its speaker and its interview. */
export async function addWords(
  tx: PostgresTransaction,
  { interview_id, speaker_id, words }: { interview_id: string; speaker_id: string; words: number },
): Promise<void> {
  if (words === 0) return
  await sql`update speakers set words = words + ${words} where id = ${speaker_id}`.execute(tx)
  await sql`update interviews set words = words + ${words} where id = ${interview_id}`.execute(tx)
}
