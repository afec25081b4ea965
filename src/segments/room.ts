import { namesIn, type App, type Room } from '../platform/index.ts'
import { proposalRoutes } from './proposal-routes.ts'
import { makeProposal, proposalJob, requeueProposals, waitingProposals } from './proposals.ts'
import { segmentSetRoutes } from './routes.ts'
import { segmentOfPerson } from './segment-people.ts'
import { countEverySet, dailyCount } from './size-history.ts'

export const segmentRoutes = [...segmentSetRoutes, ...proposalRoutes]

const named = (table: string) => namesIn({ table, column: 'name', kept: 'until removed' })

/** Segments: proposed, built by hand, counted. Keeps nothing of a person: who is in one is asked anew each time. */
export const segmentsRoom: Room = {
  name: 'segments',
  routes: segmentRoutes,
  wire: (app: App) => {
    app.jobs.handle(proposalJob, (place, signal) => makeProposal(app, place, signal))
    app.jobs.handle(waitingProposals, () => requeueProposals(app), { cron: '* * * * *' })
    app.jobs.handle(dailyCount, (_, signal) => countEverySet(app, signal), { cron: '23 3 * * *' })
  },
  subjects: {
    segment: { may: 'segments.read', names: named('segments') },
    'segment set': { may: 'segments.read', names: named('segment_sets') },
  },
  holdings: {
    exportPerson: async (app, { workspaceId, personNo }) => ({
      segments: (await segmentOfPerson(app, { workspaceId, personNo })).map(({ setName, name }) => ({
        set: setName,
        segment: name,
      })),
    }),
    erasePerson: async () => undefined,
    countPerson: async () => 0,
  },
}
