import { sql } from 'kysely'
import { wordsWithheld } from '../conversations/index.ts'
import { Problem, notFound, type App, type PostgresTransaction } from '../platform/index.ts'
import { CodeId, HighlightId, audit, type Doer } from '../workspace/index.ts'
import type { Highlight, NewCode, NewPassage } from './coding.schema.ts'
import { codeWordsToKeep } from './code-words.ts'
import { findCode, insertCode } from './codes.ts'
import { asHighlight, type HighlightRow } from './highlight-row.ts'
import { keepSteps, userOf } from './history.ts'
import { takeStep } from './replay.ts'
import { findOwnMark, markBlind, unmarkBlind } from './rounds/blind-marks.ts'
import { refuseInRound, roundHere } from './rounds/set-aside.ts'
import type { Step } from './steps.ts'

type Editing = { workspaceId: string; actor: Doer }

/** The marked passages of an interview whose words may be analysed now, lost ones too, in the order of the text. */
export async function listHighlights(
  pg: App['pg'],
  { workspaceId, interviewId }: { workspaceId: string; interviewId: string },
): Promise<Highlight[]> {
  const { rows } = await sql<HighlightRow>`
    select h.id, h.utterance_id, h.start_at, h.end_at, h.utterance_version, h.lost_text, h.note,
      array(select hc.code_id::text from highlight_codes hc join codes c on c.id = hc.code_id and c.removed_at is null
        where hc.highlight_id = h.id order by hc.created_at, hc.code_id) as code_ids
    from highlights h
    join utterances u on u.id = h.utterance_id
    join permitted_speakers(${workspaceId}::uuid, 1, array[${interviewId}::uuid]) p on p.speaker_id = u.speaker_id
    where h.workspace_id = ${workspaceId} and h.interview_id = ${interviewId} and h.removed_at is null
      and (p.role = 'participant' or h.utterance_id not in (select utterance_id from withheld_replies(${workspaceId}::uuid, array[${interviewId}::uuid])))
    order by u.position, h.start_at, h.end_at desc, h.id`.execute(pg)
  return rows.map(asHighlight)
}

/** The study an interview belongs to. Throws 404. */
export async function studyOfInterview(
  pg: App['pg'],
  { workspaceId, interviewId }: { workspaceId: string; interviewId: string },
): Promise<string> {
  const row = await pg
    .selectFrom('interviews')
    .select('study_id')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', interviewId)
    .executeTakeFirst()
  if (!row) throw notFound('interview')
  return row.study_id
}

type Marking = Editing & {
  interviewId: string
  passages: readonly NewPassage[]
  codeIds: readonly string[]
  /** A code by name: the one of that name, or a new one of the workspace's codebook. */
  newCode?: NewCode | undefined
}

/**
 * Marks passages (a selection across several utterances is several) with codes. A passage marked already gets the codes too. Throws
 * 404, `code-missing` (422), `words-withheld` (409), `round-running` (409) where others are double coding it, and `utterance-changed` (409) when the text is not the one that was read.
 */
export async function markPassages(
  app: App,
  given: Marking,
): Promise<{ highlightIds: HighlightId[]; codeIds: CodeId[] }> {
  const { workspaceId, actor, interviewId } = given
  const studyId = await studyOfInterview(app.pg, given)
  if (given.codeIds.length === 0 && given.newCode === undefined)
    throw new Problem({ id: 'code-missing', status: 422, detail: 'Choose a code for the passage.' })
  return keepSteps(app, { workspaceId, actor, studyId }, async (tx) => {
    const userId = userOf(actor)
    const turnIds = given.passages.map(({ utteranceId }) => utteranceId)
    await keepTurns(tx, { workspaceId, interviewId, turnIds })
    const round = await roundHere(tx, { workspaceId, interviewId, userId })
    if (round !== null) {
      for (const passage of given.passages) await readableUtterance(tx, { workspaceId, interviewId, passage })
      return markBlind(tx, { newCode: undefined, ...given, studyId, userId, round })
    }
    const steps: Step[] = []
    const codeIds = await chosenCodes({ app, tx }, { ...given, studyId, steps })
    const highlightIds: HighlightId[] = []
    for (const passage of given.passages) {
      await readableUtterance(tx, { workspaceId, interviewId, passage })
      const highlightId = await placeHighlight(tx, { ...given, studyId, passage, steps })
      highlightIds.push(highlightId)
      for (const codeId of codeIds)
        await giveCode(tx, { workspaceId, highlightId, codeId, by: userOf(actor), steps })
    }
    const detail = { passages: highlightIds.length, codes: codeIds.length }
    await audit(tx, {
      workspaceId,
      actor,
      action: 'passage.marked',
      subject: { kind: 'interview', id: interviewId },
      detail,
    })
    return { steps, result: { highlightIds, codeIds } }
  })
}

/** Takes one code off a passage; a passage without codes is no longer marked. Throws 404. */
export async function unmark(
  app: App,
  given: Editing & { highlightId: string; codeId: string },
): Promise<void> {
  await removeMarks(app, given, ({ codeId }) => codeId === given.codeId)
}

/** Takes every code off a passage, lost ones too. Throws 404. */
export async function removeHighlight(app: App, given: Editing & { highlightId: string }): Promise<void> {
  await removeMarks(app, given, () => true)
}

/** Puts a passage whose words a correction took away in another place, with its codes. Throws 404, 409. */
export async function repairHighlight(
  app: App,
  given: Editing & { highlightId: string; passage: NewPassage },
): Promise<{ highlightId: HighlightId }> {
  const { workspaceId, actor, passage } = given
  const { studyId, interviewId } = await findHighlight(app.pg, given)
  return keepSteps(app, { workspaceId, actor, studyId }, async (tx) => {
    const steps: Step[] = []
    // A colleague may have found its place, or written beside it, until it was this one's turn.
    const lost = await findHighlight(tx, given)
    await refuseInRound(tx, { workspaceId, interviewIds: [interviewId] })
    await readableUtterance(tx, { workspaceId, interviewId, passage })
    const highlightId = await placeHighlight(tx, { workspaceId, actor, interviewId, studyId, passage, steps })
    if (highlightId === lost.highlightId) return { steps, result: { highlightId } }
    const codes = await codesOf(tx, lost.highlightId)
    for (const { codeId, by } of codes) await giveCode(tx, { workspaceId, highlightId, codeId, by, steps })
    await sql`update highlights set note = ${lost.note} where id = ${highlightId} and note = ''`.execute(tx)
    await sql`
      update highlights set refused_at = lost.refused_at from highlights lost
      where highlights.id = ${highlightId} and lost.id = ${lost.highlightId} and lost.refused_at is not null`.execute(
      tx,
    )
    const away = codes.map(({ codeId, by }): Step => ({
      do: 'take code',
      highlightId: lost.highlightId,
      codeId,
      by,
    }))
    away.push({ do: 'remove highlight', highlightId: lost.highlightId })
    for (const step of away) await takeStep(tx, { workspaceId, step })
    return { steps: [...steps, ...away], result: { highlightId } }
  })
}

/**
 * The codes by id, and the one by name, which is added where there is none; its name has pseudonyms in the place of what is replaced in the study. Turns are held
 * already. Of several of that name it is the one at the top. Throws 404, `code-name-ambiguous` (409) where there are several and none is at the top.
 */
export async function chosenCodes(
  { app, tx }: { app: App; tx: PostgresTransaction },
  given: Editing & Pick<Marking, 'codeIds' | 'newCode'> & { studyId: string; steps: Step[] },
): Promise<CodeId[]> {
  const { workspaceId, actor, studyId, steps } = given
  const chosen: CodeId[] = []
  for (const codeId of given.codeIds) {
    const code = await findCode(tx, { workspaceId, codeId })
    if (code.studyId !== null && code.studyId !== studyId) throw notFound('code')
    chosen.push(code.codeId)
  }
  if (given.newCode === undefined) return chosen
  const about = { kind: 'study', id: studyId } as const
  const newCode = await codeWordsToKeep({ app, tx }, { workspaceId, about, words: given.newCode })
  const known = await sql<{ id: string; book: string; isTop: boolean }>`
    select id, coalesce(codebook_id, study_id, workspace_id) as book, parent_id is null as "isTop"
    from codes_of_study(${workspaceId}::uuid, ${studyId}::uuid) where lower(name) = lower(${newCode.name})
    order by study_id nulls last, codebook_id nulls last, parent_id is not null limit 2`.execute(tx)
  const [same, other] = known.rows
  if (same && !same.isTop && other?.book === same.book) throw nameAmbiguous()
  if (same) return [...chosen, CodeId.parse(same.id)]
  const codeId = await insertCode(tx, { workspaceId, actor, studyId: null, code: newCode })
  steps.push({ do: 'put code', codeId, with: 'nothing' })
  return [...chosen, codeId]
}

const nameAmbiguous = () =>
  new Problem({
    id: 'code-name-ambiguous',
    status: 409,
    detail: 'Several codes have that name, under different ones. Choose which one you mean.',
  })

/** Keeps turns as they are until the change is written, in the order in which whoever changes them takes them; (without ids) all of a conversation. */
export async function keepTurns(
  tx: PostgresTransaction,
  given: { workspaceId: string; interviewId: string; turnIds?: readonly string[] },
): Promise<void> {
  const { workspaceId, interviewId, turnIds } = given
  await sql`
    select from utterances where workspace_id = ${workspaceId} and interview_id = ${interviewId}
      and ${turnIds === undefined ? sql`true` : sql`id = any(${[...turnIds]}::uuid[])`} order by id for share`.execute(
    tx,
  )
}

type Placing = { workspaceId: string; interviewId: string; passage: NewPassage }

/** Whether the utterance may be marked as it was read; it is held, so that no correction comes between reading and marking. */
async function readableUtterance(
  tx: PostgresTransaction,
  { workspaceId, interviewId, passage }: Placing,
): Promise<void> {
  const { rows } = await sql<{ version: number; text: string; readable: boolean }>`
    select u.version, u.text,
      exists (select from permitted_speakers(u.workspace_id, 1, array[u.interview_id]) p where p.speaker_id = u.speaker_id) as readable
    from utterances u
    where u.workspace_id = ${workspaceId} and u.interview_id = ${interviewId} and u.id = ${passage.utteranceId}
    for share of u`.execute(tx)
  const [found] = rows
  if (!found) throw notFound('passage')
  if (!found.readable) throw wordsWithheld()
  if (found.version !== passage.version || passage.end > [...found.text].length)
    throw new Problem({
      id: 'utterance-changed',
      status: 409,
      detail: 'Somebody has corrected this passage meanwhile. Read it again, then mark it.',
    })
}

/** The passage as it is marked already, or marked now; within a change that has begun. */
export async function placeHighlight(
  tx: PostgresTransaction,
  given: Editing & Placing & { studyId: string; steps: Step[] },
): Promise<HighlightId> {
  const { workspaceId, interviewId, studyId, passage, actor, steps } = given
  const same = await tx
    .selectFrom('highlights')
    .select('id')
    .where('utterance_id', '=', passage.utteranceId)
    .where('start_at', '=', passage.start)
    .where('end_at', '=', passage.end)
    .where('removed_at', 'is', null)
    .where('lost_text', 'is', null)
    .executeTakeFirst()
  if (same) return HighlightId.parse(same.id)
  const made = await tx
    .insertInto('highlights')
    .values({
      workspace_id: workspaceId,
      study_id: studyId,
      interview_id: interviewId,
      utterance_id: passage.utteranceId,
      start_at: passage.start,
      end_at: passage.end,
      utterance_version: passage.version,
      created_by: userOf(actor),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const highlightId = HighlightId.parse(made.id)
  steps.push({ do: 'put highlight', highlightId })
  return highlightId
}

/** Gives a marked passage a code, unless it has it; within a change that has begun. */
export async function giveCode(
  tx: PostgresTransaction,
  given: { workspaceId: string; highlightId: HighlightId; codeId: CodeId; by: string | null; steps: Step[] },
): Promise<void> {
  const { workspaceId, highlightId, codeId, by, steps } = given
  const made = await tx
    .insertInto('highlight_codes')
    .values({ workspace_id: workspaceId, highlight_id: highlightId, code_id: codeId, created_by: by })
    .onConflict((conflict) => conflict.doNothing())
    .returning('code_id')
    .executeTakeFirst()
  if (made) steps.push({ do: 'give code', highlightId, codeId, by })
}

type Given = { codeId: CodeId; by: string | null }

async function removeMarks(
  app: App,
  given: Editing & { highlightId: string },
  isMeant: (code: Given) => boolean,
): Promise<void> {
  const { workspaceId, actor } = given
  const own = await findOwnMark(app.pg, { ...given, userId: userOf(actor) })
  if (own !== undefined) {
    const codeIds = own.codeIds.filter((codeId) => isMeant({ codeId, by: userOf(actor) }))
    await keepSteps(app, { workspaceId, actor, studyId: own.studyId }, (tx) =>
      unmarkBlind(tx, { workspaceId, highlightId: own.highlightId, codeIds }),
    )
    return
  }
  const { studyId } = await findHighlight(app.pg, given)
  await keepSteps(app, { workspaceId, actor, studyId }, async (tx) => {
    // A colleague may have taken it away until it was this one's turn: what is not there cannot be put back by undo.
    const { highlightId } = await findHighlight(tx, given)
    const codes = await codesOf(tx, highlightId)
    const meant = codes.filter(isMeant)
    const steps = meant.map(({ codeId, by }): Step => ({ do: 'take code', highlightId, codeId, by }))
    if (meant.length === codes.length) steps.push({ do: 'remove highlight', highlightId })
    for (const step of steps) await takeStep(tx, { workspaceId, step })
    await audit(tx, {
      workspaceId,
      actor,
      action: 'passage.unmarked',
      subject: { kind: 'highlight', id: highlightId },
    })
    return { steps, result: undefined }
  })
}

async function codesOf(tx: PostgresTransaction, highlightId: string): Promise<Given[]> {
  const rows = await tx
    .selectFrom('highlight_codes')
    .innerJoin('codes', 'codes.id', 'highlight_codes.code_id')
    .select(['code_id', 'highlight_codes.created_by'])
    .where('highlight_id', '=', highlightId)
    .where('codes.removed_at', 'is', null)
    .execute()
  return rows.map((row) => ({ codeId: CodeId.parse(row.code_id), by: row.created_by }))
}

/** A marked passage whose words may be analysed now. Throws 404, `words-withheld` (409). */
export async function findHighlight(
  pg: App['pg'] | PostgresTransaction,
  { workspaceId, highlightId }: { workspaceId: string; highlightId: string },
): Promise<{ highlightId: HighlightId; studyId: string; interviewId: string; note: string }> {
  const { rows } = await sql<FoundRow>`
    select h.id, h.study_id, h.interview_id, h.note,
      exists (select from permitted_speakers(h.workspace_id, 1, array[h.interview_id]) p where p.speaker_id = u.speaker_id) as readable
    from highlights h join utterances u on u.id = h.utterance_id
    where h.workspace_id = ${workspaceId} and h.id = ${highlightId} and h.removed_at is null`.execute(pg)
  const [row] = rows
  if (!row) throw notFound('marked passage')
  if (!row.readable) throw wordsWithheld()
  return {
    highlightId: HighlightId.parse(row.id),
    studyId: row.study_id,
    interviewId: row.interview_id,
    note: row.note,
  }
}

type FoundRow = { id: string; study_id: string; interview_id: string; note: string; readable: boolean }
