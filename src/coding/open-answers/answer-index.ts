/** An answer as it is compared with others: how often it has each stem. */
export type AnswerWords = { id: string; words: ReadonlyMap<string, number> }

/** One answer's place in the index and how much it is like the one asked about: the cosine, 0 to 1. */
export type Alike = { at: number; likeness: number }

export type AnswerIndex = {
  ids: readonly string[]
  placeOf: ReadonlyMap<string, number>
  /** Of each answer, by the number of the term: its share of the answer's direction. Squares sum to one. */
  vectors: readonly Vector[]
  /** Of each term: the answers that have it, with the same shares. */
  postings: readonly Posting[]
}

type Vector = { terms: Uint32Array; shares: Float32Array }
type Posting = { at: number[]; share: number[] }

/**
 * Weighs the words of answers so that they can be compared: tf-idf, a term that stands c times in an answer and in n of all N answers
 * weighs (1 + ln c) · ln(1 + N / n), and answers are brought to length one (Manning, Raghavan & Schütze 2008, Introduction to Information
 * Retrieval, chapter 6.4, "ltc", with the one added so that a word of all answers still weighs a little).
 */
export function indexAnswers(answers: readonly AnswerWords[]): AnswerIndex {
  const numbers = new Map<string, number>()
  const spread: number[] = []
  for (const { words } of answers)
    for (const word of words.keys()) {
      const number = numbers.get(word)
      if (number === undefined) spread[numbers.set(word, numbers.size).size - 1] = 1
      else spread[number] = (spread[number] ?? 0) + 1
    }
  const postings: Posting[] = spread.map(() => ({ at: [], share: [] }))
  const vectors = answers.map(({ words }, at) => {
    const vector = weighed(words, (word) => ({
      term: numbers.get(word) ?? 0,
      rarity: Math.log(1 + answers.length / (spread[numbers.get(word) ?? 0] ?? 1)),
    }))
    for (const [place, term] of vector.terms.entries()) {
      postings[term]?.at.push(at)
      postings[term]?.share.push(vector.shares[place] ?? 0)
    }
    return vector
  })
  const ids = answers.map(({ id }) => id)
  return { ids, placeOf: new Map(ids.map((id, at) => [id, at])), vectors, postings }
}

function weighed(
  words: ReadonlyMap<string, number>,
  look: (word: string) => { term: number; rarity: number },
): Vector {
  const found = [...words].map(([word, times]) => {
    const { term, rarity } = look(word)
    return { term, weight: (1 + Math.log(times)) * rarity }
  })
  const length = Math.hypot(...found.map(({ weight }) => weight)) || 1
  return {
    terms: Uint32Array.from(found, ({ term }) => term),
    shares: Float32Array.from(found, ({ weight }) => weight / length),
  }
}

/** How much every answer is like the one at a place, by place; that one itself is 0. */
export function likenesses(index: AnswerIndex, at: number): Float32Array {
  const sums = new Float32Array(index.ids.length)
  addShares(sums, { vector: index.vectors[at], postingOf: (term) => index.postings[term] })
  sums[at] = 0
  return sums
}

/** The `most` answers among some that are most like the one at a place, most alike first; none that shares no word with it. */
export type Nearest = (at: number) => Alike[]

/** Looks for neighbours among these places only, for thousands of answers one after the other. */
export function nearestAmong(
  index: AnswerIndex,
  { among, most }: { among: readonly number[]; most: number },
): Nearest {
  const postings = new Map<number, Posting>()
  for (const [which, at] of among.entries()) {
    const vector = index.vectors[at]
    if (!vector) continue
    for (const [place, term] of vector.terms.entries()) {
      const posting = postings.get(term) ?? { at: [], share: [] }
      posting.at.push(which)
      posting.share.push(vector.shares[place] ?? 0)
      postings.set(term, posting)
    }
  }
  const sums = new Float32Array(among.length)
  return (at) => {
    sums.fill(0)
    addShares(sums, { vector: index.vectors[at], postingOf: (term) => postings.get(term) })
    const best: Alike[] = []
    // Counted by hand: this runs through millions of pairs when thousands of answers are asked about.
    for (let which = 0; which < sums.length; which += 1) {
      const likeness = sums[which] ?? 0
      if (likeness <= 0 || (best.length >= most && likeness <= (best.at(-1)?.likeness ?? 0))) continue
      const other = among[which] ?? 0
      if (other === at) continue
      let place = best.length
      while (place > 0 && (best[place - 1]?.likeness ?? 0) < likeness) place -= 1
      best.splice(place, 0, { at: other, likeness })
      if (best.length > most) best.pop()
    }
    return best
  }
}

function addShares(
  sums: Float32Array,
  { vector, postingOf }: { vector: Vector | undefined; postingOf: (term: number) => Posting | undefined },
): void {
  if (!vector) return
  for (const [place, term] of vector.terms.entries()) {
    const posting = postingOf(term)
    if (!posting) continue
    const share = vector.shares[place] ?? 0
    const { at: others, share: theirs } = posting
    for (let next = 0; next < others.length; next += 1) {
      const other = others[next] ?? 0
      sums[other] = (sums[other] ?? 0) + share * (theirs[next] ?? 0)
    }
  }
}
