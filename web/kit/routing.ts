import { useLocation, useNavigate, useParams, useRouter, useSearch } from '@tanstack/react-router'
import { createContext, use, useCallback, useEffect } from 'react'

/** The named parts of this page's path, e.g. `const { personId } = usePageParams('personId')`. */
export function usePageParams<Name extends string>(...names: Name[]): Record<Name, string> {
  const params: Record<string, unknown> = useParams({ strict: false })
  const entries = names.map((name) => {
    const value = params[name]
    if (typeof value !== 'string') throw new TypeError(`this page's path has no $${name}`)
    return [name, value] as const
  })
  return Object.fromEntries(entries) as Record<Name, string>
}

/** One value of the address's query (`?tab=words`; empty is none) and the way to change it; the back button goes through the changes. */
export function useSearchValue(name: string): [string | undefined, (value: string | undefined) => void] {
  const search: Record<string, unknown> = useSearch({ strict: false })
  const navigate = useNavigate()
  const value = search[name]
  const set = (next: string | undefined) => {
    const rest = Object.fromEntries(Object.entries(search).filter(([key]) => key !== name))
    void navigate({
      to: '.',
      search: next === undefined ? rest : { ...rest, [name]: next },
      resetScroll: false,
    })
  }
  // The router reads `?page=2` as a number and `?open=true` as a boolean.
  const text = typeof value === 'number' || typeof value === 'boolean' ? String(value) : value
  return [typeof text === 'string' && text !== '' ? text : undefined, set]
}

/**
 * Goes to another page of the app: `go('/w/…/people')`. `replace` leaves no trace in the history. Whoever has left the page in the workspace before
 * the answer came that this waited for stays where they are.
 */
export function useGo() {
  const router = useRouter()
  const page = useLocation({ select: ({ pathname }) => pathname })
  return useCallback(
    (href: string, how: { replace?: boolean } = {}) => {
      if (page.startsWith('/w/') && router.state.location.pathname !== page) return
      void router.navigate({ href, ...how })
    },
    [router, page],
  )
}

/** What the open page is called in the menu. */
export const PageNameContext = createContext('')

/** The title that the shell shows for the page; a page may name what it shows instead ("Segment: night shift"). */
export const PageTitleContext = createContext<(title: string | undefined) => void>(() => undefined)

export function usePageTitle(title: string | undefined): void {
  const name = use(PageTitleContext)
  useEffect(() => {
    name(title)
    return () => name(undefined)
  }, [name, title])
}
