/** What of a count of a set may be told; the rule is that of `consent/small-groups.ts`. Pure. */
import { z } from 'zod'
import { atLeast, isFew } from '../consent/index.ts'
import type { PartCount, SetCount } from './count-set.ts'
import { wilson } from './intervals.ts'
import { ShareBody } from './set.schema.ts'

/**
 * `people` is null for fewer than the minimum, perhaps nobody. Where `isExact` is false they are at least that many: the exact figure
 * less the others would tell of a part too small to be told of.
 */
export const ShownPart = z.object({
  people: z.int().nullable(),
  isExact: z.boolean(),
  outcome: ShareBody.nullable(),
})
export type ShownPart = z.output<typeof ShownPart>

export const notShown: ShownPart = { people: null, isExact: false, outcome: null }

export const ShownSet = z.object({
  asOf: z.string(),
  /** Newer figures are being worked out: ask again in a moment. */
  isRenewing: z.boolean(),
  minimum: z.int(),
  audience: ShownPart,
  parts: z.array(ShownPart),
  rest: ShownPart,
})
export type ShownSet = z.output<typeof ShownSet>

/**
 * Hides parts smaller than `minimum`. Where that hides somebody, the largest part is told as "at least", so that what is hidden
 * follows neither from this audience nor from a total told anywhere else. The same for the counts that outcomes rest on.
 */
export function showCount(count: SetCount, minimum: number): ShownSet {
  const all = [...count.parts, count.rest]
  const coarse = coarsened(
    all.map(({ people }) => people),
    minimum,
  )
  const coarseOutcome = coarsened(
    all.map(({ outcome }) => outcome?.of ?? 0),
    minimum,
  )
  const parts = all.map((part, index) =>
    showPart(part, { minimum, isExact: index !== coarse, isOutcomeExact: index !== coarseOutcome }),
  )
  const isAnyTold = parts.some(({ people }) => people !== null)
  const audience = showPart(count.audience, { minimum, isExact: isAnyTold, isOutcomeExact: isAnyTold })
  const rest = parts.pop() ?? notShown
  return { asOf: count.asOf.toISOString(), isRenewing: count.isRenewing, minimum, audience, parts, rest }
}

/**
 * A share of people, or null where it would rest on fewer than the minimum. Its n is rounded down where n and the size of the group,
 * told beside each other, would tell how few are not known.
 */
export function showShare(
  { yes, of }: { yes: number; of: number },
  { people, isExact, minimum }: { people: number; isExact: boolean; minimum: number },
): z.output<typeof ShareBody> | null {
  if (of < minimum) return null
  if (isExact && !isFew(people - of, minimum)) return wilson(yes, of)
  const n = atLeast(of, minimum)
  return wilson(Math.round((yes / of) * n), n)
}

/** The place of the largest count where one of them is too small to be told, else -1. */
function coarsened(counts: readonly number[], minimum: number): number {
  if (!counts.some((people) => isFew(people, minimum))) return -1
  const most = Math.max(...counts)
  return most < minimum ? -1 : counts.indexOf(most)
}

function showPart(
  { people, outcome }: PartCount,
  { minimum, isExact, isOutcomeExact }: { minimum: number; isExact: boolean; isOutcomeExact: boolean },
): ShownPart {
  if (people < minimum) return notShown
  return {
    people: isExact ? people : atLeast(people, minimum),
    isExact,
    outcome: outcome && showShare(outcome, { people, isExact: isExact && isOutcomeExact, minimum }),
  }
}
