import {
  erasedAddresses,
  heldNames,
  mayHoldAddress,
  type Erased,
  type LeftOutValue,
} from '../../people/index.ts'
import type { App } from '../../platform/index.ts'
import { isRawJson } from './json-exact.ts'

/**
 * A message as it may be kept, with what was left out of it; or why nothing of it is kept. `whole` is the message with what waits for a ground, where
 * something does.
 */
export type Sifted =
  | { state: 'kept'; message: unknown; whole?: unknown; leftOut: readonly LeftOutValue[] }
  | { state: 'refused'; reason: 'somebody erased' | 'nested too deeply' }

/**
 * Takes out of messages what may not be kept: values whose name says a special category (GDPR Art. 9) nobody has stated the ground of, and
 * addresses of people who were erased; a message of such an address is refused. Traits of an identify call are not told as left out: they go on to where
 * facts are held back.
 */
export async function siftMessages(
  app: App,
  { workspaceId, messages }: { workspaceId: string; messages: readonly unknown[] },
): Promise<Sifted[]> {
  const isHeld = await heldNames(app, workspaceId)
  const looks = messages.map((message) => unlessTooDeep(() => lookAt(message, isHeld)))
  const texts = new Set(looks.flatMap((look) => look?.addresses ?? []))
  const erased = texts.size === 0 ? nobody : await erasedAddresses(app, { workspaceId, texts })
  return messages.map((message, index): Sifted => {
    const look = looks[index]
    if (look === undefined) return { state: 'refused', reason: 'nested too deeply' }
    const isWhole = !look.hasHeld && !look.addresses.some((text) => erased.without(text) !== text)
    if (isWhole || !isObject(message)) return { state: 'kept', message, leftOut: [] }
    return (
      unlessTooDeep(() => sift(message, { isHeld, erased, leftOut: [] })) ?? {
        state: 'refused',
        reason: 'nested too deeply',
      }
    )
  })
}

const nobody: Erased = { is: () => false, without: (text) => text }

/** What names somebody. */
const identifiers = ['userId', 'anonymousId', 'previousId'] as const
/** What else of a message is kept. */
const said = ['event', 'properties', 'traits', 'context', 'name', 'category', 'groupId'] as const

type Look = { hasHeld: boolean; addresses: string[] }
type IsHeld = (name: string) => boolean

function lookAt(message: unknown, isHeld: IsHeld): Look {
  const look: Look = { hasHeld: false, addresses: [] }
  if (!isObject(message)) return look
  const into = { look, isHeld }
  for (const field of identifiers) lookInto(message[field], into)
  for (const field of said) lookInto(message[field], into)
  return look
}

/** JSON.parse reads any depth; what is nested deeper than can be looked at gives undefined. */
function unlessTooDeep<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function lookInto(value: unknown, into: { look: Look; isHeld: IsHeld }): void {
  if (typeof value === 'string') {
    if (mayHoldAddress(value)) into.look.addresses.push(value)
  } else if (Array.isArray(value)) {
    for (const one of value) lookInto(one, into)
  } else if (isObject(value)) {
    for (const name in value) {
      if (into.isHeld(name)) into.look.hasHeld = true
      lookInto(value[name], into)
    }
  }
}

/** `waits`: a trait that goes on to where facts are held back. */
type Why = LeftOutValue['why'] | 'waits'
type Rules = { isHeld: IsHeld; erased: Erased; leftOut: { name: string; why: Why }[] }

function sift(message: Record<string, unknown>, rules: Rules): Sifted {
  if (identifiers.some((field) => isErased(message[field], rules)))
    return { state: 'refused', reason: 'somebody erased' }
  const kept = siftFields(message, rules)
  const isWhole = rules.leftOut.every(({ why }) => why === 'erased')
  const whole = isWhole ? undefined : siftFields(message, { ...rules, isHeld: () => false, leftOut: [] })
  const leftOut = rules.leftOut.flatMap(({ name, why }) => (why === 'waits' ? [] : [{ name, why }]))
  return { state: 'kept', message: kept, leftOut, ...(whole && { whole }) }
}

function siftFields(message: Record<string, unknown>, rules: Rules): Record<string, unknown> {
  const kept: Record<string, unknown> = { ...message }
  for (const field of said) {
    const value = message[field]
    if (isErased(value, rules)) {
      rules.leftOut.push({ name: field, why: 'erased' })
      delete kept[field]
    } else if (isObject(value)) kept[field] = siftObject(value, { rules, ...ownRule(message, field) })
    else kept[field] = siftValue({ name: field, value }, rules)
    if (kept[field] === undefined) delete kept[field]
  }
  return kept
}

/** Traits of an identify call wait as facts do; a word of consent is kept whatever purposes are called. */
function ownRule(message: Record<string, unknown>, field: string): { why?: Why; whole?: string } {
  if (field === 'traits' && message['type'] === 'identify') return { why: 'waits' }
  return field === 'context' ? { whole: 'consent' } : {}
}

/** `why` is why names of this object are held back, not deeper ones; `whole` is the name of what is left as it is. */
function siftObject(value: object, of: { rules: Rules; why?: Why; whole?: string }): object {
  if (isRawJson(value)) return value
  const { rules, why: special = 'special', whole } = of
  const kept = Object.entries(value).flatMap(([name, inner]): [string, unknown][] => {
    if (name === whole) return [[name, inner]]
    const why = isErased(inner, rules) ? 'erased' : rules.isHeld(name) ? special : undefined
    if (why === undefined) return [[name, siftValue({ name, value: inner }, rules)]]
    rules.leftOut.push({ name, why })
    return []
  })
  return Object.fromEntries(kept)
}

function siftValue({ name, value }: { name: string; value: unknown }, rules: Rules): unknown {
  if (isObject(value)) return siftObject(value, { rules })
  if (typeof value === 'string') return withoutErased({ name, text: value }, rules)
  if (!Array.isArray(value)) return value
  return value.flatMap((one: unknown) => {
    if (!isErased(one, rules)) return [siftValue({ name, value: one }, rules)]
    rules.leftOut.push({ name, why: 'erased' })
    return []
  })
}

function isErased(value: unknown, { erased }: Rules): boolean {
  return typeof value === 'string' && erased.is(value)
}

/** A text that holds an address of somebody erased is kept without it. */
function withoutErased({ name, text }: { name: string; text: string }, rules: Rules): string {
  const kept = rules.erased.without(text)
  if (kept !== text) rules.leftOut.push({ name, why: 'erased' })
  return kept
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
