/**
 * What a segment is: conditions on traits and events, joined by "and" into rules of at most three, put in an order
 * in which the first rule that fits takes the person. Safe in the browser.
 */
import { z } from 'zod'

const Name = z.string().min(1).max(200)
const Text = z.string().max(2000)
const DateValue = z.object({ date: z.iso.date() }).strict()
const Value = z.union([z.number(), Text, z.boolean(), DateValue])
const OrderedValue = z.union([z.number(), DateValue])

const trait = { kind: z.literal('trait'), trait: Name }
const TraitCondition = z.discriminatedUnion('op', [
  z.object({ ...trait, op: z.enum(['is', 'is not']), value: Value }).strict(),
  z.object({ ...trait, op: z.enum(['in', 'not in']), values: z.array(Value).min(1).max(200) }).strict(),
  z.object({ ...trait, op: z.enum(['at least', 'less than']), value: OrderedValue }).strict(),
  z
    .object({ ...trait, op: z.literal('between'), from: OrderedValue, below: OrderedValue })
    .strict()
    .refine((range) => isAscending(range.from, range.below), {
      message: 'from must lie before below, of one type',
    }),
  z.object({ ...trait, op: z.enum(['is missing', 'is known']) }).strict(),
])

const PropertyEquals = z.object({ property: Name, value: z.union([z.number(), Text, z.boolean()]) }).strict()
const event = {
  kind: z.literal('event'),
  event: Name,
  withinDays: z.int().min(1).max(3650).optional(),
  where: z.array(PropertyEquals).max(3).optional(),
}
const EventCondition = z.discriminatedUnion('did', [
  z.object({ ...event, did: z.literal('at least'), times: z.int().min(1).max(1_000_000) }).strict(),
  z.object({ ...event, did: z.literal('at most'), times: z.int().min(1).max(1_000_000) }).strict(),
  z.object({ ...event, did: z.literal('never') }).strict(),
])

/**
 * One thing that is true of a person. "is not" and "not in" are the complement of "is" and "in": they hold for
 * people of whom the trait is not known. "between" includes `from` and stops before `below`, so that ranges can
 * stand side by side without sharing anybody.
 */
export const Condition = z.union([TraitCondition, EventCondition])
export type Condition = z.infer<typeof Condition>
export type TraitCondition = z.infer<typeof TraitCondition>
export type EventCondition = z.infer<typeof EventCondition>
export type TraitValue = z.infer<typeof Value>
export type OrderedTraitValue = z.infer<typeof OrderedValue>

/** At most three conditions, all of which hold. */
export const Rule = z.object({ name: Text.min(1), all: z.array(Condition).min(1).max(3) }).strict()
export type Rule = z.infer<typeof Rule>

/**
 * An audience (no condition: everybody who may be analysed) cut into at most five segments and the rest. The first
 * rule that fits takes the person, so nobody is in two.
 */
export const SegmentSet = z
  .object({ audience: z.array(Condition).max(3).default([]), rules: z.array(Rule).min(1).max(5) })
  .strict()
export type SegmentSet = z.infer<typeof SegmentSet>

/** What is known of one person, for judging a rule without a database. Absent or null: not known. */
export type KnownTraits = Readonly<Record<string, string | number | boolean | null | undefined>>

/** Whether a trait condition holds for what is known of a person; the same truth as the SQL of `segment-sql.ts`. */
export function traitHolds(condition: TraitCondition, traits: KnownTraits): boolean {
  const known = traits[condition.trait] ?? null
  switch (condition.op) {
    case 'is':
      return known !== null && equals(known, condition.value)
    case 'is not':
      return known === null || !equals(known, condition.value)
    case 'in':
      return known !== null && condition.values.some((value) => equals(known, value))
    case 'not in':
      return known === null || !condition.values.some((value) => equals(known, value))
    case 'at least':
      return known !== null && isAtLeast(known, condition.value)
    case 'less than':
      return known !== null && isBelow(known, condition.value)
    case 'between':
      return known !== null && isAtLeast(known, condition.from) && isBelow(known, condition.below)
    case 'is missing':
      return known === null
    case 'is known':
      return known !== null
  }
}

/**
 * The index of the first rule whose conditions all hold, -1 for the rest. Rules with event conditions cannot be
 * judged from traits and throw.
 */
export function segmentOf(rules: readonly Rule[], traits: KnownTraits): number {
  return rules.findIndex((rule) =>
    rule.all.every((condition) => {
      if (condition.kind === 'event') throw new TypeError('an event condition needs the database')
      return traitHolds(condition, traits)
    }),
  )
}

function equals(known: string | number | boolean, value: TraitValue): boolean {
  return typeof value === 'object' ? known === value.date : known === value
}

function isAtLeast(known: string | number | boolean, value: OrderedTraitValue): boolean {
  if (typeof value === 'number') return typeof known === 'number' && known >= value
  return typeof known === 'string' && known >= value.date
}

function isBelow(known: string | number | boolean, value: OrderedTraitValue): boolean {
  if (typeof value === 'number') return typeof known === 'number' && known < value
  return typeof known === 'string' && known < value.date
}

function isAscending(from: OrderedTraitValue, below: OrderedTraitValue): boolean {
  if (typeof from === 'number') return typeof below === 'number' && from < below
  return typeof below === 'object' && from.date < below.date
}
