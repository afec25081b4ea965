import { z } from 'zod'
import { type App, type Holdings, type PersonRef, ch } from '../platform/index.ts'
import { countNamedFacts, eraseNamedFacts } from './elsewhere.ts'
import { listFacts, listIdentifiers } from './profile.ts'

/** Identifiers, facts (held back ones too) and whose events are whose. */
export const peopleHoldings: Holdings = {
  async exportPerson(app, person) {
    const held = await app.pg
      .selectFrom('held_facts')
      .select(['trait', 'value', 'at', 'origin', 'source_id', 'reason'])
      .where('person_no', '=', person.personNo)
      .execute()
    const profile = await app.pg
      .selectFrom('people')
      .select(['id', 'pseudonym', 'created_at'])
      .where('no', '=', person.personNo)
      .executeTakeFirst()
    return {
      profile,
      identifiers: await listIdentifiers(app, person),
      facts: await listFacts(app, person),
      heldBack: held,
    }
  },
  async erasePerson(app, { workspaceId, personNo }) {
    await app.pg.deleteFrom('identifiers').where('person_no', '=', personNo).execute()
    await app.pg.deleteFrom('held_facts').where('person_no', '=', personNo).execute()
    await app.pg
      .deleteFrom('people')
      .where('workspace_id', '=', workspaceId)
      .where('no', '=', personNo)
      .execute()
    await removeRows(app, { workspaceId, personNo })
  },
  async countPerson(app, person) {
    const { n } = await app.pg
      .selectNoFrom((from) => [
        from
          .selectFrom('identifiers')
          .where('person_no', '=', person.personNo)
          .select(from.fn.countAll<number>().as('n'))
          .as('identifiers'),
        from
          .selectFrom('held_facts')
          .where('person_no', '=', person.personNo)
          .select(from.fn.countAll<number>().as('n'))
          .as('held'),
        from
          .selectFrom('people')
          .where('no', '=', person.personNo)
          .select(from.fn.countAll<number>().as('n'))
          .as('people'),
      ])
      .executeTakeFirstOrThrow()
      .then((row) => ({ n: (row.identifiers ?? 0) + (row.held ?? 0) + (row.people ?? 0) }))
    return n + (await countRows(app, person))
  },
  countElsewhere: countNamedFacts,
  eraseElsewhere: eraseNamedFacts,
}

const tables = ['facts', 'traits', 'identity'] as const

/** Removes the rows themselves, not only their sight: resolved means rewritten on disk. */
export async function removeRows(
  app: App,
  { workspaceId, personNo }: { workspaceId: string; personNo: number },
): Promise<void> {
  for (const table of tables)
    await app.ch.command(
      ch.sql`ALTER TABLE ${ch.trusted(table)} DELETE WHERE workspace_id = ${ch.uuid(workspaceId)} AND person = ${ch.u32(personNo)} SETTINGS mutations_sync = 2`,
    )
}

async function countRows(app: App, { workspaceId, personNo }: PersonRef): Promise<number> {
  const counts = tables.map(
    (table) =>
      ch.sql`(SELECT count() FROM ${ch.trusted(table)} WHERE workspace_id = ${ch.uuid(workspaceId)} AND person = ${ch.u32(personNo)})`,
  )
  const found = await app.ch.query(ch.sql`SELECT ${ch.join(counts, ' + ')} AS n`, z.object({ n: z.number() }))
  return found[0]?.n ?? 0
}
