import { z } from 'zod'
import { ch, type App, type Holdings, type PersonRef } from '../platform/index.ts'

/** Counts of a person's words. */
export const wordsHoldings: Holdings = {
  exportPerson: async (app, person) => {
    const rows = await app.ch.query(
      ch.sql`SELECT form AS word, sum(occurrences) AS times FROM spoken_terms WHERE ${ofPerson(person)}
        GROUP BY word ORDER BY times DESC, word`,
      z.object({ word: z.string(), times: z.number() }),
    )
    return { wordsSaid: rows }
  },
  // Rewritten on disk, not only hidden.
  erasePerson: async (app, person) => {
    if ((await countRows(app, person)) > 0)
      await app.ch.command(
        ch.sql`ALTER TABLE spoken_terms DELETE WHERE ${ofPerson(person)} SETTINGS mutations_sync = 2`,
      )
  },
  countPerson: countRows,
}

const ofPerson = ({ workspaceId, personNo }: PersonRef) =>
  ch.sql`workspace_id = ${ch.uuid(workspaceId)} AND person = ${ch.u32(personNo)}`

async function countRows(app: App, person: PersonRef): Promise<number> {
  const [found] = await app.ch.query(
    ch.sql`SELECT count() AS rows FROM spoken_terms WHERE ${ofPerson(person)}`,
    z.object({ rows: z.number() }),
  )
  return found?.rows ?? 0
}
