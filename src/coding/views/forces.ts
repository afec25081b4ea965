import { sql } from 'kysely'
import type { App } from '../../platform/index.ts'
import { CodeId } from '../../workspace/index.ts'
import { codeForces } from '../coding.schema.ts'
import type { PassageRow } from '../quotes.ts'
import { whoIsHeard } from './heard.ts'
import { bearingCodes, chosenPassages, type Scope } from './passages-sql.ts'
import { readPlaces } from './places.ts'
import { readWide } from './read-wide.ts'
import type { Forces } from './view.schema.ts'
import { asViewQuote } from './view-quotes.ts'

const quotesShown = 3

/**
 * What pushed people away, pulled them on, worried them and held them back, by codes that stand for one of these and those below
 * them: passages and people of each, places in pictures and sound beside them, and quotes of as many different people as there are.
 */
export async function readForces(app: App, scope: Scope): Promise<Forces> {
  const heard = await whoIsHeard(app, scope)
  const found = await forceRows(app, scope)
  const { places } = await readPlaces(app, scope)
  const placesOf = (codes: readonly (string | null)[]) =>
    places.filter(({ borne }) => borne.some((code) => codes.includes(code))).length
  const counted = found.flatMap((row) => (row.force === null ? [] : [row]))
  return {
    n: new Set(heard.map(({ personNo }) => personNo)).size,
    forces: codeForces.map((force) => {
      const own = counted.filter((row) => row.force === force)
      const all = own.find(({ code_id }) => code_id === null)
      return {
        force,
        passages: all?.passages ?? 0,
        people: all?.people ?? 0,
        places: placesOf(own.map(({ code_id }) => code_id)),
        codes: own.flatMap(({ code_id, name, passages, people }) =>
          code_id === null
            ? []
            : [
                {
                  ...{ codeId: CodeId.parse(code_id), name: name ?? '', passages, people },
                  places: placesOf([code_id]),
                },
              ],
        ),
        quotes: found.flatMap((row) =>
          row.highlight_id === null || row.said_of !== force ? [] : [asViewQuote(row, row.highlight_id)],
        ),
      }
    }),
  }
}

/** A count (of a code, or without one of the whole force), or a quote of a force. */
type ForceRow = PassageRow & {
  force: string | null
  code_id: string | null
  name: string | null
  passages: number
  people: number
  said_of: string | null
  highlight_id: string | null
  title: string
}

/** Counts and quotes in one question, so that permission is worked out once and both tell of the same moment. */
function forceRows(app: App, scope: Scope): Promise<ForceRow[]> {
  const { workspaceId, studyId } = scope
  return readWide(
    app,
    sql<ForceRow>`with recursive ${chosenPassages(scope)}, ${bearingCodes}, standing as (
      select c.id, code_label(c) as name, c.force from codes_of_study(${workspaceId}::uuid, ${studyId}::uuid) c where c.force is not null
    ), borne as materialized (
      select s.force, s.id as code_id, c.highlight_id, c.person_no
      from chosen c join bearing using (codes) cross join unnest(bearing.borne) b (code_id) join standing s on s.id = b.code_id
    ), counted as (
      select s.force, s.id::text as code_id, s.name, count(distinct b.highlight_id) as passages, count(distinct b.person_no) as people
      from standing s left join borne b on b.code_id = s.id group by grouping sets ((s.force, s.id, s.name), (s.force))
    ), told_of as (
      select d.force, c.* from (select distinct force, highlight_id from borne) d join chosen c using (highlight_id) where c.may_quote
    ), turned as (
      select *, row_number() over (partition by force, person_no order by happened_at desc, position, highlight_id) as turn from told_of
    ), ranked as (
      select *, row_number() over (partition by force order by turn, happened_at desc, position, highlight_id) as rank from turned
    ), shown as (
      select r.force as said_of, r.rank, r.highlight_id, r.codes::text[] as code_ids, r.interview_id, r.utterance_id, r.start_at, r.end_at,
        r.happened_at, r.language, u.text, i.title, quoted_name(people.no, i.study_id) as pseudonym
      from ranked r join utterances u on u.id = r.utterance_id join interviews i on i.id = r.interview_id
      join people on people.no = r.person_no
      where r.rank <= ${quotesShown}
    )
    select c.*, s.* from counted c full join shown s on false order by c.people desc, lower(c.name), s.rank`,
  )
}
