import { z } from 'zod'
import { type App, ch } from '../platform/index.ts'
import { keepHeldFacts } from './held-facts.ts'

type HeldTrait = { trait: string; special: string }

const Row = z.object({
  personNo: z.number(),
  sourceId: z.string(),
  text: z.string(),
  at: z.number(),
  origin: z.string(),
})
type Row = z.output<typeof Row>
const atOnce = 20_000

/**
 * Takes facts written before their trait turned out to be special out of both tables of ClickHouse into `held_facts`. Called
 * again after a crash it goes on: rows are removed only once they are held.
 */
export async function holdBackFacts(
  app: App,
  { workspaceId, traits }: { workspaceId: string; traits: readonly HeldTrait[] },
): Promise<void> {
  const names = traits.map(({ trait }) => ch.sql`${ch.text(trait)}`)
  if (names.length === 0) return
  // `facts` is emptied first: what is left in `traits` shows that an earlier call did not end.
  const there = await app.ch.query(
    ch.sql`SELECT DISTINCT trait FROM traits WHERE workspace_id = ${ch.uuid(workspaceId)} AND trait IN (${ch.join(names, ', ')})`,
    z.object({ trait: z.string() }),
  )
  for (const { trait } of there) {
    const special = traits.find((held) => held.trait === trait)?.special
    if (special !== undefined) await holdBack(app, { workspaceId, trait, special })
  }
}

async function holdBack(app: App, of: { workspaceId: string } & HeldTrait): Promise<void> {
  const { workspaceId, trait } = of
  let last: Row | undefined
  do {
    const after = last
      ? ch.sql`AND (person, source_id) > (${ch.u32(last.personNo)}, ${ch.uuid(last.sourceId)})`
      : ch.sql``
    const rows: Row[] = await app.ch.query(
      ch.sql`SELECT person AS personNo, toString(facts.source_id) AS sourceId, text, toUnixTimestamp64Milli(facts.at) AS at, origin
        FROM facts FINAL WHERE workspace_id = ${ch.uuid(workspaceId)} AND trait = ${ch.text(trait)} ${after}
        ORDER BY person, facts.source_id LIMIT ${ch.u32(atOnce)}`,
      Row,
    )
    await keepHeldFacts(app, {
      workspaceId,
      facts: rows.map((row) => ({
        ...row,
        trait,
        value: row.text,
        at: new Date(row.at),
        reason: of.special,
      })),
    })
    last = rows.length === atOnce ? rows.at(-1) : undefined
  } while (last)
  for (const table of ['facts', 'traits'])
    await app.ch.command(
      ch.sql`ALTER TABLE ${ch.trusted(table)} DELETE WHERE workspace_id = ${ch.uuid(workspaceId)} AND trait = ${ch.text(trait)} SETTINGS mutations_sync = 2`,
    )
}
