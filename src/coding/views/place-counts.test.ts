import { beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/app.ts'
import { markPlaces } from '../../../test/marked-places.ts'
import type { InterviewText } from '../../conversations/index.ts'
import { wireRooms } from '../../server.ts'
import type { CodeQuery } from './code-query.ts'
import { readFramework } from './framework.ts'
import { readMatrix } from './matrix.ts'
import { readScope } from './scope.ts'
import { TestingStudy } from './testing-study.ts'
import { readViewPlaces } from './view-places.ts'
import type { RowKind, ViewAsked } from './view.schema.ts'

let app: TestApp
let study: TestingStudy
let talk: InterviewText
let mette: string

// A quarter of an hour of Mette's is one passage about the price, one stretch (5 to 9 of 20 seconds) about it too, and a photo of hers with two places that overlap and one that does not.
beforeAll(async () => {
  app = await openTestApp()
  wireRooms(app)
  await app.jobs.start()
  study = await TestingStudy.open(app)
  await study.code('Price')
  await study.code('Fees', { under: 'Price' })
  await study.code('Shelf')
  await study.code('Light')
  talk = await study.talk('Interviewer: Why did you leave?\nMette: I left because of the fee.', {
    happenedAt: new Date('2026-03-05T10:00:00Z'),
  })
  await study.mark(talk, 'because of the fee', 'Fees')
  const photo = [['Shelf'], ['Light'], ['Price']] as const
  const placed = await markPlaces(study, { talk, stretch: ['Fees'], photo })
  mette = placed.participantId
}, 60_000)

const scope = (asked: Partial<ViewAsked> = {}) => readScope(app, study.at, { together: 'overlap', ...asked })
const matrix = async (rows: RowKind, asked: Partial<ViewAsked> = {}) =>
  readMatrix(app, { scope: await scope(asked), rows, offset: 0, limit: 50, columns: 20 })
const cellsOf = ({ rows, columns, cells }: Awaited<ReturnType<typeof matrix>>) =>
  cells.map(
    ([row, column, passages, , places]) =>
      `${rows[row]?.label ?? rows[row]?.key}, ${columns[column]?.name}: ${passages} + ${places}`,
  )
const asks = (query: CodeQuery) => matrix('month', { q: JSON.stringify(query) })

describe('coded places and stretches', () => {
  test('count beside passages and never among them, for the codes above theirs too', async () => {
    const found = await matrix('participant')
    const [row] = found.rows
    expect(found).toMatchObject({ passages: 1, people: 1, places: 4, placesWithheld: 0 })
    expect(cellsOf(found).toSorted()).toEqual(
      ['Fees: 1 + 1', 'Light: 0 + 1', 'Price: 1 + 2', 'Shelf: 0 + 1'].map((cell) => `${row?.label}, ${cell}`),
    )
    expect(row).toMatchObject({ passages: 1, people: 1 })
  })

  test('of sound stand in their conversation, language, month and part of the recording', async () => {
    for (const [rows, label] of [
      ['interview', talk.title],
      ['language', talk.language],
      ['month', '2026-03'],
    ] as const)
      expect(cellsOf(await matrix(rows))).toContain(`${label}, Fees: 1 + 1`)
    expect(cellsOf(await matrix('part'))).toContain('2, Fees: 0 + 1')
  })

  test('stand together where one bears both codes or two overlap', async () => {
    const cells = cellsOf(await matrix('code'))
    expect(cells.toSorted()).toEqual(['Light, Shelf: 0 + 1', 'Shelf, Light: 0 + 1'])
  })

  test('answer queries by the rules for passages; none is near another', async () => {
    const [fees, price, shelf, light] = ['Fees', 'Price', 'Shelf', 'Light'].map((name) => study.idOf(name))
    const code = (id: string | undefined) => ({ code: id ?? '' })
    const places = async (query: CodeQuery) => (await asks(query)).places
    expect(await places(code(price))).toBe(2)
    expect(await places({ all: [code(shelf), code(light)] })).toBe(2)
    expect(await places({ all: [code(price), { not: code(fees) }] })).toBe(1)
    expect(await places({ any: [code(shelf), code(fees)] })).toBe(2)
    expect(await places({ near: [code(shelf), code(light)], within: 9 })).toBe(0)
  })

  test('are asked for by days, language and conversation like what was said', async () => {
    // The stretch has the day of its conversation, the photo the day it was taken.
    expect((await matrix('month', { from: '2026-03-05', to: '2026-03-05' })).places).toBe(1)
    expect((await matrix('month', { to: '2026-03-04' })).places).toBe(3)
    expect((await matrix('month', { interviewId: talk.interviewId })).places).toBe(1)
    expect((await matrix('month', { language: 'da' })).places).toBe(0)
  })

  test('are in the cells of a framework and open behind every figure', async () => {
    const themes = [study.idOf('Price'), study.idOf('Shelf')]
    const { cells } = await readFramework(app, { scope: await scope(), themes, limit: 50, offset: 0 })
    expect(cells.map(({ quotes, places }) => [quotes, places])).toEqual([
      [1, 2],
      [0, 1],
    ])
    const cell = { rows: 'participant', row: mette, codeId: study.idOf('Price') } as const
    const behind = await readViewPlaces(app, { scope: await scope(), cell })
    expect(behind).toMatchObject({
      regions: [{ name: 'shelf.jpg', left: 0.6 }],
      stretches: [{ startMs: 5000, endMs: 9000 }],
      placesWithheld: 0,
    })
    const link = { rows: 'participant', linkFrom: 'a', linkTo: 'b' } as const
    expect(await readViewPlaces(app, { scope: await scope(), cell: link })).toMatchObject({
      regions: [],
      stretches: [],
    })
  })

  test('are shown no longer when quoting is taken back, and counted no longer without analysing', async () => {
    const cell = { rows: 'participant' } as const
    await study.withdraw(talk, 'because of the fee', 'quoting')
    expect(await readViewPlaces(app, { scope: await scope(), cell })).toEqual({
      regions: [],
      stretches: [],
      placesWithheld: 4,
    })
    expect((await matrix('participant')).places).toBe(4)
    await study.withdraw(talk, 'because of the fee', 'conversation_analysis')
    expect(await matrix('participant')).toMatchObject({ places: 0, placesWithheld: 4, columns: [] })
  })
})
