import { sql } from 'kysely'
import { z } from 'zod'
import { markTakerTold, takersToTell } from '../insights/index.ts'
import { notFound, type App, type Postgres } from '../platform/index.ts'
import { InterviewId, Language, StudyId, UtteranceId, audit, type MemberActor } from '../workspace/index.ts'
import { sendListNews, sendWithdrawal } from './letters.ts'
import { takenBackKinds } from './own-uses.ts'
import { WithdrawalReceipt } from './receipt.ts'
import type { WrittenFor } from './taken-back.ts'

/** Mails everybody who took the withdrawn words out of the program, once each. Told by the outbox, so that a crash forgets nobody. */
export async function tellExporters(
  app: App,
  { workspaceId, withdrawalId }: { workspaceId: string; withdrawalId: string },
): Promise<void> {
  const { rows } = await sql<{ member_id: string; email: string; language: string; workspace: string }>`
    select distinct m.id as member_id, users.email, users.language, w.name as workspace
    from withdrawal_notices n join members m on m.id = n.member_id join users on users.id = m.user_id
    join workspaces w on w.id = n.workspace_id
    where n.workspace_id = ${workspaceId} and n.withdrawal_id = ${withdrawalId} and n.mailed_at is null`.execute(
    app.pg,
  )
  for (const { member_id: memberId, email, language, workspace } of rows) {
    // Marked before it is sent: of a letter twice and a notice in the program anyway, the notice is enough.
    await sql`
      update withdrawal_notices set mailed_at = ${app.clock.now()}
      where withdrawal_id = ${withdrawalId} and member_id = ${memberId}`.execute(app.pg)
    await sendWithdrawal(app, {
      workspaceId,
      workspace,
      to: email,
      language: Language.catch('en').parse(language),
      url: `${app.baseUrl()}/w/${workspaceId}/withdrawals`,
    })
  }
}

/**
 * Mails everybody who has a list of people to write to in which somebody refused since, once for all that is new. Told by the outbox: who was
 * not told when it stopped is told when it tries again.
 */
export async function tellListTakers(app: App, workspaceId: string): Promise<void> {
  for (const taker of await takersToTell(app, workspaceId)) {
    const { email, language, workspace, newsKey } = taker
    await sendListNews(app, {
      workspaceId,
      workspace,
      to: email,
      language: Language.catch('en').parse(language),
      url: `${app.baseUrl()}/w/${workspaceId}/withdrawals`,
      key: newsKey,
    })
    await markTakerTold(app, { workspaceId, taker })
  }
}

export const WithdrawalListed = z.object({
  withdrawalId: z.uuid(),
  /** Null after an erasure. */
  pseudonym: z.string().nullable(),
  studyId: StudyId.nullable(),
  study: z.string().nullable(),
  uses: z.array(z.enum(takenBackKinds)),
  /** Where the one quote stands that was taken out; null: not one, or it is gone. */
  quote: z.object({ interviewId: InterviewId, utteranceId: UtteranceId }).nullable(),
  at: z.string(),
  /** Whether a member or a program wrote it down for them; null: they did it themself. */
  writtenFor: z.enum(['member', 'program']).nullable(),
  /** How they said it, which member wrote it down (null where that user is gone), and with what note. */
  channel: z.string().nullable(),
  writtenBy: z.string().nullable(),
  note: z.string().nullable(),
  /** What held their words before, and whether whoever took it has taken them out. */
  exports: z.array(
    z.object({
      noticeId: z.uuid(),
      kind: z.string(),
      at: z.string(),
      who: z.string(),
      isMine: z.boolean(),
      doneAt: z.string().nullable(),
    }),
  ),
})
export type WithdrawalListed = z.output<typeof WithdrawalListed>

/** The newest 200 withdrawals of a workspace, with who took words out before. */
export async function listWithdrawals(
  pg: Postgres,
  { workspaceId, memberId }: { workspaceId: string; memberId: string },
): Promise<WithdrawalListed[]> {
  const { rows } = await sql<WithdrawalRow>`
    select d.id, people.pseudonym, d.study_id, s.title, d.uses, d.at, d.channel, d.note, d.written_for, writer.name as written_by, h.interview_id, h.utterance_id,
      coalesce((select jsonb_agg(jsonb_build_object('noticeId', n.id, 'kind', e.kind, 'at', e.at, 'who', users.name,
          'isMine', n.member_id = ${memberId}::uuid, 'doneAt', n.done_at) order by e.id desc)
        from withdrawal_notices n join coding_exports e on e.id = n.export_id join members m on m.id = n.member_id
        join users on users.id = m.user_id where n.withdrawal_id = d.id), '[]') as exports
    from withdrawals d
    left join studies s on s.id = d.study_id
    left join highlights h on h.id = d.highlight_id
    left join users writer on writer.id = d.written_by
    left join participants p on p.id = d.participant_id
    left join people on people.no = p.person_no
    where d.workspace_id = ${workspaceId} order by d.at desc, d.id desc limit 200`.execute(pg)
  return rows.map((row) => ({
    withdrawalId: row.id,
    pseudonym: row.pseudonym,
    studyId: row.study_id === null ? null : StudyId.parse(row.study_id),
    study: row.title,
    uses: z.array(z.enum(takenBackKinds)).parse(row.uses),
    quote:
      row.interview_id === null || row.utterance_id === null
        ? null
        : {
            interviewId: InterviewId.parse(row.interview_id),
            utteranceId: UtteranceId.parse(row.utterance_id),
          },
    at: row.at.toISOString(),
    writtenFor: row.written_for,
    channel: row.channel,
    writtenBy: row.written_by,
    note: row.note,
    exports: WithdrawalListed.shape.exports.parse(row.exports),
  }))
}

type WithdrawalRow = {
  id: string
  pseudonym: string | null
  study_id: string | null
  title: string | null
  uses: string[]
  interview_id: string | null
  utterance_id: string | null
  at: Date
  channel: string | null
  written_for: WrittenFor | null
  written_by: string | null
  note: string | null
  exports: unknown
}

/** A member says that the withdrawn words are gone from what they took out. Throws 404 where it is not theirs. */
export async function settleNotice(
  app: App,
  { workspaceId, noticeId, actor }: { workspaceId: string; noticeId: string; actor: MemberActor },
): Promise<void> {
  await app.pg.transaction().execute(async (tx) => {
    const { rows } = await sql<{ withdrawal_id: string }>`
      update withdrawal_notices set done_at = coalesce(done_at, ${app.clock.now()})
      where workspace_id = ${workspaceId} and id = ${noticeId} and member_id = ${actor.memberId} returning withdrawal_id`.execute(
      tx,
    )
    const [row] = rows
    if (!row) throw notFound('notice')
    const subject = { kind: 'withdrawal', id: row.withdrawal_id }
    await audit(tx, { workspaceId, actor, action: 'withdrawal.settled', subject })
  })
}

/** A participant's own receipt. Throws 404. */
export async function ownReceipt(
  pg: Postgres,
  { participantId, withdrawalId }: { participantId: string; withdrawalId: string },
): Promise<WithdrawalReceipt> {
  const { rows } = await sql<{ receipt: unknown }>`
    select receipt from withdrawals where id = ${withdrawalId} and participant_id = ${participantId}`.execute(
    pg,
  )
  const [row] = rows
  if (!row) throw notFound('receipt')
  return WithdrawalReceipt.parse(row.receipt)
}
