import { sql } from 'kysely'
import type { App } from '../../platform/index.ts'
import { belowCodes, type Scope } from './passages-sql.ts'
import { placesAnswering } from './place-query.ts'

/** A part of a page or photo, or a stretch of sound, that bears codes. */
export type CodedPlace = {
  kind: 'region' | 'stretch'
  placeId: string
  /** Its codes with those above them. */
  borne: readonly string[]
  /** The document or recording, and where in it: a stretch lies between milliseconds. */
  ofId: string
  page: number
  left: number
  top: number
  right: number
  bottom: number
  interviewId: string | null
  language: string | null
  /** YYYY-MM-DD. */
  day: string | null
  /** How far into its recording it begins, from 0 to 1. */
  share: number | null
  people: readonly number[]
  mayQuote: boolean
}

/** The coded places that answer what is asked and may be analysed now, and how many may not. */
type PlacesFound = { places: CodedPlace[]; withheld: number }

/**
 * The coded places of what is asked. Days are those of the conversation, else of the recording, and for a document the day it is from; where a language, a conversation or days are asked for, a place of which that is not known is
 * left out.
 */
export async function readPlaces(app: App, scope: Scope): Promise<PlacesFound> {
  const { workspaceId, studyId, query } = scope
  const { rows } = await sql<PlaceRow>`
    with recursive ${belowCodes(workspaceId)}, found as materialized (
      select * from marked_places(${workspaceId}::uuid, ${studyId}::uuid)
    )
    select f.*, to_char(f.happened_at at time zone 'UTC', 'YYYY-MM-DD') as day,
      array(select distinct b.code_id::text from below b where b.below_id = any(f.codes)) as borne
    from found f order by f.happened_at desc nulls last, f.of_id, f.page, f.top_at, f.left_at, f.place_id`.execute(
    app.pg,
  )
  const asked = rows.filter((row) => isAsked(row, scope))
  const open = asked.filter((row) => row.may_analyse)
  const places = open.map((row): CodedPlace => ({
    kind: row.kind,
    placeId: row.place_id,
    borne: row.borne,
    ofId: row.of_id,
    page: row.page,
    left: row.left_at,
    top: row.top_at,
    right: row.right_at,
    bottom: row.bottom_at,
    interviewId: row.interview_id,
    language: row.language,
    day: row.day,
    share: row.share,
    people: row.people,
    mayQuote: row.may_quote,
  }))
  return {
    places: query === undefined ? places : placesAnswering(places, query),
    withheld: asked.length - open.length,
  }
}

type PlaceRow = {
  kind: 'region' | 'stretch'
  place_id: string
  borne: string[]
  of_id: string
  page: number
  left_at: number
  top_at: number
  right_at: number
  bottom_at: number
  interview_id: string | null
  language: string | null
  day: string | null
  share: number | null
  people: number[]
  may_analyse: boolean
  may_quote: boolean
}

function isAsked(row: PlaceRow, { people, language, from, to, interviewId }: Scope): boolean {
  return (
    (people === null || row.people.some((personNo) => people.includes(personNo))) &&
    (language === undefined || row.language === language) &&
    (interviewId === undefined || row.interview_id === interviewId) &&
    (from === undefined || (row.day !== null && row.day >= from)) &&
    (to === undefined || (row.day !== null && row.day <= to))
  )
}
