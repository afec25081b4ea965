/** Load generator: posts batches of events over loopback for a time and says what was acknowledged. Runs as a process of its own. */
import { Agent, request } from 'node:http'
import { z } from 'zod'

export type Load = { url: string; writeKey: string; seconds: number; connections: number; batch: number }
/** What came of it; times are from sending a batch to its answer. */
export const LoadResult = z.object({
  events: z.number(),
  seconds: z.number(),
  perSecond: z.number(),
  p50Ms: z.number(),
  p99Ms: z.number(),
  errors: z.number(),
})
export type LoadResult = z.infer<typeof LoadResult>

/** Posts batches until the time is over; counts only batches answered with 200. */
async function runLoad(load: Load): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: load.connections })
  const times: number[] = []
  let errors = 0
  let sent = 0
  const begun = performance.now()
  const end = begun + load.seconds * 1000
  async function worker(): Promise<void> {
    while (performance.now() < end) {
      sent += 1
      const body = batchBody(load, sent)
      const start = performance.now()
      const status = await post({ url: `${load.url}/v1/batch`, body, agent, key: load.writeKey })
      if (status === 200) times.push(performance.now() - start)
      else errors += 1
    }
  }
  await Promise.all(Array.from({ length: load.connections }, worker))
  const seconds = (performance.now() - begun) / 1000
  agent.destroy()
  times.sort((a, b) => a - b)
  const events = times.length * load.batch
  const at = (share: number) =>
    Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0)
  return { events, seconds, perSecond: Math.round(events / seconds), p50Ms: at(0.5), p99Ms: at(0.99), errors }
}

const names = ['Page viewed', 'Product viewed', 'Product added', 'Order completed', 'Signed up']
const run = Math.random().toString(36).slice(2)

function batchBody({ batch }: Load, number: number): string {
  const now = new Date().toISOString()
  const messages = Array.from({ length: batch }, (_, index) => {
    const n = number * batch + index
    return `{"type":"track","event":"${names[n % names.length]}","userId":"u${(n * 7919) % 100_000}","messageId":"${run}-${n}","timestamp":"${now}","properties":{"price":${n % 500},"category":"c${n % 20}","currency":"EUR"},"context":{"library":{"name":"bench","version":"1"}}}`
  })
  return `{"batch":[${messages.join(',')}],"sentAt":"${now}"}`
}

function post({
  url,
  body,
  agent,
  key,
}: {
  url: string
  body: string
  agent: Agent
  key: string
}): Promise<number> {
  return new Promise((resolve) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      authorization: `Basic ${btoa(`${key}:`)}`,
    }
    const call = request(url, { method: 'POST', agent, headers }, (answer) => {
      answer.resume()
      answer.on('end', () => resolve(answer.statusCode ?? 0))
    })
    call.on('error', () => resolve(0))
    call.end(body)
  })
}

if (import.meta.main) {
  const load = JSON.parse(process.argv[2] ?? '{}') as Load
  process.stdout.write(JSON.stringify(await runLoad(load)))
}
