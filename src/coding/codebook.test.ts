import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../test/app.ts'
import { joinWorkspace, openWorkspace, type TestMember } from '../../test/members.ts'
import { bringTalk, openStudy, passageOf, sayOfStudy } from '../../test/spoken-study.ts'
import type { InterviewText } from '../conversations/index.ts'
import type { CodeId } from '../workspace/index.ts'
import { readCodeHistory } from './code-history.ts'
import { moveCodes } from './code-tree.ts'
import type { NewCode } from './coding.schema.ts'
import { changeCode, createCode, listCodes, removeCode } from './codes.ts'
import { mergeCodes } from './merge-codes.ts'
import { markPassages } from './highlights.ts'
import { redo, undo } from './history.ts'
import { codingHoldings } from './holdings.ts'
import { quotesOf } from './quotes.ts'
import { codingRoom } from './room.ts'
import { splitCode } from './split-code.ts'

const talk = `Interviewer: When did you last switch bank?
Mette: In spring. The app was slow and nobody answered.
Bo: I have never switched. It is too much trouble for me.
Mette: So I went to another one.`

let app: TestApp
let ann: TestMember
let ben: TestMember
let studyId: string
let interview: InterviewText

beforeAll(async () => {
  app = await openTestApp()
  codingRoom.wire?.(app)
})

beforeEach(async () => {
  ann = await openWorkspace(app)
  ben = await joinWorkspace(app, { workspaceId: ann.workspaceId, role: 'researcher' })
  studyId = (await openStudy(app, ann)).studyId
  interview = await bringTalk(app, ann, { studyId, talk })
})

const at = (by = ann) => ({ workspaceId: ann.workspaceId, actor: by.actor })
const book = (by = ann) => ({ ...at(by), studyId: null })

async function add(name: string, more: Partial<NewCode> & { studyId?: string } = {}): Promise<CodeId> {
  const { studyId: of = null, ...place } = more
  const code = { name, description: '', colour: 'teal' as const, ...place }
  return (await createCode(app, { ...at(), studyId: of, code })).codeId
}

async function mark(words: string, ...codeIds: string[]) {
  const passages = [passageOf(interview, words)]
  const made = await markPassages(app, { ...at(), interviewId: interview.interviewId, passages, codeIds })
  return made.highlightIds[0] ?? ''
}

/** The tree, a line a code: indented by depth, with passages alone and with those below, and people likewise. */
async function tree(): Promise<string[]> {
  const codes = await listCodes(app.pg, at())
  const below = (parentId: string | null, depth: number): string[] =>
    codes
      .filter((code) => code.parentId === parentId)
      .flatMap((code) => [
        `${'  '.repeat(depth)}${code.name} ${code.passages}/${code.passagesBelow} ${code.people}/${code.peopleBelow}`,
        ...below(code.codeId, depth + 1),
      ])
  return below(null, 0)
}

describe('the tree', () => {
  test('counts each code alone and with those below it, a passage of two of them once', async () => {
    const service = await add('Service')
    const app1 = await add('App', { parentId: service })
    const slow = await add('Slow', { parentId: app1 })
    await mark('slow', app1, slow)
    await mark('nobody answered', service)
    await mark('trouble', slow)
    expect(await tree()).toEqual(['Service 1/3 1/2', '  App 1/2 1/2', '    Slow 2/2 2/2'])
  })

  test('counts only what may be analysed now', async () => {
    const service = await add('Service')
    await mark('slow', await add('App', { parentId: service }))
    const mette = interview.utterances.find(({ text }) => text.includes('slow'))?.speakerId
    const personNo = interview.speakers.find(({ speakerId }) => speakerId === mette)?.personNo
    const purpose = 'conversation_analysis'
    await sayOfStudy(app, {
      workspaceId: ann.workspaceId,
      studyId,
      personNo,
      purpose,
      state: 'withdrawn',
    })
    expect(await tree()).toEqual(['Service 0/0 0/0', '  App 0/0 0/0'])
  })

  test('is as deep as anybody likes, and never closes a circle', async () => {
    let parentId = await add('0')
    const top = parentId
    for (let depth = 1; depth <= 30; depth++) parentId = await add(String(depth), { parentId })
    expect((await tree()).at(-1)).toBe(`${'  '.repeat(30)}30 0/0 0/0`)
    await expect(moveCodes(app, { ...at(), codeIds: [top], parentId })).rejects.toMatchObject({
      id: 'code-place',
    })
    await expect(changeCode(app, { ...at(), codeId: top, change: { parentId: top } })).rejects.toMatchObject({
      id: 'code-place',
    })
  })

  test('two members who put each other’s code below theirs at once leave no circle', async () => {
    const [one, other] = [await add('One'), await add('Other')]
    const done = await Promise.allSettled([
      moveCodes(app, { ...at(ann), codeIds: [one], parentId: other }),
      moveCodes(app, { ...at(ben), codeIds: [other], parentId: one }),
    ])
    expect(done.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await tree()).toHaveLength(2)
  })

  test('a code of the workspace cannot stand under one of a study; the other way round it can', async () => {
    const own = await add('Own', { studyId })
    const shared = await add('Shared')
    await expect(moveCodes(app, { ...at(), codeIds: [shared], parentId: own })).rejects.toMatchObject({
      id: 'code-place',
    })
    await moveCodes(app, { ...at(), codeIds: [own], parentId: shared })
    expect(await tree()).toEqual(['Shared 0/0 0/0', '  Own 0/0 0/0'])
  })
})

describe('moving, splitting, merging and removing', () => {
  test('many move as one change, those below stay below, and one undo puts all back', async () => {
    const [a, b, c] = [await add('A'), await add('B'), await add('C')]
    const below = await add('A below', { parentId: a })
    await moveCodes(app, { ...at(), codeIds: [a, b, below], parentId: c })
    const moved = ['C 0/0 0/0', '  A 0/0 0/0', '    A below 0/0 0/0', '  B 0/0 0/0']
    expect(await tree()).toEqual(moved)
    await undo(app, book())
    expect(await tree()).toEqual(['A 0/0 0/0', '  A below 0/0 0/0', 'B 0/0 0/0', 'C 0/0 0/0'])
    await redo(app, book())
    expect(await tree()).toEqual(moved)
  })

  test('undo of a move leaves alone what a colleague has moved since, and says so', async () => {
    const [a, b, c] = [await add('A'), await add('B'), await add('C')]
    await moveCodes(app, { ...at(ann), codeIds: [a], parentId: b })
    await moveCodes(app, { ...at(ben), codeIds: [a], parentId: c })
    expect(await undo(app, book(ann))).toEqual({ state: 'done', skipped: ['changed since'] })
    expect(await tree()).toEqual(['B 0/0 0/0', 'C 0/0 0/0', '  A 0/0 0/0'])
  })

  test('undo of a new name keeps the place a colleague has given the code since', async () => {
    const [a, b] = [await add('A'), await add('B')]
    await changeCode(app, { ...at(ann), codeId: a, change: { name: 'Z' } })
    await moveCodes(app, { ...at(ben), codeIds: [a], parentId: b })
    expect(await undo(app, book(ann))).toEqual({ state: 'done', skipped: [] })
    expect(await tree()).toEqual(['B 0/0 0/0', '  A 0/0 0/0'])
  })

  test('a removed code lets those below it move up; undo brings the branch back', async () => {
    const top = await add('Top')
    const middle = await add('Middle', { parentId: top })
    await add('Leaf', { parentId: middle })
    await removeCode(app, { ...at(), codeId: middle })
    expect(await tree()).toEqual(['Top 0/0 0/0', '  Leaf 0/0 0/0'])
    await undo(app, book())
    expect(await tree()).toEqual(['Top 0/0 0/0', '  Middle 0/0 0/0', '    Leaf 0/0 0/0'])
  })

  test('a code merged into one below it leaves its branch to that one; undo brings it back', async () => {
    const top = await add('Top')
    const middle = await add('Middle', { parentId: top })
    const leaf = await add('Leaf', { parentId: middle })
    await add('Side', { parentId: top })
    await mark('slow', top)
    const before = await tree()
    await mergeCodes(app, { ...at(), codeId: top, intoId: leaf })
    expect(await tree()).toEqual(['Leaf 1/1 1/1', '  Middle 0/0 0/0', '  Side 0/0 0/0'])
    await undo(app, book())
    expect(await tree()).toEqual(before)
  })

  test('splitting gives the chosen passages the new code and leaves the others; undo joins them again', async () => {
    const top = await add('Top')
    const wide = await add('Wide', { parentId: top })
    const chosen = await mark('slow', wide)
    await mark('trouble', wide)
    const { codeId } = await splitCode(app, {
      ...at(),
      codeId: wide,
      name: 'Narrow',
      highlightIds: [chosen],
    })
    expect(await tree()).toEqual(['Top 0/2 0/2', '  Narrow 1/1 1/1', '  Wide 1/1 1/1'])
    expect((await quotesOf(app, { ...at(), codeId })).quotes.map(({ text }) => text)).toEqual(['slow'])
    await undo(app, book())
    expect(await tree()).toEqual(['Top 0/2 0/2', '  Wide 2/2 2/2'])
    await redo(app, book())
    expect(await tree()).toEqual(['Top 0/2 0/2', '  Narrow 1/1 1/1', '  Wide 1/1 1/1'])
  })

  test('a passage that has lost the code cannot be split off, and nothing is half done', async () => {
    const [wide, other] = [await add('Wide'), await add('Other')]
    const chosen = await mark('slow', other)
    await expect(
      splitCode(app, { ...at(), codeId: wide, name: 'Narrow', highlightIds: [chosen] }),
    ).rejects.toMatchObject({ id: 'passages-changed', status: 409 })
    expect(await tree()).toEqual(['Other 1/1 1/1', 'Wide 0/0 0/0'])
  })
})

test('the history of a code says who did what and when, and holds nobody’s words', async () => {
  const wide = await add('Wide')
  const chosen = await mark('slow', wide)
  await changeCode(app, { ...at(ben), codeId: wide, change: { name: 'slow and nobody', origin: 'in vivo' } })
  const { codeId: narrow } = await splitCode(app, {
    ...at(),
    codeId: wide,
    name: 'Narrow',
    highlightIds: [chosen],
  })
  await moveCodes(app, { ...at(ben), codeIds: [narrow], parentId: wide })
  await removeCode(app, { ...at(), codeId: narrow })
  await undo(app, book())
  const told = async (codeId: CodeId) =>
    (await readCodeHistory(app.pg, { ...at(), codeId })).map(({ what, fields, who, other }) =>
      [what, ...fields, other?.name, who].filter(Boolean).join(' '),
    )
  expect(await told(narrow)).toEqual([
    'put back Owner',
    'removed Owner',
    'moved parentId slow and nobody The researcher',
    'split slow and nobody Owner',
  ])
  expect(await told(wide)).toEqual(['changed name origin The researcher', 'added Owner'])
  const rows = await app.pg.selectFrom('code_history').selectAll().execute()
  expect(JSON.stringify(rows)).not.toContain('nobody')
})

describe('a code called by somebody’s own words', () => {
  const words = 'slow and nobody'
  const personNo = () => {
    const mette = interview.utterances.find(({ text }) => text.includes(words))?.speakerId
    return interview.speakers.find(({ speakerId }) => speakerId === mette)?.personNo ?? 0
  }
  const nameByWords = async () => {
    const codeId = await add('Waiting')
    await mark(words, codeId)
    await mark('trouble', codeId)
    await changeCode(app, { ...at(), codeId, change: { name: words, origin: 'in vivo' } })
    return codeId
  }
  const kept = async () => {
    const [code] = await listCodes(app.pg, at())
    const steps = await app.pg
      .selectFrom('coding_log')
      .select('steps')
      .where('workspace_id', '=', ann.workspaceId)
      .execute()
    return { code, text: JSON.stringify([code, steps]) }
  }

  test('forgets them when they are erased, in its steps too', async () => {
    const codeId = await nameByWords()
    expect((await kept()).text).toContain('nobody')
    const person = { workspaceId: ann.workspaceId, personId: '', personNo: personNo() }
    await codingHoldings.erasePerson(app, person)
    const { code, text } = await kept()
    expect(code).toMatchObject({ codeId, passages: 1 })
    expect(text).not.toContain('nobody')
  })

  test('forgets them when they are erased, also where it is called otherwise by now and undo would bring them back', async () => {
    const codeId = await nameByWords()
    await changeCode(app, { ...at(), codeId, change: { name: 'Fear of queues' } })
    const person = { workspaceId: ann.workspaceId, personId: '', personNo: personNo() }
    await codingHoldings.erasePerson(app, person)
    await undo(app, book())
    const { code, text } = await kept()
    expect(code?.name).toBe('Fear of queues')
    expect(text).not.toContain('nobody')
  })

  test('forgets them when they may be quoted no longer, and only then', async () => {
    await nameByWords()
    const word = { workspaceId: ann.workspaceId, studyId, personNo: personNo(), state: 'withdrawn' } as const
    await sayOfStudy(app, { ...word, purpose: 'conversation_analysis', state: 'given' })
    await app.outbox.drain()
    expect((await kept()).text).toContain('nobody')
    await sayOfStudy(app, { ...word, purpose: 'quoting' })
    await app.outbox.drain()
    expect((await kept()).text).not.toContain('nobody')
  })

  test('leaves colleagues their undo of what holds no name, however short the words of another passage are', async () => {
    const codeId = await nameByWords()
    const said = passageOf(interview, words)
    // The l of slow, which is in every highlightId too.
    const passages = [{ ...said, start: said.start + 1, end: said.start + 2 }]
    await markPassages(app, { ...at(), interviewId: interview.interviewId, passages, codeIds: [codeId] })
    const steps = async () => (await kept()).text.split('give code').length - 1
    const before = await steps()
    const word = { workspaceId: ann.workspaceId, studyId, personNo: personNo(), state: 'withdrawn' } as const
    await sayOfStudy(app, { ...word, purpose: 'quoting' })
    await app.outbox.drain()
    expect(await steps()).toBe(before)
  })
})
