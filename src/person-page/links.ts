import { sql } from 'kysely'
import { Problem, linkToken, notFound, readLinkToken, type App } from '../platform/index.ts'
import { ParticipantId, Language, audit, countAttempt, type MemberActor } from '../workspace/index.ts'
import { sendLink } from './letters.ts'

const days = 90
const what = 'person-link'

/** Who opened their page, as everything behind it needs them. */
export type OwnLink = {
  linkId: string
  workspaceId: string
  workspace: string
  participantId: string
  personNo: number
  personId: string
  studyId: string
  study: string
  language: Language
}

/**
 * Whose page this is. Throws 404 for what this installation has not made, `link-old` (410) for what is too old or was taken back, and
 * `too-many-attempts` (429) for who goes on guessing.
 */
export async function openLink(
  app: App,
  { token, ip }: { token: string; ip: string },
): Promise<{ state: 'open'; link: OwnLink } | { state: 'old'; language: Language }> {
  const linkId = readLinkToken(app.secret, { what, token })
  const { rows } = await sql<LinkRow>`
    select l.id, l.workspace_id, w.name as workspace, l.participant_id, p.person_no, people.id as person_id, p.study_id,
      s.title as study, coalesce(p.language, s.language) as language, l.expires_at, l.revoked_at
    from person_links l
    join workspaces w on w.id = l.workspace_id
    join participants p on p.id = l.participant_id
    join people on people.no = p.person_no
    join studies s on s.id = p.study_id
    where l.id = ${linkId ?? null}::uuid`.execute(app.pg)
  const [row] = rows
  if (!row) {
    await countAttempt(app, { what: 'own page', who: ip, most: 30, seconds: 900 })
    throw notFound('page')
  }
  const language = Language.catch('en').parse(row.language)
  if (row.revoked_at !== null || row.expires_at <= app.clock.now()) return { state: 'old', language }
  return {
    state: 'open',
    link: {
      linkId: row.id,
      workspaceId: row.workspace_id,
      workspace: row.workspace,
      participantId: row.participant_id,
      personNo: row.person_no,
      personId: row.person_id,
      studyId: row.study_id,
      study: row.study,
      language,
    },
  }
}

type LinkRow = {
  id: string
  workspace_id: string
  workspace: string
  participant_id: string
  person_no: number
  person_id: string
  study_id: string
  study: string
  language: string
  expires_at: Date
  revoked_at: Date | null
}

/** Writes down that the page was opened, the first time. */
export async function markOpened(app: App, linkId: string): Promise<void> {
  await sql`update person_links set opened_at = ${app.clock.now()} where id = ${linkId} and opened_at is null`.execute(
    app.pg,
  )
}

type OnParticipant = { workspaceId: string; participantId: string; actor: MemberActor }

/** The address of a participant's page: the one in force, or a new one for {@link days} days. Throws 404. */
export async function giveLink(app: App, given: OnParticipant): Promise<{ url: string; expiresAt: Date }> {
  const { linkId, expiresAt } = await linkInForce(app, given)
  return { url: `${app.baseUrl()}/p/${linkToken(app.secret, { what, id: linkId })}`, expiresAt }
}

/** Mails it in the participant's language. Throws 404, and `no-address` (422) where no e-mail address is known. */
export async function mailLink(app: App, given: OnParticipant): Promise<void> {
  const { workspaceId, participantId, actor } = given
  await countAttempt(app, { what: 'own page mail', who: participantId, most: 5, seconds: 3600 })
  const { rows } = await sql<{ email: string | null; language: string; workspace: string }>`
    select min(i.value) as email, coalesce(p.language, s.language) as language, w.name as workspace
    from participants p join studies s on s.id = p.study_id join workspaces w on w.id = p.workspace_id
    left join identifiers i on i.workspace_id = p.workspace_id and i.person_no = p.person_no and i.kind = 'email'
    where p.workspace_id = ${workspaceId} and p.id = ${participantId} group by 2, 3`.execute(app.pg)
  const [found] = rows
  if (!found) throw notFound('participant')
  if (found.email === null)
    throw new Problem({
      id: 'no-address',
      status: 422,
      detail: 'No e-mail address of this participant is known. Copy the link and send it yourself.',
    })
  const { url } = await giveLink(app, given)
  const language = Language.catch('en').parse(found.language)
  await sendLink(app, { workspaceId, workspace: found.workspace, to: found.email, language, url, days })
  await app.pg.transaction().execute(async (tx) => {
    await sql`
      update person_links set mailed_at = ${app.clock.now()}
      where participant_id = ${participantId} and revoked_at is null and joined_at is null`.execute(tx)
    const subject = { kind: 'participant', id: participantId }
    await audit(tx, { workspaceId, actor, action: 'participant.link-mailed', subject })
  })
}

/** Takes the link back: it opens nothing any more. Throws 404 where none is in force. */
export async function revokeLink(app: App, given: OnParticipant): Promise<void> {
  const { workspaceId, participantId, actor } = given
  await app.pg.transaction().execute(async (tx) => {
    const done = await sql`
      update person_links set revoked_at = ${app.clock.now()}
      where workspace_id = ${workspaceId} and participant_id = ${participantId} and revoked_at is null returning id`.execute(
      tx,
    )
    if (done.rows.length === 0) throw notFound('link')
    const subject = { kind: 'participant', id: participantId }
    await audit(tx, { workspaceId, actor, action: 'participant.link-revoked', subject })
  })
}

async function linkInForce(app: App, given: OnParticipant): Promise<{ linkId: string; expiresAt: Date }> {
  const { workspaceId, participantId, actor } = given
  const now = app.clock.now()
  return app.pg.transaction().execute(async (tx) => {
    const held = await sql`
      select from participants where workspace_id = ${workspaceId} and id = ${participantId} for update`.execute(
      tx,
    )
    if (held.rows.length === 0) throw notFound('participant')
    await sql`
      update person_links set revoked_at = ${now}
      where participant_id = ${participantId} and revoked_at is null and expires_at <= ${now}`.execute(tx)
    const { rows } = await sql<{ id: string; expires_at: Date }>`
      select id, expires_at from person_links
      where participant_id = ${participantId} and revoked_at is null and joined_at is null`.execute(tx)
    const [known] = rows
    if (known) return { linkId: known.id, expiresAt: known.expires_at }
    const expiresAt = new Date(now.getTime() + days * 86_400_000)
    const made = await tx
      .insertInto('person_links')
      .values({
        workspace_id: workspaceId,
        participant_id: participantId,
        made_at: now,
        made_by: actor.memberId,
        expires_at: expiresAt,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const subject = { kind: 'participant', id: ParticipantId.parse(participantId) }
    await audit(tx, { workspaceId, actor, action: 'participant.link-made', subject })
    return { linkId: made.id, expiresAt }
  })
}
