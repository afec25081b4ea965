import { useSearch as useAddress, useNavigate } from '@tanstack/react-router'
import type { ViewFilters } from './views-data.ts'

export const filterNames = [
  'segmentId',
  'trait',
  'value',
  'language',
  'from',
  'to',
] as const satisfies readonly (keyof ViewFilters)[]

/** What all views of a study are kept to. It stands in the address, so that it can be sent to a colleague and survives a reload. */
export function useViewFilters(): [
  ViewFilters,
  (changed: Partial<Record<keyof ViewFilters, string>>) => void,
] {
  const address: Record<string, unknown> = useAddress({ strict: false })
  const navigate = useNavigate()
  const filters: ViewFilters = Object.fromEntries(
    filterNames.flatMap((name) => {
      const value = address[name]
      return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
        ? [[name, String(value)]]
        : []
    }),
  )
  const change = (changed: Partial<Record<keyof ViewFilters, string>>) => {
    const next = Object.fromEntries(
      Object.entries({ ...address, ...changed }).filter(([, value]) => value !== ''),
    )
    void navigate({ to: '.', search: next, resetScroll: false })
  }
  return [filters, change]
}
