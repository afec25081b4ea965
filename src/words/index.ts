export { compareWords, type WordsOf } from './compare-words.ts'
export type { Focus } from './focus.ts'

export { measureWords, type WordsMeasured } from './measure-words.ts'
export { type WordQuotesAsked, type WordQuotesFound } from './word-quotes.ts'
export type { Words, WordTerm, WordQuote } from './words.schema.ts'
export { wordsRoutes } from './routes.ts'
export { wordsRoom } from './room.ts'
