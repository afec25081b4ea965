import { sql } from 'kysely'
import { Problem, type Postgres } from '../../platform/index.ts'
import { CodeColour } from '../coding.schema.ts'
import { hexColours, type OwnCode, type RefiCode } from './refi.ts'
import { writeCodebook } from './write-project.ts'

type Asked = { workspaceId: string; studyId: string | null }

/** The codes of the workspace's codebook and of the study's own (without a study: of all), as they are exchanged. */
export async function codesForExchange(pg: Postgres, { workspaceId, studyId }: Asked): Promise<RefiCode[]> {
  const { rows } = await sql<CodeRow>`
    select id, name, description, colour, parent_id, example, origin from codes
    where workspace_id = ${workspaceId} and removed_at is null
      and (${studyId}::uuid is null or study_id is null or study_id = ${studyId}::uuid)
    order by lower(name), id`.execute(pg)
  return rows.map((row) => ({
    guid: row.id,
    name: row.name,
    description: [row.description, row.example].filter(Boolean).join('\n\n'),
    colour: hexColours[CodeColour.parse(row.colour)],
    isCodable: true,
    parent: row.parent_id ?? undefined,
    noteGuids: [],
    own: ownOf(row),
  }))
}

type CodeRow = {
  id: string
  name: string
  description: string
  colour: string
  parent_id: string | null
  example: string
  origin: string
}

/** Nothing where the standard says it all. */
function ownOf({ description, example, origin }: CodeRow): OwnCode | undefined {
  return example === '' && origin === 'inductive' ? undefined : { description, example, origin }
}

/** The codebook as `.qdc`. Throws `codebook-empty` (422): the format has no word for none. */
export async function exportCodebook(pg: Postgres, asked: Asked): Promise<string> {
  const codes = await codesForExchange(pg, asked)
  if (codes.length === 0)
    throw new Problem({
      id: 'codebook-empty',
      status: 422,
      detail: 'There are no codes to take out yet. Mark a passage or add a code first.',
    })
  return writeCodebook(codes)
}
