import { randomBytes } from 'node:crypto'
import { request as requestHttp, type ClientRequest, type IncomingMessage } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { Transcriber } from '../../platform/index.ts'
import type { TranscriptionTrouble } from './recording.schema.ts'

export type Asked = {
  transcriber: Transcriber
  /** The recording; read as it is sent. */
  bytes: AsyncIterable<Uint8Array>
  size: number
  media: string
  language: string
  onSent: (bytes: number) => void
  signal: AbortSignal
  /** Milliseconds after which a connection on which nothing moves is given up; half an hour unless told: a long recording is listened to in silence. */
  patience?: number
}

/**
 * What came back: an answer, or why none did, with its HTTP status where there was one, and whether asking again may help (after so many seconds, where
 * it was told).
 */
export type Answered = { state: 'answered'; body: string } | ({ state: 'refused' } & Refusal)
type Refusal = { why: TranscriptionTrouble; status: number | null } & Again
type Again = { again: 'no' } | { again: 'later'; afterSeconds: number | null }

/** Largest answer that is read, in bytes: three hours of words with their times are some megabytes. */
const largestAnswer = 64 * 1024 * 1024

/**
 * Sends a recording to a transcriber as a multipart form, piece by piece, and reads its answer. Follows nobody to another address, and says the
 * key to nobody else. Throws only where it was told to stop.
 */
export async function askTranscriber(asked: Asked): Promise<Answered> {
  const { transcriber, signal } = asked
  const form = formOf(asked)
  const request = (transcriber.url.startsWith('https:') ? requestHttps : requestHttp)(transcriber.url, {
    method: 'POST',
    signal,
    timeout: asked.patience ?? 30 * 60_000,
    headers: {
      'content-type': `multipart/form-data; boundary=${form.boundary}`,
      'content-length': form.head.length + asked.size + form.tail.length,
      accept: 'application/json',
      ...(transcriber.key === undefined ? {} : { authorization: `Bearer ${transcriber.key}` }),
    },
  })
  let why: 'unreachable' | 'silent' = 'unreachable'
  request.on('timeout', () => {
    why = 'silent'
    request.destroy(new Error('silence'))
  })
  // Whoever refuses early does not read to the end; what it said counts, not that it closed.
  request.on('error', () => undefined)
  try {
    const answering = answerOf(request)
    void send(request, { asked, form }).catch((error: unknown) => request.destroy(asError(error)))
    return await judge(await answering)
  } catch (error) {
    if (signal.aborted) throw error
    return { state: 'refused', why, status: null, again: 'later', afterSeconds: null }
  } finally {
    request.destroy()
  }
}

function answerOf(request: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.once('response', resolve)
    request.once('error', reject)
  })
}

async function send(
  request: ClientRequest,
  { asked, form }: { asked: Asked; form: { head: Buffer; tail: Buffer } },
): Promise<void> {
  let sent = 0
  const write = async (bytes: Uint8Array) => {
    if (!request.destroyed && !request.write(bytes)) await takenBy(request)
  }
  await write(form.head)
  for await (const bytes of asked.bytes) {
    if (request.destroyed) return
    await write(bytes)
    sent += bytes.length
    asked.onSent(sent)
  }
  await write(form.tail)
  request.end()
}

/** Resolves once there is room for more, or nobody takes any. */
function takenBy(request: ClientRequest): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      request.off('drain', done)
      request.off('close', done)
      resolve()
    }
    request.on('drain', done)
    request.on('close', done)
  })
}

const asError = (error: unknown) => (error instanceof Error ? error : new Error('not sent'))

async function judge(answer: IncomingMessage): Promise<Answered> {
  const status = answer.statusCode ?? 0
  const body = await readAll(answer)
  if (status !== 200) return { state: 'refused', status, ...refusalOf(answer, status) }
  if (body === undefined) return { state: 'refused', why: 'broken answer', status: null, again: 'no' }
  return { state: 'answered', body }
}

function refusalOf(answer: IncomingMessage, status: number): { why: TranscriptionTrouble } & Again {
  const later = { again: 'later', afterSeconds: pauseOf(answer) } as const
  if (status === 429) return { why: 'busy', ...later }
  if (status >= 500 || status === 408) return { why: 'failing', ...later }
  if (status === 401 || status === 403) return { why: 'refused key', again: 'no' }
  if (status === 413) return { why: 'too large', again: 'no' }
  if ([400, 415, 422].includes(status)) return { why: 'not understood', again: 'no' }
  return { why: 'refused', again: 'no' }
}

async function readAll(answer: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of answer) {
    const bytes = Buffer.from(part as Uint8Array)
    length += bytes.length
    if (length > largestAnswer) return undefined
    parts.push(bytes)
  }
  return Buffer.concat(parts).toString('utf8')
}

/** Seconds of Retry-After, or until its date; at most an hour. */
function pauseOf(answer: IncomingMessage): number | null {
  const told = answer.headers['retry-after']
  if (told === undefined) return null
  const seconds = /^\d+$/.test(told) ? Number(told) : (Date.parse(told) - Date.now()) / 1000
  return Number.isFinite(seconds) ? Math.min(3600, Math.max(0, Math.ceil(seconds))) : null
}

function formOf({ transcriber, media, language }: Asked): { boundary: string; head: Buffer; tail: Buffer } {
  const boundary = `samtale-${randomBytes(18).toString('hex')}`
  const fields = [
    ['model', transcriber.model],
    ['language', language],
    ['response_format', 'verbose_json'],
    ['timestamp_granularities[]', 'segment'],
    ['timestamp_granularities[]', 'word'],
  ].map(
    ([name = '', value = '']) =>
      `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  // The name on disk often says who speaks; they need its ending only.
  const file = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="recording.${endingOf(media)}"\r\ncontent-type: ${media}\r\n\r\n`
  return { boundary, head: Buffer.from(fields.join('') + file), tail: Buffer.from(`\r\n--${boundary}--\r\n`) }
}

const endings: Readonly<Record<string, string>> = {
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/wav': 'wav',
  'audio/ogg': 'ogg',
  'audio/flac': 'flac',
  'video/mp4': 'mp4',
  'video/webm': 'webm',
  'video/quicktime': 'mov',
}

const endingOf = (media: string) => endings[media] ?? media.split('/')[1]?.replace(/^x-/, '') ?? 'bin'
