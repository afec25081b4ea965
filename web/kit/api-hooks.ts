import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
  type UseQueryOptions,
} from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { api, type Answer, type Call, type RouteKey } from './api.ts'
import type { ProblemError } from './problem.ts'

type QueryChoices<T> = Pick<
  Partial<UseQueryOptions<T, ProblemError>>,
  'enabled' | 'refetchInterval' | 'staleTime' | 'placeholderData'
>

/** Reads a route and keeps it fresh. Pass `{ enabled: false }` as third to wait, `{ refetchInterval: ms }` for live figures. */
export function useApi<K extends RouteKey>(key: K, call: Call<K>, choices: QueryChoices<Answer<K>> = {}) {
  return useQuery<Answer<K>, ProblemError>({
    queryKey: [pathOf(key), pick(call, 'path'), pick(call, 'query')],
    queryFn: ({ signal }) => send(key, { ...call, signal }),
    ...choices,
  })
}

/**
 * For figures that are read again every `ms` (false: not), and in a moment while the server is still working out newer ones than it answered: give it as the third
 * of `useApi`.
 */
export function keepFresh<T>(ms: number | false, isRenewing: (data: T) => boolean) {
  return {
    refetchInterval: ({ state: { data } }: { state: { data: T | undefined } }) =>
      data !== undefined && isRenewing(data) ? soon : ms,
  }
}

const soon = 2000

type MutationChoices = {
  refresh?: string[]
  /** A refusal, by its id, that tells that what was read from these paths is old. */
  refusals?: Readonly<Record<string, string[]>>
}

/**
 * Changes something by a route; afterwards everything read from paths that begin with one of `refresh` is read again. What `mutate` is given to do on
 * success is done every time, also where the line that asked has left the page since, or asked again.
 */
export function useApiMutation<K extends RouteKey>(key: K, options: MutationChoices = {}) {
  const client = useQueryClient()
  const readAgain = (paths: readonly string[]) =>
    client.invalidateQueries({
      predicate: ({ queryKey: [path] }) =>
        typeof path === 'string' && paths.some((begin) => path.startsWith(begin)),
    })
  const mutation = useMutation<Answer<K>, ProblemError, Call<K>>({
    mutationFn: (call) => send(key, call),
    onSuccess: () => readAgain(options.refresh ?? []),
    onError: (problem) => readAgain(options.refusals?.[problem.id] ?? []),
  })
  const { mutateAsync } = mutation
  // The library's own forgets what was to follow when the component is gone by then, as a removed line is once its list was read again.
  const mutate = useCallback(
    (call: Call<K>, { onSuccess }: { onSuccess?: (answer: Answer<K>) => void } = {}) =>
      void mutateAsync(call).then(onSuccess, () => undefined),
    [mutateAsync],
  )
  return { ...mutation, mutate }
}

/** Where the reader stands in a list that is read page by page. Feeds `Table`'s `pager`. */
export type Pager = { page: number; previous: (() => void) | undefined; next: (() => void) | undefined }

/** Reads a route page by page: it takes `?cursor=` (and a body where it has one) and answers `{ next: string | null, … }`. Keeps the old page while the new one comes. */
export function useApiPages<K extends RouteKey>(
  key: K,
  call: Call<K>,
  choices: Pick<QueryChoices<Answer<K>>, 'enabled'> = {},
) {
  const body = pick(call, 'body')
  const place = JSON.stringify([key, pick(call, 'path'), pick(call, 'query'), body])
  const [state, turn] = useState<{ place: string; cursors: string[] }>({ place, cursors: [] })
  // Another filter is another list: begin at its first page.
  const cursors = state.place === place ? state.cursors : []
  const cursor = cursors.at(-1)
  const query = useQuery<Answer<K>, ProblemError>({
    queryKey: [pathOf(key), pick(call, 'path'), { ...pick(call, 'query'), cursor }, body],
    queryFn: ({ signal }) =>
      send(key, { ...call, query: { ...pick(call, 'query'), ...(cursor ? { cursor } : {}) }, signal }),
    placeholderData: keepPreviousData,
    ...choices,
  })
  const next = nextOf(query.data)
  const pager: Pager = {
    page: cursors.length + 1,
    previous: cursors.length > 0 ? () => turn({ place, cursors: cursors.slice(0, -1) }) : undefined,
    next: next ? () => turn({ place, cursors: [...cursors, next] }) : undefined,
  }
  return { query, pager }
}

const pathOf = (key: string) => key.slice(key.indexOf(' ') + 1)

function pick(call: object, name: 'path' | 'query' | 'body'): object | undefined {
  const value: unknown = name in call ? (call as Record<string, unknown>)[name] : undefined
  return typeof value === 'object' && value !== null ? value : undefined
}

// Spreading a generic call loses its type although nothing about it changed.
function send<K extends RouteKey>(key: K, call: object): Promise<Answer<K>> {
  return (api as (key: string, call: object) => Promise<Answer<K>>)(key, call)
}

function nextOf(data: unknown): string | null {
  if (typeof data !== 'object' || data === null || !('next' in data)) return null
  return typeof data.next === 'string' ? data.next : null
}
