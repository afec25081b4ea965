import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdirSync } from 'node:fs'
import S3rver from 's3rver'
import { isSigned } from './s3-signature.ts'

/** A bucket that lets in only what is signed with its secret, as real ones do. */
export type SignedBucket = {
  url: string
  keyId: string
  secret: string
  /** Requests it has turned away. */
  refused: () => number
  close: () => Promise<void>
}

/** Serves one on a free port, its files in this folder. */
export async function serveSignedBucket(folder: string): Promise<SignedBucket> {
  mkdirSync(folder, { recursive: true })
  const store = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: folder,
    configureBuckets: [{ name: 'recordings', configs: [] }],
  })
  const { port } = await store.run()
  // The only key the store behind knows.
  const owner = { keyId: 'S3RVER', secret: 'S3RVER' }
  let refused = 0
  const door = createServer((incoming, outgoing) => {
    const { method = '', url = '' } = incoming
    const headers = Object.fromEntries(
      Object.entries(incoming.headers).flatMap(([name, value]) =>
        typeof value === 'string' ? [[name, value]] : [],
      ),
    )
    if (!isSigned({ method, target: url, headers }, owner)) {
      refused += 1
      incoming.resume()
      outgoing.writeHead(403).end('<Error><Code>SignatureDoesNotMatch</Code></Error>')
      return
    }
    // No connection is kept: the store behind would wait for its end.
    const passing = { port, method, path: url, headers: { ...incoming.headers, connection: 'close' } }
    const passed = request(passing, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers)
      answer.pipe(outgoing)
    })
    passed.on('error', () => outgoing.destroy())
    // Whoever reads no further leaves; the store behind must not wait.
    outgoing.on('close', () => passed.destroy())
    incoming.pipe(passed)
  })
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve))
  // A server on a port has an address with one.
  const { port: open } = door.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${open}/recordings`,
    ...owner,
    refused: () => refused,
    close: async () => {
      door.closeAllConnections()
      await new Promise((resolve) => door.close(resolve))
      await store.close()
    },
  }
}
