import { byteOrderMark, csvLine } from '../../platform/index.ts'
import { isLoss, type ReportLine } from './import-report.ts'

/** The report of an import as CSV: what happened, how often, and which ones. */
export function reportCsv(lines: readonly ReportLine[]): string {
  const rows = lines.map(({ what, count, examples }) => [
    isLoss(what) ? 'left out' : 'put right',
    what,
    String(count),
    examples.join('; '),
  ])
  return byteOrderMark + [['result', 'what', 'count', 'examples'], ...rows].map(csvLine).join('')
}
