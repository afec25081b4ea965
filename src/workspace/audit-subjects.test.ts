import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { openTestApp } from '../../test/app.ts'
import {
  askRoutes,
  issueSecretKey,
  joinWorkspace,
  openWorkspace,
  type TestMember,
} from '../../test/members.ts'
import { json, type SubjectNames } from '../platform/index.ts'
import { rooms, wireRooms } from '../server.ts'
import { wireAuditTrail, withSubjectNames } from './audit-subjects.ts'
import { audit } from './audit.ts'
import { PermissionName } from './roles.ts'

const app = await openTestApp()
wireRooms(app)
const ask = askRoutes(
  app,
  rooms.flatMap((room) => room.routes),
)

const Page = z.object({
  items: z.array(
    z.object({ subject: z.object({ kind: z.string(), name: z.string().nullable() }).nullable() }),
  ),
})

let owner: TestMember
let codeId: string
beforeAll(async () => {
  owner = await openWorkspace(app)
  const ids = await bringThings(owner)
  codeId = ids.code
  const other = await bringThings(await openWorkspace(app))
  const subjects = { ...ids, segment: crypto.randomUUID(), request: 'of 1999', participant: other.study }
  for (const [kind, id] of Object.entries(subjects)) await note({ kind, id })
})

const note = (subject: { kind: string; id: string }) =>
  audit(app, { workspaceId: owner.workspaceId, actor: owner.actor, action: 'study.changed', subject })

async function bringThings({ workspaceId, memberId, userId }: TestMember) {
  const study = { workspace_id: workspaceId, title: 'Why they leave', mode: 'behaviour', guide: json([]) }
  const code = { workspace_id: workspaceId, name: 'Too dear' }
  const person = { workspace_id: workspaceId, pseudonym: 'Quiet Otter' }
  const [{ id: studyId }, { id: madeCode }, { id: personId }] = await Promise.all([
    app.pg.insertInto('studies').values(study).returning('id').executeTakeFirstOrThrow(),
    app.pg.insertInto('codes').values(code).returning('id').executeTakeFirstOrThrow(),
    app.pg.insertInto('people').values(person).returning('id').executeTakeFirstOrThrow(),
  ])
  return { study: studyId, code: madeCode, person: personId, member: memberId, user: userId }
}

/** What subjects are called in the trail of a workspace, by kind. */
async function namesFor({
  headers,
  workspaceId,
}: Pick<TestMember, 'headers' | 'workspaceId'>): Promise<Record<string, string | null>> {
  const answer = await ask('GET', `/api/w/${workspaceId}/audit?limit=100`, { headers })
  const { items } = Page.parse(await answer.json())
  return Object.fromEntries(items.flatMap(({ subject }) => (subject ? [[subject.kind, subject.name]] : [])))
}

const all = {
  study: 'Why they leave',
  code: 'Too dear',
  person: 'Quiet Otter',
  member: 'Owner',
  user: 'Owner',
}
const nothing = { segment: null, request: null, participant: null }

test('who may know reads what things are called now; ids stay for what is gone, is no id or lies in another workspace', async () => {
  expect(await namesFor(owner)).toEqual({ ...all, ...nothing })
})

test('who may read the trail but not the thing itself sees its id only', async () => {
  const { workspaceId } = owner
  const officer = await joinWorkspace(app, { workspaceId, role: 'privacy officer' })
  expect(await namesFor(officer)).toEqual({ ...all, code: null, ...nothing })
  const { headers } = await issueSecretKey(app, { workspaceId, scopes: ['audit.read', 'studies.read'] })
  expect(await namesFor({ headers, workspaceId })).toEqual({
    ...{ study: 'Why they leave', code: null, person: null, member: null, user: null },
    ...nothing,
  })
})

test('a viewer reads no trail, nor takes it out', async () => {
  const { headers, workspaceId } = await joinWorkspace(app, {
    workspaceId: owner.workspaceId,
    role: 'viewer',
  })
  for (const file of ['audit', 'audit.csv'])
    expect((await ask('GET', `/api/w/${workspaceId}/${file}`, { headers })).status).toBe(403)
})

test('taken out as CSV it says the same, a new name at once, and nothing of what was removed', async () => {
  const lines = async ({ headers, workspaceId }: TestMember) => {
    const answer = await ask('GET', `/api/w/${workspaceId}/audit.csv?subjectId=${codeId}`, { headers })
    return (await answer.text()).trimEnd().split('\r\n').slice(1)
  }
  expect(await lines(owner)).toEqual([expect.stringContaining(`,code,${codeId},Too dear,,`)])
  const officer = await joinWorkspace(app, { workspaceId: owner.workspaceId, role: 'privacy officer' })
  expect(await lines(officer)).toEqual([expect.stringContaining(`,code,${codeId},,,`)])
  const code = app.pg.updateTable('codes').where('id', '=', codeId)
  await code.set({ name: 'Price' }).execute()
  expect(await lines(owner)).toEqual([expect.stringContaining(`,code,${codeId},Price,,`)])
  await code.set({ removed_at: new Date() }).execute()
  expect(await lines(owner)).toEqual([expect.stringContaining(`,code,${codeId},,,`)])
})

test('a page asks once for all things of a kind', async () => {
  const asked: (readonly string[])[] = []
  const names: SubjectNames['names'] = (_app, { ids }) => {
    asked.push(ids)
    return Promise.resolve(ids.map((id) => ({ id, name: 'X' })))
  }
  wireAuditTrail([{ name: 'test', routes: [], subjects: { thing: { may: 'workspace.read', names } } }])
  const ids = Array.from({ length: 40 }, () => crypto.randomUUID())
  const rows = [...ids, ...ids].map((id) => ({ subject: { kind: 'thing', id } }))
  const named = await withSubjectNames(app, { actor: owner.actor, rows })
  expect(asked).toEqual([ids])
  expect(named.every(({ subject }) => subject?.name === 'X')).toBe(true)
})

test('every room asks for a permission that exists, for kinds of its own', () => {
  const subjects = rooms.flatMap((room) => Object.entries(room.subjects ?? {}))
  expect(subjects.length).toBeGreaterThan(10)
  for (const [, { may }] of subjects) expect(PermissionName.options).toContain(may)
  expect(new Set(subjects.map(([kind]) => kind)).size).toBe(subjects.length)
})
