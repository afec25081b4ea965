import { strToU8, zipSync } from 'fflate'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openFile } from './open-file.ts'
import { allRows, bytesOf, opened } from './testing-files.ts'

const rels = `<Relationships xmlns="r"><Relationship Id="rId9" Type="t" Target="worksheets/people.xml"/><Relationship Id="rId2" Type="t" Target="worksheets/other.xml"/></Relationships>`
const workbook = `<?xml version="1.0"?><workbook xmlns:r="r"><sheets><sheet name="People &amp; co" sheetId="1" r:id="rId9"/><sheet name="Notes" sheetId="2" r:id="rId2"/></sheets></workbook>`
const styles = `<styleSheet><numFmts count="1"><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy;@"/><numFmt numFmtId="165" formatCode="[Red]0.00&quot; days&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="22"/><xf numFmtId="165"/></cellXfs></styleSheet>`
const strings = `<sst><si><t>name</t></si><si><t xml:space="preserve">born</t></si><si><r><t>Sø</t></r><r><t>ren &lt;3</t></r><rPh sb="0"><t>hint</t></rPh></si></sst>`
const sheet = `<worksheet><sheetData>
<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>spent</t></is></c><c r="D1" t="str"><v>agreed</v></c></row>
<row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2" s="1"><v>29221</v></c><c r="C2" s="3"><v>0.30000000000000004</v></c><c r="D2" t="b"><v>1</v></c></row>
<row r="3"/>
<row r="5"><c r="B5" s="2"><v>45363.5</v></c><c r="D5" t="e"><v>#N/A</v></c></row>
<row r="6"><c r="A6" t="inlineStr"><is><t>x</t></is></c><c r="F6"><v>7</v></c></row>
</sheetData></worksheet>`

function book(parts: Record<string, string> = {}): Uint8Array {
  const all: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    'xl/worksheets/people.xml': sheet,
    'xl/workbook.xml': workbook,
    'xl/_rels/workbook.xml.rels': rels,
    'xl/styles.xml': styles,
    'xl/sharedStrings.xml': strings,
    ...parts,
  }
  return zipSync(Object.fromEntries(Object.entries(all).map(([name, text]) => [name, strToU8(text)])))
}

describe('a workbook', () => {
  test('its first sheet is read: shared and inline strings, dates by format, gaps, row numbers', async () => {
    const file = await opened(bytesOf(book()))
    expect(file).toMatchObject({ kind: 'xlsx', sheet: 'People & co', otherSheets: ['Notes'] })
    expect(file.columns).toEqual(['name', 'born', 'spent', 'agreed'])
    const { rows, refused } = await allRows(file)
    expect(rows.map((row) => [row.line, ...row.cells])).toEqual([
      [2, 'Søren <3', '1980-01-01', '0.3', 'true'],
      [5, '', '2024-03-12T12:00:00Z', '', ''],
    ])
    expect(refused).toMatchObject([{ line: 6, raw: 'x,,,,,7', reason: 'ragged-line' }])
  })

  test('a number shown with zeros in front keeps them: a postcode, a customer number', async () => {
    const formats = ['00000', '000000;@', '000000&quot;-&quot;0000', '0', '0.00', '00.0', '[$-407]00000']
    const written = `<styleSheet><numFmts>${formats.map((code, at) => `<numFmt numFmtId="${170 + at}" formatCode="${code}"/>`).join('')}</numFmts><cellXfs>${formats.map((_, at) => `<xf numFmtId="${170 + at}"/>`).join('')}</cellXfs></styleSheet>`
    const cells = formats.map((_, at) => `<c s="${at}"><v>${at === 2 ? 101701234 : 1067}</v></c>`).join('')
    const header = formats.map((_, at) => `<c t="str"><v>column ${at}</v></c>`).join('')
    const people = `<worksheet><sheetData><row r="1">${header}</row><row r="2">${cells}</row></sheetData></worksheet>`
    const file = await opened(bytesOf(book({ 'xl/worksheets/people.xml': people, 'xl/styles.xml': written })))
    const { rows } = await allRows(file)
    expect(rows[0]?.cells).toEqual(['01067', '001067', '0101701234', '1067', '1067', '1067', '01067'])
    expect(file.sample[0]?.cells).toEqual(rows[0]?.cells)
  })

  test('what is merged down a column stands in every row of it, a title across in none', async () => {
    const row = (at: number, cells: Record<string, string>) =>
      `<row r="${at}">${Object.entries(cells)
        .map(([column, text]) => `<c r="${column}${at}" t="str"><v>${text}</v></c>`)
        .join('')}</row>`
    const rows = [
      row(1, { A: 'Our customers' }),
      row(3, { A: 'region', B: 'town', C: 'name' }),
      row(4, { A: 'North', B: 'Aalborg', C: 'Anna' }),
      row(5, { A: '', C: 'Bo' }),
      row(6, { B: 'Hobro', C: 'Carl' }),
      row(7, { A: 'South', B: 'Ribe', C: 'Dorte' }),
      row(8, { B: 'Tønder', C: 'Eva' }),
    ].join('')
    const ranges = ['A1:C2', 'A4:A6', 'B4:B5', 'A7:A9'].map((ref) => `<mergeCell ref="${ref}"/>`).join('')
    const people = `<worksheet><sheetData>${rows}</sheetData><mergeCells count="4">${ranges}</mergeCells></worksheet>`
    const whole = book({ 'xl/worksheets/people.xml': people })
    for (const size of [1000, 7]) {
      const file = await opened(bytesOf(whole, size))
      expect(file.columns).toEqual(['region', 'town', 'name'])
      const read = await allRows(file)
      expect(read.rows.map(({ line, cells }) => [line, ...cells])).toEqual([
        [4, 'North', 'Aalborg', 'Anna'],
        [5, 'North', 'Aalborg', 'Bo'],
        [6, 'North', 'Hobro', 'Carl'],
        [7, 'South', 'Ribe', 'Dorte'],
        [8, 'South', 'Tønder', 'Eva'],
      ])
      expect(file.sample.map(({ cells }) => cells)).toEqual(read.rows.map(({ cells }) => cells))
    }
  })

  test('a sheet that unpacks to absurdly much is refused, not read', { timeout: 60_000 }, async () => {
    const bomb = zipSync(
      { 'xl/workbook.xml': strToU8(workbook), 'xl/sharedStrings.xml': new Uint8Array(120 << 20) },
      { level: 9 },
    )
    expect(await openFile(bytesOf(bomb, 65_536))).toMatchObject({
      state: 'unreadable',
      id: 'file-inflates-too-much',
    })
  })

  test('a workbook cut off in the middle is damaged', async () => {
    const whole = book({
      'xl/worksheets/people.xml': `<worksheet>${Array.from({ length: 5000 }, () => Math.sin(1)).join('')}`,
    })
    const result = await openFile(bytesOf(whole.subarray(0, whole.length / 3)))
    expect(result.state).toBe('unreadable')
  })

  test('a sheet cut off after thousands of rows is said to be damaged, not taken for a short list', async () => {
    const rows = Array.from(
      { length: 20_000 },
      (_, i) => `<row><c><v>${(i * 7919) % 10_007}</v></c></row>`,
    ).join('')
    const parts = {
      'xl/workbook.xml': strToU8(workbook),
      'xl/_rels/workbook.xml.rels': strToU8(rels),
      'xl/worksheets/people.xml': strToU8(`<worksheet><sheetData>${rows}</sheetData></worksheet>`),
    }
    const whole = zipSync(parts)
    const file = await opened(bytesOf(whole.subarray(0, whole.length * 0.8)))
    await expect(allRows(file)).rejects.toMatchObject({ id: 'file-damaged' })
  })

  test('100,000 rows are read in a stream', { timeout: 60_000 }, async () => {
    const body = Array.from(
      { length: 100_000 },
      (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>${i}</v></c><c r="B${i + 1}" t="s"><v>2</v></c></row>`,
    )
    const file = await opened(
      bytesOf(
        book({
          'xl/worksheets/people.xml': `<worksheet><sheetData>${body.join('')}</sheetData></worksheet>`,
        }),
        65_536,
      ),
    )
    let count = 0
    for await (const batch of file.rows()) count += batch.rows.length
    expect(count).toBeGreaterThanOrEqual(99_999)
  })
})

describe('a workbook made to be slow', () => {
  const many = 600_000
  test.each<[string, Record<string, string>]>([
    ['rows that never end', { 'xl/worksheets/people.xml': `<worksheet><sheetData>${'<row>'.repeat(many)}` }],
    [
      'cells that never end',
      {
        'xl/worksheets/people.xml': `<worksheet><sheetData><row>${'<c>'.repeat(many)}</row></sheetData></worksheet>`,
      },
    ],
    [
      'values that never end',
      {
        'xl/worksheets/people.xml': `<worksheet><sheetData><row><c>${'<v>'.repeat(many)}</c></row></sheetData></worksheet>`,
      },
    ],
    ['strings that never end', { 'xl/sharedStrings.xml': `<sst>${'<si><t>'.repeat(many)}` }],
    [
      'hints that never end',
      { 'xl/sharedStrings.xml': `<sst><si><t>a</t>${'<rPh>'.repeat(many)}</si></sst>` },
    ],
    ['a name that fills the memory', { 'xl/workbook.xml': `${workbook}${' '.repeat(9 << 20)}` }],
  ])('is read or refused in time that grows with it only: %s', async (_, parts) => {
    // What took the square of its length would take an hour.
    const result = await openFile(bytesOf(book(parts)))
    if (result.state === 'opened') await allRows(result.file).catch(() => undefined)
    expect(['opened', 'unreadable']).toContain(result.state)
  })

  test('others are served while it is read', async () => {
    const row = '<row><c t="inlineStr"><is><t>Anna</t></is></c><c t="inlineStr"><is><t>7</t></is></c></row>'
    const file = book({
      'xl/worksheets/people.xml': `<worksheet><sheetData>${row.repeat(150_000)}</sheetData></worksheet>`,
    })
    let served = 0
    const timer = setInterval(() => (served += 1), 1)
    onTestFinished(() => clearInterval(timer))
    const { rows } = await allRows(await opened(bytesOf(file, file.length)))
    expect(rows.length).toBeGreaterThan(149_000)
    expect(served).toBeGreaterThan(1)
  })
})

describe('a workbook as people keep it', () => {
  const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
  const row = (...cells: string[]) => `<row>${cells.map(cell).join('')}</row>`
  const sheetOf = (...rows: string[]) => `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`
  const people = Array.from({ length: 5 }, (_, i) =>
    row(`x${i}@example.com`, `Person ${i}`, `City ${i}`, `${i}`),
  )
  const titled = sheetOf(
    row('Our customers 2026'),
    row('', ''),
    row('Exported by', 'Anna'),
    row('email', 'name', 'city', 'note'),
    ...people,
  )

  test('a title, empty rows and a note above the heading are no heading and no people', async () => {
    const file = await opened(bytesOf(book({ 'xl/worksheets/people.xml': titled })))
    expect([file.columns, 'header' in file && file.header.line]).toEqual([
      ['email', 'name', 'city', 'note'],
      4,
    ])
    const { rows, refused } = await allRows(file)
    expect([rows.length, rows[0]?.cells[0], refused]).toEqual([5, 'x0@example.com', []])
  })

  test('the sheet with the table is read, not the notes before it, nor the short list beside it', async () => {
    const notes = sheetOf(...Array.from({ length: 40 }, (_, i) => row(`Line ${i} of what to know`)))
    const parts = { 'xl/worksheets/people.xml': notes, 'xl/worksheets/other.xml': titled }
    expect(await opened(bytesOf(book(parts)))).toMatchObject({ sheet: 'Notes', otherSheets: ['People & co'] })
    const short = sheetOf(row('key', 'meaning'), row('a', 'b'))
    expect(await opened(bytesOf(book({ ...parts, 'xl/worksheets/people.xml': short })))).toMatchObject({
      sheet: 'Notes',
    })
  })

  test('a sheet is read by its name, and one that is not there is answered with those that are', async () => {
    const parts = { 'xl/worksheets/other.xml': titled }
    const named = await openFile(bytesOf(book(parts)), { sheet: 'People & co' })
    expect(named).toMatchObject({ state: 'opened', file: { sheet: 'People & co' } })
    expect(await openFile(bytesOf(book(parts)), { sheet: 'Customers' })).toEqual({
      state: 'unreadable',
      id: 'file-has-no-such-sheet',
      message: 'This workbook has no sheet "Customers". It has "People & co", "Notes": name one of these.',
    })
  })

  test('a hidden sheet is not chosen by itself, but can be named', async () => {
    const hidden = workbook.replace('name="Notes"', 'name="Notes" state="hidden"')
    const parts = { 'xl/workbook.xml': hidden, 'xl/worksheets/other.xml': titled }
    expect(await opened(bytesOf(book(parts)))).toMatchObject({ sheet: 'People & co' })
    expect(await openFile(bytesOf(book(parts)), { sheet: 'Notes' })).toMatchObject({ state: 'opened' })
  })
})
