import { AwsClient } from 'aws4fetch'
import type { Begun, ByteRange, LargeFiles } from './large-files.ts'

export type Bucket = {
  /** Address of the bucket: `https://s3.eu-north-1.amazonaws.com/bucket` or `https://bucket.s3…`. */
  url: string
  region: string
  keyId: string
  secret: string
}

/** Files in a bucket of any storage that speaks S3, by its multipart upload. */
export function openS3Files(bucket: Bucket): LargeFiles {
  const client = new AwsClient({
    accessKeyId: bucket.keyId,
    secretAccessKey: bucket.secret,
    region: bucket.region,
    service: 's3',
    retries: 4,
  })
  const base = bucket.url.replace(/\/$/, '')
  const ask = async (path: string, init: RequestInit): Promise<Response> => {
    const answer = await client.fetch(`${base}/${path}`, init)
    if (answer.ok) return answer
    await answer.body?.cancel()
    throw new StorageRefused(answer.status)
  }
  return {
    kind: 's3',
    begin: async ({ key }) => {
      const answer = await (await ask(`${key}?uploads`, { method: 'POST' })).text()
      const begun = /<UploadId>([^<]+)<\/UploadId>/.exec(answer)?.[1]
      if (begun === undefined) throw new Error('the storage began no upload')
      return begun
    },
    putPiece: async ({ key, begun, number, bytes }) => {
      const path = `${key}?partNumber=${number}&uploadId=${encodeURIComponent(begun)}`
      const answer = await ask(path, { method: 'PUT', body: new Uint8Array(bytes) })
      await answer.body?.cancel()
      return answer.headers.get('etag') ?? ''
    },
    finish: (file) => finish(ask, file),
    read: (key, range) => readPart(ask, key, range),
    remove: async ({ key, begun }) => {
      const abort = `${key}?uploadId=${encodeURIComponent(begun)}`
      for (const path of [abort, key])
        await ask(path, { method: 'DELETE' }).catch((error: unknown) => {
          if (!isGone(error)) throw error
        })
    },
  }
}

type Ask = (path: string, init: RequestInit) => Promise<Response>

async function finish(ask: Ask, { key, begun, tags }: Begun & { tags: readonly string[] }): Promise<void> {
  const parts = tags.map((tag, at) => `<Part><PartNumber>${at + 1}</PartNumber><ETag>${tag}</ETag></Part>`)
  const body = `<CompleteMultipartUpload>${parts.join('')}</CompleteMultipartUpload>`
  try {
    const answer = await ask(`${key}?uploadId=${encodeURIComponent(begun)}`, { method: 'POST', body })
    // A storage may begin to answer before it knows, and say in the body that it failed.
    if ((await answer.text()).includes('<Error>'))
      throw new Error('the storage did not put the file together')
  } catch (error) {
    if (!(error instanceof StorageRefused)) throw error
    // Finished a moment before the program was ended: then the upload is gone and the file is there.
    const there = await ask(key, { method: 'HEAD' }).catch(() => undefined)
    if (!there) throw error
    await there.body?.cancel()
  }
}

async function* readPart(ask: Ask, key: string, { from, until }: ByteRange): AsyncIterable<Uint8Array> {
  const answer = await ask(key, { headers: { range: `bytes=${from}-${until - 1}` } })
  // A storage that gives all of it gives too much, or the wrong bytes.
  if (answer.status !== 206 && from > 0) throw new Error('the storage gave no part of the file')
  let left = until - from
  for await (const bytes of answer.body ?? []) {
    yield bytes.subarray(0, left)
    left -= bytes.length
    if (left <= 0) return
  }
}

class StorageRefused extends Error {
  readonly status: number
  constructor(status: number) {
    super(`the storage answered ${status}`)
    this.status = status
  }
}

/** Gone, or (405, 501) a storage that keeps no uploads to be given up. */
const isGone = (error: unknown) => error instanceof StorageRefused && [404, 405, 501].includes(error.status)
