import { collectRoom } from './collect/index.ts'
import type { App, Room } from './platform/index.ts'
import { workspaceRoom } from './workspace/index.ts'

/** Every room in order; the only place that knows them all. */
export const rooms: readonly Room[] = [workspaceRoom, collectRoom]

/** Subscribes every room to the outbox and declares its jobs. */
export function wireRooms(app: App): void {
  for (const room of rooms) room.wire?.(app)
}
