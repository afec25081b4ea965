import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { joinWorkspace } from '../../../test/members.ts'
import { bringTalk, passageOf, sayOfStudy } from '../../../test/spoken-study.ts'
import { correctUtterance, readInterview } from '../../conversations/index.ts'
import { UserId } from '../../workspace/index.ts'
import { removeCode } from '../codes.ts'
import { mergeCodes } from '../merge-codes.ts'
import { nextChange } from '../coding-changes.ts'
import { removeHighlight, unmark } from '../highlights.ts'
import { redo, undo } from '../history.ts'
import { writeNote } from '../notes.ts'
import { joinUtterances, splitUtterance } from '../turn-edits.ts'
import { ownMarks } from './blind-marks.ts'
import { agreementOf, disagreementsOf } from './compared-round.ts'
import {
  beginRound,
  cancelRound,
  drawn,
  endCoding,
  findRound,
  finishCoding,
  listRounds,
  resumeCoding,
} from './rounds.ts'
import {
  ann,
  app,
  begin,
  code,
  ben,
  bringTalkToCode,
  codeInstead,
  counted,
  effort,
  eva,
  here,
  interview,
  line,
  mark,
  seenBy,
  shared,
  slow,
  studyId,
  talk,
} from './testing-rounds.ts'

bringTalkToCode()

describe('while it is coded', () => {
  test('each coder sees only what they marked themselves, and nobody else sees or counts anything', async () => {
    await begin()
    await mark(ann, 'slow')
    await mark(ben, 'slow and nobody answered')
    expect(await seenBy(ann)).toEqual(['slow = Slow'])
    expect(await seenBy(ben)).toEqual(['slow and nobody answered = Slow'])
    expect(await seenBy(eva)).toEqual([])
    expect(await shared()).toEqual([])
    expect(await counted()).toEqual(['Effort 0', 'Slow 0'])
  })

  test('what was marked before lies aside, a coder finds their own of it, and calling off brings it back', async () => {
    await mark(ann, 'slow')
    await mark(eva, 'trouble', effort)
    const round = await begin()
    expect(await shared()).toEqual([])
    expect(await counted()).toEqual(['Effort 0', 'Slow 0'])
    expect(await seenBy(ann)).toEqual(['slow = Slow'])
    expect(await seenBy(ben)).toEqual([])
    await mark(ben, 'another one')
    await cancelRound(app, { ...round, actor: ann.actor })
    expect(await shared()).toEqual(['slow = Slow', 'trouble = Effort'])
    expect(await seenBy(ben)).toEqual([])
    expect((await findRound(app.pg, round)).state).toBe('cancelled')
  })

  test('marks move with corrections and fall out when somebody withdraws', async () => {
    const round = await begin()
    await mark(ann, 'nobody')
    await mark(ann, 'trouble')
    const { utteranceId, version } = passageOf(interview, 'slow')
    const text = 'In spring. The old app was slow and nobody answered.'
    await correctUtterance(app, { ...here(), utteranceId, text, version, actor: eva.actor })
    const [moved] = await ownMarks(app.pg, { ...here(), ...interview, userId: ann.userId })
    expect([...text].slice(moved?.start, moved?.end).join('')).toBe('nobody')
    const bo = interview.utterances.find((one) => one.text.includes('trouble'))
    const personNo = interview.speakers.find(({ speakerId }) => speakerId === bo?.speakerId)?.personNo
    await sayOfStudy(app, {
      ...here(),
      studyId,
      personNo,
      purpose: 'conversation_analysis',
      state: 'withdrawn',
    })
    expect(await ownMarks(app.pg, { ...here(), ...interview, userId: ann.userId })).toHaveLength(1)
    for (const { actor } of [ann, ben]) await finishCoding(app, { ...round, actor })
    expect((await disagreementsOf(app.pg, round)).map(({ text: said }) => said)).toEqual([text])
  })

  test('marks keep to their words when a turn is split and merged again', async () => {
    await begin()
    await mark(ann, 'slow and nobody')
    const { utteranceId, version } = passageOf(interview, 'slow and nobody')
    const at = [...'In spring. The app was slow '].length
    const { actor } = eva
    const second = await splitUtterance(app, { ...here(), actor, utteranceId, at, version, meant: undefined })
    const wordsNow = async () => {
      const now = await readInterview(app.pg, { ...here(), ...interview })
      return (await ownMarks(app.pg, { ...here(), ...interview, userId: ann.userId })).map((own) => {
        const said = now?.utterances.find((one) => one.utteranceId === own.utteranceId)?.text ?? ''
        return [...said].slice(own.start, own.end).join('')
      })
    }
    expect(await wordsNow()).toEqual(['slow', 'and nobody'])
    expect(await shared()).toEqual([])
    const now = await readInterview(app.pg, { ...here(), ...interview })
    const versionOf = (id: string) => now?.utterances.find((one) => one.utteranceId === id)?.version ?? 0
    await joinUtterances(app, {
      ...here(),
      actor,
      utteranceId: second.utteranceId,
      version: versionOf(second.utteranceId),
      before: { utteranceId, version: versionOf(utteranceId) },
    })
    expect(await wordsNow()).toEqual(['slow and nobody'])
    expect(await shared()).toEqual([])
  })

  test('taking off, taking back and doing again concern one’s own marks only, and tell nobody', async () => {
    await begin()
    const other = await mark(ben, 'slow')
    const own = await mark(ann, 'slow')
    const before = await nextChange(app, {
      ...here(),
      since: undefined,
      signal: new AbortController().signal,
    })
    await unmark(app, { ...here(), actor: ann.actor, highlightId: own, codeId: slow })
    expect(await seenBy(ann)).toEqual([])
    expect(await undo(app, line(ann))).toEqual({ state: 'done', skipped: [] })
    expect(await seenBy(ann)).toEqual(['slow = Slow'])
    expect(await redo(app, line(ann))).toEqual({ state: 'done', skipped: [] })
    expect(await seenBy(ann)).toEqual([])
    expect(await seenBy(ben)).toEqual(['slow = Slow'])
    await expect(
      removeHighlight(app, { ...here(), actor: ann.actor, highlightId: other }),
    ).rejects.toMatchObject({ status: 404 })
    await expect(
      writeNote(app, { ...here(), actor: ann.actor, highlightId: other, note: 'Mine', before: '' }),
    ).rejects.toMatchObject({ status: 404 })
    const after = await nextChange(app, { ...here(), since: undefined, signal: new AbortController().signal })
    expect(after).toEqual(before)
  })

  test('nothing done before can be taken back into it, and nothing in it after it has ended', async () => {
    await mark(ann, 'trouble', effort)
    await mark(eva, 'slow')
    const round = await begin()
    expect((await undo(app, line(eva))).skipped).toEqual(['set aside'])
    expect((await redo(app, line(eva))).skipped).toEqual(['set aside'])
    await mark(ben, 'slow')
    await endCoding(app, { ...round, actor: ann.actor })
    expect((await undo(app, line(ben))).skipped).toEqual(['set aside'])
    await cancelRound(app, { ...round, actor: ann.actor })
    expect(await shared()).toEqual(['slow = Slow', 'trouble = Effort'])
  })

  test('others and those who have finished cannot mark, new codes are refused, and its codes stay', async () => {
    const round = await begin()
    const refused = { id: 'round-running', status: 409 }
    await expect(mark(eva, 'slow')).rejects.toMatchObject(refused)
    await finishCoding(app, { ...round, actor: ben.actor })
    await expect(mark(ben, 'slow')).rejects.toMatchObject(refused)
    await resumeCoding(app, { ...round, actor: ben.actor })
    await mark(ben, 'slow')
    const later = await code('Later')
    await expect(mark(ann, 'slow', later)).rejects.toMatchObject({ id: 'round-codes-fixed', status: 422 })
    const inRound = { id: 'code-in-round', status: 409 }
    await expect(removeCode(app, { ...here(), actor: ann.actor, codeId: slow })).rejects.toMatchObject(
      inRound,
    )
    await expect(
      mergeCodes(app, { ...here(), actor: ann.actor, codeId: slow, intoId: effort }),
    ).rejects.toMatchObject(inRound)
  })
})

describe('a round', () => {
  test('needs two who may code, codes, conversations that are in no other, and has words for each', async () => {
    const viewer = await joinWorkspace(app, { workspaceId: ann.workspaceId, role: 'viewer' })
    await expect(begin([ann, ann])).rejects.toMatchObject({ id: 'round-coders', status: 422 })
    await expect(begin([ann, viewer])).rejects.toMatchObject({ id: 'round-coders', status: 422 })
    await begin()
    await expect(begin()).rejects.toMatchObject({ id: 'round-running', status: 409 })
    const drawing = beginRound(app, {
      ...line(ann),
      round: {
        name: 'Another',
        conversations: { draw: 3 },
        coderIds: [ann, ben].map(({ userId }) => UserId.parse(userId)),
        codeIds: [],
      },
    })
    await expect(drawing).rejects.toMatchObject({ id: 'round-conversations', status: 422 })
    await sql`update codes set removed_at = now() where workspace_id = ${ann.workspaceId}`.execute(app.pg)
    codeInstead(await bringTalk(app, ann, { studyId, talk: talk.replace('spring', 'autumn') }))
    await expect(begin()).rejects.toMatchObject({ id: 'round-codes', status: 422 })
    expect((await listRounds(app.pg, { ...here(), studyId })).map(({ state }) => state)).toEqual(['open'])
  })

  test('draws the same conversations for the same seed, and each as often as the others', () => {
    const ids = ['a', 'b', 'c', 'd', 'e']
    expect(drawn(ids, { n: 2, seed: 7 })).toEqual(drawn(ids, { n: 2, seed: 7 }))
    expect(drawn(ids, { n: 9, seed: 7 })).toEqual(ids)
    const counts = new Map<string, number>()
    for (let seed = 0; seed < 2000; seed++)
      for (const id of drawn(ids, { n: 2, seed: seed * 7919 })) counts.set(id, (counts.get(id) ?? 0) + 1)
    // 800 expected, standard deviation 22.
    for (const id of ids) expect(Math.abs((counts.get(id) ?? 0) - 800)).toBeLessThan(110)
  })

  test('is compared when the last coder has finished, never before', async () => {
    const round = await begin()
    await mark(ann, 'slow')
    await finishCoding(app, { ...round, actor: ann.actor })
    await expect(disagreementsOf(app.pg, round)).rejects.toMatchObject({ id: 'round-over', status: 409 })
    await expect(agreementOf(app, { ...round, unit: 'turn', uncoded: 'counted' })).rejects.toMatchObject({
      id: 'round-over',
    })
    await finishCoding(app, { ...round, actor: ben.actor })
    expect((await findRound(app.pg, round)).state).toBe('comparing')
    await expect(resumeCoding(app, { ...round, actor: ann.actor })).rejects.toMatchObject({
      id: 'round-over',
    })
  })
})
