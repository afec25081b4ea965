import { useState } from 'react'

/** The secret of a mailed or printed link. It stands behind the #, which browsers send to no server and no log keeps. */
export function useLinkToken(): string {
  const [token] = useState(() => new URLSearchParams(location.hash.slice(1)).get('token') ?? '')
  return token
}

/** Where to go after signing in: a path of this app, never another site. */
export function safeNext(next: string | undefined): string {
  return next !== undefined && /^\/(?![/\\])/.test(next) ? next : '/'
}
