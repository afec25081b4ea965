export { insightsRoom } from './room.ts'
export { insightRoutes } from './routes.ts'
