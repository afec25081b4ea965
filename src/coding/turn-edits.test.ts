import { describe, expect, test } from 'vitest'
import { openWorkspace } from '../../test/members.ts'
import { passageOf } from '../../test/spoken-study.ts'
import { correctUtterance, type InterviewText } from '../conversations/index.ts'
import { listHighlights, unmark } from './highlights.ts'
import { redo, undo } from './history.ts'
import { quotesOf } from './quotes.ts'
import { searchWords } from './search/search.ts'
import { joinUtterances } from './turn-edits.ts'
import {
  ann,
  app,
  ben,
  bringTalkToEdit,
  here,
  interview,
  joinTo,
  lineOf,
  mark,
  marked,
  now,
  speakerOf,
  split,
  turns,
} from './testing-turns.ts'

bringTalkToEdit()

describe('a turn is split', () => {
  test('before a word, said on by whoever is meant, its time where the letters lie', async () => {
    const bo = speakerOf('too much').speakerId
    await split('I have never', { meant: { speakerId: bo } })
    const { utterances, words } = await now()
    expect(utterances.map(({ text }) => text).slice(1, 3)).toEqual([
      'In spring. The app was slow and nobody answered. And you?',
      'I have never switched 😀 myself.',
    ])
    const [, first, second, third] = utterances
    expect(second?.speakerId).toBe(bo)
    expect([first?.startMs, third?.startMs]).toEqual([10_000, 30_000])
    // 57 of the 89 letters and spaces before the next turn's beginning, twenty seconds later.
    expect(second?.startMs).toBe(10_000 + Math.round(20_000 * (58 / 89)))
    expect(words).toBe(interview.words)
    const { speakers } = await now()
    expect(speakers.map((speaker) => speaker.words)).toEqual([6, 17, 11])
  })

  test('a passage over the cut becomes two with the same codes, and one again when it is undone, also after a reload', async () => {
    await mark('nobody answered. And you? I have')
    await mark('slow', 'App')
    await mark('switched', 'App')
    await split('I have never')
    expect(await marked()).toEqual(['slow', 'nobody answered. And you?', 'I have', 'switched'])
    expect(
      (await quotesOf(app, { workspaceId: ann.workspaceId })).quotes.map(({ text }) => text).toSorted(),
    ).toEqual(['I have', 'nobody answered. And you?', 'slow', 'switched'])
    await undo(app, lineOf(ann))
    expect(await turns()).toEqual(interview.utterances.map(({ text }) => text))
    expect(await marked()).toEqual(['slow', 'nobody answered. And you? I have', 'switched'])
    await redo(app, lineOf(ann))
    expect(await marked()).toEqual(['slow', 'nobody answered. And you?', 'I have', 'switched'])
    expect(await undo(app, lineOf(ann))).toMatchObject({ state: 'done', skipped: [] })
    expect(await marked()).toEqual(['slow', 'nobody answered. And you? I have', 'switched'])
  })

  test('parts that a colleague has coded apart stay two passages, on the same words', async () => {
    const { codeId } = await mark('nobody answered. And you? I have')
    await split('I have never')
    const [, rest] = await listHighlights(app.pg, {
      workspaceId: ann.workspaceId,
      interviewId: interview.interviewId,
    })
    await unmark(app, { ...here(), actor: ben.actor, highlightId: rest?.highlightId ?? '', codeId })
    await mark('I have', 'Self')
    await undo(app, lineOf(ann))
    expect(await marked()).toEqual(['nobody answered. And you?', 'I have'])
  })

  test('the search and the counted words follow at the next read', async () => {
    const { workspaceId } = ann
    await searchWords(app, { workspaceId, q: 'trouble', limit: 10, offset: 0 })
    await split('I have never')
    await split('The app')
    for (const word of ['trouble', 'spring', 'nobody', 'never', 'another']) {
      const { items } = await searchWords(app, { workspaceId, q: word, limit: 10, offset: 0 })
      expect(
        items.map(({ text }) => text.includes(word)),
        word,
      ).toEqual([true])
    }
  })

  test('a place without words on both sides, and a turn that was changed meanwhile, are refused and nothing happens', async () => {
    await expect(split('When did')).rejects.toMatchObject({ id: 'turn-not-split', status: 422 })
    await expect(split('I have never', { version: 7 })).rejects.toMatchObject({
      id: 'utterance-changed',
      status: 409,
    })
    await expect(split('I have never', { at: 9_999 })).rejects.toMatchObject({ id: 'turn-not-split' })
    const stranger = await openWorkspace(app)
    await expect(split('I have never', stranger)).rejects.toMatchObject({ status: 404 })
    expect(await turns()).toEqual(interview.utterances.map(({ text }) => text))
  })

  test('of two members who split the same turn at once, one is told and nothing is lost', async () => {
    const version = passageOf(interview, 'The app').version
    const both = await Promise.allSettled([split('The app', { version }), split('I have never', { version })])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect((await turns()).join(' ')).toBe(interview.utterances.map(({ text }) => text).join(' '))
  })
})

describe('turns are put together', () => {
  test('said by who said the first, with their passages; undone they are the two they were', async () => {
    await mark('trouble')
    await mark('another one')
    await joinTo('So I went')
    const after = await now()
    expect(after.utterances.at(-1)?.text).toBe('It is too much trouble. So I went to another one.')
    expect(speakerOf('So I went', after).speakerId).toBe(speakerOf('too much').speakerId)
    expect(await marked()).toEqual(['trouble', 'another one'])
    await undo(app, lineOf(ann))
    const { utterances } = await now()
    const plain = ({ utteranceId, speakerId, text, startMs }: InterviewText['utterances'][number]) => [
      utteranceId,
      speakerId,
      text,
      startMs,
    ]
    expect(utterances.map(plain)).toEqual(interview.utterances.map(plain))
    expect(await marked()).toEqual(['trouble', 'another one'])
  })

  test('are taken apart at the right word after the text was corrected', async () => {
    await joinTo('So I went')
    const { utteranceId, version } = passageOf(await now(), 'So I went')
    const text = 'Oh no, it is far too much trouble. So then I went to another one.'
    await correctUtterance(app, { ...here(), utteranceId, version, text })
    await undo(app, lineOf(ann))
    expect((await turns()).slice(-2)).toEqual([
      'Oh no, it is far too much trouble.',
      'So then I went to another one.',
    ])
  })

  test('only with the one right before it', async () => {
    const { utterances } = await now()
    const [first, , third] = utterances
    if (!first || !third) throw new Error('turns are missing')
    const { utteranceId, version } = third
    await expect(
      joinUtterances(app, { ...here(), utteranceId, version, before: first }),
    ).rejects.toMatchObject({
      id: 'turns-apart',
      status: 409,
    })
  })
})
