/** One figure beside what the same machine could do at best in the same run. */
export type Figure = { what: string; unit: string; value: number; limit?: number; wanted?: string }

export type Report = {
  figures: Figure[]
  /** What the limit is, and anything a reader must know to judge the figures. */
  notes: string[]
  /** False where something is wrong whatever the machine (a lost event), not merely slow. */
  reached: boolean
}

export type Bench = (say: (line: string) => void) => Promise<Report>

/** The report as people read it. */
export function asTable(name: string, { figures, notes }: Report): string {
  const rows = figures.map(({ what, unit, value, limit, wanted }) => [
    what,
    `${value.toLocaleString('en')} ${unit}`.trim(),
    limit === undefined ? '' : `${limit.toLocaleString('en')} ${unit}`.trim(),
    wanted ?? '',
  ])
  const table = [['', 'Samtale', 'limit', 'wanted'], ...rows]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)))
  const lines = table.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  '),
  )
  return [`${name}`, ...lines, ...notes].join('\n')
}
