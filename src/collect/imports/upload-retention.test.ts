import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openTestApp } from '../../../test/app.ts'
import { bringIn, lookAt } from '../../../test/imports.ts'
import { openWorkspace } from '../../../test/members.ts'
import { findImport } from './imports.ts'
import { forgetFiles } from './upload-retention.ts'

const app = await openTestApp()

async function keptOf(importId: string): Promise<{ files: number; guesses: string }> {
  const { rows } = await sql<{ files: number; guesses: string }>`
    select (select count(*) from uploads u where u.id = i.upload_id) as files, i.guesses::text as guesses
    from imports i where i.id = ${importId}`.execute(app.pg)
  return rows[0] ?? { files: -1, guesses: '' }
}

test('a week after an import its file goes, and the values of people shown beside its columns', async () => {
  await app.jobs.start()
  const { workspaceId } = await openWorkspace(app)
  const file = Buffer.from(
    'customer_id,email,town\nc1,ada@example.org,Aarhus\nc2,ben@example.org,Odense\nc3,cleo@example.org,Aarhus\n',
  )
  const { id: importId } = await lookAt(app, { workspaceId, file })
  await bringIn(app, { workspaceId, importId })
  await forgetFiles(app)
  const fresh = await keptOf(importId)
  expect(fresh.files).toBe(1)
  expect(fresh.guesses).toContain('ada@example.org')
  await sql`update imports set finished_at = now() - interval '8 days' where id = ${importId}`.execute(app.pg)
  await sql`update uploads set created_at = now() - interval '9 days'`.execute(app.pg)
  await forgetFiles(app)
  const later = await keptOf(importId)
  expect(later.files).toBe(0)
  for (const value of ['ada@example.org', 'Aarhus', 'c1']) expect(later.guesses).not.toContain(value)
  const shown = await findImport(app, { workspaceId, importId })
  expect(shown.guesses.map(({ name }) => name)).toEqual(['customer_id', 'email', 'town'])
})
