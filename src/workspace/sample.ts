import { Problem, type Access } from '../platform/index.ts'
import type { Actor } from './access.ts'
import { workspaceSettings } from './workspace.ts'

/**
 * The same, for what brings data of real people in: every page of a sample workspace says that all of it is invented, so there it is refused. Throws
 * `sample-workspace` (409).
 */
export function outsideSample<A extends Actor>(access: Access<A>): Access<A> {
  return {
    ...access,
    admit: async (asked) => {
      const actor = await access.admit(asked)
      const { isSample } = await workspaceSettings(asked.app, actor.workspaceId)
      if (isSample) throw onlyInvented()
      return actor
    },
  }
}

export const onlyInvented = () =>
  new Problem({
    id: 'sample-workspace',
    status: 409,
    detail:
      'This is the sample workspace, where everything is invented. Bring your own data into a workspace of your own: make one under Settings.',
  })
