/** A condition while somebody writes it: every field as text, complete or not. Pure. */
import type { Condition, OrderedTraitValue, TraitValue } from '../segment.ts'
import type { TraitShown } from './segments-data.ts'

export type KnownType = TraitShown['type']

export const traitOps = {
  number: ['at least', 'less than', 'between', 'is known', 'is missing'],
  date: ['at least', 'less than', 'between', 'is known', 'is missing'],
  category: ['in', 'not in', 'is known', 'is missing'],
  text: ['in', 'not in', 'is known', 'is missing'],
  boolean: ['yes', 'no', 'is known', 'is missing'],
} as const satisfies Record<KnownType, readonly string[]>
export type TraitOp = (typeof traitOps)[KnownType][number]

export const eventOps = ['at least', 'at most', 'never'] as const
export type EventOp = (typeof eventOps)[number]

export type TraitDraft = {
  kind: 'trait'
  key: string
  trait: string
  op: TraitOp | ''
  texts: string[]
  from: string
  below: string
}
export type EventDraft = {
  kind: 'event'
  key: string
  event: string
  op: EventOp
  times: string
  days: string
  property: string
  equals: string
}
/** What no field here can show (written by a program) is kept as it is. */
export type OtherDraft = { kind: 'other'; key: string; condition: Condition }
export type ConditionDraft = TraitDraft | EventDraft | OtherDraft

/** An empty condition. `key` tells it apart on the screen. */
export function newDraft(kind: 'trait' | 'event', key: string): ConditionDraft {
  if (kind === 'trait') return { kind, key, trait: '', op: '', texts: [], from: '', below: '' }
  return { kind, key, event: '', op: 'at least', times: '1', days: '30', property: '', equals: '' }
}

/** The condition as fields. */
export function draftOf(condition: Condition, key: string): ConditionDraft {
  if (condition.kind === 'event') {
    const [where, ...others] = condition.where ?? []
    if (others.length > 0) return { kind: 'other', key, condition }
    return {
      kind: 'event',
      key,
      event: condition.event,
      op: condition.did,
      times: condition.did === 'never' ? '1' : String(condition.times),
      days: condition.withinDays === undefined ? '' : String(condition.withinDays),
      property: where?.property ?? '',
      equals: where === undefined ? '' : JSON.stringify(where.value),
    }
  }
  const empty: TraitDraft = {
    kind: 'trait',
    key,
    trait: condition.trait,
    op: '',
    texts: [],
    from: '',
    below: '',
  }
  switch (condition.op) {
    case 'is':
    case 'is not': {
      const { value } = condition
      if (condition.op === 'is' && typeof value === 'boolean') return { ...empty, op: value ? 'yes' : 'no' }
      if (typeof value !== 'string') return { kind: 'other', key, condition }
      return { ...empty, op: condition.op === 'is' ? 'in' : 'not in', texts: [value] }
    }
    case 'in':
    case 'not in': {
      const texts = condition.values.filter((value) => typeof value === 'string')
      if (texts.length < condition.values.length) return { kind: 'other', key, condition }
      return { ...empty, op: condition.op, texts }
    }
    case 'at least':
      return { ...empty, op: 'at least', from: written(condition.value) }
    case 'less than':
      return { ...empty, op: 'less than', below: written(condition.value) }
    case 'between':
      return { ...empty, op: 'between', from: written(condition.from), below: written(condition.below) }
    case 'is known':
    case 'is missing':
      return { ...empty, op: condition.op }
  }
}

/** The condition that the fields make, or null while something is missing. `type` is that of the trait. */
export function conditionOf(draft: ConditionDraft, type: KnownType | undefined): Condition | null {
  if (draft.kind === 'other') return draft.condition
  return draft.kind === 'event' ? eventCondition(draft) : traitCondition(draft, type)
}

function traitCondition(draft: TraitDraft, type: KnownType | undefined): Condition | null {
  const { trait, op, texts } = draft
  if (trait === '' || op === '') return null
  const start = { kind: 'trait', trait } as const
  const [from, below] = [ordered(draft.from, type), ordered(draft.below, type)]
  switch (op) {
    case 'in':
    case 'not in': {
      const [only] = texts
      if (only === undefined) return null
      if (texts.length > 1) return { ...start, op, values: texts }
      return { ...start, op: op === 'in' ? 'is' : 'is not', value: only }
    }
    case 'at least':
      return from === null ? null : { ...start, op, value: from }
    case 'less than':
      return below === null ? null : { ...start, op, value: below }
    case 'between':
      return from === null || below === null || !ascends(from, below) ? null : { ...start, op, from, below }
    case 'yes':
    case 'no':
      return { ...start, op: 'is', value: op === 'yes' }
    case 'is known':
    case 'is missing':
      return { ...start, op }
  }
}

function eventCondition(draft: EventDraft): Condition | null {
  const { event, op } = draft
  const [times, days] = [counted(draft.times), draft.days.trim() === '' ? undefined : counted(draft.days)]
  if (event === '' || times === null || days === null || (days ?? 0) > 3650) return null
  if (draft.property !== '' && draft.equals.trim() === '') return null
  const start = {
    kind: 'event',
    event,
    ...(days === undefined ? {} : { withinDays: days }),
    ...(draft.property === ''
      ? {}
      : { where: [{ property: draft.property, value: propertyValue(draft.equals) }] }),
  } as const
  return op === 'never' ? { ...start, did: op } : { ...start, did: op, times }
}

/** A number, true or false as such; anything else, and what stands in quotation marks, is text. */
export function propertyValue(written: string): string | number | boolean {
  const text = written.trim()
  if (text === 'true' || text === 'false') return text === 'true'
  const number = numberOf(text)
  if (number !== null) return number
  return /^".*"$/s.test(text) ? quoted(text) : text
}

function quoted(text: string): string {
  try {
    return String(JSON.parse(text))
  } catch {
    return text.slice(1, -1)
  }
}

/** A number as written with a decimal point or a decimal comma; null for anything else. */
export function numberOf(text: string): number | null {
  const plain = text.trim().replace(/^(-?\d+),(\d+)$/, '$1.$2')
  if (!/^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(plain)) return null
  const number = Number(plain)
  return Number.isFinite(number) ? number : null
}

function ordered(text: string, type: KnownType | undefined): OrderedTraitValue | null {
  if (type === 'date') return /^\d{4}-\d{2}-\d{2}$/.test(text) ? { date: text } : null
  return numberOf(text)
}

function ascends(from: OrderedTraitValue, below: OrderedTraitValue): boolean {
  if (typeof from === 'number') return typeof below === 'number' && from < below
  return typeof below === 'object' && from.date < below.date
}

function counted(text: string): number | null {
  const number = numberOf(text)
  return number !== null && Number.isInteger(number) && number >= 1 && number <= 1_000_000 ? number : null
}

function written(value: TraitValue): string {
  return typeof value === 'object' ? value.date : String(value)
}
