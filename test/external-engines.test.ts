import { fork, type ChildProcess } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { setUpSamtale } from '../bench/running-samtale.ts'
import { startPostgres, type Postgres } from '../src/platform/engines/embedded-postgres.ts'
import { freePort, startClickHouseNode, type ClickHouseNode } from './clickhouse-node.ts'
import { temporaryFolder } from './temporary-folder.ts'

const folder = temporaryFolder('external')
const children: ChildProcess[] = []
let postgres: Postgres
let node: ClickHouseNode
let ports: { http: number; tcp: number }
let copies: Copy[]
let writeKey = ''

beforeAll(async () => {
  postgres = await startPostgres({ folder: join(folder, 'postgres'), port: await freePort() })
  ports = { http: await freePort(), tcp: await freePort() }
  node = await startClickHouseNode({ ports, folder: join(folder, 'clickhouse') })
  // Both find empty servers at the same moment.
  copies = await Promise.all([startCopy('one'), startCopy('two')])
}, 90_000)
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  await node.stop()
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
})

describe('on servers of PostgreSQL and ClickHouse', () => {
  test('two copies that start at once both come up and say that the engines are external', async () => {
    const answers = await Promise.all(copies.map(({ url }) => readJson(`${url}/health`)))
    const engines = { postgres: 'external', clickhouse: 'external' }
    for (const answer of answers) expect(answer).toMatchObject({ status: 'ok', engines })
  })

  test('what one copy takes the other can show', async () => {
    const [one, two] = bothOf(copies)
    const keys = await setUpSamtale({ url: one.url, data: one.data })
    writeKey = keys.writeKey
    expect(await send(one.url, 'e1')).toBe(200)
    const headers = { authorization: `Bearer ${keys.secretKey}` }
    const live = await fetch(`${two.url}/api/w/${keys.workspaceId}/events/live`, { headers })
    // Members only; that the key is not enough says that the other copy knows it.
    expect([200, 401, 403]).toContain(live.status)
    expect(await eventsIn(node)).toBe(1)
    expect(await send(two.url, 'e2')).toBe(200)
    expect(await eventsIn(node)).toBe(2)
  })

  test('while ClickHouse is away, health says so with 503 and nothing is acknowledged; back, it goes on', async () => {
    const [one] = bothOf(copies)
    await node.kill()
    const health = await fetch(`${one.url}/health`)
    expect(health.status).toBe(503)
    expect(await health.json()).toMatchObject({ reason: 'clickhouse does not answer' })
    const metrics = await (await fetch(`${one.url}/metrics`)).text()
    expect(metrics).toContain('samtale_engine_up{engine="clickhouse"} 0')
    expect(metrics).toContain('samtale_engine_up{engine="postgres"} 1')
    expect(metrics).toContain('samtale_events_total{outcome="accepted"} 1')
    expect(await send(one.url, 'lost')).toBe(503)
    node = await startClickHouseNode({ ports, folder: join(folder, 'clickhouse') })
    expect((await fetch(`${one.url}/health`)).status).toBe(200)
    expect(await send(one.url, 'e3')).toBe(200)
    expect(await eventsIn(node)).toBe(3)
  }, 60_000)

  test('while PostgreSQL is away, health says so with 503 and a refused event is not acknowledged; back, it goes on', async () => {
    const [one] = bothOf(copies)
    const port = Number(new URL(postgres.url).port)
    await postgres.stop()
    const health = await fetch(`${one.url}/health`)
    expect(health.status).toBe(503)
    expect(await health.json()).toMatchObject({ reason: 'postgres does not answer' })
    expect(await send(one.url, 'no', 'refuse me')).toBe(503)
    postgres = await startPostgres({ folder: join(folder, 'postgres'), port })
    expect((await fetch(`${one.url}/health`)).status).toBe(200)
    expect(await send(one.url, 'kept', 'refuse me')).toBe(200)
  }, 60_000)
})

type Copy = { url: string; data: string }

async function startCopy(name: string): Promise<Copy> {
  const [data, port] = [join(folder, name), await freePort()]
  const env = {
    ...process.env,
    SAMTALE_DATA: data,
    SAMTALE_SECRET: 'the same for every copy',
    DATABASE_URL: postgres.url,
    CLICKHOUSE_URL: node.url,
    PORT: String(port),
    LOG_LEVEL: 'error',
  }
  const child = fork(join(import.meta.dirname, '../src/main.ts'), [], { env, stdio: 'pipe' })
  children.push(child)
  let output = ''
  const keep = (chunk: Buffer) => (output += chunk.toString())
  child.stdout?.on('data', keep)
  child.stderr?.on('data', keep)
  await new Promise((resolve, reject) => {
    child.once('message', resolve)
    child.once('exit', () => reject(new Error(output)))
  })
  return { url: `http://127.0.0.1:${port}`, data }
}

async function send(url: string, messageId: string, type = 'track'): Promise<number> {
  const headers = { authorization: `Basic ${btoa(`${writeKey}:`)}` }
  const body = JSON.stringify({ batch: [{ type, event: 'Seen', userId: 'u1', messageId }] })
  const answer = await fetch(`${url}/v1/batch`, { method: 'POST', headers, body })
  return answer.status
}

async function eventsIn({ url }: ClickHouseNode): Promise<number> {
  const answer = await fetch(`${url}/?query=${encodeURIComponent('SELECT count() FROM events')}`)
  return Number(await answer.text())
}

async function readJson(url: string): Promise<unknown> {
  return (await fetch(url)).json()
}

function bothOf([one, two]: Copy[]): [Copy, Copy] {
  if (!one || !two) throw new Error('The copies did not start.')
  return [one, two]
}
