import { describe, expect, test } from 'vitest'
import { passageOf, sayOfStudy } from '../../test/spoken-study.ts'
import { removeSpeaker, renameSpeaker } from '../conversations/index.ts'
import { codingHoldings } from './holdings.ts'
import { redo, undo } from './history.ts'
import { quotesOf } from './quotes.ts'
import { assignUtterances } from './turn-edits.ts'
import {
  ann,
  app,
  assign,
  bringTalkToEdit,
  here,
  interview,
  lineOf,
  mark,
  now,
  speakerOf,
  studyId,
  turns,
} from './testing-turns.ts'

bringTalkToEdit()

describe('turns are given to another speaker', () => {
  test('one, or all of a speaker; each counts as that person’s at the next read, and undo gives them back', async () => {
    const { codeId } = await mark('trouble')
    const quotes = async () => {
      const { speakers, quotes: found } = await quotesOf(app, { workspaceId: ann.workspaceId, codeId })
      return [speakers, found.map(({ text }) => text)]
    }
    await mark('another one')
    expect(await quotes()).toEqual([2, ['trouble', 'another one']])
    expect(await assign('too much', 'So I went')).toMatchObject({ given: 1 })
    expect(await quotes()).toEqual([1, ['trouble', 'another one']])
    await undo(app, lineOf(ann))
    expect(await quotes()).toEqual([2, ['trouble', 'another one']])
    expect(await assign('So I went', 'too much')).toMatchObject({ given: 2 })
    expect((await now()).speakers.map(({ words }) => words)).toEqual([6, 0, 28])
  })

  test('who has not consented: the words are read nowhere from then on, and undo does not bring them back', async () => {
    const { workspaceId } = ann
    await mark('trouble')
    const { personNo } = speakerOf('So I went')
    await sayOfStudy(app, {
      workspaceId,
      studyId,
      personNo,
      purpose: 'conversation_analysis',
      state: 'withdrawn',
    })
    const bo = speakerOf('too much').speakerId
    await assignUtterances(app, {
      ...here(),
      interviewId: interview.interviewId,
      turns: { from: bo },
      meant: { speakerId: speakerOf('So I went').speakerId },
    })
    expect(await turns()).toEqual([])
    expect((await quotesOf(app, { workspaceId })).quotes).toEqual([])
    expect(await undo(app, lineOf(ann))).toMatchObject({ skipped: ['withdrawn'] })
    expect(await turns()).toEqual([])
    await sayOfStudy(app, {
      workspaceId,
      studyId,
      personNo,
      purpose: 'conversation_analysis',
      state: 'given',
    })
    expect(await redo(app, lineOf(ann))).toMatchObject({ state: 'done' })
    expect(await undo(app, lineOf(ann))).toMatchObject({ skipped: [] })
    expect(speakerOf('trouble', await now()).speakerId).toBe(bo)
  })

  test('somebody who asks, by name; renamed; taken out once nothing is theirs', async () => {
    const { workspaceId, actor } = ann
    const { interviewId } = interview
    const { speakerId } = await assignUtterances(app, {
      ...here(),
      interviewId,
      turns: { from: speakerOf('too much').speakerId },
      meant: { role: 'other', name: 'Note-taker' },
    })
    expect(speakerOf('too much', await now())).toMatchObject({
      speakerId,
      role: 'other',
      label: 'Note-taker',
    })
    await renameSpeaker(app, { workspaceId, actor, speakerId, name: 'Kim', before: 'Note-taker' })
    await expect(
      renameSpeaker(app, { workspaceId, actor, speakerId, name: 'Lou', before: 'Note-taker' }),
    ).rejects.toMatchObject({ id: 'speaker-changed', status: 409 })
    expect(speakerOf('too much', await now())).toMatchObject({ label: 'Kim' })
    await expect(removeSpeaker(app, { workspaceId, actor, speakerId })).rejects.toMatchObject({
      id: 'speaker-speaks',
    })
    await undo(app, lineOf(ann))
    await removeSpeaker(app, { workspaceId, actor, speakerId })
    expect((await now()).speakers.map(({ label }) => label)).not.toContain('Kim')
    expect(await redo(app, lineOf(ann))).toMatchObject({ skipped: ['gone'] })
    const mette = speakerOf('So I went').speakerId
    await expect(
      renameSpeaker(app, { workspaceId, actor, speakerId: mette, name: 'Mette Madsen', before: null }),
    ).rejects.toMatchObject({ id: 'speaker-by-pseudonym' })
  })

  test('a participant new to the conversation gets what is theirs, and it goes with them when they are erased', async () => {
    const { workspaceId } = ann
    await mark('trouble')
    const { speakerId } = await assignUtterances(app, {
      ...here(),
      interviewId: interview.interviewId,
      turns: { from: speakerOf('too much').speakerId },
      meant: { somebodyNew: 'participant' },
    })
    const { personNo } = speakerOf('trouble', await now())
    expect((await now()).speakers.map((one) => one.speakerId)).toContain(speakerId)
    if (personNo === null) throw new Error('nobody is behind the speaker')
    expect(await codingHoldings.countPerson(app, { workspaceId, personNo, personId: '' })).toBe(1)
  })

  test('two who give the same turn to different speakers at once: the second is told', async () => {
    const { utteranceId } = passageOf(interview, 'too much')
    await assign('too much', 'So I went', { utteranceIds: [utteranceId] })
    await expect(assign('too much', 'When did', { utteranceIds: [utteranceId] })).rejects.toMatchObject({
      id: 'utterance-changed',
      status: 409,
    })
  })
})
