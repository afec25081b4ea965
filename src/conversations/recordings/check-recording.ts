import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { pieceBytes, type App, type JobKind } from '../../platform/index.ts'
import { fileKeyOf } from './begin-recording.ts'

type At = { workspaceId: string; recordingId: string }

/** Compares a recording that arrived whole with what was sent. */
export const checkRecordingJob: JobKind<At> = {
  name: 'check-recording',
  data: z.object({ workspaceId: z.string(), recordingId: z.string() }),
}

/** Puts a recording's pieces together, reads the whole back and compares every piece with its checksum: `ready`, or `damaged`. */
export async function checkRecording(app: App, at: At): Promise<void> {
  const { recordingId } = at
  const found = await app.pg
    .selectFrom('recordings')
    .select(['begun', 'size'])
    .where('id', '=', recordingId)
    .where('state', '=', 'checking')
    .executeTakeFirst()
  if (!found) return
  const pieces = await app.pg
    .selectFrom('recording_pieces')
    .select(['sha256', 'tag'])
    .where('recording_id', '=', recordingId)
    .orderBy('number')
    .execute()
  const key = fileKeyOf(at)
  await app.largeFiles.finish({ key, begun: found.begun, tags: pieces.map(({ tag }) => tag) })
  const read = await digestsOf(app.largeFiles.read(key, { from: 0, until: found.size }))
  const isWhole =
    read.pieces.length === pieces.length && pieces.every(({ sha256 }, at) => read.pieces[at]?.equals(sha256))
  await app.pg.transaction().execute(async (tx) => {
    await sql`
      update recordings set state = ${isWhole ? 'ready' : 'damaged'}, sha256 = ${read.whole}, arrived_at = ${app.clock.now()}
      where id = ${recordingId} and state = 'checking'`.execute(tx)
    if (isWhole) await tx.deleteFrom('recording_pieces').where('recording_id', '=', recordingId).execute()
  })
}

/** The SHA-256 of each piece and of the whole. */
async function digestsOf(bytes: AsyncIterable<Uint8Array>): Promise<{ pieces: Buffer[]; whole: string }> {
  const whole = createHash('sha256')
  const pieces: Buffer[] = []
  let piece = createHash('sha256')
  let length = 0
  for await (const chunk of bytes) {
    whole.update(chunk)
    for (let rest = chunk; rest.length > 0;) {
      const part = rest.subarray(0, pieceBytes - length)
      rest = rest.subarray(part.length)
      piece.update(part)
      length += part.length
      if (length < pieceBytes) continue
      pieces.push(piece.digest())
      piece = createHash('sha256')
      length = 0
    }
  }
  if (length > 0) pieces.push(piece.digest())
  return { pieces, whole: whole.digest('hex') }
}
