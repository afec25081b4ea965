/** Who came through whom, and whether one circle of friends has become the study. */
import { sql } from 'kysely'
import { isSuppressed, normaliseIdentifier } from '../people/index.ts'
import { Problem, type App, type Postgres } from '../platform/index.ts'
import { countAttempt } from '../workspace/index.ts'
import type { OwnInvitation } from './links.ts'
import { keptFor } from './draws.ts'
import {
  InviteeId,
  type InviteeLanguage,
  type InviteeState,
  type IntroductionTree,
} from './recruiting.schema.ts'

/**
 * Somebody with more than a third of all who came, in a study where at least six came, dominates it. The limit is ours: methods texts warn of
 * a sample that is one network without saying where it begins.
 */
export const dominantShare = 1 / 3
const leastForWarning = 6
/** Shares of fewer people than this are not told in percent. */
const leastForShare = 12

export type Introduced = {
  inviteeId: InviteeId
  pseudonym: string | null
  introducedBy: InviteeId | null
  state: InviteeState
  /** Agreed to take part. */
  came: boolean
}

/** The tree of a study's introductions with the share of each root among all who came. Roots that brought nobody are left out. Pure. */
export function introductionTree(people: readonly Introduced[]): IntroductionTree {
  const byId = new Map(people.map((person) => [person.inviteeId, person]))
  const children = Map.groupBy(people, ({ introducedBy }) =>
    introducedBy && byId.has(introducedBy) ? introducedBy : null,
  )
  const came = people.filter((person) => person.came).length
  const rows: IntroductionTree['rows'] = []
  const walk = (person: Introduced, depth: number): number => {
    const { inviteeId, pseudonym, introducedBy, state } = person
    rows.push({ inviteeId, pseudonym, introducedBy, depth, state })
    const below = children.get(inviteeId) ?? []
    return below.reduce((sum, child) => sum + walk(child, depth + 1), person.came ? 1 : 0)
  }
  const roots = (children.get(null) ?? [])
    .filter(({ inviteeId }) => children.has(inviteeId))
    .map((root) => {
      const theirs = walk(root, 0)
      return {
        inviteeId: root.inviteeId,
        pseudonym: root.pseudonym,
        came: theirs,
        share: came < leastForShare ? null : theirs / came,
        isDominant: came >= leastForWarning && theirs / came > dominantShare,
      }
    })
    .toSorted((a, b) => b.came - a.came)
  const introduced = people.filter((person) => person.came && person.introducedBy !== null).length
  return { came, introduced, roots, rows }
}

/** The same of a study, as it is now. */
export async function introductionsOf(
  pg: Postgres,
  { workspaceId, studyId }: { workspaceId: string; studyId: string },
): Promise<IntroductionTree> {
  const { rows } = await sql<{
    id: string
    pseudonym: string | null
    introduced_by: string | null
    state: InviteeState
    participant_id: string | null
  }>`
    select i.id, p.pseudonym, i.introduced_by, i.state, i.participant_id from invitees i left join people p on p.no = i.person_no
    where i.workspace_id = ${workspaceId} and i.study_id = ${studyId} order by i.id`.execute(pg)
  return introductionTree(
    rows.map((row) => ({
      inviteeId: InviteeId.parse(row.id),
      pseudonym: row.pseudonym,
      introducedBy: row.introduced_by === null ? null : InviteeId.parse(row.introduced_by),
      state: row.state,
      came: row.participant_id !== null && row.state !== 'declined' && row.state !== 'refused',
    })),
  )
}

/**
 * Somebody who was passed a link asks for their own. One letter goes to the address they give; nothing about them is kept but it, and only
 * for two weeks without their word. Whether a letter goes is told to nobody: not to who was asked already, has refused, or had one lately.
 * Throws `not-an-address` (422) and `too-many-attempts` (429).
 */
export async function askForLink(
  app: App,
  given: { invitation: OwnInvitation; address: string; language: InviteeLanguage; ip: string },
): Promise<void> {
  const { invitation, language, ip } = given
  const { workspaceId, studyId, inviteeId } = invitation
  await countAttempt(app, { what: 'introduction', who: ip, most: 10, seconds: 3600 })
  await countAttempt(app, { what: 'introduction', who: inviteeId, most: 20, seconds: 86_400 })
  const identifier = normaliseIdentifier({ kind: 'email', value: given.address })
  if (!identifier) throw notAnAddress()
  const address = identifier.value
  const now = app.clock.now()
  // Of one address one letter a month, whoever types it.
  if (!(await isFirstLately(app, `${studyId} ${address}`))) return
  if (await isSuppressed(app, { workspaceId, identifier })) return
  if (await isKnownNot(app, { workspaceId, studyId, address })) return
  await sql`
    insert into invitees (workspace_id, study_id, address, is_introduced, introduced_by, language, state, made_at, released_at, expires_at)
    values (${workspaceId}::uuid, ${studyId}::uuid, ${address}, true, ${inviteeId}::uuid, ${language}, 'drawn', ${now}, ${now},
      ${new Date(now.getTime() + keptFor)})
    on conflict (study_id, address) where address is not null do nothing`.execute(app.pg)
}

async function isFirstLately(app: App, who: string): Promise<boolean> {
  try {
    await countAttempt(app, { what: 'introduction letter', who, most: 1, seconds: 30 * 86_400 })
    return true
  } catch (error) {
    if (error instanceof Problem && error.id === 'too-many-attempts') return false
    throw error
  }
}

/** Somebody at this address who is asked by this study already, or has refused to be invited. */
async function isKnownNot(
  app: App,
  { workspaceId, studyId, address }: { workspaceId: string; studyId: string; address: string },
): Promise<boolean> {
  const { rows } = await sql<{ known: boolean }>`
    select exists (select from invitees i where i.study_id = ${studyId}::uuid and i.person_no = d.person_no)
      or exists (select from consent_state c where c.workspace_id = d.workspace_id and c.person_no = d.person_no and c.purpose = 2
        and c.scope in ('', 'study:' || ${studyId}::text) and c.state <> 'given') as known
    from identifiers d where d.workspace_id = ${workspaceId} and d.kind = 'email' and d.value = ${address}`.execute(
    app.pg,
  )
  return rows[0]?.known ?? false
}

const notAnAddress = () =>
  new Problem({
    id: 'not-an-address',
    status: 422,
    detail: 'Give an e-mail address such as name@example.org.',
  })
