import { sql } from 'kysely'
import type { App } from '../../platform/index.ts'
import { ColumnMapping, isMissingWord, readConsentAnswer, type Mapping } from '../files/index.ts'
import type { Row } from '../tables/index.ts'

type Consent = Extract<ColumnMapping, { use: 'consent' }>

/**
 * Proposes consent for columns that an earlier file of the workspace had under the same heading and was said to hold consent: for the
 * same purpose where their words are understood, else to be asked about.
 */
export async function proposeEarlierConsent(
  app: App,
  given: { workspaceId: string; mapping: Mapping; columns: readonly string[]; rows: readonly Row[] },
): Promise<Mapping> {
  const { workspaceId, mapping, columns, rows } = given
  const open = Object.entries(mapping.columns).flatMap(([name, column]) =>
    column.use === 'trait' || (column.use === 'consent' && column.purpose === 'unclear') ? [name] : [],
  )
  if (open.length === 0) return mapping
  const earlier = await earlierConsents(app, { workspaceId, names: open })
  const proposed = [...earlier].map(([name, before]): [string, ColumnMapping] => {
    const place = columns.indexOf(name)
    return [name, readLike(before, new Set(rows.map(({ cells }) => (cells[place] ?? '').trim())))]
  })
  return { ...mapping, columns: { ...mapping.columns, ...Object.fromEntries(proposed) } }
}

/** How each of these headings was read in the last file that had it. */
async function earlierConsents(
  app: App,
  { workspaceId, names }: { workspaceId: string; names: readonly string[] },
): Promise<ReadonlyMap<string, Consent>> {
  const { rows } = await sql<{ name: string; said: unknown }>`
    select distinct on (name) name, mapping -> 'columns' -> name as said
    from imports cross join unnest(${names}::text[]) as asked (name)
    where workspace_id = ${workspaceId} and kind = 'people' and source_id is not null and mapping -> 'columns' ? name
    order by name, id desc`.execute(app.pg)
  return new Map(
    rows.flatMap(({ name, said }) => {
      const column = ColumnMapping.parse(said)
      return column.use === 'consent' && column.purpose !== 'unclear' ? [[name, column] as const] : []
    }),
  )
}

function readLike(before: Consent, answers: ReadonlySet<string>): Consent {
  const known = [...before.gives, ...before.withdraws, ...(before.nothing ?? [])]
  const words = [...answers].filter((word) => !known.includes(word) && !isMissingWord(word))
  const yes = words.filter((word) => readConsentAnswer(word) === true)
  const no = words.filter((word) => readConsentAnswer(word) === false)
  const isUnderstood = yes.length + no.length === words.length
  const purpose = isUnderstood ? before.purpose : 'unclear'
  const isRefusal = before.gives.length === 0
  if (isRefusal)
    return {
      ...before,
      purpose,
      withdraws: [...before.withdraws, ...yes],
      nothing: [...(before.nothing ?? []), ...no],
    }
  return { ...before, purpose, gives: [...before.gives, ...yes], withdraws: [...before.withdraws, ...no] }
}
