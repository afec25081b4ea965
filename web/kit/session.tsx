import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, use } from 'react'
import { request } from './api.ts'
import type { ProblemError } from './problem.ts'

export type Workspace = {
  id: string
  name: string
  role: string
  permissions: readonly string[]
  /** Everything in a sample workspace is invented, and every page says so. */
  isSample: boolean
}
export type Session = { member: { email: string; name: string }; workspaces: readonly Workspace[] }

/** Who is signed in and where they may go; fails with status 401 when nobody is. */
export function useSession() {
  return useQuery<Session, ProblemError>({
    queryKey: ['/api/session'],
    queryFn: async ({ signal }) => (await request('GET /api/session', { signal })) as Session,
    staleTime: 60_000,
    retry: (count, problem) => problem.id === 'network' && count < 2,
  })
}

/** Reads the session again: after signing in, signing out, joining or leaving. */
export function useRefreshSession() {
  const client = useQueryClient()
  return () => client.resetQueries({ queryKey: ['/api/session'] })
}

export const WorkspaceContext = createContext<Workspace | null>(null)

/** The workspace this page is in. */
export function useWorkspace(): Workspace {
  const workspace = use(WorkspaceContext)
  if (!workspace) throw new TypeError('this page is outside every workspace')
  return workspace
}

/** Whether the member's role gives a permission here; without it, do not show the button. */
export function useMay(permission: string): boolean {
  return use(WorkspaceContext)?.permissions.includes(permission) ?? false
}
