export {
  createSource,
  findSource,
  origins,
  parties,
  type Origin,
  type Party,
  type Source,
  type SourceKind,
} from './sources.ts'
export { sourceRoutes, sourcesRoom } from './routes.ts'
