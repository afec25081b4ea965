import { createHash } from 'node:crypto'
import {
  closeSync,
  createReadStream,
  fsyncSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { largestRecording } from '../src/conversations/recordings/recording.schema.ts'
import { pieceBytes } from '../src/platform/index.ts'
import { freePort } from '../test/clickhouse-node.ts'
import { temporaryFolder } from '../test/temporary-folder.ts'
import type { Report } from './report.ts'
import { setUpSamtale, startSamtale, type RunningSamtale } from './running-samtale.ts'

/** Two gigabytes of sound into the running program, which is killed at half; then it goes on where it was, and every byte is compared. */
export async function measureRecordings(say: (line: string) => void): Promise<Report> {
  const folder = temporaryFolder('bench-recordings')
  const limit = writeAndHash(join(folder, 'limit'))
  const samtale = await startSamtale({ data: join(folder, 'data'), port: await freePort() })
  try {
    return report({ limit, ...(await measure(samtale, say)) })
  } finally {
    await samtale.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

type Measured = {
  seconds: number
  again: number
  kept: number
  checkSeconds: number
  memory: number[]
  state: string
  isSame: boolean
}

async function measure(samtale: RunningSamtale, say: (line: string) => void): Promise<Measured> {
  const { workspaceId, secretKey } = await setUpSamtale(samtale)
  const desk: Desk = { url: `${samtale.url}/api/w/${workspaceId}`, key: secretKey }
  const recordingId = await beginRecording(desk)
  const memory: number[] = []
  const watching = new AbortController()
  const watched = watchMemory(samtale, { memory, until: watching.signal })
  const first = performance.now()
  await send({ desk, recordingId, from: 0, until: largestRecording / 2 })
  const half = performance.now() - first
  say(`half of it in ${Math.round(half / 1000)} s; now the program is killed while more arrives`)
  const cut = send({ desk, recordingId, from: largestRecording / 2, until: largestRecording }).catch(
    () => undefined,
  )
  await pause(500)
  samtale.kill('program')
  await cut
  await pause(200)
  await samtale.untilHealthy()
  const kept = await offsetOf(desk, recordingId)
  const second = performance.now()
  await send({ desk, recordingId, from: kept, until: largestRecording })
  const rest = performance.now() - second
  const checked = performance.now()
  const state = await untilChecked(desk, recordingId)
  watching.abort()
  await watched
  return {
    seconds: (half + rest) / 1000,
    again: (largestRecording - kept) / 1e6,
    kept: kept / 1e6,
    checkSeconds: (performance.now() - checked) / 1000,
    memory,
    state,
    isSame: (await storedHash(samtale.data)) === wholeHash(),
  }
}

type Desk = { url: string; key: string }

const headersOf = ({ key }: Desk) => ({ authorization: `Bearer ${key}` })

async function ask(desk: Desk, path: string, body?: unknown): Promise<unknown> {
  const answer = await fetch(`${desk.url}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { ...headersOf(desk), 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(await answer.text())
  return answer.json()
}

async function beginRecording(desk: Desk): Promise<string> {
  const study = {
    title: 'Two gigabytes',
    mode: 'behaviour',
    language: 'en',
    bases: { conversation_analysis: 'legitimate interest', quoting: 'consent' },
  }
  const { studyId } = z.object({ studyId: z.string() }).parse(await ask(desk, '/studies', study))
  const agreements = [{ agreement: 'recording', given: true }]
  const { participantId } = z
    .object({ participantId: z.string() })
    .parse(await ask(desk, `/studies/${studyId}/participants`, { agreements }))
  const recording = {
    name: 'long.wav',
    size: largestRecording,
    heard: { participantIds: [participantId] },
    language: 'en',
    happenedAt: '2026-05-03T10:00:00Z',
  }
  return z
    .object({ recordingId: z.string() })
    .parse(await ask(desk, `/studies/${studyId}/recordings`, recording)).recordingId
}

const bytesOf = (desk: Desk, recordingId: string) => `${desk.url}/recordings/${recordingId}/bytes`

async function offsetOf(desk: Desk, recordingId: string): Promise<number> {
  const answer = await fetch(bytesOf(desk, recordingId), { method: 'HEAD', headers: headersOf(desk) })
  return Number(answer.headers.get('upload-offset') ?? 'nothing')
}

/** Sends in portions of eight pieces, as a browser's connection would carry them. */
async function send(given: { desk: Desk; recordingId: string; from: number; until: number }): Promise<void> {
  const { desk, recordingId, until } = given
  const portion = 8 * pieceBytes
  for (let from = given.from; from < until; from += portion) {
    const pieces = []
    for (let at = from; at < Math.min(until, from + portion); at += pieceBytes) pieces.push(pieceAt(at))
    const answer = await fetch(bytesOf(desk, recordingId), {
      method: 'PATCH',
      headers: {
        ...headersOf(desk),
        'tus-resumable': '1.0.0',
        'upload-offset': String(from),
        'content-type': 'application/offset+octet-stream',
      },
      body: new Blob(pieces),
    })
    if (answer.status !== 204) throw new Error(`${answer.status} ${await answer.text()}`)
  }
}

/** Sound as it might be: the head of a WAV file, then a pattern that differs from piece to piece. */
function pieceAt(at: number): Buffer<ArrayBuffer> {
  const bytes = Buffer.from(pattern)
  bytes.writeUInt32LE(at / pieceBytes, 64)
  if (at === 0) {
    bytes.write('RIFF', 0)
    bytes.writeUInt32LE(largestRecording - 8, 4)
    bytes.write('WAVEfmt ', 8)
  }
  return bytes
}

const pattern = Buffer.alloc(pieceBytes)
for (let at = 0; at < pieceBytes; at += 4) pattern.writeUInt32LE(Math.imul(at, 2_654_435_761) >>> 0, at)

function wholeHash(): string {
  const hash = createHash('sha256')
  for (let at = 0; at < largestRecording; at += pieceBytes) hash.update(pieceAt(at))
  return hash.digest('hex')
}

/** The hash of the one file of that size in the data folder. */
async function storedHash(data: string): Promise<string> {
  const files = readdirSync(data, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
  const stored = files
    .map(({ parentPath, name }) => join(parentPath, name))
    .find((path) => statSync(path).size === largestRecording)
  if (stored === undefined) return 'not there'
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(stored)) hash.update(z.instanceof(Buffer).parse(chunk))
  return hash.digest('hex')
}

async function untilChecked(desk: Desk, recordingId: string): Promise<string> {
  const Shown = z.object({ state: z.string() })
  for (const deadline = performance.now() + 600_000; performance.now() < deadline; await pause(250)) {
    const { state } = Shown.parse(await ask(desk, `/recordings/${recordingId}`))
    if (state === 'ready' || state === 'damaged') return state
  }
  throw new Error('the recording was not compared within ten minutes')
}

async function watchMemory(
  samtale: RunningSamtale,
  { memory, until }: { memory: number[]; until: AbortSignal },
): Promise<void> {
  for (; !until.aborted; await pause(250)) {
    const { program } = samtale.processes()
    try {
      const kilobytes = /VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${program}/status`, 'utf8'))?.[1]
      if (kilobytes !== undefined) memory.push(Math.round(Number(kilobytes) / 1000))
    } catch {
      // Between its end and its next start there is no program.
    }
  }
}

/** What this machine can do: the same bytes written to the same disk and hashed, by nobody in between. MB/s. */
function writeAndHash(path: string): number {
  const began = performance.now()
  const hash = createHash('sha256')
  const file = openSync(path, 'w')
  for (let at = 0; at < largestRecording; at += pieceBytes) {
    const piece = pieceAt(at)
    hash.update(piece)
    writeSync(file, piece)
  }
  fsyncSync(file)
  closeSync(file)
  rmSync(path)
  return Math.round(largestRecording / 1e6 / ((performance.now() - began) / 1000))
}

function report(found: Measured & { limit: number }): Report {
  const { limit, seconds, again, kept, checkSeconds, memory, state, isSame } = found
  const rate = (largestRecording / 2 / 1e6 + again) / seconds
  const quarter = memory[Math.floor(memory.length / 4)] ?? 0
  return {
    figures: [
      { what: 'a recording of 2 GB sent', unit: 'MB/s', value: Math.round(rate), limit },
      { what: 'put together, read back and compared', unit: 's', value: Math.round(checkSeconds) },
      { what: 'kept when the program was killed', unit: 'MB', value: Math.round(kept), wanted: '>= 1,074' },
      { what: 'memory at a quarter', unit: 'MB', value: quarter },
      { what: 'memory at most', unit: 'MB', value: Math.max(...memory) },
    ],
    notes: [
      'Limit: the same bytes hashed and written to the same disk by one process.',
      `It is ${state}, and the file is ${isSame ? '' : 'not '}the one that was sent.`,
    ],
    reached: state === 'ready' && isSame && kept * 1e6 >= largestRecording / 2,
  }
}
