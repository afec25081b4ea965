import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/app.ts'
import { asMember } from '../../../test/own-page.ts'
import type { InterviewText } from '../../conversations/index.ts'
import type { MemberActor } from '../../workspace/index.ts'
import { listExports } from '../exchange/exports.ts'
import { removeHighlight } from '../highlights.ts'
import { codingHoldings } from '../holdings.ts'
import { changeQuoteSet, createQuoteSet, listQuoteSets, putAwayQuoteSet, readQuoteSet } from './quote-sets.ts'
import { addQuotes, exportQuoteSet, noteQuote, orderQuotes, takeQuote } from './set-quotes.ts'
import { TestingStudy, personOf } from './testing-study.ts'

let app: TestApp
let study: TestingStudy
let actor: MemberActor
let talk: InterviewText
let marks: [string, string, string]
let of: { workspaceId: string; quoteSetId: string; actor: MemberActor }

beforeAll(async () => {
  app = await openTestApp()
})
beforeEach(async () => {
  study = await TestingStudy.open(app)
  actor = asMember(study.ann)
  await study.code('Price')
  talk = await study.talk('Interviewer: Why?\nMette: =1+1 cost too much. I left.\nBo: It was cheap.')
  marks = [
    await study.mark(talk, '=1+1 cost too much', 'Price'),
    await study.mark(talk, 'I left', 'Price'),
    await study.mark(talk, 'cheap', 'Price'),
  ]
  const words = { name: 'For the board', note: '' }
  const { quoteSetId } = await createQuoteSet(app, { ...study.at, actor, words })
  of = { workspaceId: study.ann.workspaceId, quoteSetId, actor }
  await addQuotes(app, { ...of, highlightIds: marks })
})

const read = async () => (await readQuoteSet(app, of)).set
const texts = async () => (await read()).items.map(({ text }) => text)

describe('a set of quotes', () => {
  test('keeps quotes in the order they were added, each once', async () => {
    expect(await addQuotes(app, { ...of, highlightIds: [marks[0]] })).toEqual({ added: 0 })
    expect(await texts()).toEqual(['=1+1 cost too much', 'I left', 'cheap'])
    expect(await listQuoteSets(app, study.at)).toMatchObject([
      { name: 'For the board', quotes: 3, takenOut: 0 },
    ])
  })

  test('is put in another order and named anew by the faster of two; the slower is told', async () => {
    const { version } = await read()
    const order = [marks[2], marks[0], marks[1]]
    await orderQuotes(app, { ...of, highlightIds: order, version })
    expect(await texts()).toEqual(['cheap', '=1+1 cost too much', 'I left'])
    const words = { name: 'Another', note: 'Mind the tone' }
    await expect(changeQuoteSet(app, { ...of, words, version })).rejects.toMatchObject({
      id: 'quote-set-changed',
      status: 409,
    })
    await changeQuoteSet(app, { ...of, words, version: version + 1 })
    expect(await read()).toMatchObject(words)
  })

  test('lets a quote go and takes it back to its place with its note', async () => {
    await noteQuote(app, { ...of, highlightId: marks[1], note: 'Strong', before: '' })
    await expect(
      noteQuote(app, { ...of, highlightId: marks[1], note: 'Weak', before: '' }),
    ).rejects.toMatchObject({ id: 'quote-set-changed' })
    const gone = await takeQuote(app, { ...of, highlightId: marks[1] })
    expect(await texts()).toEqual(['=1+1 cost too much', 'cheap'])
    await addQuotes(app, { ...of, highlightIds: [marks[1]], ...gone })
    expect((await read()).items.map(({ text, note }) => [text, note])).toEqual([
      ['=1+1 cost too much', ''],
      ['I left', 'Strong'],
      ['cheap', ''],
    ])
  })

  test('is taken away and brought back with its quotes', async () => {
    await putAwayQuoteSet(app, { ...of, to: 'removed' })
    await expect(read()).rejects.toMatchObject({ status: 404 })
    expect(await listQuoteSets(app, study.at)).toEqual([])
    await putAwayQuoteSet(app, { ...of, to: 'there' })
    expect(await texts()).toHaveLength(3)
  })

  test('of another study or workspace takes no quote of this one', async () => {
    const other = await TestingStudy.open(app)
    const theirs = { workspaceId: other.ann.workspaceId, actor: asMember(other.ann) }
    const { quoteSetId } = await createQuoteSet(app, {
      ...{ ...other.at, ...theirs, words: { name: 'Theirs', note: '' } },
    })
    await expect(addQuotes(app, { ...theirs, quoteSetId, highlightIds: [marks[0]] })).rejects.toMatchObject({
      status: 404,
    })
    await expect(readQuoteSet(app, { ...theirs, quoteSetId: of.quoteSetId })).rejects.toMatchObject({
      status: 404,
    })
  })
})

describe('whoever takes quoting back', () => {
  test('is in the set no more at the next read, which says how many are taken out; a yes brings them back nowhere else', async () => {
    await study.withdraw(talk, 'I left', 'quoting')
    expect(await read()).toMatchObject({ items: [{ text: 'cheap' }], takenOut: 2, unmarked: 0 })
    expect(await listQuoteSets(app, study.at)).toMatchObject([{ quotes: 1, takenOut: 2 }])
    await expect(addQuotes(app, { ...of, highlightIds: [marks[0]] })).rejects.toMatchObject({
      id: 'words-withheld',
    })
  })

  test('and is erased leaves a number and no note', async () => {
    await noteQuote(app, { ...of, highlightId: marks[0], note: 'She lives next door', before: '' })
    await codingHoldings.erasePerson(app, {
      ...{ workspaceId: of.workspaceId, personId: '', personNo: personOf(talk, 'I left') },
    })
    expect(await read()).toMatchObject({ items: [{ text: 'cheap' }], takenOut: 2 })
    const notes = await app.pg
      .selectFrom('quote_set_quotes')
      .select('note')
      .where('set_id', '=', of.quoteSetId)
      .execute()
    expect(notes.map(({ note }) => note)).toEqual(['', '', ''])
  })
})

test('a passage that nobody marks any more is told apart from one taken out', async () => {
  await removeHighlight(app, { ...of, highlightId: marks[2] })
  expect(await read()).toMatchObject({ takenOut: 0, unmarked: 1 })
})

test('a file of it holds what may be shown, runs no formula and is written down', async () => {
  await study.withdraw(talk, 'cheap', 'quoting')
  const lines = Buffer.from(await exportQuoteSet(app, { ...of, format: 'csv' }))
    .toString('utf8')
    .trimEnd()
    .split('\r\n')
  expect(lines).toHaveLength(3)
  expect(lines[1]?.startsWith("'=1+1 cost too much")).toBe(true)
  const { items } = await listExports(app.pg, { workspaceId: of.workspaceId, limit: 5 })
  expect(items).toMatchObject([{ kind: 'quotes', people: 1, passages: 2, studyId: study.studyId }])
})
