import { existsSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/app.ts'
import { makeBackup } from './backup.ts'
import { manifestFile } from './manifest.ts'

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
