import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serveSignedBucket, type SignedBucket } from '../../../test/signed-bucket.ts'
import { temporaryFolder } from '../../../test/temporary-folder.ts'
import { openDiskFiles } from './disk-files.ts'
import { openLargeFiles } from './from-settings.ts'
import { pieceBytes, type LargeFiles } from './large-files.ts'

const folder = temporaryFolder('large-files')
let bucket: SignedBucket
let places: Record<string, LargeFiles>

beforeAll(async () => {
  bucket = await serveSignedBucket(join(folder, 's3'))
  const settings = {
    RECORDINGS_S3_URL: bucket.url,
    RECORDINGS_S3_KEY: bucket.keyId,
    RECORDINGS_S3_SECRET: bucket.secret,
  }
  places = { disk: openLargeFiles({}, folder), s3: openLargeFiles(settings, folder) }
})
afterAll(async () => {
  await bucket.close()
  rmSync(folder, { recursive: true, force: true })
})

const placeOf = (name: string): LargeFiles => {
  const place = places[name]
  if (!place) throw new Error(`no ${name}`)
  return place
}
const key = () => `${crypto.randomUUID()}/${crypto.randomUUID()}`

describe.each(['disk', 's3'])('large files on %s', (name) => {
  const bytes = Buffer.alloc(2 * pieceBytes + 12_345, 7)
  for (let at = 0; at < bytes.length; at += 997) bytes[at] = at % 251

  async function write(place: LargeFiles, at: string): Promise<string> {
    const begun = await place.begin({ key: at, size: bytes.length })
    const tags: string[] = []
    for (const number of [1, 2, 3]) {
      const piece = bytes.subarray((number - 1) * pieceBytes, number * pieceBytes)
      tags.push(await place.putPiece({ key: at, begun, number, bytes: piece }))
    }
    await place.finish({ key: at, begun, tags })
    // Ended and asked once more, as after a crash.
    await place.finish({ key: at, begun, tags })
    return begun
  }

  test('come in pieces and are read in any part', async () => {
    const place = placeOf(name)
    const at = key()
    await write(place, at)
    for (const [from, until] of [
      [0, bytes.length],
      [0, 1],
      [pieceBytes - 3, pieceBytes + 3],
      [bytes.length - 10, bytes.length],
    ] as const) {
      const parts: Uint8Array[] = []
      for await (const part of place.read(at, { from, until })) parts.push(part)
      expect(Buffer.concat(parts).equals(bytes.subarray(from, until)), `${from}-${until}`).toBe(true)
    }
  })

  test('are gone once removed, finished or not, however often', async () => {
    const place = placeOf(name)
    const [whole, half] = [key(), key()]
    const begun = await write(place, whole)
    const halfBegun = await place.begin({ key: half, size: bytes.length })
    await place.putPiece({ key: half, begun: halfBegun, number: 1, bytes: bytes.subarray(0, pieceBytes) })
    for (const file of [
      { key: whole, begun },
      { key: half, begun: halfBegun },
      { key: half, begun: halfBegun },
    ])
      await place.remove(file)
    const read = async () => {
      for await (const part of place.read(whole, { from: 0, until: 10 })) expect(part).toBeUndefined()
    }
    await expect(read()).rejects.toThrow(name === 's3' ? '404' : 'ENOENT')
  })
})

test('a bucket lets in nothing that is signed with another secret, and all that is signed with its own', async () => {
  const { url, keyId, secret, refused } = bucket
  const settings = { RECORDINGS_S3_URL: url, RECORDINGS_S3_KEY: keyId, RECORDINGS_S3_SECRET: `${secret}x` }
  const before = refused()
  const wrong = openLargeFiles(settings, folder)
  await expect(wrong.begin({ key: key(), size: 10 })).rejects.toThrow('403')
  await expect(wrong.remove({ key: key(), begun: 'x' })).rejects.toThrow('403')
  expect(refused()).toBe(before + 2)
  // Every request of the tests above was let in by its signature.
  expect(before).toBe(0)
})

test('half a setting of a bucket is refused at start, in words', () => {
  expect(() => openLargeFiles({ RECORDINGS_S3_URL: 'https://s3.example.org/b' }, folder)).toThrow(
    'RECORDINGS_S3_KEY',
  )
})

const disk = join(folder, 'small-disk')
mkdirSync(disk)
const mounted =
  process.platform === 'linux' &&
  process.getuid?.() === 0 &&
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=300m', 'tmpfs', disk]).status === 0
if (!mounted)
  console.warn('no small disk could be mounted here (root only): the suite "a full disk" does not run')
afterAll(() => {
  if (mounted) spawnSync('umount', ['-l', disk])
})

describe.skipIf(!mounted)('a full disk', () => {
  test('lets nothing in that has no room', async () => {
    await expect(openDiskFiles(disk).begin({ key: key(), size: 200 * 1024 * 1024 })).rejects.toThrow(
      'The disk is full',
    )
  })

  test('that fills up meanwhile keeps no half piece', async () => {
    const place = openDiskFiles(disk)
    const at = key()
    const begun = await place.begin({ key: at, size: 20 * 1024 * 1024 })
    const bytes = Buffer.alloc(pieceBytes, 7)
    await place.putPiece({ key: at, begun, number: 1, bytes })
    const { bavail, bsize } = statfsSync(disk)
    writeFileSync(join(disk, 'ballast'), Buffer.alloc(bavail * bsize - 3_000_000))
    await expect(place.putPiece({ key: at, begun, number: 2, bytes })).rejects.toThrow('ENOSPC')
    const [workspace = ''] = at.split('/')
    const left = statfsSync(disk)
    expect(left.bavail * left.bsize).toBeGreaterThan(2_500_000)
    rmSync(join(disk, 'ballast'))
    await place.putPiece({ key: at, begun, number: 2, bytes })
    await place.finish({ key: at, begun, tags: ['', ''] })
    expect(readdirSync(join(disk, workspace))).toEqual([at.split('/')[1]])
  })
})
