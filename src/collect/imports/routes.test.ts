import { beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/app.ts'
import {
  askRoutes,
  issueSecretKey,
  joinWorkspace,
  openWorkspace,
  signUp,
  type TestMember,
} from '../../../test/members.ts'
import { ImportDetail } from './import.ts'
import { importsRoutes } from './routes.ts'
import { markOf } from './line-marks.ts'
import { runImport } from './run-import.ts'

let app: TestApp
let owner: TestMember
let ask: ReturnType<typeof askRoutes>
beforeAll(async () => {
  app = await openTestApp()
  await app.jobs.start()
  owner = await openWorkspace(app)
  ask = askRoutes(app, importsRoutes)
})

const at = (path: string) => `/api/w/${owner.workspaceId}/${path}`
const answered = async (answer: Promise<Response>) => {
  const response = await answer
  return { status: response.status, body: Object(await response.json()) as Record<string, unknown> }
}

async function begin(size: number, headers = owner.headers) {
  const { body } = await answered(ask('POST', at('uploads'), { headers, body: { name: 'people.csv', size } }))
  return String(body['id'])
}

const put = (id: string, offset: number | string | undefined, text: string) =>
  answered(
    ask('PUT', at(`uploads/${id}`), {
      headers: { ...owner.headers, ...(offset === undefined ? {} : { 'upload-offset': String(offset) }) },
      body: text,
    }),
  )

describe('who may', () => {
  test('nobody without a session or key: 401', async () => {
    expect((await ask('GET', at('imports'))).status).toBe(401)
    expect((await ask('PUT', at(`uploads/${crypto.randomUUID()}`), { body: 'x' })).status).toBe(401)
  })

  test('not a viewer, nor a key without the scope: 403', async () => {
    const viewer = await joinWorkspace(app, { workspaceId: owner.workspaceId, role: 'viewer' })
    const { headers } = await issueSecretKey(app, { workspaceId: owner.workspaceId, scopes: ['people.read'] })
    for (const who of [viewer.headers, headers])
      expect((await ask('POST', at('uploads'), { headers: who, body: { name: 'x', size: 1 } })).status).toBe(
        403,
      )
  })

  test('not a stranger, nor somebody with the id of another workspace: 404', async () => {
    const stranger = await signUp(app)
    const elsewhere = await openWorkspace(app)
    const id = await begin(10)
    expect((await ask('GET', at(`uploads/${id}`), { headers: stranger.headers })).status).toBe(404)
    expect(
      (await ask('GET', `/api/w/${elsewhere.workspaceId}/uploads/${id}`, { headers: elsewhere.headers }))
        .status,
    ).toBe(404)
    expect(
      (
        await ask('POST', `/api/w/${elsewhere.workspaceId}/imports`, {
          headers: elsewhere.headers,
          body: { uploadId: id },
        })
      ).status,
    ).toBe(404)
  })
})

describe('an upload', () => {
  test('is taken in pieces, says how much is here, and takes a piece twice without harm', async () => {
    const id = await begin(10)
    expect((await put(id, 0, 'abcd')).body).toMatchObject({ received: 4 })
    expect((await put(id, 0, 'abcd')).body).toMatchObject({ received: 4 })
    expect(await put(id, 6, 'gh')).toMatchObject({ status: 409, body: { id: 'upload-out-of-place' } })
    expect((await answered(ask('GET', at(`uploads/${id}`), { headers: owner.headers }))).body).toMatchObject({
      received: 4,
      size: 10,
    })
    expect((await put(id, 4, 'efghij')).body).toMatchObject({ received: 10 })
    expect(await put(id, 10, 'k')).toMatchObject({ status: 422, body: { id: 'upload-too-long' } })
  })

  test('is refused above 2 GB, without its place, and in pieces above 4 MiB', async () => {
    const large = await answered(
      ask('POST', at('uploads'), { headers: owner.headers, body: { name: 'x', size: 3e9 } }),
    )
    expect(large).toMatchObject({ status: 413, body: { id: 'upload-too-large' } })
    const id = await begin(9_000_000)
    expect(await put(id, undefined, 'a')).toMatchObject({ status: 400, body: { id: 'bad-upload-offset' } })
    expect((await put(id, 0, 'a'.repeat(4 * 1024 ** 2 + 1))).status).toBe(413)
    expect((await put(id, 0, 'a'.repeat(4 * 1024 ** 2))).status).toBe(200)
  })

  test('that is not finished cannot be imported', async () => {
    const id = await begin(10)
    const early = await answered(
      ask('POST', at('imports'), { headers: owner.headers, body: { uploadId: id } }),
    )
    expect(early).toMatchObject({ status: 409, body: { id: 'upload-not-finished' } })
  })
})

test('a file goes from upload to done by the routes alone, and its rejected lines come back as a file', async () => {
  const text = 'email,city\nada@example.org,London\n,Rome\ngrace@example.org,New York,x\n'
  const uploadId = await begin(text.length)
  await put(uploadId, 0, text)
  const { headers, workspaceId } = owner
  const looked = ImportDetail.parse(
    (await answered(ask('POST', at('imports'), { headers, body: { uploadId } }))).body,
  )
  const { id: importId } = looked
  const columns = {
    email: { use: 'identifier', kind: 'email' },
    city: looked.mapping.kind === 'people' ? looked.mapping.mapping.columns['city'] : {},
  }
  const mapping = { kind: 'people', mapping: { version: 1, identity: { kind: 'columns' }, columns } }
  expect(
    (await answered(ask('PUT', at(`imports/${importId}/mapping`), { headers, body: { mapping } }))).status,
  ).toBe(200)
  const bad = { kind: 'people', mapping: { ...mapping.mapping, columns: { nobody: { use: 'ignore' } } } }
  expect(
    await answered(ask('PUT', at(`imports/${importId}/mapping`), { headers, body: { mapping: bad } })),
  ).toMatchObject({ status: 422, body: { id: 'no-such-column' } })
  const preview = await answered(ask('GET', at(`imports/${importId}/preview`), { headers }))
  expect(preview.body).toMatchObject({ sampled: 3, rejected: 2 })
  const source = {
    name: 'Letter',
    party: 'first',
    origin: 'told',
    bases: { analysis: { basis: 'consent', evidence: 'Form of May' } },
  }
  const started = await answered(ask('POST', at(`imports/${importId}/start`), { headers, body: { source } }))
  expect(started.body).toMatchObject({ state: 'queued', source: { name: 'Letter' } })
  expect(
    await answered(ask('POST', at(`imports/${importId}/start`), { headers, body: { source } })),
  ).toMatchObject({ status: 409 })
  await runImport(app, { workspaceId, importId }, new AbortController().signal)
  const done = await answered(ask('GET', at(`imports/${importId}`), { headers }))
  expect(done.body).toMatchObject({ state: 'done', imported: 1, rejected: 2, people: { new: 1, known: 0 } })
  const file = await ask('GET', at(`imports/${importId}/rejects/file`), { headers })
  expect(file.headers.get('content-disposition')).toContain('rejected-lines.csv')
  const mark = (line: number) => markOf({ importId: String(importId), line })
  expect(await file.text()).toBe(
    `Samtale line,email,city\n${mark(3)},,Rome\n${mark(4)},grace@example.org,New York,x\n`,
  )
  const reasons = await (await ask('GET', at(`imports/${importId}/rejects/reasons`), { headers })).text()
  expect(reasons.split('\n')[2]).toMatch(/^4,ragged-line,/)
  const list = await answered(ask('GET', at('imports'), { headers }))
  expect(list.body['items']).toHaveLength(1)
  const read = await app.pg
    .selectFrom('audit')
    .select('action')
    .where('workspace_id', '=', workspaceId)
    .where('action', 'like', 'import%')
    .execute()
  expect(new Set(read.map(({ action }) => action))).toEqual(
    new Set(['import.previewed', 'import.started', 'import-rejects.downloaded']),
  )
})

test('a secret key learns its workspace', async () => {
  const { headers } = await issueSecretKey(app, { workspaceId: owner.workspaceId, scopes: ['collect.write'] })
  expect((await answered(ask('GET', '/api/key/workspace', { headers }))).body).toEqual({
    workspaceId: owner.workspaceId,
  })
})
