import { expect, test } from 'vitest'
import { z } from 'zod'
import { openTestApp } from '../../../test/app.ts'
import { bringIn, lookAt, uploadFile } from '../../../test/imports.ts'
import { openWorkspace } from '../../../test/members.ts'
import { ch } from '../../platform/index.ts'
import { replayRejects } from './change-import.ts'
import { findImport } from './imports.ts'
import { listRejects, rejectsAsFile } from './rejects.ts'
import { runImport } from './run-import.ts'

const app = await openTestApp()
await app.jobs.start()

test.each([
  ['csv', 'email;by\n', (n: number, city: string) => `p${n}@example.org;${city}\n`],
  ['jsonl', '', (n: number, city: string) => `{"email":"p${n}@example.org","by":"${city}"}\n`],
])(
  'in a UTF-8 %s file a late line in another encoding is rejected as it was meant, and comes in when sent again',
  async (kind, heading, line) => {
    const { workspaceId } = await openWorkspace(app)
    // Longer than what is looked at when the file is opened.
    const right = Array.from({ length: 1200 }, (_, n) => line(n, `Ærøskøbing ${'ø'.repeat(1800)}`))
    const file = Buffer.concat([
      Buffer.from(heading + right.join('')),
      Buffer.from(line(1200, 'Ålborg'), 'latin1'),
      Buffer.from(line(1201, 'Åbenrå')),
    ])
    const { id: importId } = await lookAt(app, { workspaceId, file, name: `people.${kind}` })
    const at = { workspaceId, importId }
    expect(await bringIn(app, at)).toMatchObject({ imported: 1201, rejected: 1, processed: 1202 })
    const { items } = await listRejects(app, { ...at, page: { limit: 50 } })
    expect(items.map(({ raw, reason }) => [`${raw}\n`, reason])).toEqual([
      [line(1200, 'Ålborg'), 'not-utf-8'],
    ])
    const bytes: string[] = []
    for await (const text of (await rejectsAsFile(app, at)).lines) bytes.push(text)
    const uploadId = await uploadFile(app, { workspaceId, name: 'again', bytes: Buffer.from(bytes.join('')) })
    const again = { workspaceId, importId: await replayRejects(app, { ...at, uploadId, by: undefined }) }
    await runImport(app, again, new AbortController().signal)
    expect(await findImport(app, again)).toMatchObject({ imported: 1, rejected: 0 })
    const facts = await app.ch.query(
      ch.sql`SELECT text, count() AS n FROM traits FINAL WHERE workspace_id = ${ch.uuid(workspaceId)} GROUP BY text`,
      z.object({ text: z.string(), n: z.number() }),
    )
    expect(facts.some(({ text }) => text.includes('\ufffd'))).toBe(false)
    expect(facts.find(({ text }) => text === 'Ålborg')?.n).toBe(1)
  },
)
