import { isDeepStrictEqual } from 'node:util'
import type { App } from '../platform/index.ts'
import { findProposal } from './proposals.ts'
import type { Condition } from './segment.ts'
import type { Outcome, SegmentEvidence } from './set.schema.ts'

/**
 * What a proposal found of each rule, up to the first one that is not as it was proposed: from there on the rules take other people than
 * those it was about. Throws 404 for a proposal of elsewhere.
 */
export async function evidenceOf(
  app: App,
  set: {
    workspaceId: string
    proposalId: string | null
    audience: Condition[]
    outcome: Outcome | null
    rules: { all: Condition[] }[]
  },
): Promise<SegmentEvidence[]> {
  const { workspaceId, proposalId, audience, outcome, rules } = set
  if (proposalId === null) return []
  const proposal = await findProposal(app, { workspaceId, proposalId })
  if (!isDeepStrictEqual([proposal.audience, proposal.outcome], [audience, outcome])) return []
  const found = proposal.result?.proposal.segments ?? []
  const changed = rules.findIndex(({ all }, index) => !isDeepStrictEqual(all, found[index]?.all))
  return found
    .slice(0, changed === -1 ? rules.length : changed)
    .map(({ outcome: heldOut, likeness, trust }) => ({ outcome: heldOut, likeness, trust }))
}
