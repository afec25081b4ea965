import { sql } from 'kysely'
import { studyScope } from '../consent/index.ts'
import type { Postgres } from '../platform/index.ts'

/** What a participant decides on their page, each for itself. */
export const uses = ['recording', 'conversation_analysis', 'quoting', 'invitation'] as const
export type Use = (typeof uses)[number]

/** What can be taken back: a use of all their words, one quote, or the name beside their quotes. */
export const takenBackKinds = [...uses, 'one_quote', 'credited_name'] as const
export type TakenBack = (typeof takenBackKinds)[number]

/** `yes`: it is done or may be. `no`: they said no. `open`: nobody has asked, so it is not done. */
export type UseState = 'yes' | 'no' | 'open'
export type UseStates = Record<Use, UseState>

/** How each use stands now, asked of the ledger: analysing and quoting in the study, being asked again in the whole workspace. */
export async function statesOfUses(
  pg: Postgres,
  given: { workspaceId: string; participantId: string; personNo: number; studyId: string },
): Promise<UseStates> {
  const { workspaceId, participantId, personNo, studyId } = given
  const { rows } = await sql<{ purpose: number; reason: number }>`
    select purpose, reason from permission_rows(${workspaceId}::uuid, array[${personNo}]::bigint[])
    where (scope = ${studyScope(studyId)} and purpose in (1, 3)) or (scope = '' and purpose = 2)`.execute(pg)
  const recording = await sql<{ agreed: boolean | null }>`
    select recording_agreed as agreed from participants where id = ${participantId}`.execute(pg)
  const agreed = recording.rows[0]?.agreed ?? null
  const stateOf = (purpose: number): UseState => {
    const reason = rows.find((row) => row.purpose === purpose)?.reason ?? 1
    if (reason === 0) return 'yes'
    return reason === 3 || reason === 4 ? 'no' : 'open'
  }
  return {
    recording: agreed === null ? 'open' : agreed ? 'yes' : 'no',
    conversation_analysis: stateOf(1),
    quoting: stateOf(3),
    invitation: stateOf(2),
  }
}

/** The name that stands beside their quotes now; null: an invented one, or none. */
export async function creditedAs(
  pg: Postgres,
  { participantId }: { participantId: string },
): Promise<string | null> {
  const { rows } = await sql<{ name: string }>`
    select p.quoted_as as name from participants p
    where p.id = ${participantId} and p.quoted_as is not null and credited_name(p.person_no, p.study_id) = p.quoted_as`.execute(
    pg,
  )
  return rows[0]?.name ?? null
}
