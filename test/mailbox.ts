import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll } from 'vitest'

/** A letter as it arrived: who it went to, its head unfolded, and its parts by content type, decoded. */
export type Arrived = {
  to: string
  head: string
  subject: string
  parts: Record<string, string>
  source: string
}

export type Mailbox = {
  url: string
  arrived: Arrived[]
  /** What the server does with the next letters: takes them, refuses them, or takes them and never answers. */
  behave: (how: 'take' | 'refuse' | 'take and keep silent') => void
  lettersTo: (address: string) => Arrived[]
}

/** A real SMTP server that keeps what arrives. Closed after the file. */
export async function openMailbox(): Promise<Mailbox> {
  const arrived: Arrived[] = []
  let how: Parameters<Mailbox['behave']>[0] = 'take'
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        if (how === 'refuse') return done(Object.assign(new Error('Mailbox full'), { responseCode: 452 }))
        arrived.push(
          readLetter(session.envelope.rcptTo[0]?.address ?? '', Buffer.concat(pieces).toString('latin1')),
        )
        if (how === 'take') done()
      })
    },
  })
  server.on('error', () => undefined)
  await once(server.listen(0, '127.0.0.1'), 'listening')
  afterAll(() => new Promise<void>((resolve) => server.close(resolve)))
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    arrived,
    behave: (next) => {
      how = next
    },
    lettersTo: (address) => arrived.filter(({ to }) => to === address),
  }
}

function readLetter(to: string, source: string): Arrived {
  const { head, body } = cut(source)
  const parts: Record<string, string> = {}
  collect({ head, body }, parts)
  const subject = decodedWords(/^Subject: (.*)$/m.exec(head)?.[1] ?? '')
  return { to, head, subject, parts, source }
}

function collect({ head, body }: { head: string; body: string }, parts: Record<string, string>): void {
  const boundary = /boundary="?([^";\r\n]+)"?/i.exec(head)?.[1]
  const type = /^Content-Type: ([\w/+-]+)/im.exec(head)?.[1] ?? 'text/plain'
  if (boundary !== undefined && type.startsWith('multipart/')) {
    for (const piece of body.split(`--${boundary}`).slice(1, -1))
      collect(cut(piece.replace(/^\r\n/, '')), parts)
    return
  }
  const coding = /^Content-Transfer-Encoding: (\S+)/im.exec(head)?.[1]?.toLowerCase()
  parts[type] ??= decode(body, coding)
}

function cut(source: string): { head: string; body: string } {
  const at = source.indexOf('\r\n\r\n')
  return { head: source.slice(0, at).replaceAll(/\r\n[ \t]+/g, ' '), body: source.slice(at + 4) }
}

function decode(body: string, coding: string | undefined): string {
  if (coding === 'base64') return Buffer.from(body, 'base64').toString('utf8')
  const bytes =
    coding === 'quoted-printable'
      ? body
          .replaceAll(/=\r\n/g, '')
          .replaceAll(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
      : body
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

function decodedWords(text: string): string {
  return text
    .replaceAll(/\?= =\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, how: string, words: string) =>
      how.toLowerCase() === 'b'
        ? Buffer.from(words, 'base64').toString('utf8')
        : decode(words.replaceAll('_', ' '), 'quoted-printable'),
    )
}
