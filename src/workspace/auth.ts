import { betterAuth } from 'better-auth'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { createHmac } from 'node:crypto'
import type { App } from '../platform/index.ts'
import { forgetAttempts } from './attempts.ts'
import { auditEverywhere } from './audit.ts'
import { sendPasswordReset } from './letters.ts'
import { recoveryCodes } from './recovery-codes.ts'

/** The sign-in library on our tables. Only our own routes call it; its own handler is not mounted. */
export type Auth = ReturnType<typeof makeAuth>

const made = new WeakMap<App, Auth>()

/** The sign-in of this program; made once for each app. */
export function authOf(app: App): Auth {
  const before = made.get(app)
  if (before) return before
  const auth = makeAuth(app)
  made.set(app, auth)
  return auth
}

export const passwordLength = { min: 10, max: 200 } as const
/** How long somebody stays signed in without coming back. */
const sessionSeconds = 14 * 24 * 3600
/** How long a link that sets a new password works. */
export const resetSeconds = 3600

function makeAuth(app: App) {
  // The installation's secret signs other things too; each use has a key of its own.
  const secret = createHmac('sha256', app.secret).update('sign-in').digest('base64url')
  return betterAuth({
    appName: 'Samtale',
    baseURL: app.baseUrl(),
    basePath: '/api/auth',
    secret,
    database: { db: app.pg, type: 'postgres', transaction: true },
    logger: { disabled: true },
    telemetry: { enabled: false },
    // Ours (attempts.ts) are kept in PostgreSQL and also count by account.
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      autoSignIn: false,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
      resetPasswordTokenExpiresIn: resetSeconds,
      revokeSessionsOnPasswordReset: true,
      // Whoever proves to own the address is not kept out by somebody who guessed.
      onPasswordReset: async ({ user: { id: userId, name, email } }) => {
        await forgetAttempts(app, { what: 'sign-in', who: email })
        const actor = { kind: 'user', userId, name } as const
        await auditEverywhere(app, { userId, actor, action: 'account.password-reset' })
      },
      sendResetPassword: ({ user, token }) => sendPasswordReset(app, { userId: user.id, token }),
    },
    session: {
      expiresIn: sessionSeconds,
      modelName: 'sessions',
      fields: {
        expiresAt: 'expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        userId: 'user_id',
      },
    },
    user: {
      modelName: 'users',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    account: { modelName: 'credentials', fields: credentialFields },
    verification: {
      modelName: 'verifications',
      // A reset link or a half-done sign-in found in a backup must not open anything.
      storeIdentifier: 'hashed',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    advanced: {
      cookiePrefix: 'samtale',
      // Who signed in from where is nothing we need to keep.
      ipAddress: { disableIpTracking: true },
      useSecureCookies: app.baseUrl().startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      database: { generateId: () => crypto.randomUUID() },
    },
    plugins: [
      twoFactor({
        issuer: 'Samtale',
        backupCodeOptions: recoveryCodes(secret),
        schema: {
          user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
          twoFactor: { modelName: 'two_factors', fields: twoFactorFields },
        },
      }),
    ],
  })
}

const credentialFields = {
  accountId: 'account_id',
  providerId: 'provider_id',
  userId: 'user_id',
  accessToken: 'access_token',
  refreshToken: 'refresh_token',
  idToken: 'id_token',
  accessTokenExpiresAt: 'access_token_expires_at',
  refreshTokenExpiresAt: 'refresh_token_expires_at',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
}

const twoFactorFields = {
  userId: 'user_id',
  backupCodes: 'backup_codes',
  failedVerificationCount: 'failed_verification_count',
  lockedUntil: 'locked_until',
}

/** Somebody signed in, as found by their cookie. */
export type SignedIn = { kind: 'user'; userId: string; name: string; email: string; sessionId: string }

/** Who a request's cookie says is asking; undefined without a valid one. Does not lengthen the session. */
export async function findSession(app: App, headers: Headers): Promise<SignedIn | undefined> {
  if (!headers.has('cookie')) return undefined
  const found = await authOf(app).api.getSession({ headers, query: { disableRefresh: true } })
  if (!found) return undefined
  const { user, session } = found
  return { kind: 'user', userId: user.id, name: user.name, email: user.email, sessionId: session.id }
}
