import { z } from 'zod'
import { Problem, notFound, type App, type Postgres } from '../../platform/index.ts'
import { UploadId } from '../../workspace/index.ts'

/** Largest file, and largest piece of it, in bytes. */
export const largestUpload = 2 * 1024 ** 3
export const largestChunk = 4 * 1024 ** 2

export const NewUpload = z.object({
  name: z.string().trim().min(1).max(500),
  size: z.int().min(1),
})

export const Upload = z.object({ id: UploadId, name: z.string(), size: z.number(), received: z.number() })
export type Upload = z.output<typeof Upload>

/** Begins an upload; its bytes follow in pieces, from the beginning to the end. */
export async function createUpload(
  app: App,
  given: z.output<typeof NewUpload> & { workspaceId: string; by: string | undefined },
): Promise<Upload> {
  if (given.size > largestUpload) {
    throw new Problem({
      id: 'upload-too-large',
      status: 413,
      detail: 'A file may have at most 2 GB. Split it, or leave out columns nobody needs.',
    })
  }
  const row = await app.pg
    .insertInto('uploads')
    .values({
      workspace_id: given.workspaceId,
      name: given.name,
      size: given.size,
      created_by: given.by ?? null,
    })
    .returning(['id', 'name', 'size', 'received'])
    .executeTakeFirstOrThrow()
  return Upload.parse(row)
}

type At = { workspaceId: string; uploadId: string }

/** One upload and how much of it is here. Throws 404. */
export async function findUpload(pg: Postgres, { workspaceId, uploadId }: At): Promise<Upload> {
  const row = await pg
    .selectFrom('uploads')
    .select(['id', 'name', 'size', 'received'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', uploadId)
    .executeTakeFirst()
  if (!row) throw notFound('upload')
  return Upload.parse(row)
}

/**
 * Keeps a piece that begins at `from`. A piece that is here already changes nothing; one that leaves a gap is refused with 409, and
 * the sender asks how much is here and goes on from there.
 */
export async function putChunk(app: App, given: At & { from: number; bytes: Uint8Array }): Promise<Upload> {
  const { workspaceId, uploadId, from, bytes } = given
  return app.pg.transaction().execute(async (tx) => {
    const row = await tx
      .selectFrom('uploads')
      .select(['id', 'name', 'size', 'received'])
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', uploadId)
      .forUpdate()
      .executeTakeFirst()
    if (!row) throw notFound('upload')
    const until = from + bytes.length
    if (until <= row.received) return Upload.parse(row)
    if (from !== row.received) throw misplaced(row.received)
    if (until > row.size) {
      throw new Problem({
        id: 'upload-too-long',
        status: 422,
        detail: 'More was sent than the file is long. Begin again with the file as it is now.',
      })
    }
    await tx
      .insertInto('upload_chunks')
      .values({ upload_id: uploadId, position: from, bytes: Buffer.from(bytes) })
      .execute()
    await tx.updateTable('uploads').set({ received: until }).where('id', '=', uploadId).execute()
    return Upload.parse({ ...row, received: until })
  })
}

const misplaced = (received: number) =>
  new Problem({
    id: 'upload-out-of-place',
    status: 409,
    detail: `${received} bytes are here. Send the bytes from there on.`,
  })

/** Keeps the piece a request carries, beginning where its header `upload-offset` says; an empty one asks how much is here. */
export async function receivePiece(app: App, given: At & { request: Request }): Promise<Upload> {
  const { request, ...at } = given
  const upload = await findUpload(app.pg, at)
  const from = z.coerce
    .number()
    .int()
    .min(0)
    .safeParse(request.headers.get('upload-offset') ?? 'missing')
  if (!from.success) {
    const detail = 'Say in the header upload-offset at which byte this piece begins.'
    throw new Problem({ id: 'bad-upload-offset', status: 400, detail })
  }
  const bytes = new Uint8Array(await request.arrayBuffer())
  return bytes.length === 0 ? upload : putChunk(app, { ...at, from: from.data, bytes })
}

/** The bytes of a finished upload, piece by piece; the next piece is fetched while one is worked on. */
export function readUpload(pg: Postgres, uploadId: string): () => AsyncIterable<Uint8Array> {
  return async function* () {
    let next = readPiece(pg, { uploadId, after: -1 })
    for (;;) {
      const piece = await next
      if (piece === undefined) return
      next = readPiece(pg, { uploadId, after: piece.position })
      // Whoever stops reading in the middle does not wait for this one; its failure would reach nobody.
      next.catch(() => undefined)
      yield piece.bytes
    }
  }
}

async function readPiece(
  pg: Postgres,
  { uploadId, after }: { uploadId: string; after: number },
): Promise<{ position: number; bytes: Buffer } | undefined> {
  return pg
    .selectFrom('upload_chunks')
    .select(['position', 'bytes'])
    .where('upload_id', '=', uploadId)
    .where('position', '>', after)
    .orderBy('position')
    .limit(1)
    .executeTakeFirst()
}

/** A finished upload of which any part can be read, without holding the rest. Throws 404, and `upload-unfinished` (409). */
export async function openUpload(
  pg: Postgres,
  at: At,
): Promise<{ name: string; size: number; read: (from: number, until: number) => Promise<Uint8Array> }> {
  const { name, size, received } = await findUpload(pg, at)
  if (received < size)
    throw new Problem({
      id: 'upload-unfinished',
      status: 409,
      detail: `Only ${received} of ${size} bytes are here. Choose the same file again: it goes on where it stopped.`,
    })
  return { name, size, read: (from, until) => readPart(pg, { uploadId: at.uploadId, from, until }) }
}

async function readPart(
  pg: Postgres,
  { uploadId, from, until }: { uploadId: string; from: number; until: number },
): Promise<Uint8Array> {
  const pieces = await pg
    .selectFrom('upload_chunks')
    .select(['position', 'bytes'])
    .where('upload_id', '=', uploadId)
    .where('position', '<', until)
    .where('position', '>', from - largestChunk)
    .orderBy('position')
    .execute()
  const parts = pieces.map(({ position, bytes }) =>
    bytes.subarray(Math.max(0, from - position), Math.max(0, until - position)),
  )
  return Buffer.concat(parts)
}
