import { onUtteranceCorrected } from '../conversations/index.ts'
import type { Room } from '../platform/index.ts'
import { followCorrection } from './corrections.ts'
import { codingHoldings } from './holdings.ts'
import { codingRoutes } from './routes.ts'

export const codingRoom: Room = {
  name: 'coding',
  routes: codingRoutes,
  wire: () => onUtteranceCorrected(followCorrection),
  holdings: codingHoldings,
}
