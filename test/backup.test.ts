import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lookFor, startWriter, untilMore } from '../bench/kill.ts'
import { setUpSamtale, startSamtale, type Keys } from '../bench/running-samtale.ts'
import { freePort } from './clickhouse-node.ts'
import { temporaryFolder } from './temporary-folder.ts'

const folder = temporaryFolder('backup')
const [data, copy, backup] = [join(folder, 'data'), join(folder, 'copy'), join(folder, 'backup')]
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let keys: Keys
let before: { taken: string[]; refused: string[]; sentAgain: () => number }
let made: Ended
let refusals: Record<'occupied' | 'file' | 'running', Ended>

beforeAll(async () => {
  const samtale = await startSamtale({ data, port: await freePort() })
  keys = await setUpSamtale(samtale)
  const writer = startWriter(samtale.url, keys.writeKey)
  try {
    await untilMore(writer, 30)
    before = { taken: [...writer.taken], refused: [...writer.refused], sentAgain: () => 0 }
    made = await run('backup', backup, data)
    await untilMore(writer, writer.count())
    writeFileSync(join(folder, 'file'), 'here')
    refusals = {
      occupied: await run('backup', backup, data),
      file: await run('backup', join(folder, 'file'), data),
      running: await run('restore', backup, data),
    }
  } finally {
    await writer.stop()
    await samtale.stop()
  }
}, 120_000)

describe('a backup made while both engines are written to', () => {
  test('says what it holds, in files only their owner can read', () => {
    expect(made.output).toMatch(/rows, \d+ MB/)
    expect(made.code).toBe(0)
    expect(statSync(backup).mode & 0o077).toBe(0)
    expect(statSync(join(backup, 'clickhouse/events.jsonl.gz')).mode & 0o077).toBe(0)
  })

  test('restored elsewhere, holds everything acknowledged before it began, once, and its keys open it', async () => {
    expect(await run('restore', backup, copy)).toMatchObject({ code: 0 })
    const restored = await startSamtale({ data: copy, port: await freePort() })
    const headers = { authorization: `Basic ${btoa(`${keys.writeKey}:`)}` }
    const body = JSON.stringify({ batch: [{ type: 'track', event: 'After', userId: 'u1' }] })
    const answer = await fetch(`${restored.url}/v1/batch`, { method: 'POST', headers, body })
    expect(answer.status).toBe(200)
    await restored.stop()
    const found = await lookFor(copy, before)
    expect(found.lost).toEqual({ clickhouse: [], postgres: [] })
    expect(found.countedTwice).toBe(0)
    expect(found.acknowledged.clickhouse).toBeGreaterThan(400)
    expect(readFileSync(join(copy, 'secret'), 'utf8').trim()).toBe(
      readFileSync(join(data, 'secret'), 'utf8').trim(),
    )
  }, 90_000)

  test('goes into an empty folder only, and never over an older one', () => {
    expect(refusals.occupied).toMatchObject({ code: 1, output: expect.stringContaining('is not empty') })
    expect(refusals.file).toMatchObject({ code: 1, output: expect.stringContaining('is not a folder') })
  })

  test('is not restored under a running program', () => {
    expect(refusals.running).toMatchObject({ code: 1, output: expect.stringContaining('Stop it first') })
  })

  test('is not restored over an installation that has a workspace', async () => {
    const { code, output } = await run('restore', backup, data)
    expect(output).toContain('has a workspace already')
    expect(code).toBe(1)
  }, 60_000)

  test('damaged, incomplete or missing, is refused before anything is touched', async () => {
    mkdirSync(join(folder, 'empty'))
    expect((await run('restore', join(folder, 'empty'), copy)).output).toContain('holds no complete backup')
    expect((await run('restore', join(folder, 'nowhere'), copy)).output).toContain('There is no folder')
    writeFileSync(join(backup, 'clickhouse/events.jsonl.gz'), 'damaged')
    expect((await run('restore', backup, copy)).output).toContain('not as it was written')
  }, 60_000)
})

test('where nothing runs, a backup says so', async () => {
  const { code, output } = await run('backup', join(folder, 'other'), join(folder, 'no-data'))
  expect(output).toContain('does not run on')
  expect(code).toBe(3)
})

type Ended = { code: number | null; output: string }

/** The command line as a user runs it. */
function run(command: string, target: string, from: string): Promise<Ended> {
  const main = join(import.meta.dirname, '../cli/main.ts')
  const env = { ...process.env, DATABASE_URL: '', CLICKHOUSE_URL: '' }
  const child = spawn(process.execPath, [main, command, target, '--data', from], { env })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, output })))
}
