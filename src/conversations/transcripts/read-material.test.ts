import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { workbook } from '../../platform/text/xlsx.ts'
import { readMaterial } from './read-material.ts'

const sheet = (rows: string[][]) => workbook({ sheet: 'Interview', rows })
const look = (bytes: Uint8Array, name = 'a.xlsx') => readMaterial({ material: { how: 'file', name, bytes } })

async function turnsIn(bytes: Uint8Array, name?: string) {
  const read = await look(bytes, name)
  if (read.state !== 'read') throw new Error(JSON.stringify(read))
  const { utterances, dropped } = read.transcript
  return { turns: utterances.map(({ speaker, text, startMs }) => [speaker, text, startMs]), dropped }
}

/** A sheet as Excel keeps it: times are fractions of a day in a style that shows hours, minutes and seconds. */
function timed(times: readonly number[]): Uint8Array {
  const rows = times.map(
    (time, at) =>
      `<row r="${at + 2}"><c r="A${at + 2}" s="1"><v>${time / 86_400}</v></c><c r="B${at + 2}" t="inlineStr"><is><t>${at % 2 === 0 ? 'Anna' : 'Bo'}</t></is></c><c r="C${at + 2}" t="inlineStr"><is><t>words ${at}</t></is></c></row>`,
  )
  const head = ['Tid', 'Taler', 'Tekst'].map((name) => `<c t="inlineStr"><is><t>${name}</t></is></c>`)
  const parts = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><sheets><sheet name="Interview" r:id="a"/><sheet name="Notes" r:id="b"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="a" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="21"/></cellXfs></styleSheet>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData><row r="1">${head.join('')}</row>${rows.join('')}</sheetData></worksheet>`,
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)])))
}

describe('a workbook that says who speaks', () => {
  const heads = [
    ['Speaker', 'Text'],
    ['Taler', 'Udsagn'],
    ['Talare', 'Yttrande'],
    ['Spreker', 'Uitspraak'],
    ['Sprecherin', 'Wortlaut'],
  ]

  test.each(heads)('is a transcript (%s, %s), as rows between commas are', async (speaker, text) => {
    const rows = [
      [speaker, text],
      ['Anna', 'Why, "exactly"?'],
      ['', 'I mean it.'],
      ['Bo 👩‍👧', 'Because, well; it was cheap'],
    ]
    const expected = [
      ['Anna', 'Why, "exactly"? I mean it.', undefined],
      ['Bo 👩‍👧', 'Because, well; it was cheap', undefined],
    ]
    expect(await turnsIn(sheet(rows))).toEqual({ turns: expected, dropped: [] })
    const lines = rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
    expect((await turnsIn(Buffer.from(lines.join('\n')), 'a.csv')).turns).toEqual(expected)
  })

  test('tells its times, and says which sheets and columns were left out', async () => {
    const { turns, dropped } = await turnsIn(timed([0, 62, 3725]))
    expect(turns).toEqual([
      ['Anna', 'words 0', 0],
      ['Bo', 'words 1', 62_000],
      ['Anna', 'words 2', 3_725_000],
    ])
    expect(dropped).toEqual([{ what: 'other-sheets', count: 1, example: 'Notes' }])
  })

  test('may have a title above the words that name the columns', async () => {
    const rows = [
      ['Interview 5'],
      ['Aarhus, 3 May'],
      ['Who', 'Said', 'Code'],
      ['Anna', 'Yes', 'price'],
      ['Bo', 'No'],
    ]
    const { turns, dropped } = await turnsIn(sheet(rows))
    expect(turns).toEqual([
      ['Anna', 'Yes', undefined],
      ['Bo', 'No', undefined],
    ])
    expect(dropped).toMatchObject([
      { what: 'heading-lines', count: 2, example: 'Interview 5' },
      { what: 'other-columns', example: 'Code' },
    ])
  })

  test('is still a table of answers where it names neither who speaks nor when', async () => {
    const read = await look(
      sheet([
        ['id', 'text'],
        ['1', 'It was cheap'],
        ['2', 'It was dear'],
      ]),
    )
    expect(read).toMatchObject({ state: 'table', guess: { text: 'text', respondent: 'id' } })
  })
})

describe('rows of a table of answers that do not fit it', () => {
  test('are said, not passed over', async () => {
    const csv = 'id,answer\n1,It was cheap\n2,It was, frankly, dear\n3,Well\n'
    const material = { how: 'file' as const, name: 'a.csv', bytes: Buffer.from(csv) }
    const read = await readMaterial({ material, answers: { text: 'answer', respondent: 'id' } })
    expect(read).toMatchObject({
      state: 'read',
      transcript: {
        utterances: [{ text: 'It was cheap' }, { text: 'Well' }],
        dropped: [{ what: 'unread-rows', count: 1, example: '2,It was, frankly, dear' }],
      },
    })
  })
})
