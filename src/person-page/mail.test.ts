import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../test/app.ts'
import { openWorkspace, type TestMember } from '../../test/members.ts'
import { asMember, ownPathOf, visitor } from '../../test/own-page.ts'
import { bringTalk, openStudy } from '../../test/spoken-study.ts'
import { linkParticipant } from '../conversations/participants.ts'
import { resolvePeople } from '../people/index.ts'
import { makeMail, type App } from '../platform/index.ts'
import { createSource } from '../sources/index.ts'
import { mailLink } from './links.ts'

type Arrived = { to: string[]; source: string }

let base: TestApp
let app: App
let ann: TestMember
const arrived: Arrived[] = []
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData: (stream, session, done) => {
    const parts: Buffer[] = []
    stream.on('data', (part: Buffer) => parts.push(part))
    stream.on('end', () => {
      const to = session.envelope.rcptTo.map(({ address }) => address)
      arrived.push({ to, source: Buffer.concat(parts).toString('utf8') })
      done()
    })
  },
})

beforeAll(async () => {
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const { port } = listening.address() as AddressInfo
  base = await openTestApp()
  const smtpUrl = `smtp://127.0.0.1:${port}`
  app = { ...base, mail: makeMail({ pg: base.pg, log: base.log, smtpUrl, from: 'samtale@example.org' }) }
  ann = await openWorkspace(app, { name: 'Nordlys\r\nBcc: everybody@example.org' })
})
afterAll(() => new Promise<void>((resolve) => server.close(resolve)))

test.each([
  ['da', 'Din samtale med'],
  ['de', 'Ihr Gespräch mit'],
  ['en', 'Your conversation with'],
  ['nl', 'Je gesprek met'],
  ['sv', 'Ditt samtal med'],
] as const)(
  '%s: the link arrives at the participant’s address in their language, and opens their page',
  async (language, subject) => {
    const email = `mette-${language}@example.org`
    const participantId = await participantAt(email, language)
    const { workspaceId } = ann
    await mailLink(app, { workspaceId, participantId, actor: asMember(ann) })
    const mail = arrived.find(({ to }) => to.includes(email))
    if (!mail) throw new Error('nothing arrived')
    expect(mail.to).toEqual([email])
    const head = unfolded(mail.source.slice(0, mail.source.indexOf('\r\n\r\n')))
    expect(decodedWords(head)).toContain(subject)
    expect(head).not.toMatch(/^Bcc:/m)
    const body = bodyOf(mail.source)
    const path = /http:\/\/127\.0\.0\.1:4780(\/p\/[\w-]{65})/.exec(body)?.[1]
    expect(path).toBe(await ownPathOf(app, { by: ann, participantId }))
    const page = await visitor(app).open(path ?? '')
    expect(page.status).toBe(200)
    expect(page.text).toContain(`<html lang="${language}">`)
  },
)

test('of one participant at most five an hour are sent', async () => {
  const participantId = await participantAt('often@example.org', 'en')
  const send = () => mailLink(app, { workspaceId: ann.workspaceId, participantId, actor: asMember(ann) })
  for (let times = 0; times < 5; times++) await send()
  await expect(send()).rejects.toMatchObject({ status: 429 })
})

async function participantAt(email: string, language: 'en' | 'da' | 'sv' | 'nl' | 'de'): Promise<string> {
  const { workspaceId, actor } = ann
  const { studyId } = await openStudy(app, ann, { title: `Study in ${language} for ${email}` })
  const interview = await bringTalk(app, ann, { studyId, talk: `Mette: Hej ${email}.`, language })
  const participantId = interview.speakers[0]?.participantId ?? ''
  await app.pg.updateTable('participants').set({ language }).where('id', '=', participantId).execute()
  const source = await createSource(app, {
    workspaceId,
    name: email,
    party: 'first',
    origin: 'told',
    kind: 'file',
    by: undefined,
    bases: {},
  })
  const rows = [{ identifiers: [{ kind: 'email', value: email }] }]
  const [found] = await resolvePeople(app, { workspaceId, sourceId: source.id, trust: 'trusted', rows })
  if (!found || found.state === 'refused') throw new Error('nobody was made')
  await linkParticipant(app, { workspaceId, participantId, personId: found.personId, actor })
  return participantId
}

const unfolded = (head: string) => head.replaceAll(/\r\n[ \t]+/g, ' ')

/** Encoded words of a header (RFC 2047) as they are read. */
function decodedWords(head: string): string {
  const joined = head.replaceAll(/\?=\s+=\?/g, '?==?')
  return joined.replaceAll(/=\?utf-8\?([QB])\?([^?]*)\?=/gi, (_, how: string, text: string) =>
    how.toUpperCase() === 'B'
      ? Buffer.from(text, 'base64').toString('utf8')
      : unquoted(text.replaceAll('_', ' ')),
  )
}

function bodyOf(source: string): string {
  const at = source.indexOf('\r\n\r\n')
  const body = source.slice(at + 4)
  if (/content-transfer-encoding: base64/i.test(source.slice(0, at)))
    return Buffer.from(body, 'base64').toString('utf8')
  return unquoted(body.replaceAll('=\r\n', ''))
}

function unquoted(text: string): string {
  const bytes = text.replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
