import { availableParallelism } from 'node:os'
import { measureImport } from '../src/collect/index.ts'
import { openWorkspace } from '../test/members.ts'
import { withBenchApp } from './bench-app.ts'
import type { Report } from './report.ts'

const rows = 200_000

/** A customer file with twenty columns, from the start of the import until everything is on disk. */
export async function measureFileImport(): Promise<Report> {
  const measured = await withBenchApp(async (app) => {
    const { workspaceId } = await openWorkspace(app)
    return measureImport(app, { workspaceId, rows })
  })
  const second = (value: number) => Math.round(value * 10) / 10
  const { seconds, limitSeconds, parseSeconds, columns, cpuSeconds, memory, peakMegabytes } = measured
  return {
    figures: [
      {
        what: `${rows.toLocaleString('en')} rows × ${columns} columns`,
        unit: 's',
        value: second(seconds),
        limit: second(limitSeconds),
        wanted: '< 20',
      },
      { what: 'reading and splitting the file alone', unit: 's', value: second(parseSeconds) },
      { what: 'processor time of the program with ClickHouse', unit: 's', value: second(cpuSeconds) },
      ...memory.map(({ percent, megabytes, javascript, clickhouse }) => ({
        what: `memory at ${percent} % (JavaScript ${Math.round(javascript)}, ClickHouse ${Math.round(clickhouse)})`,
        unit: 'MB',
        value: Math.round(megabytes),
      })),
      { what: 'most memory while importing', unit: 'MB', value: Math.round(peakMegabytes) },
    ],
    notes: [
      `${second(measured.megabytes)} MB on ${availableParallelism()} cores. The limit: the same file through the same reader, its cells put into one ClickHouse table.`,
    ],
    reached: true,
  }
}
