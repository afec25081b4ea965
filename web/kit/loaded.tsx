import { use, useSyncExternalStore, type ReactNode } from 'react'
import { ProblemNotice } from './notice.tsx'
import { PageHeader } from './page-header.tsx'
import { PageNameContext } from './routing.ts'
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
  if (query.error) return <Failed problem={query.error} onRetry={() => void query.refetch()} />
  return skeleton
}

/** Why it could not be read; where that is all there is on the page, under the page's own name. */
function Failed({ problem, onRetry }: { problem: unknown; onRetry: () => void }) {
  const name = use(PageNameContext)
  const hasHeading = useSyncExternalStore(neverChanges, otherHeading)
  return (
    <>
      {name !== '' && !hasHeading && (
        <div data-instead>
          <PageHeader title={name} />
        </div>
      )}
      <ProblemNotice problem={problem} onRetry={onRetry} />
    </>
  )
}

const neverChanges = () => () => undefined
const otherHeading = () => document.querySelector('h1:not([data-instead] h1)') !== null
