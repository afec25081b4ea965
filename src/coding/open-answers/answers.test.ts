import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/app.ts'
import { openWorkspace, type TestMember } from '../../../test/members.ts'
import { bringAnswers } from '../../../test/open-answers.ts'
import { openStudy, sayOfStudy } from '../../../test/spoken-study.ts'
import { conversationRoom, correctUtterance, readInterview } from '../../conversations/index.ts'
import type { CodeId, InterviewId } from '../../workspace/index.ts'
import { createCode } from '../codes.ts'
import { markPassages } from '../highlights.ts'
import { redo, undo } from '../history.ts'
import { codesAmong } from '../quotes.ts'
import { codingRoom } from '../room.ts'
import { TestingStudy } from '../views/testing-study.ts'
import { AnswersAsked, type Answer } from './answers.schema.ts'
import { listAnswers } from './answers.ts'
import { readAnswers } from './read-answers.ts'
import { codeAnswers } from './code-answers.ts'
import { countSuggestions, suggestFor } from './suggestions.ts'

const texts = [
  'The fees were far too high for a small account',
  'Nobody ever answered the phone when I called',
  'High fees every month',
  'Nobody ever answered the phone when I called!',
  'Fees',
  'I moved to another town and the branch was too far away',
  'They closed the branch in my town',
  'No',
]

let app: TestApp
let ann: TestMember
let studyId: string
let interviewId: InterviewId

beforeAll(async () => {
  app = await openTestApp()
  conversationRoom.wire?.(app)
  codingRoom.wire?.(app)
})
beforeEach(async () => {
  ann = await openWorkspace(app)
  studyId = (await openStudy(app, ann, { title: 'Leavers' })).studyId
  interviewId = await bringAnswers(app, ann, { studyId, texts })
})

const source = () => ({ workspaceId: ann.workspaceId, interviewId })
const list = (asked: Partial<AnswersAsked> = {}) =>
  listAnswers(app, { ...source(), actor: ann.actor, asked: AnswersAsked.parse(asked) })
async function read(ids?: readonly string[]): Promise<Answer[]> {
  const utteranceIds = ids ?? (await list()).ids
  return readAnswers(app, { ...source(), utteranceIds })
}
async function said(asked: Partial<AnswersAsked>): Promise<string[]> {
  const { ids } = await list(asked)
  return (await read(ids)).map(({ text }) => text)
}
async function answer(words: string): Promise<Answer> {
  const found = (await read()).find(({ text }) => text.includes(words))
  if (!found) throw new Error(`nobody wrote ${words}`)
  return found
}
const idsOf = async (...words: string[]) =>
  Promise.all(words.map(async (some) => (await answer(some)).utteranceId))
async function code(name: string): Promise<CodeId> {
  const made = await createCode(app, {
    ...{ workspaceId: ann.workspaceId, actor: ann.actor, studyId: null },
    code: { name, description: '', colour: 'teal' },
  })
  return made.codeId
}
const change = (what: 'give' | 'take', utteranceIds: readonly string[], codeIds: readonly string[]) =>
  codeAnswers(app, { ...source(), actor: ann.actor, do: what, utteranceIds, codeIds })
const line = () => ({ workspaceId: ann.workspaceId, studyId, actor: ann.actor })
async function withdraw(words: string): Promise<void> {
  const { utteranceId } = await answer(words)
  const interview = await readInterview(app.pg, source())
  const turn = interview?.utterances.find((one) => one.utteranceId === utteranceId)
  const speaker = interview?.speakers.find((one) => one.speakerId === turn?.speakerId)
  const { workspaceId } = ann
  const purpose = 'conversation_analysis'
  await sayOfStudy(app, { workspaceId, studyId, personNo: speaker?.personNo, purpose, state: 'withdrawn' })
}

describe('the table of open answers', () => {
  test('gives every answer in the order of the file, with a pseudonym', async () => {
    const { answers, uncoded, withheld, ids } = await list()
    expect({ answers, uncoded, withheld }).toEqual({ answers: 8, uncoded: 8, withheld: 0 })
    const [first] = await read(ids)
    expect(first).toMatchObject({ number: 1, text: texts[0], codeIds: [] })
    expect(first?.who).not.toBe('R1')
  })

  test('is filtered by coding, code, words in every form, and length', async () => {
    const fees = await code('Fees')
    await change('give', await idsOf('far too high'), [fees])
    expect(await said({ coding: 'coded' })).toEqual([texts[0]])
    expect(await said({ coding: 'uncoded' })).toHaveLength(7)
    expect(await said({ codeId: fees })).toEqual([texts[0]])
    expect(await said({ q: 'fee', coding: 'uncoded' })).toEqual(['High fees every month', 'Fees'])
    expect(await said({ q: '"the branch"' })).toHaveLength(2)
    expect(await said({ length: 'short' })).toEqual(['High fees every month', 'Fees', 'No'])
  })

  test('is filtered by the language of each answer, one too short to tell counting as the source’s', async () => {
    interviewId = await bringAnswers(app, ann, {
      studyId,
      title: 'Two countries',
      texts: [
        'The fees were far too high for a small account like mine',
        'Gebyrerne var alt for høje for sådan en lille konto som min',
        'Ingen',
      ],
    })
    expect((await list()).languages).toEqual(['da', 'en'])
    expect(await said({ language: 'da' })).toEqual([
      'Gebyrerne var alt for høje for sådan en lille konto som min',
    ])
    expect(await said({ language: 'en' })).toHaveLength(2)
    expect(await said({ language: 'sv' })).toEqual([])
  })

  test('is filtered by what is known of people, where at least three are alike', async () => {
    const people =
      (await readInterview(app.pg, source()))?.speakers.map(({ personNo }) => personNo ?? 0) ?? []
    const known = new Map(people.map((personNo, at) => [personNo, at < 3 ? 'Town' : 'Country']))
    await new TestingStudy(app, ann, studyId).know('lives', known)
    expect(await list()).toMatchObject({ traits: ['lives'] })
    expect(await said({ trait: 'lives', value: 'is Town' })).toEqual(texts.slice(0, 3))
    await expect(list({ trait: 'lives', value: 'is Ship' })).rejects.toMatchObject({ id: 'too-few-heard' })
  })

  test('puts answers that say nearly the same together, the largest group first', async () => {
    const { ids, groups } = await list({ order: 'alike' })
    expect((await read(ids.slice(0, 2))).map(({ number }) => number)).toEqual([2, 4])
    expect(groups.slice(0, 3)).toEqual([2, 0, 1])
    expect(ids).toHaveLength(8)
  })

  test('codes many at once, and takes them back and gives them again as one step', async () => {
    const fees = await code('Fees')
    const ids = await idsOf('far too high', 'High fees', 'Fees')
    expect(await change('give', ids, [fees])).toMatchObject({ changed: 3, same: 0, withheld: 0 })
    expect(await change('give', ids, [fees])).toMatchObject({ changed: 0, same: 3 })
    expect(await codesAmong(app, ann)).toMatchObject([{ name: 'Fees', passages: 3, people: 3 }])
    expect(await undo(app, line())).toEqual({ state: 'done', skipped: [] })
    expect((await list()).uncoded).toBe(8)
    expect((await list()).history).toMatchObject({ undo: false, redo: true })
    expect(await redo(app, line())).toEqual({ state: 'done', skipped: [] })
    expect((await read(ids)).map(({ codeIds }) => codeIds)).toEqual([[fees], [fees], [fees]])
  })

  test('takes a code off many at once, and undo gives it back as it was', async () => {
    const fees = await code('Fees')
    const price = await code('Price')
    const ids = await idsOf('High fees', 'Fees')
    await change('give', ids, [fees, price])
    expect(await change('take', ids, [fees])).toMatchObject({ changed: 2 })
    expect((await read(ids)).map(({ codeIds }) => codeIds)).toEqual([[price], [price]])
    expect(await undo(app, line())).toEqual({ state: 'done', skipped: [] })
    expect((await read(ids)).map(({ codeIds }) => codeIds.length)).toEqual([2, 2])
  })

  test('a code by name is added with the answers, and goes with undo', async () => {
    const ids = await idsOf('closed the branch')
    const made = await codeAnswers(app, {
      ...source(),
      ...{ actor: ann.actor, do: 'give', utteranceIds: ids, codeIds: [] },
      newCode: { name: 'Distance', description: '', colour: 'teal' },
    })
    expect(made).toMatchObject({ changed: 1 })
    await undo(app, line())
    expect((await read(ids))[0]?.codeIds).toEqual([])
    expect(await codesAmong(app, ann)).toEqual([])
  })

  test('without a code to give nothing is changed', async () => {
    await expect(change('give', await idsOf('Fees'), [])).rejects.toMatchObject({ id: 'code-missing' })
  })

  test('an answer that bears the code in part keeps it so', async () => {
    const fees = await code('Fees')
    const { utteranceId } = await answer('High fees')
    const passages = [{ utteranceId, start: 0, end: 9, version: 1 }]
    await markPassages(app, { ...source(), actor: ann.actor, passages, codeIds: [fees] })
    expect(await change('give', [utteranceId], [fees])).toMatchObject({ changed: 0, same: 1 })
    expect(await codesAmong(app, ann)).toMatchObject([{ passages: 1 }])
  })

  test('whoever withdraws is gone at the next read, is not coded, and undo brings nothing of theirs back', async () => {
    const fees = await code('Fees')
    const ids = await idsOf('far too high', 'High fees')
    await change('give', ids, [fees])
    await undo(app, line())
    await withdraw('far too high')
    expect(await list()).toMatchObject({ answers: 7, withheld: 1 })
    expect((await read(ids)).map(({ text }) => text)).toEqual(['High fees every month'])
    expect(await redo(app, line())).toEqual({ state: 'done', skipped: ['withdrawn'] })
    expect(await codesAmong(app, ann)).toMatchObject([{ passages: 1, withheld: 0 }])
    expect(await change('give', ids, [await code('Price')])).toMatchObject({ changed: 1, withheld: 1 })
  })

  test('an answer with letters outside the basic plane is marked to its last letter', async () => {
    const emoji = await bringAnswers(app, ann, { studyId, texts: ['Fees 😀👍🏽', 'Other'], title: 'Emoji' })
    const [utteranceId = ''] = (
      await listAnswers(app, {
        ...{ workspaceId: ann.workspaceId, interviewId: emoji, actor: ann.actor },
        asked: AnswersAsked.parse({ q: 'fees' }),
      })
    ).ids
    const given = { workspaceId: ann.workspaceId, interviewId: emoji, actor: ann.actor }
    await codeAnswers(app, {
      ...given,
      do: 'give',
      utteranceIds: [utteranceId],
      codeIds: [await code('Fees')],
    })
    const marked = await app.pg
      .selectFrom('highlights')
      .select('end_at')
      .where('utterance_id', '=', utteranceId)
      .execute()
    expect(marked).toEqual([{ end_at: 8 }])
  })

  test('a conversation is no source of open answers', async () => {
    await app.pg.updateTable('interviews').set({ kind: 'text' }).where('id', '=', interviewId).execute()
    await expect(list()).rejects.toMatchObject({ status: 404 })
  })
})

describe('suggestions for open answers', () => {
  test('come from coded answers like it, and say which and by which words', async () => {
    const [fees, phone] = [await code('Fees'), await code('Phone')]
    await change('give', await idsOf('far too high'), [fees])
    await change('give', await idsOf('when I called!'), [phone])
    const { utteranceId } = await answer('High fees')
    const suggestions = await suggestFor(app, { ...source(), utteranceId })
    expect(suggestions.map(({ codeId }) => codeId)).toEqual([fees])
    const [because] = suggestions[0]?.because ?? []
    expect(because?.text).toBe(texts[0])
    const letters = [...(because?.text ?? '')]
    expect(because?.marks.map(({ start, end }) => letters.slice(start, end).join(''))).toEqual([
      'fees',
      'high',
    ])
  })

  test('are counted by code, list the surest first, and give nobody a code by themselves', async () => {
    const [fees, phone] = [await code('Fees'), await code('Phone')]
    await change('give', await idsOf('far too high'), [fees])
    await change('give', await idsOf('when I called!'), [phone])
    expect(await countSuggestions(app, source())).toEqual([
      { codeId: fees, answers: 3 },
      { codeId: phone, answers: 1 },
    ])
    expect(await said({ suggested: phone })).toEqual(['Nobody ever answered the phone when I called'])
    expect((await list()).uncoded).toBe(6)
  })

  test('learn with every answer that is coded, also in other sources of the study', async () => {
    const second = await bringAnswers(app, ann, {
      studyId,
      texts: ['Fees fees fees', 'Weather'],
      title: 'Wave 2',
    })
    const fees = await code('Fees')
    await change('give', await idsOf('High fees'), [fees])
    const counts = await countSuggestions(app, { workspaceId: ann.workspaceId, interviewId: second })
    expect(counts).toEqual([{ codeId: fees, answers: 1 }])
  })

  test('rest on nothing of somebody who has withdrawn, nor on what was corrected away', async () => {
    const fees = await code('Fees')
    await change('give', await idsOf('far too high'), [fees])
    const { utteranceId } = await answer('High fees')
    expect(await suggestFor(app, { ...source(), utteranceId })).toHaveLength(1)
    await withdraw('far too high')
    expect(await suggestFor(app, { ...source(), utteranceId })).toEqual([])
    const moved = await answer('I moved')
    await change('give', [moved.utteranceId], [fees])
    const correction = { utteranceId, version: 1, text: 'Another town', actor: ann.actor }
    await correctUtterance(app, { workspaceId: ann.workspaceId, ...correction })
    const [one] = await suggestFor(app, { ...source(), utteranceId })
    expect(one?.because[0]?.utteranceId).toBe(moved.utteranceId)
  })
})
