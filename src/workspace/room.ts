import type { Room } from '../platform/index.ts'
import { workspaceRoutes } from './routes.ts'

export const workspaceRoom: Room = { name: 'workspace', routes: workspaceRoutes }
