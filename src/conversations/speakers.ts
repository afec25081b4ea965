import { sql } from 'kysely'
import { z } from 'zod'
import { Problem, notFound, type App, type PostgresTransaction } from '../platform/index.ts'
import { ParticipantId, SpeakerId, audit, type Doer } from '../workspace/index.ts'
import { holdToCorrect } from './correction.ts'
import { addParticipants } from './participants.ts'

/** Who said something: one who speaks in the interview already, a participant of its study, or somebody new to it. */
export const SpeakerMeant = z.union([
  z.object({ speakerId: SpeakerId }),
  z.object({ participantId: ParticipantId }),
  z.object({ somebodyNew: z.literal('participant') }),
  z.object({ role: z.enum(['interviewer', 'other']), name: z.string().trim().min(1).max(200) }),
])
export type SpeakerMeant = z.output<typeof SpeakerMeant>

type Place = { workspaceId: string; interviewId: string; studyId: string }

/** What somebody who asks or is along is called from now on; `oldText` is empty for who is new. */
export type LabelWritten = Place & { app: App; speakerId: string; oldText: string; newText: string }
type Handler = (tx: PostgresTransaction, label: LabelWritten) => Promise<void>

const handlers = new Set<Handler>()

/**
 * Has a room above follow what members type as the name of a speaker, in the same transaction and after what `onCorrecting` holds; it may write another one. The
 * same handler given twice is called once.
 */
export function onLabelWritten(handler: Handler): void {
  handlers.add(handler)
}

/**
 * The speaker of an interview who is meant; one who has not spoken in it yet is added. A participant has one speaker in an interview. Turns are held before. Throws 404
 * for who is neither in the interview nor in its study.
 */
export async function speakerMeant(
  { app, tx }: { app: App; tx: PostgresTransaction },
  { meant, ...place }: Place & { meant: SpeakerMeant },
): Promise<SpeakerId> {
  if ('speakerId' in meant) return knownSpeaker(tx, { ...place, speakerId: meant.speakerId })
  if ('role' in meant) return namedSpeaker({ app, tx }, { ...place, ...meant })
  if ('participantId' in meant) return speakerOf(tx, { ...place, participantId: meant.participantId })
  const [joined] = await addParticipants(tx, { ...place, people: ['somebody new'] })
  if (!joined) throw new Error('nobody joined the study')
  return speakerOf(tx, { ...place, participantId: joined.participantId })
}

async function knownSpeaker(
  tx: PostgresTransaction,
  { workspaceId, interviewId, speakerId }: Place & { speakerId: string },
): Promise<SpeakerId> {
  const row = await tx
    .selectFrom('speakers')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('interview_id', '=', interviewId)
    .where('id', '=', speakerId)
    .executeTakeFirst()
  if (!row) throw notFound('speaker')
  return SpeakerId.parse(row.id)
}

/** Whoever is called so already, under the name that stands once the rooms above have written it. */
async function namedSpeaker(
  { app, tx }: { app: App; tx: PostgresTransaction },
  { role, name, ...place }: Place & { role: 'interviewer' | 'other'; name: string },
): Promise<SpeakerId> {
  await holdToCorrect(tx, place)
  const speakerId = await insertSpeaker(tx, { ...place, role, name, participantId: null })
  for (const handler of handlers) await handler(tx, { ...place, app, speakerId, oldText: '', newText: name })
  const { rows } = await sql<{ id: string }>`
    select s.id from speakers s join speakers mine on mine.id = ${speakerId}
    where s.interview_id = ${place.interviewId} and s.role = ${role} and s.name = mine.name order by s.position limit 1`.execute(
    tx,
  )
  const first = SpeakerId.parse(rows[0]?.id)
  if (first !== speakerId) await tx.deleteFrom('speakers').where('id', '=', speakerId).execute()
  return first
}

async function speakerOf(
  tx: PostgresTransaction,
  { participantId, ...place }: Place & { participantId: string },
): Promise<SpeakerId> {
  const { workspaceId, studyId, interviewId } = place
  const participant = await tx
    .selectFrom('participants')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('study_id', '=', studyId)
    .where('id', '=', participantId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!participant) throw notFound('participant')
  const same = await tx
    .selectFrom('speakers')
    .select('id')
    .where('interview_id', '=', interviewId)
    .where('participant_id', '=', participantId)
    .orderBy('position')
    .limit(1)
    .executeTakeFirst()
  if (same) return SpeakerId.parse(same.id)
  return insertSpeaker(tx, { ...place, role: 'participant', name: null, participantId })
}

type NewSpeaker = Place & {
  role: 'participant' | 'interviewer' | 'other'
  name: string | null
  participantId: string | null
}

async function insertSpeaker(tx: PostgresTransaction, speaker: NewSpeaker): Promise<SpeakerId> {
  const { workspaceId, interviewId, role, name, participantId } = speaker
  const { rows } = await sql<{ id: string }>`
    insert into speakers (workspace_id, interview_id, position, name, role, participant_id)
    select ${workspaceId}::uuid, ${interviewId}::uuid, coalesce(max(position), -1) + 1, ${name}::text, ${role}::text, ${participantId}::uuid
    from speakers where interview_id = ${interviewId} returning id`.execute(tx)
  return SpeakerId.parse(rows[0]?.id)
}

type Changing = { workspaceId: string; speakerId: string; actor: Doer }

/**
 * Gives another name to one who asks or is along, and says what stands there then; `before` is the one that was read. Throws 404, `speaker-changed` (409), and `speaker-by-pseudonym` (422) for a participant,
 * who is never called by a name here.
 */
export async function renameSpeaker(
  app: App,
  given: Changing & { name: string; before: string | null },
): Promise<{ name: string }> {
  const { workspaceId, speakerId, actor, name, before } = given
  return app.pg.transaction().execute(async (tx) => {
    const place = await placeOfSpeaker(tx, given)
    await holdToCorrect(tx, place)
    const found = await holdSpeaker(tx, given)
    if (found.role === 'participant')
      throw new Problem({
        id: 'speaker-by-pseudonym',
        status: 422,
        detail: 'A participant is shown by a pseudonym. Give the turns to another participant instead.',
      })
    if (found.name !== before)
      throw new Problem({
        id: 'speaker-changed',
        status: 409,
        detail: 'Somebody else has renamed this speaker meanwhile. Read the name again, then change it.',
      })
    await tx.updateTable('speakers').set({ name }).where('id', '=', speakerId).execute()
    for (const handler of handlers)
      await handler(tx, { ...place, app, speakerId, oldText: before ?? '', newText: name })
    const subject = { kind: 'speaker', id: speakerId }
    await audit(tx, { workspaceId, actor, action: 'speaker.renamed', subject })
    const { name: stands } = await holdSpeaker(tx, given)
    return { name: stands ?? name }
  })
}

/** Takes a speaker out of an interview who says nothing in it any more. Throws 404 and `speaker-speaks` (409). */
export async function removeSpeaker(app: App, given: Changing): Promise<void> {
  const { workspaceId, speakerId, actor } = given
  await app.pg.transaction().execute(async (tx) => {
    await holdSpeaker(tx, given)
    const turn = await tx
      .selectFrom('utterances')
      .select('id')
      .where('speaker_id', '=', speakerId)
      .limit(1)
      .executeTakeFirst()
    if (turn)
      throw new Problem({
        id: 'speaker-speaks',
        status: 409,
        detail: 'There are turns of this speaker. Give them to somebody else first.',
      })
    await tx.deleteFrom('speakers').where('id', '=', speakerId).execute()
    const subject = { kind: 'speaker', id: speakerId }
    await audit(tx, { workspaceId, actor, action: 'speaker.removed', subject })
  })
}

async function placeOfSpeaker(
  tx: PostgresTransaction,
  { workspaceId, speakerId }: { workspaceId: string; speakerId: string },
): Promise<Place> {
  const found = await tx
    .selectFrom('speakers')
    .innerJoin('interviews', 'interviews.id', 'speakers.interview_id')
    .select(['interviews.id as interviewId', 'interviews.study_id as studyId'])
    .where('speakers.workspace_id', '=', workspaceId)
    .where('speakers.id', '=', speakerId)
    .executeTakeFirst()
  if (!found) throw notFound('speaker')
  return { workspaceId, ...found }
}

async function holdSpeaker(
  tx: PostgresTransaction,
  { workspaceId, speakerId }: { workspaceId: string; speakerId: string },
): Promise<{ role: string; name: string | null }> {
  const found = await tx
    .selectFrom('speakers')
    .select(['role', 'name'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', speakerId)
    .forUpdate()
    .executeTakeFirst()
  if (!found) throw notFound('speaker')
  return found
}
