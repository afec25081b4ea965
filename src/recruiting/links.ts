import { sql } from 'kysely'
import { linkToken, notFound, readLinkToken, type App } from '../platform/index.ts'
import { countAttempt } from '../workspace/index.ts'
import { InviteeLanguage, type InviteeState } from './recruiting.schema.ts'

/** Who opened their link, as everything behind it needs them. */
export type OwnInvitation = {
  inviteeId: string
  workspaceId: string
  workspace: string
  studyId: string
  /** Null: a friend who has not said yet that the address is theirs. */
  personNo: number | null
  personId: string | null
  participantId: string | null
  sittingId: string | null
  isIntroduced: boolean
  state: InviteeState
  language: InviteeLanguage
  studyLanguage: string
  zone: string | null
}

export type Opened = { state: 'open' | 'old'; invitation: OwnInvitation }

const what = { own: 'invitation', friend: 'introduction' } as const

/** The address of somebody's own page, which asks them and keeps their appointment. */
export function ownAddress(app: Pick<App, 'secret' | 'baseUrl'>, inviteeId: string): string {
  return `${app.baseUrl()}/i/${linkToken(app.secret, { what: what.own, id: inviteeId })}`
}

/** The address somebody can pass on. It leads to no page of theirs. */
export function friendAddress(app: App, inviteeId: string): string {
  return `${app.baseUrl()}/r/${linkToken(app.secret, { what: what.friend, id: inviteeId })}`
}

/**
 * Whose link this is. `old`: sixty days have passed without an appointment, or the study is put away; refusing works even then. Throws 404 for what this
 * installation has not made, and `too-many-attempts` (429) for who goes on guessing.
 */
export async function openInvitation(
  app: App,
  { token, ip, as }: { token: string; ip: string; as: keyof typeof what },
): Promise<Opened> {
  const inviteeId = readLinkToken(app.secret, { what: what[as], token })
  const invitation = inviteeId === undefined ? undefined : await findInvitation(app, inviteeId)
  if (!invitation) {
    await countAttempt(app, { what: 'own page', who: ip, most: 30, seconds: 900 })
    throw notFound('page')
  }
  const { expiresAt, isArchived, ...own } = invitation
  const isOld = isArchived || (own.participantId === null && expiresAt <= app.clock.now())
  return { state: isOld ? 'old' : 'open', invitation: own }
}

async function findInvitation(
  app: App,
  inviteeId: string,
): Promise<(OwnInvitation & { expiresAt: Date; isArchived: boolean }) | undefined> {
  const { rows } = await sql<Row>`
    select i.*, w.name as workspace, s.language as study_language, s.archived_at, p.id as person_id
    from invitees i join workspaces w on w.id = i.workspace_id join studies s on s.id = i.study_id
    left join people p on p.no = i.person_no
    where i.id = coalesce((select j.stays_id from joined_invitees j where j.gone_id = ${inviteeId}::uuid), ${inviteeId}::uuid)`.execute(
    app.pg,
  )
  const [row] = rows
  return (
    row && {
      inviteeId: row.id,
      workspaceId: row.workspace_id,
      workspace: row.workspace,
      studyId: row.study_id,
      personNo: row.person_no,
      personId: row.person_id,
      participantId: row.participant_id,
      sittingId: row.sitting_id,
      isIntroduced: row.is_introduced,
      state: row.state,
      language: InviteeLanguage.catch('en').parse(row.language),
      studyLanguage: row.study_language,
      zone: row.zone,
      expiresAt: row.expires_at,
      isArchived: row.archived_at !== null,
    }
  )
}

type Row = {
  id: string
  workspace_id: string
  workspace: string
  study_id: string
  study_language: string
  archived_at: Date | null
  person_no: number | null
  person_id: string | null
  participant_id: string | null
  sitting_id: string | null
  is_introduced: boolean
  state: InviteeState
  language: string
  zone: string | null
  expires_at: Date
}
