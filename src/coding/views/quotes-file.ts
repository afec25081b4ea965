import type { App, TableFormat } from '../../platform/index.ts'
import type { Doer } from '../../workspace/index.ts'
import { writeExport } from '../exchange/exports.ts'
import { mostRows, tooManyQuotes, written } from '../exchange/tables.ts'
import type { Scope } from './passages-sql.ts'
import { readViewQuotes, type Cell } from './view-quotes.ts'
import type { ViewQuote } from './view.schema.ts'

/**
 * The quotes of a query or behind a figure as a file, of what may be shown at this moment; written down with whose words are in it before it leaves. Throws 404,
 * `too-many-quotes` (422).
 */
export async function exportViewQuotes(
  app: App,
  given: { scope: Scope; cell: Cell; actor: Doer; format: TableFormat },
): Promise<Uint8Array> {
  const { scope, cell, actor, format } = given
  const { items, total, people } = await readViewQuotes(app, { scope, cell, limit: mostRows, offset: 0 })
  if (total > mostRows) throw tooManyQuotes()
  await writeExport(app, {
    ...scope,
    actor,
    kind: 'quotes',
    people: [...new Set(people)],
    quotes: items,
    passages: items.length,
  })
  return written(format, { name: 'Quotes', rows: quoteLines(app, { ...scope, quotes: items }) })
}

/** Quotes as lines of a table, with a heading: the words, who said them when, and the way to their place. */
export function quoteLines(
  app: App,
  { workspaceId, quotes }: { workspaceId: string; quotes: readonly ViewQuote[] },
): string[][] {
  return [
    ['quote', 'who', 'said_on', 'language', 'conversation', 'place'],
    ...quotes.map((quote) => [
      quote.text,
      quote.who,
      quote.when.slice(0, 10),
      quote.language,
      quote.interview,
      `${app.baseUrl()}/w/${workspaceId}/interviews/${quote.interviewId}?u=${quote.utteranceId}`,
    ]),
  ]
}
