import { sql } from 'kysely'
import type { App } from '../platform/index.ts'
import { marksSince } from './apart.ts'
import { homeOf } from './home.ts'
import { readMarks } from './kept-marks.ts'

const mostWorkspaces = 20

/**
 * Works out after a start what the first pages of the workspaces worked in last will ask for, one after another, so that nobody waits for it among a
 * million people. What fails is logged and worked out when it is asked for.
 */
export async function warmUp(app: App): Promise<void> {
  const { rows } = await sql<{ workspace_id: string }>`
    select workspace_id from segment_sets where removed_at is null
    group by workspace_id order by max(changed_at) desc limit ${mostWorkspaces}`.execute(app.pg)
  for (const { workspace_id: workspaceId } of rows)
    try {
      // Nobody is waiting, but so it asks as a page does.
      await homeOf({ ...app, patience: 0 }, { workspaceId, may: () => false })
      await readMarks(app, { workspaceId, since: marksSince(app.clock.now()) })
    } catch (error) {
      app.log.warn({ err: error, workspaceId }, 'what the first page asks for could not be worked out ahead')
    }
}
