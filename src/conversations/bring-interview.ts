import { sql } from 'kysely'
import { createHmac } from 'node:crypto'
import {
  Problem,
  json,
  newBreath,
  notFound,
  type App,
  type Postgres,
  type PostgresTransaction,
} from '../platform/index.ts'
import { InterviewId, audit, type Doer } from '../workspace/index.ts'
import { joinSpeakers, type SpeakerChoice } from './join-speakers.ts'
import { holdPeople } from './participants.ts'
import { keepAnswerFile } from './same-respondents.ts'
import { matchByPeople } from './sittings/sit-in.ts'
import { lockStudy } from './studies.ts'
import type { Interviewer } from './interview.schema.ts'
import { lockSuspicion } from './suspicion.ts'
import type { ParsedTranscript } from './transcripts/transcript.ts'

export type Bringing = {
  workspaceId: string
  studyId: string
  actor: Doer
  transcript: ParsedTranscript
  /** One choice for each of `transcript.speakers`, in their order. */
  choices: readonly SpeakerChoice[]
  /** Given, or a word that the number of the interview in its study is put behind. */
  title: string | { called: string }
  sourceName: string
  fingerprint: string
  happenedAt: Date
  language: string
  languageGuessed: string | null
  interviewer?: Interviewer | undefined
  /** Of a table of answers: which numbering its people go by, the keyed hash of its bytes, and whether that numbering holds once nobody else brings in. */
  answered?:
    | { series: string | null; table: string; stillHolds: (tx: PostgresTransaction) => Promise<boolean> }
    | undefined
}

/** Somebody brought in the same numbers meanwhile: by which numbering the people of a table go is to be decided again. */
export class NumberingChanged extends Error {}

/** What became of a transcript: brought in, or there already from the same file. */
export type Brought = { state: 'brought' | 'known'; interviewId: InterviewId }

type WordsHandler = (tx: PostgresTransaction, brought: WordsBrought & { app: App }) => Promise<void>
export type WordsBrought = { workspaceId: string; studyId: string; interviewId: string }

const wordsHandlers = new Set<WordsHandler>()

/**
 * Has a room above look at what is brought in before anybody can read it, in the same transaction: what throws there undoes the bringing. The same
 * handler given twice is called once.
 */
export function onWordsBrought(handler: WordsHandler): void {
  wordsHandlers.add(handler)
}

/** A keyed hash of what was brought, to know the same file again without keeping it. */
export function fingerprintOf(
  app: Pick<App, 'secret'>,
  { workspaceId, content }: { workspaceId: string; content: Uint8Array | string },
): string {
  return createHmac('sha256', app.secret).update(`${workspaceId}\n`).update(content).digest('base64url')
}

/** The same of what may be large: others are served meanwhile. */
export async function fingerprintMeanwhile(
  app: Pick<App, 'secret'>,
  { workspaceId, content }: { workspaceId: string; content: readonly Uint8Array[] },
): Promise<string> {
  const hash = createHmac('sha256', app.secret).update(`${workspaceId}\n`)
  const breathe = newBreath()
  for (const part of content)
    for (let at = 0; at < part.length; at += hashedAtOnce) {
      hash.update(part.subarray(at, at + hashedAtOnce))
      await breathe()
    }
  return hash.digest('base64url')
}

const hashedAtOnce = 1 << 20

/**
 * Brings a transcript into a study: interview, speakers, every utterance, new participants and what they agreed to, all or nothing. The same file in the
 * same study is `known` and changes nothing. Throws 404, `transcript-erased` (410) where somebody in this very file was erased, and
 * `no-participant` (422) where nobody in it is a participant.
 */
export async function bringInterview(app: App, given: Bringing): Promise<Brought> {
  const { workspaceId, studyId, actor, fingerprint } = given
  if (!given.choices.some((choice) => choice.role === 'participant'))
    throw new Problem({
      id: 'no-participant',
      status: 422,
      detail: 'Nobody in this conversation is a participant. Say who answers, then bring it in.',
    })
  const brought = await app.pg.transaction().execute(async (tx): Promise<Brought> => {
    await lockStudy(tx, { workspaceId, studyId })
    await refuseErased(tx, { workspaceId, fingerprint })
    if (given.answered && !(await given.answered.stillHolds(tx))) throw new NumberingChanged()
    const interviewId = await insertInterview(tx, given)
    if (interviewId === undefined) return { state: 'known', interviewId: await knownInterview(tx, given) }
    if (given.answered) await keepAnswerFile(tx, { workspaceId, studyId, ...given.answered })
    await lockSuspicion(tx, { workspaceId, studyId, at: app.clock.now() })
    const speakerIds = await insertSpeakers({ app, tx }, { ...given, interviewId })
    await insertUtterances(tx, { ...given, interviewId, speakerIds })
    for (const handler of wordsHandlers) await handler(tx, { app, workspaceId, studyId, interviewId })
    await matchByPeople(tx, { interviewId })
    await app.outbox.publish(tx, { workspaceId, topic: 'interview.brought', payload: {} })
    await audit(tx, {
      workspaceId,
      actor,
      action: 'interview.brought',
      subject: { kind: 'interview', id: interviewId },
      detail: { speakers: speakerIds.length, utterances: given.transcript.utterances.length },
    })
    return { state: 'brought', interviewId }
  })
  // Until the planner knows of thousands of new people it looks them up as if there were ten; its own round may take a minute to come.
  if (given.transcript.speakers.length >= 500 || (await hasDoubled(app.pg, studyId)))
    await sql`analyze people, grounds, consent_state, participants, speakers`.execute(app.pg)
  return brought
}

/** At the 32nd interview of a study, the 64th, the 128th …: as often as what the planner knows is half of what there is. */
async function hasDoubled(pg: Postgres, studyId: string): Promise<boolean> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from interviews where study_id = ${studyId}`.execute(pg)
  const n = rows[0]?.n ?? 0
  return n >= 32 && Number.isInteger(Math.log2(n))
}

/** Throws `transcript-erased` (410) where somebody in this very file was erased. */
export async function refuseErased(
  pg: Postgres,
  { workspaceId, fingerprint }: { workspaceId: string; fingerprint: string },
): Promise<void> {
  const erased = await pg
    .selectFrom('erased_transcripts')
    .select('fingerprint')
    .where('workspace_id', '=', workspaceId)
    .where('fingerprint', '=', fingerprint)
    .executeTakeFirst()
  if (erased)
    throw new Problem({
      id: 'transcript-erased',
      status: 410,
      detail:
        'Somebody who speaks in this file was erased, so it cannot be brought in again. Delete it where it lies; take their words out first if the others are still needed.',
    })
}

async function insertInterview(tx: PostgresTransaction, given: Bringing): Promise<InterviewId | undefined> {
  const { workspaceId, studyId, actor, transcript } = given
  const { memberId = null, name = null } = askerOf(given)
  if (memberId !== null) await refuseStranger(tx, { workspaceId, memberId })
  const row = await tx
    .insertInto('interviews')
    .values({
      workspace_id: workspaceId,
      study_id: studyId,
      title: typeof given.title === 'string' ? given.title : await numbered(tx, { studyId, ...given.title }),
      kind: transcript.kind,
      happened_at: given.happenedAt,
      interviewer_id: memberId,
      interviewer_name: name,
      language: given.language,
      language_guessed: given.languageGuessed,
      source_name: given.sourceName,
      fingerprint: given.fingerprint,
      respondent_series: given.answered?.series ?? null,
      table_fingerprint: given.answered?.table ?? null,
      dropped: json(transcript.dropped),
      words: transcript.speakers.reduce((sum, speaker) => sum + speaker.words, 0),
      created_by: 'userId' in actor ? actor.userId : null,
    })
    .onConflict((conflict) => conflict.columns(['study_id', 'fingerprint']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row && InterviewId.parse(row.id)
}

const askerOf = ({ interviewer }: Bringing): { memberId?: string; name?: string } => interviewer ?? {}

/** The study is locked, so two interviews never get the same number; one that was removed may leave its number to another. */
async function numbered(
  tx: PostgresTransaction,
  { studyId, called }: { studyId: string; called: string },
): Promise<string> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from interviews where study_id = ${studyId}`.execute(tx)
  return `${called} ${(rows[0]?.n ?? 0) + 1}`
}

async function refuseStranger(
  tx: PostgresTransaction,
  { workspaceId, memberId }: { workspaceId: string; memberId: string },
): Promise<void> {
  const found = await tx
    .selectFrom('members')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', memberId)
    .executeTakeFirst()
  if (!found) throw notFound('member')
}

async function knownInterview(tx: PostgresTransaction, given: Bringing): Promise<InterviewId> {
  const interviewId = await findKnown(tx, given)
  if (interviewId === null) throw new Error('an interview is neither new nor known')
  return interviewId
}

/** The interview that came from this very file into this study, or null. */
export async function findKnown(
  pg: Postgres,
  { studyId, fingerprint }: { studyId: string; fingerprint: string },
): Promise<InterviewId | null> {
  const row = await pg
    .selectFrom('interviews')
    .select('id')
    .where('study_id', '=', studyId)
    .where('fingerprint', '=', fingerprint)
    .executeTakeFirst()
  return row ? InterviewId.parse(row.id) : null
}

type WithInterview = Bringing & { interviewId: string }

async function insertSpeakers(
  place: { app: App; tx: PostgresTransaction },
  given: WithInterview,
): Promise<string[]> {
  const { workspaceId, transcript, choices } = given
  const nos = choices.flatMap((choice) =>
    choice.role === 'participant' && typeof choice.who === 'object' && 'personNo' in choice.who
      ? [choice.who.personNo]
      : [],
  )
  // All in their order before the first of them joins.
  await holdPeople(place.tx, { workspaceId, nos })
  const ids: string[] = []
  for (let from = 0; from < choices.length; from += writtenAtOnce) {
    const until = from + writtenAtOnce
    const speakers = transcript.speakers.slice(from, until)
    const some = { ...given, transcript: { ...transcript, speakers }, choices: choices.slice(from, until) }
    ids.push(...(await insertSomeSpeakers(place, { ...some, from })))
  }
  return ids
}

async function insertSomeSpeakers(
  place: { app: App; tx: PostgresTransaction },
  given: WithInterview & { from: number },
): Promise<string[]> {
  const { workspaceId, interviewId, transcript, choices, from } = given
  const participantIds = await joinSpeakers(place, given)
  const { rows } = await sql<{ id: string; position: number }>`
    insert into speakers (workspace_id, interview_id, position, name, role, participant_id, words)
    select ${workspaceId}::uuid, ${interviewId}::uuid, position, name, role, participant_id, words
    from unnest(
      ${transcript.speakers.map((_, at) => from + at)}::int[],
      ${transcript.speakers.map((speaker) => speaker.name)}::text[],
      ${choices.map((choice) => choice.role)}::text[],
      ${participantIds}::uuid[],
      ${transcript.speakers.map((speaker) => speaker.words)}::int[]) as s (position, name, role, participant_id, words)
    returning id, position`.execute(place.tx)
  return rows.toSorted((a, b) => a.position - b.position).map((row) => row.id)
}

async function insertUtterances(
  tx: PostgresTransaction,
  given: WithInterview & { speakerIds: readonly string[] },
): Promise<void> {
  const { workspaceId, interviewId, transcript, speakerIds } = given
  const idOf = new Map(transcript.speakers.map((speaker, at) => [speaker.name, speakerIds[at]]))
  for (let from = 0; from < transcript.utterances.length; from += writtenAtOnce) {
    const utterances = transcript.utterances.slice(from, from + writtenAtOnce)
    await sql`
    insert into utterances (workspace_id, interview_id, position, speaker_id, text, start_ms, end_ms)
    select ${workspaceId}::uuid, ${interviewId}::uuid, position, speaker_id, text, start_ms, end_ms
    from unnest(
      ${utterances.map((_, at) => from + at)}::int[],
      ${utterances.map((utterance) => idOf.get(utterance.speaker) ?? null)}::uuid[],
      ${utterances.map((utterance) => utterance.text)}::text[],
      ${utterances.map((utterance) => milliseconds(utterance.startMs))}::int[],
      ${utterances.map((utterance) => milliseconds(utterance.endMs))}::int[])
      as u (position, speaker_id, text, start_ms, end_ms)`.execute(tx)
  }
}

/** Rows: writing out two hundred thousand at once would hold up everybody. */
const writtenAtOnce = 5000

/** Whole milliseconds that fit the column (24 days); a time beyond is an error of the file and is left out. */
function milliseconds(time: number | undefined): number | null {
  if (time === undefined || !Number.isFinite(time) || time < 0 || time > 2_147_483_647) return null
  return Math.round(time)
}
