import { sql } from 'kysely'
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Problem, type App, type Postgres } from '../platform/index.ts'
import { countAttempt } from './attempts.ts'
import { issueKey } from './keys.ts'
import { permissionNames } from './roles.ts'
import type { Language } from './language.ts'
import { createUser, hashPassword, nameFromEmail } from './users.ts'
import { createWorkspace } from './workspace.ts'

/** The one-time token of an installation nobody has set up yet, in a file only its owner can read; undefined afterwards. */
export async function ensureSetupToken(app: App): Promise<string | undefined> {
  if (await isSetUp(app.pg)) {
    rmSync(tokenFile(app), { force: true })
    return undefined
  }
  const before = readToken(app)
  if (before !== undefined) return before
  const token = randomBytes(24).toString('base64url')
  writeFileSync(tokenFile(app), `${token}\n`, { mode: 0o600 })
  return token
}

/** Where the setup is done in a browser. The token stands behind a #, which browsers send to nobody. */
export function setupLink(app: App, token: string): string {
  return `${app.baseUrl()}/setup#token=${token}`
}

/** Whether there is a workspace already. */
export async function isSetUp(pg: Postgres): Promise<boolean> {
  const found = await pg.selectFrom('workspaces').select('id').limit(1).executeTakeFirst()
  return found !== undefined
}

type Setup = {
  token: string
  email: string
  password: string
  workspace: string
  name?: string | undefined
  language: Language
}

/**
 * Makes the first user, their workspace and its first keys, all or nothing. Throws `bad-setup-token` (403),
 * `already-set-up` (409) and `too-many-attempts` (429).
 */
export async function setUp(
  app: App,
  given: Setup & { ip: string },
): Promise<{ workspaceId: string; writeKey: string; secretKey: string }> {
  await countAttempt(app, { what: 'setup', who: given.ip, most: 10, seconds: 900 })
  checkToken(app, given.token)
  const passwordHash = await hashPassword(app, given.password)
  const made = await app.pg.transaction().execute(async (tx) => {
    // Two setups at once: the second waits here and finds the first one's workspace.
    await sql`select pg_advisory_xact_lock(7246254)`.execute(tx)
    if (await isSetUp(tx)) throw alreadySetUp()
    const { email, language } = given
    const owner = await createUser(tx, {
      email,
      language,
      passwordHash,
      name: given.name ?? nameFromEmail(email),
    })
    const { workspaceId } = await createWorkspace(tx, { name: given.workspace, owner })
    const actor = { kind: 'user' as const, ...owner }
    const write = await issueKey(tx, { workspaceId, actor, key: { kind: 'write', name: 'Website' } })
    const secret = await issueKey(tx, {
      workspaceId,
      actor,
      key: { kind: 'secret', name: 'Setup', scopes: permissionNames },
    })
    return { workspaceId, writeKey: write.key, secretKey: secret.key }
  })
  rmSync(tokenFile(app), { force: true })
  return made
}

function checkToken(app: App, presented: string): void {
  const token = readToken(app)
  if (token === undefined) throw alreadySetUp()
  const digest = (text: string) => createHash('sha256').update(text).digest()
  // Of equal length and compared in constant time, so that nothing is learnt from how long a no takes.
  if (timingSafeEqual(digest(presented.trim()), digest(token))) return
  throw new Problem({
    id: 'bad-setup-token',
    status: 403,
    detail:
      'This is not the setup token. Use the link the program printed, or the file setup-token in its data folder.',
  })
}

function readToken(app: App): string | undefined {
  if (!existsSync(tokenFile(app))) return undefined
  const token = readFileSync(tokenFile(app), 'utf8').trim()
  return token === '' ? undefined : token
}

const tokenFile = (app: App) => join(app.dataDir, 'setup-token')

const alreadySetUp = () =>
  new Problem({
    id: 'already-set-up',
    status: 409,
    detail: 'This installation is set up already. Sign in instead.',
  })
