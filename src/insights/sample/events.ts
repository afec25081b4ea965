import { makeChance, type Chance } from './chance.ts'
import type { SamplePerson } from './people.ts'
import type { Kind } from './story.ts'

/** One event as a website or till would send it; `daysAgo` with a fraction for the time of day. */
export type SampleEvent = {
  userId: string
  event: string
  daysAgo: number
  properties: Record<string, string | number>
  messageId: string
}

/** How often in 180 days, on average, by kind. Those far out look at times for the workshop and leave again. */
const often: Record<Kind, { visited: number; looked: number; left: number; parts: number }> = {
  'every day, close by': { visited: 2.4, looked: 2.8, left: 0.3, parts: 0.5 },
  'every day, far out': { visited: 0.7, looked: 3.6, left: 2.7, parts: 0.9 },
  'precious cargo': { visited: 1.5, looked: 1.9, left: 0.3, parts: 0.4 },
  'own hands': { visited: 0.2, looked: 0.4, left: 0.1, parts: 2.6 },
}

const reasons = ['brakes', 'puncture', 'chain and gears', 'motor', 'inspection'] as const

/** What the invented customers did in the last 180 days; the same for the same seed. */
export function sampleEvents(people: readonly SamplePerson[], seed: number): SampleEvent[] {
  const chance = makeChance(seed)
  return people.flatMap((person) => {
    const { visited, looked, left, parts } = often[person.kind]
    const mine = [
      ...times(looked, chance).map(() => ({ event: 'Workshop times viewed', properties: {} })),
      ...times(left, chance).map(() => ({ event: 'Booking left unfinished', properties: {} })),
      ...times(visited, chance).map(() => ({
        event: 'Workshop visited',
        properties: { reason: chance.oneOf(reasons), days_in_workshop: chance.whole(0, 5) },
      })),
      ...times(parts, chance).map(() => ({
        event: 'Part bought',
        properties: { value: chance.whole(4, 60) * 10 },
      })),
    ]
    return mine.map((one, place): SampleEvent => ({
      ...one,
      userId: person.userId,
      daysAgo: chance.whole(1, 179) + chance.whole(0, 99) / 100,
      messageId: `sample-${seed}-${person.userId}-${place}`,
    }))
  })
}

/** As many as a mean says (Poisson, by multiplying uniforms; Knuth). */
function times(mean: number, chance: Chance): undefined[] {
  const limit = Math.exp(-mean)
  let count = 0
  for (let product = chance.next(); product > limit; product *= chance.next()) count++
  return Array.from({ length: count })
}
