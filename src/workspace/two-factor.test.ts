import { createOTP } from '@better-auth/utils/otp'
import { symmetricEncrypt } from 'better-auth/crypto'
import { describe, expect, test } from 'vitest'
import { openTestApp } from '../../test/app.ts'
import { openMailbox } from '../../test/mailbox.ts'
import { askRoutes } from '../../test/members.ts'
import { browser, cookiesOf, idOf, password, passwordUsers } from '../../test/password-users.ts'
import { makeMail } from '../platform/index.ts'
import { authOf } from './auth.ts'
import { createWorkspace, workspaceRoom, workspaceRoutes } from './index.ts'
import { endTwoFactorFor } from './sign-in.ts'

const mailbox = await openMailbox()
const plain = await openTestApp()
const { pg, log } = plain
const app = { ...plain, mail: makeMail({ pg, log, smtpUrl: mailbox.url, from: 'samtale@example.org' }) }
workspaceRoom.wire?.(app)
const ask = askRoutes(app, workspaceRoutes)
const { newUser, signIn, signedInAs } = passwordUsers(app, ask)

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

  test('whoever has lost it is told that it was ended, when the mail server is back, once', async () => {
    const { email, userId } = await withTwoFactor()
    await createWorkspace(app, { name: 'Nordlys', owner: { userId, name: 'Ada' } })
    mailbox.behave('refuse')
    await endTwoFactorFor(app, email)
    await app.outbox.drain()
    expect(await (await signIn(email)).json()).toEqual({ state: 'signed in' })
    expect(mailbox.lettersTo(email)).toEqual([])
    mailbox.behave('take')
    for (let round = 0; round < 2; round += 1) {
      await pg
        .updateTable('outbox')
        .set({ next_attempt_at: new Date(0) })
        .execute()
      await app.outbox.drain()
      expect(mailbox.lettersTo(email)).toHaveLength(1)
    }
    expect(mailbox.lettersTo(email)[0]?.subject).toContain('To-trins-login')
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
