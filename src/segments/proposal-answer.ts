/** A kept proposal as routes answer it: with what may be shown. */
import type { SetCount } from './count-set.ts'
import type { ProposalAnswer, ProposalResult } from './proposal.schema.ts'
import type { findProposal, KeptResult } from './proposals.ts'
import { notShown, showCount, showShare } from './shown-count.ts'

type Kept = Awaited<ReturnType<typeof findProposal>>

/** What is shown of a proposal; figures about fewer than `minimum` people are null. */
export function answerProposal(kept: Kept, minimum: number): ProposalAnswer {
  const { proposalId, audience, outcome, leaveOut, trusted, state, done, of, problem, createdBy } = kept
  return {
    ...{ proposalId, audience, outcome, leaveOut, trusted, state, done, of, problem, createdBy },
    createdAt: kept.createdAt.toISOString(),
    finishedAt: kept.finishedAt?.toISOString() ?? null,
    result: kept.result === null ? null : showResult(kept.result, minimum),
  }
}

function showResult({ proposal, count }: KeptResult, minimum: number): ProposalResult {
  const { factors, gain, told, overall, stability, leftOut, warnings } = proposal
  const asOf = new Date(count.asOf)
  const shown = showCount({ ...count, asOf, isRenewing: false } satisfies SetCount, minimum)
  return {
    ...{ factors, gain, told, stability, leftOut },
    overall: overall && showShare(overall, { ...shown.audience, people: count.audience.people, minimum }),
    // Of how few the outcome is not known would be a figure about them.
    warnings: warnings.filter(
      ({ kind, ...of }) => kind !== 'outcome not known' || !('people' in of) || of.people >= minimum,
    ),
    asOf: shown.asOf,
    minimum,
    audience: shown.audience,
    rest: shown.rest,
    segments: proposal.segments.map(({ all, outcome, likeness, trust }, index) => {
      const part = shown.parts[index] ?? notShown
      return { ...part, all, likeness, trust, heldOut: part.people === null ? null : outcome }
    }),
  }
}
