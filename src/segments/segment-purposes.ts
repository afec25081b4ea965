/** How many of a segment may be used for what, and why the others may not. */
import { z } from 'zod'
import { freshPermission, purposes, reasons, type Purpose, type Reason } from '../consent/index.ts'
import type { App } from '../platform/index.ts'
import { definitionOf, findSegment } from './saved-set.ts'
import { purposesSql } from './segment-sql.ts'

export type PurposeCount = {
  purpose: Purpose
  may: number
  /** Why the rest of all are left out; somebody who may not be analysed is counted under that, for every purpose. */
  leftOut: { because: 'analysis' | 'purpose'; reason: Reason; people: number }[]
}

const Row = z.object({ purpose: z.number(), analysis: z.number(), reason: z.number(), people: z.number() })

/** Counts for operation, so exact however few. `all` is everybody whom the rule describes. Throws 404. */
export async function segmentPurposes(
  app: App,
  { workspaceId, segmentId }: { workspaceId: string; segmentId: string },
): Promise<{ asOf: Date; all: number; purposes: PurposeCount[] }> {
  const { set, part } = await findSegment(app.pg, { workspaceId, segmentId })
  await freshPermission(app, workspaceId)
  const now = app.clock.now()
  const query = purposesSql({ workspace: workspaceId, set: definitionOf(set), now, part })
  const rows = await app.ch.query(query, Row)
  const counted = purposes.map((purpose, number) => countPurpose(purpose, rows, number))
  const all = rows.filter((row) => row.purpose === 0).reduce((sum, row) => sum + row.people, 0)
  return { asOf: now, all, purposes: counted }
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
