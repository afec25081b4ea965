import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openTestApp, type TestApp } from '../../../test/app.ts'
import { bankSource, bringIn, lookAt, uploadFile } from '../../../test/imports.ts'
import { openWorkspace } from '../../../test/members.ts'
import { sharedData, sharedDataPresent } from '../../../test/shared-data.ts'
import { ch } from '../../platform/index.ts'
import { findPeople } from '../events/find-people.ts'
import { letInSealed } from '../events/sealed.ts'
import { releaseHeld } from '../../people/index.ts'
import { replayRejects } from './change-import.ts'
import { previewImport } from './preview.ts'
import { rejectsAsFile } from './rejects.ts'
import { runImport } from './run-import.ts'

const day = join(import.meta.dirname, '../../../test/data/uploads/online-retail-2010-12-01.csv')
const shop = { ...bankSource, name: 'Shop', origin: 'observed' } as const

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
  await app.jobs.start()
})

async function counted(workspaceId: string) {
  const [row] = await app.ch.query(
    ch.sql`SELECT uniqExact(message_id) AS lines, uniqExactIf(message_id, name = 'Order line cancelled') AS cancelled,
        uniqExact(i.person) AS people
      FROM events e INNER JOIN (SELECT key, person FROM identity FINAL WHERE workspace_id = ${ch.uuid(workspaceId)}) i ON i.key = e.key
      WHERE e.workspace_id = ${ch.uuid(workspaceId)}`,
    z.object({ lines: z.number(), cancelled: z.number(), people: z.number() }),
  )
  return row
}

async function bringDay(workspaceId: string) {
  const { id, mapping } = await lookAt(app, { workspaceId, file: day })
  expect(mapping.kind).toBe('order lines')
  return bringIn(app, { workspaceId, importId: id, source: shop })
}

describe('a day of an online shop', () => {
  test('becomes events of the customers it names; lines without a customer are rejected', async () => {
    const { workspaceId } = await openWorkspace(app)
    const done = await bringDay(workspaceId)
    expect(done).toMatchObject({ state: 'done', processed: 3108, events: done.imported, facts: 0 })
    expect(done.imported + done.rejected).toBe(3108)
    expect(done.rejected).toBeGreaterThan(500)
    expect(await counted(workspaceId)).toMatchObject({ lines: done.imported, people: done.people.new })
  })

  test('done twice counts every line once, and the look for new people finds nobody more', async () => {
    const { workspaceId } = await openWorkspace(app)
    const { id: importId } = await bringDay(workspaceId)
    const before = await counted(workspaceId)
    await app.pg
      .updateTable('imports')
      .set({ state: 'queued', position: 0 })
      .where('id', '=', importId)
      .execute()
    await runImport(app, { workspaceId, importId }, new AbortController().signal)
    await findPeople(app, { others: 'wait' })
    expect(await counted(workspaceId)).toEqual(before)
    const people = await app.pg
      .selectFrom('people')
      .select('no')
      .where('workspace_id', '=', workspaceId)
      .execute()
    expect(people.length).toBe(before?.people)
  })

  test('one line mended into two is two, also where the import went on between them', async () => {
    const { workspaceId } = await openWorkspace(app)
    const { id, imported } = await bringDay(workspaceId)
    let text = ''
    for await (const one of (await rejectsAsFile(app, { workspaceId, importId: id })).lines) text += one
    const [heading, line = ''] = text
      .split(/^(?=line-)/m)
      .map((one) => one.replace(',,United Kingdom', ',17850.0,United Kingdom'))
    const send = async (text: string, position: number) => {
      const uploadId = await uploadFile(app, { workspaceId, name: 'mended.csv', bytes: Buffer.from(text) })
      const importId = await replayRejects(app, { workspaceId, importId: id, uploadId, by: undefined })
      await app.pg.updateTable('imports').set({ position }).where('id', '=', importId).execute()
      await runImport(app, { workspaceId, importId }, new AbortController().signal)
    }
    await send(`${heading}${line}`, 0)
    expect(await counted(workspaceId)).toMatchObject({ lines: imported + 1 })
    const other = line.replace(',17850.0,', ',17851.0,')
    await send(`${heading}${line}${other}`, 2)
    expect(await counted(workspaceId)).toMatchObject({ lines: imported + 2 })
    await send(`${heading}${line}${other}\n`, 0)
    expect(await counted(workspaceId)).toMatchObject({ lines: imported + 2 })
  })
})

describe('a column of a special category among order lines', () => {
  const lines = ['Muslim', 'Catholic', 'Muslim', 'Catholic'].map(
    (belief, index) =>
      `${51 + index},C${index},2024-01-0${index + 1} 10:00,2,3.50,thing ${index},${belief},asthma`,
  )
  const heading = 'InvoiceNo,CustomerID,InvoiceDate,Quantity,UnitPrice,Description,Religion,Diagnosis'
  const file = Buffer.from([heading, ...lines].join('\n'))

  const propertiesOf = async (workspaceId: string) => {
    const rows = await app.ch.query(
      ch.sql`SELECT properties FROM events FINAL WHERE workspace_id = ${ch.uuid(workspaceId)} ORDER BY at`,
      z.object({ properties: z.string() }),
    )
    return rows.map(({ properties }) => z.record(z.string(), z.unknown()).parse(JSON.parse(properties)))
  }

  test('is left out and counted, and comes in by itself or with the file once its ground is stated', async () => {
    const { workspaceId } = await openWorkspace(app)
    const { id: importId, mapping } = await lookAt(app, { workspaceId, file })
    expect(mapping.kind).toBe('order lines')
    const preview = await previewImport(app, { workspaceId, importId })
    const held = preview.rows[0]?.facts.filter((fact) => fact.held).map(({ name }) => name)
    expect(held).toEqual(['Religion', 'Diagnosis'])
    const done = await bringIn(app, { workspaceId, importId, source: shop })
    expect(done).toMatchObject({ state: 'done', events: 4, facts: 0, held: 8 })
    const names = ['InvoiceNo', 'Quantity', 'UnitPrice', 'Description']
    expect((await propertiesOf(workspaceId)).map(Object.keys)).toEqual(lines.map(() => names))
    await releaseHeld(app, { workspaceId, trait: 'Religion', ground: 'a explicit consent' })
    const released = lines.map((_, index) => ({ Religion: index % 2 === 0 ? 'Muslim' : 'Catholic' }))
    await letInSealed(app, workspaceId)
    expect(await propertiesOf(workspaceId)).toMatchObject(released)
    const again = await lookAt(app, { workspaceId, file })
    const second = await bringIn(app, { workspaceId, importId: again.id, source: shop })
    expect(second).toMatchObject({ state: 'done', sameAs: null, events: 4, held: 4 })
    const now = await propertiesOf(workspaceId)
    expect(now).toMatchObject(released)
    expect(JSON.stringify(now)).not.toContain('asthma')
  })
})

describe.skipIf(!sharedDataPresent)('shared data: a year of an online shop', () => {
  const year = join(sharedData, 'transactions/uci-online-retail/sample-customers-mod5.csv')

  test('is 74,523 lines of 879 people with 1,536 cancellations, also after a second time', async () => {
    const { workspaceId } = await openWorkspace(app)
    const { id: importId, total } = await lookAt(app, { workspaceId, file: year })
    expect(total).toBe(74_523)
    const done = await bringIn(app, { workspaceId, importId, source: shop })
    expect(done).toMatchObject({
      processed: 74_523,
      imported: 74_523,
      rejected: 0,
      people: { new: 879, known: 0 },
    })
    expect(await counted(workspaceId)).toEqual({ lines: 74_523, cancelled: 1536, people: 879 })
    const again = await lookAt(app, { workspaceId, file: year })
    expect(await bringIn(app, { workspaceId, importId: again.id, source: shop })).toMatchObject({
      sameAs: importId,
      people: { new: 0, known: 879 },
    })
    await app.pg
      .updateTable('imports')
      .set({ state: 'queued', position: 0 })
      .where('id', '=', importId)
      .execute()
    await runImport(app, { workspaceId, importId }, new AbortController().signal)
    expect(await counted(workspaceId)).toEqual({ lines: 74_523, cancelled: 1536, people: 879 })
  }, 120_000)
})
