import { teamWordsToKeep } from '../../conversations/index.ts'
import { Problem, notFound, type App, type PostgresTransaction } from '../../platform/index.ts'
import { HighlightId, CodeId, audit, type Doer } from '../../workspace/index.ts'
import { keepSteps, userOf } from '../history.ts'
import { takeStep } from '../replay.ts'
import type { Step } from '../steps.ts'
import { readCompared, type ComparedRound, type RoundMark } from './compared-round.ts'
import type { Settlement } from './round.schema.ts'
import { findRound } from './rounds.ts'

type Settling = {
  workspaceId: string
  roundId: string
  actor: Doer
  settlements: readonly Settlement[]
  note: string
}

/**
 * Decides of disagreements which marks are kept, as one step to take back. Throws 404, and `round-changed` (409) where somebody has decided
 * or corrected meanwhile; then nothing is decided.
 */
export async function settle(app: App, given: Settling): Promise<void> {
  const { workspaceId, roundId, actor, settlements } = given
  const { studyId } = await findRound(app.pg, given)
  await keepSteps(app, { workspaceId, actor, studyId }, async (tx) => {
    const about = { kind: 'study', id: studyId } as const
    const [note = given.note] = await teamWordsToKeep(tx, { app, workspaceId, about, texts: [given.note] })
    const compared = await readCompared(tx, given)
    const by = userOf(actor)
    const steps = settlements.flatMap((settlement) =>
      settledMarks(compared, settlement).map((mark): Step => ({
        do: 'settle mark',
        highlightId: HighlightId.parse(mark.highlightId),
        codeId: settlement.codeId,
        from: { kept: mark.kept, by: mark.settledById },
        to: { kept: settlement.keep.some((id) => id === mark.highlightId), by },
      })),
    )
    for (const step of steps) if ((await takeStep(tx, { workspaceId, step })) !== 'done') throw roundChanged()
    await writeNote(tx, { steps, note })
    const detail = { disagreements: settlements.length }
    await audit(tx, {
      workspaceId,
      actor,
      action: 'round.settled',
      subject: { kind: 'round', id: roundId },
      detail,
    })
    return { steps, result: undefined }
  })
}

/** The marks of the disagreement as it was read. */
function settledMarks(
  { clusters }: ComparedRound,
  { codeId, highlightIds, before }: Settlement,
): RoundMark[] {
  const meant = new Set<string>(highlightIds)
  const cluster = clusters.find(({ marks }) =>
    marks.some((mark) => mark.codeId === codeId && meant.has(mark.highlightId)),
  )
  if (!cluster) throw notFound('disagreement')
  const isSame =
    cluster.marks.length === meant.size && cluster.marks.every((mark) => meant.has(mark.highlightId))
  const [first] = cluster.marks
  if (!isSame || (first?.settledAt?.toISOString() ?? null) !== before) throw roundChanged()
  return cluster.marks
}

// Notes are not part of the steps, which keep nobody's words: one that is taken back is hidden with its decision.
async function writeNote(
  tx: PostgresTransaction,
  { steps, note }: { steps: readonly Step[]; note: string },
): Promise<void> {
  for (const step of steps)
    if (step.do === 'settle mark')
      await tx
        .updateTable('round_marks')
        .set({ note })
        .where('highlight_id', '=', step.highlightId)
        .where('code_id', '=', CodeId.parse(step.codeId))
        .execute()
}

const roundChanged = () =>
  new Problem({
    id: 'round-changed',
    status: 409,
    detail:
      'A colleague has decided here meanwhile, or the words were corrected. Look at it again, then decide.',
  })
