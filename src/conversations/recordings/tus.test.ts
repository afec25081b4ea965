import { sql } from 'kysely'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Upload } from 'tus-js-client'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/app.ts'
import { openWorkspace, type TestMember } from '../../../test/members.ts'
import { meetRecorded } from '../../../test/recordings.ts'
import { serveSite, type ServedSite } from '../../../test/site.ts'
import { wavOf } from '../../../test/sound.ts'
import { openStudy } from '../../../test/spoken-study.ts'
import { pieceBytes } from '../../platform/index.ts'

let app: TestApp
let site: ServedSite
let ann: TestMember
let studyId: string
let participantId: string
/** Three pieces, the last a short one. */
const wav = wavOf(1200)

beforeAll(async () => {
  app = await openTestApp()
  site = await serveSite(app)
})
afterAll(() => site.close())
beforeEach(async () => {
  ann = await openWorkspace(app)
  studyId = (await openStudy(app, ann)).studyId
  participantId = await meetRecorded(app, ann, studyId)
})

async function begin(size = wav.length): Promise<{ recordingId: string; url: string }> {
  const answer = await fetch(`${site.url}/api/w/${ann.workspaceId}/studies/${studyId}/recordings`, {
    method: 'POST',
    headers: { ...ann.headers, 'content-type': 'application/json' },
    body: JSON.stringify({
      name: 'Anna.wav',
      size,
      heard: { participantIds: [participantId] },
      language: 'en',
      happenedAt: '2026-05-03T10:00:00Z',
    }),
  })
  const { recordingId } = Object(await answer.json()) as { recordingId: string }
  return { recordingId, url: `${site.url}/api/w/${ann.workspaceId}/recordings/${recordingId}/bytes` }
}

/** The client everybody uses, sending what it is given. */
function send(
  url: string,
  given: { bytes: Buffer; chunkSize?: number; onUpload?: (upload: Upload) => void },
): Promise<void> {
  const { bytes, chunkSize = pieceBytes, onUpload } = given
  return new Promise((resolve, reject) => {
    const upload = new Upload(bytes, {
      uploadUrl: url,
      chunkSize,
      headers: ann.headers,
      retryDelays: [],
      onSuccess: () => resolve(),
      onError: reject,
    })
    onUpload?.(upload)
    upload.start()
  })
}

const patch = (url: string, given: { from: number; body: Uint8Array; headers?: Record<string, string> }) =>
  fetch(url, {
    method: 'PATCH',
    headers: {
      ...ann.headers,
      'tus-resumable': '1.0.0',
      'upload-offset': String(given.from),
      'content-type': 'application/offset+octet-stream',
      ...given.headers,
    },
    body: new Uint8Array(given.body),
  })
const head = (url: string) =>
  fetch(url, { method: 'HEAD', headers: { ...ann.headers, 'tus-resumable': '1.0.0' } })
const offsetOf = async (url: string) => (await head(url)).headers.get('upload-offset')
const idOf = async (answer: Response) => Object(await answer.json()).id as string
const fileOf = (recordingId: string) => join(app.dataDir, 'files', ann.workspaceId, recordingId)
const stateOf = async (recordingId: string) => {
  const { rows } = await sql<{
    state: string
  }>`select state from recordings where id = ${recordingId}`.execute(app.pg)
  return rows[0]?.state
}

describe('a recording sent by tus', () => {
  test('arrives whole, in pieces or in one go', async () => {
    for (const chunkSize of [pieceBytes, Number.POSITIVE_INFINITY]) {
      const { recordingId, url } = await begin()
      await send(url, { bytes: wav, chunkSize })
      await expect.poll(() => stateOf(recordingId), { timeout: 20_000 }).toBe('ready')
      expect(readFileSync(fileOf(recordingId)).equals(wav)).toBe(true)
    }
  })

  test('goes on after the last whole piece when it was cut off in the middle of one', async () => {
    const { recordingId, url } = await begin()
    const abort = new AbortController()
    const cut = new ReadableStream<Uint8Array>({
      start: (controller) => {
        controller.enqueue(wav.subarray(0, pieceBytes + 1000))
        setTimeout(() => abort.abort(), 500)
      },
    })
    const headers = { ...ann.headers, 'tus-resumable': '1.0.0', 'upload-offset': '0' }
    const init = { method: 'PATCH', headers, body: cut, duplex: 'half', signal: abort.signal }
    await expect(fetch(url, init)).rejects.toThrow('aborted')
    await expect.poll(() => offsetOf(url)).toBe(String(pieceBytes))
    const requests: string[] = []
    await send(url, {
      bytes: wav,
      onUpload: (upload) =>
        (upload.options.onBeforeRequest = (request) =>
          void requests.push(`${request.getMethod()} ${request.getHeader('Upload-Offset') ?? ''}`)),
    })
    expect(requests.slice(0, 2)).toEqual(['HEAD ', `PATCH ${pieceBytes}`])
    await expect.poll(() => stateOf(recordingId), { timeout: 20_000 }).toBe('ready')
    expect(readFileSync(fileOf(recordingId)).equals(wav)).toBe(true)
  })

  test('keeps no piece that was damaged on the way', async () => {
    const { url } = await begin()
    const body = wav.subarray(0, pieceBytes)
    const digest = createHash('sha256').update(body).digest('base64')
    const damaged = Buffer.from(body)
    damaged.writeUInt8(damaged.readUInt8(5000) ^ 1, 5000)
    const refused = await patch(url, {
      from: 0,
      body: damaged,
      headers: { 'upload-checksum': `sha256 ${digest}` },
    })
    expect([refused.status, await idOf(refused), await offsetOf(url)]).toEqual([
      460,
      'checksum-mismatch',
      '0',
    ])
    const taken = await patch(url, { from: 0, body, headers: { 'upload-checksum': `sha256 ${digest}` } })
    expect([taken.status, taken.headers.get('upload-offset')]).toEqual([204, String(pieceBytes)])
  })

  test('is told where to go on when two send at once', async () => {
    const { url } = await begin()
    const body = wav.subarray(0, pieceBytes)
    const answers = await Promise.all([patch(url, { from: 0, body }), patch(url, { from: 0, body })])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 409])
    expect(await offsetOf(url)).toBe(String(pieceBytes))
  })

  test('that is no recording is refused at its first piece and leaves nothing', async () => {
    const words = Buffer.from('These are words. '.repeat(10))
    const { recordingId, url } = await begin(words.length)
    const answer = await patch(url, { from: 0, body: words })
    expect([answer.status, await idOf(answer)]).toEqual([415, 'recording-not-media'])
    expect(await stateOf(recordingId)).toBeUndefined()
    expect(existsSync(`${fileOf(recordingId)}.part`)).toBe(false)
  })

  test('of more bytes than were announced, of another version or in crumbs is refused', async () => {
    const { url } = await begin(1000)
    expect(await idOf(await patch(url, { from: 0, body: wav.subarray(0, 1001) }))).toBe('upload-too-long')
    expect(
      (await patch(url, { from: 0, body: wav.subarray(0, 10), headers: { 'tus-resumable': '0.2.2' } }))
        .status,
    ).toBe(412)
    expect(await idOf(await patch(url, { from: 0, body: wav.subarray(0, 10) }))).toBe('piece-too-short')
    expect(await idOf(await patch(url, { from: 7, body: wav.subarray(0, 10) }))).toBe('upload-out-of-place')
    expect(await offsetOf(url)).toBe('0')
  })

  test('writes over what a program left that was ended in the middle of a piece', async () => {
    const { recordingId, url } = await begin()
    expect((await patch(url, { from: 0, body: wav.subarray(0, pieceBytes) })).status).toBe(204)
    const part = `${fileOf(recordingId)}.part`
    writeFileSync(part, Buffer.concat([wav.subarray(0, pieceBytes), Buffer.alloc(5000, 1)]))
    await send(url, { bytes: wav })
    await expect.poll(() => stateOf(recordingId), { timeout: 20_000 }).toBe('ready')
    expect(statSync(fileOf(recordingId)).size).toBe(wav.length)
    expect(readFileSync(fileOf(recordingId)).equals(wav)).toBe(true)
  })
})
