import type { Room } from '../platform/index.ts'
import { finishErasure } from './erasure.ts'
import { keepersOf } from './holdings.ts'
import { keepers, requestRoutes } from './routes.ts'

export { requestRoutes } from './routes.ts'
export { Receipt, isOurReceipt } from './receipt.ts'

export const requestsRoom: Room = {
  name: 'requests',
  routes: requestRoutes,
  wire: (app) => {
    app.outbox.subscribe('person.erased', ({ workspaceId, payload }) =>
      finishErasure(app, { workspaceId, requestId: payload.requestId, keepers }),
    )
  },
}

/** Tells this room which rooms keep something of people; `server.ts` calls it with all of them, before anything is served. */
export function wireRequests(rooms: readonly Room[]): void {
  keepers.splice(0, keepers.length, ...keepersOf(rooms))
}
