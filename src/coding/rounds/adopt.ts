import { sql } from 'kysely'
import { Problem, type App, type PostgresTransaction } from '../../platform/index.ts'
import { CodeId, HighlightId, UtteranceId, audit, type Doer } from '../../workspace/index.ts'
import { giveCode, placeHighlight } from '../highlights.ts'
import { keepSteps } from '../history.ts'
import { takeStep } from '../replay.ts'
import type { Step } from '../steps.ts'
import { readCompared, type ComparedRound, type RoundMark } from './compared-round.ts'
import { findRound, roundOver } from './rounds.ts'

type Adopting = { workspaceId: string; roundId: string; actor: Doer }

/**
 * Makes what the coders agree on and what was settled the study's coding, as one step to take back. It takes the place of what the coders had
 * given with these codes in these conversations before; what others gave stays, and words that were marked stay the passage they were, with what
 * coders noted under its note. Throws 404, `round-over`, `round-unsettled` (409).
 */
export async function adoptRound(app: App, given: Adopting): Promise<void> {
  const { workspaceId, roundId, actor } = given
  const { studyId } = await findRound(app.pg, given)
  await keepSteps(app, { workspaceId, actor, studyId }, async (tx) => {
    const compared = await readCompared(tx, given)
    const kept = keptMarks(compared)
    const opening: Step = { do: 'adopt round', roundId: compared.round.roundId }
    if ((await takeStep(tx, { workspaceId, step: opening })) !== 'done') throw roundOver()
    const steps: Step[] = [opening]
    const placed = await placeMarks(tx, { ...given, studyId, kept, steps })
    const { taken, emptied } = await clearedSteps(tx, { workspaceId, roundId, placed })
    const take = async (step: Step) => {
      if ((await takeStep(tx, { workspaceId, step })) === 'done') steps.push(step)
    }
    for (const step of taken) await take(step)
    for (const { mark, highlightId, codeId } of placed) {
      await giveCode(tx, { workspaceId, highlightId, codeId, by: mark.coder, steps })
      await take({ do: 'add note', highlightId, markId: HighlightId.parse(mark.highlightId) })
    }
    for (const step of emptied) await take(step)
    const subject = { kind: 'round', id: roundId }
    await audit(tx, { workspaceId, actor, action: 'round.adopted', subject, detail: { marks: kept.length } })
    return { steps, result: undefined }
  })
}

function keptMarks({ clusters }: ComparedRound): RoundMark[] {
  const open = clusters.filter(
    ({ kind, marks }) => kind !== 'alike' && marks.some(({ kept }) => kept === null),
  )
  if (open.length > 0)
    throw new Problem({
      id: 'round-unsettled',
      status: 409,
      detail: 'Some disagreements are not settled yet. Decide them first; many can be decided at once.',
    })
  return clusters.flatMap(({ kind, marks }) => (kind === 'alike' ? marks : marks.filter(({ kept }) => kept)))
}

/** A mark that is kept, on the passage of the study's coding it becomes. */
type Placed = { mark: RoundMark; highlightId: HighlightId; codeId: CodeId }

/** Finds or makes the passage of each mark: words that are marked already stay the passage they are, with all that hangs on it. */
async function placeMarks(
  tx: PostgresTransaction,
  given: Adopting & { studyId: string; kept: readonly RoundMark[]; steps: Step[] },
): Promise<Placed[]> {
  const { kept, ...placing } = given
  const { rows } = await sql<{ id: string; interview_id: string; version: number }>`
    select h.id, u.interview_id, u.version from highlights h join utterances u on u.id = h.utterance_id
    where h.id = any(${kept.map(({ highlightId }) => highlightId)}::uuid[])`.execute(tx)
  const places = new Map(rows.map((row) => [row.id, row]))
  const placed: Placed[] = []
  for (const mark of kept) {
    const place = places.get(mark.highlightId)
    if (!place) continue
    const { start, end } = mark
    const passage = { utteranceId: UtteranceId.parse(mark.turn), start, end, version: place.version }
    const highlightId = await placeHighlight(tx, { ...placing, interviewId: place.interview_id, passage })
    placed.push({ mark, highlightId, codeId: CodeId.parse(mark.codeId) })
  }
  return placed
}

const asGiven = (code: { highlightId: string; codeId: string; by: string | null }) =>
  `${code.highlightId} ${code.codeId} ${code.by}`

/** What takes away the codes the coders had given before and do not give now, and passages that have none left. */
async function clearedSteps(
  tx: PostgresTransaction,
  { workspaceId, roundId, placed }: { workspaceId: string; roundId: string; placed: readonly Placed[] },
): Promise<{ taken: Step[]; emptied: Step[] }> {
  const { rows } = await sql<{ highlight_id: string; code_id: string; created_by: string }>`
    select hc.highlight_id, hc.code_id, hc.created_by from highlight_codes hc
    join highlights h on h.id = hc.highlight_id and h.removed_at is null and h.lost_text is null
    join round_interviews i on i.interview_id = h.interview_id and i.round_id = ${roundId}
    join round_coders c on c.round_id = i.round_id and c.user_id = hc.created_by
    join round_codes k on k.round_id = i.round_id and k.code_id = hc.code_id
    where hc.workspace_id = ${workspaceId}`.execute(tx)
  const still = new Set(placed.map(({ mark, ...at }) => asGiven({ ...at, by: mark.coder })))
  const codes = rows
    .map((row) => ({
      highlightId: HighlightId.parse(row.highlight_id),
      codeId: CodeId.parse(row.code_id),
      by: row.created_by,
    }))
    .filter((code) => !still.has(asGiven(code)))
  return {
    taken: codes.map((code): Step => ({ do: 'take code', ...code })),
    // One that has other codes stays: the step is refused there.
    emptied: [...new Set(codes.map(({ highlightId }) => highlightId))].map((highlightId): Step => ({
      do: 'remove highlight',
      highlightId,
    })),
  }
}
