import type { z } from 'zod'
import type { App } from '../app.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS'
export type RouteKey = `${Method} /${string}`

/** Who is let in and as whom. `name` is what the generated tests and the OpenAPI document call it, e.g. `member:people.read`. */
export type Access<Actor> = {
  readonly name: string
  /** Ways to say who asks, any one of them, as the OpenAPI document names them; none: nobody is asked. */
  readonly proofs?: readonly ('session' | 'secretKey' | 'writeKey' | 'writeKeyInBody')[]
  /** Says who asks, or throws a Problem: 401 unknown, 403 not allowed, 404 when even the workspace is not theirs to know of. */
  readonly admit: (asked: {
    request: Request
    params: Record<string, string>
    app: App
    ip: string
  }) => Promise<Actor>
}

type Schema = z.ZodType
type Given<S> = S extends Schema ? z.output<S> : undefined
type Media = readonly string[]

export type RouteSpec<Actor, P, Q, B, A, F = Media | undefined> = {
  readonly summary: string
  /** A route without it does not compile. */
  readonly access: Access<Actor>
  readonly params?: P
  readonly query?: Q
  readonly body?: B
  /** The answer's schema; left out where the handler answers with a Response of its own (`sends`) or nothing (204). */
  readonly answer?: A
  /** Media types of a Response of the handler's own: a file, a page. Only a route that names them may answer with one. */
  readonly sends?: F
  /** What a body that the handler reads itself holds: its schema where it is JSON, else its media types. */
  readonly takes?: Schema | Media
  /** Headers a call must have beside those of every call, and what each is. */
  readonly headers?: Readonly<Record<string, string>>
  /** Bytes; 1 MB unless told. `handler`: the handler reads and limits the body itself. */
  readonly bodyLimit?: number | 'handler'
  readonly handle: (asked: {
    app: App
    actor: Actor
    params: Given<P>
    query: Given<Q>
    body: Given<B>
    request: Request
    ip: string
  }) => Promise<(A extends Schema ? z.input<A> : undefined) | (F extends Media ? Response : never)>
}

/** One route: what is asked, who may, and what is answered. */
export type Route<K extends RouteKey = RouteKey, P = unknown, Q = unknown, B = unknown, A = unknown> = {
  readonly key: K
  readonly spec: Omit<RouteSpec<unknown, P, Q, B, A>, 'access' | 'handle'> & {
    readonly access: Access<unknown>
    readonly handle: (asked: Asked) => Promise<unknown>
  }
}

/** What a handler gets, seen from outside (the types were checked where the route was made). */
export type Asked = {
  app: App
  actor: never
  params: never
  query: never
  body: never
  request: Request
  ip: string
}

/**
 * Makes a route.
 *
 * @example
 * route('GET /api/w/{workspaceId}/studies/{studyId}', {
 *   summary: 'One study',
 *   access: member('studies.read'),
 *   params: z.object({ workspaceId: WorkspaceId, studyId: StudyId }),
 *   answer: Study,
 *   handle: async ({ app, params }) => findStudy(app.pg, params),
 * })
 */
export function route<
  const K extends RouteKey,
  Actor,
  P extends Schema | undefined = undefined,
  Q extends Schema | undefined = undefined,
  B extends Schema | undefined = undefined,
  A extends Schema | undefined = undefined,
  const F extends Media | undefined = undefined,
>(key: K, spec: RouteSpec<Actor, P, Q, B, A, F>): Route<K, P, Q, B, A> {
  return { key, spec }
}

type InputOf<S> = S extends Schema ? z.input<S> : undefined
type OutputOf<S> = S extends Schema ? z.output<S> : undefined

/** The type of a list of routes as the web app and the command see it: by key, what to give and what comes back. */
export type ApiOf<R> = {
  [
    Item in R as Item extends Route<infer K, unknown, unknown, unknown, unknown> ? K : never
  ]: Item extends Route<RouteKey, infer P, infer Q, infer B, infer A>
    ? { params: InputOf<P>; query: InputOf<Q>; body: InputOf<B>; answer: OutputOf<A> }
    : never
}
