import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { Problem, notFound, pieceBytes, type App, type PostgresTransaction } from '../../platform/index.ts'
import { fileKeyOf } from './begin-recording.ts'
import { checkRecordingJob } from './check-recording.ts'
import { mediaKind } from './media-kind.ts'

type At = { workspaceId: string; recordingId: string }

/** The version of tus (https://tus.io/protocols/resumable-upload) that uploads speak: its core, and the extension `checksum`. */
const version = '1.0.0'

/** How much of a recording is here, as tus says it: what `HEAD` is answered with. Throws 404. */
export async function uploadState(app: App, at: At): Promise<Response> {
  const { rows } = await sql<{ size: number; received: number }>`
    select size, received from recordings where workspace_id = ${at.workspaceId} and id = ${at.recordingId}`.execute(
    app.pg,
  )
  const [row] = rows
  if (!row) throw notFound('recording')
  return answer({ status: 200, offset: row.received, length: row.size })
}

/**
 * Takes what a `PATCH` of tus carries. Whole pieces are kept as they arrive, each in a transaction with its number of bytes, so that an upload
 * that is cut off goes on after the last whole one. Throws 404, `tus-version` (412), `upload-out-of-place` (409),
 * `recording-not-media` (415, and the recording is gone), `checksum-mismatch` (460), `piece-too-short` (400), `disk-full` (507).
 */
export async function receivePieces(app: App, given: At & { request: Request }): Promise<Response> {
  const { request, workspaceId, recordingId } = given
  const from = Number(request.headers.get('upload-offset') ?? 'missing')
  const begun = await findArriving(app.pg, given)
  if (request.headers.get('tus-resumable') !== version) throw wrongVersion()
  if (from !== begun.received) throw outOfPlace(begun.received)
  let offset = from
  for await (const bytes of piecesOf(request, { left: begun.size - from }))
    offset = await keepPiece(app, { ...given, from: offset, bytes })
  if (offset === from && from < begun.size)
    throw new Problem({
      id: 'piece-too-short',
      status: 400,
      detail: `Send pieces of ${pieceBytes} bytes; only the last one may be shorter.`,
    })
  if (offset === begun.size)
    await app.jobs.queue(checkRecordingJob, { workspaceId, recordingId }, { key: recordingId })
  return answer({ status: 204, offset })
}

type Begun = { size: number; received: number; begun: string; media: string | null }

async function findArriving(db: App['pg'] | PostgresTransaction, at: At): Promise<Begun> {
  const { rows } = await sql<Begun>`
    select size, received, begun, media from recordings
    where workspace_id = ${at.workspaceId} and id = ${at.recordingId} and state = 'arriving' for update`.execute(
    db,
  )
  const [row] = rows
  if (!row) throw notFound('recording that is being uploaded')
  return row
}

/** Cuts a body to pieces; with a checksum it is one piece at most, compared before anything is kept. What is no whole piece is left out. */
async function* piecesOf(request: Request, { left }: { left: number }): AsyncIterable<Uint8Array> {
  const claimed = request.headers.get('upload-checksum')
  let held: Uint8Array[] = []
  let length = 0
  let yielded = 0
  for await (const chunk of request.body ?? []) {
    let rest: Uint8Array = chunk
    while (rest.length > 0) {
      const part = rest.subarray(0, pieceBytes - length)
      rest = rest.subarray(part.length)
      held.push(part)
      length += part.length
      if (yielded + length > left) throw tooLong()
      if (length < pieceBytes) continue
      if (claimed !== null && (yielded > 0 || rest.length > 0)) throw tooLong()
      const piece = Buffer.concat(held)
      if (claimed !== null) compare(piece, claimed)
      yield piece
      yielded += length
      held = []
      length = 0
    }
  }
  if (length === 0 || yielded + length < left) return
  const piece = Buffer.concat(held)
  if (claimed !== null && yielded === 0) compare(piece, claimed)
  yield piece
}

function compare(bytes: Uint8Array, claimed: string): void {
  const [kind = '', digest] = claimed.split(' ')
  if (kind === 'sha256' && createHash('sha256').update(bytes).digest('base64') === digest) return
  throw new Problem({
    id: 'checksum-mismatch',
    status: 460,
    detail: 'This piece was damaged on the way. Send it again.',
  })
}

async function keepPiece(app: App, given: At & { from: number; bytes: Uint8Array }): Promise<number> {
  const { from, bytes, recordingId } = given
  const media = from === 0 ? await readMedia(app, given) : undefined
  return app.pg.transaction().execute(async (tx) => {
    // Held until the piece is written: of two who send at once the second is told where to go on.
    const { received, begun } = await findArriving(tx, given)
    if (received !== from) throw outOfPlace(received)
    const number = from / pieceBytes + 1
    const tag = await app.largeFiles.putPiece({ key: fileKeyOf(given), begun, number, bytes })
    await tx
      .insertInto('recording_pieces')
      .values({
        recording_id: recordingId,
        number,
        size: bytes.length,
        sha256: createHash('sha256').update(bytes).digest(),
        tag,
      })
      .execute()
    const until = from + bytes.length
    await sql`
      update recordings set received = ${until}, media = coalesce(${media ?? null}, media),
        state = case when size = ${until} then 'checking' else state end
      where id = ${recordingId}`.execute(tx)
    return until
  })
}

/** What is no recording is refused at its first piece, and leaves nothing. */
async function readMedia(app: App, { bytes, ...at }: At & { bytes: Uint8Array }): Promise<string> {
  const media = mediaKind(bytes.subarray(0, 64))
  if (media !== undefined) return media
  await app.pg
    .deleteFrom('recordings')
    .where('workspace_id', '=', at.workspaceId)
    .where('id', '=', at.recordingId)
    .execute()
  throw new Problem({
    id: 'recording-not-media',
    status: 415,
    detail:
      'This file is neither sound nor video. Choose the recording itself; a transcript is brought in under Interviews.',
  })
}

function answer({ status, offset, length }: { status: number; offset: number; length?: number }): Response {
  return new Response(null, {
    status,
    headers: {
      'tus-resumable': version,
      'tus-extension': 'checksum',
      'tus-checksum-algorithm': 'sha256',
      'upload-offset': String(offset),
      ...(length === undefined ? {} : { 'upload-length': String(length) }),
      'cache-control': 'no-store',
    },
  })
}

const wrongVersion = () =>
  new Problem({ id: 'tus-version', status: 412, detail: `Say Tus-Resumable: ${version} with every request.` })

const outOfPlace = (received: number) =>
  new Problem({
    id: 'upload-out-of-place',
    status: 409,
    detail: `${received} bytes are here. Send the bytes from there on.`,
  })

const tooLong = () =>
  new Problem({
    id: 'upload-too-long',
    status: 422,
    detail: 'More was sent than the file is long. Begin again with the file as it is now.',
  })
