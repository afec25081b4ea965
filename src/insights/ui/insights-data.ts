import { keepFresh, useApi, useApiMutation, useWorkspace, type Answer } from '../../../web/kit/index.ts'

export type HomeShown = Answer<'GET /api/w/{workspaceId}/home'>
export type PortraitShown = Answer<'GET /api/w/{workspaceId}/segments/{segmentId}/portrait'>
export type MarkShown = PortraitShown['apart'][number]
export type ShareShown = NonNullable<PortraitShown['size']>

const ofHome = keepFresh(30_000, ({ sets }: HomeShown) => sets.some((set) => set.isRenewing))
const ofPortrait = { ...keepFresh(30_000, ({ isRenewing }: PortraitShown) => isRenewing), staleTime: 0 }

/** The workspace at a glance, read again every half minute. */
export function useHome() {
  const { id: workspaceId } = useWorkspace()
  return useApi('GET /api/w/{workspaceId}/home', { path: { workspaceId } }, ofHome)
}

/** A portrait; read anew whenever the page is opened or brought to the front and every half minute, so that what was withdrawn is not in it. */
export function usePortrait(segmentId: string) {
  const { id: workspaceId } = useWorkspace()
  const path = { workspaceId, segmentId }
  return useApi('GET /api/w/{workspaceId}/segments/{segmentId}/portrait', { path }, ofPortrait)
}

export function useOpenSample() {
  return useApiMutation('POST /api/sample-workspace')
}
