import { z } from 'zod'
import { PageQuery, byteOrderMark, csvLine, cutPage, type App, type Postgres } from '../platform/index.ts'
import type { Actor } from './access.ts'
import { auditActions, auditKinds } from './audit-action.ts'
import { withSubjectNames } from './audit-subjects.ts'

/** What the audit trail may be narrowed to. */
export const AuditQuery = PageQuery.extend({
  kind: z.enum(auditKinds).optional(),
  actorId: z.string().max(80).optional(),
  subjectKind: z.string().max(40).optional(),
  subjectId: z.string().max(80).optional(),
  from: z.iso.datetime().optional(),
  until: z.iso.datetime().optional(),
})
export type AuditQuery = z.output<typeof AuditQuery>

export const AuditRow = z.object({
  id: z.int(),
  at: z.string(),
  actor: z.object({ kind: z.string(), id: z.string().nullable(), name: z.string().nullable() }),
  action: z.string(),
  /** `name`: what it is called now, where this reader may see it and it is still there. */
  subject: z.object({ kind: z.string(), id: z.string(), name: z.string().nullable() }).nullable(),
  purpose: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
})

/** The audit trail of a workspace, newest first, as this reader may see it. */
export async function listAudit(app: App, { actor, query }: { actor: Actor; query: AuditQuery }) {
  const page = await pageOfTrail(app.pg, { workspaceId: actor.workspaceId, query })
  return { ...page, items: await withSubjectNames(app, { actor, rows: page.items.map(asAuditRow) }) }
}

async function pageOfTrail(pg: Postgres, { workspaceId, query }: { workspaceId: string; query: AuditQuery }) {
  let rows = pg.selectFrom('audit').selectAll().where('workspace_id', '=', workspaceId)
  const before = z.coerce.number().int().positive().safeParse(query.cursor)
  if (before.success) rows = rows.where('id', '<', before.data)
  if (query.kind !== undefined) rows = rows.where('action', 'in', auditActions[query.kind])
  if (query.actorId !== undefined) rows = rows.where('actor_id', '=', query.actorId)
  if (query.subjectKind !== undefined) rows = rows.where('subject_kind', '=', query.subjectKind)
  if (query.subjectId !== undefined) rows = rows.where('subject_id', '=', query.subjectId)
  if (query.from !== undefined) rows = rows.where('at', '>=', new Date(query.from))
  if (query.until !== undefined) rows = rows.where('at', '<', new Date(query.until))
  const found = await rows
    .orderBy('id', 'desc')
    .limit(query.limit + 1)
    .execute()
  return cutPage(found, query.limit, (row) => String(row.id))
}

/** The same as lines of CSV for whoever examines it elsewhere: codes and ids as they are kept, all pages, with what the
 * ids are called now. */
export async function* auditAsCsv(
  app: App,
  { actor, query }: { actor: Actor; query: Omit<AuditQuery, 'limit' | 'cursor'> },
): AsyncGenerator<string> {
  const head = ['time', 'actor kind', 'actor', 'actor id', 'action', 'subject kind', 'subject id']
  yield byteOrderMark + csvLine([...head, 'subject', 'purpose', 'detail'])
  let cursor: string | null = ''
  while (cursor !== null) {
    const page: Awaited<ReturnType<typeof listAudit>> = await listAudit(app, {
      actor,
      query: { ...query, limit: 1000, ...(cursor === '' ? {} : { cursor }) },
    })
    for (const { at, actor, action, subject, purpose, detail } of page.items) {
      const who = [actor.kind, actor.name ?? '', actor.id ?? '']
      const whom = [subject?.kind ?? '', subject?.id ?? '', subject?.name ?? '', purpose ?? '']
      yield csvLine([at, ...who, action, ...whom, JSON.stringify(detail)])
    }
    cursor = page.next
  }
}

function asAuditRow(row: {
  id: number
  at: Date
  actor_kind: string
  actor_id: string | null
  actor_name: string | null
  action: string
  subject_kind: string | null
  subject_id: string | null
  purpose: string | null
  detail: unknown
}) {
  return {
    id: row.id,
    at: row.at.toISOString(),
    actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
    action: row.action,
    subject:
      row.subject_kind === null || row.subject_id === null
        ? null
        : { kind: row.subject_kind, id: row.subject_id },
    purpose: row.purpose,
    detail: z.record(z.string(), z.unknown()).catch({}).parse(row.detail),
  }
}

export const MailRow = z.object({
  mailId: z.uuid(),
  to: z.string(),
  subject: z.string(),
  body: z.string(),
  at: z.string(),
  state: z.enum(['sent', 'failed', 'waiting', 'not sent']),
})

/**
 * The mails an owner may read, newest first: those of the workspace, and, while no mail server is configured, password
 * mails of members all of whose workspaces this owner owns too (a link that opens anything else is not theirs to see).
 */
export async function listMails(
  app: App,
  { workspaceId, ownerId, query }: { workspaceId: string; ownerId: string; query: PageQuery },
) {
  const before = z.uuid().safeParse(query.cursor)
  let rows = app.pg
    .selectFrom('mails')
    .select(['id', 'recipient', 'subject', 'body', 'created_at', 'sent_at', 'error'])
    .where((where) =>
      where.or([
        where('workspace_id', '=', workspaceId),
        where.and([
          where('workspace_id', 'is', null),
          where.val(!app.mail.configured),
          where('recipient', 'in', wardsOf(app.pg, { workspaceId, ownerId })),
        ]),
      ]),
    )
  if (before.success) rows = rows.where('id', '<', before.data)
  const found = await rows
    .orderBy('id', 'desc')
    .limit(query.limit + 1)
    .execute()
  const page = cutPage(found, query.limit, (row) => row.id)
  const items = page.items.map((row) => ({
    mailId: row.id,
    to: row.recipient,
    subject: row.subject,
    body: app.mail.configured ? withoutLinks(row.body) : row.body,
    at: row.created_at.toISOString(),
    state: mailState(app, row),
  }))
  return { ...page, items }
}

/** Addresses of members whose every workspace this owner owns. */
function wardsOf(pg: Postgres, { workspaceId, ownerId }: { workspaceId: string; ownerId: string }) {
  return pg
    .selectFrom('members as ward')
    .innerJoin('users', 'users.id', 'ward.user_id')
    .select('users.email')
    .where('ward.workspace_id', '=', workspaceId)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('members as elsewhere')
            .select('elsewhere.id')
            .whereRef('elsewhere.user_id', '=', 'ward.user_id')
            .where((inner) =>
              inner.not(
                inner.exists(
                  inner
                    .selectFrom('members as mine')
                    .select('mine.id')
                    .whereRef('mine.workspace_id', '=', 'elsewhere.workspace_id')
                    .where('mine.user_id', '=', ownerId)
                    .where('mine.role', '=', 'owner'),
                ),
              ),
            ),
        ),
      ),
    )
}

function mailState(app: App, row: { sent_at: Date | null; error: string | null }) {
  if (row.sent_at) return 'sent' as const
  if (row.error !== null) return 'failed' as const
  return app.mail.configured ? ('waiting' as const) : ('not sent' as const)
}

/** Who got a mail holds its link; nobody else needs it. */
function withoutLinks(body: string): string {
  return body.replaceAll(/#token=[\w-]+/g, '#token=…')
}
