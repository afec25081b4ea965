import { sql } from 'kysely'
import { addGrounds, recordConsent, studyScope, type ConsentEntry } from '../consent/index.ts'
import { createPeople, findPerson, lockPeople, mergePeople, type Person } from '../people/index.ts'
import { Problem, notFound, type App, type PostgresTransaction } from '../platform/index.ts'
import { ParticipantId, audit, type Doer } from '../workspace/index.ts'
import { lockStudy } from './studies.ts'
import type { AgreementGiven } from './study.schema.ts'
import { followMerge } from './join-participants.ts'
import { tellTakingBack } from './taken-back.ts'

/** Who takes part: somebody in the data, or somebody new of whom nothing is known. */
export type Joining = { personNo: number } | 'somebody new'
export type Joined = { participantId: ParticipantId; personNo: number }

type Adding = {
  workspaceId: string
  studyId: string
  people: readonly Joining[]
  languages?: readonly (string | null)[]
}

/**
 * Makes people participants of a study, in order; those who are already stay the one they were. The study becomes a ground of theirs, so that what it
 * declared holds for them.
 */
export async function addParticipants(
  tx: PostgresTransaction,
  { workspaceId, studyId, people, languages = [] }: Adding,
): Promise<Joined[]> {
  if (people.length === 0) return []
  const made = await createPeople(tx, {
    workspaceId,
    count: people.filter((person) => person === 'somebody new').length,
  })
  // Not by taking the first away, which among fifty thousand moves all the others each time.
  const fresh = made.values()
  const nos = people.map((person) =>
    person === 'somebody new' ? numberOf(fresh.next().value) : person.personNo,
  )
  await holdPeople(tx, { workspaceId, nos })
  await sql`
    insert into participants (workspace_id, study_id, person_no, language)
    select distinct on (no) ${workspaceId}::uuid, ${studyId}::uuid, no, language
    from unnest(${nos}::bigint[], ${nos.map((_, at) => languages[at] ?? null)}::text[]) as given (no, language)
    on conflict (study_id, person_no) do nothing`.execute(tx)
  await addGrounds(tx, { workspaceId, declarerId: studyId, personNos: nos })
  const { rows } = await sql<{ id: string; person_no: number }>`
    select id, person_no from participants where study_id = ${studyId} and person_no = any(${nos}::bigint[])`.execute(
    tx,
  )
  const byNo = new Map(rows.map((row) => [row.person_no, ParticipantId.parse(row.id)]))
  return nos.flatMap((personNo) => {
    const participantId = byNo.get(personNo)
    return participantId === undefined ? [] : [{ participantId, personNo }]
  })
}

/** Keeps people from being erased until the transaction ends, so that their erasure finds what it adds. Throws 404. */
export async function holdPeople(
  tx: PostgresTransaction,
  { workspaceId, nos }: { workspaceId: string; nos: readonly number[] },
): Promise<void> {
  if (nos.length === 0) return
  const { rows } = await sql`
    select from people where workspace_id = ${workspaceId} and no = any(${[...nos]}::bigint[]) order by no for key share`.execute(
    tx,
  )
  if (rows.length < new Set(nos).size) throw notFound('person')
}

/** Adds one participant with what they agreed to. Throws 404 where the study or the person is not of this workspace. */
export async function addParticipant(
  app: App,
  given: {
    workspaceId: string
    studyId: string
    personId: string | undefined
    language?: string | undefined
    agreements: readonly AgreementGiven[]
    actor: Doer
  },
): Promise<ParticipantId> {
  const { workspaceId, personId } = given
  const person = personId === undefined ? undefined : await existing(app, { workspaceId, personId })
  return app.pg
    .transaction()
    .execute((tx) => joinStudy({ app, tx }, { ...given, person: person ?? 'somebody new' }))
}

/** Adds one participant within a transaction: where what follows is refused, nobody has joined. Throws 404. */
export async function joinStudy(
  { app, tx }: { app: App; tx: PostgresTransaction },
  given: {
    workspaceId: string
    studyId: string
    person: Joining
    language?: string | undefined
    agreements: readonly AgreementGiven[]
    actor: Doer
  },
): Promise<ParticipantId> {
  const { workspaceId, studyId, person, agreements, actor } = given
  await lockStudy(tx, { workspaceId, studyId })
  const [joined] = await addParticipants(tx, {
    workspaceId,
    studyId,
    people: [person],
    languages: [given.language ?? null],
  })
  if (!joined) throw new Error('nobody joined the study')
  await writeAgreements({ app, tx }, { workspaceId, studyId, joined: [{ ...joined, agreements }], actor })
  await audit(tx, {
    workspaceId,
    actor,
    action: 'participant.added',
    subject: { kind: 'participant', id: joined.participantId },
  })
  return joined.participantId
}

/** Writes down what a participant agreed to, refused or took back, for this study. Throws 404. */
export async function recordAgreements(
  app: App,
  given: { workspaceId: string; participantId: string; agreements: readonly AgreementGiven[]; actor: Doer },
): Promise<void> {
  const { workspaceId, participantId, agreements, actor } = given
  await app.pg.transaction().execute(async (tx) => {
    const found = await lockParticipant(tx, { workspaceId, participantId })
    const [studyId, personNo] = [found.study_id, found.person_no]
    await tellTakingBack(tx, { app, workspaceId, studyId, participantId, personNo, agreements, actor })
    await writeAgreements(
      { app, tx },
      {
        workspaceId,
        studyId: found.study_id,
        joined: [{ participantId, personNo: found.person_no, agreements }],
        actor,
      },
    )
    const subject = { kind: 'participant', id: participantId }
    const detail = {
      agreements: agreements.map((one) => `${one.agreement}: ${one.given ? 'given' : 'refused'}`),
    }
    await audit(tx, { workspaceId, actor, action: 'participant.agreements', subject, detail })
  })
}

/**
 * Says that a participant met outside the data is this person: everything said and agreed becomes theirs. Throws 404, and `already-linked` (409) where
 * the participant is somebody in the data already.
 */
export async function linkParticipant(
  app: App,
  given: { workspaceId: string; participantId: string; personId: string; actor: Doer },
): Promise<void> {
  const { workspaceId, participantId, actor } = given
  const person = await existing(app, given)
  await app.pg.transaction().execute(async (tx) => {
    await lockPeople(tx, workspaceId)
    const found = await lockParticipant(tx, { workspaceId, participantId })
    if (found.person_no === person.personNo) return
    const known = await tx
      .selectFrom('identifiers')
      .select('kind')
      .where('workspace_id', '=', workspaceId)
      .where('person_no', '=', found.person_no)
      .executeTakeFirst()
    if (known)
      throw new Problem({
        id: 'already-linked',
        status: 409,
        detail:
          'This participant is linked to somebody in your data already. Add the other person as a participant.',
      })
    await mergePeople({ app, tx, workspaceId }, { fromNo: found.person_no, intoNo: person.personNo })
    await followMerge(tx, { workspaceId, fromNo: found.person_no, intoNo: person.personNo })
    const subject = { kind: 'participant', id: participantId }
    await audit(tx, { workspaceId, actor, action: 'participant.linked', subject })
  })
}

type Agreed = { participantId: string; personNo: number; agreements: readonly AgreementGiven[] }

/** Every word goes into the ledger under the study's scope; whether recording is agreed stands with the participant too. */
export async function writeAgreements(
  { app, tx }: { app: App; tx: PostgresTransaction },
  given: { workspaceId: string; studyId: string; joined: readonly Agreed[]; actor: Doer },
): Promise<void> {
  const { workspaceId, studyId, joined, actor } = given
  const happenedAt = app.clock.now()
  const entries: ConsentEntry[] = []
  for (const { participantId, personNo, agreements } of joined) {
    for (const {
      agreement,
      given: agreed,
      wording,
      language,
      version,
      manner,
      quotedAs,
      channel,
    } of agreements) {
      if (agreement === 'recording') {
        await tx
          .updateTable('participants')
          .set({ recording_agreed: agreed, recording_wording: wording ?? null, recording_at: happenedAt })
          .where('workspace_id', '=', workspaceId)
          .where('id', '=', participantId)
          .execute()
      }
      // Every newer word about quoting says anew under which name, or under none.
      if (agreement === 'quoting') {
        await tx
          .updateTable('participants')
          .set({ quoted_as: agreed && manner === 'name' ? (quotedAs ?? null) : null })
          .where('workspace_id', '=', workspaceId)
          .where('id', '=', participantId)
          .execute()
      }
      entries.push({
        personNo,
        purpose: agreement,
        scope: studyScope(studyId),
        state: agreed ? 'given' : 'withdrawn',
        happenedAt,
        wording,
        language,
        version,
        manner: agreed ? manner : undefined,
        channel,
        actor: { kind: actor.kind, id: idOf(actor) },
      })
    }
  }
  await recordConsent({ tx, outbox: app.outbox }, { workspaceId, entries })
}

async function lockParticipant(
  tx: PostgresTransaction,
  { workspaceId, participantId }: { workspaceId: string; participantId: string },
): Promise<{ study_id: string; person_no: number }> {
  const found = await tx
    .selectFrom('participants')
    .select(['study_id', 'person_no'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', participantId)
    .forUpdate()
    .executeTakeFirst()
  if (!found) throw notFound('participant')
  return found
}

async function existing(
  app: App,
  { workspaceId, personId }: { workspaceId: string; personId: string },
): Promise<Person> {
  const person = await findPerson(app, { workspaceId, personId })
  if (!person) throw notFound('person')
  return person
}

function numberOf(person: Person | undefined): number {
  if (person === undefined) throw new Error('fewer people were made than asked')
  return person.personNo
}

function idOf(actor: Doer): string | undefined {
  if (actor.kind === 'key') return actor.keyId
  if (actor.kind === 'person') return actor.personId
  return actor.kind === 'system' ? undefined : actor.userId
}
