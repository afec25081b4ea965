import { readCsvSample } from './csv.ts'

export const delimiters = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof delimiters)[number]

/** Which delimiter splits the sample into the most even lines of more than one cell. A single column counts as commas. */
export function guessDelimiter(sample: string): Delimiter {
  let best: Delimiter = ','
  let bestScore = 0
  for (const delimiter of delimiters) {
    const rows = readCsvSample(sample, { delimiter, complete: 'whole', most: 200 }).rows
    const score = evenness(rows.map((row) => row.cells.length))
    if (score > bestScore) {
      best = delimiter
      bestScore = score
    }
  }
  return best
}

/** Share of lines with the commonest number of cells, times a little more for more cells; 0 for a single cell. */
function evenness(widths: number[]): number {
  const counts = new Map<number, number>()
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1)
  let score = 0
  for (const [width, count] of counts) {
    if (width > 1) score = Math.max(score, (count / widths.length) * (1 + Math.log10(width) / 10))
  }
  return score
}
