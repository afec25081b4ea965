import { createOTP } from '@better-auth/utils/otp'
import { symmetricEncrypt } from 'better-auth/crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../test/app.ts'
import { askRoutes, openWorkspace } from '../../test/members.ts'
import { authOf } from './auth.ts'
import { workspaceRoutes } from './index.ts'
import { createUser, hashPassword } from './users.ts'

const password = 'correct horse battery staple'
const browser = { 'x-samtale': '1' }

let app: TestApp
let ask: ReturnType<typeof askRoutes>

beforeAll(async () => {
  app = await openTestApp()
  ask = askRoutes(app, workspaceRoutes)
})

/** A new user with a password. */
async function newUser(name = 'Ada'): Promise<{ userId: string; email: string }> {
  const email = `${crypto.randomUUID()}@example.org`
  const passwordHash = await hashPassword(app, password)
  return app.pg.transaction().execute((tx) => createUser(tx, { email, name, passwordHash, language: 'da' }))
}

/** The cookies an answer sets, as a browser sends them back. */
function cookiesOf(answer: Response): Record<string, string> {
  const kept = answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .filter((cookie) => !cookie.endsWith('='))
  return { ...browser, cookie: kept.join('; ') }
}

const signIn = (email: string, given = password) =>
  ask('POST', '/api/sign-in', { headers: browser, body: { email, password: given } })

async function signedInAs(email: string): Promise<Record<string, string>> {
  return cookiesOf(await signIn(email))
}

async function idOf(answer: Response): Promise<unknown> {
  return [answer.status, ((await answer.json()) as { id: unknown }).id]
}

describe('signing in', () => {
  test('gives a session that scripts cannot read and other sites cannot use', async () => {
    const { email } = await newUser()
    const answer = await signIn(email.toUpperCase())
    expect([answer.status, await answer.json()]).toEqual([200, { state: 'signed in' }])
    const session = answer.headers
      .getSetCookie()
      .find((cookie) => cookie.startsWith('samtale.session_token='))
    expect(session).toMatch(/HttpOnly/)
    expect(session).toMatch(/SameSite=Lax/i)
    const who = await ask('GET', '/api/session', { headers: cookiesOf(answer) })
    expect(await who.json()).toEqual({ member: { email, name: 'Ada' }, workspaces: [] })
  })

  test('has secure cookies where the address is https', async () => {
    const secure = { ...app, baseUrl: () => 'https://samtale.example.org' }
    const { email } = await newUser()
    const answer = await askRoutes(secure, workspaceRoutes)('POST', '/api/sign-in', {
      headers: browser,
      body: { email, password },
    })
    const cookie = answer.headers.getSetCookie().join()
    expect(cookie).toMatch(/__Secure-samtale\.session_token=[^,]*; Secure/)
  })

  test('says the same of a wrong password and of nobody', async () => {
    const { email } = await newUser()
    const [wrong, nobody] = [await signIn(email, 'not my password'), await signIn('nobody@example.org')]
    expect(wrong.status).toBe(401)
    expect(await wrong.json()).toEqual(await nobody.json())
  })

  test('from another site is refused', async () => {
    const { email } = await newUser()
    const answer = await ask('POST', '/api/sign-in', { body: { email, password } })
    expect(await idOf(answer)).toEqual([403, 'csrf'])
  })

  test('ends with signing out, also for whoever copied the cookie', async () => {
    const { email } = await newUser()
    const headers = await signedInAs(email)
    expect((await ask('POST', '/api/sign-out', { headers })).status).toBe(204)
    expect((await ask('GET', '/api/session', { headers })).status).toBe(401)
  })

  test('keeps no password and no session where a backup shows them', async () => {
    const { userId } = await newUser()
    const row = await app.pg
      .selectFrom('credentials')
      .selectAll()
      .where('user_id', '=', userId)
      .executeTakeFirstOrThrow()
    expect(JSON.stringify(row)).not.toContain(password)
  })
})

describe('failing to sign in', () => {
  test('ten times locks the account for a quarter of an hour, the right password too', async () => {
    const { email } = await newUser()
    const began = new Date()
    app.setNow(began)
    for (let attempt = 0; attempt < 10; attempt += 1)
      expect((await signIn(email, `wrong ${attempt}`)).status).toBe(401)
    expect(await idOf(await signIn(email))).toEqual([429, 'too-many-attempts'])
    app.setNow(new Date(began.getTime() + 16 * 60_000))
    expect((await signIn(email)).status).toBe(200)
  })

  test('at once does not get more tries than one after the other', async () => {
    const { email } = await newUser()
    const answers = await Promise.all(Array.from({ length: 14 }, (_, n) => signIn(email, `wrong ${n}`)))
    const counts = Map.groupBy(answers, (answer) => answer.status)
    expect([counts.get(401)?.length, counts.get(429)?.length]).toEqual([10, 4])
  })

  test('is counted by every copy of the program together', async () => {
    const { email } = await newUser()
    const copy = askRoutes({ ...app }, workspaceRoutes)
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const by = attempt % 2 === 0 ? ask : copy
      await by('POST', '/api/sign-in', { headers: browser, body: { email, password: 'wrong' } })
    }
    const answer = await copy('POST', '/api/sign-in', { headers: browser, body: { email, password } })
    expect(answer.status).toBe(429)
  })

  test('from one address is stopped whatever accounts it tries, and success is not counted', async () => {
    const headers = { ...browser, 'x-forwarded-for': '203.0.113.9' }
    const { addressLimit } = await import('./sign-in.ts')
    const { countAttempt } = await import('./attempts.ts')
    for (let attempt = 0; attempt < 50; attempt += 1)
      await countAttempt(app, { ...addressLimit, who: 'unknown' }).catch(() => undefined)
    const { email } = await newUser()
    const answer = await ask('POST', '/api/sign-in', { headers, body: { email, password } })
    expect(await idOf(answer)).toEqual([429, 'too-many-attempts'])
    await app.pg.deleteFrom('attempts').execute()
  })
})

describe('a forgotten password', () => {
  const lastMail = async (to: string) => {
    const row = await app.pg
      .selectFrom('mails')
      .select('body')
      .where('recipient', '=', to)
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    return { body: row.body, token: /#token=([\w-]+)/.exec(row.body)?.[1] ?? '' }
  }
  const ask4 = (email: string) => ask('POST', '/api/password-reset', { headers: browser, body: { email } })
  const finish = (token: string, next: string) =>
    ask('POST', '/api/password-reset/finish', { headers: browser, body: { token, password: next } })

  test('is replaced by a mailed link in the language of the reader, once, and every session ends', async () => {
    const { email } = await newUser()
    const headers = await signedInAs(email)
    expect((await ask4(email)).status).toBe(204)
    const { token, body } = await lastMail(email)
    expect(body).toContain('adgangskode')
    expect((await finish(token, 'a brand new password')).status).toBe(204)
    expect((await ask('GET', '/api/session', { headers })).status).toBe(401)
    expect((await signIn(email)).status).toBe(401)
    expect((await signIn(email, 'a brand new password')).status).toBe(200)
    expect(await idOf(await finish(token, 'yet another password'))).toEqual([410, 'link-expired'])
  })

  test('lifts the lock that somebody else brought upon the account by guessing', async () => {
    const { email } = await newUser()
    for (let attempt = 0; attempt < 10; attempt += 1) await signIn(email, `wrong ${attempt}`)
    expect((await signIn(email)).status).toBe(429)
    await ask4(email)
    const { token } = await lastMail(email)
    await finish(token, 'a brand new password')
    expect((await signIn(email, 'a brand new password')).status).toBe(200)
  })

  test('of nobody is answered alike and mails nobody', async () => {
    expect((await ask4('nobody@example.org')).status).toBe(204)
    const mails = await app.pg
      .selectFrom('mails')
      .select('id')
      .where('recipient', '=', 'nobody@example.org')
      .execute()
    expect(mails).toEqual([])
  })

  test('cannot be replaced by a short one', async () => {
    const { email } = await newUser()
    await ask4(email)
    const { token } = await lastMail(email)
    expect((await finish(token, 'short')).status).toBe(400)
    expect((await finish(token, 'long enough now')).status).toBe(204)
  })

  test('the token of the mail does not lie in the database beside it', async () => {
    const { email } = await newUser()
    await ask4(email)
    const { token } = await lastMail(email)
    const rows = await app.pg.selectFrom('verifications').select('identifier').execute()
    expect(rows.some((row) => row.identifier.includes(token))).toBe(false)
  })
})

describe('two-factor sign-in', () => {
  const totp = (secret: string) => createOTP(decodeBase32(secret)).totp()
  /** The code the app shows half a minute later; a clock that is a little slow is forgiven, so it works already. */
  const nextTotp = (secret: string) =>
    createOTP(decodeBase32(secret)).hotp(Math.floor(Date.now() / 30_000) + 1)

  async function withTwoFactor() {
    const { email, userId } = await newUser()
    const headers = await signedInAs(email)
    const begun = await ask('POST', '/api/account/two-factor', { headers, body: { password } })
    const { secret, recoveryCodes, uri } = (await begun.json()) as {
      secret: string
      recoveryCodes: string[]
      uri: string
    }
    const confirmed = await ask('POST', '/api/account/two-factor/confirm', {
      headers,
      body: { code: await totp(secret) },
    })
    expect(confirmed.status).toBe(204)
    return { email, userId, secret, recoveryCodes, uri, headers: cookiesOf(confirmed) }
  }

  const second = (headers: Record<string, string>, body: { code: string; by: string }) =>
    ask('POST', '/api/sign-in/second-factor', { headers, body })

  test('lets nobody in by the password alone', async () => {
    const { email, secret, uri } = await withTwoFactor()
    expect(uri).toMatch(/^otpauth:\/\/totp\/Samtale/)
    const first = await signIn(email)
    expect(await first.json()).toEqual({ state: 'second factor' })
    const halfway = cookiesOf(first)
    expect((await ask('GET', '/api/session', { headers: halfway })).status).toBe(401)
    expect(await idOf(await second(halfway, { code: '000000', by: 'app' }))).toEqual([422, 'wrong-code'])
    const done = await second(halfway, { code: await nextTotp(secret), by: 'app' })
    expect(done.status).toBe(200)
    expect((await ask('GET', '/api/session', { headers: cookiesOf(done) })).status).toBe(200)
  })

  test('a code somebody looked at over a shoulder is not accepted twice', async () => {
    const { email, userId, secret } = await withTwoFactor()
    const code = await nextTotp(secret)
    expect((await second(cookiesOf(await signIn(email)), { code, by: 'app' })).status).toBe(200)
    const sessions = () =>
      app.pg.selectFrom('sessions').select('id').where('user_id', '=', userId).orderBy('id').execute()
    const before = await sessions()
    const again = await second(cookiesOf(await signIn(email)), { code, by: 'app' })
    expect([await idOf(again), again.headers.getSetCookie()]).toEqual([[401, 'code-used'], []])
    expect(await sessions()).toEqual(before)
  })

  test('of two who bring the same code at once one gets in', async () => {
    const { email, secret } = await withTwoFactor()
    const code = await nextTotp(secret)
    const halfway = [cookiesOf(await signIn(email)), cookiesOf(await signIn(email))]
    const answers = await Promise.all(halfway.map((headers) => second(headers, { code, by: 'app' })))
    expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([200, 401])
  })

  test('a recovery code works once', async () => {
    const { email, recoveryCodes } = await withTwoFactor()
    const code = recoveryCodes[0] ?? ''
    const once = await second(cookiesOf(await signIn(email)), { code, by: 'recovery code' })
    expect(once.status).toBe(200)
    const account = await ask('GET', '/api/account', { headers: cookiesOf(once) })
    expect(await account.json()).toMatchObject({ twoFactor: true, recoveryCodesLeft: 9 })
    const twice = await second(cookiesOf(await signIn(email)), { code, by: 'recovery code' })
    expect(await idOf(twice)).toEqual([422, 'wrong-code'])
  })

  test('recovery codes hold no letter that looks like another', async () => {
    const { recoveryCodes } = await withTwoFactor()
    expect(recoveryCodes).toHaveLength(10)
    for (const code of recoveryCodes) expect(code).toMatch(/^[a-hjkmnp-z2-9]{5}-[a-hjkmnp-z2-9]{5}$/)
  })

  test.each([
    ['without its dash', (code: string) => code.replace('-', '')],
    ['with a space', (code: string) => code.replace('-', ' ')],
    ['in capitals', (code: string) => code.toUpperCase()],
    ['with the dash of a word processor', (code: string) => ` ${code.replace('-', ' – ')} `],
  ])('a recovery code typed %s works, once', async (_, typed) => {
    const { email, recoveryCodes } = await withTwoFactor()
    const code = typed(recoveryCodes[3] ?? '')
    const enter = async () => second(cookiesOf(await signIn(email)), { code, by: 'recovery code' })
    expect([(await enter()).status, (await enter()).status]).toEqual([200, 422])
  })

  test('recovery codes of before, with letters of both cases, work as they were written down', async () => {
    const { email, userId } = await withTwoFactor()
    const { secretConfig: key } = await authOf(app).$context
    const data = JSON.stringify(['aB0Ol-1IzQ9', 'Sec0d-Codes'])
    await app.pg
      .updateTable('two_factors')
      .set({ backup_codes: await symmetricEncrypt({ key, data }) })
      .where('user_id', '=', userId)
      .execute()
    for (const code of ['aB0Ol-1IzQ9', 'sec0dcodes'])
      expect((await second(cookiesOf(await signIn(email)), { code, by: 'recovery code' })).status).toBe(200)
  })

  test('five wrong codes end the attempt', async () => {
    const { email, secret } = await withTwoFactor()
    const halfway = cookiesOf(await signIn(email))
    for (let attempt = 0; attempt < 5; attempt += 1) await second(halfway, { code: '000000', by: 'app' })
    const right = await second(halfway, { code: await totp(secret), by: 'app' })
    expect(await idOf(right)).toEqual([401, 'sign-in-again'])
  })

  test('a code without the first step is refused', async () => {
    expect(await idOf(await second(browser, { code: '123456', by: 'app' }))).toEqual([401, 'sign-in-again'])
  })

  test('is neither turned on nor off without the password', async () => {
    const { headers } = await withTwoFactor()
    const body = { password: 'not mine' }
    for (const path of ['two-factor', 'two-factor/end', 'recovery-codes'])
      expect((await ask('POST', `/api/account/${path}`, { headers, body })).status).toBe(422)
  })
})

describe('my account', () => {
  test('a new password ends every other session and keeps this one', async () => {
    const { email } = await newUser()
    const [here, there] = [await signedInAs(email), await signedInAs(email)]
    const wrong = await ask('POST', '/api/account/password', {
      headers: here,
      body: { current: 'not mine', next: 'a brand new password' },
    })
    expect(await idOf(wrong)).toEqual([422, 'wrong-password'])
    const changed = await ask('POST', '/api/account/password', {
      headers: here,
      body: { current: password, next: 'a brand new password' },
    })
    expect(changed.status).toBe(204)
    expect((await ask('GET', '/api/session', { headers: there })).status).toBe(401)
    expect((await ask('GET', '/api/session', { headers: cookiesOf(changed) })).status).toBe(200)
  })

  test('a name may hold anything that can be typed', async () => {
    const owner = await openWorkspace(app)
    const name = "\u202Etest\u202E Ω≈ç 田中さん '; DROP TABLE users;--"
    expect((await ask('PATCH', '/api/account', { headers: owner.headers, body: { name } })).status).toBe(204)
    const account = await ask('GET', '/api/account', { headers: owner.headers })
    expect(await account.json()).toMatchObject({ name, language: 'en' })
  })
})

/** RFC 4648; the sign-in library keeps the letters, the address of the app carries them in base 32. */
function decodeBase32(text: string): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...text.replaceAll('=', '')]
    .map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  const bytes = bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? []
  return Buffer.from(bytes).toString('latin1')
}
