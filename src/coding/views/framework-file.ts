import { sql } from 'kysely'
import type { App, TableFormat } from '../../platform/index.ts'
import type { Doer } from '../../workspace/index.ts'
import { writeExport } from '../exchange/exports.ts'
import { written } from '../exchange/tables.ts'
import { readFramework } from './framework.ts'
import { cellKey } from './framework-quotes.ts'
import type { Scope } from './passages-sql.ts'

/**
 * Every participant by every theme: what was written of each. Written down with whom it is about before it leaves: a summary tells what somebody said.
 */
export async function exportFramework(
  app: App,
  given: { scope: Scope; actor: Doer; themes: readonly string[]; format: TableFormat },
): Promise<Uint8Array> {
  const { scope, actor, format } = given
  const { rows, themes, cells } = await readFramework(app, {
    ...{ scope, themes: given.themes, offset: 0, limit: Number.MAX_SAFE_INTEGER },
  })
  const told = new Map(cells.filter(({ text }) => text !== '').map((cell) => [cellKey(cell), cell]))
  const about = new Set([...told.values()].map(({ participantId }) => participantId))
  const people = await sql<{ person_no: number }>`
    select person_no from participants where workspace_id = ${scope.workspaceId} and id = any(${[...about]}::uuid[])`.execute(
    app.pg,
  )
  await writeExport(app, {
    ...{ ...scope, kind: 'matrix', actor, passages: told.size },
    people: people.rows.map(({ person_no }) => person_no),
  })
  return written(format, {
    name: 'Framework',
    rows: [
      ['who', ...themes.map(({ name }) => name)],
      ...rows.map(({ participantId, who }) => [
        who,
        ...themes.map(({ codeId }) => told.get(cellKey({ participantId, codeId }))?.text ?? ''),
      ]),
    ],
  })
}
