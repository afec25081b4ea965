import { z } from 'zod'
import { operator, route } from '../platform/index.ts'
import { open, fromOurPage, refuseForgery, signedIn } from './access.ts'
import { auditEverywhere } from './audit.ts'
import {
  answerWithCookies,
  beginTwoFactor,
  changeAccount,
  changePassword,
  confirmTwoFactor,
  endTwoFactor,
  readAccount,
  readSession,
  refreshSession,
  renewRecoveryCodes,
} from './account.ts'
import { PermissionName, RoleName } from './roles.ts'
import {
  endTwoFactorFor,
  makeResetLink,
  requestPasswordReset,
  resetPassword,
  signIn,
  signInSecondFactor,
  signOut,
} from './sign-in.ts'
import { Language } from './language.ts'
import { Email, Password } from './users.ts'

const SessionAnswer = z.object({
  member: z.object({ email: z.string(), name: z.string() }),
  workspaces: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      role: RoleName,
      permissions: z.array(PermissionName),
      isSample: z.boolean(),
    }),
  ),
})
const SignInAnswer = z.object({ state: z.enum(['signed in', 'second factor']) })
// A password somebody types is only compared; one they choose is checked.
const Typed = z.string().min(1).max(200)
const ByPassword = z.object({ password: Typed })
const beforeSignIn = 'nobody is signed in yet'

export const accountRoutes = [
  route('GET /api/session', {
    summary: 'Who is signed in, and their workspaces',
    sends: ['application/json'],
    access: signedIn(),
    answer: SessionAnswer,
    handle: async ({ app, actor, request }) => {
      const answer = SessionAnswer.parse(await readSession(app, actor))
      return answerWithCookies({ answer, cookies: await refreshSession(app, request.headers) })
    },
  }),
  route('POST /api/sign-in', {
    summary: 'Sign in with e-mail and password',
    sends: ['application/json'],
    headers: fromOurPage,
    access: open(beforeSignIn),
    body: z.object({ email: Email, password: Typed }),
    answer: SignInAnswer,
    handle: async ({ app, body, request, ip }) => {
      refuseForgery(app, request)
      return answerWithCookies(await signIn(app, { ...body, headers: request.headers, ip }))
    },
  }),
  route('POST /api/sign-in/second-factor', {
    summary: 'The second step of signing in',
    sends: ['application/json'],
    headers: fromOurPage,
    access: open(beforeSignIn),
    body: z.object({ code: z.string().trim().min(6).max(40), by: z.enum(['app', 'recovery code']) }),
    answer: SignInAnswer,
    handle: async ({ app, body, request, ip }) => {
      refuseForgery(app, request)
      return answerWithCookies(await signInSecondFactor(app, { ...body, headers: request.headers, ip }))
    },
  }),
  route('POST /api/sign-out', {
    summary: 'Sign out',
    sends: [],
    access: signedIn(),
    handle: async ({ app, request }) =>
      answerWithCookies({ answer: undefined, cookies: await signOut(app, request.headers) }),
  }),
  route('POST /api/password-reset', {
    summary: 'Ask for a link that sets a new password',
    headers: fromOurPage,
    access: open(beforeSignIn),
    body: z.object({ email: Email }),
    handle: async ({ app, body, request, ip }) => {
      refuseForgery(app, request)
      await requestPasswordReset(app, { email: body.email, ip })
      return undefined
    },
  }),
  route('POST /api/password-reset/finish', {
    summary: 'Set a new password by the link',
    headers: fromOurPage,
    access: open('the link is the proof'),
    body: z.object({ token: z.string().min(1).max(200), password: Password }),
    handle: async ({ app, body, request, ip }) => {
      refuseForgery(app, request)
      await resetPassword(app, { ...body, ip })
      return undefined
    },
  }),
  route('POST /api/operator/password-link', {
    summary: 'A link that sets a new password, for whoever runs the installation',
    access: operator(),
    body: z.object({ email: Email }),
    answer: z.object({ link: z.string(), minutes: z.int() }),
    handle: ({ app, body }) => makeResetLink(app, body.email),
  }),
  route('POST /api/operator/two-factor/end', {
    summary:
      'End two-factor sign-in of somebody who lost phone and recovery codes, for whoever runs the installation',
    access: operator(),
    body: z.object({ email: Email }),
    handle: async ({ app, body }) => {
      await endTwoFactorFor(app, body.email)
      return undefined
    },
  }),
  route('GET /api/account', {
    summary: 'My account',
    access: signedIn(),
    answer: z.object({
      name: z.string(),
      email: z.string(),
      language: Language,
      twoFactor: z.boolean(),
      recoveryCodesLeft: z.int(),
    }),
    handle: ({ app, actor }) => readAccount(app, actor),
  }),
  route('PATCH /api/account', {
    summary: 'Change my name or language',
    access: signedIn(),
    body: z.object({ name: z.string().trim().min(1).max(120).optional(), language: Language.optional() }),
    handle: async ({ app, actor, body }) => {
      await changeAccount(app, actor, body)
      return undefined
    },
  }),
  route('POST /api/account/password', {
    summary: 'Change my password; every other session ends',
    sends: [],
    access: signedIn(),
    body: z.object({ current: Typed, next: Password }),
    handle: async ({ app, actor, body, request }) => {
      const cookies = await changePassword(app, { user: actor, headers: request.headers, ...body })
      return answerWithCookies({ answer: undefined, cookies })
    },
  }),
  route('POST /api/account/two-factor', {
    summary: 'Begin two-factor sign-in; on after the first right code',
    access: signedIn(),
    body: ByPassword,
    answer: z.object({ uri: z.string(), secret: z.string(), recoveryCodes: z.array(z.string()) }),
    handle: ({ app, actor, body, request }) =>
      beginTwoFactor(app, { user: actor, headers: request.headers, ...body }),
  }),
  route('POST /api/account/two-factor/confirm', {
    summary: 'Turn two-factor sign-in on by a first code',
    sends: [],
    access: signedIn(),
    body: z.object({ code: z.string().trim().min(6).max(10) }),
    handle: async ({ app, actor, body, request }) => {
      const cookies = await confirmTwoFactor(app, { user: actor, headers: request.headers, ...body })
      return answerWithCookies({ answer: undefined, cookies })
    },
  }),
  route('POST /api/account/two-factor/end', {
    summary: 'Turn two-factor sign-in off',
    sends: [],
    access: signedIn(),
    body: ByPassword,
    handle: async ({ app, actor, body, request }) => {
      const cookies = await endTwoFactor(app, { user: actor, headers: request.headers, ...body })
      return answerWithCookies({ answer: undefined, cookies })
    },
  }),
  route('POST /api/account/recovery-codes', {
    summary: 'New recovery codes; the old ones stop',
    access: signedIn(),
    body: ByPassword,
    answer: z.object({ recoveryCodes: z.array(z.string()) }),
    handle: ({ app, actor, body, request }) =>
      renewRecoveryCodes(app, { user: actor, headers: request.headers, ...body }),
  }),
  route('POST /api/account/end-other-sessions', {
    summary: 'Sign out everywhere else',
    access: signedIn(),
    handle: async ({ app, actor }) => {
      await app.pg
        .deleteFrom('sessions')
        .where('user_id', '=', actor.userId)
        .where('id', '!=', actor.sessionId)
        .execute()
      const { userId } = actor
      await auditEverywhere(app, { userId, actor, action: 'account.other-sessions-ended' })
      return undefined
    },
  }),
]
