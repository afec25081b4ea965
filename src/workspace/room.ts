import type { Room } from '../platform/index.ts'
import { sendTwoFactorEnded } from './letters.ts'
import { workspaceRoutes } from './routes.ts'

export const workspaceRoom: Room = {
  name: 'workspace',
  routes: workspaceRoutes,
  wire: (app) => {
    app.outbox.subscribe('two-factor.ended', ({ payload }) => sendTwoFactorEnded(app, payload))
  },
}
