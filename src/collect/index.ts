export { measureImport, type ImportMeasure } from './imports/measure-import.ts'
export { listImports } from './imports/imports.ts'
export { importStates } from './imports/import.ts'
export { collectEvents } from './events/collect-events.ts'
export { eventFigures } from './events/event-figures.ts'
export {
  NewUpload,
  Upload,
  createUpload,
  findUpload,
  largestChunk,
  openUpload,
  receivePiece,
} from './imports/uploads.ts'
export { forgetLines } from './imports/forget-lines.ts'
import { namesIn, type App, type Room } from '../platform/index.ts'
import { wireFindPeople } from './events/find-people-soon.ts'
import { wireForgetRefused } from './events/forget-refused.ts'
import { eventHoldings } from './events/holdings.ts'
import { protocolRoutes } from './events/protocol.ts'
import { eventRoutes } from './events/routes.ts'
import { wireSealed } from './events/sealed.ts'
import { importsRoutes } from './imports/routes.ts'
import { wireImports } from './imports/wire-imports.ts'

export const collectRoutes = [...protocolRoutes, ...eventRoutes, ...importsRoutes]

/** Events and files on their way in. */
export const collectRoom: Room = {
  name: 'collect',
  routes: collectRoutes,
  wire,
  holdings: eventHoldings,
  subjects: { import: { may: 'collect.read', names: namesIn({ table: 'imports', column: 'file_name' }) } },
}

function wire(app: App): void {
  wireFindPeople(app)
  wireForgetRefused(app)
  wireSealed(app)
  wireImports(app)
}
