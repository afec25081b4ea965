/**
 * The limit of this machine for taking events: bare node:http, JSON.parse, a 20 ms gather and one fsynced insert into the
 * embedded engine. No key, no checks, no identity.
 */
import { createServer } from 'node:http'
import { openEmbeddedClickHouse, ch } from '../src/platform/index.ts'

const store = openEmbeddedClickHouse({ path: process.argv[2] ?? '/tmp/limit', readers: 1 })
await store.command(
  ch.sql`CREATE TABLE IF NOT EXISTS limit_events (name LowCardinality(String), user_id String, message_id String, at DateTime64(3), properties String)
  ENGINE = MergeTree ORDER BY (name, at) SETTINGS fsync_after_insert = 1, fsync_part_directory = 1`,
)

type Message = { event: string; userId: string; messageId: string; timestamp: string; properties: unknown }
let lines: string[] = []
let waiting: (() => void)[] = []
let flushing = false

async function flush(): Promise<void> {
  if (flushing || lines.length === 0) return
  flushing = true
  const [taken, answered] = [lines, waiting]
  lines = []
  waiting = []
  await store.insertLines('limit_events', taken)
  for (const answer of answered) answer()
  flushing = false
}
setInterval(() => void flush(), 20)

const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const { batch } = JSON.parse(Buffer.concat(chunks).toString()) as { batch: Message[] }
    for (const message of batch) {
      const { event, userId, messageId, timestamp, properties } = message
      lines.push(
        JSON.stringify({
          name: event,
          user_id: userId,
          message_id: messageId,
          at: Date.parse(timestamp),
          properties: JSON.stringify(properties),
        }),
      )
    }
    waiting.push(() => response.end('{"success":true}'))
  })
})
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as { port: number }).port }))
