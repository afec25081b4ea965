import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import { repeatedTransactions } from '../store/index.ts'

const registry = new Registry()
collectDefaultMetrics({ register: registry, prefix: 'samtale_' })

const events = new Counter({
  name: 'samtale_events_total',
  help: 'Events by what became of them: accepted, held (the person said no to analysis) or refused',
  labelNames: ['outcome'],
  registers: [registry],
})
const rows = new Counter({
  name: 'samtale_import_rows_total',
  help: 'Lines of imported files by what became of them: taken or rejected',
  labelNames: ['outcome'],
  registers: [registry],
})
const up = new Gauge({
  name: 'samtale_engine_up',
  help: '1 while the engine answers, otherwise 0',
  labelNames: ['engine'],
  registers: [registry],
})
new Counter({
  name: 'samtale_transactions_repeated_total',
  help: 'Transactions that met another at the same moment and were begun again',
  registers: [registry],
  collect() {
    this.reset()
    this.inc(repeatedTransactions())
  },
})
const requests = new Counter({
  name: 'samtale_http_requests_total',
  help: 'Requests answered',
  labelNames: ['method', 'route', 'status'],
  registers: [registry],
})
const seconds = new Histogram({
  name: 'samtale_http_seconds',
  help: 'Time to answer',
  labelNames: ['route'],
  registers: [registry],
  buckets: [0.005, 0.02, 0.1, 0.3, 1, 3, 10],
})

/** Counts events of one call, once they are on disk. */
export function countEvents(of: { accepted: number; held: number; refused: number }): void {
  for (const [outcome, n] of Object.entries(of)) events.inc({ outcome }, n)
}

/** Counts lines of an import, once they are on disk. */
export function countImportedRows(of: { taken: number; rejected: number }): void {
  for (const [outcome, n] of Object.entries(of)) rows.inc({ outcome }, n)
}

/** Counts a request; `route` is the pattern, never the path, which may hold an id. */
export function countRequest(of: { method: string; route: string; status: number; ms: number }): void {
  requests.inc({ method: of.method, route: of.route, status: of.status })
  seconds.observe({ route: of.route }, of.ms / 1000)
}

/** Everything counted since the program started, as Prometheus reads it. `down` names the engines that do not answer. */
export async function answerMetrics(down: readonly string[]): Promise<Response> {
  for (const engine of ['postgres', 'clickhouse']) up.set({ engine }, down.includes(engine) ? 0 : 1)
  return new Response(await registry.metrics(), { headers: { 'content-type': registry.contentType } })
}
