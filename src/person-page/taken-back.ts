/** What somebody took back, with its receipt, and who has to be told because it had left the program before. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { json, type App, type Postgres, type PostgresTransaction } from '../platform/index.ts'
import { Language, type Doer } from '../workspace/index.ts'
import type { OwnLink } from './links.ts'
import type { TakenBack } from './own-uses.ts'
import { signWithdrawal } from './receipt.ts'

type At = { app: App; tx: PostgresTransaction }
export type Of = Pick<OwnLink, 'workspaceId' | 'studyId' | 'participantId' | 'personNo'>
/** Who writes down for somebody what they say; whether it was one stays known when their user is gone. */
export type WrittenFor = 'member' | 'program'
/** How it was said: on the own page (`writtenFor` is null), or to a member who wrote it down. */
export type HowSaid = {
  language: Language
  channel: string | null
  note: string | null
  writtenFor: WrittenFor | null
  writtenBy: string | null
}
/** A use of all their words, or the name beside those that are quoted. */
export type Chosen = { use: Exclude<TakenBack, 'one_quote'>; wording: string }
type Earlier = { id: string; member_id: string }
type EarlierQuote = Earlier & { kind: string; at: Date; who: string }

/** Keeps what is taken back of uses of all their words: who took words or photos of theirs out before is told. Returns the receipt's id. */
export async function keepUsesTakenBack(
  at: At,
  { of, chosen, said }: { of: Of; chosen: readonly Chosen[]; said: HowSaid },
): Promise<string> {
  const { workspaceId, studyId, personNo } = of
  const kinds = exportKindsOf(chosen.map(({ use }) => use))
  const { rows } = await sql<Earlier>`
    select e.id, e.member_id from coding_export_people p join coding_exports e on e.id = p.export_id
    where p.workspace_id = ${workspaceId} and p.person_no = ${personNo} and e.member_id is not null
      and (e.study_id is null or e.study_id = ${studyId}) and e.kind = any(${kinds}::text[])`.execute(at.tx)
  return keepReceipt(at, { of, said, withdrawn: chosen, highlightId: null, earlier: rows })
}

/** The same for one quote: who took that very passage out as a quote, or words that overlap it, is told. */
export async function keepQuoteTakenBack(
  at: At,
  given: { of: Of; highlightId: string; wording: string; said: HowSaid },
): Promise<string> {
  const { of, highlightId, wording, said } = given
  const earlier = await exportsOfQuote(at.tx, { of, highlightId })
  const withdrawn = [{ use: 'one_quote' as const, wording }]
  return keepReceipt(at, { of, said, withdrawn, highlightId, earlier })
}

/**
 * A passage may have been longer when it left: its turn was split since, and this is a part. Of what left before passages were written down, everybody is
 * told who has quotes of this person.
 */
export async function exportsOfQuote(
  pg: Postgres | PostgresTransaction,
  { of, highlightId }: { of: Of; highlightId: string },
): Promise<EarlierQuote[]> {
  const { workspaceId, studyId, personNo } = of
  const { rows } = await sql<EarlierQuote>`
    with recursive whole as (
      select id, continues_id from highlights where id = ${highlightId}::uuid
      union select p.id, p.continues_id from highlights p join whole w on p.id = w.continues_id
    ), held as (
      select id from whole
      union select o.id from highlights h join highlights o on o.utterance_id = h.utterance_id and o.start_at < h.end_at and h.start_at < o.end_at
      where h.id = ${highlightId}::uuid
    )
    select e.id, e.member_id, e.kind, e.at, users.name as who
    from coding_exports e join members m on m.id = e.member_id join users on users.id = m.user_id
    where e.workspace_id = ${workspaceId} and (e.study_id is null or e.study_id = ${studyId})
      and e.kind = any(${quoted}::text[]) and case
        when exists (select from coding_export_quotes q where q.export_id = e.id)
        then exists (select from coding_export_quotes q join held on held.id = q.highlight_id where q.export_id = e.id)
        else exists (select from coding_export_people p where p.export_id = e.id and p.person_no = ${personNo})
      end
    order by e.id desc`.execute(pg)
  return rows
}

const quoted = ['quotes', 'report', 'report print']

/** Which exports hold what was withdrawn: quotes stand in some, everything said in all but a codebook, photos in archives of projects. */
function exportKindsOf(withdrawn: readonly Chosen['use'][]): string[] {
  if (withdrawn.includes('conversation_analysis')) return [...quoted, 'project', 'matrix', 'memos']
  return [
    ...(withdrawn.includes('quoting') || withdrawn.includes('credited_name') ? quoted : []),
    ...(withdrawn.includes('recording') ? ['project'] : []),
  ]
}

type Kept = {
  of: Of
  said: HowSaid
  withdrawn: readonly { use: TakenBack; wording: string }[]
  highlightId: string | null
  earlier: readonly Earlier[]
}

/** What somebody decides on their own page, in the language they read it in. */
export function onOwnPage(language: Language): HowSaid {
  return { language, channel: null, note: null, writtenFor: null, writtenBy: null }
}

/** Whoever is none of these says it themself. */
const writers: Partial<Record<Doer['kind'], WrittenFor>> = {
  member: 'member',
  user: 'member',
  key: 'program',
  system: 'program',
}

/** What a member writes down that somebody said: in the participant's language, as their receipt will be. */
export async function toMember(
  tx: PostgresTransaction,
  given: { participantId: string; channel: string | null; note: string | null; actor: Doer },
): Promise<HowSaid> {
  const { participantId, channel, note, actor } = given
  const { language, ofStudy } = await tx
    .selectFrom('participants')
    .innerJoin('studies', 'studies.id', 'participants.study_id')
    .select(['participants.language', 'studies.language as ofStudy'])
    .where('participants.id', '=', participantId)
    .executeTakeFirstOrThrow()
  return {
    language: Language.catch('en').parse(language ?? ofStudy),
    channel,
    note,
    writtenFor: writers[actor.kind] ?? null,
    writtenBy: actor.kind === 'member' ? actor.userId : null,
  }
}

async function keepReceipt({ app, tx }: At, given: Kept): Promise<string> {
  const { of, said, withdrawn, highlightId, earlier } = given
  const { workspaceId, studyId, participantId } = of
  const receiptId = randomUUID()
  const at = app.clock.now()
  const receipt = signWithdrawal(app.secret, {
    format: 'samtale-withdrawal-1',
    receiptId,
    workspaceId,
    studyId,
    at: at.toISOString(),
    language: said.language,
    withdrawn: [...withdrawn],
    exportsTold: earlier.length,
  })
  await tx
    .insertInto('withdrawals')
    .values({
      id: receiptId,
      workspace_id: workspaceId,
      study_id: studyId,
      participant_id: participantId,
      uses: withdrawn.map(({ use }) => use),
      highlight_id: highlightId,
      receipt: json(receipt),
      at,
      channel: said.channel,
      note: said.note,
      written_for: said.writtenFor,
      written_by: said.writtenBy,
    })
    .execute()
  await sql`
    insert into withdrawal_notices (workspace_id, withdrawal_id, export_id, member_id)
    select ${workspaceId}::uuid, ${receiptId}::uuid, e.id, e.member_id
    from unnest(${earlier.map(({ id }) => id)}::uuid[], ${earlier.map((row) => row.member_id)}::uuid[]) as e (id, member_id)`.execute(
    tx,
  )
  await app.outbox.publish(tx, {
    workspaceId,
    topic: 'participant.withdrew',
    payload: { withdrawalId: receiptId },
  })
  return receiptId
}
