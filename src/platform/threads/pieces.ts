/** Part of a value: items of a list or set, or entries of a map or record, that belong at the end of what lies at `path`. */
export type Piece = { path: readonly unknown[]; items: readonly unknown[] }

/** Values in one piece, at most: some milliseconds of taking in. */
const mostValues = 5000

/**
 * Cuts a value so that no piece of it holds more than a few thousand values; bytes and a text are one value each. What it takes out of `value` the pieces
 * put back, in their order. Throws TypeError for a map by objects and for a set of them: a place in there has no name.
 */
export function cutInPieces(value: unknown): { value: unknown; pieces: Piece[] } {
  const { light, pieces } = lighten(value, [])
  return { value: light, pieces }
}

/** Puts a piece where it belongs. */
export function fillPiece(value: unknown, { path, items }: Piece): void {
  let place = value
  for (const step of path)
    place =
      place instanceof Map
        ? place.get(step)
        : typeof place === 'object' && place !== null
          ? Reflect.get(place, step as PropertyKey)
          : undefined
  if (Array.isArray(place)) for (const item of items) place.push(item)
  else if (place instanceof Set) for (const item of items) place.add(item)
  else if (place instanceof Map) for (const [key, item] of items as Entry[]) place.set(key, item)
  else if (isPlain(place))
    for (const [key, item] of items as Entry[])
      Object.defineProperty(place, key as string, { value: item, ...ofItsOwn })
}

type Entry = [key: unknown, item: unknown]
type Light = { light: unknown; weight: number; pieces: Piece[] }

/** As a literal defines it, whatever it is called. */
const ofItsOwn = { enumerable: true, configurable: true, writable: true }

function lighten(value: unknown, path: readonly unknown[]): Light {
  if (Array.isArray(value)) {
    const items = value.map((item, at) => lighten(item, [...path, at]))
    return gather({ items, path, whole: (lights) => lights })
  }
  if (value instanceof Set) {
    const items = Array.from(value, (item) => ({ light: named(item), weight: 1, pieces: [] }))
    return gather({ items, path, whole: (lights) => new Set(lights) })
  }
  const entry = ([key, item]: Entry): Light => {
    const { light, weight, pieces } = lighten(item, [...path, key])
    return { light: [key, light], weight: weight + 1, pieces }
  }
  if (value instanceof Map) {
    const items = Array.from(value, ([key, item]): Light => entry([named(key), item]))
    return gather({ items, path, whole: (lights) => new Map(lights as Entry[]) })
  }
  if (!isPlain(value)) return { light: value, weight: 1, pieces: [] }
  const items = Object.entries(value).map(entry)
  return gather({ items, path, whole: (lights) => Object.fromEntries(lights as [string, unknown][]) })
}

function named(key: unknown): unknown {
  if (typeof key === 'object' && key !== null)
    throw new TypeError('maps by objects and sets of objects cannot be cut in pieces')
  return key
}

/** A list whole where it is light; else empty, with its items in pieces, and what was taken out of an item after the item itself. */
function gather(given: {
  items: readonly Light[]
  path: readonly unknown[]
  whole: (items: unknown[]) => unknown
}): Light {
  const { items, path, whole } = given
  const weight = items.reduce((sum, item) => sum + item.weight, 1)
  const inner = items.flatMap(({ pieces }) => pieces)
  if (weight <= mostValues) return { light: whole(items.map(({ light }) => light)), weight, pieces: inner }
  const pieces: Piece[] = []
  let lights: unknown[] = []
  let sum = 0
  for (const item of items) {
    if (lights.length > 0 && sum + item.weight > mostValues) {
      pieces.push({ path, items: lights })
      lights = []
      sum = 0
    }
    lights.push(item.light)
    sum += item.weight
  }
  pieces.push({ path, items: lights })
  return { light: whole([]), weight: 1, pieces: [...pieces, ...inner] }
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const made: unknown = Object.getPrototypeOf(value)
  return made === Object.prototype || made === null
}
