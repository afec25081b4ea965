import { namesIn, type Room } from '../platform/index.ts'
import { heldRoutes } from './held-routes.ts'
import { peopleHoldings } from './holdings.ts'
import { tellTooManyNames } from './letters.ts'
import { moveFacts } from './merged-facts.ts'
import { personRoutes } from './routes.ts'

export const peopleRoutes = [...personRoutes, ...heldRoutes] as const

export const peopleRoom: Room = {
  name: 'people',
  routes: peopleRoutes,
  holdings: peopleHoldings,
  subjects: { person: { may: 'people.count', names: namesIn({ table: 'people', column: 'pseudonym' }) } },
  wire: (app) => {
    app.outbox.subscribe('person.merged', ({ workspaceId, payload }) =>
      moveFacts(app, { workspaceId, ...payload }),
    )
    app.outbox.subscribe('special.too-many', ({ workspaceId, payload }) =>
      tellTooManyNames(app, { workspaceId, ...payload }),
    )
  },
}
