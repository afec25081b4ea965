import type { PlaceDrawn } from './document-data.ts'

type Point = { x: number; y: number }

/** The rectangle between two corners, in parts of the page; undefined where it is too small to be meant. */
export function placeBetween(page: number, one: Point, other: Point): PlaceDrawn | undefined {
  const [left, right] = [within(Math.min(one.x, other.x)), within(Math.max(one.x, other.x))]
  const [top, bottom] = [within(Math.min(one.y, other.y)), within(Math.max(one.y, other.y))]
  if (right - left < least || bottom - top < least) return undefined
  return { page, left, top, width: right - left, height: bottom - top }
}

/** Moved by parts of the page, and never over its edge. */
export function movedBy(place: PlaceDrawn, by: Point): PlaceDrawn {
  const left = Math.min(1 - place.width, Math.max(0, place.left + by.x))
  const top = Math.min(1 - place.height, Math.max(0, place.top + by.y))
  return { ...place, left, top }
}

/** Its right lower corner moved. */
export function sizedBy(place: PlaceDrawn, by: Point): PlaceDrawn {
  const width = Math.min(1 - place.left, Math.max(least, place.width + by.x))
  const height = Math.min(1 - place.top, Math.max(least, place.height + by.y))
  return { ...place, width, height }
}

/** A place to begin with by keyboard or finger: in the middle of a page. */
export function placeInMiddle(page: number): PlaceDrawn {
  return { page, left: 0.3, top: 0.4, width: 0.4, height: 0.2 }
}

/** What an arrow key does to a place; undefined for other keys. */
export function placeAfterKey(
  place: PlaceDrawn,
  { key, shiftKey }: { key: string; shiftKey: boolean },
): PlaceDrawn | undefined {
  const by = arrows[key]
  if (!by) return undefined
  return shiftKey ? sizedBy(place, by) : movedBy(place, by)
}

const least = 0.005
const step = 0.01
const within = (value: number) => Math.min(1, Math.max(0, value))
const arrows: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -step, y: 0 },
  ArrowRight: { x: step, y: 0 },
  ArrowUp: { x: 0, y: -step },
  ArrowDown: { x: 0, y: step },
}
