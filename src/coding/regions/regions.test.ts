import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/app.ts'
import { bringDocument, joinStudy, sampleFile } from '../../../test/documents.ts'
import { joinWorkspace, openWorkspace, type TestMember } from '../../../test/members.ts'
import { bringTalk, openStudy } from '../../../test/spoken-study.ts'
import { recordAgreements } from '../../conversations/index.ts'
import { InterviewId, UserId } from '../../workspace/index.ts'
import { createCode, listCodes, removeCode } from '../codes.ts'
import { mergeCodes } from '../merge-codes.ts'
import { redo, undo } from '../history.ts'
import { codingRoom } from '../room.ts'
import { beginRound, cancelRound } from '../rounds/rounds.ts'
import { listRegions, markRegion, regionsOfCode, unmarkRegion } from './regions.ts'

let app: TestApp
let ann: TestMember
let studyId: string
let mette: string
let documentId: string

beforeAll(async () => {
  app = await openTestApp()
  codingRoom.wire?.(app)
})

beforeEach(async () => {
  ann = await openWorkspace(app)
  studyId = (await openStudy(app, ann, { basis: 'consent' })).studyId
  const agreed = ['recording', 'conversation_analysis', 'quoting'] as const
  mette = await joinStudy(app, ann, { studyId, agreed })
  const asked = { studyId, name: 'shelf.jpg', bytes: sampleFile('shelf.jpg'), participantId: mette }
  documentId = (await bringDocument(app, ann, asked)).documentId
})

const place = { page: 1, left: 0.1, top: 0.25, width: 0.5, height: 0.5 }
const lineOf = ({ actor }: TestMember) => ({ workspaceId: ann.workspaceId, studyId, actor })

async function mark(name: string, given: Partial<Parameters<typeof markRegion>[1]> = {}) {
  const { workspaceId, actor } = ann
  const newCode = { name, description: '', colour: 'teal' as const }
  const made = await markRegion(app, {
    workspaceId,
    actor,
    documentId,
    place,
    codeIds: [],
    newCode,
    ...given,
  })
  return { regionId: made.regionId, codeId: made.codeIds[0] ?? '' }
}

async function marked(): Promise<string[]> {
  const { workspaceId } = ann
  const { regions } = await listRegions(app.pg, { workspaceId, documentId })
  const codes = await listCodes(app.pg, { workspaceId })
  const nameOf = (id: string) => codes.find(({ codeId }) => codeId === id)?.name ?? '?'
  return regions.map(
    ({ page, left, codeIds }) => `${page} ${left} ${codeIds.map(nameOf).toSorted().join(' + ')}`,
  )
}

const ofCode = (codeId: string) => regionsOfCode(app.pg, { workspaceId: ann.workspaceId, codeId })
const takeBack = (agreement: 'recording' | 'conversation_analysis' | 'quoting') =>
  recordAgreements(app, {
    workspaceId: ann.workspaceId,
    participantId: mette,
    agreements: [{ agreement, given: false, channel: 'by hand' }],
    actor: ann.actor,
  })

describe('a place on a photo', () => {
  test('gathers codes, is listed under each, and loses them', async () => {
    const { regionId, codeId } = await mark('Order')
    await mark('Colour')
    expect(await marked()).toEqual(['1 0.1 Colour + Order'])
    expect((await ofCode(codeId)).regions).toMatchObject([
      { regionId, name: 'shelf.jpg', kind: 'photo', ...place },
    ])
    const { workspaceId, actor } = ann
    await unmarkRegion(app, { workspaceId, actor, regionId, codeId })
    expect(await marked()).toEqual(['1 0.1 Colour'])
    await unmarkRegion(app, { workspaceId, actor, regionId })
    expect(await marked()).toEqual([])
  })

  test('is undone and done again, step by step', async () => {
    const { regionId } = await mark('Order')
    await mark('Colour')
    await unmarkRegion(app, { workspaceId: ann.workspaceId, actor: ann.actor, regionId })
    for (const expected of [['1 0.1 Colour + Order'], ['1 0.1 Order'], []]) {
      expect(await undo(app, lineOf(ann))).toEqual({ state: 'done', skipped: [] })
      expect(await marked()).toEqual(expected)
    }
    expect(await listCodes(app.pg, { workspaceId: ann.workspaceId })).toEqual([])
    for (const expected of [['1 0.1 Order'], ['1 0.1 Colour + Order'], []]) {
      await redo(app, lineOf(ann))
      expect(await marked()).toEqual(expected)
    }
  })

  test('undo leaves a code that a colleague has given to another place meanwhile', async () => {
    const ben = await joinWorkspace(app, { workspaceId: ann.workspaceId, role: 'researcher' })
    const { codeId } = await mark('Order')
    await mark('Order', { actor: ben.actor, place: { ...place, left: 0.3 } })
    expect(await undo(app, lineOf(ann))).toEqual({ state: 'done', skipped: ['in use'] })
    expect(await marked()).toEqual(['1 0.3 Order'])
    expect((await ofCode(codeId)).regions).toHaveLength(1)
  })

  test('follows its code when that is merged or removed, and back', async () => {
    const { workspaceId, actor } = ann
    const { codeId } = await mark('Order')
    const code = { name: 'Tidiness', description: '', colour: 'teal' as const }
    const { codeId: intoId } = await createCode(app, { workspaceId, actor, studyId: null, code })
    await mergeCodes(app, { workspaceId, actor, codeId, intoId })
    expect(await marked()).toEqual(['1 0.1 Tidiness'])
    await undo(app, { ...lineOf(ann), studyId: null })
    expect(await marked()).toEqual(['1 0.1 Order'])
    await removeCode(app, { workspaceId, actor, codeId })
    expect((await ofCode(codeId)).regions).toEqual([])
    await undo(app, { ...lineOf(ann), studyId: null })
    expect((await ofCode(codeId)).regions).toHaveLength(1)
  })

  test.each(['recording', 'conversation_analysis', 'quoting'] as const)(
    'is shown under its code no more when %s is taken back, and undo brings nothing back',
    async (agreement) => {
      const { regionId, codeId } = await mark('Order')
      await unmarkRegion(app, { workspaceId: ann.workspaceId, actor: ann.actor, regionId })
      await undo(app, lineOf(ann))
      await takeBack(agreement)
      expect(await ofCode(codeId)).toEqual({ regions: [], withheld: 1 })
      if (agreement === 'quoting') return expect(await marked()).toEqual(['1 0.1 Order'])
      await expect(marked()).rejects.toMatchObject({ status: 404 })
      expect((await redo(app, lineOf(ann))).skipped).toEqual(['withdrawn'])
      await expect(mark('Colour')).rejects.toMatchObject({ status: 404 })
    },
  )

  test('beyond the last page, or without a code, is refused', async () => {
    await expect(mark('Order', { place: { ...place, page: 2 } })).rejects.toMatchObject({
      id: 'no-such-page',
    })
    await expect(mark('Order', { newCode: undefined })).rejects.toMatchObject({ id: 'code-missing' })
  })

  test('is not coded, nor its coding undone, while a conversation of the same participant is double coded', async () => {
    const { workspaceId, actor } = ann
    const ben = await joinWorkspace(app, { workspaceId, role: 'researcher' })
    studyId = (await openStudy(app, ann)).studyId
    const { interviewId, speakers } = await bringTalk(app, ann, {
      studyId,
      talk: 'Interviewer: Why?\nMette: It is full of things.',
    })
    const speaks = speakers.find(({ participantId }) => participantId !== null)?.participantId ?? ''
    const diary = { studyId, name: 'diary.pdf', bytes: sampleFile('en-two-columns.pdf') }
    documentId = (await bringDocument(app, ann, { ...diary, participantId: speaks })).documentId
    const { regionId } = await mark('Order')
    const { roundId } = await beginRound(app, {
      ...lineOf(ann),
      round: {
        name: 'Round',
        conversations: { interviewIds: [InterviewId.parse(interviewId)] },
        coderIds: [ann, ben].map(({ userId }) => UserId.parse(userId)),
        codeIds: [],
      },
    })
    await expect(mark('Colour')).rejects.toMatchObject({ id: 'round-running' })
    await expect(unmarkRegion(app, { workspaceId, actor, regionId })).rejects.toMatchObject({
      id: 'round-running',
    })
    expect((await undo(app, lineOf(ann))).skipped).toContain('set aside')
    expect(await marked()).toEqual(['1 0.1 Order'])
    await cancelRound(app, { workspaceId, roundId, actor })
    await mark('Colour')
    expect(await marked()).toEqual(['1 0.1 Colour + Order'])
  })
})
