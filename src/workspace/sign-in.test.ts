import { describe, expect, test } from 'vitest'
import { openTestApp } from '../../test/app.ts'
import { askRoutes, openWorkspace } from '../../test/members.ts'
import { browser, cookiesOf, idOf, password, passwordUsers } from '../../test/password-users.ts'
import { workspaceRoutes } from './index.ts'

const app = await openTestApp()
const ask = askRoutes(app, workspaceRoutes)
const { newUser, signIn, signedInAs } = passwordUsers(app, ask)

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
