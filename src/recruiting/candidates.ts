/** Whom a study may ask: the people of each of its quotas, filter by filter. */
import { sql } from 'kysely'
import { z } from 'zod'
import { freshPermission, mayBitmapSql } from '../consent/index.ts'
import { promiseOf, type Study } from '../conversations/index.ts'
import { ch, type App, type Postgres, type PostgresTransaction, type Sql } from '../platform/index.ts'
import { permittedSegmentBitmap } from '../segments/index.ts'
import { InviteeLanguage, type Filter } from './recruiting.schema.ts'

export type Candidate = { personNo: number; personId: string; language: InviteeLanguage | null }

/** A quota of a study, or the study as a whole where it has none. */
export type Wanted = Study['quotas'][number] & { segment: string | null; open: number }

export type Found = { wanted: Wanted; left: Record<Filter, number>; candidates: Candidate[] }

/** How many of each quota are drawn for a place that is open, and the seed of the lots. */
export type Lots = { seed: string; each: number }

type Of = { workspaceId: string; study: Study }

/** What is still to be found of each quota: its number less those heard and those who have agreed and are yet to be heard. */
export async function openQuotas(app: App, of: Of): Promise<Wanted[]> {
  const unheard = await unheardQuotas(app, of)
  return lessComing(app.pg, { ...of, quotas: unheard })
}

/** The quotas of a study with how many of each are not heard yet. */
export async function unheardQuotas(app: App, { workspaceId, study }: Of): Promise<Wanted[]> {
  const { studyId, target, quotas, heard } = study
  if (quotas.length === 0) {
    const open = Math.max(0, target - heard)
    return [{ segmentId: null, segment: null, language: null, count: target, open }]
  }
  const promise = await promiseOf(app, { workspaceId, studyId })
  return promise.quotas.map(({ heard: told, ...quota }) => ({
    ...quota,
    open: Math.max(0, quota.count - told),
  }))
}

/** The same less who is coming: each in their quota, somebody of none where most is open. */
export async function lessComing(
  pg: Postgres | PostgresTransaction,
  { workspaceId, study, quotas }: Of & { quotas: readonly Wanted[] },
): Promise<Wanted[]> {
  const left = quotas.map((quota) => ({ ...quota }))
  for (const one of await agreedAndUnheard(pg, { workspaceId, studyId: study.studyId })) {
    const own = left.find(
      ({ segmentId, language }) => one.quota_segment === segmentId && one.quota_language === language,
    )
    const place = own ?? left.toSorted((a, b) => b.open - a.open)[0]
    if (place) place.open = Math.max(0, place.open - 1)
  }
  return left
}

/**
 * For each quota how many may be analysed and invited now, have an address, are not in the study yet, and were not asked in so many months by
 * any study of the workspace; and of those left the ones with the lowest lots, as many as a draw can take. Permission is brought up to the
 * ledger first.
 */
export async function findCandidates(
  app: App,
  { workspaceId, study, restMonths, lots }: Of & { restMonths: number; lots?: Lots | undefined },
): Promise<Found[]> {
  const { studyId } = study
  const since = monthsBefore(app.clock.now(), restMonths)
  const found: Found[] = []
  // Somebody of two quotas is drawn for the first: the next must have as many more to take.
  let most = 0
  for (const wanted of await openQuotas(app, { workspaceId, study })) {
    most += lots ? wanted.open * lots.each : 0
    const personNos = await invitable(app, { workspaceId, wanted })
    const { lowest, ...left } = await standing(app.pg, {
      ...{ workspaceId, studyId, personNos, since, most },
      seed: lots?.seed ?? '',
    })
    const spoken = await languagesOf(app, { workspaceId, personNos: lowest.map(({ no }) => no) })
    found.push({
      wanted,
      left: { invitation: personNos.length, ...left },
      candidates: lowest.map(({ no, id }) => ({
        personNo: no,
        personId: id,
        language: wanted.language ?? spoken.get(no) ?? null,
      })),
    })
  }
  return found
}

/** The same day so many months before; the last of that month where it has no such day. */
export function monthsBefore(at: Date, months: number): Date {
  const day = new Date(at)
  day.setUTCDate(1)
  day.setUTCMonth(day.getUTCMonth() - months)
  const days = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate()
  day.setUTCDate(Math.min(at.getUTCDate(), days))
  return day
}

async function invitable(
  app: App,
  { workspaceId, wanted }: { workspaceId: string; wanted: Wanted },
): Promise<number[]> {
  const { segmentId, segment, language } = wanted
  // A segment that was removed has nobody.
  if (segmentId !== null && segment === null) return []
  const people = await bitmapOf(app, { workspaceId, segmentId })
  const speaking =
    language === null
      ? people
      : ch.sql`SELECT bitmapAnd((${people}), (${speakersOf({ workspaceId, language })}))`
  const [row] = await app.ch.query(
    ch.sql`SELECT bitmapToArray((${speaking})) AS people`,
    z.object({ people: z.array(z.number()) }),
  )
  return row?.people ?? []
}

async function bitmapOf(
  app: App,
  { workspaceId, segmentId }: { workspaceId: string; segmentId: string | null },
): Promise<Sql> {
  if (segmentId !== null)
    return permittedSegmentBitmap(app, { workspaceId, segmentId, purpose: 'invitation' })
  await freshPermission(app, workspaceId)
  const analysis = mayBitmapSql({ workspaceId, purpose: 'analysis' })
  const invitation = mayBitmapSql({ workspaceId, purpose: 'invitation' })
  return ch.sql`SELECT bitmapAnd((${analysis}), (${invitation})) AS people`
}

/** What people speak, by a trait of such a name in one of our languages. */
const languageTraits = ['language', 'lang', 'locale', 'sprog', 'språk', 'taal', 'sprache']

function speakersOf({ workspaceId, language }: { workspaceId: string; language: InviteeLanguage }): Sql {
  return ch.sql`SELECT groupBitmapState(person) FROM traits FINAL
    WHERE workspace_id = ${ch.uuid(workspaceId)} AND lower(trait) IN (${ch.texts(languageTraits)})
      AND lower(substring(text, 1, 2)) = ${ch.text(language)}`
}

async function languagesOf(
  app: App,
  { workspaceId, personNos }: { workspaceId: string; personNos: readonly number[] },
): Promise<Map<number, InviteeLanguage>> {
  if (personNos.length === 0) return new Map()
  const rows = await app.ch.query(
    ch.sql`SELECT person, lower(substring(text, 1, 2)) AS language FROM traits FINAL
      WHERE workspace_id = ${ch.uuid(workspaceId)} AND lower(trait) IN (${ch.texts(languageTraits)})
        AND language IN (${ch.texts(InviteeLanguage.options)}) AND person IN (${ch.u32s(personNos)})`,
    z.object({ person: z.number(), language: InviteeLanguage }),
  )
  return new Map(rows.map((row) => [row.person, row.language]))
}

type Standing = {
  address: number
  new: number
  rested: number
  /** The lowest lots of those who are left, lowest first. */
  lowest: { no: number; id: string }[]
}

/** How many people are named to the database at once. */
const atOnce = 100_000

/** Lots are those of `drawPeople`: a million hashes are the database's work, and the program answers others meanwhile. */
async function standing(
  pg: Postgres,
  given: {
    workspaceId: string
    studyId: string
    personNos: readonly number[]
    since: Date
    seed: string
    most: number
  },
): Promise<Standing> {
  const { workspaceId, studyId, personNos, since, seed, most } = given
  const sum: Standing = { address: 0, new: 0, rested: 0, lowest: [] }
  const drawable: { no: number; id: string; lot: string }[] = []
  for (let from = 0; from < personNos.length; from += atOnce) {
    const { rows } = await sql<Omit<Standing, 'lowest'> & { lowest: typeof drawable | null }>`
      with asked as materialized (
        select person_no from invitees where workspace_id = ${workspaceId} and person_no is not null
          and (coalesce(asked_at, made_at) > ${since} or state = 'drawn')
        union select person_no from participants where workspace_id = ${workspaceId} and joined_at > ${since}
      ),
      here as materialized (
        select person_no from invitees where study_id = ${studyId} and person_no is not null
        union select person_no from participants where study_id = ${studyId}
      ),
      reachable as materialized (
        select p.no, p.id, p.no not in (select person_no from here) as new_here, p.no not in (select person_no from asked) as rested
        from people p where p.workspace_id = ${workspaceId} and p.merged_into is null and p.has_email
          and p.no = any(${personNos.slice(from, from + atOnce)}::bigint[])
          and exists (select from identifiers i where i.workspace_id = p.workspace_id and i.person_no = p.no and i.kind = 'email')
      )
      select count(*) as address, count(*) filter (where new_here) as new, count(*) filter (where new_here and rested) as rested,
        (select jsonb_agg(l) from (
          select no, id, encode(sha256(convert_to(${`${seed}\n`} || id, 'UTF8')), 'hex') as lot
          from reachable where new_here and rested and ${most}::int > 0 order by lot limit ${most}) l) as lowest
      from reachable`.execute(pg)
    const [row] = rows
    sum.address += row?.address ?? 0
    sum.new += row?.new ?? 0
    sum.rested += row?.rested ?? 0
    drawable.push(...(row?.lowest ?? []))
  }
  sum.lowest = drawable.toSorted((a, b) => (a.lot < b.lot ? -1 : 1)).slice(0, most)
  return sum
}

async function agreedAndUnheard(
  pg: Postgres | PostgresTransaction,
  { workspaceId, studyId }: { workspaceId: string; studyId: string },
): Promise<{ quota_segment: string | null; quota_language: string | null }[]> {
  const { rows } = await sql<{ quota_segment: string | null; quota_language: string | null }>`
    select i.quota_segment, i.quota_language from invitees i left join sittings s on s.id = i.sitting_id
    where i.workspace_id = ${workspaceId} and i.study_id = ${studyId} and i.state in ('fits', 'agreed', 'booked')
      and coalesce(s.state, 'planned') <> 'missed'
      and not exists (select from speakers k where k.participant_id = i.participant_id)`.execute(pg)
  return rows
}
