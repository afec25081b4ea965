import { sql } from 'kysely'
import type { PostgresTransaction } from '../../platform/index.ts'

/** Heading of the first column of the lines to mend, or the first name of each record: it says which line each is. */
export const markHeading = 'Samtale line'

type Line = { importId: string; line: number }

/** What that column says of a line: no spreadsheet takes it for a number, a date or a time. */
export function markOf({ importId, line }: Line): string {
  return `line-${line}-${importId.slice(-12)}`
}

/** The mark of a line of that import in a row that came back, wherever in it it stands; undefined in any other row. */
export function markIn(raw: string, importId: string): string | undefined {
  return new RegExp(`\\bline-[1-9]\\d{0,14}-${importId.slice(-12)}\\b`).exec(raw)?.[0]
}

/** More lines than this are not compared word by word: what came back without its mark then stays among those to mend. */
const mostCompared = 20_000

/**
 * Settles the lines of an import that these rows mend: by their mark, or, where somebody removed it, the one line that is like the row
 * in at least half of its words and more so than every other. The rest stays to be mended.
 */
export async function settleLines(
  tx: PostgresTransaction,
  given: { importId: string; rows: readonly { raw: string }[]; now: Date },
): Promise<void> {
  const { importId, rows, now } = given
  const marks = rows.map(({ raw }) => markIn(raw, importId))
  const marked = marks.flatMap((mark) => (mark === undefined ? [] : [Number(mark.split('-')[1])]))
  await settle(tx, { importId, lines: marked, now })
  const unmarked = rows.filter((_, index) => marks[index] === undefined)
  if (unmarked.length === 0) return
  const open = await tx
    .selectFrom('import_rejects')
    .select(['line', 'raw'])
    .where('import_id', '=', importId)
    .where('replayed_at', 'is', null)
    .where('raw', '!=', '')
    .limit(mostCompared + 1)
    .execute()
  if (open.length > mostCompared) return
  await settle(tx, { importId, lines: likeliest(open, unmarked), now })
}

async function settle(
  tx: PostgresTransaction,
  { importId, lines, now }: { importId: string; lines: readonly number[]; now: Date },
): Promise<void> {
  if (lines.length === 0) return
  await sql`
    update import_rejects set replayed_at = ${now}
    where import_id = ${importId} and line = any(${lines}::bigint[]) and replayed_at is null`.execute(tx)
}

/** The lines that rows are most like, each once. */
export function likeliest(
  open: readonly { line: number; raw: string }[],
  rows: readonly { raw: string }[],
): number[] {
  const linesOf = new Map<string, number[]>()
  const sizeOf = new Map<number, number>()
  for (const { line, raw } of open) {
    const said = wordsOf(raw)
    sizeOf.set(line, said.size)
    for (const word of said) {
      const lines = linesOf.get(word)
      if (lines === undefined) linesOf.set(word, [line])
      else lines.push(line)
    }
  }
  const found = new Set<number>()
  for (const { raw } of rows) {
    const shared = new Map<number, number>()
    for (const word of wordsOf(raw))
      for (const line of linesOf.get(word) ?? [])
        if (!found.has(line)) shared.set(line, (shared.get(line) ?? 0) + 1)
    const [first, second] = [...shared].toSorted(([, a], [, b]) => b - a)
    if (first === undefined || first[1] === second?.[1]) continue
    if (first[1] * 2 >= (sizeOf.get(first[0]) ?? 0)) found.add(first[0])
  }
  return [...found]
}

/** Cells, whatever stood between them: a spreadsheet writes other delimiters and quotes than the file had. */
function wordsOf(raw: string): Set<string> {
  return new Set(
    raw
      .split(/[;,\t|"{}]/)
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  )
}
