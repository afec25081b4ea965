export { makeDraw } from './draws.ts'
export { changeHours } from './hours.ts'
export { changeRecruitment } from './recruitment.ts'
export { recruitingRoom, recruitingRoutes } from './room.ts'
