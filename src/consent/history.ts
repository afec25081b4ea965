import { sql } from 'kysely'
import { z } from 'zod'
import { type App, type Postgres, ch } from '../platform/index.ts'
import { freshPermission } from './permission.ts'
import {
  type ConsentState,
  type LedgerPurpose,
  type Purpose,
  type QuotingManner,
  type Reason,
  consentStates,
  ledgerPurposes,
  purposes,
  quotingManners,
  reasonOf,
  reasons,
} from './purposes.ts'
import { tellReasons, type ToldReasons } from './small-groups.ts'

export type Word = {
  purpose: LedgerPurpose
  scope: string
  state: ConsentState
  happenedAt: string
  recordedAt: string
  wording: string | null
  language: string | null
  /** Of the wording, where it has one. */
  version: string | null
  manner: QuotingManner | null
  channel: string
  sourceId: string | null
  actorKind: string
}

/** Everything one person said, newest first. */
export async function listWords(
  pg: Postgres,
  { workspaceId, personNo }: { workspaceId: string; personNo: number },
): Promise<Word[]> {
  const rows = await pg
    .selectFrom('consent_ledger')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('person_no', '=', personNo)
    .orderBy('happened_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    purpose: ledgerPurposes[row.purpose] ?? 'analysis',
    scope: row.scope,
    state: consentStates.find((state) => state === row.state) ?? 'objected',
    happenedAt: row.happened_at.toISOString(),
    recordedAt: row.recorded_at.toISOString(),
    wording: row.wording,
    language: row.language,
    version: row.wording_version,
    manner: quotingManners.find((manner) => manner === row.manner) ?? null,
    channel: row.channel,
    sourceId: row.source_id,
    actorKind: row.actor_kind,
  }))
}

/** What one person's data may be used for, and why not, per purpose. */
export async function standingOf(
  pg: Postgres,
  { workspaceId, personNo, scope = '' }: { workspaceId: string; personNo: number; scope?: string },
): Promise<{ purpose: Purpose; reason: Reason }[]> {
  const found = await sql<{ standing: number }>`
    select standing from permission_standings(${workspaceId}::uuid, array[${personNo}]::bigint[]) where scope = ${scope}`.execute(
    pg,
  )
  // Nobody there: nothing may be done.
  const standing = found.rows[0]?.standing ?? 0x11_11_11
  return purposes.map((purpose) => ({ purpose, reason: reasonOf(standing, purpose) }))
}

export type PurposeCount = { purpose: Purpose; may: number } & ToldReasons<{ reason: Reason; people: number }>

/** How many people may be used for each purpose in the whole workspace, and why the others may not, as far as it may be told. */
export async function countPurposes(
  app: App,
  { workspaceId, minimum }: { workspaceId: string; minimum: number },
): Promise<{ asOf: Date; people: number; purposes: PurposeCount[] }> {
  const asOf = app.clock.now()
  await freshPermission(app, workspaceId)
  const rows = await app.ch.query(
    ch.sql`SELECT purpose, bitAnd(bitShiftRight(standing, 4 * purpose), 15) AS reason, count() AS people
      FROM permissions FINAL ARRAY JOIN range(6) AS purpose
      WHERE workspace_id = ${ch.uuid(workspaceId)} AND scope = '' AND gone = 0 GROUP BY purpose, reason ORDER BY purpose, reason`,
    z.object({ purpose: z.number(), reason: z.number(), people: z.number() }),
  )
  const counted = purposes.map((purpose, number) => {
    const own = rows.filter((row) => row.purpose === number)
    const whyNot = own.flatMap(({ reason, people }) => {
      const name = reasons[reason]
      return reason === 0 || name === undefined ? [] : [{ reason: name, people }]
    })
    const may = own.find((row) => row.reason === 0)?.people ?? 0
    return { purpose, may, ...tellReasons(whyNot, { minimum, size: 'told' }) }
  })
  const people = rows.filter((row) => row.purpose === 0).reduce((sum, row) => sum + row.people, 0)
  return { asOf, people, purposes: counted }
}
