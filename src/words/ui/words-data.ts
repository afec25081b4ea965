import { useApi, useApiPages, useWorkspace, type Answer } from '../../../web/kit/index.ts'

export type WordsShown = Answer<'GET /api/w/{workspaceId}/words'>
export type TermShown = WordsShown['terms'][number]
/** Whose words: kind and id, as the address keeps them (`study:…`). */
export type Whose = { kind: 'segment' | 'code' | 'study'; id: string }

export function useWords(whose: Whose | undefined, language: string | undefined) {
  const { id: workspaceId } = useWorkspace()
  const query = { ...asked(whose), ...(language === undefined ? {} : { language: language as 'en' }) }
  return useApi(
    'GET /api/w/{workspaceId}/words',
    { path: { workspaceId }, query },
    { enabled: whose !== undefined },
  )
}

export function useWordQuotes(whose: Whose, { stem, language }: { stem: string; language: string }) {
  const { id: workspaceId } = useWorkspace()
  return useApiPages('GET /api/w/{workspaceId}/words/quotes', {
    path: { workspaceId },
    query: { ...asked(whose), stem, language: language as 'en', limit: 10 },
  })
}

/** The segments, codes and studies whose words can be looked at. */
export function useChoices() {
  const { id: workspaceId } = useWorkspace()
  return useApi('GET /api/w/{workspaceId}/words/choices', { path: { workspaceId } })
}

function asked(whose: Whose | undefined) {
  return whose === undefined ? {} : { [`${whose.kind}Id`]: whose.id }
}
