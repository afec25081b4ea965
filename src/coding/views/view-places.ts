import { sql } from 'kysely'
import type { App } from '../../platform/index.ts'
import { DocumentId, InterviewId, RecordingId, RegionId, StretchId } from '../../workspace/index.ts'
import type { CodedRegion } from '../regions/region.schema.ts'
import type { CodedStretch } from '../stretches/stretch.schema.ts'
import { whoIsHeard } from './heard.ts'
import { rowsOf } from './matrix-rows.ts'
import type { Scope } from './passages-sql.ts'
import { rowsOfPlaces } from './place-counts.ts'
import { readPlaces, type CodedPlace } from './places.ts'
import { placesOfLink } from './study-ladders.ts'
import { togetherScope, type Cell } from './view-quotes.ts'
import type { ViewQuotes } from './view.schema.ts'

const mostShown = 100

type Behind = Pick<ViewQuotes, 'regions' | 'stretches' | 'placesWithheld'>

/**
 * The coded places and stretches behind a figure that may be shown now, the newest hundred, and how many count but may not be shown. Behind a step of a ladder are those that hold both
 * its codes. Throws 404.
 */
export async function readViewPlaces(app: App, asked: { scope: Scope; cell: Cell }): Promise<Behind> {
  const { cell } = asked
  const { linkFrom, linkTo } = cell
  const isLink = linkFrom !== undefined || linkTo !== undefined
  const scope = !isLink && cell.rows === 'code' ? togetherScope(asked.scope, cell) : asked.scope
  const found = isLink
    ? await placesOfLink(app, { scope, from: linkFrom, to: linkTo })
    : (await readPlaces(app, scope)).places
  const places = await ofCell(app, { scope, cell, found })
  const shown = places.filter(({ mayQuote }) => mayQuote).slice(0, mostShown)
  const idsOf = (kind: CodedPlace['kind']) =>
    shown.flatMap((place) => (place.kind === kind ? [place.placeId] : []))
  return {
    regions: await regionsShown(app, { ...scope, ids: idsOf('region') }),
    stretches: await stretchesShown(app, { ...scope, ids: idsOf('stretch') }),
    placesWithheld: places.filter(({ mayQuote }) => !mayQuote).length,
  }
}

async function ofCell(
  app: App,
  { scope, cell, found }: { scope: Scope; cell: Cell; found: CodedPlace[] },
): Promise<CodedPlace[]> {
  if (found.length === 0 || cell.rows === 'code') return found
  const { row, codeId, force } = cell
  const forced = force === undefined ? null : await codesOfForce(app, { ...scope, force })
  const bearing = found.filter(
    ({ borne }) =>
      (codeId === undefined || borne.includes(codeId)) &&
      (forced === null || borne.some((code) => forced.has(code))),
  )
  if (row === undefined || bearing.length === 0) return bearing
  const heard = await whoIsHeard(app, scope)
  const { rowsOfPerson } = await rowsOf(app, { ...scope, rows: cell.rows, of: cell.of, heard })
  const rowsOfPlace = rowsOfPlaces({ rows: cell.rows, rowsOfPerson })
  return bearing.filter((place) => rowsOfPlace(place).includes(row))
}

async function codesOfForce(
  app: App,
  { workspaceId, studyId, force }: Scope & { force: string },
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from codes_of_study(${workspaceId}::uuid, ${studyId}::uuid) where force = ${force}`.execute(
    app.pg,
  )
  return new Set(rows.map(({ id }) => id))
}

type Chosen = { workspaceId: string; ids: readonly string[] }

async function regionsShown(app: App, { workspaceId, ids }: Chosen): Promise<CodedRegion[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<RegionRow>`
    select r.id, r.page, r.left_at, r.top_at, r.width, r.height, d.id as document_id, d.kind, d.name, d.happened_on::text,
      nullif(quoted_name(p.person_no, d.study_id), '') as who
    from regions r join documents d on d.id = r.document_id left join participants p on p.id = d.participant_id
    where r.workspace_id = ${workspaceId} and r.id = any(${[...ids]}::uuid[])
    order by array_position(${[...ids]}::uuid[], r.id)`.execute(app.pg)
  return rows.map((row) => ({
    regionId: RegionId.parse(row.id),
    page: row.page,
    left: row.left_at,
    top: row.top_at,
    width: row.width,
    height: row.height,
    documentId: DocumentId.parse(row.document_id),
    kind: row.kind,
    name: row.name,
    who: row.who,
    when: row.happened_on,
  }))
}

type RegionRow = {
  id: string
  page: number
  left_at: number
  top_at: number
  width: number
  height: number
  document_id: string
  kind: 'pdf' | 'photo'
  name: string
  happened_on: string | null
  who: string | null
}

async function stretchesShown(app: App, { workspaceId, ids }: Chosen): Promise<CodedStretch[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<StretchRow>`
    select s.id, s.start_ms, s.end_ms, r.id as recording_id, r.interview_id, r.happened_at,
      array(select nullif(quoted_name(h.person_no, r.study_id), '') from heard_in(${workspaceId}::uuid, array[r.id]) h) as who
    from stretches s join recordings r on r.id = s.recording_id
    where s.workspace_id = ${workspaceId} and s.id = any(${[...ids]}::uuid[])
    order by array_position(${[...ids]}::uuid[], s.id)`.execute(app.pg)
  return rows.map((row) => ({
    stretchId: StretchId.parse(row.id),
    startMs: row.start_ms,
    endMs: row.end_ms,
    recordingId: RecordingId.parse(row.recording_id),
    interviewId: row.interview_id === null ? null : InterviewId.parse(row.interview_id),
    who: row.who.flatMap((name) => name ?? []),
    when: row.happened_at.toISOString(),
  }))
}

type StretchRow = {
  id: string
  start_ms: number
  end_ms: number
  recording_id: string
  interview_id: string | null
  happened_at: Date
  who: (string | null)[]
}
