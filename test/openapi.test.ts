import { expect, test } from 'vitest'
import { z } from 'zod'
import { makeSite } from '../src/platform/index.ts'
import { rooms, wireRooms } from '../src/server.ts'
import { createKey } from '../src/workspace/keys.ts'
import { openTestApp } from './app.ts'
import { openWorkspace } from './members.ts'

const Operation = z.object({
  security: z.array(z.record(z.string(), z.array(z.string()))),
  parameters: z.array(z.object({ name: z.string(), in: z.string(), required: z.boolean() })).default([]),
  requestBody: z.object({ content: z.record(z.string(), z.unknown()) }).optional(),
  responses: z.record(z.string(), z.object({ content: z.record(z.string(), z.unknown()).optional() })),
})
const Document = z.object({ paths: z.record(z.string(), z.record(z.string(), Operation)) })

const app = await openTestApp()
wireRooms(app)
const routes = rooms.flatMap((room) => room.routes)
const site = makeSite({ app, routes, version: 'test', postgres: 'embedded', webDir: app.dataDir })
const at = (path: string, init: RequestInit = {}) =>
  site.fetch(new Request(`http://127.0.0.1:4780${path}`, init))
const { paths } = Document.parse(await (await at('/api/openapi.json')).json())
const operation = (method: string, path: string) => {
  const found = paths[path]?.[method]
  if (!found) throw new Error(`${method} ${path} is not told of`)
  return found
}
const answered = (method: string, path: string) =>
  Object.keys(operation(method, path).responses['200']?.content ?? {})

test('an event is told as it is: by a write key or a key in its body, JSON in and out', async () => {
  const { security, requestBody } = operation('post', '/v1/track')
  expect(security).toEqual([{ writeKey: [] }, {}])
  expect(Object.keys(requestBody?.content ?? {})).toEqual(['application/json'])
  expect(answered('post', '/v1/track')).toEqual(['application/json'])
  const member = await openWorkspace(app)
  const { key: writeKey } = await createKey(app, { ...member, key: { kind: 'write', name: 'Website' } })
  const answer = await at('/v1/track', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ event: 'Seen', anonymousId: 'a', writeKey }),
  })
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json'])
})

test('a file that is taken out is told by what it is, and comes as that', async () => {
  const member = await openWorkspace(app)
  const files = [
    ['audit.csv', ['text/csv']],
    ['refused-events.jsonl', ['application/jsonl']],
    ['coding/project', ['application/zip']],
  ] as const
  for (const [name, types] of files) {
    expect(answered('get', `/api/w/{workspaceId}/${name}`)).toEqual(types)
    const answer = await at(`/api/w/${member.workspaceId}/${name}`, { headers: member.headers })
    expect([name, answer.status]).toEqual([name, 200])
    expect(types).toContain(answer.headers.get('content-type')?.replace(/;.*/u, ''))
    await answer.body?.cancel()
  }
})

test('a piece of a file is told with its bytes and where they begin', () => {
  const { requestBody, parameters } = operation('put', '/api/w/{workspaceId}/uploads/{uploadId}')
  expect(Object.keys(requestBody?.content ?? {})).toEqual(['application/octet-stream'])
  expect(parameters).toContainEqual(
    expect.objectContaining({ name: 'upload-offset', in: 'header', required: true }),
  )
})

test('every call tells who may ask, and what a browser must say with it', async () => {
  const member = await openWorkspace(app)
  const told = routes.filter(({ key }) => !key.startsWith('OPTIONS'))
  for (const { key, spec } of told) {
    const [method = '', path = ''] = key.split(' ')
    const { security, parameters } = operation(method.toLowerCase(), path)
    const isOpen = spec.access.name.startsWith('open')
    if (!isOpen) expect([key, security.length > 0]).toEqual([key, true])
    const isSession = security.some((way) => 'session' in way)
    const says = parameters.some(({ name, in: place }) => place === 'header' && name === 'X-Samtale')
    if (isSession) expect([key, says]).toEqual([key, method !== 'GET'])
  }
  const path = `/api/w/${member.workspaceId}/studies`
  const { 'x-samtale': _, ...headers } = member.headers
  const refused = await at(path, { method: 'POST', headers, body: '{}' })
  expect(await refused.json()).toMatchObject({ id: 'csrf' })
})
