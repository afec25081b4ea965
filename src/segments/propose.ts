/** Three factors, four or five segments, and how far to trust them. */
import { proposeByLikeness } from './propose-by-likeness.ts'
import { proposeByOutcome } from './propose-by-outcome.ts'
import type { Proposing } from './propose-by-outcome.ts'
import type { Outcome, Proposal } from './proposal.ts'

/**
 * Proposes segments of the people of a table: by an outcome where there is one, else by likeness. Long work: it lets the
 * event loop breathe between runs, reports progress and stops when `signal` aborts. The same seed proposes the same.
 */
export function proposeSegments(options: Proposing & { outcome?: Outcome }): Promise<Proposal> {
  const { outcome, ...others } = options
  return outcome === undefined ? proposeByLikeness(others) : proposeByOutcome({ ...others, outcome })
}
