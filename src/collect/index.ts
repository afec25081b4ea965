export { UnreadableFile, openFile, type ByteSource, type OpenResult } from './files/index.ts'
import type { Room } from '../platform/index.ts'
import { wireFindPeople } from './events/find-people-soon.ts'
import { protocolRoutes } from './events/protocol.ts'
import { eventRoutes } from './events/routes.ts'

export const collectRoutes = [...protocolRoutes, ...eventRoutes]

/** Events and files on their way in. */
export const collectRoom: Room = { name: 'collect', routes: collectRoutes, wire: wireFindPeople }
