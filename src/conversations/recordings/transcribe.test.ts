import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/app.ts'
import { askRoutes, joinWorkspace, openWorkspace, type TestMember } from '../../../test/members.ts'
import { bringRecording, meetRecorded, sayOfRecording } from '../../../test/recordings.ts'
import { ownPathOf, visitor } from '../../../test/own-page.ts'
import { wavOf } from '../../../test/sound.ts'
import { openStudy } from '../../../test/spoken-study.ts'
import {
  json,
  openTranscriptionServer,
  type TranscriptionServer,
} from '../../../test/transcription-server.ts'
import { rooms, wireRooms } from '../../server.ts'
import { readInterview } from '../index.ts'
import { askTranscriber } from './ask-transcriber.ts'
import { soundOfWords } from './sound-place.ts'
import { transcribe } from './transcribe.ts'

let app: TestApp
let quiet: TestApp
let server: TranscriptionServer
let ask: ReturnType<typeof askRoutes>
let ann: TestMember
let studyId: string
let participantId: string
let recordingId: string
const wav = wavOf(20)

beforeAll(async () => {
  server = await openTranscriptionServer()
  const opened = await openTestApp()
  app = {
    ...opened,
    transcriber: { url: server.url, key: 'sk-secret', model: 'whisper-1', largest: 25 * 1024 * 1024 },
  }
  // Attempts are made here one by one, so that pauses need not be waited for.
  quiet = { ...app, jobs: { ...app.jobs, queue: async () => undefined } }
  wireRooms(app)
  await app.jobs.start()
  ask = askRoutes(
    quiet,
    rooms.flatMap((room) => room.routes),
  )
})
afterAll(() => server.close())
beforeEach(async () => {
  server.received.length = 0
  server.replies.length = 0
  ann = await openWorkspace(app)
  studyId = (await openStudy(app, ann)).studyId
  participantId = await meetRecorded(app, ann, studyId)
  recordingId = await bringRecording(app, ann, { studyId, bytes: wav, participantIds: [participantId] })
})

const path = () => `/api/w/${ann.workspaceId}/recordings/${recordingId}`
const send = (host = server.host) =>
  ask('POST', `${path()}/transcription`, { headers: ann.headers, body: { host } })
const idOf = async (answer: Response) => Object(await answer.json()).id as string

type Row = { state: string; why: string | null; attempts: number; run: string; next_at: Date | null }
async function row(): Promise<Row | undefined> {
  const { rows } = await sql<Row>`
    select state, why, attempts, run, next_at from transcriptions where recording_id = ${recordingId}`.execute(
    app.pg,
  )
  return rows[0]
}
/** What the page is told. */
const shown = async () =>
  Object(await (await ask('GET', path(), { headers: ann.headers })).json()).transcription as object
async function attempt(place: number): Promise<void> {
  const { workspaceId } = ann
  const run = (await row())?.run ?? ''
  const signal = new AbortController().signal
  await transcribe(quiet, { workspaceId, recordingId, run, attempt: place, signal })
}

const said = {
  task: 'transcribe',
  language: 'english',
  duration: 12.5,
  text: 'Why did you leave? I left because of the fee. And then?',
  segments: [
    { id: 0, start: 0, end: 2.5, text: ' Why did you leave?' },
    { id: 1, start: 3, end: 7, text: ' I left because of the fee.' },
    { id: 2, start: 8, end: 9, text: ' And then?' },
  ],
  words: [
    ...['Why', 'did', 'you', 'leave'].map((word, at) => ({ word, start: at * 0.5, end: at * 0.5 + 0.4 })),
    ...['I', 'left', 'because', 'of', 'the', 'fee'].map((word, at) => ({
      word,
      start: 3 + at * 0.6,
      end: 3.5 + at * 0.6,
    })),
    { word: 'And', start: 8, end: 8.3 },
    { word: 'then', start: 8.4, end: 9 },
  ],
}

describe('sending a recording', () => {
  test('needs a member who has read where it goes', async () => {
    expect(await idOf(await send('api.example.org'))).toBe('transcription-elsewhere')
    const viewer = await joinWorkspace(app, { workspaceId: ann.workspaceId, role: 'viewer' })
    const refused = await ask('POST', `${path()}/transcription`, {
      headers: viewer.headers,
      body: { host: server.host },
    })
    expect(refused.status).toBe(403)
    expect(server.received).toEqual([])
  })

  test('is told to who is heard in it: where it would go before, that and when it went after, also once it is deleted', async () => {
    const home = await ownPathOf(app, { by: ann, participantId })
    const never = 'Nobody has taken your words out of the program.'
    const goes = `To be written down, the sound may be sent to a service outside our team: ${server.host}.`
    const open = async (through: TestApp) => (await visitor(through).open(home)).text
    expect(await open({ ...app, transcriber: null })).not.toContain('outside our team')
    const before = await open(app)
    expect(before).toContain(never)
    // Beside the recordings, and beside what they say yes to.
    expect(before.split(goes)).toHaveLength(3)
    server.replies.push((_, answer) => void answer.writeHead(500).end(), json(said))
    expect((await send()).status).toBe(204)
    expect(await open(app)).toContain(never)
    await attempt(1)
    await attempt(2)
    const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
    const line = `${day.format(app.clock.now())}, ${server.host}`
    const after = await open(app)
    expect(after).not.toContain(never)
    expect(after.split(line)).toHaveLength(2)
    await ask('DELETE', path(), { headers: ann.headers })
    const gone = await open(app)
    expect(gone).not.toContain('Recordings of you')
    expect(gone.split(line)).toHaveLength(2)
  })

  test('is off unless a service is named', async () => {
    const off = askRoutes(
      { ...quiet, transcriber: null },
      rooms.flatMap((room) => room.routes),
    )
    const answer = await off('POST', `${path()}/transcription`, { headers: ann.headers, body: { host: 'x' } })
    expect([answer.status, await idOf(answer)]).toEqual([409, 'transcription-off'])
    const listed = await off('GET', `/api/w/${ann.workspaceId}/studies/${studyId}/recordings`, {
      headers: ann.headers,
    })
    expect(Object(await listed.json()).transcriber).toBeNull()
  })

  test('of more than the service takes is said, and nothing is cut', async () => {
    const small = askRoutes(
      { ...quiet, transcriber: { url: server.url, key: undefined, model: 'm', largest: wav.length - 1 } },
      rooms.flatMap((room) => room.routes),
    )
    const answer = await small('POST', `${path()}/transcription`, {
      headers: ann.headers,
      body: { host: server.host },
    })
    expect([answer.status, await idOf(answer)]).toEqual([413, 'recording-over-limit'])
    expect(server.received).toEqual([])
  })

  test('sends every byte, the model, the language, and neither name nor pseudonym', async () => {
    server.replies.push(json(said))
    expect((await send()).status).toBe(204)
    await attempt(1)
    const [form] = server.received
    expect(form?.file.equals(wav)).toBe(true)
    expect(form?.authorization).toBe('Bearer sk-secret')
    expect(form?.fields).toEqual({
      model: ['whisper-1'],
      language: ['en'],
      response_format: ['verbose_json'],
      'timestamp_granularities[]': ['segment', 'word'],
    })
    expect(await row()).toMatchObject({ state: 'done', attempts: 1 })
  })

  test('is done once, however often it is asked for', async () => {
    server.replies.push(json(said))
    await send()
    expect(await idOf(await send())).toBe('transcription-running')
    await Promise.all([attempt(1), attempt(1)])
    await attempt(1)
    await attempt(2)
    expect(server.received.length).toBeLessThanOrEqual(2)
    expect(await row()).toMatchObject({ state: 'done', attempts: 1 })
    expect(await idOf(await send())).toBe('transcription-running')
  })

  test('survives the end of the program: the attempt is made again by the job', async () => {
    server.replies.push(json(said))
    await send()
    const run = (await row())?.run ?? ''
    await sql`update transcriptions set state = 'listening', attempts = 1 where recording_id = ${recordingId}`.execute(
      app.pg,
    )
    await app.jobs.queue(
      { name: 'transcribe-recording', data: (await import('./transcribe.ts')).transcribeJob.data },
      { workspaceId: ann.workspaceId, recordingId, run, attempt: 1 },
    )
    await expect.poll(async () => (await row())?.state, { timeout: 20_000 }).toBe('done')
  })
})

describe('a service in trouble', () => {
  test.each([
    ['429 with a pause', 429, { 'retry-after': '42' }, 'busy', 42],
    ['500', 500, {}, 'failing', 15],
    ['503', 503, { 'retry-after': '7' }, 'failing', 7],
  ])('that answers %s is asked again after its pause', async (_, status, headers, why, seconds) => {
    server.replies.push((__, answer) => void answer.writeHead(status, headers).end('{}'), json(said))
    app.setNow(new Date('2026-05-04T10:00:00Z'))
    await send()
    await attempt(1)
    expect(await row()).toMatchObject({ state: 'waiting', why, attempts: 1 })
    expect(await shown()).toMatchObject({ state: 'waiting', why, status })
    expect((await row())?.next_at?.getTime()).toBe(Date.parse('2026-05-04T10:00:00Z') + seconds * 1000)
    await attempt(2)
    expect(await row()).toMatchObject({ state: 'done', attempts: 2 })
  })

  test.each([
    ['401', 401, 'refused key'],
    ['400', 400, 'not understood'],
    ['404', 404, 'refused'],
    ['413', 413, 'too large'],
  ])('that answers %s is not asked again by itself', async (_, status, why) => {
    server.replies.push(json({ error: { message: 'no' } }, status))
    await send()
    await attempt(1)
    expect(await shown()).toMatchObject({ state: 'failed', why, status })
    expect(server.received).toHaveLength(1)
    server.replies.splice(0, 1, json(said))
    expect((await send()).status).toBe(204)
    await attempt(1)
    expect(await shown()).toMatchObject({ state: 'done', why: null, status: null })
  })

  test('that answers nonsense is asked five times, then left', async () => {
    server.replies.push((_, answer) => void answer.writeHead(200).end('{"text": "cut off'))
    await send()
    for (const place of [1, 2, 3, 4, 5]) await attempt(place)
    expect(await row()).toMatchObject({ state: 'failed', why: 'broken answer', attempts: 5 })
    expect(server.received.length).toBe(5)
    expect(await shown()).toMatchObject({ state: 'failed', why: 'broken answer', status: null })
  })

  test('that takes a recording and says nothing is told apart from one that is not there', async () => {
    server.replies.push(() => undefined)
    const answered = await askTranscriber({
      transcriber: { url: server.url, key: undefined, model: 'm', largest: 1e9 },
      bytes: new Blob([new Uint8Array(wav)]).stream(),
      size: wav.length,
      media: 'audio/wav',
      language: 'en',
      onSent: () => undefined,
      signal: new AbortController().signal,
      patience: 200,
    })
    expect(answered).toMatchObject({ state: 'refused', why: 'silent', again: 'later' })
  })

  test('that is not there', async () => {
    const gone = {
      ...quiet,
      transcriber: {
        url: 'http://127.0.0.1:1/v1/audio/transcriptions',
        key: undefined,
        model: 'm',
        largest: 1e9,
      },
    }
    await sql`delete from transcriptions where recording_id = ${recordingId}`.execute(app.pg)
    const there = askRoutes(
      gone,
      rooms.flatMap((room) => room.routes),
    )
    await there('POST', `${path()}/transcription`, { headers: ann.headers, body: { host: '127.0.0.1:1' } })
    const { workspaceId } = ann
    const run = (await row())?.run ?? ''
    await transcribe(gone, {
      workspaceId,
      recordingId,
      run,
      attempt: 1,
      signal: new AbortController().signal,
    })
    expect(await shown()).toMatchObject({ state: 'waiting', why: 'unreachable', status: null })
  })

  test('that is slow can be stopped, and what it says afterwards is not kept', async () => {
    let closed = false
    server.replies.push(async (_, answer) => {
      answer.on('close', () => (closed = true))
      await new Promise((resolve) => setTimeout(resolve, 20_000).unref())
      answer.end(JSON.stringify(said))
    })
    await send()
    const working = attempt(1)
    await expect.poll(() => server.received.length).toBe(1)
    const stopped = await ask('DELETE', `${path()}/transcription`, { headers: ann.headers })
    expect(stopped.status).toBe(204)
    await working
    await expect.poll(() => closed).toBe(true)
    expect(await row()).toMatchObject({ state: 'cancelled' })
  })

  test('is sent nothing of somebody who took back that they may be recorded', async () => {
    server.replies.push(json(said))
    await send()
    await sayOfRecording(app, ann, { participantId, given: false })
    await attempt(1)
    expect(server.received).toEqual([])
  })
})

describe('what was heard', () => {
  const draft = async () =>
    Object(await (await ask('GET', `${path()}/draft`, { headers: ann.headers })).json()) as Draft
  type Draft = {
    version: number
    segments: { text: string; startMs: number; starts: number[] }[]
    marks: object[]
  }
  const put = (marks: object[], version: number) =>
    ask('PUT', `${path()}/draft`, { headers: ann.headers, body: { marks, version } })
  const bring = (version: number) =>
    ask('POST', `${path()}/transcript`, { headers: ann.headers, body: { version } })
  beforeEach(async () => {
    server.replies.push(json(said))
    await send()
    await attempt(1)
  })

  test('comes without names, with the time of each word', async () => {
    const { segments, marks } = await draft()
    expect(marks).toEqual([])
    expect(segments.map(({ text }) => text)).toEqual([
      'Why did you leave?',
      'I left because of the fee.',
      'And then?',
    ])
    expect(segments[1]?.starts).toEqual([3000, 3600, 4200, 4800, 5400, 6000])
  })

  test('becomes an interview once everybody has a name, and each word leads to its sound', async () => {
    const { version } = await draft()
    expect(await idOf(await bring(version))).toBe('speakers-unnamed')
    const marks = [
      { from: 0, who: 'interviewer' },
      { from: 1, who: participantId },
      { from: 2, who: 'interviewer' },
    ]
    expect((await put(marks, version)).status).toBe(200)
    const answer = await bring(version + 1)
    const { interviewId } = Object(await answer.json()) as { interviewId: string }
    const interview = await readInterview(app.pg, { workspaceId: ann.workspaceId, interviewId })
    expect(interview?.utterances.map(({ text, startMs }) => [text, startMs])).toEqual([
      ['Why did you leave?', 0],
      ['I left because of the fee.', 3000],
      ['And then?', 8000],
    ])
    expect(interview?.speakers.map(({ role, participantId: id }) => [role, id])).toEqual([
      ['interviewer', null],
      ['participant', participantId],
    ])
    const utteranceId = interview?.utterances[1]?.utteranceId ?? ''
    const place = await soundOfWords(app.pg, {
      workspaceId: ann.workspaceId,
      utteranceId,
      start: 22,
      end: 25,
    })
    expect(place).toEqual({ recordingId, startMs: 6000, endMs: 7000 })
    const captions = await ask('GET', `${path()}/captions`, { headers: ann.headers })
    const text = await captions.text()
    expect(text.startsWith('WEBVTT\n\n00:00:00.000 --> 00:00:02.500\nWhy did you leave?')).toBe(true)
    expect(text).toMatch(/00:00:03\.000 --> 00:00:07\.000\n<v [^>]+>I left because of the fee\./)
    await sayOfRecording(app, ann, { participantId, given: false })
    expect(
      await soundOfWords(app.pg, { workspaceId: ann.workspaceId, utteranceId, start: 22, end: 25 }),
    ).toBeUndefined()
  })

  test('of two who name speakers at once the second is told', async () => {
    const { version } = await draft()
    expect((await put([{ from: 0, who: 'interviewer' }], version)).status).toBe(200)
    expect(await idOf(await put([{ from: 0, who: participantId }], version))).toBe('draft-changed')
    expect(await idOf(await put([{ from: 0, who: crypto.randomUUID() }], version + 1))).toBe('no-such-voice')
  })
})
