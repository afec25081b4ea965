import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { openTestApp } from '../../test/app.ts'
import { ch } from '../platform/index.ts'
import { addGrounds, declareBases, freshPermission, mayBitmapSql, mayUse } from './index.ts'

const app = await openTestApp()

async function makeWorkspace(): Promise<string> {
  const row = await app.pg
    .insertInto('workspaces')
    .values({ name: 'Test' })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

async function makePeople(workspaceId: string, count: number): Promise<number[]> {
  const made = await sql<{ no: number }>`
    insert into people (workspace_id, has_email) select ${workspaceId}::uuid, true from generate_series(1, ${count}::int) returning no`.execute(
    app.pg,
  )
  return made.rows.map((row) => row.no)
}

test.runIf(process.env['MEASURE'])(
  '200,000 new people are projected in seconds',
  async () => {
    const workspaceId = await makeWorkspace()
    const source = { kind: 'source', id: randomUUID() } as const
    await declareBases(app, {
      workspaceId,
      declarer: source,
      bases: { analysis: { basis: 'legitimate interest' } },
      by: undefined,
    })
    const people = await makePeople(workspaceId, 200_000)
    let begun = performance.now()
    await app.pg
      .transaction()
      .execute((tx) => addGrounds(tx, { workspaceId, declarerId: source.id, personNos: people }))
    console.log('addGrounds', performance.now() - begun)
    begun = performance.now()
    await freshPermission(app, workspaceId)
    console.log('freshPermission', performance.now() - begun)
    const n = await app.ch.query(
      ch.sql`SELECT bitmapCardinality(people) AS n FROM (${mayBitmapSql({ workspaceId, purpose: 'analysis' })})`,
      z.object({ n: z.number() }),
    )
    expect(n).toEqual([{ n: 200_000 }])
    expect(await mayUse(app.pg, { workspaceId, personNo: people[0] ?? 0, purpose: 'analysis' })).toBe(true)
    expect(await mayUse(app.pg, { workspaceId, personNo: people[0] ?? 0, purpose: 'advertising' })).toBe(
      false,
    )
  },
  120_000,
)
