import { sql } from 'kysely'
import type { App } from '../platform/index.ts'
import { listSegments } from '../segments/index.ts'
import { CodeId, StudyId } from '../workspace/index.ts'
import type { WordsChoices } from './words.schema.ts'

/** Everything whose words can be looked at, by name; archived studies too, since what was said in them still counts. */
export async function listChoices(app: App, workspaceId: string): Promise<WordsChoices> {
  const [segments, codes, studies] = await Promise.all([
    listSegments(app, workspaceId),
    app.pg
      .selectFrom('codes')
      .select(['id', sql<string>`code_label(codes)`.as('name')])
      .where('workspace_id', '=', workspaceId)
      .where('removed_at', 'is', null)
      .orderBy('name')
      .execute(),
    app.pg
      .selectFrom('studies')
      .select(['id', 'title'])
      .where('workspace_id', '=', workspaceId)
      .orderBy('id', 'desc')
      .execute(),
  ])
  return {
    segments: segments.map(({ segmentId, name, setName }) => ({ id: segmentId, name, within: setName })),
    codes: codes.map(({ id, name }) => ({ id: CodeId.parse(id), name })),
    studies: studies.map(({ id, title }) => ({ id: StudyId.parse(id), name: title })),
  }
}
