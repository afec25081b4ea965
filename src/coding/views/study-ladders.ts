import { sql } from 'kysely'
import type { App } from '../../platform/index.ts'
import { CodeId } from '../../workspace/index.ts'
import { CodeLevel } from '../coding.schema.ts'
import { whoIsHeard } from './heard.ts'
import { codesAbove } from './kin.ts'
import { cutoffsOf, implications, laddersOf, usualCutoff, type Implication, type Rung } from './ladders.ts'
import { chosenPassages, type Scope } from './passages-sql.ts'
import { countPlaceSteps, levelledPlaces } from './place-counts.ts'
import { placesAnswering } from './place-query.ts'
import { readPlaces, type CodedPlace } from './places.ts'
import { readWide } from './read-wide.ts'
import { mapEdges, placeCodes } from './value-map.ts'
import type { Ladders } from './view.schema.ts'

type Asked = { scope: Scope; reach: number; cutoff?: number | undefined }

/** The ladders of a study: implication matrix with the places beside it, what each cut-off keeps, and the map of values at one of them. */
export async function readLadders(app: App, { scope, reach, cutoff }: Asked): Promise<Ladders> {
  const heard = await whoIsHeard(app, scope)
  const codes = await levelledCodes(app, scope)
  const rungs = await readRungs(app, scope)
  const levels = levelsOf(codes)
  const isAbove = await codesAbove(app, scope)
  const placed = countPlaceSteps((await readPlaces(app, scope)).places, { levels, isAbove })
  const ladders = laddersOf(rungs, { reach })
  const cells = implications(ladders)
  const links = withPlaces(cells, placed.steps)
  const cutoffs = cutoffsOf(cells)
  const chosen = cutoff ?? usualCutoff(cutoffs)
  const edges = mapEdges(cells, chosen)
  const speaking = Map.groupBy(rungs, ({ codeId }) => codeId)
  const peopleOf = (codeId: string) =>
    new Set((speaking.get(codeId) ?? []).map(({ personNo }) => personNo)).size
  const drawn = codes.filter(({ codeId }) => edges.some(({ from, to }) => from === codeId || to === codeId))
  const { placed: standing, layers } = placeCodes(drawn, edges)
  const places = new Map(standing.map(({ codeId, ...place }) => [codeId, place]))
  return {
    codes: codes.map((code) => ({
      ...code,
      people: peopleOf(code.codeId),
      places: placed.codes.get(code.codeId) ?? 0,
    })),
    ladders: ladders.length,
    people: new Set(ladders.flatMap((ladder) => ladder.map(({ personNo }) => personNo))).size,
    n: new Set(heard.map(({ personNo }) => personNo)).size,
    reach,
    links,
    cutoffs,
    cutoff: chosen,
    map: {
      nodes: drawn.map((code) => ({
        ...code,
        people: peopleOf(code.codeId),
        ...(places.get(code.codeId) ?? { layer: 0, place: 0 }),
      })),
      edges: links.filter((link) => edges.some((edge) => isSame(edge, link))),
      layers,
    },
  }
}

/** The passages that make up a step from one code to another. */
export async function passagesOfLink(
  app: App,
  given: { scope: Scope; reach: number; from: string; to: string },
): Promise<string[]> {
  const rungs = await readRungs(app, given.scope)
  const cells = implications(laddersOf(rungs, given))
  const cell = cells.find(({ from, to }) => from === given.from && to === given.to)
  return [...(cell?.highlightIds ?? [])]
}

/** The places among which a step from one code to another is told, of either alone those of that code; as its figure counts them. */
export async function placesOfLink(
  app: App,
  given: { scope: Scope; from?: string | undefined; to?: string | undefined },
): Promise<CodedPlace[]> {
  const { scope, from, to } = given
  const { places } = await readPlaces(app, scope)
  if (places.length === 0) return places
  const levels = levelsOf(await levelledCodes(app, scope))
  const levelled = levelledPlaces(places, { levels, isAbove: await codesAbove(app, scope) })
  const all = [from, to].flatMap((code) => (code === undefined ? [] : [{ code }]))
  const telling = new Set(placesAnswering(levelled, { all }).map(({ placeId }) => placeId))
  return places.filter(({ placeId }) => telling.has(placeId))
}

type Step = { from: string; to: string }
const isSame = (one: Step, other: Step) => one.from === other.from && one.to === other.to

/** Steps of ladders with the places that tell the same, then those that places alone tell. */
function withPlaces(
  cells: readonly Implication[],
  steps: readonly (Step & { places: number })[],
): Ladders['links'] {
  const inWords = cells.map(({ from, to, direct, indirect, people }) => {
    const places = steps.find((step) => isSame(step, { from, to }))?.places ?? 0
    return { from, to, direct, indirect, people: people.size, places }
  })
  const alone = steps
    .filter((step) => !cells.some((cell) => isSame(cell, step)))
    .map((step) => ({ ...step, direct: 0, indirect: 0, people: 0 }))
  return [...inWords, ...alone].map(({ from, to, ...counts }) => ({
    ...counts,
    from: CodeId.parse(from),
    to: CodeId.parse(to),
  }))
}

async function levelledCodes(app: App, { workspaceId, studyId }: Scope) {
  const { rows } = await sql<{ id: string; name: string; level: string }>`
    select c.id, code_label(c) as name, c.level from codes_of_study(${workspaceId}::uuid, ${studyId}::uuid) c where c.level is not null
    order by array_position(array['attribute', 'consequence', 'value'], c.level), lower(c.name), c.id`.execute(
    app.pg,
  )
  return rows.map(({ id, name, level }) => ({
    codeId: CodeId.parse(id),
    name,
    level: CodeLevel.parse(level),
  }))
}

const levelsOf = (codes: readonly { codeId: string; level: CodeLevel }[]) =>
  new Map<string, CodeLevel>(codes.map(({ codeId, level }) => [codeId, level]))

async function readRungs(app: App, scope: Scope): Promise<Rung[]> {
  const rows = await readWide(
    app,
    sql<{
      highlight_id: string
      interview_id: string
      person_no: number
      code_id: string
      level: string
      position: number
    }>`with recursive ${chosenPassages(scope)}
    select p.highlight_id, p.interview_id, p.person_no, code.id as code_id, code.level, p.position
    from chosen p cross join unnest(p.codes) own (code_id) join codes self on self.id = own.code_id
    join below b on b.below_id = own.code_id join codes code on code.id = b.code_id and code.level is not null
    -- A code without a level is a step of the one above it that has one.
    where code.id = self.id or self.level is null
    order by p.position, p.start_at, code.id`,
  )
  return rows.map((row) => ({
    highlightId: row.highlight_id,
    interviewId: row.interview_id,
    personNo: row.person_no,
    codeId: row.code_id,
    level: CodeLevel.parse(row.level),
    position: row.position,
  }))
}
