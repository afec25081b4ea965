export { insightsRoom } from './room.ts'
export { insightRoutes } from './routes.ts'
export { warmUp } from './warm-up.ts'
