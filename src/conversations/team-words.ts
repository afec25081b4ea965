import type { App, PostgresTransaction } from '../platform/index.ts'
import type { StudyLanguage } from './guide/guide.schema.ts'

/** What somebody of the team writes about something, before it is kept. */
export type TeamWords = {
  app: App
  workspaceId: string
  about: {
    kind: 'workspace' | 'study' | 'interview' | 'sitting' | 'highlight' | 'code' | 'person'
    id: string | number
  }
  /** Where it is another than that of the study. */
  language?: StudyLanguage | null
  texts: readonly string[]
  /** What files are called: their words may be tied together. */
  are?: 'file names'
}
type Handler = (tx: PostgresTransaction, words: TeamWords) => Promise<readonly string[]>

const handlers = new Set<Handler>()

/** Has a room above change what the team writes before it is kept, in the same transaction. The same handler given twice is called once. */
export function onTeamWords(handler: Handler): void {
  handlers.add(handler)
}

/** What is to be kept of what the team wrote: as many texts as were given, in their order. */
export async function teamWordsToKeep(tx: PostgresTransaction, words: TeamWords): Promise<readonly string[]> {
  let { texts } = words
  for (const handler of handlers) texts = await handler(tx, { ...words, texts })
  return texts
}
