import { z } from 'zod'
import { PageQuery, notFound, route, type App } from '../platform/index.ts'
import { savedSegmentBitmap } from '../segments/index.ts'
import { WorkspaceId, audit, memberOrKey } from '../workspace/index.ts'
import { compareWords } from './compare-words.ts'
import type { Focus } from './focus.ts'
import { listChoices } from './choices.ts'
import { quotesOfWord } from './word-quotes.ts'
import { WordQuotes, Words, WordsAsked, WordsChoices } from './words.schema.ts'
import { Language } from '../language/index.ts'

const inWorkspace = z.object({ workspaceId: WorkspaceId })

/** Every route of this room. */
export const wordsRoutes = [
  route('GET /api/w/{workspaceId}/words/choices', {
    summary: 'The segments, codes and studies whose words can be looked at',
    access: memberOrKey('words.read'),
    params: inWorkspace,
    answer: WordsChoices,
    handle: ({ app, params }) => listChoices(app, params.workspaceId),
  }),
  route('GET /api/w/{workspaceId}/words', {
    summary: 'What a segment, the people under a code or those of a study say more than others',
    access: memberOrKey('words.read'),
    params: inWorkspace,
    query: WordsAsked,
    answer: Words,
    handle: async ({ app, params: { workspaceId }, query, actor }) => {
      const focus = await focusOf(app, { workspaceId, asked: query })
      await audit(app, { workspaceId, actor, action: 'words.read', purpose: 'conversation_analysis' })
      return compareWords(app, { workspaceId, focus, language: query.language })
    },
  }),
  route('GET /api/w/{workspaceId}/words/quotes', {
    summary: 'Where a word was said, with the word marked, as far as it may be quoted now',
    access: memberOrKey('words.read'),
    params: inWorkspace,
    query: PageQuery.extend({ ...WordsAsked.shape, language: Language, stem: z.string().min(1).max(500) }),
    answer: WordQuotes,
    handle: async ({ app, params: { workspaceId }, query, actor }) => {
      const { cursor, limit, language, stem } = query
      const focus = await focusOf(app, { workspaceId, asked: query })
      const offset = Math.max(0, Math.min(1_000_000, Number.parseInt(cursor ?? '0', 10) || 0))
      const found = await quotesOfWord(app, { workspaceId, focus, language, stem, limit, offset })
      const detail = { quotes: found.quotes.length }
      await audit(app, { workspaceId, actor, action: 'quotes.read', purpose: 'quoting', detail })
      const more = offset + found.quotes.length < found.total && found.quotes.length > 0
      return {
        items: found.quotes,
        next: more ? String(offset + limit) : null,
        total: found.total,
        withheld: found.withheld,
      }
    },
  }),
]

type Asked = Pick<WordsAsked, 'segmentId' | 'codeId' | 'studyId'>

/** Throws 404 where the workspace has none of that id. */
async function focusOf(
  app: App,
  { workspaceId, asked }: { workspaceId: string; asked: Asked },
): Promise<Focus> {
  const { segmentId, codeId, studyId } = asked
  if (segmentId !== undefined)
    return { kind: 'people', people: await savedSegmentBitmap(app, { workspaceId, segmentId }) }
  if (codeId !== undefined) {
    const code = await app.pg
      .selectFrom('codes')
      .select('id')
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', codeId)
      .where('removed_at', 'is', null)
      .executeTakeFirst()
    if (!code) throw notFound('code')
    return { kind: 'code', codeId: code.id }
  }
  const study = await app.pg
    .selectFrom('studies')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', studyId ?? null)
    .executeTakeFirst()
  if (!study) throw notFound('study')
  return { kind: 'study', studyId: study.id }
}
