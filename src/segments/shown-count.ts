/** What of a count may be shown: figures about fewer people than the workspace's minimum are not. Pure. */
import { z } from 'zod'
import type { PartCount, SetCount } from './count-set.ts'
import { wilson } from './intervals.ts'
import { ShareBody } from './set.schema.ts'

/** Null: fewer than the minimum, and perhaps nobody. */
export const ShownPart = z.object({ people: z.int().nullable(), outcome: ShareBody.nullable() })
export type ShownPart = z.output<typeof ShownPart>

export const ShownSet = z.object({
  asOf: z.string(),
  minimum: z.int(),
  /** `isExact` is false where the exact figure less the others would give away a part not shown. */
  audience: ShownPart.extend({ isExact: z.boolean() }),
  parts: z.array(ShownPart),
  rest: ShownPart,
})
export type ShownSet = z.output<typeof ShownSet>

/**
 * Hides parts smaller than `minimum`. Where exactly one part is hidden, the audience is rounded to a multiple of `minimum`, so
 * that the hidden one cannot be worked out from the others.
 */
export function showCount(count: SetCount, minimum: number): ShownSet {
  const parts = count.parts.map((part) => showPart(part, minimum))
  const rest = showPart(count.rest, minimum)
  const hidden = [...parts, rest].filter((part) => part.people === null).length
  const isExact = hidden !== 1
  return {
    asOf: count.asOf.toISOString(),
    minimum,
    audience: { ...showPart(isExact ? count.audience : blurred(count.audience, minimum), minimum), isExact },
    parts,
    rest,
  }
}

function showPart({ people, outcome }: PartCount, minimum: number): ShownPart {
  if (people < minimum) return { people: null, outcome: null }
  return {
    people,
    outcome: outcome === null || outcome.of < minimum ? null : wilson(outcome.yes, outcome.of),
  }
}

function blurred({ people, outcome }: PartCount, minimum: number): PartCount {
  const round = (n: number): number => Math.round(n / minimum) * minimum
  if (outcome === null) return { people: round(people), outcome: null }
  const of = round(outcome.of)
  const share = outcome.of === 0 ? 0 : outcome.yes / outcome.of
  return { people: round(people), outcome: { yes: Math.round(share * of), of } }
}
