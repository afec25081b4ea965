/** Part of a value: items of a list, or entries of a map, that belong at the end of what lies at `path`. */
export type Piece = { path: readonly unknown[]; items: readonly unknown[] }

/** Values in one piece, at most: some milliseconds of taking in. */
const mostValues = 5000

/** Cuts a value so that no piece of it holds more than a few thousand values. What it takes out of `value` the pieces put back, in their order. */
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
  if (place instanceof Map) for (const entry of items) place.set(...(entry as [unknown, unknown]))
  else if (Array.isArray(place)) for (const item of items) place.push(item)
}

type Light = { light: unknown; weight: number; pieces: Piece[] }

function lighten(value: unknown, path: readonly unknown[]): Light {
  if (Array.isArray(value)) {
    const items = value.map((item, at) => lighten(item, [...path, at]))
    return gather({ items, path, whole: (lights) => lights })
  }
  if (value instanceof Map) {
    const items = [...value].map(([key, item]): Light => {
      const { light, weight, pieces } = lighten(item, [...path, key])
      return { light: [key, light], weight: weight + 1, pieces }
    })
    return gather({ items, path, whole: (lights) => new Map(lights as [unknown, unknown][]) })
  }
  if (!isPlain(value)) return { light: value, weight: 1, pieces: [] }
  const items = Object.entries(value).map(([key, item]) => ({ key, ...lighten(item, [...path, key]) }))
  return {
    light: Object.fromEntries(items.map(({ key, light }) => [key, light])),
    weight: items.reduce((sum, { weight }) => sum + weight, 1),
    pieces: items.flatMap(({ pieces }) => pieces),
  }
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
