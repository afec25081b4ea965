import type { Room } from '../platform/index.ts'
import { insightRoutes } from './routes.ts'

/** Portraits of segments, the first page of a workspace, and the sample. It keeps nothing of anybody. */
export const insightsRoom: Room = { name: 'insights', routes: insightRoutes }
