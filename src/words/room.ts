import type { Room } from '../platform/index.ts'
import { wireCounting } from './count-soon.ts'
import { wordsHoldings } from './holdings.ts'
import { wordsRoutes } from './routes.ts'

export const wordsRoom: Room = {
  name: 'words',
  routes: wordsRoutes,
  holdings: wordsHoldings,
  wire: wireCounting,
}
