import type { collectRoutes } from './collect/index.ts'
import type { ApiOf } from './platform/index.ts'
import type { workspaceRoutes } from './workspace/index.ts'

/** Every route as `METHOD /path` with what it takes and answers; the type that screens and the command line are written against. */
export type Api = ApiOf<(typeof workspaceRoutes | typeof collectRoutes)[number]>
