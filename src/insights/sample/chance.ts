/** Chance that is the same for the same seed (mulberry32, public domain), with the few draws the sample needs. */
export type Chance = {
  /** A number in [0, 1). */
  next(): number
  /** Whether something of this probability happens. */
  happens(probability: number): boolean
  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number
  /** One of the list. */
  oneOf<T>(list: readonly [T, ...T[]]): T
}

/** Makes chance from a seed. */
export function makeChance(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    next,
    happens: (probability) => next() < probability,
    whole: (from, to) => from + Math.floor(next() * (to - from + 1)),
    oneOf: (list) => list[Math.floor(next() * list.length)] ?? list[0],
  }
}
