import { expect, test } from 'vitest'
import { openTestApp } from '../../test/app.ts'
import { bringIn, lookAt } from '../../test/imports.ts'
import { openWorkspace } from '../../test/members.ts'
import { personByIdentifier } from '../people/index.ts'
import { beginErasure } from './erasure.ts'

const app = await openTestApp()

test('lines and events that were refused do not keep somebody who is erased', async () => {
  await app.jobs.start()
  const { workspaceId, actor } = await openWorkspace(app)
  const file = Buffer.from(
    'email,town\nada@example.org,Aarhus\nben@example.org,Ribe\ncleo@example.org,Aarhus\n',
  )
  const { id: importId } = await lookAt(app, { workspaceId, file })
  await bringIn(app, { workspaceId, importId })
  const reject = {
    import_id: importId,
    workspace_id: workspaceId,
    reason: 'identifier-malformed',
    message: '',
  }
  await app.pg
    .insertInto('import_rejects')
    .values([
      { ...reject, line: 5, raw: 'ADA@example.org (old),Odense' },
      { ...reject, line: 6, raw: 'no address,Paris' },
    ])
    .execute()
  await app.pg
    .insertInto('refused_events')
    .values({
      workspace_id: workspaceId,
      reason: 'no event name',
      body: '{"traits":{"email":"ada@example.org"}}',
    })
    .execute()
  const rejects = () =>
    app.pg
      .selectFrom('import_rejects')
      .select('raw')
      .where('import_id', '=', importId)
      .orderBy('line')
      .execute()
  const identifier = { kind: 'email', value: 'ada@example.org' }
  const person = await personByIdentifier(app, { workspaceId, identifier })
  if (!person) throw new Error('Ada is not there')
  await beginErasure(app, { workspaceId, person, keepers: [], actor })
  expect((await rejects()).map(({ raw }) => raw)).toEqual(['', 'no address,Paris'])
  expect(await app.pg.selectFrom('refused_events').select('id').execute()).toEqual([])
})
