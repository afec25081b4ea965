import type { App } from '../app.ts'

/** Milliseconds on top of what was asked for, in which all but the largest workspaces have worked out what is asked. */
const grace = 400

/**
 * The app for one question whose asker would rather see figures of a while ago, with their age, than wait for newer ones: `Prefer: wait=<seconds>`
 * (RFC 7240, section 4.3). Whoever prefers nothing waits for the newest.
 */
export function waitingAtMost(app: App, request: Request): App {
  const wanted = /(?:^|,)\s*wait\s*=\s*"?(\d{1,4})"?/iu.exec(request.headers.get('prefer') ?? '')?.[1]
  return wanted === undefined ? app : { ...app, patience: Number(wanted) * 1000 + grace }
}
