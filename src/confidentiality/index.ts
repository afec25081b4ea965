export { studyWithMostNames } from './list.ts'
export { confidentialityRoom } from './room.ts'
export { confidentialityRoutes } from './routes.ts'
