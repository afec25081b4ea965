import { encodeText } from '../../platform/index.ts'
import { readPreferences } from './consent-words.ts'
import { isRawJson } from './json-exact.ts'

/** One message of Segment's HTTP Tracking API as it is stored; a row of table events. */
export type StoredEvent = {
  workspace_id: string
  source_id: string
  name: string
  type: MessageType
  id_kind: 'user_id' | 'anonymous_id'
  id_value: string
  anonymous_id: string
  message_id: string
  at: number
  received_at: number
  held: 0 | 1
  properties: string
  traits: string
  context: string
  /** What it was sent with while some of it is held back; empty where nothing is. */
  sealed: string
}

export type MessageType = 'track' | 'identify' | 'page' | 'screen' | 'group' | 'alias'

/** What became of one message. Held: the person said no to analysis, so only their word is kept. */
export type Judged =
  | { state: 'accepted' | 'held'; event: StoredEvent }
  | { state: 'refused'; reason: RefusalReason; body: string }

export type RefusalReason =
  | 'not an object'
  | 'unknown type'
  | 'no userId or anonymousId'
  | 'no event name'
  | 'no previousId'
  | 'larger than 32 KB'
  | 'time not plausible'
  | 'nested too deeply'
  | 'somebody erased'

export type Arrival = {
  workspaceId: string
  sourceId: string
  receivedAt: Date
  /** When the sender says it sent the request. */
  sentAt: Date | undefined
  /** What a batch says for all of its messages. */
  batchContext: unknown
  newId: () => string
}

const types = new Set<string>(['track', 'identify', 'page', 'screen', 'group', 'alias'])
const largestEvent = 32_000
const quantum = 5 * 60_000

/**
 * Judges one message of a batch (or a whole body of /track etc.).
 * Source: Segment, HTTP Tracking API and "Spec: Common fields".
 */
export function judgeMessage(message: unknown, arrival: Arrival): Judged {
  try {
    return judge(message, arrival)
  } catch (error) {
    // JSON.parse reads any depth, JSON.stringify does not write it.
    if (error instanceof RangeError) return { state: 'refused', reason: 'nested too deeply', body: '' }
    throw error
  }
}

function judge(message: unknown, arrival: Arrival): Judged {
  if (!isRecord(message)) return refused('not an object', message)
  const { type } = message
  if (typeof type !== 'string' || !types.has(type)) return refused('unknown type', message)
  const userId = identifierOf(message['userId'])
  const anonymousId = identifierOf(message['anonymousId'])
  if (userId === '' && anonymousId === '') return refused('no userId or anonymousId', message)
  if (type === 'track' && textOf(message['event']).trim() === '') return refused('no event name', message)
  if (type === 'alias' && identifierOf(message['previousId']) === '') return refused('no previousId', message)
  const at = eventTime(message, arrival)
  if (at === undefined) return refused('time not plausible', message)
  const context = mergeContext(arrival.batchContext, message['context'])
  const held = saysNoToAnalysis(context)
  const event: StoredEvent = {
    workspace_id: arrival.workspaceId,
    source_id: arrival.sourceId,
    name: stored(nameOf(type, message)),
    type: type as MessageType,
    id_kind: userId === '' ? 'anonymous_id' : 'user_id',
    id_value: stored(userId === '' ? anonymousId : userId),
    anonymous_id: stored(anonymousId),
    message_id: stored(textOf(message['messageId']) || arrival.newId()),
    at,
    received_at: arrival.receivedAt.getTime(),
    held: held ? 1 : 0,
    properties: held ? '{}' : jsonText(propertiesOf(type, message)),
    traits: held ? '{}' : jsonText(traitsOf(type, message)),
    context: held ? jsonText({ consent: context['consent'] }) : jsonText(context),
    sealed: '',
  }
  if (sizeOf(event) > largestEvent) return refused('larger than 32 KB', message)
  return { state: held ? 'held' : 'accepted', event }
}

/** Everything of an event that its sender chooses the length of, in characters. */
function sizeOf({ name, message_id: messageId, properties, traits, context }: StoredEvent): number {
  return name.length + messageId.length + properties.length + traits.length + context.length
}

/** What an event that is kept says of our purposes; see {@link readPreferences}. */
export function preferencesOf({ context }: StoredEvent): ReturnType<typeof readPreferences> {
  return context.includes('"consent"') ? readPreferences(JSON.parse(context)) : { said: [], unread: [] }
}

function saysNoToAnalysis(context: Record<string, unknown>): boolean {
  return readPreferences(context).said.some(({ purpose, yes }) => purpose === 'analysis' && !yes)
}

/**
 * When it happened. A device whose clock is wrong is corrected by the difference between sending and receiving, in steps
 * of five minutes, so that transit time never reorders one device's events. Nothing happens in the future.
 */
function eventTime(message: Record<string, unknown>, { receivedAt, sentAt }: Arrival): number | undefined {
  const received = receivedAt.getTime()
  const said = message['originalTimestamp'] ?? message['timestamp']
  if (said === undefined || said === null) return received
  const happened = typeof said === 'number' ? said : Date.parse(textOf(said))
  if (!Number.isFinite(happened)) return undefined
  const skew = sentAt === undefined ? 0 : Math.round((received - sentAt.getTime()) / quantum) * quantum
  const at = Math.min(Math.round(happened + skew), received)
  return at < earliest ? undefined : at
}

const earliest = Date.UTC(1990, 0, 1)

function nameOf(type: string, message: Record<string, unknown>): string {
  if (type === 'track') return textOf(message['event'])
  return standardNames[type] ?? type
}

const standardNames: Record<string, string> = {
  page: 'Page viewed',
  screen: 'Screen viewed',
  identify: 'Identified',
  group: 'Joined account',
  alias: 'Alias',
}

function propertiesOf(type: string, message: Record<string, unknown>): unknown {
  const properties = message['properties']
  const extra: Record<string, unknown> = {}
  for (const field of ['name', 'category', 'groupId', 'previousId', 'userId'] as const) {
    const belongs = field === 'userId' ? type === 'alias' : type !== 'track' || field === 'category'
    if (belongs && message[field] !== undefined) extra[field] = message[field]
  }
  if (!isRecord(properties)) return properties === undefined ? extra : { ...extra, value: properties }
  return Object.keys(extra).length === 0 ? properties : { ...extra, ...properties }
}

function traitsOf(type: string, message: Record<string, unknown>): unknown {
  return type === 'identify' || type === 'group' ? (message['traits'] ?? {}) : {}
}

function mergeContext(batch: unknown, own: unknown): Record<string, unknown> {
  if (!isRecord(batch)) return isRecord(own) ? own : {}
  return isRecord(own) ? { ...batch, ...own } : batch
}

function identifierOf(value: unknown): string {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value.slice(0, 1000) : ''
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function refused(reason: RefusalReason, message: unknown): Judged {
  return { state: 'refused', reason, body: JSON.stringify(message) ?? 'null' }
}

/** Own JSON text of a value: NUL and lone surrogates are escapes in it, so only the store's marker needs encoding. */
function jsonText(value: unknown): string {
  return stored(JSON.stringify(value) ?? 'null')
}

function stored(text: string): string {
  return encodeText(text)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isRawJson(value)
}
