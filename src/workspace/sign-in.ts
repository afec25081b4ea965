import { isAPIError } from 'better-auth/api'
import { randomBytes } from 'node:crypto'
import { Problem, type App } from '../platform/index.ts'
import { clearAttempts, countAttempt, forgetAttempts, isFirstUse, takeBackAttempt } from './attempts.ts'
import { auditEverywhere } from './audit.ts'
import { authOf, resetSeconds } from './auth.ts'
import { resetLink } from './letters.ts'
import { plainRecoveryCode } from './recovery-codes.ts'

/** What is answered, with the cookies the browser is to keep. */
export type WithCookies<T> = { answer: T; cookies: string[] }
export type SignInState = { state: 'signed in' } | { state: 'second factor' }

type Asked = { headers: Headers; ip: string }

/** Failures of one account in a quarter of an hour before it is locked for the rest of it. */
export const accountLimit = { what: 'sign-in', most: 10, seconds: 900 } as const
/** Failures from one address, which an office may share. */
export const addressLimit = { what: 'sign-in from', most: 50, seconds: 900 } as const
const resetLimit = { what: 'password-reset', most: 5, seconds: 3600 } as const

/** Signs somebody in, or asks for the second factor. Throws `wrong-password` (401) and `too-many-attempts` (429). */
export async function signIn(
  app: App,
  { email, password, headers, ip }: Asked & { email: string; password: string },
): Promise<WithCookies<SignInState>> {
  const byAccount = { ...accountLimit, who: email }
  const byAddress = { ...addressLimit, who: ip }
  await countAttempt(app, byAddress)
  await countAttempt(app, byAccount)
  const { headers: sent, response } = await asking(
    authOf(app).api.signInEmail({ body: { email, password }, headers, returnHeaders: true }),
  )
  await forgetAttempts(app, byAccount)
  await takeBackAttempt(app, byAddress)
  await clearAttempts(app)
  const wantsSecond = 'twoFactorRedirect' in response && response.twoFactorRedirect === true
  return {
    answer: { state: wantsSecond ? 'second factor' : 'signed in' },
    cookies: sent.getSetCookie(),
  }
}

/** The second step: a code of the app, or a recovery code. Five wrong codes end the attempt. */
export async function signInSecondFactor(
  app: App,
  { code: typed, by, headers, ip }: Asked & { code: string; by: 'app' | 'recovery code' },
): Promise<WithCookies<SignInState>> {
  const byAddress = { ...addressLimit, who: ip }
  await countAttempt(app, byAddress)
  const { api } = authOf(app)
  const code = by === 'app' ? typed : plainRecoveryCode(typed)
  const given = { body: { code }, headers, returnHeaders: true } as const
  const { headers: sent, response } = await asking(
    by === 'app' ? api.verifyTOTP(given) : api.verifyBackupCode(given),
  )
  if (by === 'app' && !(await isNewCode(app, { userId: response.user.id, code }))) {
    await app.pg
      .deleteFrom('sessions')
      .where('token', '=', response.token ?? '')
      .execute()
    throw new Problem(usedCode)
  }
  await takeBackAttempt(app, byAddress)
  return { answer: { state: 'signed in' }, cookies: sent.getSetCookie() }
}

/**
 * Whether a code that is right was never accepted before (RFC 6238, 5.2): whoever saw it typed gets nowhere with it. Remembered
 * for longer than the minute and a half in which a code can be right.
 */
export function isNewCode(app: App, { userId, code }: { userId: string; code: string }): Promise<boolean> {
  return isFirstUse(app, { what: 'code of the app', who: `${userId}\n${code}`, seconds: 120 })
}

/** Ends the session and forgets the cookie. */
export async function signOut(app: App, headers: Headers): Promise<string[]> {
  const { headers: sent } = await asking(authOf(app).api.signOut({ headers, returnHeaders: true }))
  return sent.getSetCookie()
}

/** Mails a link that sets a new password, if the address is known; whether it is, nobody is told. */
export async function requestPasswordReset(
  app: App,
  { email, ip }: { email: string; ip: string },
): Promise<void> {
  await countAttempt(app, { ...resetLimit, most: 20, what: 'password-reset from', who: ip })
  await countAttempt(app, { ...resetLimit, who: email })
  await asking(authOf(app).api.requestPasswordReset({ body: { email } }))
}

/**
 * A link that sets a new password, for somebody who can reach neither their mail nor another owner. Every workspace they work in
 * sees in its audit trail that it was made. Throws `no-such-user` (404).
 */
export async function makeResetLink(app: App, email: string): Promise<{ link: string; minutes: number }> {
  const user = await findUser(app, email)
  const token = randomBytes(24).toString('base64url')
  const { internalAdapter } = await authOf(app).$context
  await internalAdapter.createVerificationValue({
    value: user.id,
    identifier: `reset-password:${token}`,
    expiresAt: new Date(app.clock.now().getTime() + resetSeconds * 1000),
  })
  const actor = { kind: 'system', name: 'operator' } as const
  await auditEverywhere(app, { userId: user.id, actor, action: 'account.password-link-made' })
  return { link: resetLink(app, token), minutes: resetSeconds / 60 }
}

/**
 * Ends two-factor sign-in of somebody who has lost both their phone and their recovery codes. The password stays. They are told by mail, and every
 * workspace they work in by its audit trail. Throws `no-such-user` (404) and `two-factor-off` (409).
 */
export async function endTwoFactorFor(app: App, email: string): Promise<void> {
  const { id: userId } = await findUser(app, email)
  await app.pg.transaction().execute(async (tx) => {
    const ended = await tx
      .updateTable('users')
      .set({ two_factor_enabled: false, updated_at: app.clock.now() })
      .where('id', '=', userId)
      .where('two_factor_enabled', '=', true)
      .returning('id')
      .executeTakeFirst()
    if (!ended) throw new Problem(twoFactorOff)
    await tx.deleteFrom('two_factors').where('user_id', '=', userId).execute()
    const actor = { kind: 'system', name: 'operator' } as const
    await auditEverywhere(tx, { userId, actor, action: 'account.two-factor-ended' })
    const payload = { userId, at: app.clock.now().toISOString() }
    const member = await tx
      .selectFrom('members')
      .select('workspace_id')
      .where('user_id', '=', userId)
      .limit(1)
      .executeTakeFirst()
    // Without a workspace the account leads nowhere.
    if (member)
      await app.outbox.publish(tx, { workspaceId: member.workspace_id, topic: 'two-factor.ended', payload })
  })
}

async function findUser(app: App, email: string): Promise<{ id: string }> {
  const user = await app.pg.selectFrom('users').select('id').where('email', '=', email).executeTakeFirst()
  if (user) return user
  throw new Problem({
    id: 'no-such-user',
    status: 404,
    detail: 'Nobody signs in with this e-mail address here. Check how it is written.',
  })
}

/** Sets a new password by the link; every session ends, and a lock on the account is lifted. */
export async function resetPassword(
  app: App,
  { token, password, ip }: { token: string; password: string; ip: string },
): Promise<void> {
  const byAddress = { ...resetLimit, most: 20, what: 'password-reset by', who: ip }
  await countAttempt(app, byAddress)
  await asking(authOf(app).api.resetPassword({ body: { token, newPassword: password } }))
}

/** What the sign-in library refuses, as a problem that says what to do. */
export async function asking<T>(call: Promise<T>): Promise<T> {
  try {
    return await call
  } catch (error) {
    if (!isAPIError(error)) throw error
    const code = String(error.body?.code ?? '')
    const known = refusals[code]
    if (known) throw new Problem(known)
    if (error.statusCode === 401)
      throw new Problem({ id: 'not-signed-in', status: 401, detail: 'Please sign in, then try again.' })
    throw error
  }
}

const wrongCode = {
  id: 'wrong-code',
  status: 422,
  detail:
    'This code is not right. Codes change every half minute; check the clock of your phone and try the newest.',
} as const
const startAgain = {
  id: 'sign-in-again',
  status: 401,
  detail: 'This took too long or was tried too often. Sign in again with your password.',
} as const
const usedCode = {
  id: 'code-used',
  status: 401,
  detail: 'This code was used before. Sign in again with the next code your app shows.',
} as const
const twoFactorOff = {
  id: 'two-factor-off',
  status: 409,
  detail: 'Two-factor sign-in is not on. Turn it on first.',
} as const
const oldLink = {
  id: 'link-expired',
  status: 410,
  detail: 'This link was used already or is too old. Ask for a new one.',
} as const

const refusals: Record<string, ConstructorParameters<typeof Problem>[0]> = {
  INVALID_EMAIL_OR_PASSWORD: {
    id: 'wrong-password',
    status: 401,
    detail: 'E-mail or password is not right. Try again, or ask for a new password.',
  },
  INVALID_PASSWORD: {
    id: 'wrong-password',
    status: 422,
    detail: 'This is not your current password. Try again.',
  },
  INVALID_CODE: wrongCode,
  INVALID_BACKUP_CODE: { ...wrongCode, detail: 'This recovery code is not right, or was used before.' },
  INVALID_TWO_FACTOR_COOKIE: startAgain,
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: startAgain,
  ACCOUNT_TEMPORARILY_LOCKED: {
    id: 'too-many-attempts',
    status: 429,
    detail: 'Too many wrong codes. Wait 15 minutes, then try again.',
  },
  INVALID_TOKEN: oldLink,
  TOKEN_EXPIRED: oldLink,
  TOTP_ALREADY_ENABLED: {
    id: 'two-factor-on',
    status: 409,
    detail: 'Two-factor sign-in is on already. Turn it off first to set it up anew.',
  },
  TOTP_NOT_ENABLED: twoFactorOff,
  TWO_FACTOR_NOT_ENABLED: twoFactorOff,
}
