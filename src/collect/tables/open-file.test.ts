import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { openFile } from './open-file.ts'
import { allRows, bytesOf, fileOf, opened, testData } from './testing-files.ts'

describe('what cannot be read says what to do', () => {
  const zip = zipSync({ 'people.csv': strToU8('id,name\n1,Anna\n') })
  test.each<[string, Uint8Array | string, string]>([
    ['an empty file', '', 'file-empty'],
    ['a file of line ends', '\r\n\r\n', 'file-empty'],
    ['a CSV that is a ZIP', zip, 'file-is-zip'],
    ['half a ZIP', zip.subarray(0, 60), 'file-is-zip'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), 'file-is-binary'],
    ['machine code', Uint8Array.from({ length: 4000 }, (_, i) => (i * 7) % 256), 'file-is-binary'],
    ['an old Excel file', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), 'file-is-old-excel'],
    ['JSON without objects', '[]\n', 'file-has-no-rows'],
    ['JSON with other names in every object', manyNames(400), 'file-has-too-many-columns'],
    [
      'a table wider than any sheet',
      `${'name,'.repeat(20_000)}\n${'1,'.repeat(20_000)}\n`,
      'file-has-too-many-columns',
    ],
  ])('%s', async (_, content, id) => {
    expect(await openFile(bytesOf(content))).toMatchObject({ state: 'unreadable', id })
  })

  test('a ZIP is named with what is in it', async () => {
    const result = await openFile(bytesOf(zip))
    expect(result.state === 'unreadable' && result.message).toContain('"people.csv"')
  })
})

describe('delimited text', () => {
  test('ragged lines are refused as written, with their line, and not lost', async () => {
    const file = await opened(bytesOf('id,name,city\n1,Anna,Aarhus\n2,Bo\n3,Cy,Delft,extra\n4,Di,Essen,,\n'))
    const { rows, refused } = await allRows(file)
    expect(rows.map((row) => row.cells)).toEqual([
      ['1', 'Anna', 'Aarhus'],
      ['4', 'Di', 'Essen'],
    ])
    expect(refused.map(({ line, raw, reason }) => ({ line, raw, reason }))).toEqual([
      { line: 3, raw: '2,Bo', reason: 'ragged-line' },
      { line: 4, raw: '3,Cy,Delft,extra', reason: 'ragged-line' },
    ])
  })

  test('Windows-1252 with semicolons and decimal commas, as Excel writes it in Denmark', async () => {
    const file = await opened(bytesOf(Buffer.from('navn;beløb\r\nSøren;1.234,50\r\nÅse;2,75\r\n', 'latin1')))
    expect(file.columns).toEqual(['navn', 'beløb'])
    expect((await allRows(file)).rows[0]?.cells).toEqual(['Søren', '1.234,50'])
  })

  test('the steak survey’s second heading is set aside, the other 550 are people', async () => {
    const file = await opened(fileOf(join(testData, 'surveys/steak-risk-survey.csv')))
    const { rows, refused } = await allRows(file)
    expect(rows).toHaveLength(550)
    expect(refused).toMatchObject([{ line: 2, reason: 'second-header' }])
  })

  test.each([
    ['a title', 'Our customers 2026\n', 2],
    ['what Excel writes for itself', 'sep=;\n', 2],
    ['a title, its date and empty cells', 'Customers;;;\nof 1 July;;;\n;;;\n\n', 5],
  ])('%s above the heading is no heading', async (_, above, line) => {
    const people = 'id;name;city;spent\n1;Anna;Aarhus;7\n2;Bo;Delft;8\n3;Cy;Essen;9\n'
    const file = await opened(bytesOf(`${above}${people}`))
    expect([file.columns, 'header' in file && file.header.line]).toEqual([
      ['id', 'name', 'city', 'spent'],
      line,
    ])
    const { rows, refused } = await allRows(file)
    expect([rows.map((row) => row.cells[1]), refused]).toEqual([['Anna', 'Bo', 'Cy'], []])
    expect(file.sample).toEqual(rows)
  })

  test('a heading that names few of its columns is still the heading where people follow', async () => {
    const file = await opened(
      bytesOf('email,,,\na@example.com,1,2,3\nb@example.com,4,5,6\nc@example.com,7,8,9\n'),
    )
    expect(file.columns[0]).toBe('email')
    expect((await allRows(file)).rows).toHaveLength(3)
  })

  test('a file without a heading keeps its first person', async () => {
    const file = await opened(fileOf(join(testData, 'uploads/missing-headers-users.csv')))
    expect(file.columns).toEqual(['column 1', 'column 2', 'column 3', 'column 4'])
    expect((await allRows(file)).rows[0]?.cells[1]).toBe('johndoe@example.com')
  })

  test('the bank’s 4,119 people are all read', async () => {
    const file = await opened(fileOf(join(testData, 'customers/bank-additional.csv')))
    expect(file.columns).toHaveLength(21)
    const { rows, refused } = await allRows(file)
    expect([rows.length, refused.length, rows[4118]?.line]).toEqual([4119, 0, 4120])
  })
})

describe('JSON', () => {
  test('lines become flat columns; bad lines are refused, late columns named', async () => {
    const good = Array.from({ length: 2000 }, (_, i) =>
      JSON.stringify({ id: i, address: { city: 'Gent' }, likes: ['tea', 'rain'] }),
    )
    const text = [
      ...good,
      '{"id": 1000, "late": true}',
      '{"id": 1001',
      '[1]',
      '',
      '{"id": 1002, "__proto__": {"x": 1}}',
    ].join('\n')
    const file = await opened(bytesOf(text))
    expect([file.kind, file.columns]).toEqual(['json-lines', ['id', 'address.city', 'likes']])
    const { rows, refused, newColumns } = await allRows(file)
    expect(rows[0]?.cells).toEqual(['0', 'Gent', 'tea; rain'])
    expect(rows.map((row) => row.line).slice(-2)).toEqual([2001, 2005])
    expect(refused.map(({ line, raw, reason }) => [line, raw, reason])).toEqual([
      [2002, '{"id": 1001', 'not-json'],
      [2003, '[1]', 'not-an-object'],
    ])
    expect(newColumns).toEqual(['late', 'proto.x'])
  })

  test('an array over many lines is read element by element', async () => {
    const people = [{ name: 'A "quoted", [x]' }, { name: 'B\\', n: null }, { name: 'C', n: 2 }]
    const file = await opened(bytesOf(JSON.stringify(people, null, 2), 7))
    expect(file.kind).toBe('json-array')
    expect((await allRows(file)).rows.map((row) => row.cells)).toEqual([
      ['A "quoted", [x]', ''],
      ['B\\', ''],
      ['C', '2'],
    ])
  })
})

test('a record nested a hundred thousand deep is refused, and the next one read', async () => {
  const deep = `{"a":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`
  const file = await opened(bytesOf(`{"id":"1"}\n${deep}\n{"id":"2"}\n`))
  const { rows, refused } = await allRows(file)
  expect(rows.map((row) => row.cells)).toEqual([['1'], ['2']])
  expect(refused).toMatchObject([{ line: 2, reason: 'not-an-object' }])
})

/** Lines of JSON in which no name comes twice: a few megabytes of them would be a table of millions of cells. */
function manyNames(lines: number): string {
  const object = (line: number) =>
    Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`n${line}_${at}`, 1]))
  return Array.from({ length: lines }, (_, line) => JSON.stringify(object(line))).join('\n')
}

const long = 'x'.repeat(400_000)
test.each([
  ['delimited text', `id,text\n${`1,${long}\n`.repeat(60)}`],
  ['lines of JSON', `${JSON.stringify({ id: 1, text: long })}\n`.repeat(60)],
  ['a list of JSON', JSON.stringify(Array.from({ length: 60 }, () => ({ id: 1, text: long })))],
])('rows of near a megabyte come in few at a time, however many there are (%s)', async (_, content) => {
  const file = await opened(bytesOf(content, 100_000))
  const sizes: number[] = []
  for await (const { rows } of file.rows()) sizes.push(rows.reduce((sum, { raw }) => sum + raw.length, 0))
  expect(file.sample.length).toBeLessThan(20)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeGreaterThan(60 * long.length)
  expect(Math.max(...sizes)).toBeLessThan(6_000_000)
})
