import type { Api } from '../../src/api.ts'
import { answerOrKept } from './kept-answers.ts'
import { ProblemError, problemOf } from './problem.ts'

export type RouteKey = keyof Api
export type Answer<K extends RouteKey> = Part<Api[K], 'answer'>
/** What a route takes: `path`, `query` and `body`, each only where the route has one. */
export type Call<K extends RouteKey> = Given<'path', Part<Api[K], 'params'>> &
  Given<'query', Part<Api[K], 'query'>> &
  Given<'body', Part<Api[K], 'body'>> & { signal?: AbortSignal }
/** A call may be left out when the route needs nothing. */
export type CallArguments<K extends RouteKey> =
  Record<never, never> extends Call<K> ? [call?: Call<K>] : [call: Call<K>]

/**
 * Calls a route of this server: `api('GET /api/w/{workspaceId}/people', { path: { workspaceId }, query: { cursor } })`.
 * Throws ProblemError when the server refuses (its id, its words) or cannot be reached (`network`).
 */
export async function api<K extends RouteKey>(key: K, ...[call]: CallArguments<K>): Promise<Answer<K>> {
  const answer: unknown = await request(key, (call ?? {}) as UntypedCall)
  return answer as Answer<K>
}

export type UntypedCall = { path?: object; query?: object; body?: unknown; signal?: AbortSignal }

/** The same without the types, for callers that hold the key as a string. */
export async function request(key: string, call: UntypedCall): Promise<unknown> {
  const { method, url } = address(key, call)
  const headers: Record<string, string> = { 'x-samtale': '1', accept: 'application/json' }
  // The language chosen here, which need not be the browser's: mails and refusals follow it.
  if (typeof document !== 'undefined') headers['accept-language'] = document.documentElement.lang
  // Figures of a moment ago, with their age, rather than a wait: pages ask again by themselves.
  if (method === 'GET') headers['prefer'] = 'wait=0'
  const init: RequestInit = { method, headers, credentials: 'same-origin' }
  if (call.signal) init.signal = call.signal
  if (call.body !== undefined) {
    headers['content-type'] = 'application/json'
    init.body = JSON.stringify(call.body)
  }
  return method === 'GET'
    ? answerOrKept(url, (givenUp) => answerTo(url, endedBy(init, givenUp)))
    : answerTo(url, init)
}

function endedBy(init: RequestInit, givenUp: AbortSignal | undefined): RequestInit {
  if (givenUp === undefined) return init
  return { ...init, signal: init.signal ? AbortSignal.any([init.signal, givenUp]) : givenUp }
}

async function answerTo(url: string, init: RequestInit): Promise<unknown> {
  const response = await reach(url, init)
  if (!response.ok) throw await problemOf(response)
  if (response.status === 204) return undefined
  return response.json().catch((error: unknown) => {
    throw isGivenUp(init) ? away() : error
  })
}

/** Fetch whose failure to reach the server, in the time its signal gives, is a ProblemError `network`; an abort stays an abort. */
export async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init)
  } catch (error) {
    if (init.signal?.aborted && !isGivenUp(init)) throw error
    throw away()
  }
}

const away = () => new ProblemError({ id: 'network', status: 0, title: '', detail: '' })

/** Whether an `AbortSignal.timeout` ended it, and nobody who left. */
function isGivenUp({ signal }: RequestInit): boolean {
  const reason: unknown = signal?.reason
  return reason instanceof DOMException && reason.name === 'TimeoutError'
}

/** `GET /api/w/{workspaceId}/people` and its values → the method and the URL, every value escaped. */
export function address(key: string, call: UntypedCall): { method: string; url: string } {
  const [method = 'GET', template = '/'] = key.split(' ', 2)
  const values = new Map(Object.entries(call.path ?? {}).map(([name, value]) => [name, String(value)]))
  const path = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = values.get(name)
    if (value === undefined) throw new TypeError(`${key} needs path.${name}`)
    return encodeURIComponent(value)
  })
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(call.query ?? {})) {
    const each: unknown[] = Array.isArray(value) ? value : [value]
    for (const one of each) if (isPlain(one)) query.append(name, String(one))
  }
  return { method, url: query.size > 0 ? `${path}?${query}` : path }
}

const isPlain = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'

type Part<Route, Name extends string> = Name extends keyof Route ? Route[Name] : undefined
type Given<Name extends string, T> = [T] extends [never]
  ? { [N in Name]?: undefined }
  : [T] extends [undefined]
    ? { [N in Name]?: undefined }
    : Record<never, never> extends T
      ? { [N in Name]?: T }
      : { [N in Name]: T }
