import { strToU8 } from 'fflate'
import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { archiveOf, fileOf } from '../../../test/refi.ts'
import { newReport } from './import-report.ts'
import { openExchange } from './open-exchange.ts'
import { guid, qde } from './testing-projects.ts'

const open = (content: Uint8Array | string) => openExchange(fileOf(content), newReport())
const whole = archiveOf({ 'project.qde': qde({}), [`sources/${guid(10)}.txt`]: 'Anna: Hello' })

/** A ZIP of one file whose directory claims another size than it unpacks to. */
function bomb(megabytes: number, claimed: number): Uint8Array {
  const packed = deflateRawSync(Buffer.alloc(megabytes << 20, ' '))
  const name = Buffer.from('project.qde')
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt16LE(name.length, 26)
  const central = Buffer.alloc(46)
  central.writeUInt32LE(0x02014b50, 0)
  central.writeUInt16LE(8, 10)
  central.writeUInt32LE(packed.length, 20)
  central.writeUInt32LE(claimed, 24)
  central.writeUInt16LE(name.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length + name.length, 12)
  end.writeUInt32LE(local.length + name.length + packed.length, 16)
  return Buffer.concat([local, name, packed, central, name, end])
}

const laughs = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;">]><Project name="&lol2;"/>`
const outside = `<?xml version="1.0"?><!DOCTYPE p [<!ENTITY x SYSTEM "file:///etc/passwd">]><Project name="&x;"/>`
const deep = `${'<Code guid="x" name="y" isCodable="true">'.repeat(5000)}${'</Code>'.repeat(5000)}`

describe('a file that is no project, or means harm, is refused with what to do', () => {
  test.each<[string, Uint8Array | string, string]>([
    ['nothing at all', '', 'exchange-not-refi'],
    ['a letter', 'Dear colleague, here is my project', 'exchange-not-refi'],
    ['another XML document', '<html><body/></html>', 'exchange-not-refi'],
    ['an archive without a project', archiveOf({ 'readme.txt': 'Hello' }), 'exchange-no-project'],
    ['half an upload', whole.subarray(0, whole.length >> 1), 'exchange-damaged'],
    ['an archive without its end', whole.subarray(0, whole.length - 10), 'exchange-damaged'],
    ['a directory that points nowhere', spoiled(whole), 'exchange-damaged'],
    ['XML cut off in the middle', archiveOf({ 'project.qde': qde({}).slice(0, 300) }), 'exchange-broken'],
    ['XML with tags crossed', '<Project><a><b></a></b></Project>', 'exchange-broken'],
    ['an entity nobody declared', '<Project name="&nobody;"/>', 'exchange-broken'],
    ['a billion laughs', laughs, 'exchange-declares'],
    ['a file to be fetched from the machine', outside, 'exchange-declares'],
    [
      'codes 5,000 levels deep',
      `<Project name="x"><CodeBook><Codes>${deep}</Codes></CodeBook></Project>`,
      'exchange-too-deep',
    ],
    [
      'a million empty codes in a few kilobytes',
      archiveOf({ 'project.qde': `<Project>${'<a/>'.repeat(1_100_000)}</Project>` }),
      'exchange-too-large',
    ],
    ['a bomb that says what it is', bomb(70, 70 << 20), 'exchange-too-large'],
    ['a bomb that lies', bomb(70, 1000), 'exchange-too-large'],
  ])('%s', async (_, content, id) => {
    await expect(open(content)).rejects.toMatchObject({ id, status: 422 })
  })

  test('every cut of a good archive is refused or opened, never crashed on', async () => {
    for (let length = 0; length < whole.length; length += 7) {
      const result = await open(whole.subarray(0, length)).then(
        () => 'opened',
        (error: unknown) => (error instanceof Error && 'id' in error ? 'refused' : String(error)),
      )
      expect(['opened', 'refused']).toContain(result)
    }
  })

  test('every spoiled byte of a good archive is refused or opened, never crashed on', async () => {
    for (let at = 0; at < whole.length; at += 3) {
      const bytes = whole.slice()
      bytes[at] = (bytes[at] ?? 0) ^ 0xff
      const result = await open(bytes).then(
        async (exchange) => (await exchange.readPath(`internal://${guid(10)}.txt`)).state,
        (error: unknown) => (error instanceof Error && 'id' in error ? 'refused' : String(error)),
      )
      expect(result).toMatch(/^(?:read|refused|source-\S+|path-outside)$/u)
    }
  })
})

test('paths that lead out of the archive find only what is in it', async () => {
  const exchange = await open(
    archiveOf({ 'project.qde': qde({}), '../../etc/passwd': 'root', 'sources/a.txt': 'Anna: Hello' }),
  )
  expect(await exchange.readPath('../../../etc/shadow')).toEqual({ state: 'path-outside' })
  expect(await exchange.readPath('absolute:///etc/hosts')).toEqual({ state: 'path-outside' })
  expect(await exchange.readPath('internal://b.txt')).toEqual({ state: 'source-missing' })
  expect(await exchange.readPath('internal://A.TXT')).toMatchObject({ state: 'read' })
})

test('a text that unpacks to more than any text is left out, the rest is read', async () => {
  const exchange = await open(
    archiveOf({
      'project.qde': qde({}),
      'sources/bomb.txt': new Uint8Array(40 << 20),
      'sources/a.txt': 'Anna: Hello',
    }),
  )
  expect(await exchange.readPath('internal://bomb.txt')).toEqual({ state: 'source-too-large' })
  expect(await exchange.readPath('internal://a.txt')).toMatchObject({ state: 'read' })
})

test('a project of 2 GB is opened by its directory: next to nothing of it is read', async () => {
  const video = 2_000_000_000
  const small = archiveOf({ 'project.qde': qde({}), 'sources/a.txt': 'Anna: Hello' })
  const shifted = shiftedBy(small, video)
  let read = 0
  const file = {
    name: 'large.qdpx',
    size: video + small.length,
    read: async (from: number, until: number) => {
      read += until - from
      if (until <= 4) return strToU8('PK\u0003\u0004')
      const before = Buffer.alloc(Math.max(0, Math.min(video, until) - from))
      return Buffer.concat([before, shifted.subarray(Math.max(0, from - video), Math.max(0, until - video))])
    },
  }
  const exchange = await openExchange(file, newReport())
  expect(exchange.project.codes).toHaveLength(2)
  expect(await exchange.readPath('internal://a.txt')).toMatchObject({ state: 'read' })
  expect(read).toBeLessThan(200_000)
})

test('an archive written for more than 4 GB (ZIP64) is opened like any other', async () => {
  const exchange = await open(zip64Of('project.qde', Buffer.from(qde({}))))
  expect(exchange.project.codes).toHaveLength(2)
  expect(await exchange.readPath('internal://project.qde')).toMatchObject({ state: 'read' })
})

test.each([0n, 1n, 1n << 63n, (1n << 64n) - 1n])(
  'a file said to lie %d bytes into an archive is looked for only within it',
  async (place) => {
    const file = fileOf(zip64Of('project.qde', Buffer.from(qde({})), place))
    const read = async (from: number, until: number) => {
      if (from > file.size) throw new Error(`Nothing can be read from ${from} on.`)
      return file.read(from, until)
    }
    const opened = openExchange({ ...file, read }, newReport())
    if (place === 0n) expect((await opened).project.codes).toHaveLength(2)
    else await expect(opened).rejects.toMatchObject({ id: 'exchange-damaged', status: 422 })
  },
)

/** An archive of one stored file whose sizes and places all stand in the records of ZIP64. */
function zip64Of(path: string, content: Buffer, place = 0n): Uint8Array {
  const name = Buffer.from(path)
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(name.length, 26)
  const extra = Buffer.alloc(28)
  extra.writeUInt16LE(1, 0)
  extra.writeUInt16LE(24, 2)
  extra.writeBigUInt64LE(BigInt(content.length), 4)
  extra.writeBigUInt64LE(BigInt(content.length), 12)
  extra.writeBigUInt64LE(place, 20)
  const central = Buffer.alloc(46)
  central.writeUInt32LE(0x02014b50, 0)
  for (const at of [20, 24, 42]) central.writeUInt32LE(0xffffffff, at)
  central.writeUInt16LE(name.length, 28)
  central.writeUInt16LE(extra.length, 30)
  const directory = Buffer.concat([central, name, extra])
  const from = local.length + name.length + content.length
  const record = Buffer.alloc(56)
  record.writeUInt32LE(0x06064b50, 0)
  record.writeBigUInt64LE(BigInt(directory.length), 40)
  record.writeBigUInt64LE(BigInt(from), 48)
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(0x07064b50, 0)
  locator.writeBigUInt64LE(BigInt(from + directory.length), 8)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt32LE(0xffffffff, 12)
  end.writeUInt32LE(0xffffffff, 16)
  return Buffer.concat([local, name, content, directory, record, locator, end])
}

function spoiled(archive: Uint8Array): Uint8Array {
  const bytes = Buffer.from(archive)
  bytes.writeUInt32LE(0xfffffff0, bytes.length - 6)
  return bytes
}

/** The same archive as if so many bytes of video stood before it. */
function shiftedBy(archive: Uint8Array, by: number): Uint8Array {
  const bytes = Buffer.from(archive)
  const end = bytes.length - 22
  const from = bytes.readUInt32LE(end + 16)
  for (let at = from; at < end;) {
    bytes.writeUInt32LE(bytes.readUInt32LE(at + 42) + by, at + 42)
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  bytes.writeUInt32LE(from + by, end + 16)
  return bytes
}
