import { accountRoutes } from './account-routes.ts'
import { invitationRoutes, memberRoutes } from './member-routes.ts'
import { keyRoutes, settingsRoutes, setupRoutes, trailRoutes } from './workspace-routes.ts'

/** Every route of this room. */
export const workspaceRoutes = [
  ...setupRoutes,
  ...accountRoutes,
  ...settingsRoutes,
  ...memberRoutes,
  ...invitationRoutes,
  ...keyRoutes,
  ...trailRoutes,
]
