import { useEffect, useRef, useState } from 'react'
import {
  api,
  keepFresh,
  useApi,
  useApiMutation,
  useApiPages,
  useWorkspace,
  type Answer,
  type Call,
} from '../../../web/kit/index.ts'

const everySet = ['/api/w/{workspaceId}/segment-sets', '/api/w/{workspaceId}/segments']

export type SetShown = Answer<'GET /api/w/{workspaceId}/segment-sets/{setId}'>
export type SegmentShown = SetShown['segments'][number]
export type ProposalShown = Answer<'GET /api/w/{workspaceId}/segment-proposals/{proposalId}'>
export type ResultShown = NonNullable<ProposalShown['result']>
export type Purposes = Answer<'GET /api/w/{workspaceId}/segments/{segmentId}/purposes'>
export type PurposeName = Purposes['purposes'][number]['purpose']
export type TraitShown = Answer<'GET /api/w/{workspaceId}/segment-traits'>['items'][number]
export type Asked = Call<'POST /api/w/{workspaceId}/segment-preview'>['body']
export type Preview = { sizes: Sizes | undefined; isStale: boolean; error: unknown }
export type Sizes = Answer<'POST /api/w/{workspaceId}/segment-preview'>

type Renewing = { isRenewing: boolean }

// Sizes are read again every half minute, so that what is on the screen is never old.
const ofSets = keepFresh(30_000, ({ sets }: { sets: readonly Renewing[] }) =>
  sets.some((set) => set.isRenewing),
)
const ofSet = keepFresh(false, ({ isRenewing }: Renewing) => isRenewing)
const ofPurposes = keepFresh(30_000, ({ isRenewing }: Renewing) => isRenewing)
const ofSegment = keepFresh(30_000, ({ set }: { set: Renewing }) => set.isRenewing)

export function useSets() {
  const { id: workspaceId } = useWorkspace()
  return useApi('GET /api/w/{workspaceId}/segment-sets', { path: { workspaceId } }, ofSets)
}

export function useSet(setId: string) {
  const { id: workspaceId } = useWorkspace()
  return useApi('GET /api/w/{workspaceId}/segment-sets/{setId}', { path: { workspaceId, setId } }, ofSet)
}

export function useSegment(segmentId: string) {
  const { id: workspaceId } = useWorkspace()
  return useApi(
    'GET /api/w/{workspaceId}/segments/{segmentId}',
    { path: { workspaceId, segmentId } },
    ofSegment,
  )
}

export function usePurposes(segmentId: string) {
  const { id: workspaceId } = useWorkspace()
  const path = { workspaceId, segmentId }
  return useApi('GET /api/w/{workspaceId}/segments/{segmentId}/purposes', { path }, ofPurposes)
}

export function useMembers(segmentId: string, purpose: PurposeName) {
  const { id: workspaceId } = useWorkspace()
  const path = { workspaceId, segmentId }
  return useApiPages('GET /api/w/{workspaceId}/segments/{segmentId}/people', { path, query: { purpose } })
}

export function useSegmentsOfPerson(personId: string) {
  const { id: workspaceId } = useWorkspace()
  return useApi('GET /api/w/{workspaceId}/people/{personId}/segments', { path: { workspaceId, personId } })
}

export function useCreateSet() {
  return useApiMutation('POST /api/w/{workspaceId}/segment-sets', { refresh: everySet })
}

export function useChangeSet() {
  return useApiMutation('PUT /api/w/{workspaceId}/segment-sets/{setId}', { refresh: everySet })
}

export function useRemoveSet() {
  return useApiMutation('DELETE /api/w/{workspaceId}/segment-sets/{setId}', { refresh: everySet })
}

export function useRestoreSet() {
  return useApiMutation('POST /api/w/{workspaceId}/segment-sets/{setId}/restore', { refresh: everySet })
}

export function useTraits() {
  const { id: workspaceId } = useWorkspace()
  const call = { path: { workspaceId }, query: { limit: 200 } }
  return useApi('GET /api/w/{workspaceId}/segment-traits', call, { staleTime: 60_000 })
}

/** The values of a trait; waits until one is named. */
export function useTrait(trait: string) {
  const { id: workspaceId } = useWorkspace()
  const call = { path: { workspaceId }, query: { trait } }
  const choices = { enabled: trait !== '', staleTime: 60_000 }
  return useApi('GET /api/w/{workspaceId}/segment-trait', call, choices)
}

export function useEvents() {
  const { id: workspaceId } = useWorkspace()
  return useApi('GET /api/w/{workspaceId}/segment-events', { path: { workspaceId } }, { staleTime: 60_000 })
}

export function useEventProperties(event: string) {
  const { id: workspaceId } = useWorkspace()
  const call = { path: { workspaceId }, query: { event } }
  return useApi('GET /api/w/{workspaceId}/segment-event', call, { enabled: event !== '', staleTime: 60_000 })
}

export function useAskProposal() {
  return useApiMutation('POST /api/w/{workspaceId}/segment-proposals')
}

export function useProposal(proposalId: string) {
  const { id: workspaceId } = useWorkspace()
  const path = { workspaceId, proposalId }
  return useApi(
    'GET /api/w/{workspaceId}/segment-proposals/{proposalId}',
    { path },
    { refetchInterval: ({ state: { data } }) => (data && ended.has(data.state) ? false : 700) },
  )
}

const ended = new Set<ProposalShown['state']>(['done', 'failed', 'cancelled'])

export function useCancelProposal() {
  const refresh = ['/api/w/{workspaceId}/segment-proposals']
  return useApiMutation('POST /api/w/{workspaceId}/segment-proposals/{proposalId}/cancel', { refresh })
}

/**
 * How many people rules would take, at once and then a third of a second after the last change; what was asked before is dropped. `isStale` while
 * the figures belong to older rules. What it begins with is not asked where it is `known`.
 */
export function usePreview(asked: Asked, known?: Sizes): Preview {
  const { id: workspaceId } = useWorkspace()
  const key = JSON.stringify(asked)
  const [begun] = useState(key)
  const isKnown = known !== undefined && key === begun
  const [found, keep] = useState<{ key: string; sizes?: Sizes; error?: unknown }>({ key: '' })
  const isFirst = useRef(true)
  useEffect(() => {
    if (isKnown) return undefined
    const stop = new AbortController()
    const body = JSON.parse(key) as Asked
    const timer = setTimeout(
      () => {
        isFirst.current = false
        api('POST /api/w/{workspaceId}/segment-preview', { path: { workspaceId }, body, signal: stop.signal })
          .then((sizes) => keep({ key, sizes }))
          .catch((error: unknown) => {
            if (!stop.signal.aborted) keep({ key, error })
          })
      },
      isFirst.current ? 0 : 300,
    )
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [key, workspaceId, isKnown])
  if (isKnown) return { sizes: known, isStale: false, error: undefined }
  return { sizes: found.sizes ?? known, isStale: found.key !== key, error: found.error }
}
