import { sql } from 'kysely'
import { teamWordsToKeep } from '../conversations/index.ts'
import { notFound, type App, type Postgres, type PostgresTransaction } from '../platform/index.ts'
import { audit, type AuditAction, type Doer, type Language, type MemberActor } from '../workspace/index.ts'
import type { OwnLink } from './links.ts'
import { doerOf } from './own-acts.ts'
import { pageWords } from './page/words/words.ts'
import { keepQuoteTakenBack, onOwnPage, toMember, type HowSaid, type Of } from './taken-back.ts'

/**
 * Takes a marked passage of theirs out of everything that is shown as a quote, from the next read on. It gets a receipt, and those who took it out of the
 * program before are told; taken out once more it changes nothing. Throws 404.
 */
export async function refuseQuote(
  app: App,
  given: { link: OwnLink; highlightId: string; wording: string; language: Language },
): Promise<void> {
  const { link, highlightId, wording, language } = given
  const by = { doer: doerOf(link), action: 'quote.refused' as const }
  await app.pg
    .transaction()
    .execute((tx) => takeOut({ app, tx }, { of: link, highlightId, wording, said: onOwnPage(language), by }))
}

/** The same for somebody who said so to a member: by phone, in a letter. Throws 404 for what is no participant's words. */
export async function refuseQuoteFor(
  app: App,
  given: { workspaceId: string; highlightId: string; channel: string; note: string; actor: MemberActor },
): Promise<void> {
  const { channel, note, actor, highlightId } = given
  const of = await speakerOf(app.pg, given)
  await app.pg.transaction().execute(async (tx) => {
    const { workspaceId, participantId } = of
    const about = { kind: 'highlight', id: highlightId } as const
    const [kept = note] = await teamWordsToKeep(tx, { app, workspaceId, about, texts: [note] })
    const said = await toMember(tx, { participantId, channel, note: kept === '' ? null : kept, actor })
    const wording = pageWords[said.language].askedToTakeOut
    const by = { doer: actor, action: 'quote.refused-for' as const }
    await takeOut({ app, tx }, { of, highlightId, wording, said, by })
  })
}

/** Whose words a marked passage is. Throws 404. */
export async function speakerOf(
  pg: Postgres,
  { workspaceId, highlightId }: { workspaceId: string; highlightId: string },
): Promise<Of> {
  const { rows } = await sql<{ participant_id: string; person_no: number; study_id: string }>`
    select p.id as participant_id, p.person_no, p.study_id
    from highlights h join utterances u on u.id = h.utterance_id join speakers s on s.id = u.speaker_id join participants p on p.id = s.participant_id
    where h.workspace_id = ${workspaceId} and h.id = ${highlightId}`.execute(pg)
  const [row] = rows
  if (!row) throw notFound('passage')
  const { participant_id: participantId, person_no: personNo, study_id: studyId } = row
  return { workspaceId, participantId, personNo, studyId }
}

type TakingOut = {
  of: Of
  highlightId: string
  wording: string
  said: HowSaid
  by: { doer: Doer; action: AuditAction }
}

async function takeOut(
  { app, tx }: { app: App; tx: PostgresTransaction },
  { of, highlightId, wording, said, by }: TakingOut,
): Promise<void> {
  const { workspaceId, participantId } = of
  // Whoever takes out a passage that overlaps it at this moment holds its participant.
  await sql`select from participants where id = ${participantId} for no key update`.execute(tx)
  const { rows } = await sql<{ refused_at: Date | null }>`
    select h.refused_at from highlights h join utterances u on u.id = h.utterance_id join speakers s on s.id = u.speaker_id
    where h.workspace_id = ${workspaceId} and h.id = ${highlightId} and s.participant_id = ${participantId} for update of h`.execute(
    tx,
  )
  const [found] = rows
  if (!found) throw notFound('passage')
  if (found.refused_at !== null) return
  await tx
    .updateTable('highlights')
    .set({ refused_at: app.clock.now() })
    .where('id', '=', highlightId)
    .execute()
  await keepQuoteTakenBack({ app, tx }, { of, highlightId, wording, said })
  const subject = { kind: 'highlight', id: highlightId }
  await audit(tx, { workspaceId, actor: by.doer, action: by.action, subject })
}
