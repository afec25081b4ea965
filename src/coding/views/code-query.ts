import { z } from 'zod'

// Safe in the browser.

/**
 * Which passages are meant. `code`: those of a code. `near`: those of one that have one of the other at most `within` turns away in the same
 * conversation. What "together" means for `all` and `not` (overlapping, or in the same turn) is said beside the query.
 */
export type CodeQuery =
  | { code: string }
  | { all: CodeQuery[] }
  | { any: CodeQuery[] }
  | { not: CodeQuery }
  | { near: [CodeQuery, CodeQuery]; within: number }

const Part: z.ZodType<CodeQuery> = z.lazy(() =>
  z.union([
    z.strictObject({ code: z.uuid() }),
    z.strictObject({ all: z.array(Part).min(1).max(20) }),
    z.strictObject({ any: z.array(Part).min(1).max(20) }),
    z.strictObject({ not: Part }),
    z.strictObject({ near: z.tuple([Part, Part]), within: z.int().min(0).max(200) }),
  ]),
)

const mostParts = 40

/** A query as it is asked; at most forty parts. */
export const CodeQuery = Part.refine((query) => countParts(query) <= mostParts, {
  message: `a query has at most ${mostParts} parts`,
})

/** The parts directly below one. */
export function partsOf(query: CodeQuery): readonly CodeQuery[] {
  if ('all' in query) return query.all
  if ('any' in query) return query.any
  if ('not' in query) return [query.not]
  if ('near' in query) return query.near
  return []
}

/** How many parts a query has, itself included. */
export function countParts(query: CodeQuery): number {
  return 1 + partsOf(query).reduce((sum, part) => sum + countParts(part), 0)
}

/** The codes somebody looks for: those that stand under no `not`, or under two. Passages found bear at least one of them. */
export function codesWanted(query: CodeQuery): string[] {
  return [...new Set(collect(query, 'wanted'))]
}

function collect(query: CodeQuery, as: 'wanted' | 'unwanted'): string[] {
  if ('code' in query) return as === 'wanted' ? [query.code] : []
  if ('not' in query) return collect(query.not, as === 'wanted' ? 'unwanted' : 'wanted')
  return partsOf(query).flatMap((part) => collect(part, as))
}
