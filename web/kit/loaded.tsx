import type { ReactNode } from 'react'
import { ProblemNotice } from './notice.tsx'
import { Skeleton } from './skeleton.tsx'

type Query<T> = { data: T | undefined; error: unknown; isFetching: boolean; refetch: () => unknown }

/** What a query has found: a skeleton until it is there, the reason and a way to retry when it fails, old data while new comes. */
export function Loaded<T>(props: {
  query: Query<T>
  skeleton?: ReactNode
  children: (data: T) => ReactNode
}) {
  const { query, skeleton = <Skeleton lines={5} />, children } = props
  if (query.data !== undefined) return children(query.data)
  if (query.error) return <ProblemNotice problem={query.error} onRetry={() => void query.refetch()} />
  return skeleton
}
