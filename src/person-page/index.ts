export { personPageRoom, personPageRoutes } from './room.ts'
