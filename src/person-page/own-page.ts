import { sql } from 'kysely'
import {
  documentsOfParticipant,
  recordingsOfParticipant,
  sendingsOfParticipant,
  soundHost,
  type OwnDocument,
  type OwnRecording,
  type OwnSending,
} from '../conversations/index.ts'
import { standInsOf, type StandIn } from '../confidentiality/index.ts'
import { purposeNumber } from '../consent/index.ts'
import { listsOfPerson } from '../insights/index.ts'
import type { App, Postgres } from '../platform/index.ts'
import { segmentOfPerson } from '../segments/index.ts'
import type { OwnLink } from './links.ts'
import { ownSittings, type OwnSitting } from './own-sittings.ts'
import { creditedAs, statesOfUses, type TakenBack, type UseStates } from './own-uses.ts'

export type OwnConversation = {
  interviewId: string
  happenedAt: Date
  /** How the words came: text, vtt, docx, … */
  kind: string
  interviewer: string | null
  words: number
  /** Other participants of the same conversation. */
  others: number
  approvedAt: Date | null
  /** A turn was corrected after they approved. */
  isChangedSince: boolean
}

export type OwnQuote = {
  highlightId: string
  interviewId: string
  text: string
  codes: string[]
  /** Saved sets of quotes it stands in. */
  sets: string[]
  isRefused: boolean
  /** A name in it is replaced. */
  hasStandIns: boolean
}

export type OwnExport = { at: Date; kind: string; who: string | null }
export type OwnReceipt = {
  withdrawalId: string
  at: Date
  uses: TakenBack[]
  /** Who wrote it down for them (null: somebody who has left, or a program), how they said it, and what was noted; null: they did it themself here. */
  written: { who: string | null; channel: string | null; note: string } | null
}

export type OwnPage = {
  states: UseStates
  /** The name beside their quotes; null: an invented one, or none. */
  quotedAs: string | null
  conversations: OwnConversation[]
  quotes: OwnQuote[]
  /** Segments whose portraits may show the quotes. */
  portraits: string[]
  exports: OwnExport[]
  /** Where their sound went to be written down. */
  sendings: OwnSending[]
  /** Where recordings may be sent to from now on; null: nowhere. */
  soundHost: string | null
  receipts: OwnReceipt[]
  sittings: OwnSitting[]
  recordings: OwnRecording[]
  documents: OwnDocument[]
}

/** Everything a participant sees of themself. Their own words are read whatever they permit to others. */
export async function ownPage(app: App, link: OwnLink): Promise<OwnPage> {
  const [
    states,
    quotedAs,
    conversations,
    quotes,
    segments,
    exports,
    sendings,
    receipts,
    sittings,
    recordings,
    documents,
  ] = await Promise.all([
    statesOfUses(app.pg, link),
    creditedAs(app.pg, link),
    ownConversations(app.pg, link),
    ownQuotes(app.pg, link),
    segmentOfPerson(app, link),
    ownExports(app.pg, link),
    sendingsOfParticipant(app.pg, link),
    ownReceipts(app.pg, link),
    ownSittings(app.pg, link),
    recordingsOfParticipant(app.pg, link),
    documentsOfParticipant(app.pg, link),
  ])
  const portraits = segments.flatMap(({ name }) => (name === null ? [] : [name]))
  return {
    states,
    quotedAs,
    conversations,
    quotes,
    portraits: [...new Set(portraits)],
    exports,
    sendings,
    soundHost: soundHost(app),
    receipts,
    sittings,
    recordings,
    documents,
  }
}

async function ownConversations(
  pg: Postgres,
  { workspaceId, participantId }: OwnLink,
): Promise<OwnConversation[]> {
  const { rows } = await sql<ConversationRow>`
    select i.id, i.happened_at, i.kind, coalesce(users.name, i.interviewer_name) as interviewer, sum(s.words)::int as words,
      (select count(distinct o.participant_id) from speakers o where o.interview_id = i.id and o.participant_id <> ${participantId}) as others,
      a.at, a.text_version,
      (select sum(u.version) from utterances u join speakers k on k.id = u.speaker_id
        where u.interview_id = i.id and k.participant_id = ${participantId}) as text_now
    from speakers s
    join interviews i on i.id = s.interview_id
    left join members m on m.id = i.interviewer_id left join users on users.id = m.user_id
    left join transcript_approvals a on a.interview_id = i.id and a.participant_id = ${participantId}
    where s.workspace_id = ${workspaceId} and s.participant_id = ${participantId}
    group by i.id, users.name, a.at, a.text_version order by i.happened_at, i.id`.execute(pg)
  return rows.map((row) => ({
    interviewId: row.id,
    happenedAt: row.happened_at,
    kind: row.kind,
    interviewer: row.interviewer,
    words: row.words,
    others: row.others,
    approvedAt: row.at,
    isChangedSince: row.at !== null && Number(row.text_version) !== Number(row.text_now),
  }))
}

type ConversationRow = {
  id: string
  happened_at: Date
  kind: string
  interviewer: string | null
  words: number
  others: number
  at: Date | null
  text_version: number | null
  text_now: number | null
}

/** Marked passages of their own words, whoever may see them now; those nobody gave a code are nobody's quotes. */
async function ownQuotes(pg: Postgres, { workspaceId, participantId }: OwnLink): Promise<OwnQuote[]> {
  const { rows } = await sql<{
    id: string
    interview_id: string
    utterance_id: string
    text: string
    start_at: number
    end_at: number
    codes: string[]
    sets: string[]
    refused: boolean
  }>`
    select h.id, h.interview_id, u.id as utterance_id, u.text, h.start_at, h.end_at, array_agg(code_label(c) order by lower(c.name)) as codes,
      array(select t.name from quote_set_quotes q join quote_sets t on t.id = q.set_id and t.removed_at is null
        where q.highlight_id = h.id order by lower(t.name)) as sets,
      exists (select from highlights r where r.utterance_id = h.utterance_id and r.refused_at is not null and r.lost_text is null
        and r.start_at < h.end_at and h.start_at < r.end_at) as refused
    from speakers s
    join utterances u on u.speaker_id = s.id
    join interviews i on i.id = u.interview_id
    join highlights h on h.utterance_id = u.id and h.removed_at is null and h.lost_text is null
    join highlight_codes hc on hc.highlight_id = h.id
    join codes c on c.id = hc.code_id and c.removed_at is null
    where s.workspace_id = ${workspaceId} and s.participant_id = ${participantId}
    group by h.id, u.id, i.id order by i.happened_at, i.id, u.position, h.start_at, h.id`.execute(pg)
  const standIns = await standInsOf(
    pg,
    rows.map((row) => row.utterance_id),
  )
  return rows.map((row) => ({
    highlightId: row.id,
    interviewId: row.interview_id,
    text: [...row.text].slice(row.start_at, row.end_at).join(''),
    codes: row.codes,
    sets: row.sets,
    isRefused: row.refused,
    hasStandIns: (standIns.get(row.utterance_id) ?? []).some(
      ({ start, end }) => start < row.end_at && row.start_at < end,
    ),
  }))
}

async function ownExports(pg: Postgres, { workspaceId, personNo, studyId }: OwnLink): Promise<OwnExport[]> {
  const { rows } = await sql<{ at: Date; kind: string; name: string | null }>`
    select e.at, e.kind, users.name from coding_export_people p join coding_exports e on e.id = p.export_id
    left join members m on m.id = e.member_id left join users on users.id = m.user_id
    where p.workspace_id = ${workspaceId} and p.person_no = ${personNo} and (e.study_id is null or e.study_id = ${studyId})
    order by e.id desc`.execute(pg)
  const lists = (await listsOfPerson(pg, { workspaceId, personNo })).map(({ at, who, purpose }) => ({
    at,
    kind: purpose === purposeNumber('invitation') ? 'list to invite' : 'list to mail',
    who,
  }))
  const files = rows.map((row) => ({ at: row.at, kind: row.kind, who: row.name }))
  return [...files, ...lists].toSorted((one, other) => other.at.getTime() - one.at.getTime())
}

async function ownReceipts(pg: Postgres, { workspaceId, participantId }: OwnLink): Promise<OwnReceipt[]> {
  const { rows } = await sql<{
    id: string
    at: Date
    uses: TakenBack[]
    channel: string | null
    note: string | null
    written_for: string | null
    who: string | null
  }>`
    select d.id, d.at, d.uses, d.channel, d.note, d.written_for, users.name as who from withdrawals d left join users on users.id = d.written_by
    where d.workspace_id = ${workspaceId} and d.participant_id = ${participantId} order by d.id desc`.execute(
    pg,
  )
  return rows.map(({ id, at, uses, channel, note, written_for: writtenFor, who }) => ({
    ...{ withdrawalId: id, at, uses },
    written: writtenFor === null ? null : { who, channel, note: note ?? '' },
  }))
}

export type OwnTurn = {
  utteranceId: string
  text: string
  /** Where something else stands than they said. */
  standIns: StandIn[]
  version: number
  isMine: boolean
  /** Who asked, as the file names them. */
  who: string | null
  /** Turns before this one that are not theirs to see. */
  hiddenBefore: number
  isCorrectedByMe: boolean
}
export type OwnTranscript = OwnConversation & { language: string; turns: OwnTurn[]; hiddenAfter: number }

/**
 * One conversation as its participant may read it: their own words and what the interviewer said to them. Never what other participants said, nor
 * what was answered to those (a reply repeats what it replies to). Undefined where they did not take part.
 */
export async function ownTranscript(
  app: App,
  { link, interviewId }: { link: OwnLink; interviewId: string },
): Promise<OwnTranscript | undefined> {
  const { workspaceId, participantId } = link
  const known = await ownConversations(app.pg, link)
  const conversation = known.find((one) => one.interviewId === interviewId)
  if (!conversation) return undefined
  const { rows } = await sql<TurnRow>`
    with turns as (
      select u.id, u.position, u.text, u.version, s.role, s.name, i.language, s.role = 'participant' as is_answer,
        coalesce(s.participant_id = ${participantId}, false) as mine
      from utterances u join speakers s on s.id = u.speaker_id join interviews i on i.id = u.interview_id
      where u.workspace_id = ${workspaceId} and u.interview_id = ${interviewId}
    ),
    exchanges as (select t.*, count(*) filter (where is_answer) over (order by position) as answer from turns t)
    select e.id, e.text, e.version, e.mine, e.role, e.name, e.language,
      bool_or(e.is_answer and not e.mine) over (partition by e.answer) as after_others,
      exists (select from own_corrections c where c.utterance_id = e.id and c.participant_id = ${participantId}) as corrected
    from exchanges e order by e.position`.execute(app.pg)
  const standIns = await standInsOf(
    app.pg,
    rows.map((row) => row.id),
  )
  const turns: OwnTurn[] = []
  let hidden = 0
  for (const row of rows) {
    if (!row.mine && (row.role !== 'interviewer' || row.after_others)) {
      hidden += 1
      continue
    }
    turns.push({
      utteranceId: row.id,
      text: row.text,
      standIns: standIns.get(row.id) ?? [],
      version: row.version,
      isMine: row.mine,
      who: row.mine ? null : row.name,
      hiddenBefore: hidden,
      isCorrectedByMe: row.corrected,
    })
    hidden = 0
  }
  return { ...conversation, language: rows[0]?.language ?? link.language, turns, hiddenAfter: hidden }
}

type TurnRow = {
  id: string
  text: string
  version: number
  mine: boolean
  role: string
  name: string | null
  language: string
  after_others: boolean
  corrected: boolean
}
