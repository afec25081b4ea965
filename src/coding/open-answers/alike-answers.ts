import { newBreath } from '../../platform/index.ts'
import { likenesses, type AnswerIndex } from './answer-index.ts'

/** From this cosine on two answers say nearly the same. */
export const nearlySame = 0.8

/**
 * Puts answers that say nearly the same together: each joins the first answer before it that it is nearly the same as, or begins a group of
 * its own. Gives the groups by places in the index, in the order of their first; without chains, in which the last is like the first no more.
 */
export async function groupAlike(index: AnswerIndex, among: readonly number[]): Promise<number[][]> {
  const breathe = newBreath()
  const groups = new Map<number, number[]>()
  const taken = new Set<number>()
  const asked = new Set(among)
  for (const at of among) {
    if (taken.has(at)) continue
    await breathe()
    const members = [at]
    const all = likenesses(index, at)
    for (let other = 0; other < all.length; other += 1)
      if ((all[other] ?? 0) >= nearlySame && asked.has(other) && !taken.has(other)) {
        members.push(other)
        taken.add(other)
      }
    taken.add(at)
    groups.set(at, members)
  }
  return [...groups.values()]
}
