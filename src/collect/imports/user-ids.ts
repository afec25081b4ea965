import type { App } from '../../platform/index.ts'
import { readIdentifier, type Mapping } from '../files/index.ts'
import type { Row } from '../tables/index.ts'

/** A file whose customer numbers came with events as user ids, often enough to be no chance. */
const leastMatches = 3
/** Short numbers are counted up everywhere: that both have a number 17 says nothing. */
const counted = /^\d{1,5}$/

/** Proposes that a column of customer numbers holds what websites and apps send as `userId`, where events with such ids have come in. */
export async function proposeUserIds(
  app: App,
  given: { workspaceId: string; mapping: Mapping; columns: readonly string[]; rows: readonly Row[] },
): Promise<Mapping> {
  const { workspaceId, mapping, columns, rows } = given
  const [found] = Object.entries(mapping.columns).filter(
    ([, column]) => column.use === 'identifier' && column.kind === 'customer_id',
  )
  const isTold = Object.values(mapping.columns).some(
    (column) => column.use === 'identifier' && column.kind === 'user_id',
  )
  if (!found || isTold) return mapping
  const [name] = found
  const place = columns.indexOf(name)
  const values = rows.flatMap((row) => {
    const read = readIdentifier('customer_id', row.cells[place] ?? '')
    return read === null || read === 'missing' || counted.test(read.value) ? [] : [read.value]
  })
  const seen = await app.pg
    .selectFrom('identifiers')
    .select('value')
    .where('workspace_id', '=', workspaceId)
    .where('kind', '=', 'user_id')
    .where('value', 'in', [...new Set(['', ...values])])
    .limit(leastMatches)
    .execute()
  if (seen.length < leastMatches) return mapping
  const column = { use: 'identifier', kind: 'customer_id', isUserId: true } as const
  return { ...mapping, columns: { ...mapping.columns, [name]: column } }
}
