import { beforeAll, describe, expect, test } from 'vitest'
import { rooms, wireRooms } from '../src/server.ts'
import { createWorkspace } from '../src/workspace/index.ts'
import { openTestApp } from './app.ts'
import { askRoutes, issueSecretKey, openWorkspace, signUp, type TestUser } from './members.ts'

let ask: ReturnType<typeof askRoutes>
let user: TestUser
let sample: string
let own: string
let secret: Record<string, string>

beforeAll(async () => {
  const app = await openTestApp()
  wireRooms(app)
  const routes = rooms.flatMap((room) => room.routes)
  ask = askRoutes(app, routes)
  user = await signUp(app)
  sample = (await createWorkspace(app, { name: 'Sample', owner: user, isSample: true })).workspaceId
  own = (await openWorkspace(app)).workspaceId
  secret = (await issueSecretKey(app, { workspaceId: sample, scopes: ['collect.write', 'studies.write'] }))
    .headers
})

const problemOf = async (answer: Response) => [answer.status, ((await answer.json()) as { id?: string }).id]
const some = crypto.randomUUID()

describe('a sample workspace, where everything is invented, takes no', () => {
  test.each([
    ['file', '/uploads'],
    ['look at a file', '/imports'],
    ['file that was looked at before', `/imports/${some}/start`],
    ['transcript', `/studies/${some}/interviews`],
    ['look at a transcript', `/studies/${some}/interviews/preview`],
    ['recording', `/studies/${some}/recordings`],
    ['photo', '/documents/uploads'],
    ['kept photo', `/studies/${some}/documents`],
    ['project of another program', '/coding/uploads'],
    ['project sent before', '/coding/imports'],
  ])('%s', async (_, path) => {
    const answer = await ask('POST', `/api/w/${sample}${path}`, { headers: user.headers, body: {} })
    expect(await problemOf(answer)).toEqual([409, 'sample-workspace'])
    const stranger = await ask('POST', `/api/w/${own}${path}`, { headers: user.headers, body: {} })
    expect(stranger.status).toBe(404)
  })

  test('file of a program with a key', async () => {
    const body = { name: 'people.csv', size: 10 }
    const answer = await ask('POST', `/api/w/${sample}/uploads`, { headers: secret, body })
    expect(await problemOf(answer)).toEqual([409, 'sample-workspace'])
  })

  test.each(['/v1/track', '/v1/batch'])('event by %s', async (path) => {
    const made = await ask('POST', `/api/w/${sample}/keys`, {
      headers: user.headers,
      body: { kind: 'write', name: `Shop ${path}` },
    })
    const { key } = (await made.json()) as { key: string }
    const headers = { authorization: `Basic ${btoa(`${key}:`)}` }
    const message = { type: 'track', userId: 'real', event: 'Bought' }
    const body = path === '/v1/batch' ? { batch: [message] } : message
    const answer = await ask('POST', path, { headers, body })
    expect(await problemOf(answer)).toEqual([409, 'sample-workspace'])
  })
})
