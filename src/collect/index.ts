import type { Room } from '../platform/index.ts'
import { protocolRoutes } from './events/protocol.ts'

export const collectRoutes = [...protocolRoutes]

/** Events and files on their way in. */
export const collectRoom: Room = { name: 'collect', routes: collectRoutes }
