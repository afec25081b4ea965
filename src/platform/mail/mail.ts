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
 * again may help. `under way`: another part or copy of the program is sending it. `unknown`: it was given away, and no answer came; it is
 * not sent again, so that nobody gets it twice.
 */
export type Delivery = 'sent' | 'kept' | 'failed' | 'under way' | 'unknown'

/** A mail server that has not answered after so long has not been asked any more. */
const patienceMinutes = 10

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
      const posted = await post(pg, { letter, isConfigured: transport !== undefined })
      if ('done' in posted) return posted.done
      if (!transport) return 'kept'
      const { id } = posted
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

/** Keeps a letter and takes it on, or says what became of the one of the same key. Of several who ask at once one takes it on. */
async function post(
  pg: Postgres,
  { letter, isConfigured }: { letter: Letter; isConfigured: boolean },
): Promise<Posted> {
  const { workspaceId, to, subject, body, key = null } = letter
  const began_at = isConfigured ? new Date() : null
  const made = await pg
    .insertInto('mails')
    .values({ workspace_id: workspaceId, recipient: to, subject, body, key, began_at })
    .onConflict((conflict) => conflict.column('key').where('key', 'is not', null).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made) return made
  const again = await pg
    .updateTable('mails')
    .set({ began_at, error: null })
    .where('key', '=', key)
    .where('sent_at', 'is', null)
    .where('began_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (again) return again
  const before = await pg
    .selectFrom('mails')
    .select(['sent_at', 'began_at', 'error'])
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  if (before.sent_at !== null) return { done: 'sent' }
  const isOver = before.error !== null || minutesSince(before.began_at) > patienceMinutes
  return { done: isOver ? 'unknown' : 'under way' }
}

function minutesSince(at: Date | null): number {
  return at === null ? 0 : (Date.now() - at.getTime()) / 60_000
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
