import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../test/app.ts'
import { openWorkspace, type TestMember } from '../../test/members.ts'
import { bringTalk, openStudy, sayOfStudy } from '../../test/spoken-study.ts'
import { markPassages } from '../coding/index.ts'
import { correctUtterance, type InterviewText } from '../conversations/index.ts'
import { compareWords } from './compare-words.ts'
import { excerpt } from './excerpt.ts'
import type { Focus } from './focus.ts'
import { wordsHoldings } from './holdings.ts'
import { quotesOfWord } from './word-quotes.ts'

// Twelve speak of the queue, twelve of the app: invented, to know what must come out.
const queue = (name: number) => `Q${name}: I waited in the queue. The queues are long, and I wait.`
const app12 = (name: number) => `A${name}: I like the app. It is fast, and the apps of others are not.`
const numbers = Array.from({ length: 12 }, (_, place) => place + 1)

let app: TestApp
let ann: TestMember
let queuers: InterviewText
let others: InterviewText
let studyId: string

beforeAll(async () => {
  app = await openTestApp()
})

beforeEach(async () => {
  ann = await openWorkspace(app)
  studyId = (await openStudy(app, ann, { title: 'Queues' })).studyId
  const talk = `Interviewer: What about the queue?\n${numbers.map(queue).join('\n')}`
  queuers = await bringTalk(app, ann, { studyId, talk })
  const second = await openStudy(app, ann, { title: 'Apps' })
  others = await bringTalk(app, ann, { ...second, talk: numbers.map(app12).join('\n') })
})

const study = (): Focus => ({ kind: 'study', studyId })
const compare = (focus: Focus = study()) =>
  compareWords(app, { workspaceId: ann.workspaceId, focus, language: 'en' })
const quotes = (stem: string, focus: Focus = study()) =>
  quotesOfWord(app, { workspaceId: ann.workspaceId, focus, language: 'en', stem })
const peopleOf = ({ speakers }: InterviewText) =>
  speakers.flatMap(({ personNo }) => (personNo === null ? [] : [personNo]))
const withdraw = (personNo: number | undefined, purpose: 'quoting' | 'conversation_analysis') =>
  sayOfStudy(app, { workspaceId: ann.workspaceId, studyId, personNo, purpose, state: 'withdrawn' })

describe('what some people say more than others', () => {
  test('is ranked by speakers, with both sides’ n, and stems gather their forms', async () => {
    const found = await compare()
    expect(found).toMatchObject({ state: 'compared', speakers: 12, others: 12, words: 144, withheld: 0 })
    expect(found.terms[0]).toMatchObject({ stem: 'queue', word: 'queue', speakers: 12, others: 0 })
    expect(found.terms[0]).toMatchObject({ verdict: 'confirmed', why: 'confirmed', occurrences: 24 })
    expect(found.terms.find((term) => term.stem === 'wait')).toMatchObject({ speakers: 12, occurrences: 24 })
    expect(found.terms.map((term) => term.stem)).not.toContain('app')
  })

  test('is the same for the people of a study as for their numbers or a bitmap of them', async () => {
    const byStudy = await compare()
    expect(await compare({ kind: 'people', people: peopleOf(queuers) })).toEqual(byStudy)
    const { ch } = await import('../platform/index.ts')
    const people = ch.sql`SELECT bitmapBuild(${ch.u32s([...peopleOf(queuers), 4_000_000_000])}) AS members`
    expect(await compare({ kind: 'people', people })).toEqual(byStudy)
  })

  test('counts function words, says which they are, and leaves the interviewer out', async () => {
    const found = await compare()
    expect(found.terms.find((term) => term.word === 'in')).toMatchObject({
      isFunctionWord: true,
      speakers: 12,
    })
    expect(found.terms.map((term) => term.word)).not.toContain('about')
  })

  test('is only indicative below twelve speakers, and says why', async () => {
    const found = await compare({ kind: 'people', people: peopleOf(queuers).slice(0, 11) })
    expect(new Set(found.terms.map(({ why }) => why))).toEqual(new Set(['few speakers']))
  })

  test('somebody who withdraws analysis counts no longer at the next read, on either side', async () => {
    await compare()
    await withdraw(peopleOf(queuers)[0], 'conversation_analysis')
    expect(await compare()).toMatchObject({ speakers: 11, withheld: 1, words: 132 })
    const otherSide = await compare({ kind: 'people', people: peopleOf(others) })
    expect(otherSide).toMatchObject({ speakers: 12, others: 11 })
  })

  test('follows a correction of the text at the next read', async () => {
    await compare()
    const said = queuers.utterances.at(-1)
    await correctUtterance(app, {
      workspaceId: ann.workspaceId,
      actor: ann.actor,
      utteranceId: said?.utteranceId ?? '',
      version: 1,
      text: 'I came by zeppelin.',
    })
    const found = await compare()
    expect(found.terms.find((term) => term.stem === 'queue')).toMatchObject({ speakers: 11, occurrences: 22 })
    expect(found.words).toBe(144 - 12 + 4)
  })

  test('of another workspace is never mixed in', async () => {
    const elsewhere = await openWorkspace(app)
    const { studyId: theirs } = await openStudy(app, elsewhere)
    await bringTalk(app, elsewhere, { studyId: theirs, talk: numbers.map(queue).join('\n') })
    const found = await compareWords(app, {
      workspaceId: elsewhere.workspaceId,
      focus: { kind: 'study', studyId: theirs },
    })
    expect(found).toMatchObject({ state: 'nobody else', speakers: 12, others: 0 })
    expect(await compare()).toMatchObject({ speakers: 12, others: 12 })
  })

  test('is never compared across languages', async () => {
    const danish = numbers.map((name) => `D${name}: Jeg står i køen, og køen er lang.`).join('\n')
    const { studyId: third } = await openStudy(app, ann, { title: 'Køer' })
    await bringTalk(app, ann, { studyId: third, talk: danish, language: 'da' })
    const found = await compareWords(app, {
      workspaceId: ann.workspaceId,
      focus: { kind: 'study', studyId: third },
    })
    expect(found).toMatchObject({ language: 'da', state: 'nobody else', languages: [{ language: 'da' }] })
    expect(await compare()).toMatchObject({ speakers: 12, others: 12 })
  })

  test('says so where nobody in focus has said anything', async () => {
    expect(await compare({ kind: 'people', people: [] })).toMatchObject({ state: 'nothing said', terms: [] })
  })
})

describe('the words under a code', () => {
  async function markQueues() {
    const passages = queuers.utterances
      .filter(({ text }) => text.startsWith('I waited'))
      .map(({ utteranceId, version }) => ({ utteranceId, version, start: 0, end: 24 }))
    const { codeIds } = await markPassages(app, {
      workspaceId: ann.workspaceId,
      actor: ann.actor,
      interviewId: queuers.interviewId,
      passages,
      codeIds: [],
      newCode: { name: 'Waiting', description: '', colour: 'teal' },
    })
    return { kind: 'code', codeId: codeIds[0] ?? '' } as const
  }

  test('are those inside its passages against everything else, the same people’s other words too', async () => {
    const found = await compare(await markQueues())
    expect(found).toMatchObject({ state: 'compared', speakers: 12, others: 24, words: 60 })
    const queueTerm = found.terms.find((term) => term.stem === 'queue')
    expect(queueTerm).toMatchObject({ speakers: 12, others: 12, occurrences: 12 })
    expect(found.terms.map((term) => term.stem)).not.toContain('long')
  })

  test('leave out who withdraws, and lead to their passages', async () => {
    const focus = await markQueues()
    await withdraw(peopleOf(queuers)[0], 'conversation_analysis')
    expect(await compare(focus)).toMatchObject({ speakers: 11, withheld: 1 })
    await withdraw(peopleOf(queuers)[1], 'quoting')
    expect(await quotes('queue', focus)).toMatchObject({ total: 10, withheld: 1 })
  })
})

describe('the quotes behind a word', () => {
  test('have the word marked in every form, by pseudonym', async () => {
    const found = await quotes('queue')
    expect(found).toMatchObject({ total: 12, withheld: 0 })
    const [first] = found.quotes
    expect(first?.marks.map(({ start, end }) => [...(first?.text ?? '')].slice(start, end).join(''))).toEqual(
      ['queue', 'queues'],
    )
    expect(first?.who).toMatch(/^\w+ \w+ \d+$/)
  })

  test('of a German verb that parted are counted and marked as what it is', async () => {
    const talk = numbers.map((one) => `Q${one}: Ich rief ihn gestern an. Ich rufe laut.`).join('\n')
    const german = await openStudy(app, ann, { title: 'Anrufe' })
    await bringTalk(app, ann, { ...german, talk, language: 'de' })
    const focus: Focus = { kind: 'study', studyId: german.studyId }
    const said = await quotesOfWord(app, {
      workspaceId: ann.workspaceId,
      focus,
      language: 'de',
      stem: 'anruf',
    })
    expect(said.total).toBe(12)
    const [quote] = said.quotes
    expect(quote?.marks.map(({ start, end }) => quote.text.slice(start, end))).toEqual(['rief', 'an'])
    const plain = await quotesOfWord(app, {
      workspaceId: ann.workspaceId,
      focus,
      language: 'de',
      stem: 'ruf',
    })
    expect(plain.quotes[0]?.marks.map(({ start, end }) => plain.quotes[0]?.text.slice(start, end))).toEqual([
      'rufe',
    ])
  })

  test('have its other forms marked as well, bought beside buy', async () => {
    const talk = numbers.map((number) => `P${number}: We bought two, so buy none.`).join('\n')
    const { studyId: bought } = await openStudy(app, ann, { title: 'Buying' })
    await bringTalk(app, ann, { studyId: bought, talk })
    const [first] = (await quotes('buy', { kind: 'study', studyId: bought })).quotes
    expect(first?.marks.map(({ start, end }) => [...(first?.text ?? '')].slice(start, end).join(''))).toEqual(
      ['bought', 'buy'],
    )
  })

  test('leave out who may not be quoted and say how many places that is', async () => {
    await withdraw(peopleOf(queuers)[0], 'quoting')
    expect(await quotes('queue')).toMatchObject({ total: 11, withheld: 1 })
    expect((await compare()).terms[0]).toMatchObject({ stem: 'queue', speakers: 12 })
  })

  test('of a long turn are cut between words around the mark', () => {
    const long = `${'word '.repeat(400)}here ${'word '.repeat(400)}`
    const cut = excerpt(long, [{ start: 2000, end: 2004 }])
    const [mark] = cut.marks
    expect(cut.text.slice(mark?.start, mark?.end)).toBe('here')
    expect(cut.text).toMatch(/^… word .* word …$/s)
    expect(cut.text.length).toBeLessThan(460)
  })
})

test('a word list an owner puts there is compared with, labelled, and forgotten when it is taken away', async () => {
  mkdirSync(join(app.dataDir, 'word-lists'), { recursive: true })
  const file = join(app.dataDir, 'word-lists/en.txt')
  writeFileSync(file, '\uFEFFthe 1000000\nqueue\t10\nnot a line\n')
  const found = await compare()
  expect(found.list).toBe(true)
  const queueRatio = found.terms.find((term) => term.stem === 'queue')?.listRatio
  expect(queueRatio).toBeCloseTo(Math.log2(24 / 144) - Math.log2(10 / 1_000_010), 9)
  const { rmSync } = await import('node:fs')
  rmSync(file)
  expect((await compare()).list).toBe(false)
})

test('a person’s counts are exported, erased and gone', async () => {
  await compare()
  const person = { workspaceId: ann.workspaceId, personId: '', personNo: peopleOf(queuers)[0] ?? 0 }
  expect(await wordsHoldings.exportPerson(app, person)).toMatchObject({
    wordsSaid: expect.arrayContaining([{ word: 'queue', times: 1 }]),
  })
  await wordsHoldings.erasePerson(app, person)
  await wordsHoldings.erasePerson(app, person)
  expect(await wordsHoldings.countPerson(app, person)).toBe(0)
})
