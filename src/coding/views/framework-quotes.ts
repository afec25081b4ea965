import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import type { App } from '../../platform/index.ts'
import { passage } from '../anchor.ts'
import { chosenPassages, type Scope } from './passages-sql.ts'
import { readWide } from './read-wide.ts'
import { codesBelow } from './query-sql.ts'

/** Quotes that may be shown now, by participant and theme: which, and a keyed hash of their words. */
export type CellQuotes = Map<string, Map<string, string>>

export const cellKey = (at: { participantId: string; codeId: string }) => `${at.participantId} ${at.codeId}`

/** The quotes under each theme of each participant asked for, of what may be shown now. */
export async function quotesOfCells(
  app: App,
  { scope, themes }: { scope: Scope; themes: readonly string[] },
): Promise<CellQuotes> {
  const rows = await readWide(
    app,
    sql<QuoteRow>`with recursive ${chosenPassages(scope)}
    select pt.id as participant_id, theme.id as code_id, c.highlight_id, c.start_at, c.end_at, u.text
    from chosen c
    join participants pt on pt.study_id = ${scope.studyId}::uuid and pt.person_no = c.person_no
    join utterances u on u.id = c.utterance_id
    join unnest(${[...themes]}::uuid[]) theme (id) on true
    where c.may_quote and c.codes && array(select below_id from below where code_id = theme.id)
      and c.codes && ${codesBelow(themes)}`,
  )
  const cells: CellQuotes = new Map()
  for (const row of rows) {
    const key = cellKey({ participantId: row.participant_id, codeId: row.code_id })
    const own = cells.get(key) ?? new Map<string, string>()
    own.set(row.highlight_id, hashOf(app, passage(row.text, { start: row.start_at, end: row.end_at })))
    cells.set(key, own)
  }
  return cells
}

type QuoteRow = {
  participant_id: string
  code_id: string
  highlight_id: string
  start_at: number
  end_at: number
  text: string
}

/** Tells other words from the same; nobody without the installation's secret can try words out on it. */
function hashOf(app: App, words: string): string {
  return createHmac('sha256', app.secret).update('summary').update(words).digest('base64url').slice(0, 22)
}
