import type { Fact } from '../../people/index.ts'

/** Most traits of one identify call that are kept; more is a dump of a record, not something known of a person. */
const mostTraits = 100

/** The traits of an identify call as facts: text, numbers and yes or no as they are, anything nested as JSON. */
export function factsOfTraits(given: { personNo: number; traits: unknown; at: Date }): Fact[] {
  const { personNo, traits, at } = given
  if (typeof traits !== 'object' || traits === null || Array.isArray(traits)) return []
  return Object.entries(traits)
    .filter(([trait, value]) => trait !== '' && trait.length <= 200 && value !== null && value !== '')
    .slice(0, mostTraits)
    .map(([trait, value]) => {
      const num = typeof value === 'number' ? value : null
      return { personNo, trait, text: textOf(value), num, origin: 'observed', class: 'none', at }
    })
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
}
