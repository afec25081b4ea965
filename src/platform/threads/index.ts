export { keptThreads } from './kept-threads.ts'
export { startThread, ThreadLimit, type Thread, type ThreadLimits, type Want } from './thread.ts'
export { inTurn, newTurns, type Asker } from './turns.ts'
