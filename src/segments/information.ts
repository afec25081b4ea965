/** How much factors tell about an outcome, counted over cells of coded levels. */
import type { Factor } from './levels.ts'

/** Levels a factor may have, "unknown" included. */
export const width = 6

/** Counts per cell of up to three factors and class of outcome: index ((a·6 + b)·6 + c)·classes + class. */
export type Cells = { factors: readonly Factor[]; classes: number; counts: Float64Array; people: number }

/** Counts the people of `rows` (repeats count again) into cells. */
export function countCells({ factors, target, classes, rows }: Counting): Cells {
  const counts = new Float64Array(width ** factors.length * classes)
  for (const row of rows) {
    let cell = 0
    for (const factor of factors) cell = cell * width + (factor.codes[row] ?? 0)
    cell = cell * classes + (target[row] ?? 0)
    counts[cell] = (counts[cell] ?? 0) + 1
  }
  return { factors, classes, counts, people: rows.length }
}

export type Counting = {
  factors: readonly Factor[]
  target: Uint8Array
  classes: number
  rows: Uint32Array
  /** `again`: the rows are themselves drawn with replacement, which doubles what chance adds to information. */
  drawn?: Drawn
}
export type Drawn = 'once' | 'again'

/** Mutual information in nats, and as counted before the correction. */
export type Scored<T> = { of: T; score: number }

/**
 * Scores combinations of factors by mutual information with the outcome in nats, corrected after Miller and Madow:
 * I − (r − 1)(c − 1) / 2N with r occupied cells and c classes. With `learnt: 'here'` (levels merged on these very
 * rows) each merged level costs one more cell, since merging was a choice in favour of the outcome.
 */
export class InformationScale {
  readonly #codes: Uint8Array[]
  readonly #merged: number[]
  readonly #target: Uint8Array
  readonly #classes: number
  readonly #entropy: number
  readonly #logs: Float64Array
  readonly #counts: Int32Array
  readonly #chance: number

  constructor({
    factors,
    target,
    classes,
    rows,
    learnt,
    drawn,
  }: Counting & { learnt: 'here' | 'elsewhere' }) {
    this.#codes = factors.map((factor) => Uint8Array.from(rows, (row) => factor.codes[row] ?? 0))
    this.#merged = factors.map((factor) =>
      learnt === 'elsewhere' || factor.type !== 'category'
        ? 0
        : Math.max(0, factor.distinct - factor.levels.length + 1),
    )
    this.#target = Uint8Array.from(rows, (row) => target[row] ?? 0)
    this.#classes = classes
    this.#chance = drawn === 'again' ? 2 : 1
    this.#logs = Float64Array.from({ length: rows.length + 1 }, (_, n) => (n === 0 ? 0 : n * Math.log(n)))
    this.#counts = new Int32Array(width ** 3 * classes)
    const sizes = new Int32Array(classes)
    for (const code of this.#target) sizes[code] = (sizes[code] ?? 0) + 1
    this.#entropy = this.#entropyOf(sizes)
  }

  /** The outcome's own entropy in nats: nothing can tell more. */
  get entropy(): number {
    return this.#entropy
  }

  one(a: number): number {
    return this.#score(this.#codes[a] ?? new Uint8Array(), this.#codesOf(-1), this.#merged[a] ?? 0)
  }

  /** Every pair of `among`, best first. */
  pairs(among: readonly number[]): Scored<[number, number]>[] {
    const scored: Scored<[number, number]>[] = []
    among.forEach((a, i) => {
      for (const b of among.slice(i + 1)) {
        const score = this.#score(this.#codesOf(a), this.#codesOf(b), this.#mergedOf(a, b))
        scored.push({ of: [a, b], score })
      }
    })
    return scored.toSorted((x, y) => y.score - x.score)
  }

  /** Every triple of `among`, best first: 9,880 of them for 40 factors. */
  triples(among: readonly number[]): Scored<[number, number, number]>[] {
    const scored: Scored<[number, number, number]>[] = []
    const both = new Uint8Array(this.#target.length)
    among.forEach((a, i) => {
      among.slice(i + 1).forEach((b, j) => {
        this.#join(both, a, b)
        for (const c of among.slice(i + j + 2)) {
          const score = this.#score(both, this.#codesOf(c), this.#mergedOf(a, b, c))
          scored.push({ of: [a, b, c], score })
        }
      })
    })
    return scored.toSorted((x, y) => y.score - x.score)
  }

  /** One combination of one, two or three factors. */
  of(combination: readonly number[]): number {
    const [a = -1, b = -1, c = -1] = combination
    const both = new Uint8Array(this.#target.length)
    this.#join(both, a, b)
    return this.#score(both, this.#codesOf(c), this.#mergedOf(...combination))
  }

  #join(both: Uint8Array, a: number, b: number): void {
    const [first, second] = [this.#codesOf(a), this.#codesOf(b)]
    for (let i = 0; i < both.length; i++) both[i] = (first[i] ?? 0) * width + (second[i] ?? 0)
  }

  #codesOf(index: number): Uint8Array {
    return this.#codes[index] ?? new Uint8Array(this.#target.length)
  }

  #mergedOf(...indexes: number[]): number {
    return indexes.reduce((sum, index) => sum + (this.#merged[index] ?? 0), 0)
  }

  /** The inner loop of every search: no allocation. */
  #score(first: Uint8Array, second: Uint8Array, merged: number): number {
    const [counts, target, classes, logs] = [this.#counts, this.#target, this.#classes, this.#logs]
    counts.fill(0)
    const people = target.length
    for (let i = 0; i < people; i++) {
      const cell = ((first[i] ?? 0) * width + (second[i] ?? 0)) * classes + (target[i] ?? 0)
      counts[cell] = (counts[cell] ?? 0) + 1
    }
    let [inCells, withTarget, occupied] = [0, 0, 0]
    for (let start = 0; start < counts.length; start += classes) {
      let sum = 0
      for (let code = 0; code < classes; code++) {
        const count = counts[start + code] ?? 0
        sum += count
        withTarget += logs[count] ?? 0
      }
      if (sum > 0) occupied++
      inCells += logs[sum] ?? 0
    }
    if (people === 0) return 0
    return (
      this.#entropy +
      (withTarget - inCells) / people -
      (this.#chance * (occupied + merged - 1) * (classes - 1)) / (2 * people)
    )
  }

  #entropyOf(sizes: Int32Array): number {
    const people = this.#target.length
    if (people === 0) return 0
    return Math.log(people) - sizes.reduce((sum, count) => sum + (this.#logs[count] ?? 0), 0) / people
  }
}
