import type { PageSize } from '../../conversations/index.ts'
import type { Place } from '../regions/region.schema.ts'
import type { OwnMedia, RefiWhere } from './refi.ts'

type Kind = 'photo' | 'pdf'

/** A place in whole pixels from the top left, or in points from the bottom left; undefined where the page is not known. */
export function writtenPlace(
  place: Place,
  of: { kind: Kind; pages: readonly PageSize[] },
): RefiWhere | undefined {
  const size = of.pages[place.page - 1]
  if (size === undefined) return undefined
  const [left, right] = [place.left * size.width, (place.left + place.width) * size.width].map(Math.round)
  const [top, bottom] = [place.top * size.height, (place.top + place.height) * size.height]
  const [first, second] = (of.kind === 'pdf' ? [size.height - top, size.height - bottom] : [top, bottom]).map(
    Math.round,
  )
  return {
    page: place.page - 1,
    firstX: left ?? 0,
    firstY: first ?? 0,
    secondX: right ?? 0,
    secondY: second ?? 0,
  }
}

/**
 * A place of a photo or page as parts of it: exactly as we wrote it where it still lies there, else worked out from whole pixels or points. Corners may
 * come in any order; what lies over the edge is cut there. Undefined where nothing of it lies on a page.
 */
export function readPlace(
  where: RefiWhere,
  of: { kind: Kind; pages: readonly PageSize[]; guid: string; own: OwnMedia | undefined },
): Place | undefined {
  if (!('firstX' in where)) return undefined
  const own = of.own?.places.find(([guid]) => guid.toLowerCase() === of.guid)
  if (own) {
    const [, page, left, top, width, height] = own
    const place = { page, left, top, width, height }
    if (isSame(writtenPlace(place, of), where)) return place
  }
  const size = of.pages[where.page]
  if (size === undefined) return undefined
  const across = between([where.firstX, where.secondX], size.width)
  const down = between(
    of.kind === 'pdf'
      ? [size.height - where.firstY, size.height - where.secondY]
      : [where.firstY, where.secondY],
    size.height,
  )
  if (across === undefined || down === undefined) return undefined
  return { page: where.page + 1, left: across.from, top: down.from, width: across.long, height: down.long }
}

function isSame(one: RefiWhere | undefined, other: RefiWhere): boolean {
  return one !== undefined && JSON.stringify(one) === JSON.stringify(other)
}

function between(ends: readonly [number, number], whole: number): { from: number; long: number } | undefined {
  const from = Math.max(0, Math.min(...ends) / whole)
  const until = Math.min(1, Math.max(...ends) / whole)
  return from < until ? { from, long: until - from } : undefined
}
