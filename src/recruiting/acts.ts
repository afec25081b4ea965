/** What somebody who is asked does on their page. */
import { sql } from 'kysely'
import { recordConsent, studyScope } from '../consent/index.ts'
import {
  addParticipants,
  findStudy,
  leaveSitting,
  writeAgreements,
  type AgreementGiven,
} from '../conversations/index.ts'
import { resolvePeople } from '../people/index.ts'
import { Problem, json, notFound, type App, type PostgresTransaction } from '../platform/index.ts'
import { createSource } from '../sources/index.ts'
import { audit, type Doer } from '../workspace/index.ts'
import { lessComing, unheardQuotas, type Wanted } from './candidates.ts'
import type { OwnInvitation } from './links.ts'
import { readRecruitment } from './recruitment.ts'
import type { InviteeLanguage, InviteeState } from './recruiting.schema.ts'

type Asked = { invitation: OwnInvitation; language: InviteeLanguage }

/** What an answer leads to. Which answer it was is kept only of those who fit. */
export type Answered = 'unfit' | 'waiting' | 'fits'

/**
 * Goes on after the questions: fits, waits for a place, or is thanked. A friend becomes somebody in the data here, at the address their letter
 * came to. Throws `answers-missing` (422), `not-open` (409) where it was answered before, 404 where the address was erased meanwhile.
 */
export async function answerQuestions(
  app: App,
  given: Asked & { answers: Record<string, string>; wording: string },
): Promise<Answered> {
  const { invitation } = given
  const { workspaceId, studyId, inviteeId } = invitation
  const study = await findStudy(app.pg, { workspaceId, studyId })
  if (!study) throw notFound('study')
  const { screener } = await readRecruitment(app.pg, { workspaceId, studyId })
  const known = await answersBefore(app, inviteeId)
  const answers = known ?? given.answers
  const chosen = screener.map(({ id, answers: choices }) =>
    choices.find((choice) => choice.id === answers[id]),
  )
  if (known === null && chosen.includes(undefined)) throw answersMissing()
  if (invitation.personNo === null) await comeForward(app, given)
  const isFitting = known !== null || chosen.every((choice) => choice?.fits === true)
  const quotas = await unheardQuotas(app, { workspaceId, study })
  return app.pg.transaction().execute(async (tx) => {
    // Of two who answer for the last place at once, one waits.
    await sql`select from studies where id = ${studyId}::uuid for no key update`.execute(tx)
    const found = await lockInvitee(tx, inviteeId)
    if (!['drawn', 'invited', 'unknown', 'failed'].includes(found.state)) throw notOpen()
    const open = await lessComing(tx, { workspaceId, study, quotas })
    const isFree = isFitting && hasPlace(found, open)
    const state = isFitting ? (isFree ? ('fits' as const) : ('waiting' as const)) : ('unfit' as const)
    await sql`
      update invitees set state = ${state}, answered_at = coalesce(answered_at, ${app.clock.now()}),
        answers = ${isFitting ? json(answers) : null}::jsonb, language = ${given.language} where id = ${inviteeId}::uuid`.execute(
      tx,
    )
    return state
  })
}

async function answersBefore(app: App, inviteeId: string): Promise<Record<string, string> | null> {
  const { rows } = await sql<{ answers: Record<string, string> | null }>`
    select answers from invitees where id = ${inviteeId}::uuid`.execute(app.pg)
  return rows[0]?.answers ?? null
}

/** The friend says that the address is theirs: from here on they are a person, with what they said to being written to. */
async function comeForward(app: App, { invitation, language, wording }: Asked & { wording: string }) {
  const { workspaceId, inviteeId, studyId } = invitation
  const address = await sql<{ address: string | null }>`
    select address from invitees where id = ${inviteeId}::uuid`.execute(app.pg)
  const email = address.rows[0]?.address ?? null
  if (email === null) return
  const source = await createSource(app, {
    workspaceId,
    name: 'Introductions',
    party: 'first',
    origin: 'told',
    kind: 'interviews',
    bases: { analysis: { basis: 'consent' }, invitation: { basis: 'consent' } },
    by: undefined,
  })
  const [found] = await resolvePeople(app, {
    workspaceId,
    sourceId: source.id,
    trust: 'trusted',
    rows: [{ identifiers: [{ kind: 'email', value: email }] }],
  })
  if (!found || found.state === 'refused') throw notFound('page')
  const { personNo, personId } = found
  await app.pg.transaction().execute(async (tx) => {
    const others = await sql`
      select from invitees where study_id = ${studyId}::uuid and person_no = ${personNo} for update`.execute(
      tx,
    )
    // Asked already on their own account: that letter counts, this one leads nowhere any more.
    if (others.rows.length > 0) throw notOpen()
    await sql`
      update invitees set person_no = ${personNo}, address = null where id = ${inviteeId}::uuid and person_no is null`.execute(
      tx,
    )
    const actor: Doer = { kind: 'person', personId }
    const said = {
      state: 'given' as const,
      happenedAt: app.clock.now(),
      wording,
      language,
      channel: 'introduction',
    }
    await recordConsent(
      { tx, outbox: app.outbox },
      {
        workspaceId,
        entries: [
          {
            ...said,
            personNo,
            purpose: 'invitation',
            scope: studyScope(studyId),
            actor: { kind: 'person', id: personId },
          },
        ],
      },
    )
    const subject = { kind: 'study', id: studyId }
    await audit(tx, { workspaceId, actor, action: 'invitee.came-forward', subject })
  })
}

function hasPlace(found: Locked, quotas: readonly Wanted[]): boolean {
  const own = quotas.find(
    (quota) => quota.segmentId === found.quota_segment && quota.language === found.quota_language,
  )
  // A friend has no quota, nor has who was drawn for one that the plan does not know any more: any place is theirs.
  if (found.is_introduced || !own) return quotas.some(({ open }) => open > 0)
  return own.open > 0
}

type Agreeing = Asked & {
  called: string
  agreements: readonly AgreementGiven[]
  again: { given: boolean; wording: string; version: string }
}

/**
 * Agrees to take part: they become a participant, and every answer of the form goes into the ledger with the words shown, their language and
 * version. Throws `not-open` (409) where they have not come so far, or are further.
 */
export async function agreeToTakePart(app: App, agreeing: Agreeing): Promise<void> {
  const { invitation, language, called, agreements, again } = agreeing
  const { workspaceId, studyId, inviteeId, personId } = invitation
  if (personId === null) throw notOpen()
  const actor: Doer = { kind: 'person', personId }
  await app.pg.transaction().execute(async (tx) => {
    const found = await lockInvitee(tx, inviteeId)
    if (found.state !== 'fits' || found.person_no === null) throw notOpen()
    const personNo = found.person_no
    const [joined] = await addParticipants(tx, {
      workspaceId,
      studyId,
      people: [{ personNo }],
      languages: [language],
    })
    if (!joined) throw new Error('nobody joined the study')
    await writeAgreements({ app, tx }, { workspaceId, studyId, joined: [{ ...joined, agreements }], actor })
    const { given, wording, version } = again
    const entry = {
      state: given ? ('given' as const) : ('withdrawn' as const),
      happenedAt: app.clock.now(),
      wording,
      version,
      language,
    }
    await recordConsent(
      { tx, outbox: app.outbox },
      {
        workspaceId,
        entries: [
          {
            ...entry,
            personNo,
            purpose: 'invitation',
            channel: 'invitation',
            actor: { kind: 'person', id: personId },
          },
        ],
      },
    )
    await sql`
      update invitees set state = 'agreed', agreed_at = ${app.clock.now()}, called = ${called}, language = ${language},
        participant_id = ${joined.participantId}::uuid where id = ${inviteeId}::uuid`.execute(tx)
    const detail = {
      agreements: agreements.map((one) => `${one.agreement}: ${one.given ? 'given' : 'refused'}`),
    }
    const subject = { kind: 'participant', id: joined.participantId }
    await audit(tx, { workspaceId, actor, action: 'invitee.agreed', subject, detail })
  })
}

/** Says no to this study; an appointment is off. Who has refused for good stays so. */
export async function declineStudy(app: App, { invitation }: Pick<Asked, 'invitation'>): Promise<void> {
  await app.pg.transaction().execute(async (tx) => {
    const { state } = await leave({ app, tx }, invitation)
    if (state === 'refused') return
    await setState(tx, { inviteeId: invitation.inviteeId, state: 'declined' })
    await writeDown(tx, { invitation, action: 'invitee.declined' })
  })
}

/** Thinks better of a no: stands where it was asked. */
export async function thinkAgain(app: App, { invitation }: Pick<Asked, 'invitation'>): Promise<void> {
  await sql`
    update invitees set state = case when participant_id is not null then 'agreed' else 'invited' end
    where id = ${invitation.inviteeId}::uuid and state = 'declined'`.execute(app.pg)
}

/**
 * Never wants to be asked again by this workspace: in the ledger from now on, with the words they read. A friend who is nobody here yet is
 * forgotten. Said twice it is one word.
 */
export async function refuseInvitations(
  app: App,
  {
    invitation,
    language,
    wording,
    channel,
  }: Asked & { wording: string; channel: 'invitation page' | 'one-click mail' },
): Promise<void> {
  const { workspaceId, inviteeId, personNo, personId } = invitation
  await app.pg.transaction().execute(async (tx) => {
    if (personNo === null || personId === null) {
      await sql`delete from invitees where id = ${inviteeId}::uuid`.execute(tx)
      return
    }
    const { state } = await leave({ app, tx }, invitation)
    if (state === 'refused') return
    await setState(tx, { inviteeId, state: 'refused' })
    const entry = { state: 'withdrawn' as const, happenedAt: app.clock.now(), wording, language, channel }
    const actor = { kind: 'person', id: personId }
    await recordConsent(
      { tx, outbox: app.outbox },
      { workspaceId, entries: [{ ...entry, personNo, purpose: 'invitation', actor }] },
    )
    await writeDown(tx, { invitation, action: 'invitee.refused' })
  })
}

/** Calls an appointment off; they may choose another time later. */
export async function callOff(app: App, { invitation }: Pick<Asked, 'invitation'>): Promise<void> {
  await app.pg.transaction().execute(async (tx) => {
    const { state } = await leave({ app, tx }, invitation)
    if (state === 'booked') await setState(tx, { inviteeId: invitation.inviteeId, state: 'agreed' })
  })
}

type Locked = {
  state: InviteeState
  person_no: number | null
  participant_id: string | null
  sitting_id: string | null
  quota_segment: string | null
  quota_language: string | null
  is_introduced: boolean
}

/** Holds an invitee until the transaction ends. Throws 404. */
export async function lockInvitee(tx: PostgresTransaction, inviteeId: string): Promise<Locked> {
  const { rows } = await sql<Locked>`
    select state, person_no, participant_id, sitting_id, quota_segment, quota_language, is_introduced
    from invitees where id = ${inviteeId}::uuid for update`.execute(tx)
  const [found] = rows
  if (!found) throw notFound('page')
  return found
}

/** Takes them out of a planned interview they are in. */
async function leave(
  place: { app: App; tx: PostgresTransaction },
  invitation: OwnInvitation,
): Promise<Locked> {
  const found = await lockInvitee(place.tx, invitation.inviteeId)
  const { sitting_id: sittingId, participant_id: participantId } = found
  if (sittingId === null || participantId === null || invitation.personId === null) return found
  const planned = await sql`
    select from sittings s join sitting_people k on k.sitting_id = s.id and k.participant_id = ${participantId}::uuid
    where s.id = ${sittingId}::uuid and s.state = 'planned'`.execute(place.tx)
  if (planned.rows.length === 0) return found
  const actor: Doer = { kind: 'person', personId: invitation.personId }
  await leaveSitting(place, { workspaceId: invitation.workspaceId, sittingId, participantId, actor })
  return found
}

async function setState(
  tx: PostgresTransaction,
  { inviteeId, state }: { inviteeId: string; state: InviteeState },
): Promise<void> {
  await sql`update invitees set state = ${state} where id = ${inviteeId}::uuid`.execute(tx)
}

async function writeDown(
  tx: PostgresTransaction,
  { invitation, action }: { invitation: OwnInvitation; action: 'invitee.declined' | 'invitee.refused' },
): Promise<void> {
  const { workspaceId, personId, studyId } = invitation
  if (personId === null) return
  const subject = { kind: 'study', id: studyId }
  await audit(tx, { workspaceId, actor: { kind: 'person', personId }, action, subject })
}

const notOpen = () =>
  new Problem({ id: 'not-open', status: 409, detail: 'This was answered before. Open the page again.' })

const answersMissing = () =>
  new Problem({ id: 'answers-missing', status: 422, detail: 'Choose one answer to every question.' })
