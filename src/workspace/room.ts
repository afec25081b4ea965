import { namesIn, type Room } from '../platform/index.ts'
import { sendTwoFactorEnded } from './letters.ts'
import { memberNames, userNames } from './members.ts'
import { workspaceRoutes } from './routes.ts'

export const workspaceRoom: Room = {
  name: 'workspace',
  routes: workspaceRoutes,
  subjects: {
    member: { may: 'members.read', names: memberNames },
    user: { may: 'members.read', names: userNames },
    key: { may: 'keys.read', names: namesIn({ table: 'keys', column: 'name' }) },
  },
  wire: (app) => {
    app.outbox.subscribe('two-factor.ended', ({ payload }) => sendTwoFactorEnded(app, payload))
  },
}
