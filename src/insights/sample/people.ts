import { makeChance, type Chance } from './chance.ts'
import type { Bike, Kind } from './story.ts'

/** One invented customer. `person` is the place in the list and makes the identifiers. */
export type SamplePerson = {
  kind: Kind
  userId: string
  email: string | null
  age: number
  childrenAtHome: number
  town: string
  workshopKm: number
  bike: Bike
  weeklyKm: number
  bikePrice: number
  speaks: 'da' | 'en'
  servicePlan: boolean
  /** Days since they became a customer. */
  customerFor: number
  words: SampleWords
}

/** What somebody said about each use; absent: never asked. */
export type SampleWords = {
  invitation?: 'given' | 'withdrawn'
  email_marketing?: 'given' | 'withdrawn'
  advertising?: 'given' | 'objected'
  analysis?: 'objected'
}

/** Those who were interviewed, in the order of their files; the first twelve people of the sample. */
type Known = Pick<
  SamplePerson,
  'kind' | 'age' | 'childrenAtHome' | 'workshopKm' | 'bike' | 'weeklyKm' | 'speaks' | 'servicePlan'
>
const heard: readonly Known[] = [
  known('every day, close by', [47, 2, 2.1, 'e-bike', 90, 'da', true]),
  known('every day, close by', [38, 1, 1.4, 'city bike', 65, 'da', true]),
  known('every day, close by', [31, 0, 0.6, 'e-bike', 80, 'en', true]),
  known('every day, far out', [52, 1, 14, 'e-bike', 120, 'da', false]),
  known('every day, far out', [39, 2, 9, 'e-bike', 85, 'da', false]),
  known('every day, far out', [44, 2, 18, 'road bike', 130, 'en', false]),
  known('precious cargo', [36, 2, 2.5, 'cargo bike', 25, 'da', true]),
  known('precious cargo', [35, 2, 3.2, 'cargo bike', 30, 'en', true]),
  known('precious cargo', [68, 0, 4.4, 'e-bike', 40, 'en', true]),
  known('own hands', [61, 0, 1.8, 'city bike', 20, 'da', false]),
  known('own hands', [23, 0, 2.2, 'city bike', 25, 'en', false]),
  known('own hands', [29, 0, 1.1, 'road bike', 50, 'en', false]),
]

const sizes: readonly (readonly [Kind, number])[] = [
  ['every day, close by', 104],
  ['every day, far out', 92],
  ['precious cargo', 98],
  ['own hands', 114],
]

/** The invented customers, the same for the same seed: those who were interviewed first. */
export function samplePeople(seed: number): SamplePerson[] {
  const chance = makeChance(seed)
  const drawn = sizes.flatMap(([kind, size]) =>
    Array.from({ length: size - heard.filter((one) => one.kind === kind).length }, () =>
      drawOf(kind, chance),
    ),
  )
  return [...heard, ...shuffled(drawn, chance)].map((one, place) => complete(one, { place, chance }))
}

function known(kind: Kind, facts: [number, number, number, Bike, number, 'da' | 'en', boolean]): Known {
  const [age, childrenAtHome, workshopKm, bike, weeklyKm, speaks, servicePlan] = facts
  return { kind, age, childrenAtHome, workshopKm, bike, weeklyKm, speaks, servicePlan }
}

/** How often each kind takes the plan: what the data show and the conversations explain. */
const takesPlan: Record<Kind, number> = {
  'every day, close by': 0.72,
  'every day, far out': 0.2,
  'precious cargo': 0.52,
  'own hands': 0.08,
}

function drawOf(kind: Kind, chance: Chance): Known {
  const daily = kind === 'every day, close by' || kind === 'every day, far out'
  const bike = bikeOf(kind, chance)
  const hasChildren = bike === 'cargo bike' ? 0.95 : 0.36
  return {
    kind,
    age: bike === 'cargo bike' ? chance.whole(28, 46) : chance.whole(19, 74),
    childrenAtHome: chance.happens(hasChildren) ? chance.whole(1, 3) : 0,
    workshopKm: distanceOf(kind, chance),
    bike,
    weeklyKm: daily ? chance.whole(12, 32) * 5 : chance.whole(1, 11) * 5,
    speaks: chance.happens(0.16) ? 'en' : 'da',
    servicePlan: chance.happens(takesPlan[kind]),
  }
}

function bikeOf(kind: Kind, chance: Chance): Bike {
  if (kind === 'own hands') return chance.oneOf(['city bike', 'city bike', 'road bike'])
  if (kind === 'precious cargo')
    return chance.oneOf(['cargo bike', 'cargo bike', 'cargo bike', 'e-bike', 'e-bike'])
  if (kind === 'every day, far out') return chance.oneOf(['e-bike', 'e-bike', 'road bike'])
  return chance.oneOf(['e-bike', 'e-bike', 'city bike', 'road bike'])
}

/** Kilometres with one decimal. */
function distanceOf(kind: Kind, chance: Chance): number {
  if (kind === 'every day, far out') return chance.whole(60, 240) / 10
  if (kind === 'every day, close by') return chance.whole(3, 59) / 10
  return chance.whole(3, 110) / 10
}

const towns = ['Aarhus', 'Randers', 'Silkeborg', 'Horsens'] as const
const price: Record<Bike, [number, number]> = {
  'city bike': [3, 8],
  'e-bike': [14, 29],
  'cargo bike': [22, 42],
  'road bike': [9, 34],
}

function complete(one: Known, { place, chance }: { place: number; chance: Chance }): SamplePerson {
  const number = 1001 + place
  const isHeard = place < heard.length
  const [least, most] = price[one.bike]
  return {
    ...one,
    userId: `kk-${number}`,
    email: isHeard || chance.happens(0.9) ? `customer-${number}@example.org` : null,
    town: chance.oneOf(towns),
    bikePrice: chance.whole(least * 2, most * 2) * 500,
    customerFor: chance.whole(40, 1900),
    words: isHeard ? { invitation: 'given', email_marketing: 'given' } : wordsOf(one.kind, chance),
  }
}

/** Most said something about mail and invitations, few about advertising; some took it back, a few objected to everything. */
function wordsOf(kind: Kind, chance: Chance): SampleWords {
  if (chance.happens(0.025)) return { analysis: 'objected', advertising: 'objected' }
  const words: SampleWords = {}
  if (chance.happens(kind === 'every day, far out' ? 0.62 : 0.4))
    words.invitation = chance.happens(0.09) ? 'withdrawn' : 'given'
  if (chance.happens(0.66)) words.email_marketing = chance.happens(0.14) ? 'withdrawn' : 'given'
  if (chance.happens(0.24)) words.advertising = chance.happens(0.3) ? 'objected' : 'given'
  return words
}

function shuffled<T>(list: readonly T[], chance: Chance): T[] {
  return list
    .map((item) => ({ item, order: chance.next() }))
    .toSorted((a, b) => a.order - b.order)
    .map(({ item }) => item)
}
