import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { request } from './api.ts'
import type { RouteKey } from './api.ts'

/** Milliseconds until the next try after the server could not be reached: longer each time, never in step with others. */
const waitAfter = (failures: number) => Math.min(30_000, 500 * 2 ** failures) * (0.5 + Math.random() / 2)

type Followed = {
  path: object
  /** What to read again when a number of the answer is another than before: paths by the number's name. */
  refresh: Readonly<Record<string, readonly string[]>>
}

/**
 * Keeps what is shown as fresh as what others do: asks a route that answers `{ version, … }` and, given `since` (a version), waits for the next
 * one. Everything read from paths that begin with those of a number that changed is read again. Rests while the page is hidden.
 */
export function useLive(key: RouteKey, given: Followed): void {
  const client = useQueryClient()
  const path = JSON.stringify(given.path)
  const refresh = JSON.stringify(given.refresh)
  useEffect(() => {
    const paths = Object.entries(JSON.parse(refresh) as Followed['refresh'])
    let known: Numbers | undefined
    let asking: AbortController | undefined
    const readAgain = (newest: Numbers) => {
      const begins = paths.flatMap(([name, some]) => (isNews(name, known, newest) ? some : []))
      return client.invalidateQueries({
        predicate: ({ queryKey: [read] }) =>
          typeof read === 'string' && begins.some((begin) => read.startsWith(begin)),
      })
    }
    const follow = async (signal: AbortSignal) => {
      let failures = 0
      while (!signal.aborted) {
        try {
          const query = known === undefined ? {} : { since: known['version'] }
          const newest = numbersOf(await request(key, { path: JSON.parse(path) as object, query, signal }))
          await readAgain(newest)
          known = newest
          failures = 0
        } catch {
          if (signal.aborted) return
          failures += 1
          await new Promise((resolve) => setTimeout(resolve, waitAfter(failures)))
        }
      }
    }
    const onVisible = () => {
      asking?.abort()
      asking = undefined
      if (document.hidden) return
      asking = new AbortController()
      void follow(asking.signal)
    }
    onVisible()
    document.addEventListener('visibilitychange', onVisible)
    return () => {
      document.removeEventListener('visibilitychange', onVisible)
      asking?.abort()
    }
  }, [client, key, path, refresh])
}

// What was read before the first numbers came may be older than they are: what hangs on the version is read once more.
const isNews = (name: string, known: Numbers | undefined, newest: Numbers) =>
  known === undefined ? name === 'version' : known[name] !== newest[name]

type Numbers = Readonly<Record<string, number>>

function numbersOf(answer: unknown): Numbers {
  if (typeof answer !== 'object' || answer === null || !('version' in answer))
    throw new TypeError('no version')
  return Object.fromEntries(
    Object.entries(answer).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
  )
}
