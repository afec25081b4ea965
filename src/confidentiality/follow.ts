import { sql } from 'kysely'
import { rebase } from '../coding/index.ts'
import type { Correction, WordsMoved } from '../conversations/index.ts'
import { Language, findIdentifiers } from '../language/index.ts'
import type { App, PostgresTransaction } from '../platform/index.ts'
import { applyDecisions } from './apply.ts'
import { maskedText, writePlaces } from './read-through.ts'
import { addNames, holdNames, knownAmong, namesOfStudy } from './study-names.ts'

/** Holds the names of a study whose conversation was read through, for a correction that is about to be followed. */
export async function holdToFollow(
  tx: PostgresTransaction,
  { studyId, interviewId }: { studyId: string; interviewId: string },
): Promise<void> {
  if (await wasRead(tx, interviewId)) await holdNames(tx, studyId)
}

async function wasRead(tx: PostgresTransaction, interviewId: string): Promise<boolean> {
  const reading = await tx
    .selectFrom('pseudonym_readings')
    .select('interview_id')
    .where('interview_id', '=', interviewId)
    .executeTakeFirst()
  return reading !== undefined
}

/**
 * Keeps what is replaced on its place when a turn is corrected by hand, in the same transaction. Where the pseudonym was taken out, what it stood for is
 * forgotten; where a known name was typed anew it is replaced anew, and new names come on the list. The names are held (`holdToFollow`).
 */
export async function followCorrection(
  tx: PostgresTransaction,
  correction: Correction & { app: App },
): Promise<'taken out for good' | void> {
  // Replaced by this very room, which has moved its places itself.
  if (correction.replacements !== undefined) return
  const { app, workspaceId, utteranceId, oldText, newText } = correction
  const talk = await tx
    .selectFrom('utterances')
    .innerJoin('interviews', 'interviews.id', 'utterances.interview_id')
    .select(['interviews.id', 'interviews.study_id', 'interviews.language'])
    .where('utterances.id', '=', utteranceId)
    .executeTakeFirstOrThrow()
  const reading = { workspaceId, studyId: talk.study_id, interviewId: talk.id }
  const { stay: replaced, out } = await moveReplaced(tx, { utteranceId, oldText, newText })
  // Whoever put the old words back would put the pseudonym back as if it were a name.
  const said = out > 0 ? ('taken out for good' as const) : undefined
  // Not read through yet: the job will find it with all the rest.
  if (!(await wasRead(tx, talk.id))) return said
  const names = await namesOfStudy(app, { pg: tx, ...reading })
  const language = Language.catch('en').parse(talk.language)
  const known = knownAmong(names.values(), language)
  const [found = []] = findIdentifiers([maskedText({ text: newText, replaced })], { language, known })
  await addNames({ app, tx }, { ...reading, names, found, language })
  await writePlaces(tx, { ...reading, names, placed: [{ carrier: { utteranceId, speakerId: null }, found }] })
  await applyDecisions({ app, tx }, { ...reading, utteranceId })
  return said
}

type Stretch = { start: number; end: number }
type Corrected = Pick<Correction, 'utteranceId' | 'oldText' | 'newText'>

/** Holds a place only where the pseudonym stands as it was put: whatever else was typed there is looked at anew. */
async function moveReplaced(
  tx: PostgresTransaction,
  { utteranceId, oldText, newText }: Corrected,
): Promise<{ stay: Stretch[]; out: number }> {
  const { rows } = await sql<{ id: string } & Stretch>`
    select id, start_at as start, end_at as end from pseudonym_places
    where utterance_id = ${utteranceId} and applied is not null order by start_at for update`.execute(tx)
  const stay: Stretch[] = []
  const [before, after] = [[...oldText], [...newText]]
  for (const { id, ...anchor } of rows) {
    const moved = rebase({ anchor, before: oldText, after: newText })
    const isHeld =
      moved.state === 'held' &&
      wordsAt(before, anchor) === wordsAt(after, moved.anchor) &&
      moved.anchor.start >= (stay.at(-1)?.end ?? 0)
    if (isHeld) {
      const { start, end } = moved.anchor
      await sql`update pseudonym_places set start_at = ${start}, end_at = ${end} where id = ${id}`.execute(tx)
      stay.push(moved.anchor)
    } else await sql`delete from pseudonym_places where id = ${id}`.execute(tx)
  }
  return { stay, out: rows.length - stay.length }
}

/** What stands in a stretch, marked off, and what is written together with it: another ending makes another name of it. */
function wordsAt(letters: readonly string[], { start, end }: Stretch): string {
  const isGap = (at: number) => /^\s?$/u.test(letters[at] ?? '')
  let [from, to] = [start, end]
  while (!isGap(from - 1)) from--
  while (!isGap(to)) to++
  const head = letters
    .slice(from, start)
    .join('')
    .replace(/^[^\p{L}\p{N}]+/u, '')
  const tail = letters
    .slice(end, to)
    .join('')
    .replace(/[^\p{L}\p{N}]+$/u, '')
  return [head, letters.slice(start, end).join(''), tail].join('\n')
}

/** Keeps places on their words when these move to another turn. One over the cut stays with its beginning. */
export async function followMovedWords(tx: PostgresTransaction, moved: WordsMoved): Promise<void> {
  const { fromId, toId, kept, from, by } = moved
  await sql`
    update pseudonym_places set utterance_id = ${toId}, start_at = greatest(start_at, ${from}::int) + ${by}::int, end_at = end_at + ${by}::int
    where utterance_id = ${fromId} and start_at >= ${kept} and end_at > ${from}`.execute(tx)
  await sql`
    update pseudonym_places set end_at = ${kept}
    where utterance_id = ${fromId} and start_at < ${kept} and end_at > ${kept}`.execute(tx)
}
