import { teamWordsToKeep, type TeamWords } from '../conversations/index.ts'
import type { App, PostgresTransaction } from '../platform/index.ts'

const fields = ['name', 'description', 'example'] as const
type CodeText = { [field in (typeof fields)[number]]?: string | undefined }

/** What a code is called and says, as it is kept: with pseudonyms in the place of what is replaced where it is used. Other fields as they are. */
export async function codeWordsToKeep<T extends CodeText>(
  { app, tx }: { app: App; tx: PostgresTransaction },
  { workspaceId, about, words }: Pick<TeamWords, 'workspaceId' | 'about'> & { words: T },
): Promise<T> {
  const given = fields.filter((field) => words[field] !== undefined)
  const texts = given.map((field) => words[field] ?? '')
  const kept = await teamWordsToKeep(tx, { app, workspaceId, about, texts })
  return { ...words, ...Object.fromEntries(given.map((field, at) => [field, kept[at] ?? words[field]])) }
}
