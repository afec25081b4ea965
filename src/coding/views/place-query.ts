import { codesWanted, type CodeQuery } from './code-query.ts'

/** What a query asks of a place: its codes with those above them, and where on which page (or when in which recording) it lies. */
type PlaceAsked = {
  borne: readonly string[]
  ofId: string
  page: number
  left: number
  top: number
  right: number
  bottom: number
}

/**
 * The places that answer a query of codes, by the rules for passages: a place holds the codes it bears and those of places it overlaps, and is found where it bears one of those that are
 * looked for. Turns lie between none of them, so none is `near` another. Pure.
 */
export function placesAnswering<P extends PlaceAsked>(places: readonly P[], query: CodeQuery): P[] {
  const wanted = codesWanted(query)
  const found = holding(places, query)
  return places.filter(
    (place) => found.has(place) && (wanted.length === 0 || wanted.some((code) => place.borne.includes(code))),
  )
}

/** Whether two places share a part of a page, or a moment of a recording. */
export function overlaps(a: PlaceAsked, b: PlaceAsked): boolean {
  return (
    a.ofId === b.ofId &&
    a.page === b.page &&
    a.left < b.right &&
    b.left < a.right &&
    a.top < b.bottom &&
    b.top < a.bottom
  )
}

function holding<P extends PlaceAsked>(places: readonly P[], query: CodeQuery): Set<P> {
  if ('code' in query) {
    const bearing = places.filter(({ borne }) => borne.includes(query.code))
    return new Set(places.filter((place) => bearing.some((one) => one === place || overlaps(one, place))))
  }
  if ('near' in query) return new Set()
  if ('not' in query) return new Set(places).difference(holding(places, query.not))
  const parts = ('all' in query ? query.all : query.any).map((part) => holding(places, part))
  const [first = new Set<P>(), ...others] = parts
  return 'all' in query
    ? others.reduce((all, part) => all.intersection(part), first)
    : others.reduce((all, part) => all.union(part), first)
}
