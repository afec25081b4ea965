import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { recordConsent } from '../consent/index.ts'
import { writeAgreements, type TakingBack } from '../conversations/index.ts'
import { json, notFound, type App, type PostgresTransaction } from '../platform/index.ts'
import { Language, audit } from '../workspace/index.ts'
import type { OwnLink } from './links.ts'
import { doerOf } from './own-acts.ts'
import { statesOfUses, type Use } from './own-uses.ts'
import { signWithdrawal } from './receipt.ts'

type Choosing = {
  link: OwnLink
  /** Each with the words the participant read beside it. */
  chosen: readonly { use: Use; wording: string }[]
  answer: 'yes' | 'no'
  language: Language
}

/**
 * Writes down what a participant decides on their page: in the ledger with the words they read, so that it holds at the next read
 * everywhere. What is taken back gets a receipt, and those who took their words out before are told. What stands so already changes nothing.
 * Returns the receipt's id, or undefined where nothing was taken back.
 */
export async function chooseUses(app: App, choosing: Choosing): Promise<string | undefined> {
  const { link, chosen, answer } = choosing
  return app.pg.transaction().execute(async (tx) => {
    // Two presses of a button are one word.
    const held = await sql`select from participants where id = ${link.participantId} for update`.execute(tx)
    if (held.rows.length === 0) throw notFound('participant')
    const states = await statesOfUses(tx, link)
    const changing = chosen.filter(({ use }) => states[use] !== answer)
    if (changing.length === 0) return undefined
    await writeWords({ app, tx }, { ...choosing, chosen: changing })
    await audit(tx, {
      workspaceId: link.workspaceId,
      actor: doerOf(link),
      action: 'participant.agreements',
      subject: { kind: 'participant', id: link.participantId },
      detail: { agreements: changing.map(({ use }) => `${use}: ${answer === 'yes' ? 'given' : 'refused'}`) },
    })
    return answer === 'no' ? keepReceipt({ app, tx }, { ...choosing, chosen: changing }) : undefined
  })
}

/** A member writes down what a participant takes back: it gets a receipt on their page, and those who took their words out are told, as if they had done it there. */
export async function keepTakenBack(tx: PostgresTransaction, taking: TakingBack): Promise<void> {
  const { app, workspaceId, studyId, participantId, personNo, refused } = taking
  const states = await statesOfUses(tx, taking)
  const chosen = refused
    .filter(({ agreement }) => states[agreement] === 'yes')
    .map(({ agreement: use, wording = '' }) => ({ use, wording }))
  if (chosen.length === 0) return
  const said = await tx
    .selectFrom('participants')
    .innerJoin('studies', 'studies.id', 'participants.study_id')
    .select(['participants.language', 'studies.language as ofStudy'])
    .where('participants.id', '=', participantId)
    .executeTakeFirstOrThrow()
  const language = Language.catch('en').parse(said.language ?? said.ofStudy)
  const link = { workspaceId, studyId, participantId, personNo }
  await keepReceipt({ app, tx }, { link, chosen, language })
}

type At = { app: App; tx: PostgresTransaction }

async function writeWords({ app, tx }: At, { link, chosen, answer, language }: Choosing): Promise<void> {
  const { workspaceId, studyId, participantId, personNo } = link
  const channel = 'own page'
  const given = answer === 'yes'
  const agreements = chosen.flatMap(({ use, wording }) =>
    use === 'invitation' ? [] : [{ agreement: use, given, wording, language, channel }],
  )
  await writeAgreements(
    { app, tx },
    { workspaceId, studyId, joined: [{ participantId, personNo, agreements }], actor: doerOf(link) },
  )
  const invitation = chosen.find(({ use }) => use === 'invitation')
  if (!invitation) return
  const entry = {
    personNo,
    purpose: 'invitation' as const,
    state: given ? ('given' as const) : ('withdrawn' as const),
    happenedAt: app.clock.now(),
    wording: invitation.wording,
    language,
    channel,
    actor: { kind: 'person', id: link.personId },
  }
  await recordConsent({ tx, outbox: app.outbox }, { workspaceId, entries: [entry] })
}

type Taken = Pick<Choosing, 'chosen' | 'language'> & {
  link: Pick<OwnLink, 'workspaceId' | 'studyId' | 'participantId' | 'personNo'>
}

async function keepReceipt({ app, tx }: At, { link, chosen, language }: Taken): Promise<string> {
  const { workspaceId, studyId, participantId, personNo } = link
  const receiptId = randomUUID()
  const at = app.clock.now()
  const withdrawn = chosen.map(({ use }) => use)
  const told = await sql<{ id: string; member_id: string }>`
    select e.id, e.member_id from coding_export_people p join coding_exports e on e.id = p.export_id
    where p.workspace_id = ${workspaceId} and p.person_no = ${personNo} and e.member_id is not null
      and (e.study_id is null or e.study_id = ${studyId}) and e.kind = any(${exportKindsOf(withdrawn)}::text[])`.execute(
    tx,
  )
  const receipt = signWithdrawal(app.secret, {
    format: 'samtale-withdrawal-1',
    receiptId,
    workspaceId,
    studyId,
    at: at.toISOString(),
    language,
    withdrawn: [...chosen],
    exportsTold: told.rows.length,
  })
  await tx
    .insertInto('withdrawals')
    .values({
      id: receiptId,
      workspace_id: workspaceId,
      study_id: studyId,
      participant_id: participantId,
      uses: withdrawn,
      receipt: json(receipt),
      at,
    })
    .execute()
  await sql`
    insert into withdrawal_notices (workspace_id, withdrawal_id, export_id, member_id)
    select ${workspaceId}::uuid, ${receiptId}::uuid, e.id, e.member_id
    from unnest(${told.rows.map((row) => row.id)}::uuid[], ${told.rows.map((row) => row.member_id)}::uuid[]) as e (id, member_id)`.execute(
    tx,
  )
  await app.outbox.publish(tx, {
    workspaceId,
    topic: 'participant.withdrew',
    payload: { withdrawalId: receiptId },
  })
  return receiptId
}

/** Which exports hold what was withdrawn: quotes stand in some, everything said in all but a codebook, photos in archives of projects. */
function exportKindsOf(withdrawn: readonly Use[]): string[] {
  const quoted = ['quotes', 'report', 'report print']
  if (withdrawn.includes('conversation_analysis')) return [...quoted, 'project', 'matrix', 'memos']
  return [
    ...(withdrawn.includes('quoting') ? quoted : []),
    ...(withdrawn.includes('recording') ? ['project'] : []),
  ]
}
