import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { temporaryFolder } from '../../../test/temporary-folder.ts'
import { lookUpProcess, signalProcess, waitForEnd } from './process-table.ts'

const fixtures = join(import.meta.dirname, '../../../test/fixtures')
const program = join(fixtures, 'program.ts')
const started: Run[] = []
let data = ''

beforeAll(() => {
  data = temporaryFolder('supervisor')
})
afterEach(async () => {
  for (const run of started.splice(0)) await run.stop()
})
afterAll(() => rmSync(data, { recursive: true, force: true }))

describe('the supervisor', () => {
  test('starts PostgreSQL and the program, says where, and stops the program before PostgreSQL', async () => {
    const run = start()
    await run.says('Set it up at   http://127.0.0.1:4780/setup#token')
    expect(run.output()).toMatch(/program \d+ starts number 1 embedded 1/)
    const postgres = postgresPid()
    expect(await run.stop()).toBe(0)
    expect(run.output()).toContain('program stopped')
    expect(lookUpProcess(postgres).state).not.toBe('running')
    expect(readFileSync(join(data, 'postgres/log'), 'utf8')).not.toMatch(/terminating connection/)
  })

  test('refuses a second start on the same data, says where the first is, and ends with 1', async () => {
    await start().says('Samtale is ready at')
    const second = start()
    expect(await second.ended()).toBe(1)
    expect(second.output()).toMatch(/already runs on .*: see http:\/\/127\.0\.0\.1:4780/)
  })

  test('lets only one of two that start at the same moment run', async () => {
    const both = [start(), start()]
    const loser = await Promise.race(both.map(async (run) => ({ run, code: await run.ended() })))
    expect(loser.code).toBe(1)
    expect(loser.run.output()).toContain('already runs')
    await Promise.any(both.map((run) => run.says('Samtale is ready at')))
  })

  test('killed, leaves a PostgreSQL behind that the next start stops, and nothing committed is lost', async () => {
    const first = start()
    await first.says('Samtale is ready at')
    const number = startNumber(first)
    const [orphan, child] = [postgresPid(), programPid(first)]
    first.kill()
    expect(await waitForEnd(child, 5_000)).toBe(true)
    expect(lookUpProcess(orphan).state).toBe('running')

    const second = start()
    await second.says('Samtale is ready at')
    expect(second.output()).toContain('Stopping the PostgreSQL that an earlier run left behind')
    expect(startNumber(second)).toBe(number + 1)
    expect(postgresPid()).not.toBe(orphan)
  })

  test('starts a killed program again', async () => {
    const run = start()
    await run.says('Samtale is ready at')
    const first = programPid(run)
    signalProcess(first, 'SIGKILL')
    await run.says(/Samtale ended \(SIGKILL\)[^]*ready at/)
    expect(programPid(run)).not.toBe(first)
  })

  test('starts a killed PostgreSQL again at the same address', async () => {
    const run = start()
    await run.says('Samtale is ready at')
    const first = postgresPid()
    signalProcess(first, 'SIGKILL')
    await run.says('PostgreSQL ended (SIGKILL)')
    await expect
      .poll(() => postgresPid() !== first && postgresStatus().phase, { timeout: 10_000 })
      .toBe('ready')
    signalProcess(programPid(run), 'SIGKILL')
    await run.says(/Samtale ended \(SIGKILL\)[^]*ready at/)
  })

  test('ends with 1 when the program cannot start, and leaves nothing running', async () => {
    const run = start({ FAIL: 'yes' })
    expect(await run.ended()).toBe(1)
    expect(run.output()).toContain('Samtale could not start: the program ended (code 3) before it listened')
    expect(postgresStatus().pid).toBe(0)
    const told = start({ FAIL: 'with words' })
    expect(await told.ended()).toBe(1)
    expect(told.output()).toContain('Samtale could not start: ClickHouse is away')
  })

  test('ends with 1 when the web app cannot be built, and leaves no PostgreSQL behind', async () => {
    const run = start({ BROKEN_WEB: 'yes' })
    expect(await run.ended()).toBe(1)
    expect(run.output()).toContain('Samtale could not start: the web app is broken')
    expect(postgresStatus().pid).toBe(0)
  })

  test('ends with 1 and one line where the port is none or the data folder is a file', async () => {
    const port = start({ PORT: '99999' })
    expect(await port.ended()).toBe(1)
    expect(port.output().trim()).toBe(
      'Samtale could not start: PORT is "99999", which is no port. Choose a number from 1 to 65535: PORT=4780',
    )
    const file = join(data, 'a-file')
    writeFileSync(file, '')
    for (const folder of [file, join(file, 'below')]) {
      const run = start({}, folder)
      expect(await run.ended()).toBe(1)
      expect(run.output().trim().split('\n')).toEqual([
        `Samtale could not start: The data folder ${folder} is a file, or lies in one. Move the file, or name another folder: SAMTALE_DATA=FOLDER`,
      ])
    }
  })

  test('starts no PostgreSQL where DATABASE_URL names one', async () => {
    const run = start({ DATABASE_URL: 'postgres://nobody:x@127.0.0.1:1/none' })
    expect(await run.ended()).toBe(1)
    expect(run.output()).not.toContain('Starting PostgreSQL')
  })
})

type Run = {
  output: () => string
  ended: () => Promise<number | null>
  kill: () => void
  says: (words: string | RegExp) => Promise<void>
  stop: () => Promise<number | null>
}

function start(environment: NodeJS.ProcessEnv = {}, folder = data): Run {
  const env = { ...process.env, DATABASE_URL: '', ...environment }
  const child = spawn(process.execPath, [join(fixtures, 'supervised.ts'), folder, program], { env })
  let text = ''
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()))
  const end = exitOf(child)
  const run = {
    output: () => text,
    ended: () => end,
    kill: () => child.kill('SIGKILL'),
    says: (words: string | RegExp) =>
      expect.poll(() => text, { timeout: 15_000, interval: 20 }).toMatch(words),
    stop: async () => {
      child.kill('SIGTERM')
      return await end
    },
  }
  started.push(run)
  return run
}

function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('close', resolve))
}

function postgresStatus(): { pid: number; phase: string } {
  try {
    const lines = readFileSync(join(data, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), phase: (lines[7] ?? '').trim() }
  } catch {
    return { pid: 0, phase: 'off' }
  }
}

function postgresPid(): number {
  return postgresStatus().pid
}

function programPid(run: Run): number {
  return Number([...run.output().matchAll(/program (\d+) starts/g)].at(-1)?.[1])
}

function startNumber(run: Run): number {
  return Number([...run.output().matchAll(/starts number (\d+)/g)].at(-1)?.[1])
}
