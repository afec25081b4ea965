import { sql } from 'kysely'
import { z } from 'zod'
import { notFound, type App, type Postgres } from '../platform/index.ts'
import { HighlightId, InterviewId, UtteranceId, type WorkspaceId } from '../workspace/index.ts'
import { speakerOf } from './refused-quote.ts'
import { exportsOfQuote, type WrittenFor } from './taken-back.ts'

/** A marked passage of somebody, as a member sees it who takes it out for them. */
export const PersonQuote = z.object({
  highlightId: HighlightId,
  interviewId: InterviewId,
  utteranceId: UtteranceId,
  conversation: z.string(),
  happenedAt: z.string(),
  language: z.string(),
  text: z.string(),
  isRefused: z.boolean(),
})
export type PersonQuote = z.output<typeof PersonQuote>

const most = 50

/**
 * Marked passages of a person, or of one participant, whose words may be analysed now, the newest conversation first, at most fifty; `text` keeps those that hold
 * it, in whatever case.
 */
export async function quotesOfPerson(
  pg: Postgres,
  asked: { workspaceId: string; of: { personId: string } | { participantId: string }; text: string },
): Promise<{ quotes: PersonQuote[]; total: number }> {
  const { workspaceId, of, text } = asked
  const whose =
    'personId' in of
      ? sql`p.person_no = (select no from people where workspace_id = ${workspaceId} and id = ${of.personId})`
      : sql`p.id = ${of.participantId}`
  const { rows } = await sql<QuoteRow & { total: number }>`
    with mine as materialized (
      select s.id, s.interview_id from participants p join speakers s on s.participant_id = p.id
      where p.workspace_id = ${workspaceId} and ${whose}
    ), readable as materialized (
      select m.id from mine m
      join permitted_speakers(${workspaceId}::uuid, 1, array(select interview_id from mine)) p on p.speaker_id = m.id
    )
    select h.id, h.interview_id, h.utterance_id, i.title, i.happened_at, i.language, u.text, h.start_at, h.end_at,
      exists (select from highlights r where r.utterance_id = h.utterance_id and r.refused_at is not null and r.lost_text is null
        and r.start_at < h.end_at and h.start_at < r.end_at) as refused,
      (count(*) over ())::int as total
    from readable s join utterances u on u.speaker_id = s.id
    join highlights h on h.utterance_id = u.id and h.removed_at is null and h.lost_text is null
    join interviews i on i.id = h.interview_id
    where exists (select from highlight_codes hc join codes c on c.id = hc.code_id and c.removed_at is null where hc.highlight_id = h.id)
      and (${text} = '' or position(lower(${text}) in lower(substr(u.text, h.start_at + 1, h.end_at - h.start_at))) > 0)
    order by i.happened_at desc, i.id, u.position, h.start_at, h.id limit ${most}`.execute(pg)
  return { quotes: rows.map(asQuote), total: rows[0]?.total ?? 0 }
}

type QuoteRow = {
  id: string
  interview_id: string
  utterance_id: string
  title: string
  happened_at: Date
  language: string
  text: string
  start_at: number
  end_at: number
  refused: boolean
}

const asQuote = (row: QuoteRow): PersonQuote => ({
  highlightId: HighlightId.parse(row.id),
  interviewId: InterviewId.parse(row.interview_id),
  utteranceId: UtteranceId.parse(row.utterance_id),
  conversation: row.title,
  happenedAt: row.happened_at.toISOString(),
  language: row.language,
  text: [...row.text].slice(row.start_at, row.end_at).join(''),
  isRefused: row.refused,
})

/** Whether a marked passage was taken out at their wish, and who took it out of the program before. */
export const QuoteStanding = z.object({
  /** Null: it may be shown, as far as they allow quoting. */
  refused: z
    .object({
      at: z.string(),
      /** Whether a member or a program wrote it down for them; null: they did it themself. */
      writtenFor: z.enum(['member', 'program']).nullable(),
      channel: z.string().nullable(),
      who: z.string().nullable(),
      note: z.string(),
    })
    .nullable(),
  exports: z.array(z.object({ kind: z.string(), at: z.string(), who: z.string() })),
})
export type QuoteStanding = z.output<typeof QuoteStanding>

/** Throws 404 for what is no participant's words. */
export async function standingOfQuote(
  app: App,
  given: { workspaceId: WorkspaceId; highlightId: HighlightId },
): Promise<QuoteStanding> {
  const of = await speakerOf(app.pg, given)
  const { rows } = await sql<{
    refused_at: Date | null
    channel: string | null
    written_for: WrittenFor | null
    who: string | null
    note: string | null
  }>`
    select r.refused_at, d.channel, d.note, d.written_for, users.name as who from highlights h
    left join highlights r on r.utterance_id = h.utterance_id and r.refused_at is not null and r.lost_text is null
      and r.start_at < h.end_at and h.start_at < r.end_at
    left join withdrawals d on d.highlight_id = r.id
    left join users on users.id = d.written_by
    where h.workspace_id = ${given.workspaceId} and h.id = ${given.highlightId} order by r.refused_at nulls last limit 1`.execute(
    app.pg,
  )
  const [row] = rows
  if (!row) throw notFound('passage')
  const exports = await exportsOfQuote(app.pg, { of, highlightId: given.highlightId })
  const { refused_at: refusedAt, written_for: writtenFor, channel, who, note } = row
  return {
    refused: refusedAt && { at: refusedAt.toISOString(), writtenFor, channel, who, note: note ?? '' },
    exports: exports.map(({ kind, at, who: by }) => ({ kind, at: at.toISOString(), who: by })),
  }
}
