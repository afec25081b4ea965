/** How many of a segment may be used for what, and why the others may not. */
import { z } from 'zod'
import {
  atLeast,
  freshPermission,
  isFew,
  purposes,
  reasons,
  tellReasons,
  type Purpose,
  type Reason,
} from '../consent/index.ts'
import type { App } from '../platform/index.ts'
import { keptSet } from './kept-set.ts'
import { definitionOf, findSegment } from './saved-set.ts'
import { purposesSql } from './segment-sql.ts'
import type { ShownPart } from './shown-count.ts'

export type PurposeCount = {
  purpose: Purpose
  may: number
  /** Why the rest of all are left out; somebody who may not be analysed is counted under that, for every purpose. */
  leftOut: { because: 'analysis' | 'purpose'; reason: Reason; people: number }[]
}

const LeftOut = z.object({ because: z.enum(['analysis', 'purpose']), reason: z.enum(reasons) })

/** How many of a segment may be used for what. `people` is null where fewer than the minimum may be analysed. */
export const ToldPurpose = z.object({
  purpose: z.enum(purposes),
  may: z.int().nullable(),
  isExact: z.boolean(),
  /** Reasons that at least the minimum share; `fewer` names those that fewer do. */
  leftOut: z.array(LeftOut.extend({ people: z.int() })),
  fewer: z.array(LeftOut),
  others: z.enum(['nobody', 'few', 'not told']),
})
export type ToldPurpose = z.output<typeof ToldPurpose>

export const ToldPurposes = z.object({
  all: z.object({ people: z.int().nullable(), isExact: z.boolean() }),
  purposes: z.array(ToldPurpose),
})
export type ToldPurposes = z.output<typeof ToldPurposes>

/**
 * What of these counts may be told beside the size of the segment as it is told (`part`). How many may be contacted for what is
 * exact however few; how many are described or analysed, and why the others are left out, describes them.
 */
export function tellPurposes(
  counted: { all: number; purposes: readonly PurposeCount[] },
  { part, minimum }: { part: ShownPart; minimum: number },
): ToldPurposes {
  const analysed = counted.purposes.find(({ purpose }) => purpose === 'analysis')?.may ?? 0
  const size = part.isExact ? 'told' : 'not told'
  const tell = (people: number) => {
    if (people < minimum) return { people: null, isExact: false }
    const isExact = part.isExact && !isFew(Math.abs(people - analysed), minimum)
    if (isExact) return { people, isExact }
    // As many as are told to be analysed there are at least; that adds nothing to what is told.
    const known = people > analysed && part.isExact ? part.people : null
    return { people: known ?? atLeast(people, minimum), isExact }
  }
  return {
    all: tell(counted.all),
    purposes: counted.purposes.map(({ purpose, may, leftOut }) => {
      if (purpose === 'conversation_analysis') {
        const { people, isExact } = tell(may)
        // Less those left out, the size of the segment would tell how many the rest are.
        const told = tellReasons(leftOut, { minimum, size: isExact ? 'told' : 'not told' })
        return { purpose, may: people, isExact, ...told }
      }
      const told = tellReasons(leftOut, { minimum, size })
      if (purpose === 'analysis') return { purpose, may: part.people, isExact: part.isExact, ...told }
      return { purpose, may, isExact: true, ...told }
    }),
  }
}

const Row = z.object({ purpose: z.number(), analysis: z.number(), reason: z.number(), people: z.number() })

/** Exact, for `tellPurposes` to say what of it may be told. `all` is everybody whom the rule describes. Throws 404. */
export async function segmentPurposes(
  app: App,
  { workspaceId, segmentId }: { workspaceId: string; segmentId: string },
): Promise<{ asOf: Date; isRenewing: boolean; all: number; purposes: PurposeCount[] }> {
  const { set, part } = await findSegment(app.pg, { workspaceId, segmentId })
  await freshPermission(app, workspaceId)
  const keeping = { workspaceId, set: definitionOf(set), outcome: set.outcome }
  const { parts, asOf, isRenewing } = await keptSet(app, keeping)
  const members = parts[part]
  if (members === undefined) throw new RangeError(`no rule ${part}`)
  const rows = await app.ch.query(purposesSql({ workspaceId, members }), Row)
  const counted = purposes.map((purpose, number) => countPurpose(purpose, rows, number))
  const all = rows.filter((row) => row.purpose === 0).reduce((sum, row) => sum + row.people, 0)
  return { asOf, isRenewing, all, purposes: counted }
}

function countPurpose(purpose: Purpose, rows: readonly z.output<typeof Row>[], number: number): PurposeCount {
  const counts = new Map<string, PurposeCount['leftOut'][number]>()
  let may = 0
  for (const row of rows) {
    if (row.purpose !== number) continue
    if (row.analysis === 0 && row.reason === 0) {
      may += row.people
      continue
    }
    const because = row.analysis !== 0 && number !== 0 ? 'analysis' : 'purpose'
    const reason = reasons[because === 'analysis' ? row.analysis : row.reason] ?? 'no basis declared'
    const key = `${because} ${reason}`
    const known = counts.get(key)
    counts.set(key, { because, reason, people: (known?.people ?? 0) + row.people })
  }
  return { purpose, may, leftOut: [...counts.values()].toSorted((a, b) => b.people - a.people) }
}
