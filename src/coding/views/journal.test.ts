import { beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/app.ts'
import { askRoutes, joinWorkspace, openWorkspace, type TestMember } from '../../../test/members.ts'
import { openStudy } from '../../../test/spoken-study.ts'
import { roleNames } from '../../workspace/roles.ts'
import { keptRoutes } from './kept-routes.ts'

let app: TestApp
let ask: ReturnType<typeof askRoutes>
let ann: TestMember
let path: string
let studyId: string

beforeAll(async () => {
  app = await openTestApp()
  ask = askRoutes(app, keptRoutes)
})
beforeEach(async () => {
  ann = await openWorkspace(app)
  studyId = (await openStudy(app, ann)).studyId
  path = `/api/w/${ann.workspaceId}`
})

const call = async (
  method: string,
  to: string,
  given: { by?: TestMember; body?: object } = {},
): Promise<{ status: number; body: unknown }> => {
  const { by = ann, body } = given
  const answer = await ask(method, `${path}${to}`, {
    headers: by.headers,
    ...(body === undefined ? {} : { body }),
  })
  return { status: answer.status, body: answer.status === 204 ? null : await answer.json() }
}
const begin = async (by = ann) => {
  const { body } = await call('POST', `/studies/${studyId}/journal`, {
    by,
    body: { on: '2026-03-01', text: 'I liked her too much to doubt her.' },
  })
  return (body as { entryId: string }).entryId
}

test('an entry is its writer’s alone: nobody of any role reads, changes or removes it until it is shared', async () => {
  const ben = await joinWorkspace(app, { workspaceId: ann.workspaceId, role: 'researcher' })
  const entryId = await begin(ben)
  for (const role of roleNames) {
    const other = await joinWorkspace(app, { workspaceId: ann.workspaceId, role })
    const list = await call('GET', `/studies/${studyId}/journal`, { by: other })
    expect(JSON.stringify(list.body), role).not.toContain('liked her')
    const change = { version: 1, text: 'Mine now' }
    for (const [method, body] of [
      ['PATCH', change],
      ['DELETE', undefined],
    ] as const) {
      const { status } = await call(method, `/journal/${entryId}`, {
        by: other,
        ...(body === undefined ? {} : { body }),
      })
      expect([403, 404], `${role} ${method}`).toContain(status)
    }
  }
  const shared = await call('PATCH', `/journal/${entryId}`, { by: ben, body: { version: 1, isShared: true } })
  expect(shared.body).toEqual({ version: 2 })
  expect((await call('GET', `/studies/${studyId}/journal`)).body).toMatchObject({
    items: [
      { text: 'I liked her too much to doubt her.', isMine: false, isShared: true, who: 'The researcher' },
    ],
  })
  expect((await call('PATCH', `/journal/${entryId}`, { body: { version: 2, text: 'No' } })).status).toBe(404)
  await call('PATCH', `/journal/${entryId}`, { by: ben, body: { version: 2, isShared: false } })
  expect((await call('GET', `/studies/${studyId}/journal`)).body).toEqual({ items: [] })
})

test('an entry is written in one window at a time, dated by its writer, and removed for good', async () => {
  const entryId = await begin()
  const write = (version: number, text: string) =>
    call('PATCH', `/journal/${entryId}`, { body: { version, text, on: '2026-02-27' } })
  expect((await write(1, 'One')).body).toEqual({ version: 2 })
  expect(await write(1, 'Two')).toMatchObject({ status: 409, body: { id: 'entry-changed' } })
  expect((await call('GET', `/studies/${studyId}/journal`)).body).toMatchObject({
    items: [{ on: '2026-02-27', text: 'One', version: 2, isMine: true, isShared: false }],
  })
  expect((await call('DELETE', `/journal/${entryId}`)).status).toBe(204)
  expect((await call('DELETE', `/journal/${entryId}`)).status).toBe(404)
})

test('of a study of somebody else’s there is none to begin', async () => {
  const other = await openWorkspace(app)
  const theirs = await openStudy(app, other)
  const body = { on: '2026-03-01', text: '' }
  expect((await call('POST', `/studies/${theirs.studyId}/journal`, { body })).status).toBe(404)
})
