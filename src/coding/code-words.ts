import { teamWordsToKeep, type TeamWords } from '../conversations/index.ts'
import type { App, PostgresTransaction } from '../platform/index.ts'
import type { Step } from './steps.ts'

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

/** A step that is taken back or done again, as codes are kept now: what it remembers was perhaps written before a name was replaced. */
export async function stepToKeep(
  { app, tx }: { app: App; tx: PostgresTransaction },
  { workspaceId, step }: { workspaceId: string; step: Step },
): Promise<Step> {
  if (step.do === 'change code') {
    const about = { kind: 'code', id: step.codeId } as const
    return { ...step, to: await codeWordsToKeep({ app, tx }, { workspaceId, about, words: step.to }) }
  }
  if (step.do !== 'put codebook' && step.do !== 'remove codebook') return step
  // The name codes get is the one they had, where the codebook comes back.
  const side = step.do === 'put codebook' ? 'from' : 'to'
  const about = { kind: 'workspace', id: workspaceId } as const
  const texts = step.moved.map((one) => one[side])
  const kept = await teamWordsToKeep(tx, { app, workspaceId, about, texts })
  return { ...step, moved: step.moved.map((one, at) => ({ ...one, [side]: kept[at] ?? one[side] })) }
}
