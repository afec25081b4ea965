import type { App } from '../platform/index.ts'
import { countAttempt } from './attempts.ts'
import { auditEverywhere } from './audit.ts'
import { authOf, type SignedIn } from './auth.ts'
import { RoleName, roles } from './roles.ts'
import { asking, isNewCode, type WithCookies } from './sign-in.ts'
import { Language } from './language.ts'

/** Who is signed in and where they may go, for the shell of the web app. */
export async function readSession(app: App, user: SignedIn) {
  const rows = await app.pg
    .selectFrom('members')
    .innerJoin('workspaces', 'workspaces.id', 'members.workspace_id')
    .select(['workspaces.id', 'workspaces.name', 'workspaces.is_sample', 'members.role'])
    .where('members.user_id', '=', user.userId)
    .orderBy('workspaces.created_at')
    .execute()
  const workspaces = rows.map(({ id, name, is_sample: isSample, role }) => ({
    id,
    name,
    isSample,
    role: RoleName.parse(role),
    permissions: [...roles[RoleName.parse(role)]],
  }))
  return { member: { email: user.email, name: user.name }, workspaces }
}

/** Lengthens the session of somebody who came back; what the browser is to keep. */
export async function refreshSession(app: App, headers: Headers): Promise<string[]> {
  const { headers: sent } = await authOf(app).api.getSession({ headers, returnHeaders: true })
  return sent?.getSetCookie() ?? []
}

/** The account of whoever is signed in. */
export async function readAccount(app: App, user: SignedIn) {
  const row = await app.pg
    .selectFrom('users')
    .select(['name', 'email', 'language', 'two_factor_enabled'])
    .where('id', '=', user.userId)
    .executeTakeFirstOrThrow()
  return {
    name: row.name,
    email: row.email,
    language: Language.parse(row.language),
    twoFactor: row.two_factor_enabled,
    recoveryCodesLeft: row.two_factor_enabled ? await recoveryCodesLeft(app, user) : 0,
  }
}

export async function changeAccount(
  app: App,
  user: SignedIn,
  changes: { name?: string | undefined; language?: Language | undefined },
): Promise<void> {
  const { name, language } = changes
  await app.pg
    .updateTable('users')
    .set({ ...(name === undefined ? {} : { name }), ...(language === undefined ? {} : { language }) })
    .set({ updated_at: app.clock.now() })
    .where('id', '=', user.userId)
    .execute()
}

/** Sets a new password; every other session ends and this one gets a new cookie. */
export async function changePassword(
  app: App,
  given: { user: SignedIn; headers: Headers; current: string; next: string },
): Promise<string[]> {
  await countGuess(app, given.user)
  const { headers: sent } = await asking(
    authOf(app).api.changePassword({
      body: { currentPassword: given.current, newPassword: given.next, revokeOtherSessions: true },
      headers: given.headers,
      returnHeaders: true,
    }),
  )
  await auditEverywhere(app, {
    userId: given.user.userId,
    actor: given.user,
    action: 'account.password-changed',
  })
  return sent.getSetCookie()
}

/** A stolen session must not become a place to guess the password. */
function countGuess(app: App, user: SignedIn): Promise<void> {
  return countAttempt(app, { what: 'password', who: user.userId, most: 10, seconds: 900 })
}

type ByPassword = { user: SignedIn; headers: Headers; password: string }

/** Begins two-factor sign-in: the secret for the app and ten recovery codes, shown once. On only after {@link confirmTwoFactor}. */
export async function beginTwoFactor(app: App, { user, headers, password }: ByPassword) {
  await countGuess(app, user)
  const made = await asking(authOf(app).api.enableTwoFactor({ body: { password }, headers }))
  if (!('totpURI' in made)) throw new TypeError('a code generator was asked for')
  const secret = new URL(made.totpURI).searchParams.get('secret') ?? ''
  return { uri: made.totpURI, secret, recoveryCodes: made.backupCodes }
}

/** Turns two-factor sign-in on, by a first right code. */
export async function confirmTwoFactor(
  app: App,
  { user, headers, code }: { user: SignedIn; headers: Headers; code: string },
): Promise<string[]> {
  const { headers: sent } = await asking(
    authOf(app).api.verifyTOTP({ body: { code }, headers, returnHeaders: true }),
  )
  await isNewCode(app, { userId: user.userId, code })
  await auditEverywhere(app, { userId: user.userId, actor: user, action: 'account.two-factor-on' })
  return sent.getSetCookie()
}

export async function endTwoFactor(app: App, { user, headers, password }: ByPassword): Promise<string[]> {
  await countGuess(app, user)
  const { headers: sent } = await asking(
    authOf(app).api.disableTwoFactor({ body: { password }, headers, returnHeaders: true }),
  )
  await auditEverywhere(app, { userId: user.userId, actor: user, action: 'account.two-factor-off' })
  return sent.getSetCookie()
}

/** Ten new recovery codes; the old ones stop. */
export async function renewRecoveryCodes(
  app: App,
  { user, headers, password }: ByPassword,
): Promise<{ recoveryCodes: string[] }> {
  await countGuess(app, user)
  const made = await asking(authOf(app).api.generateBackupCodes({ body: { password }, headers }))
  await auditEverywhere(app, { userId: user.userId, actor: user, action: 'account.recovery-codes-renewed' })
  return { recoveryCodes: made.backupCodes }
}

async function recoveryCodesLeft(app: App, user: SignedIn): Promise<number> {
  const found = await asking(authOf(app).api.viewBackupCodes({ body: { userId: user.userId } }))
  return found.backupCodes.length
}

/** An answer that also sets cookies. */
export function answerWithCookies<T>({ answer, cookies }: WithCookies<T>): Response {
  const headers = new Headers({ 'cache-control': 'no-store' })
  for (const cookie of cookies) headers.append('set-cookie', cookie)
  return answer === undefined
    ? new Response(null, { status: 204, headers })
    : Response.json(answer, { headers })
}
