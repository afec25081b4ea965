/** Whom a study may ask: the people of each of its quotas, filter by filter. */
import { sql, type RawBuilder } from 'kysely'
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

type Sought = {
  workspaceId: string
  studyId: string
  personNos: readonly number[]
  since: Date
  seed: string
  most: number
}

/** Lots are those of `drawPeople`: a million hashes are the database's work, and the program answers others meanwhile. */
async function standing(pg: Postgres, sought: Sought): Promise<Standing> {
  if (sought.personNos.length === 0) return { address: 0, new: 0, rested: 0, lowest: [] }
  const { here, asked } = await askedBefore(pg, sought)
  const { workspaceId, personNos, seed, most } = sought
  const isNew = sql`not ${isAmong(here)}`
  const isRested = sql`not ${isAmong(asked)}`
  // Everybody who is here with an address: a person's is taken away only with the person.
  const reachable = sql`people p where p.workspace_id = ${workspaceId} and p.merged_into is null and p.has_email and ${isAmong(personNos)}`
  const counted = await sql<Omit<Standing, 'lowest'>>`
    select count(*) as address, count(*) filter (where ${isNew}) as new, count(*) filter (where ${isNew} and ${isRested}) as rested
    from ${reachable}`.execute(pg)
  const { address = 0, new: unmet = 0, rested = 0 } = counted.rows[0] ?? {}
  if (most === 0 || rested === 0) return { address, new: unmet, rested, lowest: [] }
  const { rows: lowest } = await sql<{ no: number; id: string }>`
    select no, id from ${reachable} and ${isNew} and ${isRested}
    order by sha256(${Buffer.from(`${seed}\n`)}::bytea || p.id::text::bytea) limit ${most}`.execute(pg)
  return { address, new: unmet, rested, lowest }
}

/** Who is in the study, and whom any study asked or heard since. */
async function askedBefore(
  pg: Postgres,
  { workspaceId, studyId, since }: Sought,
): Promise<{ here: number[]; asked: number[] }> {
  const { rows } = await sql<{ no: number; here: boolean; asked: boolean }>`
    select person_no as no, bool_or(study_id = ${studyId}) as here, bool_or(asked) as asked from (
      select person_no, study_id, coalesce(asked_at, made_at) > ${since} or state = 'drawn' as asked
      from invitees where workspace_id = ${workspaceId} and person_no is not null
      union all
      select person_no, study_id, joined_at > ${since} from participants where workspace_id = ${workspaceId}
    ) known group by 1`.execute(pg)
  const those = (is: (row: (typeof rows)[number]) => boolean) => rows.filter(is).map(({ no }) => no)
  return { here: those(({ here }) => here), asked: those(({ asked }) => asked) }
}

/** Above so many people are looked up as bits: the database reads an array of a million for longer than it reads the people. */
const mostListed = 10_000

/** Whether the person `p` is one of these; in the database, for however many. */
export function isAmong(personNos: readonly number[]): RawBuilder<boolean> {
  if (personNos.length <= mostListed) return sql`(p.no = any(${[...personNos]}::bigint[]))`
  let [first, last] = [Infinity, 0]
  for (const no of personNos) {
    if (no < first) first = no
    if (no > last) last = no
  }
  const bits = Buffer.alloc(Math.floor((last - first) / 8) + 1)
  for (const no of personNos) {
    const at = no - first
    bits[at >> 3] = (bits[at >> 3] ?? 0) | (1 << (at & 7))
  }
  return sql`(case when p.no between ${first} and ${last} then get_bit(${bits}::bytea, p.no - ${first}) = 1 else false end)`
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
