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
 * given with these codes in these conversations before; what others gave stays. Throws 404, `round-over`, `round-unsettled` (409).
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
    for (const step of await clearedSteps(tx, { workspaceId, roundId }))
      if ((await takeStep(tx, { workspaceId, step })) === 'done') steps.push(step)
    for (const mark of kept) await writeMark(tx, { ...given, studyId, mark, steps, compared })
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

/** What takes away the codes the coders had given before, and passages that have none left. */
async function clearedSteps(
  tx: PostgresTransaction,
  { workspaceId, roundId }: { workspaceId: string; roundId: string },
): Promise<Step[]> {
  const { rows } = await sql<{ highlight_id: string; code_id: string; created_by: string }>`
    select hc.highlight_id, hc.code_id, hc.created_by from highlight_codes hc
    join highlights h on h.id = hc.highlight_id and h.removed_at is null and h.lost_text is null
    join round_interviews i on i.interview_id = h.interview_id and i.round_id = ${roundId}
    join round_coders c on c.round_id = i.round_id and c.user_id = hc.created_by
    join round_codes k on k.round_id = i.round_id and k.code_id = hc.code_id
    where hc.workspace_id = ${workspaceId}`.execute(tx)
  const taken = rows.map((row): Step => ({
    do: 'take code',
    highlightId: HighlightId.parse(row.highlight_id),
    codeId: CodeId.parse(row.code_id),
    by: row.created_by,
  }))
  // One that has other codes stays: the step is refused there.
  const emptied = [...new Set(rows.map((row) => row.highlight_id))].map((id): Step => ({
    do: 'remove highlight',
    highlightId: HighlightId.parse(id),
  }))
  return [...taken, ...emptied]
}

async function writeMark(
  tx: PostgresTransaction,
  given: Adopting & { studyId: string; mark: RoundMark; steps: Step[]; compared: ComparedRound },
): Promise<void> {
  const { workspaceId, actor, studyId, mark, steps, compared } = given
  const { rows } = await sql<{ interview_id: string; version: number; note: string }>`
    select u.interview_id, u.version, h.note from highlights h join utterances u on u.id = h.utterance_id
    where h.id = ${mark.highlightId}`.execute(tx)
  const [place] = rows
  if (!place || !compared.turns.some(({ id }) => id === mark.turn)) return
  const highlightId = await placeHighlight(tx, {
    workspaceId,
    actor,
    studyId,
    interviewId: place.interview_id,
    passage: {
      utteranceId: UtteranceId.parse(mark.turn),
      start: mark.start,
      end: mark.end,
      version: place.version,
    },
    steps,
  })
  const codeId = CodeId.parse(mark.codeId)
  await giveCode(tx, { workspaceId, highlightId, codeId, by: mark.coder, steps })
  if (place.note !== '')
    await sql`update highlights set note = ${place.note} where id = ${highlightId} and note = ''`.execute(tx)
}
