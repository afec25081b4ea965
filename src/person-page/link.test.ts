import { randomBytes, randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../test/app.ts'
import { askRoutes, joinWorkspace, openWorkspace, type TestMember } from '../../test/members.ts'
import { asMember, ownPathOf, visitor } from '../../test/own-page.ts'
import { bringTalk, openStudy } from '../../test/spoken-study.ts'
import type { InterviewText } from '../conversations/index.ts'
import { linkParticipant } from '../conversations/participants.ts'
import { linkToken, readLinkToken } from '../platform/index.ts'
import { personPageRoom, personPageRoutes } from './index.ts'
import { mailLink, revokeLink } from './links.ts'

const talk = `Interviewer: When did you last switch bank?
Mette: In spring. The app was slow.`

const what = 'person-link'

let app: TestApp
let ann: TestMember
let other: TestMember
let interview: InterviewText
let visit: ReturnType<typeof visitor>

beforeAll(async () => {
  app = await openTestApp()
  ann = await openWorkspace(app)
  other = await openWorkspace(app, { name: 'Other' })
  const { studyId } = await openStudy(app, ann)
  interview = await bringTalk(app, ann, { studyId, talk })
  visit = visitor(app)
})

const mette = () => interview.speakers[1]?.participantId ?? ''
const path = () => ownPathOf(app, { by: ann, participantId: mette() })

describe('a link', () => {
  test('is the same as long as it is in force, and holds nothing of whom it is for', async () => {
    const one = await path()
    expect(await path()).toBe(one)
    expect(one).toMatch(/^\/p\/[\w-]{65}$/)
    expect(one).not.toContain('@')
    expect(one).not.toContain(mette())
  })

  test('opens without an account, is kept by nobody and found by no search machine', async () => {
    const { status, text, headers } = await visit.open(await path())
    expect(status).toBe(200)
    expect(text).toContain('Nordlys')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('x-robots-tag')).toBe('noindex, nofollow')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(text).not.toMatch(/<script|https?:\/\//)
  })

  test('with any letter changed opens nothing, nor does one of another installation', async () => {
    const token = (await path()).slice(3)
    for (let at = 0; at < token.length; at += 7) {
      const forged = token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1)
      expect(readLinkToken(app.secret, { what, token: forged }), String(at)).toBeUndefined()
    }
    const foreign = linkToken(randomBytes(32), { what, id: randomUUID() })
    const unknown = linkToken(app.secret, { what, id: randomUUID() })
    for (const wrong of [foreign, unknown, `${token}A`, token.slice(1), 'x', '%00', '..%2F..%2Fetc'])
      expect((await visit.open(`/p/${wrong}`)).status, wrong).toBe(404)
  })

  test('says after many wrong ones that it was too often', async () => {
    const guess = () => visit.open(`/p/${linkToken(app.secret, { what, id: randomUUID() })}`)
    let last = await guess()
    for (let tries = 0; tries < 40 && last.status === 404; tries++) last = await guess()
    expect(last.status).toBe(429)
    expect((await visit.open(await path())).status).toBe(200)
  })

  test('is too old after ninety days, and a new one opens', async () => {
    const before = await path()
    const now = new Date()
    app.setNow(new Date(now.getTime() + 91 * 86_400_000))
    const old = await visit.open(before)
    expect(old.status).toBe(410)
    expect(old.text).toContain('This link no longer works')
    expect(old.text).not.toContain('slow')
    const after = await path()
    expect(after).not.toBe(before)
    expect((await visit.open(after)).status).toBe(200)
    app.setNow(now)
  })

  test('that was taken back opens nothing and changes nothing', async () => {
    const before = await path()
    await revokeLink(app, { workspaceId: ann.workspaceId, participantId: mette(), actor: asMember(ann) })
    expect((await visit.open(before)).status).toBe(410)
    expect((await visit.send(`${before}/uses/quoting`, { answer: 'no' })).status).toBe(410)
    expect((await visit.open(await path())).text).not.toContain('Taken back on')
  })

  test('of another workspace is neither made, mailed nor taken back', async () => {
    const given = { workspaceId: other.workspaceId, participantId: mette(), actor: asMember(other) }
    await expect(ownPathOf(app, { by: other, participantId: mette() })).rejects.toMatchObject({ status: 404 })
    await expect(mailLink(app, given)).rejects.toMatchObject({ status: 404 })
    await expect(revokeLink(app, given)).rejects.toMatchObject({ status: 404 })
  })

  test('is given by those who may change studies, and its state is seen by everybody who sees the study', async () => {
    const ask = askRoutes(app, personPageRoutes)
    const page = `/api/w/${ann.workspaceId}/participants/${mette()}/own-page`
    const viewer = await joinWorkspace(app, { workspaceId: ann.workspaceId, role: 'viewer' })
    expect((await ask('POST', `${page}/link`, { headers: viewer.headers })).status).toBe(403)
    const made = await ask('POST', `${page}/link`, { headers: ann.headers })
    expect(await made.json()).toMatchObject({ url: expect.stringContaining('/p/') })
    const seen = await ask('GET', page, { headers: viewer.headers })
    expect(await seen.json()).toMatchObject({ link: { mailedAt: null }, hasAddress: false, corrections: 0 })
  })

  test('goes on opening the page when two participants turn out to be one person, with what either had approved', async () => {
    personPageRoom.wire?.(app)
    const { studyId } = await openStudy(app, ann)
    const both = await bringTalk(app, ann, {
      studyId,
      talk: `${talk}\nSofie: I came with her.`,
    })
    const [, gone, stays] = both.speakers
    if (!gone?.participantId || !stays?.participantId || !stays.personId) throw new Error('nobody takes part')
    const links = [
      await ownPathOf(app, { by: ann, participantId: gone.participantId }),
      await ownPathOf(app, { by: ann, participantId: stays.participantId }),
    ]
    await visit.send(`${links[0]}/conversations/${both.interviewId}/approval`)
    const { participantId } = gone
    const { personId } = stays
    await linkParticipant(app, { workspaceId: ann.workspaceId, participantId, personId, actor: ann.actor })
    for (const link of links) {
      const opened = await visit.open(link)
      expect(opened.status).toBe(200)
      expect(opened.text).toContain('You approved it on')
    }
    expect(await ownPathOf(app, { by: ann, participantId: stays.participantId })).toBe(links[1])
    const theirs = { workspaceId: ann.workspaceId, participantId: stays.participantId, actor: asMember(ann) }
    await revokeLink(app, theirs)
    for (const link of links) expect((await visit.open(link)).status).toBe(410)
  })

  test('is not mailed where no address is known', async () => {
    const given = { workspaceId: ann.workspaceId, participantId: mette(), actor: asMember(ann) }
    await expect(mailLink(app, given)).rejects.toMatchObject({ id: 'no-address', status: 422 })
  })
})
