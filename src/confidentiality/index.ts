export { confidentialityRoom } from './room.ts'
export { confidentialityRoutes } from './routes.ts'
