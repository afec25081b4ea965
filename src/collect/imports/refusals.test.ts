import { beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/app.ts'
import { bringIn, lookAt } from '../../../test/imports.ts'
import { openWorkspace } from '../../../test/members.ts'
import { mayUse, recordConsent } from '../../consent/index.ts'
import { personByIdentifier } from '../../people/index.ts'

let app: TestApp
let workspaceId = ''

beforeAll(async () => {
  app = await openTestApp()
  await app.jobs.start()
  workspaceId = (await openWorkspace(app)).workspaceId
})

/** A list of customers as another program writes it every night; the time makes each another file. */
async function bringList(newsletter: Record<string, 'yes' | 'no'>): Promise<void> {
  const lines = Object.entries(newsletter).map(
    ([id, word]) => `${id},${id}@example.org,${word},${Date.now()}`,
  )
  const file = Buffer.from(`customer_id,email,newsletter,exported\n${lines.join('\n')}\n`)
  const { id: importId } = await lookAt(app, { workspaceId, file })
  expect(await bringIn(app, { workspaceId, importId })).toMatchObject({ state: 'done', rejected: 0 })
}

async function personNoOf(value: string): Promise<number> {
  const person = await personByIdentifier(app, { workspaceId, identifier: { kind: 'customer_id', value } })
  if (!person) throw new Error(`${value} is not there`)
  return person.personNo
}

async function mayBeMailed(id: string): Promise<boolean> {
  return mayUse(app.pg, { workspaceId, personNo: await personNoOf(id), purpose: 'email_marketing' })
}

test('a list that comes later does not take back what somebody refused in person', async () => {
  await bringList({ ada: 'yes', ben: 'yes', cleo: 'no' })
  expect([await mayBeMailed('ada'), await mayBeMailed('ben'), await mayBeMailed('cleo')]).toEqual([
    true,
    true,
    false,
  ])
  const said = { purpose: 'email_marketing', state: 'withdrawn', channel: 'by hand' } as const
  const entry = {
    ...said,
    personNo: await personNoOf('ada'),
    happenedAt: new Date(),
    actor: { kind: 'member' },
  }
  await recordConsent(app, { workspaceId, entries: [entry] })
  await bringList({ ada: 'yes', ben: 'no', cleo: 'yes' })
  expect([await mayBeMailed('ada'), await mayBeMailed('ben'), await mayBeMailed('cleo')]).toEqual([
    false,
    false,
    true,
  ])
})
