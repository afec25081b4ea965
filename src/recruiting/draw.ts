import { createHash } from 'node:crypto'

export type Candidate = { personId: string }
export type StratumOf<C> = { candidates: readonly C[]; count: number }

/** The name under which the way of drawing is kept with each draw. */
export const drawMethod = 'sha256-rank-1'

/**
 * Draws so many of each stratum at random, without replacement. Everybody's lot is the SHA-256 of the seed, a line break and their id;
 * the lowest lots of a stratum are drawn. So the same seed gives the same people whatever order they come in, whoever keeps the seed can make
 * the draw again by hand, everybody of a stratum has the same chance, and who is asked does not depend on who else there is (permanent
 * random numbers: Ohlsson 1995, "Coordination of samples using permanent random numbers"). Somebody in two strata is drawn for the first only.
 */
export function drawPeople<C extends Candidate>(
  strata: readonly StratumOf<C>[],
  { seed }: { seed: string },
): C[][] {
  const taken = new Set<string>()
  return strata.map(({ candidates, count }) => {
    const drawn = candidates
      .filter(({ personId }) => !taken.has(personId))
      .map((candidate) => ({ candidate, lot: lotOf(seed, candidate.personId) }))
      .toSorted((a, b) => (a.lot < b.lot ? -1 : 1))
      .slice(0, Math.max(0, count))
      .map(({ candidate }) => candidate)
    for (const { personId } of drawn) taken.add(personId)
    return drawn
  })
}

function lotOf(seed: string, personId: string): string {
  return createHash('sha256').update(`${seed}\n${personId}`).digest('hex')
}
