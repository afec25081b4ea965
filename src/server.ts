import { codingRoom } from './coding/index.ts'
import { collectRoom } from './collect/index.ts'
import { confidentialityRoom } from './confidentiality/index.ts'
import { consentRoom } from './consent/index.ts'
import { insightsRoom } from './insights/index.ts'
import { peopleRoom } from './people/index.ts'
import { conversationRoom } from './conversations/index.ts'
import type { App, Room } from './platform/index.ts'
import { personPageRoom } from './person-page/index.ts'
import { recruitingRoom } from './recruiting/index.ts'
import { requestsRoom, wireRequests } from './requests/index.ts'
import { segmentsRoom } from './segments/index.ts'
import { sourcesRoom } from './sources/index.ts'
import { wordsRoom } from './words/index.ts'
import { wireAuditTrail, workspaceRoom } from './workspace/index.ts'

/** Every room in order; the only place that knows them all. */
export const rooms: readonly Room[] = [
  workspaceRoom,
  consentRoom,
  peopleRoom,
  sourcesRoom,
  collectRoom,
  segmentsRoom,
  conversationRoom,
  codingRoom,
  recruitingRoom,
  confidentialityRoom,
  wordsRoom,
  insightsRoom,
  requestsRoom,
  personPageRoom,
]

/** Subscribes every room to the outbox and declares its jobs. */
export function wireRooms(app: App): void {
  wireRequests(rooms)
  wireAuditTrail(rooms)
  for (const room of rooms) room.wire?.(app)
}
