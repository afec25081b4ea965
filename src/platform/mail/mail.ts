import { createTransport } from 'nodemailer'
import type { Logger } from 'pino'
import { createHash } from 'node:crypto'
import type { Postgres } from '../store/postgres.ts'

type Letter = {
  workspaceId: string | null
  to: string
  subject: string
  body: string
  /** The same in simple HTML, for readers that show it. */
  html?: string
  /** E.g. `List-Unsubscribe`. */
  headers?: Readonly<Record<string, string>>
  /** An appointment: iCalendar text, and what is to be done with it (RFC 5546). */
  calendar?: { method: 'REQUEST' | 'CANCEL'; content: string }
  /** A letter of the same key goes out once, however often it is asked for. */
  key?: string
}

/**
 * What became of a letter. `kept`: only in the outbox page, there is no mail server. `failed`: the mail server did not take it, and asking
 * again may help. `unknown`: it was given away, and no answer came; it is not sent again, so that nobody gets it twice.
 */
export type Delivery = 'sent' | 'kept' | 'failed' | 'unknown'

/** Mail out. Every letter is kept in the outbox page first; with SMTP configured it is also sent. */
export type Mail = {
  readonly configured: boolean
  /** Whom letters come from, e.g. `samtale@example.org`. */
  readonly from: string
  send(letter: Letter): Promise<Delivery>
}

type Posted = { id: string } | { done: Delivery }

/** `smtpUrl` e.g. `smtp://user:pass@host:587`; without it letters only appear in the outbox page for owners. */
export function makeMail({
  pg,
  log,
  smtpUrl,
  from,
}: {
  pg: Postgres
  log: Logger
  smtpUrl: string | undefined
  from: string
}): Mail {
  const transport = smtpUrl ? createTransport(smtpUrl) : undefined
  return {
    configured: transport !== undefined,
    from,
    send: async (letter) => {
      const posted = await post(pg, letter)
      if ('done' in posted) return posted.done
      if (!transport) return 'kept'
      const { id } = posted
      await pg.updateTable('mails').set({ began_at: new Date(), error: null }).where('id', '=', id).execute()
      try {
        await transport.sendMail({ from, ...messageOf(letter, from) })
        await pg.updateTable('mails').set({ sent_at: new Date() }).where('id', '=', id).execute()
        return 'sent'
      } catch (error) {
        const kind = error instanceof Error ? error.name : 'unknown'
        log.error({ kind }, 'mail not sent')
        const isKnown = wasNotTaken(error)
        await pg
          .updateTable('mails')
          .set({ error: kind, ...(isKnown ? { began_at: null } : {}) })
          .where('id', '=', id)
          .execute()
        return isKnown ? 'failed' : 'unknown'
      }
    },
  }
}

/** Keeps a letter, or finds the one of the same key and says whether it may still go out. */
async function post(pg: Postgres, { workspaceId, to, subject, body, key }: Letter): Promise<Posted> {
  const made = await pg
    .insertInto('mails')
    .values({ workspace_id: workspaceId, recipient: to, subject, body, key: key ?? null })
    .onConflict((conflict) => conflict.column('key').where('key', 'is not', null).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made) return made
  const before = await pg
    .selectFrom('mails')
    .select(['id', 'sent_at', 'began_at'])
    .where('key', '=', key ?? '')
    .executeTakeFirstOrThrow()
  if (before.sent_at !== null) return { done: 'sent' }
  return before.began_at === null ? { id: before.id } : { done: 'unknown' }
}

function messageOf({ to, subject, body, html, headers, calendar, key }: Letter, from: string) {
  const domain = /@([^>\s]+)/.exec(from)?.[1] ?? 'localhost'
  return {
    to,
    subject,
    text: body,
    ...(html === undefined ? {} : { html }),
    ...(headers === undefined ? {} : { headers: { ...headers } }),
    ...(calendar === undefined
      ? {}
      : { icalEvent: { method: calendar.method, filename: 'invite.ics', content: calendar.content } }),
    // Should a letter travel twice after all, mailboxes know it again.
    ...(key === undefined
      ? {}
      : { messageId: `<${createHash('sha256').update(key).digest('hex').slice(0, 40)}@${domain}>` }),
  }
}

/** The server said no, or was never reached: no copy of the letter is under way. A connection that ends is neither. */
function wasNotTaken(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  if ('responseCode' in error && typeof error.responseCode === 'number') return true
  if ('syscall' in error && error.syscall === 'connect') return true
  return 'code' in error && typeof error.code === 'string' && beforeTheLetter.has(error.code)
}

const beforeTheLetter = new Set(['EDNS', 'EAUTH', 'EENVELOPE'])
