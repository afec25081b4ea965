import { newBreath } from '../../platform/index.ts'
import type { CountedWords } from './answer-words.ts'

/** An answer as it is compared with others. */
export type AnswerWords = { id: string } & Pick<CountedWords, 'terms' | 'times'>

/** One answer's place in the index and how much it is like the one asked about: the cosine, 0 to 1. */
export type Alike = { at: number; likeness: number }

export type AnswerIndex = {
  ids: readonly string[]
  placeOf: ReadonlyMap<string, number>
  /** Of each answer, by the number of the term: its share of the answer's direction. Squares sum to one. */
  vectors: readonly Vector[]
  postings: Postings
}

type Vector = { terms: Uint32Array; shares: Float32Array }

/** Which answers have a term, with the same shares: those of term n lie from `starts[n]` up to `starts[n + 1]`. */
type Postings = { starts: Uint32Array; at: Uint32Array; shares: Float32Array }

/**
 * Weighs the words of answers so that they can be compared: tf-idf, a term that stands c times in an answer and in n of all N answers
 * weighs (1 + ln c) · ln(1 + N / n), and answers are brought to length one (Manning, Raghavan & Schütze 2008, Introduction to Information
 * Retrieval, chapter 6.4, "ltc", with the one added so that a word of all answers still weighs a little). `terms`: how many have a number.
 */
export async function indexAnswers(answers: readonly AnswerWords[], terms: number): Promise<AnswerIndex> {
  const breathe = newBreath()
  const spread = new Uint32Array(terms)
  for (const answer of answers) for (const term of answer.terms) spread[term] = (spread[term] ?? 0) + 1
  const vectors: Vector[] = []
  for (const { terms: own, times } of answers) {
    await breathe()
    const weights = Float64Array.from(
      own,
      (term, place) => (1 + Math.log(times[place] ?? 1)) * Math.log(1 + answers.length / (spread[term] ?? 1)),
    )
    const length = Math.hypot(...weights) || 1
    vectors.push({ terms: own, shares: Float32Array.from(weights, (weight) => weight / length) })
  }
  const ids = answers.map(({ id }) => id)
  const placeOf = new Map(ids.map((id, at) => [id, at]))
  return { ids, placeOf, vectors, postings: postingsOf(vectors, terms) }
}

/** By counting first and filling then. */
function postingsOf(vectors: readonly Vector[], terms: number): Postings {
  const starts = new Uint32Array(terms + 1)
  for (const vector of vectors)
    for (const term of vector.terms) starts[term + 1] = (starts[term + 1] ?? 0) + 1
  for (let term = 0; term < terms; term += 1) starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0)
  const next = starts.slice()
  const at = new Uint32Array(starts[terms] ?? 0)
  const shares = new Float32Array(at.length)
  for (const [which, vector] of vectors.entries())
    for (let place = 0; place < vector.terms.length; place += 1) {
      const term = vector.terms[place] ?? 0
      const free = next[term] ?? 0
      next[term] = free + 1
      at[free] = which
      shares[free] = vector.shares[place] ?? 0
    }
  return { starts, at, shares }
}

/** How much every answer is like the one at a place, by place; that one itself is 0. */
export function likenesses(index: AnswerIndex, at: number): Float32Array {
  const sums = new Float32Array(index.ids.length)
  addShares(sums, { vector: index.vectors[at], postings: index.postings })
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
  const postings = postingsOf(
    among.flatMap((at) => index.vectors[at] ?? []),
    index.postings.starts.length - 1,
  )
  const sums = new Float32Array(among.length)
  return (at) => {
    sums.fill(0)
    addShares(sums, { vector: index.vectors[at], postings })
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

type Adding = { vector: Vector | undefined; postings: Postings }

function addShares(sums: Float32Array, { vector, postings: { starts, at, shares } }: Adding): void {
  if (!vector) return
  for (let place = 0; place < vector.terms.length; place += 1) {
    const term = vector.terms[place] ?? 0
    const share = vector.shares[place] ?? 0
    const end = starts[term + 1] ?? 0
    for (let next = starts[term] ?? 0; next < end; next += 1) {
      const other = at[next] ?? 0
      sums[other] = (sums[other] ?? 0) + share * (shares[next] ?? 0)
    }
  }
}
