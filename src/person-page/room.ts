import { onParticipantsJoined, onTakingBack, onWordsMoved } from '../conversations/index.ts'
import type { Room } from '../platform/index.ts'
import { personPageHoldings } from './holdings.ts'
import { followJoinedParticipants } from './joined-participants.ts'
import { memberRoutes } from './member-routes.ts'
import { keepTakenBack } from './own-choice.ts'
import { followJoinedTurns } from './own-corrections.ts'
import { pageRoutes } from './page-routes.ts'
import { tellExporters, tellListTakers } from './withdrawals.ts'

/** Every route of this room. */
export const personPageRoutes = [...pageRoutes, ...memberRoutes]

/** The participant's own page: what we keep of them, what it is used for, and their say in it. */
export const personPageRoom: Room = {
  name: 'person-page',
  routes: personPageRoutes,
  holdings: personPageHoldings,
  wire: (app) => {
    onWordsMoved(followJoinedTurns)
    onParticipantsJoined(followJoinedParticipants)
    onTakingBack(keepTakenBack)
    app.outbox.subscribe('permission.changed', ({ workspaceId }) => tellListTakers(app, workspaceId))
    app.outbox.subscribe('person.erased', ({ workspaceId }) => tellListTakers(app, workspaceId))
    // Lists follow a merge in insights, which hears of it before.
    app.outbox.subscribe('person.merged', ({ workspaceId }) => tellListTakers(app, workspaceId))
    app.outbox.subscribe('participant.withdrew', ({ workspaceId, payload: { withdrawalId } }) =>
      tellExporters(app, { workspaceId, withdrawalId }),
    )
  },
}
