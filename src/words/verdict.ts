import { SPEAKERS_BEHIND_A_CONFIRMED_TERM, SPEAKERS_TO_CONFIRM, type Term } from './keyness.ts'
import type { VerdictReason } from './words.schema.ts'

/** Why a term is only indicative, the weightiest reason first; `confirmed` where it is not. */
export function reasonFor(
  { verdict, speakers, lrc }: Pick<Term, 'verdict' | 'speakers' | 'lrc' | 'dp'>,
  inFocus: number,
): VerdictReason {
  if (verdict === 'confirmed') return 'confirmed'
  if (inFocus < SPEAKERS_TO_CONFIRM) return 'few speakers'
  if (speakers < SPEAKERS_BEHIND_A_CONFIRMED_TERM) return 'few users'
  return lrc <= 0 ? 'chance' : 'uneven'
}
