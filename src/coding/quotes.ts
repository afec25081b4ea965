import { sql } from 'kysely'
import { z } from 'zod'
import { ch, type App, type Sql } from '../platform/index.ts'
import { CodeId, HighlightId, InterviewId, UtteranceId } from '../workspace/index.ts'
import { passage } from './anchor.ts'
import type { Quote } from './coding.schema.ts'

export type QuotesAsked = {
  workspaceId: string
  codeId?: string | undefined
  /**
   * Only these people's: their numbers, or ClickHouse SQL of one bitmap (a segment, see `savedSegmentBitmap`).
   */
  people?: readonly number[] | Sql | undefined
  limit?: number
  offset?: number
}

export type QuotesFound = {
  quotes: Quote[]
  /** All that may be shown, and how many people said them. */
  total: number
  speakers: number
  /** Coded passages left out because the person's permission does not cover analysing or quoting them. */
  withheld: number
  /** Everybody with a coded passage, and how many of them have taken their permission back so that none is left to show. */
  sources: number
  withdrawn: number
}

/**
 * Coded passages that may be shown as quotes now: their speaker permits analysing and quoting what was said, in the study it was
 * said in. Asked of the ledger at every read, so a withdrawal holds at the next one. Newest conversations first.
 */
export async function quotesOf(app: App, asked: QuotesAsked): Promise<QuotesFound> {
  const { workspaceId, codeId, limit = 50, offset = 0 } = asked
  const only =
    asked.people === undefined ? null : await participantsAmong(app, { workspaceId, people: asked.people })
  const { rows } = await sql<QuoteRow>`
    with found as materialized (
      select p.highlight_id, p.person_no, p.study_id, p.may_quote, array_agg(p.code_id::text) as code_ids
      from coded_passages(${workspaceId}::uuid, ${codeId ?? null}::uuid) p
      where ${only}::bigint[] is null or p.person_no = any(${only}::bigint[])
      group by 1, 2, 3, 4
    ), silent as materialized (
      select person_no, array_agg('study:' || study_id) as scopes from found group by 1 having not bool_or(may_quote)
    ), gone as (
      select count(distinct r.person_no) as withdrawn
      from permission_rows(${workspaceId}::uuid, array(select person_no from silent)) r
      join silent s on s.person_no = r.person_no and r.scope = any(s.scopes)
      where r.purpose in (1, 3) and r.reason in (3, 4)
    ), counted as (
      select count(*) filter (where may_quote) as total, count(*) filter (where not may_quote) as withheld,
        count(distinct person_no) filter (where may_quote) as speakers, count(distinct person_no) as sources,
        (select withdrawn from gone) as withdrawn
      from found
    ), shown as (
      select f.highlight_id, f.code_ids, h.interview_id, h.utterance_id, h.start_at, h.end_at, u.text, u.position, i.happened_at,
        i.language, credited_name(people.no, i.study_id) as pseudonym
      from found f
      join highlights h on h.id = f.highlight_id
      join utterances u on u.id = h.utterance_id
      join interviews i on i.id = h.interview_id
      join people on people.no = f.person_no
      where f.may_quote
      order by i.happened_at desc, i.id, u.position, h.start_at, h.id
      limit ${limit} offset ${offset}
    )
    select c.*, s.* from counted c left join shown s on true
    order by s.happened_at desc, s.interview_id, s.position, s.start_at, s.highlight_id`.execute(app.pg)
  const [first] = rows
  return {
    quotes: rows.flatMap((row) => (row.highlight_id === null ? [] : [asQuote(row, row.highlight_id)])),
    total: first?.total ?? 0,
    speakers: first?.speakers ?? 0,
    withheld: first?.withheld ?? 0,
    sources: first?.sources ?? 0,
    withdrawn: first?.withdrawn ?? 0,
  }
}

/** How often each code was used by people, with how many passages may not count now. For portraits: most people first. */
export async function codesAmong(
  app: App,
  asked: { workspaceId: string; people?: QuotesAsked['people'] },
): Promise<{ codeId: CodeId; name: string; passages: number; people: number; withheld: number }[]> {
  const { workspaceId } = asked
  const only =
    asked.people === undefined ? null : await participantsAmong(app, { workspaceId, people: asked.people })
  const { rows } = await sql<{
    id: string
    name: string
    passages: number
    people: number
    withheld: number
  }>`
    select c.id, code_label(c) as name, count(*) filter (where p.may_analyse) as passages,
      count(distinct p.person_no) filter (where p.may_analyse) as people, count(*) filter (where not p.may_analyse) as withheld
    from coded_passages(${workspaceId}::uuid) p join codes c on c.id = p.code_id
    where ${only}::bigint[] is null or p.person_no = any(${only}::bigint[])
    group by c.id order by people desc, passages desc, lower(c.name)`.execute(app.pg)
  return rows.map(({ id, ...row }) => ({ ...row, codeId: CodeId.parse(id) }))
}

type QuoteRow = PassageRow & {
  total: number
  speakers: number
  withheld: number
  sources: number
  withdrawn: number
  highlight_id: string | null
}

/** A passage as it is read to be quoted. */
export type PassageRow = {
  code_ids: string[]
  interview_id: string
  utterance_id: string
  start_at: number
  end_at: number
  text: string
  happened_at: Date
  language: string
  pseudonym: string
}

/** A passage that may be quoted, in its own words. */
export function asQuote(row: PassageRow, highlightId: string): Quote {
  return {
    highlightId: HighlightId.parse(highlightId),
    interviewId: InterviewId.parse(row.interview_id),
    utteranceId: UtteranceId.parse(row.utterance_id),
    text: passage(row.text, { start: row.start_at, end: row.end_at }),
    who: row.pseudonym,
    when: row.happened_at.toISOString(),
    language: row.language,
    codeIds: row.code_ids.map((id) => CodeId.parse(id)),
  }
}

/** The numbers of those in a set of people who take part in some study. */
export async function participantsAmong(
  app: App,
  { workspaceId, people }: { workspaceId: string; people: readonly number[] | Sql },
): Promise<number[]> {
  if (!('text' in people)) return [...people]
  const { rows } = await sql<{ person_no: number }>`
    select distinct person_no from participants where workspace_id = ${workspaceId}`.execute(app.pg)
  if (rows.length === 0) return []
  const asked = ch.u32s(rows.map((row) => row.person_no))
  const found = await app.ch.query(
    ch.sql`SELECT bitmapToArray(bitmapAnd((${people}), bitmapBuild(${asked}))) AS inside`,
    z.object({ inside: z.array(z.number()) }),
  )
  return found[0]?.inside ?? []
}
