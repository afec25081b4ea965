import { z } from 'zod'
import { Problem, fileAnswer, pageOf, PageQuery, route, tableTypes, type App } from '../platform/index.ts'
import { member, memberOrKey, open, signedIn, type Actor } from './access.ts'
import { audit } from './audit.ts'
import { AuditQuery, AuditRow, MailRow, auditAsCsv, listAudit, listMails } from './audit-trail.ts'
import type { SignedIn } from './auth.ts'
import { KeyId, WorkspaceId } from './ids.ts'
import { createKey, listKeys, revokeKey } from './keys.ts'
import { Language } from './language.ts'
import { PermissionName } from './roles.ts'
import { isSetUp, setUp } from './setup.ts'
import { Email, Password } from './users.ts'
import { createWorkspace, workspaceSettings } from './workspace.ts'

const inWorkspace = z.object({ workspaceId: WorkspaceId })
const Name = z.string().trim().min(1).max(120)
const Settings = z.object({
  name: z.string(),
  minimumGroup: z.int(),
  isSample: z.boolean(),
  createdAt: z.string(),
})

export const setupRoutes = [
  route('GET /api/setup', {
    summary: 'Whether this installation still has to be set up',
    access: open('nobody can sign in before the setup'),
    answer: z.object({ isSetUp: z.boolean() }),
    handle: async ({ app }) => ({ isSetUp: await isSetUp(app.pg) }),
  }),
  route('POST /api/setup', {
    summary: 'Make the first user, workspace and keys, by the setup token',
    access: open('the setup token is the proof'),
    body: z.object({
      token: z.string().min(1).max(200),
      email: Email,
      password: Password,
      workspace: Name,
      name: Name.optional(),
      language: Language.default('en'),
    }),
    answer: z.object({ workspaceId: z.uuid(), writeKey: z.string(), secretKey: z.string() }),
    handle: ({ app, body, ip }) => setUp(app, { ...body, ip }),
  }),
  route('POST /api/workspaces', {
    summary: 'Make another workspace; for owners of one',
    access: signedIn(),
    body: z.object({ name: Name }),
    answer: z.object({ workspaceId: z.uuid() }),
    handle: async ({ app, actor, body }) => {
      await requireOwner(app, actor)
      return createWorkspace(app, { name: body.name, owner: actor })
    },
  }),
]

export const settingsRoutes = [
  route('GET /api/w/{workspaceId}', {
    summary: 'The settings of a workspace',
    access: memberOrKey('workspace.read'),
    params: inWorkspace,
    answer: Settings,
    handle: async ({ app, params }) => {
      const settings = await workspaceSettings(app, params.workspaceId)
      return { ...settings, createdAt: settings.createdAt.toISOString() }
    },
  }),
  route('PATCH /api/w/{workspaceId}', {
    summary: 'Change the settings of a workspace',
    access: memberOrKey('workspace.manage'),
    params: inWorkspace,
    body: z.object({ name: Name.optional(), minimumGroup: z.int().min(5).max(10_000).optional() }),
    handle: async ({ app, params, body, actor }) => {
      await changeWorkspace(app, { ...params, ...body, actor })
      return undefined
    },
  }),
]

export const keyRoutes = [
  route('GET /api/w/{workspaceId}/keys', {
    summary: 'The keys, without the keys themselves',
    access: memberOrKey('keys.read'),
    params: inWorkspace,
    answer: z.object({
      keys: z.array(
        z.object({
          keyId: z.uuid(),
          kind: z.enum(['write', 'secret']),
          name: z.string(),
          hint: z.string(),
          scopes: z.array(PermissionName),
          sourceId: z.uuid().nullable(),
          createdAt: z.string(),
          lastUsedAt: z.string().nullable(),
          revokedAt: z.string().nullable(),
        }),
      ),
    }),
    handle: async ({ app, params }) => ({ keys: await listKeys(app.pg, params.workspaceId) }),
  }),
  route('POST /api/w/{workspaceId}/keys', {
    summary: 'Make a key; the answer is the only place it is ever shown',
    access: memberOrKey('keys.manage'),
    params: inWorkspace,
    body: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('write'), name: Name }),
      z.object({ kind: z.literal('secret'), name: Name, scopes: z.array(PermissionName).min(1) }),
    ]),
    answer: z.object({ keyId: z.uuid(), key: z.string() }),
    handle: ({ app, params, body, actor }) => createKey(app, { ...params, actor, key: body }),
  }),
  route('DELETE /api/w/{workspaceId}/keys/{keyId}', {
    summary: 'Revoke a key; it stops within seconds',
    access: memberOrKey('keys.manage'),
    params: inWorkspace.extend({ keyId: KeyId }),
    handle: async ({ app, params, actor }) => {
      await revokeKey(app, { ...params, actor })
      return undefined
    },
  }),
]

export const trailRoutes = [
  route('GET /api/w/{workspaceId}/audit', {
    summary: 'Who changed and who read personal data',
    access: memberOrKey('audit.read'),
    params: inWorkspace,
    query: AuditQuery,
    answer: pageOf(AuditRow),
    handle: ({ app, actor, query }) => listAudit(app, { actor, query }),
  }),
  route('GET /api/w/{workspaceId}/audit.csv', {
    summary: 'The audit trail as CSV',
    sends: ['text/csv'],
    access: memberOrKey('audit.read'),
    params: inWorkspace,
    query: AuditQuery.omit({ limit: true, cursor: true }),
    handle: async ({ app, params: { workspaceId }, query, actor }) => {
      await audit(app, { workspaceId, actor, action: 'audit.downloaded' })
      const lines = auditAsCsv(app, { actor, query })
      return fileAnswer(lines, { name: 'audit-trail.csv', type: tableTypes.csv })
    },
  }),
  route('GET /api/w/{workspaceId}/mails', {
    summary: 'Mails of this workspace',
    access: member('outbox.read'),
    params: inWorkspace,
    query: PageQuery,
    answer: pageOf(MailRow).extend({ isSending: z.boolean() }),
    handle: async ({ app, params, query, actor }) => ({
      ...(await listMails(app, { ...params, ownerId: actor.userId, query })),
      isSending: app.mail.configured,
    }),
  }),
]

type Change = {
  workspaceId: WorkspaceId
  actor: Actor
  name?: string | undefined
  minimumGroup?: number | undefined
}

async function changeWorkspace(app: App, { workspaceId, actor, name, minimumGroup }: Change): Promise<void> {
  const changes = {
    ...(name === undefined ? {} : { name }),
    ...(minimumGroup === undefined ? {} : { minimum_group: minimumGroup }),
  }
  if (Object.keys(changes).length === 0) return
  await app.pg.transaction().execute(async (tx) => {
    await tx.updateTable('workspaces').set(changes).where('id', '=', workspaceId).execute()
    const detail = { changed: Object.keys(changes), ...(minimumGroup === undefined ? {} : { minimumGroup }) }
    await audit(tx, { workspaceId, actor, action: 'workspace.changed', detail })
  })
}

async function requireOwner(app: App, user: SignedIn): Promise<void> {
  const owned = await app.pg
    .selectFrom('members')
    .select('id')
    .where('user_id', '=', user.userId)
    .where('role', '=', 'owner')
    .limit(1)
    .executeTakeFirst()
  if (owned) return
  throw new Problem({
    id: 'not-allowed',
    status: 403,
    detail: 'Only an owner of a workspace can make another one. Ask an owner.',
  })
}
