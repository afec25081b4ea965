import { ClickHouseLogLevel, createClient } from '@clickhouse/client'
import { afterEach, expect, test } from 'vitest'
import { freePort, startClickHouseNode, type ClickHouseNode } from './clickhouse-node.ts'

const nodes: ClickHouseNode[] = []
afterEach(async () => {
  for (const node of nodes.splice(0)) await node.stop()
})

test('two ClickHouse nodes share one distributed table, and losing one of them is an error, not a smaller answer', async () => {
  const ports = [
    { http: await freePort(), tcp: await freePort() },
    { http: await freePort(), tcp: await freePort() },
  ]
  const clusters = { pair: ports.map(({ tcp }) => tcp) }
  for (const own of ports) nodes.push(await startClickHouseNode({ ports: own, clusters }))
  const clients = nodes.map(({ url }) => createClient({ url, log: { level: ClickHouseLogLevel.OFF } }))
  for (const client of clients) {
    await client.command({ query: 'CREATE DATABASE IF NOT EXISTS samtale' })
    await client.command({ query: 'CREATE TABLE samtale.part (n UInt64) ENGINE = MergeTree ORDER BY n' })
    await client.command({
      query: 'CREATE TABLE samtale.whole AS samtale.part ENGINE = Distributed(pair, samtale, part, n)',
    })
  }
  const [first, second] = clients
  if (!first || !second) throw new Error('two nodes were started')
  const values = Array.from({ length: 1000 }, (_, n) => ({ n }))
  const settings = { distributed_foreground_insert: 1 as const }
  await first.insert({ table: 'samtale.whole', values, format: 'JSONEachRow', clickhouse_settings: settings })
  expect(await count(second, 'samtale.whole')).toBe(1000)
  expect(await count(second, 'samtale.part')).toBe(500)

  await nodes[1]?.kill()
  await expect(count(first, 'samtale.whole')).rejects.toThrow(/Connection refused/)
  for (const client of clients) await client.close()
})

async function count(client: ReturnType<typeof createClient>, table: string): Promise<number> {
  const answer = await client.query({ query: `SELECT count() AS n FROM ${table}`, format: 'JSONEachRow' })
  const rows: { n: string }[] = await answer.json()
  return Number(rows[0]?.n)
}
