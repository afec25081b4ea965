import { Problem, type App, type PostgresTransaction } from '../platform/index.ts'
import { HighlightId, audit, type CodeId, type Doer } from '../workspace/index.ts'
import { studyOfCodes } from './code-line.ts'
import { clearAway, takeSteps } from './code-tree.ts'
import { findCode } from './codes.ts'
import { keepSteps, userOf } from './history.ts'
import { mergePlaceCodes } from './places/place-steps.ts'
import { regionKind } from './regions/region-steps.ts'
import { takeStep } from './replay.ts'
import { refuseCodeInRound } from './rounds/set-aside.ts'
import type { Step } from './steps.ts'
import { stretchKind } from './stretches/stretch-steps.ts'

type Merging = { workspaceId: string; actor: Doer; codeId: string; intoId: string }

/** Gives every passage of one code another code instead and removes the first: two words for one thing. Codes below it come under the other. Throws 404, 422. */
export async function mergeCodes(app: App, given: Merging): Promise<void> {
  const { workspaceId, actor, intoId } = given
  const studyId = await studyOfCodes(app.pg, { workspaceId, codeIds: [given.codeId] })
  await keepSteps(app, { workspaceId, actor, studyId }, async (tx) => {
    const from = await findCode(tx, given)
    const into = await findCode(tx, { workspaceId, codeId: intoId })
    if (from.codeId === into.codeId || (into.studyId !== null && into.studyId !== from.studyId))
      throw new Problem({
        id: 'code-not-mergeable',
        status: 422,
        detail: 'Choose another code of the same codebook, or of the workspace’s.',
      })
    await refuseCodeInRound(tx, { workspaceId, codeId: from.codeId })
    const moves = await clearAway(tx, { workspaceId, codeId: from.codeId, parentId: into.codeId })
    await takeSteps(tx, { workspaceId, steps: moves })
    const steps = await mergeSteps(tx, { from: from.codeId, into: into.codeId, by: userOf(actor) })
    const both = { from: from.codeId, into: into.codeId, by: userOf(actor) }
    const places = [
      ...(await mergePlaceCodes(tx, { ...both, kind: regionKind })),
      ...(await mergePlaceCodes(tx, { ...both, kind: stretchKind })),
    ]
    // Both at once, also where words are withheld: a code says nothing of them, and they may be permitted again.
    for (const step of steps) if (step.do === 'give code') await giveLabel(tx, { workspaceId, step })
    await tx
      .deleteFrom('highlight_codes')
      .where('code_id', '=', from.codeId)
      .where('highlight_id', 'in', (moved) =>
        moved
          .selectFrom('highlights')
          .select('id')
          .where('workspace_id', '=', workspaceId)
          .where('removed_at', 'is', null),
      )
      .execute()
    for (const step of steps) if (step.do === 'remove code') await takeStep(tx, { workspaceId, step })
    await audit(tx, {
      workspaceId,
      actor,
      action: 'code.merged',
      subject: { kind: 'code', id: from.codeId },
      detail: { into: into.codeId },
    })
    return { steps: [...moves, ...places, ...steps], result: undefined }
  })
}

async function giveLabel(
  tx: PostgresTransaction,
  { workspaceId, step }: { workspaceId: string; step: Extract<Step, { do: 'give code' }> },
): Promise<void> {
  await tx
    .insertInto('highlight_codes')
    .values({
      workspace_id: workspaceId,
      highlight_id: step.highlightId,
      code_id: step.codeId,
      created_by: step.by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

async function mergeSteps(
  tx: PostgresTransaction,
  { from, into, by }: { from: CodeId; into: CodeId; by: string | null },
): Promise<Step[]> {
  const given = await tx
    .selectFrom('highlight_codes')
    .innerJoin('highlights', 'highlights.id', 'highlight_codes.highlight_id')
    .select(['highlight_id', 'highlight_codes.created_by'])
    .where('code_id', '=', from)
    .where('highlights.removed_at', 'is', null)
    .execute()
  const already = await tx
    .selectFrom('highlight_codes')
    .select('highlight_id')
    .where('code_id', '=', into)
    .execute()
  const has = new Set(already.map((row) => row.highlight_id))
  const steps = given.flatMap(({ highlight_id, created_by }): Step[] => {
    const highlightId = HighlightId.parse(highlight_id)
    const take: Step = { do: 'take code', highlightId, codeId: from, by: created_by }
    return has.has(highlight_id) ? [take] : [{ do: 'give code', highlightId, codeId: into, by }, take]
  })
  return [...steps, { do: 'remove code', codeId: from, with: 'passages', otherId: into }]
}
