import { sql } from 'kysely'
import { z } from 'zod'
import { type App, type Postgres, type PostgresTransaction, type Sql, ch } from '../platform/index.ts'
import { type Purpose, purposeNumber } from './purposes.ts'

/** A question to permission: for what, and within which study ('' is the whole workspace). */
export type Use = { workspaceId: string; purpose: Purpose; scope?: string }

/**
 * Brings ClickHouse's `permissions` up to the ledger; call it before every ClickHouse query that carries permission. Costs
 * one small query when nothing changed. After it, a word committed before the call is obeyed, also when a copy of the program died
 * half way: what is not deleted from `permission_changes` is projected again.
 */
export async function freshPermission(app: App, workspaceId: string): Promise<void> {
  if (!(await hasChanges(app.pg, workspaceId))) return
  await app.pg.transaction().execute(async (tx) => {
    // One projector a workspace at a time, so that a newer standing never meets an older one with a higher version.
    await sql`select pg_advisory_xact_lock(hashtextextended('permission:' || ${workspaceId}, 0))`.execute(tx)
    for (let more = true; more;) more = await projectBatch({ app, tx, workspaceId })
  })
}

/**
 * ClickHouse: one row, `people`: the roaring bitmap of those who may be used so, of everybody or `among` some. Call
 * {@link freshPermission} first.
 */
export function mayBitmapSql({
  workspaceId,
  purpose,
  scope = '',
  among,
}: Use & { among?: readonly number[] | undefined }): Sql {
  const shift = ch.u32(4 * purposeNumber(purpose))
  const only = among === undefined ? ch.sql`` : ch.sql` AND person IN ${ch.u32s(among)}`
  return ch.sql`SELECT groupBitmapState(person) AS people FROM permissions FINAL WHERE workspace_id = ${ch.uuid(workspaceId)} AND scope = ${ch.text(scope)} AND gone = 0${only} AND bitAnd(bitShiftRight(standing, ${shift}), 15) = 0`
}

/** Whether one person's data may be used so, from the ledger itself. */
export async function mayUse(pg: Postgres, use: Use & { personNo: number }): Promise<boolean> {
  const { workspaceId, personNo, purpose, scope = '' } = use
  const found = await sql<{ may: boolean }>`
    select may(${workspaceId}::uuid, ${personNo}::bigint, ${purposeNumber(purpose)}::int, ${scope}) as may`.execute(
    pg,
  )
  return found.rows[0]?.may ?? false
}

const batchSize = 50_000

async function hasChanges(pg: Postgres, workspaceId: string): Promise<boolean> {
  const found = await sql<{ changed: boolean }>`
    select exists (select from permission_changes where workspace_id = ${workspaceId}) as changed`.execute(pg)
  return found.rows[0]?.changed ?? false
}

type Projection = { app: App; tx: PostgresTransaction; workspaceId: string }
type Standing = { person_no: number; scope: string; standing: number }

/** Projects changes of about {@link batchSize} people; returns whether there may be more. */
async function projectBatch({ app, tx, workspaceId }: Projection): Promise<boolean> {
  // What commits after this statement keeps its row and is projected next time: rows are deleted by id, never by range.
  const taken = await sql<{ person_no: number }>`
    with first as (
      select seq, person_nos from permission_changes where workspace_id = ${workspaceId} order by seq limit ${batchSize}
    ), counted as (
      select seq, sum(cardinality(person_nos)) over (order by seq) - cardinality(person_nos) as before from first
    ), taken as (
      delete from permission_changes where workspace_id = ${workspaceId}
        and seq in (select seq from counted where before < ${batchSize}) returning person_nos
    )
    select person_no from taken, unnest(person_nos) as person_no`.execute(tx)
  if (taken.rows.length === 0) return false
  const people = [...new Set(taken.rows.map((row) => row.person_no))]
  const found = await sql<Standing>`
    select person_no, scope, standing from permission_standings(${workspaceId}::uuid, ${people}::bigint[])`.execute(
    tx,
  )
  const version = await nextVersion(tx)
  const gone = await vanished({ app, workspaceId, people, now: found.rows })
  const line = (row: Standing, isGone: 0 | 1) =>
    `{"workspace_id":"${workspaceId}","scope":${JSON.stringify(row.scope)},"person":${row.person_no},"standing":${row.standing},"gone":${isGone},"version":${version}}`
  await app.ch.insertLines('permissions', [
    ...found.rows.map((row) => line(row, 0)),
    ...gone.map((row) => line(row, 1)),
  ])
  return taken.rows.length >= batchSize
}

async function nextVersion(tx: PostgresTransaction): Promise<number> {
  const found = await sql<{ version: number }>`select nextval('permission_version') as version`.execute(tx)
  const version = found.rows[0]?.version
  if (version === undefined) throw new Error('the sequence permission_version gave nothing')
  return version
}

const PersonScope = z.object({ person: z.number(), scope: z.string() })

/** Rows that stand in ClickHouse and no longer in PostgreSQL: a study left, a person erased or merged into another. */
async function vanished(given: {
  app: App
  workspaceId: string
  people: readonly number[]
  now: readonly Standing[]
}): Promise<Standing[]> {
  const { app, workspaceId, people, now } = given
  const here = new Set(now.map((row) => row.person_no))
  const away = people.filter((person) => !here.has(person))
  const inStudies = new Set(
    now.filter((row) => row.scope !== '').map((row) => `${row.person_no} ${row.scope}`),
  )
  const kept = await app.ch.query(
    ch.sql`SELECT person, scope FROM permissions FINAL WHERE workspace_id = ${ch.uuid(workspaceId)} AND gone = 0 AND scope != ''
      AND person >= ${ch.u32(lowest(people))} AND person <= ${ch.u32(highest(people))}`,
    PersonScope,
  )
  const asked = new Set(people)
  const left = kept.filter(
    (row) => asked.has(row.person) && row.scope !== '' && !inStudies.has(`${row.person} ${row.scope}`),
  )
  return [...away.map((person) => ({ person, scope: '' })), ...left].map(({ person, scope }) => ({
    person_no: person,
    scope,
    standing: 0,
  }))
}

function lowest(numbers: readonly number[]): number {
  return numbers.reduce((least, number) => Math.min(least, number), 4_294_967_295)
}

function highest(numbers: readonly number[]): number {
  return numbers.reduce((most, number) => Math.max(most, number), 0)
}
