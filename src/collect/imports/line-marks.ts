import { sql } from 'kysely'
import type { App, PostgresTransaction } from '../../platform/index.ts'
import { likelyLines, longestCompared, type LikelyLines } from './likely-lines.ts'

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

type Rows = readonly { raw: string }[]

/**
 * Tells which lines of an import rows mend that came back: by their mark, or, where somebody removed it, the one line that is clearly
 * like the row. The open lines are read once, at the first row without a mark.
 */
export function mendedLines(app: App, importId: string): (rows: Rows) => Promise<number[]> {
  let likely: Promise<LikelyLines> | undefined
  return async (rows) => {
    const marks = rows.map(({ raw }) => markIn(raw, importId))
    const marked = marks.flatMap((mark) => (mark === undefined ? [] : [Number(mark.split('-')[1])]))
    const unmarked = rows.filter((_, index) => marks[index] === undefined)
    if (unmarked.length === 0) return marked
    likely ??= openLines(app, importId).then(likelyLines)
    return [...marked, ...(await (await likely)(unmarked))]
  }
}

async function openLines(app: App, importId: string): Promise<{ line: number; raw: string }[]> {
  const open = await app.pg
    .selectFrom('import_rejects')
    .select(['line', 'raw'])
    .where('import_id', '=', importId)
    .where('replayed_at', 'is', null)
    .where('raw', '!=', '')
    .where(sql<number>`length(raw)`, '<=', longestCompared)
    .limit(mostCompared + 1)
    .execute()
  return open.length > mostCompared ? [] : open
}

/** Settles lines of an import that were mended. */
export async function settleLines(
  tx: PostgresTransaction,
  { importId, lines, now }: { importId: string; lines: readonly number[]; now: Date },
): Promise<void> {
  if (lines.length === 0) return
  await sql`
    update import_rejects set replayed_at = ${now}
    where import_id = ${importId} and line = any(${lines}::bigint[]) and replayed_at is null`.execute(tx)
}
