import type { Api } from '../src/api.ts'
import { Stop, exitCodes } from './command.ts'

export type RouteKey = keyof Api
type Part<Route, Name extends string> = Name extends keyof Route ? Route[Name] : undefined
type Given<Name extends string, T> = [T] extends [undefined]
  ? { [N in Name]?: undefined }
  : Record<never, never> extends T
    ? { [N in Name]?: T }
    : { [N in Name]: T }
export type Call<K extends RouteKey> = Given<'path', Part<Api[K], 'params'>> &
  Given<'query', Part<Api[K], 'query'>> &
  Given<'body', Part<Api[K], 'body'>>

/** The server over HTTP, typed by its own list of routes. */
export type Client = {
  /** Calls a route. Throws a `Stop` with the server's words when it refuses or is not there. */
  call<K extends RouteKey>(key: K, call: Call<K>): Promise<Part<Api[K], 'answer'>>
  /** The same for what is not JSON (a file up or down); `path` begins with a slash. */
  send(path: string, init: RequestInit): Promise<Response>
}

type Asking = { url: string; key: string | undefined; say: (text: string) => void }

/**
 * Makes the client. `key` is a secret key; without one only open routes answer. A server that answers "not at this moment" (503), or is started anew in the
 * middle of it all, is waited for where asking twice does no harm: what was begun goes on there meanwhile.
 */
export function makeClient({ url, key, say }: Asking): Client {
  let hasAnswered = false
  async function send(path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers)
    headers.set('x-samtale', '1')
    if (key !== undefined) headers.set('authorization', `Bearer ${key}`)
    const until = Date.now() + patienceMs
    const mayAskAgain = init.method !== undefined && init.method !== 'POST'
    for (let times = 1; ; times += 1) {
      const response = await reach(new URL(path, url), { ...init, headers })
      const isAway = response === undefined ? hasAnswered : response.status === 503
      hasAnswered ||= response !== undefined
      if (response?.ok === true) return response
      if (!isAway || !mayAskAgain || Date.now() > until)
        throw response === undefined ? notThere(url) : await refusal(response)
      if (times === 1)
        say('Samtale is not answering at this moment. What was begun goes on; waiting for it …')
      await response?.body?.cancel()
      await new Promise((resolve) => setTimeout(resolve, 1000))
    }
  }
  return {
    send,
    call: async (route, call) => {
      const { method, path } = address(route, call)
      const response = await send(path, {
        method,
        headers: { 'content-type': 'application/json' },
        ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
      })
      return (response.status === 204 ? undefined : await response.json()) as never
    },
  }
}

/** How long somebody at a terminal is kept waiting for a server that should be back at once. */
const patienceMs = 5 * 60_000

async function reach(url: URL, init: RequestInit): Promise<Response | undefined> {
  try {
    return await fetch(url, init)
  } catch {
    return undefined
  }
}

const notThere = (url: string) =>
  new Stop(
    `Samtale does not answer at ${new URL(url).origin}. Start it with "npm start", or say where it is in SAMTALE_URL.`,
    exitCodes.unreachable,
  )

async function refusal(response: Response): Promise<Stop> {
  const body: unknown = await response.json().catch(() => undefined)
  const detail = textOf(body, 'detail') ?? `The server answered ${response.status}.`
  const id = textOf(body, 'id')
  const hint =
    response.status === 401 && id === 'not-signed-in'
      ? ' Put a secret key of the workspace in SAMTALE_KEY.'
      : ''
  return new Stop(`${detail}${hint}${id === undefined ? '' : ` (${id})`}`)
}

function textOf(body: unknown, name: string): string | undefined {
  const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined
  return typeof value === 'string' ? value : undefined
}

/** `GET /api/w/{workspaceId}` and its values → the method and the path, every value escaped. */
export function address(
  route: string,
  call: { path?: object | undefined; query?: object | undefined },
): { method: string; path: string } {
  const [method = 'GET', template = '/'] = route.split(' ')
  const values = new Map(Object.entries(call.path ?? {}).map(([name, value]) => [name, String(value)]))
  const path = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = values.get(name)
    if (value === undefined) throw new TypeError(`${route} needs path.${name}`)
    return encodeURIComponent(value)
  })
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(call.query ?? {}))
    for (const one of [value].flat() as (string | number | boolean | null | undefined)[])
      if (one !== undefined && one !== null) query.append(name, String(one))
  return { method, path: query.size > 0 ? `${path}?${query}` : path }
}
