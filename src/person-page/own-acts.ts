import { sql } from 'kysely'
import { forgetCorrections } from '../coding/index.ts'
import { correctWithin } from '../conversations/index.ts'
import { notFound, type App } from '../platform/index.ts'
import { audit, type Doer } from '../workspace/index.ts'
import type { OwnLink } from './links.ts'

/** Whoever holds the link, as the audit trail keeps them. */
export function doerOf({ personId }: OwnLink): Doer {
  return { kind: 'person', personId }
}

/**
 * Corrects the participant's own words, the same way a member does: marked passages keep to their words. It is kept with it that the
 * correction is theirs. Throws 404 for words that are not theirs, `utterance-changed`, `words-withheld` (409) and `utterance-empty` (422).
 */
export async function correctOwnWords(
  app: App,
  given: { link: OwnLink; utteranceId: string; text: string; version: number },
): Promise<{ interviewId: string }> {
  const { link, utteranceId, text, version } = given
  const { workspaceId, participantId } = link
  const interviewId = await ownUtterance(app, { link, utteranceId })
  await app.pg.transaction().execute(async (tx) => {
    const actor = doerOf(link)
    const now = await correctWithin({ app, tx }, { workspaceId, utteranceId, text, version, actor })
    if (now.version === version) return
    await forgetCorrections(tx, utteranceId)
    await tx
      .insertInto('own_corrections')
      .values({
        workspace_id: workspaceId,
        participant_id: participantId,
        utterance_id: utteranceId,
        version: now.version,
        at: app.clock.now(),
      })
      .execute()
  })
  return { interviewId }
}

/** The conversation some words of theirs stand in. Throws 404. */
export async function ownUtterance(
  app: App,
  { link, utteranceId }: { link: OwnLink; utteranceId: string },
): Promise<string> {
  const { rows } = await sql<{ interview_id: string }>`
    select u.interview_id from utterances u join speakers s on s.id = u.speaker_id
    where u.workspace_id = ${link.workspaceId} and u.id = ${utteranceId} and s.participant_id = ${link.participantId}`.execute(
    app.pg,
  )
  const [row] = rows
  if (!row) throw notFound('passage')
  return row.interview_id
}

/** Says that what was written down in a conversation is right as it stands now. Throws 404. */
export async function approveTranscript(
  app: App,
  { link, interviewId }: { link: OwnLink; interviewId: string },
): Promise<void> {
  const { workspaceId, participantId } = link
  await app.pg.transaction().execute(async (tx) => {
    const { rows } = await sql`
      insert into transcript_approvals (workspace_id, participant_id, interview_id, text_version, at)
      select s.workspace_id, s.participant_id, s.interview_id, sum(u.version), ${app.clock.now()}
      from speakers s join utterances u on u.speaker_id = s.id
      where s.workspace_id = ${workspaceId} and s.participant_id = ${participantId} and s.interview_id = ${interviewId}
      group by 1, 2, 3
      on conflict (participant_id, interview_id) do update set text_version = excluded.text_version, at = excluded.at
      returning interview_id`.execute(tx)
    if (rows.length === 0) throw notFound('conversation')
    const subject = { kind: 'interview', id: interviewId }
    await audit(tx, { workspaceId, actor: doerOf(link), action: 'transcript.approved', subject })
  })
}
