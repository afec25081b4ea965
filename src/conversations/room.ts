import { namesIn, type Room } from '../platform/index.ts'
import { conversationHoldings } from './holdings.ts'
import { documentRoutes } from './documents/routes.ts'
import { interviewRoutes } from './interview-routes.ts'
import { mirrorRoutes } from './mirror/mirror-routes.ts'
import { participantNames } from './participant-names.ts'
import { participantRoutes } from './participant-routes.ts'
import { followMerge } from './join-participants.ts'
import { sittingRoutes } from './sittings/sitting-routes.ts'
import { recordingRoutes } from './recordings/routes.ts'
import { wireRecordings } from './recordings/wire-recordings.ts'
import { studyRoutes } from './study-routes.ts'

/** Every route of this room. */
export const conversationRoutes = [
  ...studyRoutes,
  ...participantRoutes,
  ...interviewRoutes,
  ...sittingRoutes,
  ...mirrorRoutes,
  ...recordingRoutes,
  ...documentRoutes,
]

/** Studies, who takes part in them, and what was said. */
export const conversationRoom: Room = {
  name: 'conversations',
  routes: conversationRoutes,
  holdings: conversationHoldings,
  subjects: {
    study: { may: 'studies.read', names: namesIn({ table: 'studies', column: 'title' }) },
    interview: { may: 'studies.read', names: namesIn({ table: 'interviews', column: 'title' }) },
    participant: { may: 'studies.read', names: participantNames },
  },
  wire: (app) => {
    app.outbox.subscribe('person.merged', async ({ workspaceId, payload: { fromNo, intoNo } }) => {
      await app.pg.transaction().execute((tx) => followMerge(tx, { workspaceId, fromNo, intoNo }))
    })
    wireRecordings(app)
  },
}
