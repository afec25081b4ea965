import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/app.ts'
import { joinWorkspace, openWorkspace, type TestMember } from '../../../test/members.ts'
import { bringTalk, openStudy, passageOf, sayOfStudy } from '../../../test/spoken-study.ts'
import { correctUtterance, readInterview, type InterviewText } from '../../conversations/index.ts'
import { UserId } from '../../workspace/index.ts'
import { createCode, listCodes, removeCode } from '../codes.ts'
import { mergeCodes } from '../merge-codes.ts'
import { nextChange } from '../coding-changes.ts'
import { listHighlights, markPassages, removeHighlight, unmark } from '../highlights.ts'
import { redo, undo } from '../history.ts'
import { writeNote } from '../notes.ts'
import { codingRoom } from '../room.ts'
import { joinUtterances, splitUtterance } from '../turn-edits.ts'
import { adoptRound } from './adopt.ts'
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
import { settle } from './settle.ts'

const talk = `Interviewer: When did you last switch bank?
Mette: In spring. The app was slow and nobody answered.
Bo: I have never switched. It is too much trouble 😀 for me.
Mette: So I went to another one.`

let app: TestApp
let ann: TestMember
let ben: TestMember
let eva: TestMember
let studyId: string
let interview: InterviewText
let slow: string
let effort: string

beforeAll(async () => {
  app = await openTestApp()
  codingRoom.wire?.(app)
})

beforeEach(async () => {
  ann = await openWorkspace(app)
  ben = await joinWorkspace(app, { workspaceId: ann.workspaceId, role: 'researcher' })
  eva = await joinWorkspace(app, { workspaceId: ann.workspaceId, role: 'researcher' })
  studyId = (await openStudy(app, ann)).studyId
  interview = await bringTalk(app, ann, { studyId, talk })
  slow = await code('Slow')
  effort = await code('Effort')
})

const here = () => ({ workspaceId: ann.workspaceId })
const line = ({ actor }: TestMember) => ({ ...here(), studyId, actor })

async function code(name: string): Promise<string> {
  const made = await createCode(app, {
    ...here(),
    actor: ann.actor,
    studyId: null,
    code: { name, description: '', colour: 'teal' },
  })
  return made.codeId
}

async function begin(coders = [ann, ben]): Promise<{ workspaceId: string; roundId: string }> {
  const { interviewId } = interview
  const { roundId } = await beginRound(app, {
    ...line(ann),
    round: {
      name: 'Round one',
      conversations: { interviewIds: [interviewId] },
      coderIds: coders.map(({ userId }) => UserId.parse(userId)),
      codeIds: [],
    },
  })
  return { ...here(), roundId }
}

async function mark(by: TestMember, words: string, codeId = slow): Promise<string> {
  const { interviewId } = interview
  const made = await markPassages(app, {
    ...here(),
    actor: by.actor,
    interviewId,
    passages: [passageOf(interview, words)],
    codeIds: [codeId],
  })
  return made.highlightIds[0] ?? ''
}

const seenBy = async (who: TestMember) =>
  wordsOf(await ownMarks(app.pg, { ...here(), ...interview, userId: who.userId }))
const shared = async () => wordsOf(await listHighlights(app.pg, { ...here(), ...interview }))

function wordsOf(highlights: Awaited<ReturnType<typeof listHighlights>>): string[] {
  return highlights.map(({ utteranceId, start, end, codeIds }) => {
    const said = interview.utterances.find((one) => one.utteranceId === utteranceId)?.text ?? ''
    const names = codeIds.map((id) => (id === slow ? 'Slow' : id === effort ? 'Effort' : '?'))
    return `${[...said].slice(start, end).join('')} = ${names.toSorted().join(' + ')}`
  })
}

const counted = async () => {
  const codes = await listCodes(app.pg, here())
  return codes.map(({ name, passages }) => `${name} ${passages}`)
}

/** Keeps of every open disagreement the marks of one coder, of all or of none. */
async function keepAll(of: { workspaceId: string; roundId: string }, whose: TestMember | 'all' | 'none') {
  const open = (await disagreementsOf(app.pg, of)).filter(({ settled }) => settled === null)
  await settle(app, {
    ...of,
    actor: eva.actor,
    note: 'As the definition says.',
    settlements: open.map(({ codeId, marks }) => ({
      codeId,
      highlightIds: marks.map(({ highlightId }) => highlightId),
      keep: marks
        .filter(({ userId }) => whose === 'all' || (whose !== 'none' && userId === whose.userId))
        .map(({ highlightId }) => highlightId),
      before: null,
    })),
  })
}

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
    interview = await bringTalk(app, ann, { studyId, talk: talk.replace('spring', 'autumn') })
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

describe('compared', () => {
  async function coded() {
    const round = await begin()
    await mark(ann, 'slow')
    await mark(ben, 'slow')
    await mark(ann, 'another one')
    await mark(ben, 'went to another one')
    await mark(ben, 'trouble', effort)
    for (const { actor } of [ann, ben]) await finishCoding(app, { ...round, actor })
    return round
  }

  test('agreement is told by code with its units, over the turns of participants', async () => {
    const round = await coded()
    const told = await agreementOf(app, { ...round, unit: 'turn', uncoded: 'counted' })
    expect(told.turns).toBe(3)
    const of = (name: string) => told.codes.find((one) => one.name === name)
    expect(of('Slow')).toMatchObject({ units: 3, given: [2, 2], alpha: 1, kappa: 1, share: 1 })
    expect(of('Effort')).toMatchObject({ units: 3, given: [0, 1], kappa: 0 })
    expect(of('Effort')?.share).toBeCloseTo(2 / 3, 10)
    expect(told.overall.units).toBe(6)
    const characters = await agreementOf(app, { ...round, unit: 'character', uncoded: 'left out' })
    expect(characters.codes.find((one) => one.name === 'Slow')?.given).toEqual([15, 23])
  })

  test('disagreements stand side by side with their words, in the order of the text', async () => {
    const round = await coded()
    const found = await disagreementsOf(app.pg, round)
    expect(
      found.map(({ code: name, kind, marks }) => [name, kind, ...marks.map(({ words }) => words)]),
    ).toEqual([
      ['Effort', 'not everybody', 'trouble'],
      ['Slow', 'other words', 'another one', 'went to another one'],
    ])
  })

  test('settled ones become the study’s coding with who gave them, and all of it is taken back and done again', async () => {
    const round = await coded()
    await expect(adoptRound(app, { ...round, actor: ann.actor })).rejects.toMatchObject({
      id: 'round-unsettled',
      status: 409,
    })
    await keepAll(round, ben)
    expect((await disagreementsOf(app.pg, round)).map(({ settled }) => [settled?.by, settled?.note])).toEqual(
      [
        [eva.name, 'As the definition says.'],
        [eva.name, 'As the definition says.'],
      ],
    )
    await adoptRound(app, { ...round, actor: ann.actor })
    const settled = ['slow = Slow', 'trouble = Effort', 'went to another one = Slow']
    expect((await shared()).toSorted()).toEqual(settled)
    expect(await counted()).toEqual(['Effort 1', 'Slow 2'])
    const { rows } = await sql<{ created_by: string }>`
      select hc.created_by from highlight_codes hc where hc.workspace_id = ${ann.workspaceId} and hc.code_id = ${effort}`.execute(
      app.pg,
    )
    expect(rows.map(({ created_by }) => created_by)).toEqual([ben.userId])
    expect(await undo(app, line(ann))).toEqual({ state: 'done', skipped: [] })
    expect((await findRound(app.pg, round)).state).toBe('comparing')
    expect(await shared()).toEqual([])
    expect(await redo(app, line(ann))).toEqual({ state: 'done', skipped: [] })
    expect((await shared()).toSorted()).toEqual(settled)
  })

  test('a decision is taken back by who made it, and two who decide at once are told', async () => {
    const round = await coded()
    const [first] = await disagreementsOf(app.pg, round)
    if (!first) throw new Error('no disagreement')
    const settlement = {
      codeId: first.codeId,
      highlightIds: first.marks.map(({ highlightId }) => highlightId),
      keep: [],
      before: null,
    }
    await settle(app, { ...round, actor: ann.actor, settlements: [settlement], note: '' })
    await expect(
      settle(app, { ...round, actor: ben.actor, settlements: [settlement], note: '' }),
    ).rejects.toMatchObject({ id: 'round-changed', status: 409 })
    expect(await undo(app, line(ann))).toEqual({ state: 'done', skipped: [] })
    expect((await disagreementsOf(app.pg, round))[0]?.settled).toBeNull()
    expect(await redo(app, line(ann))).toEqual({ state: 'done', skipped: [] })
    expect((await disagreementsOf(app.pg, round))[0]?.settled?.by).toBe(ann.name)
  })

  test('takes the place of what its coders had given before, and leaves what others gave', async () => {
    await mark(ann, 'nobody')
    await mark(eva, 'spring', effort)
    const round = await begin()
    for (const { actor } of [ann, ben]) await finishCoding(app, { ...round, actor })
    await keepAll(round, 'none')
    await adoptRound(app, { ...round, actor: ann.actor })
    expect(await shared()).toEqual(['spring = Effort'])
    await undo(app, line(ann))
    await cancelRound(app, { ...round, actor: ann.actor })
    expect(await shared()).toEqual(['spring = Effort', 'nobody = Slow'])
  })

  test('a coder whom the end surprised is not taken to have said no where they had not begun', async () => {
    const other = await bringTalk(app, ann, { studyId, talk: talk.replaceAll('slow', 'slower') })
    const { roundId } = await beginRound(app, {
      ...line(ann),
      round: {
        name: 'Both',
        conversations: { draw: 2, seed: 3 },
        coderIds: [ann, ben].map(({ userId }) => UserId.parse(userId)),
        codeIds: [],
      },
    })
    const round = { ...here(), roundId }
    await mark(ann, 'slow')
    await mark(ben, 'slow')
    interview = other
    await mark(ann, 'slower')
    await finishCoding(app, { ...round, actor: ann.actor })
    await endCoding(app, { ...round, actor: ann.actor })
    expect(await disagreementsOf(app.pg, round)).toEqual([])
    expect((await agreementOf(app, { ...round, unit: 'turn', uncoded: 'counted' })).overall.units).toBe(6)
  })
})
