import { sql } from 'kysely'
import type { App, TableFormat } from '../../platform/index.ts'
import type { Doer } from '../../workspace/index.ts'
import { writeExport } from '../exchange/exports.ts'
import { written } from '../exchange/tables.ts'
import { chosenPassages, type Scope } from './passages-sql.ts'
import { readPlaces } from './places.ts'
import { readWide } from './read-wide.ts'

type Counts = {
  scope: Scope
  actor: Doer
  format: TableFormat
  name: string
  rows: readonly (readonly string[])[]
}

/** Counts of a view as a file; written down with everybody whose passages or places are counted in it before it leaves. */
export async function exportCounts(
  app: App,
  { scope, actor, format, name, rows }: Counts,
): Promise<Uint8Array> {
  const said = await readWide(
    app,
    sql<{ person_no: number; passages: number }>`
    with recursive ${chosenPassages(scope)} select person_no, count(*) as passages from chosen group by 1`,
  )
  const { places } = await readPlaces(app, scope)
  await writeExport(app, {
    ...scope,
    actor,
    kind: 'matrix',
    people: [
      ...new Set([...said.map(({ person_no }) => person_no), ...places.flatMap(({ people }) => people)]),
    ],
    passages: said.reduce((sum, { passages }) => sum + passages, 0),
  })
  return written(format, { name, rows })
}
