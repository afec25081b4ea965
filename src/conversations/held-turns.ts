import { sql, type RawBuilder } from 'kysely'
import { Problem, notFound, type PostgresTransaction } from '../platform/index.ts'
import { SpeakerId, StudyId, UtteranceId } from '../workspace/index.ts'
import { wordsWithheld } from './withheld-words.ts'

/** A turn as it stands, held until the transaction ends. */
export type HeldTurn = {
  utteranceId: UtteranceId
  interviewId: string
  studyId: StudyId
  speakerId: SpeakerId
  position: number
  text: string
  startMs: number | null
  endMs: number | null
  version: number
}

/**
 * Holds a turn that is to be changed. Throws 404, `words-withheld` (409) where it may not be read now, `utterance-changed` (409) where `version` is given
 * and is not the one it has.
 */
async function holdTurn(
  tx: PostgresTransaction,
  given: { workspaceId: string; utteranceId: string; version?: number },
): Promise<HeldTurn> {
  const [turn] = await holdTurns(tx, { ...given, utteranceIds: [given.utteranceId] })
  if (!turn) throw notFound('passage')
  if (!turn.isReadable) throw wordsWithheld()
  if (given.version !== undefined && turn.version !== given.version) throw changedMeanwhile()
  return turn
}

/** Holds a turn that is to be cut, with those whose numbers move up for it. Throws as `holdTurn`. */
export async function holdTurnToSplit(
  tx: PostgresTransaction,
  given: { workspaceId: string; utteranceId: string; version?: number },
): Promise<HeldTurn> {
  const { workspaceId, utteranceId } = given
  await sql`
    with here as materialized (
      select t.interview_id, t.position, (${endOfRun(sql`t.interview_id`, sql`t.position`)}) as until
      from utterances t where t.workspace_id = ${workspaceId} and t.id = ${utteranceId}
    )
    select from utterances where id in (
      select n.id from here join utterances n on n.interview_id = here.interview_id and n.position >= here.position and n.position < here.until
    ) order by id for update`.execute(tx)
  return holdTurn(tx, given)
}

/** Holds two turns that are to be one. Throws as `holdTurn`. */
export async function holdBoth(
  tx: PostgresTransaction,
  given: { workspaceId: string; first: TurnMeant; second: TurnMeant },
): Promise<{ first: HeldTurn; second: HeldTurn }> {
  const { workspaceId, first, second } = given
  await holdTurns(tx, { workspaceId, utteranceIds: [first.utteranceId, second.utteranceId] })
  return {
    first: await holdTurn(tx, { ...first, workspaceId }),
    second: await holdTurn(tx, { ...second, workspaceId }),
  }
}

type TurnMeant = { utteranceId: string; version?: number }

/** Holds every turn of conversations that are about to go, or (with `speakerId`) all that are said by one; says which. */
export async function holdEveryTurn(
  tx: PostgresTransaction,
  given: { workspaceId: string; interviewIds: readonly string[]; speakerId?: string },
): Promise<string[]> {
  const { workspaceId, interviewIds, speakerId = null } = given
  const { rows } = await sql<{ id: string }>`
    select id from utterances where workspace_id = ${workspaceId} and interview_id = any(${[...interviewIds]}::uuid[])
      and (${speakerId}::uuid is null or speaker_id = ${speakerId}::uuid)
    order by id for update`.execute(tx)
  return rows.map(({ id }) => id)
}

const changedMeanwhile = () =>
  new Problem({
    id: 'utterance-changed',
    status: 409,
    detail: 'Somebody else has changed this turn meanwhile. Read it again, then change it.',
  })

/** Holds turns in the order in which everybody takes several. */
export async function holdTurns(
  tx: PostgresTransaction,
  { workspaceId, utteranceIds }: { workspaceId: string; utteranceIds: readonly string[] },
): Promise<(HeldTurn & { isReadable: boolean })[]> {
  await sql`
    select from utterances where workspace_id = ${workspaceId} and id = any(${[...utteranceIds]}::uuid[])
    order by id for update`.execute(tx)
  const { rows } = await sql<TurnRow>`
    with held as materialized (
      select u.*, i.study_id from utterances u join interviews i on i.id = u.interview_id
      where u.workspace_id = ${workspaceId} and u.id = any(${[...utteranceIds]}::uuid[])
    ),
    places as (select array(select distinct h.interview_id from held h) as interviews)
    select h.*, h.speaker_id in (select speaker_id from places, permitted_speakers(${workspaceId}::uuid, 1, places.interviews))
      and h.id not in (select utterance_id from places, withheld_replies(${workspaceId}::uuid, places.interviews)) as readable
    from held h order by h.position`.execute(tx)
  return rows.map((row) => ({
    utteranceId: UtteranceId.parse(row.id),
    interviewId: row.interview_id,
    studyId: StudyId.parse(row.study_id),
    speakerId: SpeakerId.parse(row.speaker_id),
    position: row.position,
    text: row.text,
    startMs: row.start_ms,
    endMs: row.end_ms,
    version: row.version,
    isReadable: row.readable,
  }))
}

type TurnRow = {
  id: string
  interview_id: string
  study_id: string
  speaker_id: string
  position: number
  text: string
  start_ms: number | null
  end_ms: number | null
  version: number
  readable: boolean
}

/** SQL: the first number from this one on that no turn of the interview has. */
export function endOfRun(interviewId: RawBuilder<unknown>, position: RawBuilder<unknown>) {
  return sql`
    select min(u.position) + 1 from utterances u where u.interview_id = ${interviewId} and u.position >= ${position}
      and not exists (select from utterances o where o.interview_id = u.interview_id and o.position = u.position + 1)`
}
