import { onParticipantsJoined } from '../conversations/index.ts'
import type { Room } from '../platform/index.ts'
import { followJoinedParticipants, followSitting } from './follow.ts'
import { recruitingHoldings } from './holdings.ts'
import { followMerge } from './joined-invitees.ts'
import { tellKept } from './kept-appointment.ts'
import { pageRoutes } from './landing/page-routes.ts'
import { memberRoutes } from './routes.ts'
import { letterRound, sendLetters } from './sending.ts'

/** Every route of this room. */
export const recruitingRoutes = [...memberRoutes, ...pageRoutes]

/** Who is asked to take part: the draw, the letters, their page, appointments, introductions. */
export const recruitingRoom: Room = {
  name: 'recruiting',
  routes: recruitingRoutes,
  holdings: recruitingHoldings,
  wire: (app) => {
    onParticipantsJoined(followJoinedParticipants)
    app.jobs.handle(
      letterRound,
      async () => {
        await sendLetters(app)
      },
      { cron: '* * * * *' },
    )
    app.outbox.subscribe('sitting.changed', ({ workspaceId, payload: { sittingId } }) =>
      followSitting(app, { workspaceId, sittingId }),
    )
    app.outbox.subscribe('sitting.kept', ({ workspaceId, payload }) =>
      tellKept(app, { workspaceId, ...payload }),
    )
    app.outbox.subscribe('person.merged', ({ workspaceId, payload: { fromNo, intoNo } }) =>
      followMerge(app, { workspaceId, fromNo, intoNo }),
    )
  },
}
