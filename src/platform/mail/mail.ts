import { createTransport } from 'nodemailer'
import type { Logger } from 'pino'
import type { Postgres } from '../store/postgres.ts'

export type Letter = { workspaceId: string | null; to: string; subject: string; body: string }

/** Mail out. Every letter is kept in the outbox page first; with SMTP configured it is also sent. */
export type Mail = {
  readonly configured: boolean
  send(letter: Letter): Promise<void>
}

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
    send: async ({ workspaceId, to, subject, body }) => {
      const row = await pg
        .insertInto('mails')
        .values({ workspace_id: workspaceId, recipient: to, subject, body })
        .returning('id')
        .executeTakeFirstOrThrow()
      if (!transport) return
      try {
        await transport.sendMail({ from, to, subject, text: body })
        await pg.updateTable('mails').set({ sent_at: new Date() }).where('id', '=', row.id).execute()
      } catch (error) {
        const kind = error instanceof Error ? error.name : 'unknown'
        log.error({ kind }, 'mail not sent')
        await pg.updateTable('mails').set({ error: kind }).where('id', '=', row.id).execute()
      }
    },
  }
}
