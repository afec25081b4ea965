import type { Room } from '../platform/index.ts'
import { countInLists, eraseFromLists, listsOfPerson, mergeInLists } from './contact-lists.ts'
import { insightRoutes } from './routes.ts'

/** Portraits of segments, the first page of a workspace, and the sample. Of people it keeps only who stood in which list that was taken out. */
export const insightsRoom: Room = {
  name: 'insights',
  routes: insightRoutes,
  wire: (app) => {
    app.outbox.subscribe('person.merged', ({ workspaceId, payload: { fromNo, intoNo } }) =>
      mergeInLists(app.pg, { workspaceId, fromNo, intoNo }),
    )
  },
  holdings: {
    exportPerson: async (app, person) => ({
      listsTakenOut: (await listsOfPerson(app.pg, person)).map(({ at, purpose }) => ({
        at: at.toISOString(),
        purpose,
      })),
    }),
    erasePerson: eraseFromLists,
    countPerson: (app, person) => countInLists(app.pg, person),
  },
}
