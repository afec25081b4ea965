import { sql } from 'kysely'
import { purposeNumber, studyScope } from '../consent/index.ts'
import { notFound, type App, type PostgresTransaction } from '../platform/index.ts'
import type { Doer } from '../workspace/index.ts'
import { addParticipants, writeAgreements, type Joining } from './participants.ts'
import { findRespondents, keepRespondents } from './respondents.ts'
import type { AgreementGiven } from './study.schema.ts'

/** What somebody decided about one speaker of a transcript. */
export type SpeakerChoice =
  | { role: 'interviewer' | 'other' }
  | {
      role: 'participant'
      who: { participantId: string } | { personNo: number } | 'somebody new'
      agreements?: readonly AgreementGiven[]
      /** By which a respondent is known again in the study: {@link respondentKey}. */
      key?: string | undefined
    }

type JoiningStudy = {
  workspaceId: string
  studyId: string
  choices: readonly SpeakerChoice[]
  actor: Doer
  language: string
}

/** The participant of each speaker; null for those who are none. */
export async function joinSpeakers(
  { app, tx }: { app: App; tx: PostgresTransaction },
  given: JoiningStudy,
): Promise<(string | null)[]> {
  const { workspaceId, studyId, choices, actor, language } = given
  const people: Joining[] = []
  const places: number[] = []
  const ids: (string | null)[] = choices.map(() => null)
  const keys = choices.map((choice) => (choice.role === 'participant' ? choice.key : undefined))
  const before = await findRespondents(tx, { studyId, keys: keys.filter((key) => key !== undefined) })
  // An address in two spellings is one respondent.
  const firstOf = new Map<string, number>()
  for (const [at, choice] of choices.entries()) {
    if (choice.role !== 'participant') continue
    const known = before.get(keys[at] ?? '')
    if (known !== undefined) ids[at] = known
    else if (firstOf.has(keys[at] ?? '')) continue
    else if (typeof choice.who === 'object' && 'participantId' in choice.who)
      ids[at] = choice.who.participantId
    else {
      people.push(choice.who)
      places.push(at)
      const key = keys[at]
      if (key !== undefined) firstOf.set(key, at)
    }
  }
  await refuseOutsiders(tx, { workspaceId, studyId, participantIds: ids.filter((id) => id !== null) })
  const joined = await addParticipants(tx, {
    workspaceId,
    studyId,
    people,
    languages: people.map(() => language),
  })
  for (const [index, at] of places.entries()) ids[at] = joined[index]?.participantId ?? null
  for (const [at, key] of keys.entries()) ids[at] ??= ids[firstOf.get(key ?? '') ?? -1] ?? null
  await keepRespondents(
    tx,
    ids.flatMap((participantId, at) => {
      const key = keys[at]
      return participantId === null || key === undefined ? [] : [{ participantId, key }]
    }),
  )
  const numbers = await numbersOf(tx, ids)
  const agreed = choices.flatMap((choice, at) => {
    const participantId = ids[at] ?? ''
    const personNo = numbers.get(participantId)
    if (choice.role !== 'participant' || !choice.agreements?.length || personNo === undefined) return []
    return [{ participantId, personNo, agreements: choice.agreements }]
  })
  const joining = await newlyAgreed(tx, { workspaceId, studyId, joined: agreed })
  await writeAgreements({ app, tx }, { workspaceId, studyId, joined: joining, actor })
  return ids
}

type Agreed = { participantId: string; personNo: number; agreements: readonly AgreementGiven[] }

/**
 * What is said of all speakers when a file is brought in takes back nobody's refusal: who changed their mind says so on their own. The same word
 * without a new wording, said with every file of one person, stands in the ledger once.
 */
async function newlyAgreed(
  tx: PostgresTransaction,
  { workspaceId, studyId, joined }: { workspaceId: string; studyId: string; joined: readonly Agreed[] },
): Promise<Agreed[]> {
  const here = studyScope(studyId)
  const { rows } = await sql<{ person_no: number; purpose: number; scope: string; state: string }>`
    select person_no, purpose, scope, state from consent_state
    where workspace_id = ${workspaceId} and person_no = any(${joined.map((one) => one.personNo)}::bigint[])
      and scope in ('', ${here})`.execute(tx)
  const keyOf = (row: (typeof rows)[number]) => `${row.person_no} ${row.purpose}`
  const refused = new Set(rows.filter((row) => row.state !== 'given').map(keyOf))
  const said = new Set(rows.filter((row) => row.scope === here).map((row) => `${keyOf(row)} ${row.state}`))
  return joined.map((one) => ({
    ...one,
    agreements: one.agreements.filter(({ agreement, given, wording }) => {
      const key = `${one.personNo} ${purposeNumber(agreement)}`
      if (wording === undefined && said.has(`${key} ${given ? 'given' : 'withdrawn'}`)) return false
      return !given || !refused.has(key)
    }),
  }))
}

async function refuseOutsiders(
  tx: PostgresTransaction,
  {
    workspaceId,
    studyId,
    participantIds,
  }: { workspaceId: string; studyId: string; participantIds: string[] },
): Promise<void> {
  const asked = [...new Set(participantIds)]
  if (asked.length === 0) return
  const rows = await tx
    .selectFrom('participants')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('study_id', '=', studyId)
    .where('id', 'in', asked)
    .execute()
  if (rows.length < asked.length) throw notFound('participant')
}

async function numbersOf(
  tx: PostgresTransaction,
  participantIds: readonly (string | null)[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; person_no: number }>`
    select id, person_no from participants where id = any(${participantIds.filter((id) => id !== null)}::uuid[])`.execute(
    tx,
  )
  return new Map(rows.map((row) => [row.id, row.person_no]))
}
