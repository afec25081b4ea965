import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'

/** What was sent: the form's fields, and the bytes of its file. */
export type SentForm = { authorization: string | undefined; fields: Record<string, string[]>; file: Buffer }

type Reply = (form: SentForm, answer: ServerResponse) => void | Promise<void>

/** A server that takes `/v1/audio/transcriptions` as OpenAI documents it; each request is answered by the next of its replies. */
export type TranscriptionServer = {
  url: string
  host: string
  received: SentForm[]
  /** What to answer to the next requests, one each; the last one is repeated. */
  replies: Reply[]
  close: () => Promise<void>
}

export async function openTranscriptionServer(): Promise<TranscriptionServer> {
  const received: SentForm[] = []
  const replies: Reply[] = []
  const server = createServer((request, answer) => {
    void (async () => {
      const form = await readForm(request)
      received.push(form)
      const reply = replies.length > 1 ? replies.shift() : replies[0]
      if (!reply) return void answer.writeHead(500).end()
      await reply(form, answer)
    })().catch(() => answer.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const host = `127.0.0.1:${port}`
  return {
    url: `http://${host}/v1/audio/transcriptions`,
    host,
    received,
    replies,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Answers with JSON. */
export const json =
  (body: unknown, status = 200): Reply =>
  (_, answer) =>
    void answer.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))

async function readForm(request: IncomingMessage): Promise<SentForm> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(Buffer.from(part as Uint8Array))
  const headers = new Headers({ 'content-type': request.headers['content-type'] ?? '' })
  // Read by the platform's own parser, which is nobody's of ours.
  const form = await new Response(Buffer.concat(parts), { headers }).formData()
  const fields: Record<string, string[]> = {}
  let file = Buffer.alloc(0)
  for (const [name, value] of form)
    if (typeof value === 'string') fields[name] = [...(fields[name] ?? []), value]
    else file = Buffer.from(await value.arrayBuffer())
  return { authorization: request.headers.authorization, fields, file }
}
