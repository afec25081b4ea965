import { sql } from 'kysely'
import { Problem, notFound, type App, type ByteRange } from '../../platform/index.ts'
import { audit, type Actor } from '../../workspace/index.ts'
import { fileKeyOf } from './begin-recording.ts'

type At = { workspaceId: string; recordingId: string }

/** Bytes after which a running answer asks for permission again. */
const askAgainAfter = 2 * 1024 * 1024

/**
 * The bytes of a recording that were asked for. Permission of everybody heard is read at every request and again while a long answer runs, so
 * that a withdrawal ends what is being listened to. Throws 404 and `no-such-range` (416).
 */
export async function playRecording(
  app: App,
  given: At & { request: Request; actor: Actor },
): Promise<Response> {
  const { request, actor, workspaceId, recordingId } = given
  const { size, media } = await findPlayable(app, given)
  const range = rangeOf(request.headers.get('range'), size)
  if (range.from === 0 && request.method === 'GET')
    await audit(app, {
      workspaceId,
      actor,
      action: 'recording.heard',
      subject: { kind: 'recording', id: recordingId },
      purpose: 'conversation_analysis',
    })
  return new Response(request.method === 'HEAD' ? null : streamOf(readPermitted(app, { ...given, range })), {
    status: request.headers.has('range') ? 206 : 200,
    headers: {
      'content-type': media,
      'content-length': String(range.until - range.from),
      'accept-ranges': 'bytes',
      ...(request.headers.has('range')
        ? { 'content-range': `bytes ${range.from}-${range.until - 1}/${size}` }
        : {}),
      'content-disposition': 'inline',
      // Kept by no proxy and no browser: what was taken back is not there to be played again.
      'cache-control': 'private, no-store',
    },
  })
}

/** A recording that may be heard now. Throws 404, also where somebody heard in it took their permission back. */
export async function findPlayable(
  app: App,
  at: At,
): Promise<{ size: number; media: string; studyId: string }> {
  const { rows } = await sql<{ size: number; media: string; study_id: string }>`
    select r.size, r.media, r.study_id from recordings r
    join audible_recordings(${at.workspaceId}::uuid, 1, array[${at.recordingId}::uuid]) a on a.recording_id = r.id
    where r.workspace_id = ${at.workspaceId} and r.state = 'ready'`.execute(app.pg)
  const [row] = rows
  if (!row) throw notFound('recording')
  return { size: row.size, media: row.media, studyId: row.study_id }
}

/** The one range of `bytes=…` (RFC 9110, 14.1.2); all of the file without one. Of several ranges the first is answered. */
export function rangeOf(header: string | null, size: number): ByteRange {
  if (header === null) return { from: 0, until: size }
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)/.exec(header) ?? []
  if (first === '' && last === '') throw noSuchRange(size)
  if (first === '') return { from: Math.max(0, size - Number(last)), until: size }
  const range = { from: Number(first), until: last === '' ? size : Math.min(size, Number(last) + 1) }
  if (range.from >= size || range.from >= range.until) throw noSuchRange(size)
  return range
}

/** Stops in the middle once somebody took their permission back. */
async function* readPermitted(app: App, given: At & { range: ByteRange }): AsyncIterable<Uint8Array> {
  const { range } = given
  for (let from = range.from; from < range.until; from += askAgainAfter) {
    if (from > range.from) await findPlayable(app, given)
    yield* app.largeFiles.read(fileKeyOf(given), { from, until: Math.min(range.until, from + askAgainAfter) })
  }
}

/** As it is asked for: a player that waits reads nothing from the disk. */
function streamOf(bytes: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = bytes[Symbol.asyncIterator]()
  return new ReadableStream({
    pull: async (controller) => {
      const next = await iterator.next()
      if (next.done === true) controller.close()
      else controller.enqueue(new Uint8Array(next.value))
    },
    cancel: async () => {
      await iterator.return?.()
    },
  })
}

const noSuchRange = (size: number) =>
  new Problem({ id: 'no-such-range', status: 416, detail: `The recording has ${size} bytes.` })
