import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/app.ts'
import { askRoutes, joinWorkspace, openWorkspace, type TestMember } from '../../../test/members.ts'
import { bringTalk, openStudy, passageOf, sayOfStudy } from '../../../test/spoken-study.ts'
import type { InterviewText } from '../../conversations/index.ts'
import { moveCodes } from '../code-tree.ts'
import { createCode, listCodes } from '../codes.ts'
import { markPassages } from '../highlights.ts'
import { saturationOf, sayEnough } from '../study-saturation.ts'
import { readCoreq, writeCoreq } from './coreq.ts'
import { listExports } from './exports.ts'
import { exchangeRoutes } from './routes.ts'
import { studyReport, takeReport } from './study-report.ts'
import { tableOf } from '../views/matrix-file.ts'
import { readMatrix } from '../views/matrix.ts'
import { readScope } from '../views/scope.ts'
import { exportMatrix } from './tables.ts'

let app: TestApp
let ann: TestMember
let studyId: string
let interview: InterviewText

beforeAll(async () => {
  app = await openTestApp()
})

beforeEach(async () => {
  ann = await openWorkspace(app)
  studyId = (await openStudy(app, ann)).studyId
  interview = await bringTalk(app, ann, {
    studyId,
    talk: 'Interviewer: When?\nMette: In spring it was slow.\nBo: Never, it is slow, too.\nMette: Slow, slow.',
  })
  for (const words of ['it was slow', 'it is slow', 'Slow, slow']) await mark(words)
})

async function mark(words: string, name = 'Speed'): Promise<void> {
  await markPassages(app, {
    workspaceId: ann.workspaceId,
    actor: ann.actor,
    interviewId: interview.interviewId,
    passages: [passageOf(interview, words)],
    codeIds: [],
    newCode: { name, description: 'How fast it is', colour: 'teal' },
  })
}

const at = () => ({ workspaceId: ann.workspaceId, studyId })
const personOf = (words: string) => {
  const said = interview.utterances.find(({ text }) => text.includes(words))
  return interview.speakers.find(({ speakerId }) => speakerId === said?.speakerId)?.personNo
}
const withdraw = (words: string, purpose: 'quoting' | 'conversation_analysis') =>
  sayOfStudy(app, { ...at(), personNo: personOf(words), purpose, state: 'withdrawn' })

describe('the report of a study', () => {
  test('tells the suspicion, the method and each code with n and quotes of different people first', async () => {
    const report = await studyReport(app, at())
    expect(report.study).toMatchObject({ hypothesis: 'They leave after bad service', heard: 2 })
    expect(report.method).toMatchObject({
      languages: ['en'],
      coders: 1,
      withdrawn: 0,
      words: interview.words,
    })
    expect(report.codes).toMatchObject([{ name: 'Speed', passages: 3, people: 2, withheld: 0 }])
    const [first, second, third] = report.codes[0]?.quotes ?? []
    expect(first?.who).not.toBe(second?.who)
    expect([first?.who, second?.who]).toContain(third?.who)
    expect(JSON.stringify(report)).not.toMatch(/Mette|"Bo/u)
  })

  test('tells codes in the order of the codebook, alone and with those below, as every other page does', async () => {
    const codes = await listCodes(app.pg, at())
    const speed = codes.find(({ name }) => name === 'Speed')
    if (!speed) throw new Error('no code')
    const code = { name: 'App', description: '', colour: 'teal', parentId: speed.codeId } as const
    await createCode(app, { ...at(), studyId: null, actor: ann.actor, code })
    await mark('it is slow', 'App')
    await mark('Never', 'App')
    const [parent, child] = (await studyReport(app, at())).codes
    expect(parent).toMatchObject({ name: 'Speed', depth: 0, passages: 3, people: 2 })
    expect(parent?.withBelow).toEqual({ passages: 4, people: 2 })
    expect(child).toMatchObject({ name: 'App', depth: 1, passages: 2, people: 1, withBelow: null })
    const listed = (await listCodes(app.pg, at())).find(({ name }) => name === 'Speed')
    expect(listed).toMatchObject({ passages: 3, passagesBelow: 4, people: 2, peopleBelow: 2 })
    const scope = await readScope(app, at(), { together: 'overlap' })
    const matrix = await readMatrix(app, { scope, rows: 'participant', offset: 0, limit: 9, columns: 9 })
    expect(matrix.columns).toMatchObject([
      { name: 'Speed', hasBelow: true, passages: 4, people: 2 },
      { name: 'App', hasBelow: false, passages: 2, people: 1 },
    ])
    const table = tableOf(matrix, { figure: 'passages', rows: 'participant' })
    expect(table[0]).toEqual(['', 'n', 'Speed (with those below)', 'App'])
    const csv = await exportMatrix(app, { ...at(), actor: ann.actor, format: 'csv' })
    const [head, ...rows] = Buffer.from(csv).toString('utf8').replace('\ufeff', '').trimEnd().split('\r\n')
    expect(head).toBe('who,Speed,Speed (with those below),App')
    expect(rows.map((row) => row.replace(/^[^,]*,/u, '')).toSorted()).toEqual(['1,2,2', '2,2,0'])
  })

  test('tells a theme of which only codes below are used', async () => {
    const [speed] = await listCodes(app.pg, at())
    const code = { name: 'Pace', description: '', colour: 'teal' } as const
    const { codeId } = await createCode(app, { ...at(), studyId: null, actor: ann.actor, code })
    const move = { actor: ann.actor, codeIds: [speed?.codeId ?? ''], parentId: codeId }
    await moveCodes(app, { ...at(), ...move })
    expect((await studyReport(app, at())).codes).toMatchObject([
      { name: 'Pace', depth: 0, passages: 0, people: 0, withBelow: { passages: 3, people: 2 } },
      { name: 'Speed', depth: 1, passages: 3, withBelow: null },
    ])
  })

  test('loses the quotes of who withdraws at the next read, and says how many passages are withheld', async () => {
    await withdraw('it is slow', 'conversation_analysis')
    await withdraw('it was slow', 'quoting')
    const { codes, method } = await studyReport(app, at())
    expect(codes).toMatchObject([{ passages: 2, people: 1, withheld: 1, quotes: [] }])
    expect(method.withdrawn).toBe(1)
    expect(method.words).toBeLessThan(interview.words)
  })

  test('says of nobody that they have withdrawn who only never agreed', async () => {
    const { studyId: asked } = await openStudy(app, ann, { basis: 'consent' })
    await bringTalk(app, ann, { studyId: asked, talk: 'Interviewer: Why?\nKim: It was slow.' })
    const { method } = await studyReport(app, { workspaceId: ann.workspaceId, studyId: asked })
    expect(method.withdrawn).toBe(0)
  })

  test('is written down as taken out with whose quotes are in it, and only then', async () => {
    await studyReport(app, at())
    const list = () => listExports(app.pg, { workspaceId: ann.workspaceId, limit: 5 })
    expect((await list()).items).toEqual([])
    await takeReport(app, { ...at(), actor: ann.actor, kind: 'report' })
    expect((await list()).items).toMatchObject([{ kind: 'report', people: 2, passages: 3, studyId }])
  })

  test('of another workspace is not found', async () => {
    const other = await openWorkspace(app)
    await expect(studyReport(app, { workspaceId: other.workspaceId, studyId })).rejects.toMatchObject({
      status: 404,
    })
  })
})

/** One more conversation, on a day of February. */
async function hear(day: number, what: 'nothing' | 'speed' | 'other codes'): Promise<void> {
  interview = await bringTalk(app, ann, {
    studyId,
    talk: `Interviewer: When?\nPerson: It was slow number ${day}.`,
    happenedAt: new Date(Date.UTC(2026, 1, day)),
  })
  const names = { nothing: [], speed: ['Speed'], 'other codes': ['Price', 'Trust'] }[what]
  for (const name of names) await mark(`slow number ${day}`, name)
}
const saturation = async () => (await saturationOf(app, at())).all

describe('the COREQ checklist', () => {
  const told = async () =>
    Object.fromEntries((await readCoreq(app.pg, at())).map((one) => [one.item, one.told]))

  test('has 32 items, filled from what was done', async () => {
    const items = await readCoreq(app.pg, at())
    expect(items.map(({ item }) => item)).toEqual(Array.from({ length: 32 }, (_, place) => place + 1))
    expect(await told()).toMatchObject({
      10: { known: 0, met: 2 },
      12: { people: 2, conversations: 1 },
      13: { missing: 0, withdrawn: 0 },
      16: { languages: 'en', from: '2026-01-05', until: '2026-01-05' },
      18: { people: 0 },
      19: { yes: 0, no: 0, open: 2 },
      21: null,
      22: { state: 'few', conversations: 1, wanted: 6 },
      24: { coders: 1 },
      25: { codes: 1, passages: 3 },
      29: { passages: 3 },
      30: null,
    })
  })

  test('follows what happens: a withdrawal', async () => {
    await withdraw('it is slow', 'conversation_analysis')
    expect((await told())[13]).toEqual({ missing: 0, withdrawn: 1 })
  })

  test('says of saturation what its page says: neither counts a conversation nobody has coded', async () => {
    for (const n of [2, 3, 4, 5, 6]) await hear(n, 'nothing')
    expect((await told())[22]).toMatchObject({ state: 'few', conversations: 1, said: 'no' })
    expect((await saturation()).state).toBe('too few')
  })

  test('says that codes repeat themselves only where shuffled orders say so too', async () => {
    for (const n of [2, 3, 4, 5, 6]) await hear(n, 'speed')
    expect((await told())[22]).toMatchObject({ state: 'agree', codes: 1, news: 0, after: 4, median: 4 })
    expect((await saturation()).state).toBe('agree')
    await hear(7, 'other codes')
    expect((await told())[22]).toMatchObject({ state: 'hearing', news: 2, after: 4 })
    expect((await saturation()).state).toBe('hearing new')
    const why = 'The budget ended'
    await sayEnough(app, { ...at(), actor: ann.actor, why })
    expect((await told())[22]).toMatchObject({ state: 'hearing', said: 'yes', stopped: 7, why })
  }, 30_000)

  test('keeps what a member writes, and tells the slower of two', async () => {
    const write = (answer: string, version: number) =>
      writeCoreq(app, { ...at(), actor: ann.actor, item: 14, answer, version })
    expect(await write('In their kitchens', 0)).toEqual({ version: 1 })
    await expect(write('In our office', 0)).rejects.toMatchObject({ id: 'coreq-changed', status: 409 })
    expect(await write('At home', 1)).toEqual({ version: 2 })
    const item = (await readCoreq(app.pg, at())).find((one) => one.item === 14)
    expect(item).toEqual({ item: 14, told: null, answer: 'At home', version: 2 })
    await expect(
      writeCoreq(app, {
        ...at(),
        studyId: crypto.randomUUID(),
        actor: ann.actor,
        item: 1,
        answer: '',
        version: 0,
      }),
    ).rejects.toMatchObject({ status: 404 })
  })
})

test('whoever may read codes but not take them out is refused, before anything is written down', async () => {
  const ask = askRoutes(app, exchangeRoutes)
  const marketer = await joinWorkspace(app, { workspaceId: ann.workspaceId, role: 'marketer' })
  for (const what of ['project', 'codebook', 'quotes?format=csv', 'matrix?format=xlsx']) {
    const path = `/api/w/${ann.workspaceId}/coding/${what}`
    expect((await ask('GET', path)).status).toBe(401)
    expect((await ask('GET', path, { headers: marketer.headers })).status).toBe(403)
    expect((await ask('GET', path, { headers: ann.headers })).status).toBe(200)
  }
  const { items } = await listExports(app.pg, { workspaceId: ann.workspaceId, limit: 9 })
  expect(items.map(({ kind }) => kind).toSorted((a, b) => a.localeCompare(b))).toEqual([
    'codebook',
    'matrix',
    'project',
    'quotes',
  ])
})
