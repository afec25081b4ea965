import { sql, type RawBuilder } from 'kysely'
import { partsOf, type CodeQuery } from './code-query.ts'
import type { Together } from './view.schema.ts'

export type Compiled = { tables: RawBuilder<unknown>[]; top: RawBuilder<unknown> }

/**
 * A query as tables of a `with`, one for each of its parts, each a list of passages (`highlight_id`). Reads `passages` (one row a passage, with
 * its codes, its place and its turn) and `below` (a code and every code below it). Pure.
 */
export function compileQuery(query: CodeQuery, together: Together): Compiled {
  const tables: RawBuilder<unknown>[] = []
  const add = (part: CodeQuery): RawBuilder<unknown> => {
    const below = partsOf(part).map(add)
    const name = sql.raw(`part_${tables.length}`)
    tables.push(sql`${name} as materialized (${selectOf({ part, below, together })})`)
    return name
  }
  return { top: add(query), tables }
}

/** The codes of a list and those below them, as a list. */
export function codesBelow(codes: readonly string[]): RawBuilder<unknown> {
  return sql`array(select below_id from below where code_id = any(${[...codes]}::uuid[]))`
}

function selectOf(given: {
  part: CodeQuery
  below: readonly RawBuilder<unknown>[]
  together: Together
}): RawBuilder<unknown> {
  const { part, below, together } = given
  if ('code' in part) return passagesOf(part.code, together)
  const lists = below.map((name) => sql`select highlight_id from ${name}`)
  if ('all' in part) return sql.join(lists, sql` intersect `)
  if ('any' in part) return sql.join(lists, sql` union `)
  if ('not' in part) return sql`select highlight_id from passages except ${sql.join(lists)}`
  const [one, other] = below
  return sql`${nearOf({ of: one, to: other, within: part.within })} union ${nearOf({ of: other, to: one, within: part.within })}`
}

/** Those that bear the code, and those that overlap one that does, or stand in its turn. */
function passagesOf(code: string, together: Together): RawBuilder<unknown> {
  const bearing = sql`select * from passages where codes && ${codesBelow([code])}`
  if (together === 'turn')
    return sql`select highlight_id from passages where utterance_id in (select utterance_id from (${bearing}) b)`
  return sql`
    select p.highlight_id from passages p join (${bearing}) b
      on b.utterance_id = p.utterance_id and p.start_at < b.end_at and b.start_at < p.end_at`
}

function nearOf(given: {
  of: RawBuilder<unknown> | undefined
  to: RawBuilder<unknown> | undefined
  within: number
}): RawBuilder<unknown> {
  const { of, to, within } = given
  return sql`
    select p.highlight_id from passages p
    where p.highlight_id in (select highlight_id from ${of}) and exists (
      select from passages o where o.interview_id = p.interview_id and abs(o.position - p.position) <= ${within}
        and o.highlight_id in (select highlight_id from ${to}))`
}
