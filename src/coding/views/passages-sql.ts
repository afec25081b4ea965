import { sql, type RawBuilder } from 'kysely'
import { codesWanted, type CodeQuery } from './code-query.ts'
import { codesBelow, compileQuery } from './query-sql.ts'
import type { Together } from './view.schema.ts'

/** A study's passages as they are asked for, with everything found that SQL needs. */
export type Scope = {
  workspaceId: string
  studyId: string
  query: CodeQuery | undefined
  together: Together
  /** Numbers of the people meant; null: everybody. */
  people: readonly number[] | null
  language: string | undefined
  from: string | undefined
  to: string | undefined
  interviewId: string | undefined
}

/**
 * Tables of a `with recursive` that every view of a study reads. `below`: each code with itself and those below it. `told`: the passages asked for, with
 * whether they may be analysed and quoted. `passages`: those that may be analysed. `chosen`: those of them that answer the query. Permission is
 * that of `marked_passages`.
 */
export function chosenPassages(scope: Scope): RawBuilder<unknown> {
  const { workspaceId, studyId, query, together } = scope
  const compiled = query === undefined ? undefined : compileQuery(query, together)
  const wanted = query === undefined ? [] : codesWanted(query)
  const bears = wanted.length === 0 ? sql`true` : sql`codes && ${codesBelow(wanted)}`
  const answers =
    compiled === undefined ? sql`true` : sql`highlight_id in (select highlight_id from ${compiled.top})`
  return sql`
    ${belowCodes(workspaceId)}, told as materialized (
      select f.highlight_id, f.utterance_id, f.interview_id, f.person_no, f.may_analyse, f.may_quote, f.codes, f.place as position,
        f.start_at, f.end_at, i.language, i.happened_at
      from marked_passages(${workspaceId}::uuid, ${studyId}::uuid) f
      join interviews i on i.id = f.interview_id
      where ${within(scope)} and (${scope.people}::bigint[] is null or f.person_no = any(${scope.people}::bigint[]))
    ), passages as materialized (select * from told where may_analyse)
    ${compiled === undefined ? sql`` : sql`, ${sql.join(compiled.tables, sql`, `)}`},
    chosen as materialized (select * from passages where ${answers} and ${bears})`
}

/**
 * The table `bearing` of such a `with`: for each set of codes that passages of `chosen` bear, these with those above them, each once. Worked out once a set and not once a
 * passage.
 */
export const bearingCodes: RawBuilder<unknown> = sql`bearing as materialized (
      select d.codes, array_agg(distinct b.code_id) as borne
      from (select distinct codes from chosen) d cross join unnest(d.codes) own (code_id) join below b on b.below_id = own.code_id
      group by d.codes
    )`

/** The table `below` of a `with recursive`: each code with itself and those below it. */
export function belowCodes(workspaceId: string): RawBuilder<unknown> {
  return sql`below (code_id, below_id) as (
      select id, id from codes where workspace_id = ${workspaceId} and removed_at is null
      union select b.code_id, c.id from below b join codes c on c.parent_id = b.below_id and c.removed_at is null
    )`
}

/** The conversations asked for, as a condition on `i`. */
export function within({ language, from, to, interviewId }: Scope): RawBuilder<unknown> {
  return sql`(${language ?? null}::text is null or i.language = ${language ?? null}::text)
    and (${from ?? null}::text is null or i.happened_at >= ${from ?? null}::timestamp at time zone 'UTC')
    and (${to ?? null}::text is null or i.happened_at < (${to ?? null}::date + 1)::timestamp at time zone 'UTC')
    and (${interviewId ?? null}::uuid is null or i.id = ${interviewId ?? null}::uuid)`
}
