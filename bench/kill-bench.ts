import { rmSync } from 'node:fs'
import { freePort } from '../test/clickhouse-node.ts'
import { temporaryFolder } from '../test/temporary-folder.ts'
import { killAtMoments } from './kill.ts'
import type { Report } from './report.ts'

/** A hundred kills under writes; every acknowledged id has to be there afterwards. */
export async function measureKill(say: (line: string) => void): Promise<Report> {
  const data = temporaryFolder('bench-kill')
  try {
    const { moments, acknowledged, lost, countedTwice, sentAgain } = await killAtMoments({
      data,
      port: await freePort(),
      moments: 100,
      seed: 100,
      say,
    })
    const missing = lost.clickhouse.length + lost.postgres.length
    return {
      figures: [
        { what: 'program killed', unit: 'times', value: moments.program },
        { what: 'supervisor killed, PostgreSQL left behind', unit: 'times', value: moments.supervisor },
        { what: 'PostgreSQL killed', unit: 'times', value: moments.postgres },
        { what: 'acknowledged by ClickHouse', unit: 'events', value: acknowledged.clickhouse },
        { what: 'acknowledged by PostgreSQL', unit: 'events', value: acknowledged.postgres },
        { what: 'sent again after a kill', unit: 'batches', value: sentAgain },
        { what: 'acknowledged and lost', unit: 'events', value: missing, wanted: '0' },
        { what: 'counted twice', unit: 'events', value: countedTwice, wanted: '0' },
      ],
      notes: [],
      reached: missing === 0 && countedTwice === 0,
    }
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}
