export { route, type Access, type ApiOf, type Method, type Route, type RouteKey } from './route.ts'
export { Problem, notFound, problemBody } from './problem.ts'
export { linkToken, readLinkToken } from './link-token.ts'
export { waitingAtMost } from './patience.ts'
export { answerError, mountRoutes } from './mount.ts'

export { PageQuery, cutPage, pageOf } from './page.ts'
