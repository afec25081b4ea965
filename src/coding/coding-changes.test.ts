import { sql } from 'kysely'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../test/app.ts'
import { openWorkspace, type TestMember } from '../../test/members.ts'
import { recordConsent, type LedgerPurpose } from '../consent/index.ts'
import { openPostgres, type App } from '../platform/index.ts'
import { nextChange } from './coding-changes.ts'
import { createCode } from './codes.ts'
import { codingRoom } from './room.ts'

let app: TestApp
let ann: TestMember

beforeAll(async () => {
  app = await openTestApp()
})
beforeEach(async () => {
  ann = await openWorkspace(app)
})

const never = new AbortController().signal
const add = (name: string) =>
  createCode(app, {
    workspaceId: ann.workspaceId,
    actor: ann.actor,
    studyId: null,
    code: { name, description: '', colour: 'teal' },
  })
const next = (on: App, since: number | undefined, signal = never) =>
  nextChange(on, { workspaceId: ann.workspaceId, since, signal })

test('whoever knows the newest waits, and hears of the next at once from any copy of the program', async () => {
  const copy: App = { ...app, pg: openPostgres({ url: app.databaseUrl, max: 2 }) }
  const { version } = await next(copy, undefined)
  const news = next(copy, version)
  expect(await Promise.race([news, delay(300).then(() => 'still waiting')])).toBe('still waiting')
  await add('One')
  expect(await news).toMatchObject({ version: version + 1 })
  await copy.pg.destroy()
})

test('of many changes while asking and between askings none is missed', async () => {
  let known = (await next(app, undefined)).version
  const last = known + 40
  const work = Promise.all(Array.from({ length: 40 }, (_, place) => add(`Code ${place}`)))
  while (known < last) known = (await next(app, known)).version
  await work
  expect(known).toBe(last)
})

test('a change of another workspace wakes nobody here', async () => {
  const { version } = await next(app, undefined)
  const end = new AbortController()
  const news = next(app, version, end.signal)
  const other = await openWorkspace(app)
  await createCode(app, {
    workspaceId: other.workspaceId,
    actor: other.actor,
    studyId: null,
    code: { name: 'Theirs', description: '', colour: 'teal' },
  })
  expect(await Promise.race([news, delay(300).then(() => 'still waiting')])).toBe('still waiting')
  end.abort()
  expect(await news).toMatchObject({ version })
})

test('a word about who may be written to wakes no reader, one about reading does', async () => {
  codingRoom.wire?.(app)
  const { rows } = await sql<{ no: number }>`
    insert into people (workspace_id) values (${ann.workspaceId}) returning no`.execute(app.pg)
  const personNo = rows[0]?.no ?? 0
  const say = async (purpose: LedgerPurpose) => {
    const word = {
      personNo,
      purpose,
      state: 'withdrawn',
      channel: 'form',
      actor: { kind: 'person' },
    } as const
    await recordConsent(app, {
      workspaceId: ann.workspaceId,
      entries: [{ ...word, happenedAt: app.clock.now() }],
    })
    await app.outbox.drain()
  }
  await add('One')
  const { version } = await next(app, undefined)
  for (const purpose of ['invitation', 'email_marketing', 'advertising'] as const) await say(purpose)
  expect(await next(app, undefined)).toMatchObject({ version })
  await say('conversation_analysis')
  expect(await next(app, version)).toMatchObject({ version: version + 1 })
})

test('when the connection that listens breaks, whoever waits looks again and the next one listens anew', async () => {
  const copy: App = { ...app, pg: openPostgres({ url: app.databaseUrl, max: 2 }) }
  const { version } = await next(copy, undefined)
  const before = await listeners()
  const news = next(copy, version)
  // Connecting takes what it takes: only a connection that listens can break.
  await expect.poll(async () => (await listeners()).length, { timeout: 15_000 }).toBe(before.length + 1)
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where pid = any(${await listeners()}::int[])`.execute(
    app.pg,
  )
  expect(await news).toMatchObject({ version })
  const again = next(copy, version)
  await expect
    .poll(async () => (await listeners()).filter((pid) => !before.includes(pid)).length, { timeout: 15_000 })
    .toBe(1)
  await add('One')
  expect(await again).toMatchObject({ version: version + 1 })
  await copy.pg.destroy()
})

/** The connections that have begun to listen: `listen` was the last that was asked of them, and is answered. */
async function listeners(): Promise<number[]> {
  const { rows } = await sql<{ pid: number }>`
    select pid from pg_stat_activity
    where query like 'listen %' and state = 'idle' and datname = current_database()`.execute(app.pg)
  return rows.map(({ pid }) => pid)
}

const delay = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
