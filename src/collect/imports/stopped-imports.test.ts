import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/app.ts'
import { bankSource, bringIn, contentsOf, lookAt } from '../../../test/imports.ts'
import { openWorkspace } from '../../../test/members.ts'
import { cancelImport, resumeImport, startImport } from './change-import.ts'
import { findImport } from './imports.ts'
import { runImport, runThroughOutage } from './run-import.ts'

const bank = join(import.meta.dirname, '../../../test/data/customers/bank-additional.csv')
const running = new AbortController().signal

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
  // Nothing is declared, so what is queued waits: the tests run it themselves.
  await app.jobs.start()
})
const place = async () => (await openWorkspace(app)).workspaceId

test('stopped between two batches and begun again comes to the same as without a stop', async () => {
  const lines = Array.from(
    { length: 17_000 },
    (_, index) =>
      `${index % 15_000},person${index % 15_000}@example.org,${index % 7},${index % 2 ? 'yes' : 'no'}`,
  )
  const file = Buffer.from(`customer_id,email,visits,newsletter\n${lines.join('\n')}\n`)
  const [whole, halted] = [await place(), await place()]
  const at = { workspaceId: halted, importId: (await lookAt(app, { workspaceId: halted, file })).id }
  const through = await lookAt(app, { workspaceId: whole, file })
  const straight = await bringIn(app, { workspaceId: whole, importId: through.id })
  await startImport(app, { ...at, source: bankSource, by: undefined })
  const stop = new AbortController()
  const watched = { ...app, pg: app.pg, clock: { now: () => stopAfter(stop) } }
  let ticks = 0
  function stopAfter(controller: AbortController): Date {
    ticks += 1
    if (ticks === 3) controller.abort()
    return new Date()
  }
  await expect(runImport(watched, at, stop.signal)).rejects.toThrow(/abort/i)
  const between = await findImport(app, at)
  expect(between.state).toBe('running')
  expect(between.processed).toBeGreaterThan(0)
  expect(between.processed).toBeLessThan(17_000)
  await runImport(app, at, running)
  const done = await findImport(app, at)
  for (const key of ['processed', 'imported', 'rejected', 'people', 'facts', 'consents'] as const)
    expect([key, done[key]]).toEqual([key, straight[key]])
  expect(done.people).toEqual({ new: 15_000, known: 0 })
  expect(await contentsOf(app, halted)).toEqual(await contentsOf(app, whole))
})

test('an engine that goes away in the middle is waited for, and nothing is missing or double', async () => {
  const workspaceId = await place()
  const { id: importId } = await lookAt(app, { workspaceId, file: bank })
  const at = { workspaceId, importId }
  await startImport(app, { ...at, source: bankSource, by: undefined })
  let ticks = 0
  const now = () => {
    ticks += 1
    // The first begins the import, the second keeps its first batch.
    if (ticks === 2) throw new Error('Connection terminated unexpectedly')
    if (ticks === 3) throw Object.assign(new Error('the system is starting up'), { code: '57P03' })
    return new Date()
  }
  await runThroughOutage({ ...app, clock: { now } }, at, running)
  expect(ticks).toBeGreaterThan(4)
  expect(await findImport(app, at)).toMatchObject({ state: 'done', processed: 4119, imported: 4119 })
})

test('told to stop while it waits for an engine, it stops', async () => {
  const workspaceId = await place()
  const { id: importId } = await lookAt(app, { workspaceId, file: bank })
  const at = { workspaceId, importId }
  await startImport(app, { ...at, source: bankSource, by: undefined })
  const stop = new AbortController()
  const now = () => {
    queueMicrotask(() => stop.abort())
    throw Object.assign(new Error('no room to write'), { code: '53100' })
  }
  await expect(runThroughOutage({ ...app, clock: { now } }, at, stop.signal)).rejects.toThrow(
    /abort|no room/i,
  )
  expect((await findImport(app, at)).state).toBe('queued')
})

test('cancelled, it stops; resumed, it goes on to the end', async () => {
  const workspaceId = await place()
  const { id: importId } = await lookAt(app, { workspaceId, file: bank })
  const at = { workspaceId, importId }
  await startImport(app, { ...at, source: bankSource, by: undefined })
  await cancelImport(app, at)
  await runImport(app, at, running)
  expect(await findImport(app, at)).toMatchObject({ state: 'cancelled', processed: 0 })
  await resumeImport(app, at)
  await runImport(app, at, running)
  expect(await findImport(app, at)).toMatchObject({ state: 'done', processed: 4119 })
})

test('two imports at once into one workspace make each person once', async () => {
  const workspaceId = await place()
  const lines = (from: number) =>
    Array.from({ length: 8000 }, (_, index) => `c${from + index},person${from + index}@example.org`)
  const file = (from: number) => Buffer.from(`customer_id,email\n${lines(from).join('\n')}\n`)
  const [one, two] = [
    await lookAt(app, { workspaceId, file: file(0) }),
    await lookAt(app, { workspaceId, file: file(4000) }),
  ]
  const done = await Promise.all([
    bringIn(app, { workspaceId, importId: one.id, source: { ...bankSource, name: 'One' } }),
    bringIn(app, { workspaceId, importId: two.id, source: { ...bankSource, name: 'Two' } }),
  ])
  expect(done.map(({ state }) => state)).toEqual(['done', 'done'])
  const { people, identifiers } = await contentsOf(app, workspaceId)
  expect([people, identifiers]).toEqual([12_000, 24_000])
  expect(done[0].people.new + done[1].people.new).toBe(12_000)
})
