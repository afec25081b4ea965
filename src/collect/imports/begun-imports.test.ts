import { beforeAll, expect, test } from 'vitest'
import { openTestApp } from '../../../test/app.ts'
import { bankSource, bringIn, lookAt, uploadFile } from '../../../test/imports.ts'
import { openWorkspace } from '../../../test/members.ts'
import { putMapping, replayRejects, startImport } from './change-import.ts'
import { findImport, listImports } from './imports.ts'
import { rejectsAsFile } from './rejects.ts'
import { runImport } from './run-import.ts'

const app = await openTestApp()
const signal = new AbortController().signal
// Nothing is declared, so what is queued waits: the tests run it themselves.
beforeAll(() => app.jobs.start())

/** A file brought in by the column of its addresses, with lines to mend. */
async function bringFile(text: string, { address }: { address: string }) {
  const { workspaceId } = await openWorkspace(app)
  const { id: importId, mapping } = await lookAt(app, { workspaceId, file: Buffer.from(text) })
  if (mapping.kind !== 'people') throw new Error('not people')
  const columns = {
    ...mapping.mapping.columns,
    [address]: { use: 'identifier', kind: 'email' } as const,
  }
  const chosen = {
    kind: 'people' as const,
    mapping: { ...mapping.mapping, identity: { kind: 'columns' as const }, columns },
  }
  await putMapping(app, { workspaceId, importId, mapping: chosen, grounds: {} })
  return { at: { workspaceId, importId }, done: await bringIn(app, { workspaceId, importId }) }
}

async function linesOf(at: { workspaceId: string; importId: string }): Promise<string> {
  let text = ''
  for await (const line of (await rejectsAsFile(app, at)).lines) text += line
  return text
}

async function replay(at: { workspaceId: string; importId: string }, text: string) {
  const { workspaceId } = at
  const uploadId = await uploadFile(app, { workspaceId, name: 'mended.csv', bytes: Buffer.from(text) })
  const importId = await replayRejects(app, { ...at, uploadId, by: undefined })
  await runImport(app, { workspaceId, importId }, signal)
  return findImport(app, { workspaceId, importId })
}

test('lines to mend of JSON may lack what others have', async () => {
  const { at, done } = await bringFile(
    '{"email":"ada@example.org","city":"Ribe"}\n{"email":"ben@example.org","city":"Vejle"}\n{"email":"no address"}\n',
    { address: 'email' },
  )
  expect(done).toMatchObject({ imported: 2, open: 1 })
  const mended = (await linesOf(at)).replace('no address', 'cy@example.org')
  expect(await replay(at, mended)).toMatchObject({ imported: 1, open: 0 })
})

test('a mended file with other columns is refused, and leaves no import behind', async () => {
  const { at } = await bringFile('email,city\nada@example.org,Ribe\nno address,Skagen\n', {
    address: 'email',
  })
  await expect(replay(at, 'mail,town\ncy@example.org,Skagen\n')).rejects.toMatchObject({
    id: 'no-such-column',
  })
  const { items } = await listImports(app, { workspaceId: at.workspaceId, page: { limit: 10 } })
  expect(items.map(({ id }) => id)).toEqual([at.importId])
  expect(await findImport(app, at)).toMatchObject({ open: 1 })
})

test('of two who start an import at once one is told that it has begun, and it is queued once', async () => {
  const { workspaceId } = await openWorkspace(app)
  const { id: importId } = await lookAt(app, {
    workspaceId,
    file: Buffer.from('email,city\nada@example.org,Ribe\n'),
  })
  let queued = 0
  const queue: typeof app.jobs.queue = () => Promise.resolve(void (queued += 1))
  const watched = { ...app, jobs: { ...app.jobs, queue } }
  const start = () => startImport(watched, { workspaceId, importId, source: bankSource, by: undefined })
  const results = await Promise.allSettled([start(), start()])
  expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { id: 'import-begun' },
  })
  expect(queued).toBe(1)
})

test('an import that waits for another is not said to stand still', async () => {
  const { workspaceId } = await openWorkspace(app)
  const file = (town: string) => Buffer.from(`email,city\nada@example.org,${town}\n`)
  const [first, second] = [
    await lookAt(app, { workspaceId, file: file('Ribe') }),
    await lookAt(app, { workspaceId, file: file('Vejle') }),
  ]
  for (const { id } of [first, second])
    await startImport(app, { workspaceId, importId: id, source: bankSource, by: undefined })
  const set = (id: string, state: string, secondsAgo: number) =>
    app.pg
      .updateTable('imports')
      .set({ state, progressed_at: new Date(app.clock.now().getTime() - secondsAgo * 1000) })
      .where('id', '=', id)
      .execute()
  const seen = () => findImport(app, { workspaceId, importId: second.id })
  await set(first.id, 'running', 1)
  await set(second.id, 'queued', 600)
  expect(await seen()).toMatchObject({ waits: true, stalled: false })
  await set(first.id, 'running', 600)
  expect(await seen()).toMatchObject({ waits: false, stalled: true })
})
