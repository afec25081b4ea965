export { recruitingRoom, recruitingRoutes } from './room.ts'
