import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../test/app.ts'
import {
  askRoutes,
  issueSecretKey,
  joinWorkspace,
  openWorkspace,
  signUp,
  type TestMember,
} from '../../test/members.ts'
import { ensureSetupToken, findWriteKey, workspaceRoutes } from './index.ts'

const browser = { 'x-samtale': '1' }

let app: TestApp
let ask: ReturnType<typeof askRoutes>

beforeAll(async () => {
  app = await openTestApp()
  ask = askRoutes(app, workspaceRoutes)
})

const at = (member: TestMember, path = '') => `/api/w/${member.workspaceId}${path}`

async function read(answer: Response): Promise<Record<string, unknown>> {
  return (await answer.json()) as Record<string, unknown>
}

async function idOf(answer: Response): Promise<unknown> {
  return [answer.status, (await read(answer))['id']]
}

/** The token of the newest letter to somebody. */
async function mailedToken(to: string): Promise<string> {
  const row = await app.pg
    .selectFrom('mails')
    .select('body')
    .where('recipient', '=', to)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  return /#token=([\w-]+)/.exec(row.body)?.[1] ?? ''
}

describe('the setup', () => {
  const given = { email: 'Owner@Example.org', password: 'a long password', workspace: 'Nordlys' }
  const tokenFile = () => join(app.dataDir, 'setup-token')

  test('leaves a token only its owner can read, the same at every start', async () => {
    const token = await ensureSetupToken(app)
    expect(await ensureSetupToken(app)).toBe(token)
    expect(readFileSync(tokenFile(), 'utf8').trim()).toBe(token)
    expect(statSync(tokenFile()).mode & 0o777).toBe(0o600)
  })

  test('refuses a wrong token, and says little to somebody who guesses', async () => {
    const wrong = await ask('POST', '/api/setup', { body: { ...given, token: 'wrong' } })
    expect(await idOf(wrong)).toEqual([403, 'bad-setup-token'])
    expect(await read(await ask('GET', '/api/setup'))).toEqual({ isSetUp: false })
  })

  test('makes user, workspace and two working keys, once, also when asked twice at the same moment', async () => {
    const token = await ensureSetupToken(app)
    const body = { ...given, token }
    const answers = await Promise.all([
      ask('POST', '/api/setup', { body }),
      ask('POST', '/api/setup', { body }),
    ])
    expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([200, 409])
    const done = answers.find((answer) => answer.status === 200)
    const { workspaceId, writeKey, secretKey } = await read(done ?? new Response('{}'))
    expect(existsSync(tokenFile())).toBe(false)
    expect(await ensureSetupToken(app)).toBeUndefined()
    expect(await findWriteKey(app, String(writeKey))).toMatchObject({ workspaceId })
    const byKey = { headers: { authorization: `Bearer ${String(secretKey)}` } }
    expect(await read(await ask('GET', `/api/w/${String(workspaceId)}`, byKey))).toMatchObject({
      name: 'Nordlys',
      minimumGroup: 50,
    })
    const body2 = { email: 'owner@example.org', password: given.password }
    expect((await ask('POST', '/api/sign-in', { headers: browser, body: body2 })).status).toBe(200)
  })

  test('is limited by address', async () => {
    for (let attempt = 0; attempt < 10; attempt += 1)
      await ask('POST', '/api/setup', { body: { ...given, token: 'wrong' } })
    expect(await idOf(await ask('POST', '/api/setup', { body: { ...given, token: 'wrong' } }))).toEqual([
      429,
      'too-many-attempts',
    ])
    await app.pg.deleteFrom('attempts').execute()
  })
})

describe('colleagues', () => {
  let owner: TestMember
  beforeAll(async () => {
    owner = await openWorkspace(app)
  })

  const invite = (email: string, role = 'researcher') =>
    ask('POST', at(owner, '/invitations'), { headers: owner.headers, body: { email, role } })

  test('somebody new joins by a mailed link with a name and password, once', async () => {
    const email = `${crypto.randomUUID()}@example.org`
    expect((await invite(email)).status).toBe(200)
    const token = await mailedToken(email)
    const look = await ask('POST', '/api/invitations/look', { body: { token } })
    expect(await read(look)).toEqual({ workspace: 'Nordlys', email, role: 'researcher', hasAccount: false })
    const newUser = { name: 'Bo', password: 'a long password' }
    const joined = await ask('POST', '/api/invitations/accept', {
      headers: browser,
      body: { token, newUser },
    })
    expect(await read(joined)).toEqual({ workspaceId: owner.workspaceId })
    const again = await ask('POST', '/api/invitations/accept', { headers: browser, body: { token, newUser } })
    expect(await idOf(again)).toEqual([410, 'link-expired'])
    const members = await read(await ask('GET', at(owner, '/members'), { headers: owner.headers }))
    expect(members['members']).toContainEqual(expect.objectContaining({ email, role: 'researcher' }))
  })

  test('somebody with an account joins only when signed in to it', async () => {
    const known = await signUp(app)
    const stranger = await signUp(app)
    await invite(known.email, 'viewer')
    const token = await mailedToken(known.email)
    const accept = (headers: Record<string, string>) =>
      ask('POST', '/api/invitations/accept', { headers, body: { token } })
    expect(await idOf(await accept(browser))).toEqual([401, 'sign-in-first'])
    expect(await idOf(await accept(stranger.headers))).toEqual([401, 'sign-in-first'])
    expect((await accept(known.headers)).status).toBe(200)
    expect((await ask('GET', at(owner), { headers: known.headers })).status).toBe(200)
  })

  test('an invitation ends when taken back, replaced, or a week old', async () => {
    const email = `${crypto.randomUUID()}@example.org`
    await invite(email)
    const first = await mailedToken(email)
    const { invitationId } = await read(await invite(email))
    const second = await mailedToken(email)
    const look = async (token: string) =>
      (await ask('POST', '/api/invitations/look', { body: { token } })).status
    expect([await look(first), await look(second)]).toEqual([410, 200])
    app.setNow(new Date(Date.now() + 8 * 24 * 3600_000))
    expect(await look(second)).toBe(410)
    app.setNow(new Date())
    const path = at(owner, `/invitations/${String(invitationId)}`)
    expect((await ask('DELETE', path, { headers: owner.headers })).status).toBe(204)
    expect(await look(second)).toBe(410)
  })

  test('a link cannot be made up, and is not kept where a backup shows it', async () => {
    const email = `${crypto.randomUUID()}@example.org`
    await invite(email)
    const row = await app.pg
      .selectFrom('invitations')
      .selectAll()
      .where('email', '=', email)
      .executeTakeFirstOrThrow()
    expect(JSON.stringify(row)).not.toContain(await mailedToken(email))
    expect((await ask('POST', '/api/invitations/look', { body: { token: row.token_hash } })).status).toBe(410)
  })

  test('a name with a line break adds no header to a mail', async () => {
    const sly = await openWorkspace(app, { name: 'Nordlys\r\nBcc: everybody@example.org' })
    const email = `${crypto.randomUUID()}@example.org`
    await ask('POST', at(sly, '/invitations'), { headers: sly.headers, body: { email, role: 'viewer' } })
    const mail = await app.pg
      .selectFrom('mails')
      .select('subject')
      .where('recipient', '=', email)
      .executeTakeFirstOrThrow()
    expect(mail.subject).toBe('Join Nordlys Bcc: everybody@example.org on Samtale')
  })

  test('the last owner can neither leave nor become less', async () => {
    const mine = await openWorkspace(app)
    const path = at(mine, `/members/${mine.memberId}`)
    const demote = () => ask('PATCH', path, { headers: mine.headers, body: { role: 'viewer' } })
    expect(await idOf(await demote())).toEqual([409, 'last-owner'])
    expect(await idOf(await ask('DELETE', path, { headers: mine.headers }))).toEqual([409, 'last-owner'])
    await joinWorkspace(app, { workspaceId: mine.workspaceId, role: 'owner' })
    expect((await demote()).status).toBe(204)
    expect((await ask('GET', at(mine, '/audit'), { headers: mine.headers })).status).toBe(403)
  })

  test('two owners who remove each other at the same moment leave one', async () => {
    const one = await openWorkspace(app)
    const two = await joinWorkspace(app, { workspaceId: one.workspaceId, role: 'owner' })
    await Promise.all([
      ask('DELETE', at(one, `/members/${two.memberId}`), { headers: one.headers }),
      ask('DELETE', at(one, `/members/${one.memberId}`), { headers: two.headers }),
    ])
    const left = await app.pg
      .selectFrom('members')
      .select('id')
      .where('workspace_id', '=', one.workspaceId)
      .execute()
    expect(left).toHaveLength(1)
  })

  test('somebody removed is out at the next request', async () => {
    const colleague = await joinWorkspace(app, { workspaceId: owner.workspaceId, role: 'marketer' })
    const path = at(owner, `/members/${colleague.memberId}`)
    expect((await ask('GET', at(owner), { headers: colleague.headers })).status).toBe(200)
    expect((await ask('DELETE', path, { headers: owner.headers })).status).toBe(204)
    expect((await ask('GET', at(owner), { headers: colleague.headers })).status).toBe(404)
  })

  test('an agency makes a second workspace; a viewer makes none', async () => {
    const body = { name: 'Second client' }
    const made = await ask('POST', '/api/workspaces', { headers: owner.headers, body })
    expect(made.status).toBe(200)
    const session = await read(await ask('GET', '/api/session', { headers: owner.headers }))
    expect(session['workspaces']).toEqual([
      expect.objectContaining({ name: 'Nordlys', role: 'owner' }),
      expect.objectContaining({ name: 'Second client', role: 'owner' }),
    ])
    const viewer = await joinWorkspace(app, { workspaceId: owner.workspaceId, role: 'viewer' })
    expect((await ask('POST', '/api/workspaces', { headers: viewer.headers, body })).status).toBe(403)
  })
})

describe('keys', () => {
  let owner: TestMember
  beforeAll(async () => {
    owner = await openWorkspace(app)
  })

  const create = (body: object, headers = owner.headers) => ask('POST', at(owner, '/keys'), { headers, body })
  const list = async () => {
    const answer = await ask('GET', at(owner, '/keys'), { headers: owner.headers })
    return answer.text()
  }

  test('a write key opens its own source, is shown once, and is kept as a hash', async () => {
    const { key, keyId } = await read(await create({ kind: 'write', name: 'Shop' }))
    expect(await findWriteKey(app, String(key))).toMatchObject({ keyId, workspaceId: owner.workspaceId })
    expect(await list()).not.toContain(String(key))
    const row = await app.pg.selectFrom('keys').selectAll().where('id', '=', String(keyId)).execute()
    expect(JSON.stringify(row)).not.toContain(String(key))
    expect(await idOf(await create({ kind: 'write', name: 'Shop' }))).toEqual([409, 'name-taken'])
  })

  test('a revoked write key stops here at once and in other copies within five seconds', async () => {
    const { key, keyId } = await read(await create({ kind: 'write', name: 'App' }))
    const copy = { ...app }
    app.setNow(new Date())
    expect(await findWriteKey(app, String(key))).toBeDefined()
    expect(await findWriteKey(copy, String(key))).toBeDefined()
    const path = at(owner, `/keys/${String(keyId)}`)
    expect((await ask('DELETE', path, { headers: owner.headers })).status).toBe(204)
    expect(await findWriteKey(app, String(key))).toBeUndefined()
    app.setNow(new Date(Date.now() + 5100))
    expect(await findWriteKey(copy, String(key))).toBeUndefined()
    app.setNow(new Date())
  })

  test('a secret key is no write key, and a write key is no secret key', async () => {
    const secret = await read(await create({ kind: 'secret', name: 'ETL', scopes: ['workspace.read'] }))
    const write = await read(await create({ kind: 'write', name: 'Blog' }))
    expect(await findWriteKey(app, String(secret['key']))).toBeUndefined()
    const asSecret = { headers: { authorization: `Bearer ${String(write['key'])}` } }
    expect((await ask('GET', at(owner), asSecret)).status).toBe(401)
  })

  test('a key cannot give another key more than it has', async () => {
    const { headers } = await issueSecretKey(app, { workspaceId: owner.workspaceId, scopes: ['keys.manage'] })
    const more = { kind: 'secret', name: 'More', scopes: ['people.read'] }
    expect(await idOf(await create(more, headers))).toEqual([403, 'missing-scope'])
    const same = { kind: 'secret', name: 'Same', scopes: ['keys.manage'] }
    expect((await create(same, headers)).status).toBe(200)
  })

  test.each([
    [{ kind: 'secret', name: 'No scopes', scopes: [] }],
    [{ kind: 'secret', name: 'Unknown', scopes: ['everything'] }],
    [{ kind: 'root', name: 'Root' }],
    [{ kind: 'write', name: '   ' }],
    [{ kind: 'write', name: 'x'.repeat(121) }],
  ])('%j is not made', async (body) => {
    expect((await create(body)).status).toBe(400)
  })
})

describe('the audit trail', () => {
  test('says who did what, page by page, newest first, and can be narrowed', async () => {
    const owner = await openWorkspace(app)
    for (const name of ['A', 'B', 'C'])
      await ask('POST', at(owner, '/keys'), { headers: owner.headers, body: { kind: 'write', name } })
    await ask('PATCH', at(owner), { headers: owner.headers, body: { minimumGroup: 20 } })
    const page = async (query: string) =>
      read(await ask('GET', at(owner, `/audit?${query}`), { headers: owner.headers }))
    const first = await page('limit=2')
    const items = first['items'] as { action: string; actor: unknown }[]
    expect(items.map((item) => item.action)).toEqual(['workspace.changed', 'key.write-created'])
    expect(items[0]?.actor).toEqual({ kind: 'member', id: owner.userId, name: 'Owner' })
    const rest = await page(`limit=50&cursor=${String(first['next'])}`)
    expect((rest['items'] as unknown[]).length).toBe(3)
    expect(rest['next']).toBeNull()
    const found = async (query: string) => ((await page(query))['items'] as unknown[]).length
    expect([await found('kind=access'), await found('kind=people')]).toEqual([5, 0])
    const { userId } = owner
    expect([await found(`actorId=${userId}`), await found('actorId=nobody')]).toEqual([5, 0])
    const keyId = await app.pg
      .selectFrom('keys')
      .select('id')
      .where('workspace_id', '=', owner.workspaceId)
      .limit(1)
      .executeTakeFirstOrThrow()
    expect(await found(`subjectId=${keyId.id}`)).toBe(1)
    expect((await page('until=2001-01-01T00:00:00Z'))['items']).toEqual([])
  })
})

describe('the audit trail as CSV', () => {
  test('holds every page, a name that is a formula as text, and that it was taken', async () => {
    const owner = await openWorkspace(app)
    await app.pg.updateTable('users').set({ name: '=1+1' }).where('id', '=', owner.userId).execute()
    const make = { headers: owner.headers, body: { kind: 'write', name: 'A' } }
    await ask('POST', at(owner, '/keys'), make)
    const many = Array.from({ length: 1100 }, () => ({
      workspace_id: owner.workspaceId,
      actor_kind: 'system',
      action: 'people.listed',
      detail: '{}',
    }))
    await app.pg.insertInto('audit').values(many).execute()
    const answer = await ask('GET', at(owner, '/audit.csv'), { headers: owner.headers })
    const lines = (await answer.text()).trimEnd().split('\r\n')
    expect(lines[0]).toBe(
      'time,actor kind,actor,actor id,action,subject kind,subject id,subject,purpose,detail',
    )
    expect(lines).toHaveLength(1 + 1100 + 3)
    expect(lines[1]).toMatch(/,member,'=1\+1,[\w-]+,audit\.downloaded,,,,,\{\}$/)
    const narrowed = await ask('GET', at(owner, '/audit.csv?kind=people'), { headers: owner.headers })
    expect((await narrowed.text()).trimEnd().split('\r\n')).toHaveLength(1101)
  })
})

describe('two workspaces side by side', () => {
  test('neither sees members, keys, invitations, mails or trail of the other', async () => {
    const [mine, theirs] = [
      await openWorkspace(app, { name: 'Mine' }),
      await openWorkspace(app, { name: 'Theirs' }),
    ]
    const email = `${crypto.randomUUID()}@secret.example`
    await ask('POST', at(theirs, '/keys'), {
      headers: theirs.headers,
      body: { kind: 'write', name: 'Secret' },
    })
    await ask('POST', at(theirs, '/invitations'), {
      headers: theirs.headers,
      body: { email, role: 'viewer' },
    })
    for (const path of ['/members', '/keys', '/invitations', '/mails', '/audit']) {
      const answer = await ask('GET', at(mine, path), { headers: mine.headers })
      const text = await answer.text()
      expect([path, answer.status]).toEqual([path, 200])
      for (const word of [theirs.workspaceId, theirs.email, email, 'Secret']) expect(text).not.toContain(word)
    }
  })

  test('a password mail is shown to an owner only while it opens nothing but what they own', async () => {
    const [agency, client] = [await openWorkspace(app), await openWorkspace(app)]
    const inside = await joinWorkspace(app, { workspaceId: agency.workspaceId, role: 'viewer' })
    const both = await joinWorkspace(app, { workspaceId: agency.workspaceId, role: 'viewer' })
    await app.pg
      .insertInto('members')
      .values({ workspace_id: client.workspaceId, user_id: both.userId, role: 'viewer' })
      .execute()
    for (const to of [inside.email, both.email])
      await app.mail.send({ workspaceId: null, to, subject: 'Password', body: 'link' })
    const answer = await ask('GET', at(agency, '/mails'), { headers: agency.headers })
    const text = await answer.text()
    expect(text).toContain(inside.email)
    expect(text).not.toContain(both.email)
    const sending = askRoutes({ ...app, mail: { ...app.mail, configured: true } }, workspaceRoutes)
    const configured = await sending('GET', at(agency, '/mails'), { headers: agency.headers })
    expect(await configured.text()).not.toContain(inside.email)
  })
})
