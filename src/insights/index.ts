export { listRefusedLists, listsOfPerson, settleList, takersToTell } from './contact-lists.ts'
export { warmUp } from './warm-up.ts'
export { insightsRoom } from './room.ts'
export { insightRoutes } from './routes.ts'
