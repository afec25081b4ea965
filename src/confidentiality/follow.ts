import { sql } from 'kysely'
import { rebase } from '../coding/index.ts'
import type { Correction, LabelWritten, WordsMoved } from '../conversations/index.ts'
import { Language, findIdentifiers } from '../language/index.ts'
import type { App, PostgresTransaction } from '../platform/index.ts'
import { applyDecisions, isIn, type Carrier } from './apply.ts'
import { calledSo, knownWith, maskedText, writePlaces } from './read-through.ts'
import { addNames, holdNames, namesOfStudy } from './study-names.ts'

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
  const { app, utteranceId } = correction
  const talk = await tx
    .selectFrom('utterances')
    .innerJoin('interviews', 'interviews.id', 'utterances.interview_id')
    .select(['interviews.id as interviewId', 'interviews.study_id as studyId'])
    .where('utterances.id', '=', utteranceId)
    .executeTakeFirstOrThrow()
  const carrier = { utteranceId, speakerId: null }
  const { out } = await follow({ app, tx }, { ...correction, ...talk, carrier })
  // Whoever put the old words back would put the pseudonym back as if it were a name.
  return out > 0 ? 'taken out for good' : undefined
}

/** The same for what somebody who asks or is along is called. */
export async function followLabel(tx: PostgresTransaction, label: LabelWritten): Promise<void> {
  const { app, speakerId } = label
  await follow({ app, tx }, { ...label, carrier: { utteranceId: null, speakerId } })
}

type Typed = { carrier: Carrier; oldText: string; newText: string }

async function follow(
  { app, tx }: { app: App; tx: PostgresTransaction },
  given: Typed & { workspaceId: string; studyId: string; interviewId: string },
): Promise<{ out: number }> {
  const { workspaceId, studyId, interviewId, carrier, newText } = given
  const reading = { workspaceId, studyId, interviewId }
  const { stay: replaced, out } = await moveReplaced(tx, given)
  // Not read through yet: the job will find it with all the rest.
  if (!(await wasRead(tx, interviewId))) return { out }
  const language = await languageOfTalk(tx, interviewId)
  const names = await namesOfStudy(app, { pg: tx, ...reading })
  const called = calledSo([{ ...carrier, personNo: null, text: newText, replaced }])
  const known = knownWith(called, { names, language })
  const [found = []] = findIdentifiers([maskedText({ text: newText, replaced })], { language, known })
  await addNames({ app, tx }, { ...reading, names, found, language })
  await writePlaces(tx, { ...reading, names, placed: [{ carrier, found }] })
  await applyDecisions({ app, tx }, { ...reading, only: carrier })
  return { out }
}

async function languageOfTalk(tx: PostgresTransaction, interviewId: string): Promise<Language> {
  const { language } = await tx
    .selectFrom('interviews')
    .select('language')
    .where('id', '=', interviewId)
    .executeTakeFirstOrThrow()
  return Language.catch('en').parse(language)
}

type Stretch = { start: number; end: number }

/** Holds a place only where the pseudonym stands as it was put: whatever else was typed there is looked at anew. */
async function moveReplaced(
  tx: PostgresTransaction,
  { carrier, oldText, newText }: Typed,
): Promise<{ stay: Stretch[]; out: number }> {
  const { rows } = await sql<{ id: string } & Stretch>`
    select p.id, p.start_at as start, p.end_at as end from pseudonym_places p
    where ${isIn(carrier)} and p.applied is not null order by p.start_at for update`.execute(tx)
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
