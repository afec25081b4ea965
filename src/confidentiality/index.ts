export { studyWithMostNames } from './list.ts'
export { confidentialityRoom } from './room.ts'
export { confidentialityRoutes } from './routes.ts'
export { standInsOf, type StandIn } from './stand-ins.ts'
