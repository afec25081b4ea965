import { z } from 'zod'
import { mayBitmapSql } from '../../consent/index.ts'
import { ch, type App } from '../../platform/index.ts'
import { traitsToShow } from '../views/person-groups.ts'
import { guidOf } from './guid.ts'
import type { RefiValue, RefiVariable } from './refi.ts'

type Variables = { variables: RefiVariable[]; valuesOf: (personNo: number) => RefiValue[] }

/**
 * What is known of participants as variables of their cases: traits of those who may be analysed now, each trait one variable. Everything is text,
 * since a value may be written otherwise than its type.
 */
export async function caseVariables(
  app: App,
  { workspaceId, people }: { workspaceId: string; people: readonly number[] },
): Promise<Variables> {
  const known = await traitsToShow(app, { workspaceId, people })
  if (people.length === 0 || known.length === 0) return { variables: [], valuesOf: () => [] }
  const names = known.map(({ trait }) => trait)
  const may = mayBitmapSql({ workspaceId, purpose: 'analysis', among: people })
  const rows = await app.ch.query(
    ch.sql`SELECT person, trait, text FROM traits FINAL WHERE workspace_id = ${ch.uuid(workspaceId)} AND text != ''
AND person IN ${ch.u32s(people)} AND bitmapContains((${may}), person) ORDER BY trait, person LIMIT 1000000`,
    z.object({ person: z.number(), trait: z.string(), text: z.string() }),
  )
  const guids = new Map(names.map((name) => [name, guidOf('variable', workspaceId, name)]))
  const byPerson = Map.groupBy(rows, ({ person }) => person)
  const used = new Set(rows.map(({ trait }) => trait))
  return {
    variables: names
      .filter((name) => used.has(name))
      .map((name) => ({ guid: guids.get(name) ?? '', name, type: 'Text' })),
    valuesOf: (personNo) =>
      (byPerson.get(personNo) ?? []).flatMap(({ trait, text }) => {
        const variable = guids.get(trait)
        return variable === undefined ? [] : [{ variable, text }]
      }),
  }
}
