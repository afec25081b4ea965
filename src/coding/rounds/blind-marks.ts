import { sql } from 'kysely'
import { Problem, notFound, type App, type PostgresTransaction } from '../../platform/index.ts'
import { CodeId, HighlightId } from '../../workspace/index.ts'
import type { Highlight, NewPassage } from '../coding.schema.ts'
import { asHighlight, type HighlightRow } from '../highlight-row.ts'
import type { Step } from '../steps.ts'
import type { RoundHere } from './round.schema.ts'
import { roundRunning } from './set-aside.ts'

type Of = { workspaceId: string; interviewId: string; userId: string | null }

/** What a coder has marked in a conversation in the round that runs there, as far as the words may be analysed now. Nobody else's. */
export async function ownMarks(
  pg: App['pg'],
  { workspaceId, interviewId, userId }: Of,
): Promise<Highlight[]> {
  const { rows } = await sql<HighlightRow>`
    select h.id, h.utterance_id, h.start_at, h.end_at, h.utterance_version, h.lost_text, h.note,
      array(select m.code_id::text from round_marks m where m.highlight_id = h.id order by m.code_id) as code_ids
    from highlights h
    join coding_rounds r on r.id = h.round_id and r.state in ('open', 'comparing')
    join utterances u on u.id = h.utterance_id
    join permitted_speakers(${workspaceId}::uuid, 1, array[${interviewId}::uuid]) p on p.speaker_id = u.speaker_id
    where h.workspace_id = ${workspaceId} and h.interview_id = ${interviewId} and h.coder_id = ${userId}::uuid
      and exists (select from round_marks m where m.highlight_id = h.id)
      and (p.role = 'participant' or h.utterance_id not in (select utterance_id from withheld_replies(${workspaceId}::uuid, array[${interviewId}::uuid])))
    order by u.position, h.start_at, h.end_at desc, h.id`.execute(pg)
  return rows.map(asHighlight)
}

type Marking = Of & {
  studyId: string
  round: RoundHere
  passages: readonly NewPassage[]
  codeIds: readonly string[]
  newCode: unknown
}

/**
 * Marks passages that were found readable, for this coder alone. Throws `round-running` (409) for who does not code here or has finished, and
 * `round-codes-fixed` (422) for another code than the round's.
 */
export async function markBlind(
  tx: PostgresTransaction,
  marking: Marking,
): Promise<{ steps: Step[]; result: { highlightIds: HighlightId[]; codeIds: CodeId[] } }> {
  const { round, codeIds } = marking
  if (round.part !== 'coding') throw roundRunning()
  const known = new Set<string>(round.codeIds)
  if (marking.newCode !== undefined || codeIds.some((codeId) => !known.has(codeId)))
    throw new Problem({
      id: 'round-codes-fixed',
      status: 422,
      detail: 'In a double coding everybody uses the same codes. Choose one of them, and note what you miss.',
    })
  const given = codeIds.map((codeId) => CodeId.parse(codeId))
  const steps: Step[] = []
  const highlightIds: HighlightId[] = []
  for (const passage of marking.passages) {
    const highlightId = await placeMark(tx, { ...marking, passage })
    highlightIds.push(highlightId)
    for (const codeId of given) {
      const step: Step = { do: 'give mark', highlightId, codeId }
      if ((await takeMarkStep(tx, { workspaceId: marking.workspaceId, step })) === 'done') steps.push(step)
    }
  }
  return { steps, result: { highlightIds, codeIds: given } }
}

async function placeMark(
  tx: PostgresTransaction,
  given: Marking & { passage: NewPassage },
): Promise<HighlightId> {
  const { workspaceId, studyId, interviewId, userId, round, passage } = given
  const { rows } = await sql<{ id: string }>`
    with same as (
      select id from highlights where round_id = ${round.roundId} and coder_id = ${userId}::uuid and utterance_id = ${passage.utteranceId}
        and start_at = ${passage.start} and end_at = ${passage.end} and lost_text is null limit 1
    ), made as (
      insert into highlights (workspace_id, study_id, interview_id, utterance_id, start_at, end_at, utterance_version, created_by, coder_id, round_id, removed_at)
      select ${workspaceId}, ${studyId}, ${interviewId}, ${passage.utteranceId}, ${passage.start}, ${passage.end}, ${passage.version},
        ${userId}::uuid, ${userId}::uuid, ${round.roundId}, now()
      where not exists (select from same) returning id
    )
    select id from same union all select id from made`.execute(tx)
  return HighlightId.parse(rows[0]?.id)
}

/** A coder's own mark in a round in which they still code; undefined where the highlight is none. Throws `round-running` (409) where it is over for them. */
export async function findOwnMark(
  pg: App['pg'],
  { workspaceId, highlightId, userId }: { workspaceId: string; highlightId: string; userId: string | null },
): Promise<{ highlightId: HighlightId; studyId: string; codeIds: CodeId[]; note: string } | undefined> {
  const { rows } = await sql<{ study_id: string; note: string; codes: string[]; coding: boolean }>`
    select h.study_id, h.note, array(select m.code_id::text from round_marks m where m.highlight_id = h.id) as codes,
      r.state = 'open' and c.finished_at is null as coding
    from highlights h join coding_rounds r on r.id = h.round_id and r.state in ('open', 'comparing')
    join round_coders c on c.round_id = r.id and c.user_id = h.coder_id
    where h.workspace_id = ${workspaceId} and h.id = ${highlightId} and h.coder_id = ${userId}::uuid`.execute(
    pg,
  )
  const [row] = rows
  if (!row) return undefined
  if (!row.coding) throw roundRunning()
  return {
    highlightId: HighlightId.parse(highlightId),
    studyId: row.study_id,
    codeIds: row.codes.map((id) => CodeId.parse(id)),
    note: row.note,
  }
}

/** Takes codes off a coder's own mark. Throws 404 where it has none of them. */
export async function unmarkBlind(
  tx: PostgresTransaction,
  given: { workspaceId: string; highlightId: HighlightId; codeIds: readonly CodeId[] },
): Promise<{ steps: Step[]; result: undefined }> {
  const steps = given.codeIds.map((codeId): Step => ({
    do: 'take mark',
    highlightId: given.highlightId,
    codeId,
  }))
  if (steps.length === 0) throw notFound('marked passage')
  for (const step of steps) await takeMarkStep(tx, { workspaceId: given.workspaceId, step })
  return { steps, result: undefined }
}

/** Gives or takes a blind mark if it can still be done: the coder still codes, and the words may still be read. */
export async function takeMarkStep(
  tx: PostgresTransaction,
  { workspaceId, step }: { workspaceId: string; step: Step },
): Promise<'done' | 'gone' | 'withdrawn' | 'set aside'> {
  if (step.do !== 'give mark' && step.do !== 'take mark') return 'gone'
  const { highlightId, codeId } = step
  const { rows } = await sql<{ readable: boolean; coding: boolean }>`
    select r.state = 'open' and c.finished_at is null as coding,
      exists (select from permitted_speakers(h.workspace_id, 1, array[h.interview_id]) p where p.speaker_id = u.speaker_id) as readable
    from highlights h join utterances u on u.id = h.utterance_id join coding_rounds r on r.id = h.round_id
    join round_coders c on c.round_id = r.id and c.user_id = h.coder_id
    join codes k on k.id = ${codeId} and k.removed_at is null
    where h.workspace_id = ${workspaceId} and h.id = ${highlightId}`.execute(tx)
  const [found] = rows
  if (!found) return 'gone'
  if (!found.coding) return 'set aside'
  if (!found.readable) return 'withdrawn'
  if (step.do === 'give mark')
    await tx
      .insertInto('round_marks')
      .values({ highlight_id: highlightId, code_id: codeId, workspace_id: workspaceId })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  else
    await tx
      .deleteFrom('round_marks')
      .where('highlight_id', '=', highlightId)
      .where('code_id', '=', codeId)
      .execute()
  return 'done'
}
