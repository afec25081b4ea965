import { beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../test/app.ts'
import { askRoutes, joinWorkspace, openWorkspace, signUp, type TestUser } from '../../test/members.ts'
import { recordConsent } from '../consent/index.ts'
import { writeFacts } from '../people/index.ts'
import { createSet, listSegments } from '../segments/index.ts'
import { studyScope } from '../consent/index.ts'
import type { SegmentId } from '../workspace/index.ts'
import { insightRoutes } from './index.ts'
import { portraitOf } from './portrait.ts'
import type { Portrait, Why } from './portrait.schema.ts'
import { openSample } from './sample/sample-workspace.ts'

let app: TestApp
let user: TestUser
let ask: ReturnType<typeof askRoutes>
let workspaceId: string
const ids = new Map<string, SegmentId>()
const farOut = () => idOf('Every day, far out')

function idOf(name: string): SegmentId {
  const id = ids.get(name)
  if (id === undefined) throw new Error(`no segment ${name}`)
  return id
}

const portrait = (segmentId: SegmentId) => portraitOf(app, { workspaceId, segmentId })

beforeAll(async () => {
  app = await openTestApp()
  ask = askRoutes(app, insightRoutes)
  user = await signUp(app)
  ;({ workspaceId } = await openSample(app, { user, language: 'en' }))
  for (const { name, segmentId } of await listSegments(app, workspaceId)) ids.set(name, segmentId)
}, 60_000)

describe('who they are', () => {
  test('the size is a share of everybody who may be analysed, with its interval', async () => {
    const { size, described, mayBe } = await portrait(farOut())
    expect(size).not.toBeNull()
    expect(size?.yes).toBe(mayBe.find(({ purpose }) => purpose === 'analysis')?.may)
    expect(size?.low).toBeLessThan(size?.share ?? 0)
    expect(size?.high).toBeGreaterThan(size?.share ?? 1)
    // 92 of them: how few may not be analysed does not follow.
    expect(described).toEqual({ people: size?.yes, isExact: false })
  })

  test('the outcome stands beside everybody’s', async () => {
    const { outcome } = await portrait(farOut())
    expect(outcome?.here.share).toBeLessThan((outcome?.everybody.share ?? 0) - 0.1)
  })

  test('what sets them apart leaves out their own rule and the outcome, and holds after correction', async () => {
    const { apart, tested, minimum } = await portrait(farOut())
    expect(apart.map((mark) => mark.name)).toContain('Booking left unfinished')
    expect(apart.length).toBeGreaterThan(1)
    for (const mark of apart) {
      expect(['weekly_km', 'workshop_km', 'service_plan']).not.toContain(mark.name)
      expect(mark.p).toBeLessThanOrEqual(0.05)
      expect(mark.here.of).toBeGreaterThanOrEqual(minimum)
      expect(mark.lift).toBeCloseTo(mark.here.share / mark.everybody.share)
    }
    expect(tested).toBeGreaterThan(apart.length)
  })

  test('a share of the portrait can be counted by hand', async () => {
    const { apart } = await portrait(farOut())
    const mark = apart.find(({ name }) => name === 'Booking left unfinished')
    expect(mark?.here.yes).toBeLessThanOrEqual(mark?.here.of ?? 0)
    expect(mark?.here.share).toBeGreaterThan(0.85)
    expect(mark?.everybody.share).toBeLessThan(0.6)
  })
})

describe('why', () => {
  test('reasons come with quotes, by pseudonym, with their place', async () => {
    const { why } = await portrait(farOut())
    const workshop = codeOf(why, 'Getting it to the workshop')
    expect(workshop.people).toBe(3)
    expect(workshop.quotes.length).toBe(2)
    for (const quote of workshop.quotes) {
      expect(quote.who).not.toMatch(/Henrik|Anne-Mette|Tom/)
      expect(quote.interviewId).toMatch(/^[\da-f-]{36}$/)
    }
  })

  test('what may no longer be quoted is counted, not shown', async () => {
    const { why } = await portrait(farOut())
    const workshop = codeOf(why, 'Getting it to the workshop')
    expect(workshop.quotable).toBe(5)
    expect(workshop.withheld).toBe(2)
    expect(JSON.stringify(why)).not.toContain('Jeg planlægger mine skoleferier')
  })

  test('who withdraws quoting is gone at the next read, and the figure says so', async () => {
    const before = codeOf((await portrait(farOut())).why, 'Would pay for coming out')
    expect(before.quotes.map(({ text }) => text).join()).toContain('flagpole')
    const who = before.quotes.find(({ text }) => text.includes('flagpole'))
    const { no, study } = await speakerOf(who?.interviewId ?? '')
    await recordConsent(app, {
      workspaceId,
      entries: [
        {
          personNo: no,
          purpose: 'quoting',
          scope: studyScope(study),
          state: 'withdrawn',
          happenedAt: new Date(Date.now() + 1000),
          channel: 'by hand',
          actor: { kind: 'person' },
        },
      ],
    })
    const after = codeOf((await portrait(farOut())).why, 'Would pay for coming out')
    expect(after.quotes.map(({ text }) => text).join()).not.toContain('flagpole')
    expect(after.quotable).toBe(before.quotable - 1)
    expect(after.withheld).toBe(before.withheld + 1)
    expect(after.people).toBe(before.people)
  })

  test('who objects to analysis is in no figure any more', async () => {
    const before = await portrait(idOf('Own hands'))
    const { no } = await speakerOf(before.heard.last[0]?.interviewId ?? '')
    await recordConsent(app, {
      workspaceId,
      entries: [
        {
          personNo: no,
          purpose: 'analysis',
          state: 'objected',
          happenedAt: new Date(Date.now() + 1000),
          channel: 'by hand',
          actor: { kind: 'person' },
        },
      ],
    })
    const after = await portrait(idOf('Own hands'))
    expect(after.size?.yes).toBe((before.size?.yes ?? 0) - 1)
    expect(after.heard.people).toBe(before.heard.people - 1)
    expect(after.described).toEqual({ people: after.size?.yes, isExact: false })
  })
})

describe('words, people to contact and what is not known', () => {
  test('words say by how many speakers, and are only indicative below twelve', async () => {
    const { words, unknown } = await portrait(idOf('Every day, close by'))
    expect(words.map((one) => one.language)).toEqual(['da', 'en'])
    for (const { words: terms } of words) for (const term of terms) expect(term.verdict).toBe('indicative')
    expect(unknown).toContain('few speakers')
  })

  test('says who of the team talked with one of them last', async () => {
    const { heard } = await portrait(farOut())
    expect(heard.people).toBe(3)
    expect(heard.last[0]?.by).toEqual(['Test Person'])
    expect(heard.last.map(({ when }) => when)).toEqual(
      heard.last
        .map(({ when }) => when)
        .toSorted()
        .reverse(),
    )
  })

  test('an empty segment has no figures, and offers what to do', async () => {
    const empty = await saveRule({ kind: 'trait', trait: 'town', op: 'is', value: 'Atlantis' })
    const found = await portrait(empty)
    expect(found.size).toBeNull()
    expect(found.outcome).toBeNull()
    expect(found.apart).toEqual([])
    expect(found.why).toEqual([])
    expect(found.unknown).toEqual(expect.arrayContaining(['too small', 'nobody heard', 'nobody to invite']))
  })

  test('a segment below the minimum shows who may be contacted and no description', async () => {
    const small = await saveRule({ kind: 'trait', trait: 'weekly_km', op: 'at least', value: 155 })
    const found = await portrait(small)
    expect(found.described).toEqual({ people: null, isExact: false })
    expect(found.size).toBeNull()
    expect(found.apart).toEqual([])
    expect(found.unknown[0]).toBe('too small')
  })

  test('passages are counted of the people that are counted', async () => {
    const of = async () => codeOf((await portrait(farOut())).why, 'Being without the bike')
    const before = await of()
    const { no: personNo, study } = await speakerOf(before.quotes[0]?.interviewId ?? '')
    const said = { purpose: 'conversation_analysis', scope: studyScope(study), channel: 'by hand' } as const
    const happenedAt = new Date(Date.now() + 1000)
    const withdrawn = {
      ...said,
      personNo,
      state: 'withdrawn',
      happenedAt,
      actor: { kind: 'person' },
    } as const
    await recordConsent(app, { workspaceId, entries: [withdrawn] })
    const after = await of()
    expect(after.people).toBe(before.people - 1)
    expect(after.passages).toBe(before.passages - 1)
    expect(after.withheld).toBe(before.withheld + 1)
  })
})

describe('over HTTP', () => {
  const path = () => `/api/w/${workspaceId}/segments/${farOut()}/portrait`

  test('nobody without a session, no role without the permission, nobody of another workspace', async () => {
    expect((await ask('GET', path())).status).toBe(401)
    const officer = await joinWorkspace(app, { workspaceId, role: 'privacy officer' })
    expect((await ask('GET', path(), { headers: officer.headers })).status).toBe(403)
    const stranger = await openWorkspace(app)
    expect((await ask('GET', path(), { headers: stranger.headers })).status).toBe(404)
    const elsewhere = path().replace(workspaceId, stranger.workspaceId)
    expect((await ask('GET', elsewhere, { headers: stranger.headers })).status).toBe(404)
  })

  test('reading it stands in the audit trail with the number of quotes', async () => {
    const answer = await ask('GET', path(), { headers: user.headers })
    expect(answer.status).toBe(200)
    const read: Portrait = await answer.json()
    const quotes = read.why.flatMap((code) => code.quotes).length
    const row = await app.pg
      .selectFrom('audit')
      .select(['action', 'purpose', 'detail'])
      .where('workspace_id', '=', workspaceId)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
    expect(row).toEqual({ action: 'portrait.read', purpose: 'quoting', detail: { quotes } })
  })

  test('two workspaces side by side know nothing of one another', async () => {
    const other = await signUp(app)
    const made = await openSample(app, { user: other, language: 'da' })
    const segments = await listSegments(app, made.workspaceId)
    const theirs = segments.find(({ name }) => name === 'Hver dag, langt ude')
    if (theirs === undefined) throw new Error('no segment')
    const found = await portraitOf(app, { workspaceId: made.workspaceId, segmentId: theirs.segmentId })
    expect(found.size?.yes).toBe((await portrait(farOut())).size?.yes)
    expect(found.why.map(({ name }) => name)).toContain('At få den på værksted')
    const mine = (await portrait(farOut())).why.flatMap((code) =>
      code.quotes.map((quote) => quote.highlightId),
    )
    const others = found.why.flatMap((code) => code.quotes.map((quote) => quote.highlightId))
    expect(others.length).toBeGreaterThan(0)
    expect(mine.filter((id) => others.includes(id))).toEqual([])
  }, 30_000)
})

/** The clock is not put back: these come last. */
describe('how old it is', () => {
  const after = (minutes: number) => {
    const now = new Date(Date.now() + minutes * 60_000)
    app.setNow(now)
    return now.toISOString()
  }
  const page = () => portraitOf({ ...app, patience: 10_000 }, { workspaceId, segmentId: farOut() })

  test('each figure tells its own age, and a page asks again while newer ones are read', async () => {
    const { apartAsOf } = await portrait(farOut())
    const { no: personNo } = await app.pg
      .selectFrom('people')
      .select('no')
      .where('workspace_id', '=', workspaceId)
      .orderBy('no')
      .limit(1)
      .executeTakeFirstOrThrow()
    const fact = {
      personNo,
      trait: 'bike',
      text: 'e-bike',
      num: null,
      origin: 'told',
      at: new Date(),
    } as const
    const facts = [{ ...fact, class: 'demographic' }]
    await writeFacts(app, { workspaceId, sourceId: crypto.randomUUID(), facts })
    const now = after(3)
    expect(await page()).toMatchObject({ asOf: now, apartAsOf, isRenewing: true })
    await expect.poll(page).toMatchObject({ asOf: now, apartAsOf: now, isRenewing: false })
  })

  test('what sets them apart is never older than ten minutes where reading it takes but a moment', async () => {
    await portrait(farOut())
    const now = after(26)
    expect(await page()).toMatchObject({ asOf: now, apartAsOf: now, isRenewing: false })
  })
})

function codeOf(why: readonly Why[], name: string): Why {
  const found = why.find((code) => code.name === name)
  if (found === undefined) throw new Error(`no code ${name} among ${why.map((code) => code.name).join(', ')}`)
  return found
}

async function speakerOf(interviewId: string): Promise<{ no: number; study: string }> {
  const row = await app.pg
    .selectFrom('speakers')
    .innerJoin('participants', 'participants.id', 'speakers.participant_id')
    .select(['participants.person_no as no', 'participants.study_id as study'])
    .where('speakers.interview_id', '=', interviewId)
    .executeTakeFirstOrThrow()
  return row
}

async function saveRule(
  condition: Parameters<typeof createSet>[1]['rules'][number]['all'][number],
): Promise<SegmentId> {
  const name = `Rule ${crypto.randomUUID()}`
  await createSet(app, {
    workspaceId,
    by: { kind: 'user', userId: user.userId, name: user.name },
    name,
    audience: [],
    outcome: { column: 'service_plan', is: true },
    rules: [{ name, all: [condition] }],
  })
  const found = (await listSegments(app, workspaceId)).find((segment) => segment.name === name)
  if (found === undefined) throw new Error('not saved')
  return found.segmentId
}
