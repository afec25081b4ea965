export { createCode, listCodes } from './codes.ts'
export { markPassages } from './highlights.ts'
export { codesAmong, participantsAmong, quotesOf, type QuotesAsked, type QuotesFound } from './quotes.ts'
export type { Code, CodeWords, Quote } from './coding.schema.ts'

export { toCodepoints } from './anchor-codepoints.ts'
export { codingRoutes } from './routes.ts'
export { codingRoom } from './room.ts'
