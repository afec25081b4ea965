import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/app.ts'
import { joinWorkspace, type TestMember } from '../../../test/members.ts'
import { asMember } from '../../../test/own-page.ts'
import { passageOf } from '../../../test/spoken-study.ts'
import type { InterviewText } from '../../conversations/index.ts'
import { ParticipantId, UserId } from '../../workspace/index.ts'
import { listHighlights, markPassages } from '../highlights.ts'
import { redo, undo } from '../history.ts'
import { listMemos } from '../memos/memo-list.ts'
import { writeNote } from '../notes.ts'
import { codingRoom } from '../room.ts'
import { readFramework } from '../views/framework.ts'
import { createQuoteSet, readQuoteSet } from '../views/quote-sets.ts'
import { readScope } from '../views/scope.ts'
import { addQuotes } from '../views/set-quotes.ts'
import { TestingStudy, personOf } from '../views/testing-study.ts'
import { writeSummary } from '../views/write-summary.ts'
import { adoptRound } from './adopt.ts'
import { ownMarks } from './blind-marks.ts'
import { beginRound, cancelRound, finishCoding } from './rounds.ts'

let app: TestApp
let study: TestingStudy
let ben: TestMember
let talk: InterviewText
let passage: string
let quoteSetId: string

beforeAll(async () => {
  app = await openTestApp()
  codingRoom.wire?.(app)
})

beforeEach(async () => {
  study = await TestingStudy.open(app)
  ben = await joinWorkspace(app, { workspaceId: study.ann.workspaceId, role: 'researcher' })
  await study.code('Price')
  await study.code('Slow')
  talk = await study.talk('Interviewer: Why?\nMette: It cost too much. It was slow.')
  passage = await study.mark(talk, 'cost too much', 'Price')
  const actor = asMember(study.ann)
  ;({ quoteSetId } = await createQuoteSet(app, {
    ...study.at,
    actor,
    words: { name: 'For the board', note: '' },
  }))
  await addQuotes(app, { ...study.at, quoteSetId, actor, highlightIds: [passage] })
  const participant = await app.pg
    .selectFrom('participants')
    .select('id')
    .where('study_id', '=', study.studyId)
    .where('person_no', '=', personOf(talk, 'cost'))
    .executeTakeFirstOrThrow()
  await writeSummary(app, {
    ...study.at,
    actor,
    participantId: ParticipantId.parse(participant.id),
    codeId: study.idOf('Price'),
    text: 'Mette found it dear.',
    version: 0,
  })
})

const note = (by: TestMember, highlightId: string, words: string) =>
  writeNote(app, { ...study.at, actor: by.actor, highlightId, note: words, before: '' })

async function begin() {
  const { roundId } = await beginRound(app, {
    ...study.at,
    actor: study.ann.actor,
    round: {
      name: 'Round one',
      conversations: { interviewIds: [talk.interviewId] },
      coderIds: [study.ann, ben].map(({ userId }) => UserId.parse(userId)),
      codeIds: [],
    },
  })
  return { workspaceId: study.ann.workspaceId, roundId }
}

async function mark(by: TestMember, words: string, code: string): Promise<string> {
  const { highlightIds } = await markPassages(app, {
    ...study.at,
    actor: by.actor,
    interviewId: talk.interviewId,
    passages: [passageOf(talk, words)],
    codeIds: [study.idOf(code)],
  })
  return highlightIds[0] ?? ''
}

const finish = async (round: { workspaceId: string; roundId: string }) => {
  for (const { actor } of [study.ann, ben]) await finishCoding(app, { ...round, actor })
}
const line = () => ({ ...study.at, actor: study.ann.actor })

/** The passages, and all that hangs on the one that was there before. */
async function all() {
  const listed = await listHighlights(app.pg, { ...study.at, interviewId: talk.interviewId })
  const { set } = await readQuoteSet(app, { ...study.at, quoteSetId })
  const { cells } = await readFramework(app, {
    scope: await readScope(app, study.at, { together: 'overlap' }),
    themes: [study.idOf('Price')],
    limit: 50,
    offset: 0,
  })
  const memos = await listMemos(app.pg, { ...study.at, userId: study.ann.userId })
  const codes = await app.pg
    .selectFrom('highlight_codes')
    .select(['code_id', 'created_by'])
    .where('highlight_id', '=', passage)
    .execute()
  return {
    passages: listed.map(({ highlightId, note: words }) => [highlightId, words]),
    set: [set.items.map(({ text }) => text), set.unmarked, set.takenOut],
    summary: cells.map(({ text, restsOn, gone, news }) => [text, restsOn, gone, news]),
    memos: memos.map(({ text }) => text),
    codes: codes.map(({ code_id, created_by }) => [code_id, created_by]),
  }
}

describe('a round that is adopted', () => {
  test('leaves words that were marked the passage they were, with its note, sets and summaries', async () => {
    await note(study.ann, passage, 'Said twice.')
    const before = await all()
    expect(before).toMatchObject({
      passages: [[passage, 'Said twice.']],
      set: [['cost too much'], 0, 0],
      summary: [['Mette found it dear.', 1, 0, 0]],
      memos: ['Said twice.'],
    })
    const round = await begin()
    await mark(ben, 'cost too much', 'Price')
    await finish(round)
    await adoptRound(app, { ...round, actor: study.ann.actor })
    expect(await all()).toEqual(before)
    await undo(app, line())
    await cancelRound(app, { ...round, actor: study.ann.actor })
    expect(await all()).toEqual(before)
  })

  test('puts what coders noted under the note of the passage, and undo takes it off again', async () => {
    await note(study.ann, passage, 'Said twice.')
    const before = await all()
    const round = await begin()
    const [own] = await ownMarks(app.pg, {
      ...study.at,
      interviewId: talk.interviewId,
      userId: study.ann.userId,
    })
    await note(study.ann, own?.highlightId ?? '', 'And loud.')
    await note(ben, await mark(ben, 'cost too much', 'Price'), 'With a sigh.')
    for (const by of [study.ann, ben]) await mark(by, 'slow', 'Slow')
    await finish(round)
    await adoptRound(app, { ...round, actor: study.ann.actor })
    const adopted = await all()
    expect(adopted.passages[0]).toEqual([passage, 'Said twice.\n\nAnd loud.\n\nWith a sigh.'])
    expect(adopted.passages).toHaveLength(2)
    expect(await undo(app, line())).toEqual({ state: 'done', skipped: [] })
    expect(await redo(app, line())).toEqual({ state: 'done', skipped: [] })
    expect(await all()).toEqual(adopted)
    await undo(app, line())
    await cancelRound(app, { ...round, actor: study.ann.actor })
    expect(await all()).toEqual(before)
  })

  test('gives a code to whoever gives it now, and undo to whoever gave it before', async () => {
    const before = await all()
    const round = await begin()
    await mark(ben, 'cost too much', 'Price')
    const [own] = await ownMarks(app.pg, {
      ...study.at,
      interviewId: talk.interviewId,
      userId: study.ann.userId,
    })
    if (!own) throw new Error('nothing was copied')
    await finish(round)
    await app.pg.deleteFrom('round_marks').where('highlight_id', '=', own.highlightId).execute()
    await app.pg
      .updateTable('round_marks')
      .set({ kept: true })
      .where('workspace_id', '=', round.workspaceId)
      .execute()
    await adoptRound(app, { ...round, actor: study.ann.actor })
    expect(await all()).toEqual({ ...before, codes: [[study.idOf('Price'), ben.userId]] })
    expect(await undo(app, line())).toEqual({ state: 'done', skipped: [] })
    await cancelRound(app, { ...round, actor: study.ann.actor })
    expect(await all()).toEqual(before)
  })
})
