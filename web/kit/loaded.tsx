import { use, useState, useSyncExternalStore, type ReactNode } from 'react'
import { ProblemNotice } from './notice.tsx'
import { PageHeader } from './page-header.tsx'
import { PageNameContext } from './routing.ts'
import { Skeleton } from './skeleton.tsx'

type Query<T> = {
  data: T | undefined
  error: unknown
  /** How often it failed. A query that failed and is asked again has no error until the answer is there. */
  errorUpdateCount: number
  isFetching: boolean
  refetch: () => unknown
}

/**
 * What a query has found: a skeleton until it is there, the reason and a way to retry when it fails, also while it is asked again, and old data while new comes.
 */
export function Loaded<T>(props: {
  query: Query<T>
  skeleton?: ReactNode
  children: (data: T) => ReactNode
}) {
  const { query, skeleton = <Skeleton lines={5} />, children } = props
  const [last, keep] = useState<unknown>(null)
  if (query.error && query.error !== last) keep(query.error)
  if (query.data !== undefined) return children(query.data)
  const problem = query.error ?? (query.errorUpdateCount > 0 ? last : null)
  return problem ? <Failed problem={problem} query={query} /> : skeleton
}

/** Why it could not be read; where that is all there is on the page, under the page's own name. */
function Failed({ problem, query }: { problem: unknown; query: Query<unknown> }) {
  const name = use(PageNameContext)
  const hasHeading = useSyncExternalStore(neverChanges, otherHeading)
  return (
    <>
      {name !== '' && !hasHeading && (
        <div data-instead>
          <PageHeader title={name} />
        </div>
      )}
      <ProblemNotice problem={problem} onRetry={() => void query.refetch()} isRetrying={query.isFetching} />
    </>
  )
}

const neverChanges = () => () => undefined
const otherHeading = () => document.querySelector('h1:not([data-instead] h1)') !== null
