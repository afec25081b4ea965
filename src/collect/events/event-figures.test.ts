import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/app.ts'
import { ch } from '../../platform/index.ts'
import { eventFigures } from './event-figures.ts'

let app: TestApp

beforeAll(async () => {
  app = await openTestApp()
})

const day = 86_400_000

async function insert(
  workspaceId: string,
  given: { at: number; storedAt: number; held?: number },
): Promise<void> {
  const row = {
    workspace_id: workspaceId,
    name: 'seen',
    id_kind: 'user_id',
    id_value: '1',
    type: 'track',
    source_id: randomUUID(),
  }
  const moments = { at: given.at, received_at: given.at, stored_at: given.storedAt }
  await app.ch.insert('events', [{ ...row, message_id: randomUUID(), ...moments, held: given.held ?? 0 }])
}

test('counts what there is and what came since, of this workspace, without what is held back', async () => {
  const [ours, theirs] = [randomUUID(), randomUUID()]
  const now = Date.now()
  expect(await eventFigures(app, ours)).toEqual({ events: 0, newest: null })
  // The first question has counted everything older than a minute; an old moment does not appear any more.
  await insert(theirs, { at: now, storedAt: now })
  await insert(ours, { at: now, storedAt: now, held: 1 })
  await insert(ours, { at: now - 2 * day, storedAt: now - 30_000 })
  expect(await eventFigures(app, ours)).toEqual({ events: 1, newest: new Date(now - 2 * day) })
  await insert(ours, { at: now - 4 * day, storedAt: now })
  expect(await eventFigures(app, ours)).toEqual({ events: 2, newest: new Date(now - 2 * day) })
})

test('what was erased is counted out after ten minutes', async () => {
  const workspaceId = randomUUID()
  const now = Date.now()
  await insert(workspaceId, { at: now - 2 * day, storedAt: now - 2 * day })
  expect(await eventFigures(app, workspaceId)).toEqual({ events: 1, newest: new Date(now - 2 * day) })
  await app.ch.command(ch.sql`DELETE FROM events WHERE workspace_id = ${ch.uuid(workspaceId)}`)
  expect((await eventFigures(app, workspaceId)).events).toBe(1)
  const later = { ...app, clock: { now: () => new Date(now + 660_000) } }
  expect(await eventFigures(later, workspaceId)).toEqual({ events: 0, newest: null })
})
