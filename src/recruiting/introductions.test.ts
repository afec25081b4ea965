import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../test/app.ts'
import { openWorkspace, type TestMember } from '../../test/members.ts'
import { asMember, visitor } from '../../test/own-page.ts'
import { bringRecruits, openRecruiting, pathOfInvitee } from '../../test/recruits.ts'
import { recordConsent } from '../consent/index.ts'
import { forgetPerson } from '../people/index.ts'
import { makeDraw, releaseDraw } from './draws.ts'
import { recruitingRoutes } from './index.ts'
import { introductionTree, introductionsOf, type Introduced } from './introductions.ts'
import { InviteeId } from './recruiting.schema.ts'
import { sendLetters } from './sending.ts'
import { consentVersion, inviteeWords } from './wording/words.ts'

let app: TestApp
let ann: TestMember
let visit: ReturnType<typeof visitor>
const words = inviteeWords.en

beforeAll(async () => {
  app = await openTestApp()
  visit = visitor(app, recruitingRoutes)
})
beforeEach(async () => {
  ann = await openWorkspace(app)
})

async function openAsking(emails: readonly string[]) {
  const nos = await bringRecruits(
    app,
    ann,
    emails.map((email) => ({ email, traits: {}, said: 'given' as const })),
  )
  const { studyId } = await openRecruiting(app, ann, { target: 20 })
  const at = { workspaceId: ann.workspaceId, studyId, actor: asMember(ann) }
  const { drawId } = await makeDraw(app, { ...at, each: emails.length })
  await releaseDraw(app, { ...at, drawId })
  await sendLetters(app)
  return { studyId, nos, path: await pathOfInvitee(app, { studyId, personNo: nos[0] ?? 0 }) }
}

/** Takes part, and returns the link to pass on. */
async function takePart(path: string): Promise<string> {
  await visit.send(`${path}/answers`)
  const form = { version: consentVersion, language: 'en', quoting: 'no', invitation: 'yes' }
  await visit.send(`${path}/agreement`, form)
  const { rows } = await sql<{ participant_id: string }>`
    select participant_id from invitees where participant_id is not null order by agreed_at desc limit 1`.execute(
    app.pg,
  )
  expect(rows).toHaveLength(1)
  const { text } = await visit.open(path)
  const friend = /\/r\/[\w-]{65}/.exec(text)?.[0]
  if (friend) return friend
  throw new Error('no link to pass on')
}

async function letterTo(address: string): Promise<string | undefined> {
  const { rows } = await sql<{ body: string }>`
    select body from mails where recipient = ${address} and workspace_id = ${ann.workspaceId} order by id desc limit 1`.execute(
    app.pg,
  )
  return rows[0] && /\/i\/[\w-]{65}/.exec(rows[0].body)?.[0]
}

describe('a link passed on', () => {
  test('leads a friend to a page and consent of their own, and tells neither of the other', async () => {
    const { studyId, path, nos } = await openAsking(['root@example.org'])
    const friend = await takePart(path)
    const page = await visit.open(friend)
    expect(page.status).toBe(200)
    expect(page.text).toContain(words.friendLead)
    const { rows: pseudonyms } = await sql<{
      pseudonym: string
    }>`select pseudonym from people where no = ${nos[0]}`.execute(app.pg)
    expect(page.text).not.toContain(pseudonyms[0]?.pseudonym)
    expect((await visit.send(friend, { address: 'Friend@Example.org' })).text).toContain(words.friendDone)
    // Nobody is made of an address that somebody typed.
    const people = async () =>
      (
        await sql<{
          n: number
        }>`select count(*) as n from people where workspace_id = ${ann.workspaceId}`.execute(app.pg)
      ).rows[0]?.n
    expect(await people()).toBe(1)
    await sendLetters(app)
    const own = (await letterTo('friend@example.org')) ?? ''
    expect((await visit.open(own)).status).toBe(200)
    expect(await people()).toBe(1)
    await takePart(own)
    expect(await people()).toBe(2)
    const after = await visit.open(path)
    expect(after.text).not.toMatch(/friend@example|introduced/i)
    const tree = await introductionsOf(app.pg, { workspaceId: ann.workspaceId, studyId })
    expect(tree).toMatchObject({ came: 2, introduced: 1 })
    expect(tree.roots).toEqual([expect.objectContaining({ came: 2, share: null, isDominant: false })])
    const { rows: said } = await sql<{ scope: string; channel: string; wording: string }>`
      select scope, channel, wording from consent_ledger where workspace_id = ${ann.workspaceId} and channel = 'introduction'`.execute(
      app.pg,
    )
    expect(said).toEqual([{ scope: `study:${studyId}`, channel: 'introduction', wording: words.friendDo }])
  })

  test('answers the same whoever an address belongs to, and writes to nobody who is asked, has refused, or was erased', async () => {
    const { studyId, path, nos } = await openAsking([
      'asked@example.org',
      'refused@example.org',
      'erased@example.org',
      'root2@example.org',
    ])
    const friend = await takePart(path)
    const [, refused = 0, erased = 0] = nos
    await sql`delete from invitees where study_id = ${studyId}::uuid and person_no in (${refused}, ${erased})`.execute(
      app.pg,
    )
    const entry = {
      purpose: 'invitation' as const,
      state: 'withdrawn' as const,
      happenedAt: new Date(),
      channel: 'by hand',
    }
    await recordConsent(app, {
      workspaceId: ann.workspaceId,
      entries: [{ ...entry, personNo: refused, actor: { kind: 'member' } }],
    })
    await app.pg
      .transaction()
      .execute((tx) => forgetPerson({ app, tx }, { workspaceId: ann.workspaceId, personNo: erased }))
    const { rows: before } = await sql<{
      n: number
    }>`select count(*) as n from mails where workspace_id = ${ann.workspaceId}`.execute(app.pg)
    const answers = []
    for (const who of ['asked', 'refused', 'erased'])
      answers.push((await visit.send(friend, { address: `${who}@example.org` })).text)
    expect(new Set(answers).size).toBe(1)
    await sendLetters(app)
    const { rows: after } = await sql<{
      n: number
    }>`select count(*) as n from mails where workspace_id = ${ann.workspaceId}`.execute(app.pg)
    expect(after[0]?.n).toBe(before[0]?.n)
  })

  test('sends an address one letter, however often it is typed, and forgets it after two weeks without a word', async () => {
    const { path } = await openAsking(['root3@example.org'])
    const friend = await takePart(path)
    for (let times = 0; times < 3; times++) await visit.send(friend, { address: 'often@example.org' })
    await sendLetters(app)
    const { rows } = await sql<{
      n: number
    }>`select count(*) as n from mails where recipient = 'often@example.org'`.execute(app.pg)
    expect(rows[0]?.n).toBe(1)
    const own = (await letterTo('often@example.org')) ?? ''
    app.setNow(new Date(Date.now() + 15 * 86_400_000))
    await sendLetters(app)
    app.setNow(new Date())
    expect((await visit.open(own)).status).toBe(404)
  })

  test('an address that is none is said to be none', async () => {
    const { path } = await openAsking(['root4@example.org'])
    const { status, text } = await visit.send(await takePart(path), { address: 'nobody' })
    expect(status).toBe(422)
    expect(text).toContain(words.faults.address.title)
  })
})

describe('the tree', () => {
  const person = (n: number, by: number | null, came = true): Introduced => ({
    inviteeId: idOf(n),
    pseudonym: `Person ${n}`,
    introducedBy: by === null ? null : idOf(by),
    state: came ? 'agreed' : 'invited',
    came,
  })

  test('counts a root with everybody who came through them, however far away', () => {
    const tree = introductionTree([
      person(1, null),
      person(2, 1),
      person(3, 2),
      person(4, 2, false),
      person(5, null),
    ])
    expect(tree).toMatchObject({ came: 4, introduced: 2 })
    expect(tree.roots).toEqual([
      { inviteeId: idOf(1), pseudonym: 'Person 1', came: 3, share: null, isDominant: false },
    ])
    expect(tree.rows.map(({ depth }) => depth)).toEqual([0, 1, 2, 2])
  })

  test.each([
    ['five of five', 5, 5, false],
    ['three of six', 3, 6, true],
    ['a third of nine', 3, 9, false],
    ['four of nine', 4, 9, true],
    ['four of twelve', 4, 12, false],
  ])('warns of a root with more than a third where at least six came: %s', (_, theirs, came, isDominant) => {
    const people = [person(1, null), ...Array.from({ length: theirs - 1 }, (__, at) => person(100 + at, 1))]
    const others = Array.from({ length: came - theirs }, (__, at) => person(200 + at, null))
    expect(introductionTree([...people, ...others]).roots[0]?.isDominant).toBe(isDominant)
  })

  test('tells shares from twelve people on', () => {
    const people = [person(1, null), ...Array.from({ length: 4 }, (_, at) => person(100 + at, 1))]
    const of = (others: number) =>
      introductionTree([...people, ...Array.from({ length: others }, (_, at) => person(200 + at, null))])
        .roots[0]?.share
    expect(of(6)).toBeNull()
    expect(of(7)).toBeCloseTo(5 / 12)
  })
})

function idOf(n: number): InviteeId {
  return InviteeId.parse(`00000000-0000-4000-8000-${String(n).padStart(12, '0')}`)
}
