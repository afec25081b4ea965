import type { App } from '../platform/index.ts'

/** The study whose own these codes are, so that what is done to them is undone with its coding; null where they are not all of one study's. */
export async function studyOfCodes(
  pg: App['pg'],
  { workspaceId, codeIds }: { workspaceId: string; codeIds: readonly string[] },
): Promise<string | null> {
  const rows = await pg
    .selectFrom('codes')
    .select('study_id')
    .distinct()
    .where('workspace_id', '=', workspaceId)
    .where('id', 'in', [...codeIds])
    .execute()
  return rows.length === 1 ? (rows[0]?.study_id ?? null) : null
}
