import type { App } from '../src/platform/index.ts'
import { createUser, hashPassword } from '../src/workspace/users.ts'
import type { askRoutes } from './members.ts'

export const password = 'correct horse battery staple'

/** What every browser that shows our pages sends. */
export const browser = { 'x-samtale': '1' }

/** Danish users who sign in with {@link password}. */
export function passwordUsers(app: App, ask: ReturnType<typeof askRoutes>) {
  const newUser = async (): Promise<{ userId: string; email: string }> => {
    const email = `${crypto.randomUUID()}@example.org`
    const passwordHash = await hashPassword(app, password)
    const user = { email, name: 'Ada', passwordHash, language: 'da' } as const
    return app.pg.transaction().execute((tx) => createUser(tx, user))
  }
  const signIn = (email: string, given = password) =>
    ask('POST', '/api/sign-in', { headers: browser, body: { email, password: given } })
  const signedInAs = async (email: string) => cookiesOf(await signIn(email))
  return { newUser, signIn, signedInAs }
}

/** The cookies an answer sets, as a browser sends them back. */
export function cookiesOf(answer: Response): Record<string, string> {
  const kept = answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .filter((cookie) => !cookie.endsWith('='))
  return { ...browser, cookie: kept.join('; ') }
}

/** Status and id of a problem. */
export async function idOf(answer: Response): Promise<unknown> {
  return [answer.status, ((await answer.json()) as { id: unknown }).id]
}
