import { sql } from 'kysely'
import { z } from 'zod'
import { purposeNumber } from '../consent/index.ts'
import { listRefusedLists, settleList } from '../insights/index.ts'
import { findPerson } from '../people/index.ts'
import { notFound, route, type App, type Postgres } from '../platform/index.ts'
import {
  HighlightId,
  ParticipantId,
  PersonId,
  WorkspaceId,
  audit,
  member,
  type Doer,
} from '../workspace/index.ts'
import { giveLink, mailLink, revokeLink } from './links.ts'
import { PersonQuote, QuoteStanding, quotesOfPerson, standingOfQuote } from './person-quotes.ts'
import { refuseQuoteFor } from './refused-quote.ts'
import { WithdrawalListed, listWithdrawals, settleNotice } from './withdrawals.ts'

/** A list of people to mail or invite that somebody took out, and in which some refused since. */
const ListRefused = z.object({
  listId: z.uuid(),
  segment: z.string(),
  purpose: z.enum(['invitation', 'email_marketing']),
  at: z.string(),
  who: z.string().nullable(),
  isMine: z.boolean(),
  /** As the list calls them; at most two hundred. */
  people: z.array(z.string()),
  refusals: z.int(),
  /** Of those, erased meanwhile: nothing here tells who they are. */
  erased: z.int(),
  doneAt: z.string().nullable(),
})

const inWorkspace = z.object({ workspaceId: WorkspaceId })
const ofParticipant = inWorkspace.extend({ participantId: ParticipantId })
const ofQuote = inWorkspace.extend({ highlightId: HighlightId })

const PageState = z.object({
  /** Null: no link is in force. */
  link: z
    .object({ expiresAt: z.string(), mailedAt: z.string().nullable(), openedAt: z.string().nullable() })
    .nullable(),
  /** Whether an e-mail address is known, so that the link can be mailed. */
  hasAddress: z.boolean(),
  approvals: z.array(z.object({ at: z.string(), isChangedSince: z.boolean() })),
  corrections: z.int(),
  /** Quotes taken out at the participant's request. */
  refusedQuotes: z.int(),
  withdrawnAt: z.string().nullable(),
})

const QuotesAsked = z.object({ text: z.string().trim().max(500).default('') })
const QuotesFound = z.object({ quotes: z.array(PersonQuote), total: z.int() })

/** What members do for somebody who says it to them rather than on their own page. */
const quoteRoutes = [
  route('GET /api/w/{workspaceId}/people/{personId}/marked-quotes', {
    summary: 'Marked passages of a person, to take one out for them',
    access: member('consent.write'),
    params: inWorkspace.extend({ personId: PersonId }),
    query: QuotesAsked,
    answer: QuotesFound,
    handle: async ({ app, params: { workspaceId, personId }, query, actor }) => {
      if (!(await findPerson(app, { workspaceId, personId }))) throw notFound('person')
      return quotesRead(app, { workspaceId, of: { personId }, text: query.text, actor })
    },
  }),
  route('GET /api/w/{workspaceId}/participants/{participantId}/marked-quotes', {
    summary: 'Marked passages of a participant, to take one out for them',
    access: member('consent.write'),
    params: ofParticipant,
    query: QuotesAsked,
    answer: QuotesFound,
    handle: async ({ app, params: { workspaceId, participantId }, query, actor }) => {
      await requireParticipant(app.pg, { workspaceId, participantId })
      return quotesRead(app, { workspaceId, of: { participantId }, text: query.text, actor })
    },
  }),
  route('GET /api/w/{workspaceId}/highlights/{highlightId}/refusal', {
    summary: 'Whether a quote was taken out at their wish, and who had it before',
    access: member('consent.write'),
    params: ofQuote,
    answer: QuoteStanding,
    handle: ({ app, params }) => standingOfQuote(app, params),
  }),
  route('POST /api/w/{workspaceId}/highlights/{highlightId}/refusal', {
    summary: 'Take a quote out for somebody who asked a member to',
    access: member('consent.write'),
    params: ofQuote,
    body: z.object({
      /** How they said it: by phone, in a letter. */
      channel: z.string().trim().min(1).max(100),
      note: z.string().trim().max(2000).default(''),
    }),
    answer: QuoteStanding,
    handle: async ({ app, params, body, actor }) => {
      await refuseQuoteFor(app, { ...params, ...body, actor })
      return standingOfQuote(app, params)
    },
  }),
]

/** What members do with participants' pages, and with what was withdrawn there. */
export const memberRoutes = [
  ...quoteRoutes,
  route('GET /api/w/{workspaceId}/participants/{participantId}/own-page', {
    summary: 'What a participant did on their own page',
    access: member('studies.read'),
    params: ofParticipant,
    answer: PageState,
    handle: ({ app, params }) => pageState(app.pg, { ...params, now: app.clock.now() }),
  }),
  route('POST /api/w/{workspaceId}/participants/{participantId}/own-page/link', {
    summary: 'The link to a participant’s own page, to hand over',
    access: member('studies.write'),
    params: ofParticipant,
    answer: z.object({ url: z.string(), expiresAt: z.string() }),
    handle: async ({ app, params, actor }) => {
      const { url, expiresAt } = await giveLink(app, { ...params, actor })
      return { url, expiresAt: expiresAt.toISOString() }
    },
  }),
  route('POST /api/w/{workspaceId}/participants/{participantId}/own-page/mail', {
    summary: 'Mail a participant the link to their own page',
    access: member('studies.write'),
    params: ofParticipant,
    handle: async ({ app, params, actor }) => {
      await mailLink(app, { ...params, actor })
      return undefined
    },
  }),
  route('DELETE /api/w/{workspaceId}/participants/{participantId}/own-page/link', {
    summary: 'Take back the link to a participant’s own page',
    access: member('studies.write'),
    params: ofParticipant,
    handle: async ({ app, params, actor }) => {
      await revokeLink(app, { ...params, actor })
      return undefined
    },
  }),
  route('GET /api/w/{workspaceId}/withdrawals', {
    summary: 'What participants took back, and who had taken their words out before',
    access: member('consent.read'),
    params: inWorkspace,
    answer: z.object({ withdrawals: z.array(WithdrawalListed), lists: z.array(ListRefused) }),
    handle: async ({ app, params, actor }) => ({
      withdrawals: await listWithdrawals(app.pg, { ...params, memberId: actor.memberId }),
      lists: await listsShown(app.pg, { ...params, memberId: actor.memberId }),
    }),
  }),
  route('POST /api/w/{workspaceId}/withdrawals/{noticeId}/done', {
    summary: 'Say that withdrawn words are gone from what one took out',
    access: member('consent.read'),
    params: inWorkspace.extend({ noticeId: z.uuid() }),
    handle: async ({ app, params, actor }) => {
      await settleNotice(app, { ...params, actor })
      return undefined
    },
  }),
  route('POST /api/w/{workspaceId}/contact-lists/{listId}/done', {
    summary: 'Say that those who refused are gone from a list one took out',
    access: member('consent.read'),
    params: inWorkspace.extend({ listId: z.uuid() }),
    handle: async ({ app, params, actor }) => {
      await settleList(app, { ...params, actor })
      return undefined
    },
  }),
]

/** One search, one line of the audit trail: whose quotes were looked through and how many were shown, never for which words. */
async function quotesRead(
  app: App,
  { actor, ...asked }: Parameters<typeof quotesOfPerson>[1] & { actor: Doer },
): Promise<z.output<typeof QuotesFound>> {
  const { workspaceId, of, text } = asked
  const subject =
    'personId' in of ? { kind: 'person', id: of.personId } : { kind: 'participant', id: of.participantId }
  const found = await quotesOfPerson(app.pg, asked)
  const detail = { quotes: found.quotes.length, lookedFor: text === '' ? 'all' : 'some words' }
  await audit(app, { workspaceId, actor, action: 'quotes.read', subject, detail })
  return found
}

async function requireParticipant(
  pg: Postgres,
  { workspaceId, participantId }: { workspaceId: string; participantId: string },
): Promise<void> {
  const found = await pg
    .selectFrom('participants')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', participantId)
    .executeTakeFirst()
  if (!found) throw notFound('participant')
}

async function listsShown(
  pg: Postgres,
  { workspaceId, memberId }: { workspaceId: string; memberId: string },
): Promise<z.input<typeof ListRefused>[]> {
  const lists = await listRefusedLists(pg, workspaceId)
  return lists.map(({ listId, segment, purpose, at, who, people, refusals, erased, ...list }) => ({
    listId,
    segment,
    purpose: purpose === purposeNumber('invitation') ? 'invitation' : 'email_marketing',
    at: at.toISOString(),
    who,
    isMine: list.memberId === memberId,
    people,
    refusals,
    erased,
    doneAt: list.isDue ? null : (list.settledAt?.toISOString() ?? null),
  }))
}

async function pageState(
  pg: Postgres,
  { workspaceId, participantId, now }: { workspaceId: string; participantId: string; now: Date },
): Promise<z.input<typeof PageState>> {
  const { rows } = await sql<StateRow>`
    select l.expires_at, l.mailed_at, l.opened_at,
      exists (select from identifiers i where i.workspace_id = p.workspace_id and i.person_no = p.person_no and i.kind = 'email') as has_address,
      coalesce((select jsonb_agg(jsonb_build_object('at', a.at, 'isChangedSince', a.text_version <> (
          select sum(u.version) from utterances u join speakers s on s.id = u.speaker_id
          where u.interview_id = a.interview_id and s.participant_id = p.id)) order by a.at)
        from transcript_approvals a where a.participant_id = p.id), '[]') as approvals,
      (select count(*) from own_corrections c where c.participant_id = p.id) as corrections,
      (select count(*) from speakers s join utterances u on u.speaker_id = s.id join highlights h on h.utterance_id = u.id
        where s.participant_id = p.id and h.refused_at is not null) as refused,
      (select max(d.at) from withdrawals d where d.participant_id = p.id and d.uses <> array['one_quote']) as withdrawn_at
    from participants p
    left join person_links l on l.participant_id = p.id and l.revoked_at is null and l.joined_at is null and l.expires_at > ${now}
    where p.workspace_id = ${workspaceId} and p.id = ${participantId}`.execute(pg)
  const [row] = rows
  if (!row) throw notFound('participant')
  return {
    link: row.expires_at && {
      expiresAt: row.expires_at.toISOString(),
      mailedAt: row.mailed_at?.toISOString() ?? null,
      openedAt: row.opened_at?.toISOString() ?? null,
    },
    hasAddress: row.has_address,
    approvals: PageState.shape.approvals.parse(row.approvals),
    corrections: row.corrections,
    refusedQuotes: row.refused,
    withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
  }
}

type StateRow = {
  expires_at: Date | null
  mailed_at: Date | null
  opened_at: Date | null
  has_address: boolean
  approvals: unknown
  corrections: number
  refused: number
  withdrawn_at: Date | null
}
