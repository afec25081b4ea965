import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/app.ts'
import { askRoutes, openWorkspace, type TestMember } from '../../../test/members.ts'
import { agreeToSound, bringRecording, sayOfRecording } from '../../../test/recordings.ts'
import { wavOf } from '../../../test/sound.ts'
import { bringTalk, openStudy, passageOf, sayOfStudy } from '../../../test/spoken-study.ts'
import type { InterviewText } from '../../conversations/index.ts'
import { deleteRecording } from '../../conversations/recordings/delete-recordings.ts'
import { rooms, wireRooms } from '../../server.ts'
import { createCode, listCodes, removeCode } from '../codes.ts'
import { mergeCodes } from '../merge-codes.ts'
import { markPassages } from '../highlights.ts'
import { redo, undo } from '../history.ts'
import { listStretches, markStretch, stretchesOfCode, unmarkStretch } from './stretches.ts'

let app: TestApp
let ask: ReturnType<typeof askRoutes>
let ann: TestMember
let studyId: string
let interview: InterviewText
let recordingId: string
let mette: string

beforeAll(async () => {
  app = await openTestApp()
  wireRooms(app)
  await app.jobs.start()
  ask = askRoutes(
    app,
    rooms.flatMap((room) => room.routes),
  )
})
beforeEach(async () => {
  ann = await openWorkspace(app)
  studyId = (await openStudy(app, ann)).studyId
  const talk = `Interviewer 0:00\nWhy did you leave?\n\nMette 0:04\nI left because of the fee.`
  interview = await bringTalk(app, ann, {
    studyId,
    talk: `[00:00:00] Interviewer: Why did you leave?\n[00:00:04] Mette: I left because of the fee.\n[00:00:10] Interviewer: ${talk.length} thanks.`,
  })
  mette = interview.speakers.find(({ participantId }) => participantId !== null)?.participantId ?? ''
  await agreeToSound(app, ann, interview)
  recordingId = await bringRecording(app, ann, {
    studyId,
    bytes: wavOf(20),
    interviewId: interview.interviewId,
  })
})

const moments = { startMs: 4000, endMs: 9000 }
const lineOf = () => ({ workspaceId: ann.workspaceId, studyId, actor: ann.actor })
async function mark(name: string, given: Partial<Parameters<typeof markStretch>[1]> = {}) {
  const { workspaceId, actor } = ann
  const newCode = { name, description: '', colour: 'teal' as const }
  const made = await markStretch(app, {
    workspaceId,
    actor,
    recordingId,
    moments,
    codeIds: [],
    newCode,
    ...given,
  })
  return { stretchId: made.stretchId, codeId: made.codeIds[0] ?? '' }
}
async function marked(): Promise<string[]> {
  const { stretches } = await listStretches(app.pg, { workspaceId: ann.workspaceId, recordingId })
  const codes = await listCodes(app.pg, { workspaceId: ann.workspaceId })
  const nameOf = (id: string) => codes.find(({ codeId }) => codeId === id)?.name ?? '?'
  return stretches.map(
    ({ startMs, endMs, codeIds }) => `${startMs}-${endMs} ${codeIds.map(nameOf).toSorted().join(' + ')}`,
  )
}
const ofCode = (codeId: string) => stretchesOfCode(app.pg, { workspaceId: ann.workspaceId, codeId })

describe('a stretch of sound', () => {
  test('gathers codes, is listed under each, and loses them', async () => {
    const { stretchId, codeId } = await mark('Fee')
    await mark('Anger')
    expect(await marked()).toEqual(['4000-9000 Anger + Fee'])
    expect((await ofCode(codeId)).stretches).toMatchObject([{ stretchId, recordingId, ...moments }])
    const { workspaceId, actor } = ann
    await unmarkStretch(app, { workspaceId, actor, stretchId, codeId })
    expect(await marked()).toEqual(['4000-9000 Anger'])
    await unmarkStretch(app, { workspaceId, actor, stretchId })
    expect(await marked()).toEqual([])
  })

  test('is undone and done again', async () => {
    await mark('Fee')
    expect(await undo(app, lineOf())).toEqual({ state: 'done', skipped: [] })
    expect(await marked()).toEqual([])
    await redo(app, lineOf())
    expect(await marked()).toEqual(['4000-9000 Fee'])
  })

  test('follows its code when that is merged or removed, and back', async () => {
    const { workspaceId, actor } = ann
    const { codeId } = await mark('Fee')
    const code = { name: 'Price', description: '', colour: 'teal' as const }
    const { codeId: intoId } = await createCode(app, { workspaceId, actor, studyId: null, code })
    await mergeCodes(app, { workspaceId, actor, codeId, intoId })
    expect(await marked()).toEqual(['4000-9000 Price'])
    await undo(app, { ...lineOf(), studyId: null })
    expect(await marked()).toEqual(['4000-9000 Fee'])
    await removeCode(app, { workspaceId, actor, codeId })
    expect((await ofCode(codeId)).stretches).toEqual([])
    await undo(app, { ...lineOf(), studyId: null })
    expect((await ofCode(codeId)).stretches).toHaveLength(1)
  })

  test('beyond the end, or without a code, is refused', async () => {
    await sql`update recordings set duration_ms = 20000 where id = ${recordingId}`.execute(app.pg)
    await expect(mark('Fee', { moments: { startMs: 30_000, endMs: 31_000 } })).rejects.toMatchObject({
      id: 'beyond-the-end',
    })
    await expect(mark('Fee', { newCode: undefined })).rejects.toMatchObject({ id: 'code-missing' })
  })

  test('is shown under its code no more once quoting is taken back, and is still heard where it is worked with', async () => {
    const { codeId } = await mark('Fee')
    const personNo = interview.speakers.find(({ participantId }) => participantId === mette)?.personNo
    await sayOfStudy(app, {
      workspaceId: ann.workspaceId,
      studyId,
      personNo,
      purpose: 'quoting',
      state: 'withdrawn',
    })
    expect(await ofCode(codeId)).toEqual({ stretches: [], withheld: 1 })
    expect(await marked()).toEqual(['4000-9000 Fee'])
  })

  test('over words that are to be quoted no more is withheld', async () => {
    const { codeId } = await mark('Fee')
    const aside = await mark('Hello', { moments: { startMs: 500, endMs: 3000 } })
    const { workspaceId, actor } = ann
    const { highlightIds } = await markPassages(app, {
      workspaceId,
      actor,
      interviewId: interview.interviewId,
      passages: [passageOf(interview, 'the fee')],
      codeIds: [codeId],
    })
    await sql`update highlights set refused_at = now() where id = any(${highlightIds}::uuid[])`.execute(
      app.pg,
    )
    expect((await ofCode(codeId)).withheld).toBe(1)
    expect((await ofCode(aside.codeId)).stretches).toHaveLength(1)
  })

  test('is gone with its recording, and undo brings nothing back', async () => {
    const { stretchId, codeId } = await mark('Fee')
    await unmarkStretch(app, { workspaceId: ann.workspaceId, actor: ann.actor, stretchId })
    await sayOfRecording(app, ann, { participantId: mette, given: false })
    expect((await undo(app, lineOf())).skipped).toEqual(['withdrawn'])
    await app.outbox.drain()
    expect(await ofCode(codeId)).toEqual({ stretches: [], withheld: 0 })
    expect((await redo(app, lineOf())).state).toBe('done')
    await expect(marked()).rejects.toMatchObject({ status: 404 })
  })
})

describe('a quote', () => {
  const sound = (highlightId: string) =>
    ask('GET', `/api/w/${ann.workspaceId}/highlights/${highlightId}/sound`, { headers: ann.headers })

  test('leads to where it is heard, and no longer once the recording is gone', async () => {
    const { workspaceId, actor } = ann
    const { codeId } = await mark('Fee')
    const { highlightIds } = await markPassages(app, {
      workspaceId,
      actor,
      interviewId: interview.interviewId,
      passages: [passageOf(interview, 'because of the fee')],
      codeIds: [codeId],
    })
    const answer = await sound(highlightIds[0] ?? '')
    const place = Object(await answer.json()) as { startMs: number; endMs: number }
    expect(answer.status).toBe(200)
    // Of six letters and a space behind the beginning of twenty-six, between the fourth second and the tenth.
    expect(place.startMs).toBeGreaterThan(4500)
    expect(place.startMs).toBeLessThan(7000)
    expect(place.endMs).toBe(10_000)
    await deleteRecording(app, { workspaceId, recordingId, actor })
    expect((await sound(highlightIds[0] ?? '')).status).toBe(404)
  })
})
