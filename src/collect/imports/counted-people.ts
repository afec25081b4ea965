import { deflateRawSync, inflateRawSync } from 'node:zlib'

/** Who was counted already: one bit a person, since their numbers are dense. */
export class CountedPeople {
  #bits: Uint8Array
  #count = 0

  /** From what `toBytes` gave, or nobody. */
  constructor(kept?: Uint8Array | null) {
    this.#bits = kept ? new Uint8Array(inflateRawSync(kept)) : new Uint8Array(1024)
    for (const byte of this.#bits) this.#count += bitsOf(byte)
  }

  get count(): number {
    return this.#count
  }

  has(personNo: number): boolean {
    return ((this.#bits[personNo >>> 3] ?? 0) & (1 << (personNo & 7))) !== 0
  }

  add(personNo: number): void {
    if (this.has(personNo)) return
    const at = personNo >>> 3
    if (at >= this.#bits.length) {
      const more = new Uint8Array(Math.max(at + 1, this.#bits.length * 2))
      more.set(this.#bits)
      this.#bits = more
    }
    this.#bits[at] = (this.#bits[at] ?? 0) | (1 << (personNo & 7))
    this.#count += 1
  }

  toBytes(): Buffer {
    return deflateRawSync(this.#bits, { level: 1 })
  }
}

function bitsOf(byte: number): number {
  let left = byte
  let count = 0
  for (; left !== 0; left &= left - 1) count += 1
  return count
}
