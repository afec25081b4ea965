import { beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/app.ts'
import { createSet, listSegments } from '../../segments/index.ts'
import type { InterviewText } from '../../conversations/index.ts'
import { exportView, tableOf } from './matrix-file.ts'
import { readMatrix } from './matrix.ts'
import { readScope } from './scope.ts'
import { TestingStudy, personOf } from './testing-study.ts'
import { readViewQuotes } from './view-quotes.ts'
import { fewestForShare, shareOf, type Matrix, type RowKind, type ViewAsked } from './view.schema.ts'

let app: TestApp
let study: TestingStudy
const talks: InterviewText[] = []

/** Fourteen people, one a conversation: the price is in all, trust in the first five, fees (under the price) in the last one. */
beforeAll(async () => {
  app = await openTestApp()
  study = await TestingStudy.open(app)
  for (const name of ['Price', 'Trust']) await study.code(name)
  await study.code('Fees', { under: 'Price' })
  for (let at = 0; at < 14; at += 1) {
    const interview = await study.talk(
      `Interviewer: Why ${at}?\nMette: It cost ${at} too much and I trusted them.\nInterviewer: Go on ${at}.\nMette: There were fees of ${at}.`,
      {
        title: `Talk ${at}`,
        language: at < 9 ? 'en' : 'da',
        happenedAt: new Date(Date.UTC(2026, at < 5 ? 0 : 2, 1 + at, 12)),
      },
    )
    talks.push(interview)
    await study.mark(interview, `cost ${at} too much`, 'Price')
    if (at < 5) await study.mark(interview, 'much and I trusted', 'Trust')
    if (at === 13) await study.mark(interview, 'fees', 'Fees')
  }
  const people = talks.map((talk) => personOf(talk, 'cost'))
  const cities = (at: number) => (at < 6 ? 'Odense' : at < 9 ? 'Ribe' : at < 10 ? 'Skive' : null)
  await study.know('city', new Map(people.map((personNo, at) => [personNo, cities(at)])))
  await study.know('age', new Map(people.map((personNo, at) => [personNo, 20 + at * 3])))
}, 120_000)

async function matrix(
  rows: RowKind,
  given: { of?: string; asked?: Partial<ViewAsked>; limit?: number; offset?: number; codes?: string[] } = {},
): Promise<Matrix> {
  const scope = await readScope(app, study.at, { together: 'overlap', ...given.asked })
  const { of, limit = 100, offset = 0, codes } = given
  return readMatrix(app, {
    ...{ scope, rows, of, limit, offset, columns: 20 },
    codeIds: codes?.map((name) => study.idOf(name)),
  })
}

/** Passages and people by names of row and code. */
function cellsOf({ rows, columns, cells }: Matrix): Record<string, [number, number]> {
  return Object.fromEntries(
    cells.map(([row, column, passages, people]) => [
      `${rows[row]?.label ?? rows[row]?.key} ${columns[column]?.name}`,
      [passages, people],
    ]),
  )
}

describe('a table of counts', () => {
  test('by participants counts each code with those below it, under pseudonyms', async () => {
    const found = await matrix('participant')
    expect(found).toMatchObject({ n: 14, rowsInAll: 14, people: 14, passages: 20, withheld: 0, next: null })
    expect(found.columns.map(({ name, passages, people }) => [name, passages, people])).toEqual([
      ['Price', 15, 14],
      ['Trust', 5, 5],
      ['Fees', 1, 1],
    ])
    expect(found.rows.every(({ n }) => n === 1)).toBe(true)
    const participants = new Set(
      talks.flatMap(({ speakers }) => speakers.flatMap(({ label }) => label ?? [])),
    )
    for (const { label } of found.rows) expect(participants).toContain(label)
  })

  test('by languages, conversations, months and parts of a conversation says how many were heard there, in their order', async () => {
    const languages = await matrix('language')
    expect(languages.rows.map(({ key, n }) => [key, n])).toEqual([
      ['en', 9],
      ['da', 5],
    ])
    expect(cellsOf(languages)).toEqual({
      ...{ 'en Price': [9, 9], 'en Trust': [5, 5], 'da Price': [6, 5], 'da Fees': [1, 1] },
    })
    const { rows } = await matrix('interview')
    expect(rows.map(({ label }) => label)).toEqual(talks.map((_, at) => `Talk ${at}`))
    const months = await matrix('month')
    expect(months.rows.map(({ key, n }) => [key, n])).toEqual([
      ['2026-01', 5],
      ['2026-03', 9],
    ])
    expect(cellsOf(months)).toMatchObject({ '2026-01 Trust': [5, 5], '2026-03 Price': [10, 9] })
    // The second of four turns begins after a quarter, the fourth after three quarters.
    expect(cellsOf(await matrix('part'))).toEqual({
      ...{ '2 Price': [14, 14], '2 Trust': [5, 5], '7 Price': [1, 1], '7 Fees': [1, 1] },
    })
  })

  test('by codes counts turns in which passages overlap, or stand, and never a code with one above it', async () => {
    const overlapping = await matrix('code')
    expect(overlapping.counts).toBe('turns')
    expect(cellsOf(overlapping)).toEqual({ 'Price Trust': [5, 5], 'Trust Price': [5, 5] })
    const other = await TestingStudy.open(app)
    for (const name of ['Price', 'Trust']) await other.code(name)
    const talk = await other.talk('Interviewer: Why?\nMette: It cost too much and I trusted them.')
    await other.mark(talk, 'cost', 'Price')
    await other.mark(talk, 'trusted', 'Trust')
    for (const [together, cells] of [
      ['overlap', 0],
      ['turn', 2],
    ] as const) {
      const scope = await readScope(app, other.at, { together })
      const found = await readMatrix(app, { scope, rows: 'code', offset: 0, limit: 50, columns: 20 })
      expect(found.cells).toHaveLength(cells)
    }
  })

  test('by a trait names no value that fewer than three people share, and a number by ranges', async () => {
    const cities = await matrix('trait', { of: 'city' })
    expect(cities.rows.map(({ label, n }) => [label, n])).toEqual([
      ['Odense', 6],
      ['Ribe', 3],
      [null, 5],
    ])
    expect(JSON.stringify(cities)).not.toContain('Skive')
    const ages = await matrix('trait', { of: 'age' })
    expect(ages.rows.map(({ from, below, n }) => [from, below, n])).toEqual([
      [null, 30, 4],
      [30, 40, 3],
      [40, 52, 4],
      [52, null, 3],
    ])
    await expect(matrix('trait', { of: 'shoe size' })).rejects.toMatchObject({ status: 404 })
  })

  test('by segments follows their rules, and a segment of one or two people heard is refused by name', async () => {
    const { workspaceId, actor } = study.ann
    const is = (value: string) => [{ kind: 'trait', trait: 'city', op: 'is', value } as const]
    await createSet(app, {
      ...{ workspaceId, by: actor, name: 'Places', audience: [], outcome: null },
      rules: [
        { name: 'In Odense', all: is('Odense') },
        { name: 'In Skive', all: is('Skive') },
      ],
    })
    const [odense, skive] = await listSegments(app, workspaceId)
    const found = await matrix('segment', { of: String(odense?.setId) })
    expect(found.rows.map(({ label, n }) => [label, n])).toEqual([
      ['In Odense', 6],
      [null, 8],
    ])
    expect(cellsOf(found)).toMatchObject({ 'In Odense Trust': [5, 5], 'In Odense Price': [6, 6] })
    const inOdense = await matrix('participant', { asked: { segmentId: odense?.segmentId } })
    expect(inOdense.n).toBe(6)
    await expect(matrix('participant', { asked: { segmentId: skive?.segmentId } })).rejects.toMatchObject({
      id: 'too-few-heard',
    })
  })

  test('asks for less: a language, days, one conversation, one participant, a value', async () => {
    expect((await matrix('participant', { asked: { language: 'da' } })).n).toBe(5)
    expect((await matrix('participant', { asked: { from: '2026-01-02', to: '2026-01-03' } })).n).toBe(2)
    expect((await matrix('participant', { asked: { interviewId: talks[0]?.interviewId } })).passages).toBe(2)
    expect((await matrix('month', { asked: { trait: 'city', value: 'is Ribe' } })).n).toBe(3)
  })

  test('comes in pages of rows, with the codes asked for', async () => {
    const page = await matrix('participant', { limit: 4, offset: 12, codes: ['Trust'] })
    expect(page).toMatchObject({ rowsInAll: 14, next: null })
    expect(page.rows).toHaveLength(2)
    expect(page.columns.map(({ name }) => name)).toEqual(['Trust'])
    expect((await matrix('participant', { limit: 4, offset: 8 })).next).toBe('12')
  })
})

describe('a cell', () => {
  const quotes = async (rows: RowKind, row: string, codeId: string, of?: string) => {
    const scope = await readScope(app, study.at, { together: 'overlap' })
    return readViewQuotes(app, { scope, cell: { rows, row, codeId, of }, limit: 100, offset: 0 })
  }

  test.each(['participant', 'interview', 'language', 'month', 'part', 'trait', 'code'] as const)(
    'by %s opens exactly the quotes it counts',
    async (rows) => {
      const of = rows === 'trait' ? 'city' : undefined
      const found = await matrix(rows, of === undefined ? {} : { of })
      expect(found.cells.length).toBeGreaterThan(1)
      for (const [row, column, passages, people] of found.cells) {
        const opened = await quotes(rows, found.rows[row]?.key ?? '', found.columns[column]?.codeId ?? '', of)
        // Of codes together the turns are counted, and both passages open.
        expect(opened.total).toBe(rows === 'code' ? 2 * passages : passages)
        expect(opened.speakers).toBe(people)
        expect(opened.items[0]?.text.length).toBeGreaterThan(0)
      }
    },
  )
})

describe('whoever takes permission back', () => {
  test('is in no count and no quote at the next read, and it is said how many passages are missing', async () => {
    const other = await TestingStudy.open(app)
    await other.code('Price')
    const one = await other.talk('Interviewer: Why?\nMette: It cost too much.')
    const two = await other.talk('Interviewer: Why so?\nBo: It cost more.')
    await other.mark(one, 'cost too much', 'Price')
    await other.mark(two, 'cost more', 'Price')
    const read = async () => {
      const scope = await readScope(app, other.at, { together: 'overlap' })
      const cell = { rows: 'participant' } as const
      return {
        matrix: await readMatrix(app, { scope, rows: 'participant', offset: 0, limit: 50, columns: 20 }),
        quotes: await readViewQuotes(app, { scope, cell, limit: 50, offset: 0 }),
      }
    }
    await other.withdraw(one, 'cost too much', 'quoting')
    const first = await read()
    expect(first.matrix).toMatchObject({ n: 2, people: 2, withheld: 0 })
    expect(first.quotes).toMatchObject({ total: 1, withheld: 1 })
    await other.withdraw(two, 'cost more', 'conversation_analysis')
    const second = await read()
    expect(second.matrix).toMatchObject({ n: 1, people: 1, passages: 1, withheld: 1 })
    expect(second.quotes).toMatchObject({ total: 0, withheld: 1, items: [] })
  })
})

describe('a share', () => {
  test('is told of twelve people and more, never below', () => {
    expect(shareOf({ people: 3, n: fewestForShare - 1 })).toBeNull()
    expect(shareOf({ people: 3, n: fewestForShare })).toBe(0.25)
  })
  test('stands in a file beside its n, and where they are too few nothing stands', async () => {
    const found = await matrix('language')
    expect(tableOf(found, { figure: 'share', rows: 'language' })).toEqual([
      ['', 'n', 'Price (with those below)', 'Trust', 'Fees'],
      ['en', '9', '', '', ''],
      ['da', '5', '', '', ''],
    ])
    expect(tableOf(found, { figure: 'people', rows: 'language' })[1]).toEqual(['en', '9', '9', '5', '0'])
    const parts = tableOf(await matrix('part'), { figure: 'share', rows: 'part' })
    expect(parts[3]).toEqual(['3 of 10', '14', '1.000', '0.357', '0.000'])
    const scope = await readScope(app, study.at, { together: 'overlap' })
    const { actor } = study.ann
    const file = await exportView(app, { scope, actor, rows: 'language', figure: 'people', format: 'csv' })
    expect(Buffer.from(file).toString('utf8')).toContain(
      ',n,Price (with those below),Trust,Fees\r\nen,9,9,5,0\r\n',
    )
  })
})
