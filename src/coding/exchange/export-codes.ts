import { sql } from 'kysely'
import { Problem, type Postgres } from '../../platform/index.ts'
import { CodeColour } from '../coding.schema.ts'
import { hexColours, type OwnCode, type RefiCode } from './refi.ts'
import { writeCodebook } from './write-project.ts'

type Asked = { workspaceId: string; studyId: string | null; codebookId?: string | undefined }

/** The codes that may be used in a study (without one: all), or those of one codebook by name, as they are exchanged. */
export async function codesForExchange(
  pg: Postgres,
  { workspaceId, studyId, codebookId }: Asked,
): Promise<RefiCode[]> {
  const { rows } = await sql<CodeRow>`
    select id, name, description, colour, parent_id, example, origin from codes_of_study(${workspaceId}::uuid, ${studyId}::uuid)
    where ${codebookId ?? null}::uuid is null or codebook_id = ${codebookId ?? null}::uuid
    order by place = 0, place, lower(name), id`.execute(pg)
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
