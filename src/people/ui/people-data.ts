import { type Answer, useApi, useApiMutation, useApiPages, useWorkspace } from '../../../web/kit/index.ts'

export type Person = Answer<'GET /api/w/{workspaceId}/people/{personId}'>
export type Consents = Answer<'GET /api/w/{workspaceId}/people/{personId}/consents'>

function usePlace() {
  const { id: workspaceId } = useWorkspace()
  return { path: { workspaceId } }
}

function usePersonPlace(personId: string) {
  const { id: workspaceId } = useWorkspace()
  return { path: { workspaceId, personId } }
}

const person = { refresh: ['/api/w/{workspaceId}/people/{personId}', '/api/w/{workspaceId}/consent'] }

/** The page keeps the search in its own address, to come back to; to the server it goes in the body, where no log between keeps it. */
export const usePeople = (search: string) =>
  useApiPages('POST /api/w/{workspaceId}/people/search', { ...usePlace(), query: {}, body: { search } })
export const usePerson = (personId: string) =>
  useApi('GET /api/w/{workspaceId}/people/{personId}', { ...usePersonPlace(personId), query: {} })
export const useTimeline = (personId: string) =>
  useApiPages('GET /api/w/{workspaceId}/people/{personId}/timeline', {
    ...usePersonPlace(personId),
    query: {},
  })
export const useConsents = (personId: string) =>
  useApi('GET /api/w/{workspaceId}/people/{personId}/consents', usePersonPlace(personId))
export const useRecordConsent = () =>
  useApiMutation('POST /api/w/{workspaceId}/people/{personId}/consents', person)
export const useCorrect = () => useApiMutation('POST /api/w/{workspaceId}/people/{personId}/facts', person)
export const useHeldTraits = () => useApi('GET /api/w/{workspaceId}/held-traits', usePlace())
export const useReleaseHeld = () =>
  useApiMutation('POST /api/w/{workspaceId}/held-traits/release', {
    refresh: ['/api/w/{workspaceId}/held-traits', '/api/w/{workspaceId}/people'],
  })

/** The name of a source by its id; empty while the catalogue comes or where a member may not see it. */
export function useSourceNames(): (sourceId: string | null) => string {
  const sources = useApi('GET /api/w/{workspaceId}/sources', usePlace())
  const names = new Map(sources.data?.sources.map(({ sourceId, name }) => [sourceId, name]))
  return (sourceId) => names.get(sourceId ?? '') ?? ''
}
