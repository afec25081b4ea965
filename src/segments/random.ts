/** Draws from [0, 1): the same seed gives the same numbers on every machine. */
export type Random = () => number

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state, enough for samples and splits, not for secrets. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let bits = Math.imul(state ^ (state >>> 15), state | 1)
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61)
    return ((bits ^ (bits >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** The numbers 0 to `size` − 1 in random order (Fisher and Yates). */
export function shuffledRows(size: number, random: Random): Uint32Array {
  const rows = Uint32Array.from({ length: size }, (_, index) => index)
  for (let last = size - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    const row = rows[last] ?? 0
    rows[last] = rows[other] ?? 0
    rows[other] = row
  }
  return rows
}

/** As many draws with replacement from `rows` as there are rows. */
export function bootstrapRows(rows: Uint32Array, random: Random): Uint32Array {
  return rows.map(() => rows[Math.floor(random() * rows.length)] ?? 0)
}
