/** An outcome while somebody chooses it. Pure. */
import { numberOf } from './condition-draft.ts'
import type { SetShown } from './segments-data.ts'

type Outcome = NonNullable<SetShown['outcome']>
export type OutcomeDraft = { column: string; value: string }

/** The outcome as fields. */
export function outcomeDraft(outcome: Outcome | null): OutcomeDraft {
  if (outcome === null) return { column: '', value: '' }
  return { column: outcome.column, value: String('is' in outcome ? outcome.is : outcome.atLeast) }
}

/** The outcome that the fields make: null for none, undefined while something is missing. */
export function outcomeOf(
  { column, value }: OutcomeDraft,
  type: string | undefined,
): Outcome | null | undefined {
  if (column === '') return null
  if (value === '') return undefined
  if (type === 'boolean') return { column, is: value === 'true' }
  if (type !== 'number') return { column, is: value }
  const atLeast = numberOf(value)
  return atLeast === null ? undefined : { column, atLeast }
}
