/** A rule as pieces of a sentence; the words belong to the translations. Safe in the browser. */
import type { Condition, EventCondition, OrderedTraitValue, TraitCondition, TraitValue } from './segment.ts'

/** A value as a translator needs it: numbers and dates are formatted per language, text is the person's own. */
export type SpokenValue = { as: 'number'; value: number } | { as: 'text' | 'date'; value: string }

/** One condition: `id` names the message, the rest fills it. Pieces are joined by the language's "and". */
export type SentencePiece =
  | { id: 'trait.is' | 'trait.isNot'; trait: string; value: SpokenValue }
  | { id: 'trait.in' | 'trait.notIn'; trait: string; values: SpokenValue[] }
  | { id: 'trait.yes' | 'trait.no' | 'trait.notYes' | 'trait.notNo'; trait: string }
  | {
      id: 'trait.atLeast' | 'trait.lessThan' | 'trait.since' | 'trait.before'
      trait: string
      value: SpokenValue
    }
  | { id: 'trait.between' | 'trait.period'; trait: string; from: SpokenValue; below: SpokenValue }
  | { id: 'trait.missing' | 'trait.known'; trait: string }
  | EventPiece

export type EventPiece = {
  id: `event.${'atLeast' | 'atMost' | 'never'}${'' | 'Within'}`
  event: string
  times: number
  days: number
  where: { property: string; value: SpokenValue }[]
}

/** The rule as pieces, one a condition, in the order in which they are written. */
export function ruleSentence(all: readonly Condition[]): SentencePiece[] {
  return all.map((condition) => (condition.kind === 'event' ? eventPiece(condition) : traitPiece(condition)))
}

function traitPiece(condition: TraitCondition): SentencePiece {
  const { trait } = condition
  switch (condition.op) {
    case 'is':
      if (typeof condition.value === 'boolean')
        return { id: condition.value ? 'trait.yes' : 'trait.no', trait }
      return { id: 'trait.is', trait, value: spoken(condition.value) }
    case 'is not':
      if (typeof condition.value === 'boolean')
        return { id: condition.value ? 'trait.notYes' : 'trait.notNo', trait }
      return { id: 'trait.isNot', trait, value: spoken(condition.value) }
    case 'in':
      return { id: 'trait.in', trait, values: condition.values.map(spoken) }
    case 'not in':
      return { id: 'trait.notIn', trait, values: condition.values.map(spoken) }
    case 'at least':
      return {
        id: isDate(condition.value) ? 'trait.since' : 'trait.atLeast',
        trait,
        value: spoken(condition.value),
      }
    case 'less than':
      return {
        id: isDate(condition.value) ? 'trait.before' : 'trait.lessThan',
        trait,
        value: spoken(condition.value),
      }
    case 'between': {
      const id = isDate(condition.from) ? 'trait.period' : 'trait.between'
      return { id, trait, from: spoken(condition.from), below: spoken(condition.below) }
    }
    case 'is missing':
      return { id: 'trait.missing', trait }
    case 'is known':
      return { id: 'trait.known', trait }
  }
}

function eventPiece(condition: EventCondition): EventPiece {
  const within = condition.withinDays === undefined ? '' : 'Within'
  const did = condition.did === 'at least' ? 'atLeast' : condition.did === 'at most' ? 'atMost' : 'never'
  return {
    id: `event.${did}${within}`,
    event: condition.event,
    times: condition.did === 'never' ? 0 : condition.times,
    days: condition.withinDays ?? 0,
    where: (condition.where ?? []).map(({ property, value }) => ({ property, value: spoken(value) })),
  }
}

function spoken(value: TraitValue): SpokenValue {
  if (typeof value === 'number') return { as: 'number', value }
  if (typeof value === 'object') return { as: 'date', value: value.date }
  return { as: 'text', value: String(value) }
}

function isDate(value: OrderedTraitValue): boolean {
  return typeof value === 'object'
}
