import { expect, test } from 'vitest'
import { openTestApp } from '../../../test/app.ts'
import { bringIn, lookAt, uploadFile } from '../../../test/imports.ts'
import { openWorkspace } from '../../../test/members.ts'
import { putMapping, replayRejects } from './change-import.ts'
import { findImport } from './imports.ts'
import { likelyLines } from './likely-lines.ts'
import { listRejects, rejectsAsFile } from './rejects.ts'
import { runImport } from './run-import.ts'

const app = await openTestApp()
// Nothing is declared, so what is queued waits: the tests run it themselves.
await app.jobs.start()
const signal = new AbortController().signal

type At = { workspaceId: string; importId: string }

/** A file of customers in which the addresses of `wrong` lines cannot be read. */
async function bringCustomers({ wrong }: { wrong: number }): Promise<At> {
  const { workspaceId } = await openWorkspace(app)
  const right = Array.from({ length: 400 }, (_, n) => `right${n}@example.org,Ribe,${n}`)
  const broken = Array.from({ length: wrong }, (_, n) => `wrong${n} at example.org,Skærbæk ${n},${n}`)
  const text = `email,city,spend\n${[...right, ...broken].join('\n')}\n`
  const { id: importId } = await lookAt(app, { workspaceId, file: Buffer.from(text) })
  const at = { workspaceId, importId }
  expect(await bringIn(app, at)).toMatchObject({ imported: 400, open: wrong })
  return at
}

async function linesOf(at: At): Promise<string[]> {
  let text = ''
  for await (const line of (await rejectsAsFile(app, at)).lines) text += line
  return text.trimEnd().split('\n')
}

async function send(at: At, bytes: Buffer): Promise<At> {
  const { workspaceId } = at
  const uploadId = await uploadFile(app, { workspaceId, name: 'mended.csv', bytes })
  const importId = await replayRejects(app, { ...at, uploadId, by: undefined })
  await runImport(app, { workspaceId, importId }, signal)
  return { workspaceId, importId }
}

const mended = (line: string) => line.replace(' at ', '@')

test('of three hundred lines to mend a hundred come back, and two hundred stay to be downloaded and mended later', async () => {
  const at = await bringCustomers({ wrong: 300 })
  const [heading = '', ...lines] = await linesOf(at)
  expect(lines).toHaveLength(300)
  const first = await send(at, Buffer.from([heading, ...lines.slice(0, 100).map(mended)].join('\n')))
  expect(await findImport(app, first)).toMatchObject({ imported: 100, people: { new: 100 }, open: 0 })
  expect(await findImport(app, at)).toMatchObject({ open: 200 })
  const { items } = await listRejects(app, { ...at, page: { limit: 300 } })
  expect(items).toHaveLength(200)
  expect(await linesOf(at)).toEqual([heading, ...lines.slice(100)])
  const whole = await send(at, Buffer.from([heading, ...lines.map(mended)].join('\n')))
  expect(await findImport(app, whole)).toMatchObject({ people: { new: 200, known: 100 } })
  expect(await findImport(app, at)).toMatchObject({ open: 0 })
})

test('lines mended in Excel, with semicolons and in Windows-1252, are known again', async () => {
  const at = await bringCustomers({ wrong: 30 })
  const [heading = '', ...lines] = await linesOf(at)
  const text = [heading.replace('\u{feff}', ''), ...lines.slice(20).map(mended)]
    .join('\r\n')
    .replaceAll(',', ';')
  const again = await send(at, Buffer.from(text, 'latin1'))
  expect(await findImport(app, again)).toMatchObject({ imported: 10, file: { delimiter: ';' } })
  expect(await linesOf(at)).toEqual([heading, ...lines.slice(0, 20)])
})

test('a line still wrong is the new import’s to mend, marked as its own, and settled from there', async () => {
  const at = await bringCustomers({ wrong: 30 })
  const [heading = '', ...lines] = await linesOf(at)
  const again = await send(at, Buffer.from([heading, ...lines.slice(0, 2)].join('\n')))
  expect(await findImport(app, again)).toMatchObject({ imported: 0, open: 2 })
  const [second, ...wrong] = await linesOf(again)
  expect(second).toBe(heading)
  expect(wrong.map((line) => line.split(',').slice(1))).toEqual(
    lines.slice(0, 2).map((line) => line.split(',').slice(1)),
  )
  const third = await send(again, Buffer.from([heading, ...wrong.slice(1).map(mended)].join('\n')))
  expect(await findImport(app, third)).toMatchObject({ imported: 1 })
  expect(await findImport(app, again)).toMatchObject({ open: 1 })
  expect(await findImport(app, at)).toMatchObject({ open: 28 })
})

test('without the column that says which line each is, the lines that are most alike are settled, and no others', async () => {
  const at = await bringCustomers({ wrong: 30 })
  const lines = (await linesOf(at)).map((line) => line.replace(/^[^,]*,/, ''))
  await send(at, Buffer.from(['email,city,spend', ...lines.slice(1, 11).map(mended)].join('\n')))
  expect((await linesOf(at)).slice(1).map((line) => line.replace(/^[^,]*,/, ''))).toEqual(lines.slice(11))
})

test('a row nobody rejected, added to lines without their marks, settles none of them', async () => {
  const at = await bringCustomers({ wrong: 3 })
  const [, ...lines] = await linesOf(at)
  await send(at, Buffer.from('email,city,spend\nnew@example.org,Skærbæk 1,1\n'))
  expect((await linesOf(at)).slice(1)).toEqual(lines)
})

test('a row that is like two lines to mend settles neither', async () => {
  const likely = await likelyLines([
    { line: 2, raw: 'Anna,Ribe,Nygade 4,no address' },
    { line: 3, raw: 'Anna,Ribe,Nygade 4,none' },
    { line: 4, raw: 'Bo,Vejle,Torvet 1,bo at example.org' },
  ])
  expect(await likely([{ raw: '"Anna";"Ribe";"Nygade 4";"anna@example.org"' }])).toEqual([])
  const bo = { raw: 'Bo;Vejle;Torvet 1;bo@example.org' }
  expect(await likely([bo, { raw: 'Cy;Skagen;Torvet 1;c@example.org' }])).toEqual([4])
})

test('words that many lines share make no row like any of them, nor do names of fields', async () => {
  const many = Array.from({ length: 60 }, (_, n) => ({ line: n + 2, raw: `Ribe,Denmark,gold,${n}` }))
  const crowd = await likelyLines(many)
  expect(await crowd([{ raw: 'Ribe,Denmark,gold,7' }])).toEqual([])
  const fields = await likelyLines([
    { line: 2, raw: '{"email":"none","city":"Ribe","spend":7,"plan":"gold"}' },
  ])
  expect(
    await fields([{ raw: '{"email":"new@example.org","city":"Ribe","spend":9,"plan":"gold"}' }]),
  ).toEqual([])
})

test('records of an array written over several lines come back, each on a line, with their numbers as they were', async () => {
  const { workspaceId } = await openWorkspace(app)
  const people = Array.from({ length: 40 }, (_, n) => ({
    email: `p${n}@example.org`,
    city: 'Ribe',
    spend: n,
  }))
  const wrong = { email: 'ada at example.org', city: 'Ribe', spend: 1.5 }
  const whole = JSON.stringify([...people, wrong], null, 2)
    .replace('1.5', '1.50')
    .replace('"p39@example.org"', '"p39@\n  example.org"')
  const { id: importId } = await lookAt(app, { workspaceId, file: Buffer.from(whole), name: 'people.json' })
  const at = { workspaceId, importId }
  expect(await bringIn(app, at)).toMatchObject({ imported: 39, open: 2 })
  const lines = await linesOf(at)
  expect(lines.map((line) => /^\{"Samtale line":"[^"]+",.*\}$/.test(line))).toEqual([true, true])
  expect(lines[1]).toContain('1.50')
  const again = await send(at, Buffer.from(lines.map(mended).join('\n').replace('p39@   ', 'p39@')))
  expect(await findImport(app, again)).toMatchObject({ imported: 2, people: { new: 2 } })
  expect(await findImport(app, at)).toMatchObject({ open: 0 })
})

test('people without an identifier whose lines are sent twice are there once', async () => {
  const { workspaceId } = await openWorkspace(app)
  const rows = Array.from({ length: 40 }, (_, n) => `${20 + n},Ribe,yes`)
  const file = Buffer.from(
    `age,city,member\n${[...rows, '33,Vejle,yes,more', '34,Vejle,no,more'].join('\n')}\n`,
  )
  const looked = await lookAt(app, { workspaceId, file })
  const at = { workspaceId, importId: looked.id }
  await putMapping(app, { ...at, mapping: looked.mapping, grounds: {} })
  expect(await bringIn(app, at)).toMatchObject({ imported: 40, open: 2 })
  const [heading = '', one = '', two = ''] = (await linesOf(at)).map((line) => line.replace(',more', ''))
  const first = await send(at, Buffer.from(`${heading}\n${two}\n`))
  expect(await findImport(app, first)).toMatchObject({ people: { new: 1, known: 0 } })
  const both = await send(at, Buffer.from(`${heading}\n${one}\n${two}\n`))
  expect(await findImport(app, both)).toMatchObject({ people: { new: 1, known: 1 } })
})
