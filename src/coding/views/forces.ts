import { sql } from 'kysely'
import type { App } from '../../platform/index.ts'
import { CodeId } from '../../workspace/index.ts'
import { codeForces } from '../coding.schema.ts'
import type { PassageRow } from '../quotes.ts'
import { whoIsHeard } from './heard.ts'
import { chosenPassages, type Scope } from './passages-sql.ts'
import { readWide } from './read-wide.ts'
import type { Forces } from './view.schema.ts'
import { asViewQuote } from './view-quotes.ts'

const quotesShown = 3

/**
 * What pushed people away, pulled them on, worried them and held them back, by codes that stand for one of these and those below
 * them: passages and people of each, and quotes of as many different people as there are.
 */
export async function readForces(app: App, scope: Scope): Promise<Forces> {
  const heard = await whoIsHeard(app, scope)
  const counted = await countForces(app, scope)
  const quotes = await quotesOfForces(app, scope)
  return {
    n: new Set(heard.map(({ personNo }) => personNo)).size,
    forces: codeForces.map((force) => {
      const own = counted.filter((row) => row.force === force)
      const all = own.find(({ code_id }) => code_id === null)
      return {
        force,
        passages: all?.passages ?? 0,
        people: all?.people ?? 0,
        codes: own.flatMap(({ code_id, name, passages, people }) =>
          code_id === null ? [] : [{ codeId: CodeId.parse(code_id), name: name ?? '', passages, people }],
        ),
        quotes: quotes.filter((row) => row.force === force).map((row) => asViewQuote(row, row.highlight_id)),
      }
    }),
  }
}

type Counted = {
  force: string
  code_id: string | null
  name: string | null
  passages: number
  people: number
}

async function countForces(app: App, scope: Scope): Promise<Counted[]> {
  const { workspaceId, studyId } = scope
  const rows = await readWide(
    app,
    sql<Counted>`with recursive ${chosenPassages(scope)}, standing as (
      select id, name, force from codes_of_study(${workspaceId}::uuid, ${studyId}::uuid) where force is not null
    ), borne as (
      select b.code_id, c.highlight_id, c.person_no
      from chosen c cross join unnest(c.codes) own (code_id) join below b on b.below_id = own.code_id
    )
    select s.force, s.id::text as code_id, s.name, count(distinct b.highlight_id) as passages, count(distinct b.person_no) as people
    from standing s left join borne b on b.code_id = s.id
    group by grouping sets ((s.force, s.id, s.name), (s.force)) order by people desc, lower(s.name)`,
  )
  return rows
}

type ForceRow = PassageRow & { force: string; highlight_id: string; title: string }

async function quotesOfForces(app: App, scope: Scope): Promise<ForceRow[]> {
  const rows = await readWide(
    app,
    sql<ForceRow>`with recursive ${chosenPassages(scope, 'place')}, told_of as (
      select distinct s.force, c.* from chosen c cross join unnest(c.codes) own (code_id)
      join below b on b.below_id = own.code_id join codes s on s.id = b.code_id and s.force is not null where c.may_quote
    ), turned as (
      select *, row_number() over (partition by force, person_no order by happened_at desc, position, highlight_id) as turn from told_of
    ), ranked as (
      select *, row_number() over (partition by force order by turn, happened_at desc, position, highlight_id) as rank from turned
    )
    select r.force, r.highlight_id, r.codes::text[] as code_ids, r.interview_id, r.utterance_id, r.start_at, r.end_at, r.happened_at,
      r.language, u.text, i.title, quoted_name(people.no, i.study_id) as pseudonym
    from ranked r join utterances u on u.id = r.utterance_id join interviews i on i.id = r.interview_id
    join people on people.no = r.person_no
    where r.rank <= ${quotesShown} order by r.force, r.rank`,
  )
  return rows
}
