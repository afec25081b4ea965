import { sql } from 'kysely'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/app.ts'
import { askRoutes, joinWorkspace, openWorkspace, type TestMember } from '../../../test/members.ts'
import { bringRecording, meetRecorded, sayOfRecording } from '../../../test/recordings.ts'
import { ownPathOf, visitor } from '../../../test/own-page.ts'
import { wavOf } from '../../../test/sound.ts'
import { bringTalk, openStudy, sayOfStudy } from '../../../test/spoken-study.ts'
import { beginErasure, finishErasure } from '../../requests/erasure.ts'
import { keepersOf } from '../../requests/holdings.ts'
import { peopleByNo } from '../../people/index.ts'
import { rooms, wireRooms } from '../../server.ts'
import { checkRecording } from './check-recording.ts'
import { tidyRecordings } from './delete-recordings.ts'
import { rangeOf } from './play-recording.ts'
import { deletionDay } from './recording-rule.ts'

let app: TestApp
let ask: ReturnType<typeof askRoutes>
let ann: TestMember
let studyId: string
let participantId: string
const wav = wavOf(2)
const largest = 2 * 1024 ** 3

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
  app.setNow(new Date('2026-05-04T10:00:00Z'))
  ann = await openWorkspace(app)
  studyId = (await openStudy(app, ann)).studyId
  participantId = await meetRecorded(app, ann, studyId)
})

const begin = (given: Record<string, unknown> = {}) =>
  ask('POST', `/api/w/${ann.workspaceId}/studies/${studyId}/recordings`, {
    headers: ann.headers,
    body: {
      name: 'Anna.wav',
      size: wav.length,
      heard: { participantIds: [participantId] },
      language: 'en',
      happenedAt: '2026-05-03T10:00:00Z',
      ...given,
    },
  })
const media = (recordingId: string, headers: Record<string, string> = {}, by = ann) =>
  ask('GET', `/api/w/${ann.workspaceId}/recordings/${recordingId}/media`, {
    headers: { ...by.headers, ...headers },
  })
const bring = (bytes: Uint8Array = wav) =>
  bringRecording(app, ann, { studyId, bytes, participantIds: [participantId] })
const fileOf = (recordingId: string) => join(app.dataDir, 'files', ann.workspaceId, recordingId)
const idOf = async (answer: Response) => Object(await answer.json()).id as string

describe('a recording that is brought in', () => {
  test('is only of people who agreed to be recorded', async () => {
    await sayOfRecording(app, ann, { participantId, given: false })
    const answer = await begin()
    expect([answer.status, await idOf(answer)]).toEqual([409, 'recording-not-agreed'])
  })

  test('is refused above two gigabytes before anything is sent', async () => {
    const answer = await begin({ size: largest + 1 })
    expect([answer.status, await idOf(answer)]).toEqual([413, 'recording-too-large'])
    expect(await counted('recordings')).toBe(0)
  })

  test('lies on the disk byte for byte, under an id, and only its owner can read it', async () => {
    const recordingId = await bring()
    expect(readFileSync(fileOf(recordingId)).equals(wav)).toBe(true)
    expect((await stat(fileOf(recordingId))).mode & 0o777).toBe(0o600)
    const { rows } = await sql<{ state: string; media: string; sha256: string }>`
      select state, media, sha256 from recordings where id = ${recordingId}`.execute(app.pg)
    expect(rows[0]).toEqual({
      state: 'ready',
      media: 'audio/wav',
      sha256: createHash('sha256').update(wav).digest('hex'),
    })
  })

  test('that was damaged on the disk is said to be, and is not played', async () => {
    const whole = await bring()
    await sql`update recordings set state = 'checking' where id = ${whole}`.execute(app.pg)
    await sql`insert into recording_pieces (recording_id, number, size, sha256, tag) values (${whole}, 1, ${wav.length}, ${createHash('sha256').update(wav).digest()}, '')`.execute(
      app.pg,
    )
    const file = await open(fileOf(whole), 'r+')
    await file.write(Buffer.from('X'), 0, 1, 5000)
    await file.close()
    await checkRecording(app, { workspaceId: ann.workspaceId, recordingId: whole })
    const { rows } = await sql<{ state: string }>`select state from recordings where id = ${whole}`.execute(
      app.pg,
    )
    expect(rows[0]?.state).toBe('damaged')
    expect((await media(whole)).status).toBe(404)
  })
})

describe('listening', () => {
  test('gives the range that was asked for, and says what it is', async () => {
    const recordingId = await bring()
    const answer = await media(recordingId, { range: 'bytes=44-1043' })
    expect(answer.status).toBe(206)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'audio/wav',
      'content-length': '1000',
      'content-range': `bytes 44-1043/${wav.length}`,
      'cache-control': 'private, no-store',
    })
    expect(Buffer.from(await answer.arrayBuffer()).equals(wav.subarray(44, 1044))).toBe(true)
    expect((await media(recordingId, { range: `bytes=${wav.length}-` })).status).toBe(416)
  })

  test('is for those who read transcripts, by their session, and is written down', async () => {
    const recordingId = await bring()
    const marketer = await joinWorkspace(app, { workspaceId: ann.workspaceId, role: 'marketer' })
    expect((await media(recordingId, {}, marketer)).status).toBe(403)
    expect((await ask('GET', `/api/w/${ann.workspaceId}/recordings/${recordingId}/media`)).status).toBe(401)
    await media(recordingId)
    const { rows } = await sql<{ actor_id: string }>`
      select actor_id from audit where action = 'recording.heard' and subject_id = ${recordingId}`.execute(
      app.pg,
    )
    expect(rows).toEqual([{ actor_id: ann.userId }])
  })

  test('ends at the next range once somebody takes back that they may be recorded, and the file goes', async () => {
    const recordingId = await bring()
    expect((await media(recordingId, { range: 'bytes=0-9' })).status).toBe(206)
    await sayOfRecording(app, ann, { participantId, given: false })
    expect((await media(recordingId, { range: 'bytes=10-19' })).status).toBe(404)
    await app.outbox.drain()
    expect(existsSync(fileOf(recordingId))).toBe(false)
    expect(await receipts()).toEqual(['withdrawn'])
  })

  test('ends in the middle of a long answer too', async () => {
    const long = wavOf(1000)
    const recordingId = await bring(long)
    const answer = await media(recordingId)
    const reader = answer.body?.getReader()
    await reader?.read()
    await sayOfRecording(app, ann, { participantId, given: false })
    let received = 0
    const all = (async () => {
      for (;;) {
        const next = await reader?.read()
        if (next === undefined || next.done) return
        received += next.value.length
      }
    })()
    await expect(all).rejects.toThrow('no such recording')
    expect(received).toBeLessThan(long.length / 2)
  })

  test('is locked, and nothing lost, while what was said may not be analysed', async () => {
    const recordingId = await bring()
    const { rows } = await sql<{ person_no: number }>`
      select person_no from participants where id = ${participantId}`.execute(app.pg)
    const said = { workspaceId: ann.workspaceId, studyId, personNo: rows[0]?.person_no }
    await sayOfStudy(app, { ...said, purpose: 'conversation_analysis', state: 'withdrawn' })
    await app.outbox.drain()
    expect((await media(recordingId)).status).toBe(404)
    await sayOfStudy(app, { ...said, purpose: 'conversation_analysis', state: 'given' })
    expect((await media(recordingId)).status).toBe(200)
  })

  test.each([
    ['bytes=0-', { from: 0, until: 100 }],
    ['bytes=10-19', { from: 10, until: 20 }],
    ['bytes=90-200', { from: 90, until: 100 }],
    ['bytes=-10', { from: 90, until: 100 }],
    ['bytes=0-0,5-6', { from: 0, until: 1 }],
    [null, { from: 0, until: 100 }],
  ])('reads the range %s', (header, range) => {
    expect(rangeOf(header, 100)).toEqual(range)
  })
})

test('those heard in a recording read on their own page that it is kept, and until when', async () => {
  const recordingId = await bring()
  await sql`update recordings set transcribed_at = ${app.clock.now()} where id = ${recordingId}`.execute(
    app.pg,
  )
  const { text } = await visitor(app).open(await ownPathOf(app, { by: ann, participantId }))
  expect(text).toContain('Sound of 3 May 2026')
  expect(text).toContain('It is deleted on 3 June 2026.')
})

test('somebody found to speak in it later closes a recording until they agree, and ends it when they refuse', async () => {
  const interview = await bringTalk(app, ann, { studyId, talk: 'Interviewer: Well?\nMette: Yes.\nAnna: No.' })
  const [mette, anna] = interview.speakers.flatMap((speaker) => speaker.participantId ?? [])
  const recordingId = await bringRecording(app, ann, { studyId, bytes: wav, participantIds: [participantId] })
  await sql`update recordings set interview_id = ${interview.interviewId} where id = ${recordingId}`.execute(
    app.pg,
  )
  for (const id of [mette, anna]) {
    expect((await media(recordingId)).status).toBe(404)
    await app.outbox.drain()
    expect(existsSync(fileOf(recordingId))).toBe(true)
    await sayOfRecording(app, ann, { participantId: id ?? '', given: true })
  }
  expect((await media(recordingId)).status).toBe(200)
  app.setNow(new Date('2026-05-04T11:00:00Z'))
  await sayOfRecording(app, ann, { participantId: anna ?? '', given: false })
  await app.outbox.drain()
  expect(existsSync(fileOf(recordingId))).toBe(false)
})

describe('how long a recording is kept', () => {
  const put = (rule: object, by = ann) =>
    ask('PUT', `/api/w/${ann.workspaceId}/studies/${studyId}/recordings/rule`, {
      headers: by.headers,
      body: rule,
    })
  const transcribed = (recordingId: string) =>
    sql`update recordings set transcribed_at = ${app.clock.now()} where id = ${recordingId}`.execute(app.pg)

  test('is thirty days after its words where nobody says otherwise, with a receipt in the audit trail', async () => {
    const recordingId = await bring()
    await transcribed(recordingId)
    app.setNow(new Date('2026-06-03T09:00:00Z'))
    await tidyRecordings(app)
    expect(existsSync(fileOf(recordingId))).toBe(true)
    app.setNow(new Date('2026-06-03T10:01:00Z'))
    await tidyRecordings(app)
    expect(existsSync(fileOf(recordingId))).toBe(false)
    expect(await receipts()).toEqual(['rule'])
    const { rows } = await sql<{ detail: object }>`
      select detail from audit where action = 'recording.deleted' and subject_id = ${recordingId}`.execute(
      app.pg,
    )
    expect(rows[0]?.detail).toEqual({
      why: 'rule',
      bytes: wav.length,
      sha256: createHash('sha256').update(wav).digest('hex'),
    })
  })

  test('can be a last day, for recordings without words too', async () => {
    const recordingId = await bring()
    expect((await put({ daysAfter: null, untilDay: '2026-05-10', version: 0 })).status).toBe(204)
    app.setNow(new Date('2026-05-10T23:59:00Z'))
    await tidyRecordings(app)
    expect(existsSync(fileOf(recordingId))).toBe(true)
    app.setNow(new Date('2026-05-11T00:01:00Z'))
    await tidyRecordings(app)
    expect(existsSync(fileOf(recordingId))).toBe(false)
  })

  test('of two who change it the second is told', async () => {
    expect((await put({ daysAfter: 7, untilDay: null, version: 0 })).status).toBe(204)
    const second = await put({ daysAfter: 90, untilDay: null, version: 0 })
    expect([second.status, await idOf(second)]).toEqual([409, 'rule-changed'])
  })

  test.each([
    [{ daysAfter: 30, untilDay: null }, '2026-01-31T12:00:00.000Z'],
    [{ daysAfter: 30, untilDay: '2026-01-10' }, '2026-01-11T00:00:00.000Z'],
    [{ daysAfter: null, untilDay: null }, undefined],
  ])('a rule of %j', (rule, day) => {
    expect(deletionDay(rule, new Date('2026-01-01T12:00:00Z'))?.toISOString()).toBe(day)
  })

  test('an upload that stopped is forgotten after a week', async () => {
    const { recordingId } = Object(await (await begin()).json()) as { recordingId: string }
    app.setNow(new Date('2026-05-11T09:00:00Z'))
    await tidyRecordings(app)
    expect(await counted('recordings')).toBe(1)
    app.setNow(new Date('2026-05-11T11:00:00Z'))
    await tidyRecordings(app)
    expect(await counted('recordings')).toBe(0)
    expect(existsSync(`${fileOf(recordingId)}.part`)).toBe(false)
  })
})

test('whoever is erased is heard nowhere any more, not in a group either', async () => {
  const other = await meetRecorded(app, ann, studyId)
  const alone = await bring()
  const group = await bringRecording(app, ann, {
    studyId,
    bytes: wavOf(1),
    participantIds: [participantId, other],
  })
  const { rows } = await sql<{ person_no: number }>`
    select person_no from participants where id = ${participantId}`.execute(app.pg)
  const personNo = rows[0]?.person_no ?? 0
  const { workspaceId, actor } = ann
  const [person] = await peopleByNo(app, { workspaceId, personNos: [personNo] })
  if (!person) throw new Error('nobody is there')
  const keepers = keepersOf(rooms)
  const requestId = await beginErasure(app, { workspaceId, person, keepers, actor })
  await finishErasure(app, { workspaceId, requestId, keepers })
  for (const id of [alone, group]) expect(existsSync(fileOf(id))).toBe(false)
  expect(await receipts()).toEqual(['erased', 'erased'])
})

async function receipts(): Promise<string[]> {
  const { rows } = await sql<{ why: string }>`
    select why from recording_receipts where workspace_id = ${ann.workspaceId}`.execute(app.pg)
  return rows.map(({ why }) => why)
}

async function counted(table: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from ${sql.table(table)} where workspace_id = ${ann.workspaceId}`.execute(app.pg)
  return rows[0]?.n ?? 0
}
