import { expect, test } from 'vitest'
import { z } from 'zod'
import { openTestApp } from '../../test/app.ts'
import { askRoutes, openWorkspace } from '../../test/members.ts'
import { listBases } from '../consent/index.ts'
import { workspaceRoutes } from '../workspace/index.ts'
import { sourceRoutes } from './routes.ts'

const app = await openTestApp()
const ask = askRoutes(app, [...workspaceRoutes, ...sourceRoutes])

test('a key for sources adds one, but does not declare what its data may be used for', async () => {
  const { workspaceId, headers } = await openWorkspace(app)
  const body = { kind: 'secret', name: 'Catalogue', scopes: ['sources.write'] }
  const made = await ask('POST', `/api/w/${workspaceId}/keys`, { headers, body })
  const { key } = z.object({ key: z.string() }).parse(await made.json())
  const byKey = { authorization: `Bearer ${key}` }
  const source = { name: 'Bought list', party: 'third', origin: 'bought', kind: 'file' }
  const path = `/api/w/${workspaceId}/sources`
  const bases = { advertising: { basis: 'legitimate interest' } }
  const refused = await ask('POST', path, { headers: byKey, body: { ...source, bases } })
  expect(refused.status).toBe(403)
  expect((await ask('POST', path, { headers: byKey, body: source })).status).toBe(200)
  expect(await listBases(app.pg, workspaceId)).toEqual([])
  expect((await ask('POST', path, { headers, body: { ...source, bases } })).status).toBe(200)
  expect(await listBases(app.pg, workspaceId)).toMatchObject([
    { purpose: 'advertising', basis: 'legitimate interest' },
  ])
})
