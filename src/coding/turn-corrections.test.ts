import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../test/app.ts'
import { joinWorkspace, type TestMember } from '../../test/members.ts'
import { passageOf } from '../../test/spoken-study.ts'
import { readInterview, type InterviewText } from '../conversations/index.ts'
import { listHighlights, removeHighlight } from './highlights.ts'
import { redo, undo } from './history.ts'
import { codingRoom } from './room.ts'
import { NewRound } from './rounds/round.schema.ts'
import { beginRound } from './rounds/rounds.ts'
import { correctTurn, joinUtterances, splitUtterance } from './turn-edits.ts'
import { TestingStudy } from './views/testing-study.ts'

let app: TestApp
let study: TestingStudy
let talk: InterviewText

beforeAll(async () => {
  app = await openTestApp()
  codingRoom.wire?.(app)
})
beforeEach(async () => {
  study = await TestingStudy.open(app)
  await study.code('Service')
  await study.code('Price')
  talk = await study.talk(
    `Interviewer: Why did you leave?\nMette: The app was slow and nobody answered 😀 at all.`,
  )
})

const line = (of: TestMember = study.ann) => ({ ...study.at, actor: of.actor })

async function now(): Promise<InterviewText> {
  const { workspaceId } = study.at
  const found = await readInterview(app.pg, { workspaceId, interviewId: talk.interviewId })
  if (!found) throw new Error('the interview is gone')
  return found
}

async function correct(words: string, into: string, by: TestMember = study.ann): Promise<void> {
  const { utterances } = await now()
  const turn = utterances.find(({ text }) => text.includes(words))
  if (!turn) throw new Error(`nobody said ${words}`)
  const { utteranceId, version } = turn
  const { workspaceId } = study.at
  const text = turn.text.replace(words, into)
  await correctTurn(app, { workspaceId, utteranceId, version, text, actor: by.actor })
}

const said = async () => (await now()).utterances.at(-1)?.text
async function marked(): Promise<string[]> {
  const { utterances } = await now()
  const { workspaceId } = study.at
  const found = await listHighlights(app.pg, { workspaceId, interviewId: talk.interviewId })
  return found.map(({ utteranceId, start, end, lostText }) =>
    lostText === null
      ? [...(utterances.find((one) => one.utteranceId === utteranceId)?.text ?? '')]
          .slice(start, end)
          .join('')
      : `lost: ${lostText}`,
  )
}

/** What turns said before that may be taken back. */
async function wordsKept(): Promise<string[]> {
  const { workspaceId } = study.at
  const kept = app.pg.selectFrom('turn_corrections').select('text').where('workspace_id', '=', workspaceId)
  return (await kept.execute()).map(({ text }) => text)
}

const words = 'The app was slow and nobody answered 😀 at all.'
const done = { state: 'done', skipped: [] }

describe('a correction', () => {
  test('is taken back before what was coded before it, and done again, with every passage where it was', async () => {
    await study.mark(talk, 'nobody answered', 'Service')
    await correct('nobody answered', 'not a soul replied')
    expect(await undo(app, line())).toEqual(done)
    expect([await said(), await marked()]).toEqual([words, ['nobody answered']])
    expect(await redo(app, line())).toEqual(done)
    expect(await said()).toBe('The app was slow and not a soul replied 😀 at all.')
    expect(await undo(app, line())).toEqual(done)
    expect(await undo(app, line())).toEqual(done)
    expect([await said(), await marked()]).toEqual([words, []])
  })

  test('gives a passage whose words it took out its words back', async () => {
    await study.mark(talk, 'slow', 'Price')
    await study.mark(talk, 'answered 😀 at', 'Service')
    await correct(' slow and nobody answered 😀 at all', ' fine')
    expect(await marked()).toEqual(['lost: slow', 'lost: answered 😀 at'])
    await undo(app, line())
    expect([await said(), await marked()]).toEqual([words, ['slow', 'answered 😀 at']])
    await redo(app, line())
    expect([await said(), await marked()]).toEqual([
      'The app was fine.',
      ['lost: slow', 'lost: answered 😀 at'],
    ])
  })

  test('gives a passage that was removed before its words back too, and none of them is kept meanwhile', async () => {
    const highlightId = await study.mark(talk, 'slow', 'Price')
    const { workspaceId, actor } = { ...study.at, actor: study.ann.actor }
    await removeHighlight(app, { workspaceId, highlightId, actor })
    await correct(' slow and nobody answered 😀 at all', ' fine')
    const kept = app.pg.selectFrom('highlights').select('lost_text').where('id', '=', highlightId)
    expect(await kept.executeTakeFirst()).toEqual({ lost_text: '' })
    expect(await undo(app, line())).toEqual(done)
    expect(await undo(app, line())).toEqual(done)
    expect([await said(), await marked()]).toEqual([words, ['slow']])
  })

  test('of a colleague keeps the marks of a blind coding, and undone they are where they were', async () => {
    const { workspaceId } = study.at
    const ben = await joinWorkspace(app, { workspaceId, role: 'researcher' })
    const eva = await joinWorkspace(app, { workspaceId, role: 'researcher' })
    const round = NewRound.parse({
      name: 'First',
      conversations: { interviewIds: [talk.interviewId] },
      coderIds: [study.ann.userId, ben.userId],
    })
    await beginRound(app, { ...study.at, actor: study.ann.actor, round })
    await study.mark(talk, 'slow', 'Price')
    await correct(' slow and nobody answered 😀 at all', ' fine', eva)
    expect(await undo(app, line(eva))).toEqual(done)
    const marks = app.pg
      .selectFrom('highlights')
      .select(['start_at', 'lost_text'])
      .where('workspace_id', '=', workspaceId)
    expect(await marks.execute()).toEqual([{ start_at: words.indexOf('slow'), lost_text: null }])
  })

  test('after another is taken back one after the other, with the coding between', async () => {
    await correct('slow', 'sluggish')
    await study.mark(await now(), 'sluggish', 'Service')
    await correct('at all', 'ever')
    for (const [text, passages] of [
      ['The app was sluggish and nobody answered 😀 at all.', ['sluggish']],
      ['The app was sluggish and nobody answered 😀 at all.', []],
      [words, []],
    ] as const) {
      expect(await undo(app, line())).toEqual(done)
      expect([await said(), await marked()]).toEqual([text, passages])
    }
    for (let again = 0; again < 3; again += 1) expect(await redo(app, line())).toEqual(done)
    expect([await said(), await marked()]).toEqual([
      'The app was sluggish and nobody answered 😀 ever.',
      ['sluggish'],
    ])
  })

  test('stays where a colleague has changed the turn since, and it is said', async () => {
    const ben = await joinWorkspace(app, { workspaceId: study.at.workspaceId, role: 'researcher' })
    await correct('slow', 'sluggish')
    await correct('at all', 'ever', ben)
    expect(await undo(app, line())).toEqual({ state: 'done', skipped: ['changed since'] })
    expect(await undo(app, line(ben))).toEqual(done)
    expect(await said()).toBe('The app was sluggish and nobody answered 😀 at all.')
  })

  test('of the second half of a turn is taken back also after a colleague took its cut back and did it again', async () => {
    const ben = await joinWorkspace(app, { workspaceId: study.at.workspaceId, role: 'researcher' })
    const { start: at, ...cut } = passageOf(talk, 'and nobody')
    await splitUtterance(app, { ...line(), ...cut, at, meant: undefined })
    await correct('answered', 'replied', ben)
    expect(await undo(app, line())).toEqual(done)
    expect(await said()).toBe('The app was slow and nobody replied 😀 at all.')
    expect(await redo(app, line())).toEqual(done)
    expect(await undo(app, line(ben))).toEqual(done)
    expect(await said()).toBe('and nobody answered 😀 at all.')
    expect(await redo(app, line(ben))).toEqual(done)
    expect(await said()).toBe('and nobody replied 😀 at all.')
    // While the two are one it waits, and says so.
    await undo(app, line())
    expect(await undo(app, line(ben))).toEqual({ state: 'done', skipped: ['gone'] })
  })

  test('of a turn that was merged and split anew by hand is gone with the turn it was of', async () => {
    const cut = async () => {
      const { start: at, ...turn } = passageOf(await now(), 'and nobody')
      await splitUtterance(app, { ...line(), ...turn, at, meant: undefined })
    }
    await cut()
    await correct('answered', 'replied')
    const [before, second] = (await now()).utterances.slice(-2)
    if (!before || !second) throw new Error('there are no two turns')
    const { utteranceId, version } = second
    await joinUtterances(app, { ...line(), utteranceId, version, before })
    expect(await wordsKept()).toEqual(['and nobody answered 😀 at all.'])
    await cut()
    expect(await wordsKept()).toEqual([])
  })

  test('of whoever has withdrawn since is not taken back', async () => {
    await correct('slow', 'sluggish')
    await study.withdraw(talk, 'slow', 'conversation_analysis')
    expect(await undo(app, line())).toEqual({ state: 'done', skipped: ['withdrawn'] })
    const kept = await app.pg
      .selectFrom('utterances')
      .select('text')
      .where('id', '=', passageOf(talk, 'slow').utteranceId)
      .executeTakeFirst()
    expect(kept?.text).toContain('sluggish')
  })

  test('that changes nothing is no step, and one of a turn that is gone takes nothing with it', async () => {
    await correct('slow', 'slow')
    expect(await undo(app, line())).toMatchObject({ state: 'nothing' })
    await correct('slow', 'sluggish')
    await app.pg.deleteFrom('utterances').where('id', '=', passageOf(talk, 'slow').utteranceId).execute()
    expect(await wordsKept()).toEqual([])
    expect(await undo(app, line())).toEqual({ state: 'done', skipped: ['gone'] })
  })
})
