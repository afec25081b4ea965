import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/app.ts'
import { makeBackup } from './backup.ts'
import { restoreLargeFiles } from './large-file-copies.ts'
import { manifestFile, readBackup } from './manifest.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})

const backUp = (folder: string) =>
  makeBackup({
    folder,
    databaseUrl: app.databaseUrl,
    ch: app.ch,
    secret: app.secret,
    filesFolder: join(app.dataDir, 'files'),
    version: '1',
    now: app.clock.now(),
    say: () => undefined,
  })

test('is not made while another copy of the program writes to the same servers, and is once that one is gone', async () => {
  const folder = join(app.dataDir, 'copy')
  const other = new pg.Client({
    connectionString: app.databaseUrl,
    application_name: 'samtale copy 00000000',
  })
  await other.connect()
  await expect(backUp(folder)).rejects.toThrow(/Stop the others/)
  expect(existsSync(join(folder, manifestFile))).toBe(false)
  await other.end()
  await backUp(folder)
  expect(existsSync(join(folder, manifestFile))).toBe(true)
})

test('holds the recordings of the data folder, half ones too, each with its checksum, and puts them back', async () => {
  const kept = join(app.dataDir, 'files/workspace')
  mkdirSync(kept, { recursive: true })
  writeFileSync(join(kept, 'whole'), Buffer.alloc(3_000_000, 7))
  writeFileSync(join(kept, 'half.part'), 'so far')
  const backup = join(app.dataDir, 'with-files')
  await backUp(backup)
  const manifest = await readBackup(backup)
  expect(Object.fromEntries(manifest.files.map(({ file, bytes }) => [file, bytes]))).toEqual({
    'files/workspace/half.part': 6,
    'files/workspace/whole': 3_000_000,
  })
  const into = join(app.dataDir, 'restored')
  await restoreLargeFiles({ backup, files: manifest.files, into })
  expect(readFileSync(join(into, 'workspace/whole')).equals(Buffer.alloc(3_000_000, 7))).toBe(true)
  expect(readFileSync(join(into, 'workspace/half.part'), 'utf8')).toBe('so far')
  writeFileSync(join(backup, 'files/workspace/whole'), 'damaged')
  await expect(readBackup(backup)).rejects.toThrow('not as it was written')
})
