import { expect, test } from 'vitest'
import { openTestApp } from '../../../test/app.ts'
import { bringIn, lookAt } from '../../../test/imports.ts'
import { openWorkspace } from '../../../test/members.ts'
import { mayUse } from '../../consent/index.ts'
import { personByIdentifier } from '../../people/index.ts'
import { putMapping } from './change-import.ts'

const app = await openTestApp()
// Nothing is declared, so what is queued waits: the tests run it themselves.
await app.jobs.start()

function fileOf(words: readonly string[]): Buffer {
  const rows = words.map((word, n) => `p${n}@example.org,"${word}"`)
  return Buffer.from(`email,Kundeklub\n${rows.join('\n')}\n`)
}

/** A file whose column "Kundeklub" a member said to be consent to e-mail. */
async function bringClub(): Promise<string> {
  const { workspaceId } = await openWorkspace(app)
  const looked = await lookAt(app, { workspaceId, file: fileOf(['ja', 'nej', 'ja', 'nej', 'ja']) })
  if (looked.mapping.kind !== 'people') throw new Error('not people')
  const { mapping } = looked.mapping
  const said = { gives: ['ja'], withdraws: ['nej'] }
  const club = { use: 'consent' as const, purpose: 'email_marketing' as const, ...said }
  await putMapping(app, {
    workspaceId,
    importId: looked.id,
    grounds: {},
    mapping: { kind: 'people', mapping: { ...mapping, columns: { ...mapping.columns, Kundeklub: club } } },
  })
  await bringIn(app, { workspaceId, importId: looked.id })
  return workspaceId
}

test('a column that an earlier file had as consent is consent again, and its new refusals are heard', async () => {
  const workspaceId = await bringClub()
  const file = fileOf(['Nej tak', 'Ja, gerne', 'Ja, gerne', 'Nej tak', 'ja'])
  const { id: importId, mapping } = await lookAt(app, { workspaceId, file })
  expect(mapping).toMatchObject({
    mapping: {
      columns: {
        Kundeklub: {
          use: 'consent',
          purpose: 'email_marketing',
          gives: ['ja', 'Ja, gerne'],
          withdraws: ['nej', 'Nej tak'],
        },
      },
    },
  })
  await bringIn(app, { workspaceId, importId })
  const person = await personByIdentifier(app, {
    workspaceId,
    identifier: { kind: 'email', value: 'p0@example.org' },
  })
  const of = { workspaceId, personNo: person?.personNo ?? 0, purpose: 'email_marketing' } as const
  expect(await mayUse(app.pg, of)).toBe(false)
})

test('with words nobody understands it is asked about', async () => {
  const workspaceId = await bringClub()
  const { mapping } = await lookAt(app, { workspaceId, file: fileOf(['Nej tak', 'Guld', 'Sølv', 'Guld']) })
  expect(mapping).toMatchObject({
    mapping: {
      columns: { Kundeklub: { use: 'consent', purpose: 'unclear', withdraws: ['nej', 'Nej tak'] } },
    },
  })
})
