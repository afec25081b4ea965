import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/app.ts'
import { joinWorkspace, openWorkspace, type TestMember } from '../../../test/members.ts'
import { bringTalk, openStudy, passageOf, sayOfStudy } from '../../../test/spoken-study.ts'
import type { InterviewText } from '../../conversations/index.ts'
import { UserId } from '../../workspace/index.ts'
import { createCode } from '../codes.ts'
import { markPassages } from '../highlights.ts'
import { codingHoldings } from '../holdings.ts'
import { writeNote } from '../notes.ts'
import { codingRoom } from '../room.ts'
import { beginRound, endCoding } from '../rounds/rounds.ts'
import { exportMemos, listMemos } from './memo-list.ts'
import { changeMemo, memosAbout, removeMemo, restoreMemo, writeMemo } from './memos.ts'
import type { MemoAbout } from './memo.schema.ts'

const talk = `Interviewer: When did you last switch bank?
Mette: In spring. The app was slow and nobody answered.`

let app: TestApp
let ann: TestMember
let ben: TestMember
let studyId: string
let codeId: string
let interview: InterviewText

beforeAll(async () => {
  app = await openTestApp()
  codingRoom.wire?.(app)
})

beforeEach(async () => {
  ann = await openWorkspace(app)
  ben = await joinWorkspace(app, { workspaceId: ann.workspaceId, role: 'researcher' })
  studyId = (await openStudy(app, ann, { title: 'Switching' })).studyId
  interview = await bringTalk(app, ann, { studyId, talk, title: 'With Mette' })
  const code = { name: 'Slow', description: '', colour: 'teal' as const }
  ;({ codeId } = await createCode(app, { ...here(), actor: ann.actor, studyId: null, code }))
})

const here = () => ({ workspaceId: ann.workspaceId })
const mette = () => {
  const found = interview.speakers.find(({ role }) => role === 'participant')
  if (!found || found.personNo === null || found.personId === null) throw new Error('nobody takes part')
  return { personNo: found.personNo, personId: found.personId }
}
const write = (about: MemoAbout, text: string, by = ann) =>
  writeMemo(app, { ...here(), actor: by.actor, about, text })
const about = (kind: MemoAbout['kind']): MemoAbout => ({
  kind,
  id: { study: studyId, interview: interview.interviewId, code: codeId, person: mette().personId }[kind],
})
const read = (kind: MemoAbout['kind'], by = ann) =>
  memosAbout(app.pg, { ...here(), userId: by.userId, about: about(kind) })
const listed = async (by = ann) =>
  (await listMemos(app.pg, { ...here(), studyId, userId: by.userId })).map(
    (one) => `${one.kind}: ${one.about}: ${one.text}`,
  )
const withdraw = (state: 'given' | 'withdrawn' = 'withdrawn') =>
  sayOfStudy(app, { ...here(), studyId, personNo: mette().personNo, purpose: 'conversation_analysis', state })

async function note(text: string) {
  const { interviewId } = interview
  const passages = [passageOf(interview, 'slow')]
  const { highlightIds } = await markPassages(app, {
    ...here(),
    actor: ann.actor,
    interviewId,
    passages,
    codeIds: [codeId],
  })
  await writeNote(app, {
    ...here(),
    actor: ann.actor,
    highlightId: highlightIds[0] ?? '',
    note: text,
    before: '',
  })
}

const kinds = ['study', 'interview', 'code', 'person'] as const

describe('a memo', () => {
  test.each(kinds)('on a %s is there with who wrote and changed it, and when', async (kind) => {
    const { memoId } = await write(about(kind), 'They wait.')
    expect(await read(kind)).toMatchObject([{ memoId, kind, text: 'They wait.', version: 1, by: ann.name }])
    await changeMemo(app, { ...here(), actor: ben.actor, memoId, text: 'They wait long.', version: 1 })
    expect(await read(kind)).toMatchObject([
      { text: 'They wait long.', version: 2, by: ann.name, changedBy: ben.name },
    ])
  })

  test('of two who write at once the slower is told and loses nothing of the other’s', async () => {
    const { memoId } = await write(about('study'), 'First')
    await changeMemo(app, { ...here(), actor: ann.actor, memoId, text: 'Hers', version: 1 })
    await expect(
      changeMemo(app, { ...here(), actor: ben.actor, memoId, text: 'His', version: 1 }),
    ).rejects.toMatchObject({ id: 'memo-changed', status: 409 })
    expect(await read('study')).toMatchObject([{ text: 'Hers' }])
  })

  test('is taken away and brought back', async () => {
    const { memoId } = await write(about('code'), 'Narrower?')
    await removeMemo(app, { ...here(), actor: ann.actor, memoId })
    expect(await read('code')).toEqual([])
    await restoreMemo(app, { ...here(), actor: ann.actor, memoId })
    expect(await read('code')).toHaveLength(1)
  })
})

describe('the list of a study', () => {
  test('holds all of them with what they are about, the notes of passages too', async () => {
    for (const kind of kinds) await write(about(kind), `On the ${kind}`)
    await note('Not only the app')
    const { rows } = await sql<{
      pseudonym: string
    }>`select pseudonym from people where no = ${mette().personNo}`.execute(app.pg)
    expect((await listed()).toSorted()).toEqual([
      'code: Slow: On the code',
      'interview: With Mette: On the interview',
      'passage: slow: Not only the app',
      `person: ${rows[0]?.pseudonym}: On the person`,
      'study: Switching: On the study',
    ])
    const csv = new TextDecoder().decode(await exportMemos(app, { ...here(), studyId, actor: ann.actor }))
    expect(csv).toContain('passage,slow,Not only the app,Owner,')
  })

  test('loses what is about somebody at the next read when they withdraw, and nothing of it can be read or changed', async () => {
    const made = await Promise.all(kinds.map((kind) => write(about(kind), `On the ${kind}`)))
    await note('Not only the app')
    await withdraw()
    expect((await listed()).toSorted()).toEqual(['code: Slow: On the code', 'study: Switching: On the study'])
    expect(await read('interview')).toEqual([])
    expect(await read('person')).toEqual([])
    const refused = { id: 'words-withheld', status: 409 }
    await expect(write(about('person'), 'More')).rejects.toMatchObject(refused)
    for (const at of [1, 3])
      await expect(
        changeMemo(app, {
          ...here(),
          actor: ann.actor,
          memoId: made[at]?.memoId ?? '',
          text: 'x',
          version: 1,
        }),
      ).rejects.toMatchObject(refused)
    const csv = new TextDecoder().decode(await exportMemos(app, { ...here(), studyId, actor: ann.actor }))
    expect(csv).not.toContain('On the person')
    await withdraw('given')
    expect(await listed()).toHaveLength(5)
  })
})

test('while a conversation is coded blind, its memos are seen by who wrote them alone', async () => {
  const { roundId } = await beginRound(app, {
    ...here(),
    studyId,
    actor: ann.actor,
    round: {
      name: 'Blind',
      conversations: { interviewIds: [interview.interviewId] },
      coderIds: [ann, ben].map(({ userId }) => UserId.parse(userId)),
      codeIds: [],
    },
  })
  await write(about('interview'), 'Mine')
  expect(await read('interview', ann)).toHaveLength(1)
  expect(await read('interview', ben)).toEqual([])
  expect(await listed(ben)).toEqual([])
  await endCoding(app, { ...here(), roundId, actor: ann.actor })
  expect(await read('interview', ben)).toHaveLength(1)
})

test('what is about a person goes with the copy of their data, is counted, and is erased with them', async () => {
  for (const kind of kinds) await write(about(kind), `On the ${kind}`)
  const person = { ...here(), ...mette() }
  const copy = await codingHoldings.exportPerson?.(app, person)
  expect(JSON.stringify(copy)).toContain('On the person')
  expect(JSON.stringify(copy)).toContain('On the interview')
  expect(JSON.stringify(copy)).not.toContain('On the code')
  expect(await codingHoldings.countPerson?.(app, person)).toBe(2)
  await codingHoldings.erasePerson?.(app, person)
  expect(await codingHoldings.countPerson?.(app, person)).toBe(0)
  expect((await listed()).toSorted()).toEqual(['code: Slow: On the code', 'study: Switching: On the study'])
})
