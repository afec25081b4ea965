import { sql } from 'kysely'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openTestApp, type TestApp } from '../../test/app.ts'
import { askRoutes, joinWorkspace, openWorkspace, type TestMember } from '../../test/members.ts'
import { heldByWeek, promisedPerWeek, weekAt } from './plan-weeks.ts'
import { sessionSize, studyKinds, usualFor } from './study-kinds.ts'
import { conversationRoutes, type StudyDraft } from './index.ts'

const draft: StudyDraft = {
  title: 'Why people switch bank',
  hypothesis: 'They leave because nobody answers',
  confirmation: 'Most tell of a call that nobody took',
  contradiction: 'They leave for the rate',
  mode: 'behaviour',
  language: 'en',
  bases: { conversation_analysis: 'consent', quoting: 'consent' },
}
const talk = 'Interviewer: How was it?\nMette: It was slow.\nInterviewer: Why?\nMette: Nobody answered me.'

describe('the plan of a study', () => {
  let app: TestApp
  let ask: ReturnType<typeof askRoutes>
  let owner: TestMember
  let other: TestMember

  beforeAll(async () => {
    app = await openTestApp()
    ask = askRoutes(app, conversationRoutes)
    owner = await openWorkspace(app)
    other = await openWorkspace(app, { name: 'Another client' })
  })

  const at = (path: string) => `/api/w/${owner.workspaceId}/studies${path}`
  const send = (path: string, body: unknown, method = 'POST') =>
    ask(method, at(path), { headers: owner.headers, body })
  const plan = async (given: StudyDraft): Promise<string> => {
    const answer = await send('', given)
    return z.object({ studyId: z.string() }).parse(await answer.json()).studyId
  }
  const read = async (studyId: string) =>
    z
      .object({ version: z.number(), guideVersion: z.number(), guide: z.array(z.looseObject({})) })
      .loose()
      .parse(await (await ask('GET', at(`/${studyId}`), { headers: owner.headers })).json())
  const bring = (studyId: string) =>
    send(`/${studyId}/interviews`, {
      material: { how: 'pasted', text: talk, name: 'Mette' },
      language: 'en',
    })

  test('the first conversation locks what was suspected; a later one keeps the time of the first', async () => {
    const studyId = await plan(draft)
    expect(await read(studyId)).toMatchObject({ lockedAt: null, amendments: [] })
    const open = await send(`/${studyId}/amendments`, { field: 'hypothesis', text: 'Other', why: 'New' })
    expect([open.status, await open.json()]).toMatchObject([409, { id: 'suspicion-open' }])
    expect((await bring(studyId)).status).toBe(200)
    const { lockedAt, version } = await read(studyId)
    expect(z.iso.datetime().parse(lockedAt)).toBeDefined()
    const over = await send(`/${studyId}`, { ...draft, hypothesis: 'It was the rate', version }, 'PUT')
    expect([over.status, await over.json()]).toMatchObject([409, { id: 'suspicion-locked' }])
    expect((await send(`/${studyId}`, { ...draft, target: 25, version }, 'PUT')).status).toBe(200)
    expect(await read(studyId)).toMatchObject({ hypothesis: draft.hypothesis, target: 25, lockedAt })
  })

  test('an amendment stands beside the original with its date and who wrote it', async () => {
    const studyId = await plan(draft)
    await bring(studyId)
    const amendment = { field: 'hypothesis', text: 'They leave when nobody calls back', why: 'Three said so' }
    expect((await send(`/${studyId}/amendments`, amendment)).status).toBe(204)
    expect((await send(`/${studyId}/amendments`, { ...amendment, text: ' ' })).status).toBe(400)
    expect(await read(studyId)).toMatchObject({
      hypothesis: draft.hypothesis,
      amendments: [{ ...amendment, by: owner.name }],
    })
    const foreign = `/api/w/${other.workspaceId}/studies/${studyId}/amendments`
    expect((await ask('POST', foreign, { headers: other.headers, body: amendment })).status).toBe(404)
  })

  test('a depth interview is held with one person, a focus group with several', async () => {
    const alone = await send('', { ...draft, kind: 'depth', sessionSize: 2 })
    expect([alone.status, await alone.json()]).toMatchObject([422, { id: 'session-size' }])
    const studyId = await plan({ ...draft, kind: 'focus-group', sessionSize: 8 })
    expect(await read(studyId)).toMatchObject({ kind: 'focus-group', sessionSize: 8 })
    expect(sessionSize({ kind: 'depth', asked: 8 })).toBe(1)
    for (const kind of studyKinds) {
      const { least, usual, most } = usualFor[kind].people
      expect(sessionSize({ kind, asked: null })).toBe(usual)
      expect([least <= usual, usual <= most]).toEqual([true, true])
    }
  })

  test('a plan names weeks, members and quotas, and nobody and nothing of another client', async () => {
    const colleague = await joinWorkspace(app, { workspaceId: owner.workspaceId, role: 'researcher' })
    const full = {
      ...draft,
      languages: ['da', 'en', 'da'] as const,
      quotas: [{ language: 'da' as const, count: 10 }, { count: 20 }],
      plan: { startsOn: '2026-03-02', weeks: 4, shares: [{ memberId: colleague.memberId, perWeek: 3 }] },
    }
    const studyId = z.object({ studyId: z.string() }).parse(await (await send('', full)).json()).studyId
    expect(await read(studyId)).toMatchObject({
      languages: ['da'],
      quotas: [
        { segmentId: null, language: 'da', count: 10 },
        { segmentId: null, language: null, count: 20 },
      ],
      plan: full.plan,
    })
    const stranger = {
      ...full,
      plan: { ...full.plan, shares: [{ memberId: other.memberId, perWeek: 1 }] },
    }
    expect((await send('', stranger)).status).toBe(404)
    const segment = { ...full, quotas: [{ segmentId: crypto.randomUUID(), count: 1 }] }
    expect((await send('', segment)).status).toBe(404)
    expect((await send('', { ...full, plan: { ...full.plan, startsOn: '2026-02-30' } })).status).toBe(400)
  })

  test('the tracker tells promise from what happened, by week, member and quota', async () => {
    const startsOn = '2026-03-02'
    const studyId = await plan({
      ...draft,
      quotas: [
        { language: 'en', count: 3 },
        { language: 'da', count: 2 },
      ],
      plan: { startsOn, weeks: 2, shares: [{ memberId: owner.memberId, perWeek: 2 }] },
    })
    for (const [happenedAt, text] of [
      ['2026-03-03T12:00:00Z', talk],
      ['2026-03-10T12:00:00Z', `${talk}\nMette: More.`],
      ['2026-04-10T12:00:00Z', `${talk}\nMette: Much later.`],
    ])
      await send(`/${studyId}/interviews`, {
        material: { how: 'pasted', text, name: 'Mette' },
        language: 'en',
        happenedAt,
        interviewer: { memberId: owner.memberId },
      })
    const promise = await (await ask('GET', at(`/${studyId}/promise`), { headers: owner.headers })).json()
    expect(promise).toMatchObject({
      target: 20,
      heard: 3,
      perWeek: 2,
      weeks: [
        { week: 1, from: '2026-03-02', promised: 2, held: 1 },
        { week: 2, from: '2026-03-09', promised: 2, held: 1 },
      ],
      members: [{ name: owner.name, perWeek: 2, held: 3 }],
      quotas: [
        { language: 'en', count: 3, heard: 3 },
        { language: 'da', count: 2, heard: 0 },
      ],
    })
  })

  test('weeks are counted from the day it begins', () => {
    const held = ['2026-03-01T23:59:59Z', '2026-03-02T00:00:00Z', '2026-03-08T23:59:59Z'].map(
      (at) => new Date(at),
    )
    const weeks = heldByWeek({
      startsOn: '2026-03-02',
      weeks: 3,
      perWeek: 4,
      held,
      now: new Date('2026-03-09T00:00:00Z'),
    })
    expect(weeks.map(({ held: n, state }) => [n, state])).toEqual([
      [2, 'past'],
      [0, 'now'],
      [0, 'to come'],
    ])
    expect(weekAt({ startsOn: '2026-03-02' }, new Date('2026-03-01T12:00:00Z'))).toBe(0)
    expect(weekAt({ startsOn: null }, new Date())).toBeNull()
  })

  test('without shares a week promises what the target asks of it, in conversations', () => {
    const plan = { startsOn: null, weeks: 4, shares: [] }
    expect(promisedPerWeek({ kind: 'depth', sessionSize: null, target: 20, plan })).toBe(5)
    expect(promisedPerWeek({ kind: 'focus-group', sessionSize: 6, target: 24, plan })).toBe(1)
    expect(promisedPerWeek({ kind: 'open-survey', sessionSize: null, target: 201, plan })).toBe(51)
  })

  test('of two who write a guide at once the slower is told, and the plan has a version of its own', async () => {
    const studyId = await plan(draft)
    const write = (title: string) =>
      send(
        `/${studyId}/guide`,
        {
          version: 1,
          guide: [{ title, questions: ['How was it?', { text: 'And then?', probes: ['Why?'] }] }],
        },
        'PUT',
      )
    const answers = await Promise.all([write('Mine'), write('Yours')])
    expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([200, 409])
    const slower = answers.find((answer) => answer.status === 409)
    expect(await slower?.json()).toMatchObject({ id: 'guide-changed' })
    const after = await read(studyId)
    expect(after).toMatchObject({ version: 1, guideVersion: 2 })
    expect(after.guide).toMatchObject([
      {
        part: 'questions',
        questions: [
          { text: 'How was it?', probes: [] },
          { text: 'And then?', probes: ['Why?'] },
        ],
      },
    ])
    expect((await send(`/${studyId}`, { ...draft, title: 'New', version: 1 }, 'PUT')).status).toBe(200)
    expect(await read(studyId)).toMatchObject({ version: 2, guideVersion: 2, guide: after.guide })
  })

  test('a guide keeps its ids, minutes and translations; a bare question gets an id', async () => {
    const studyId = await plan(draft)
    const section = {
      id: 'a1',
      part: 'opening',
      title: 'Opening',
      say: 'Be brutally honest.',
      minutes: 5,
      translations: { da: { title: 'Indledning', say: 'Vær brutalt ærlig.' } },
      questions: [
        {
          id: 'q1',
          text: 'Who are you?',
          probes: [],
          translations: { da: { text: 'Hvem er du?', probes: [] } },
        },
      ],
    }
    await send(`/${studyId}/guide`, { version: 1, guide: [section] }, 'PUT')
    expect((await read(studyId)).guide).toEqual([section])
  })

  test('guides of before are read without loss', async () => {
    const studyId = await plan(draft)
    const before = [
      { title: 'The last time', questions: ['Tell me about it.', 'It\'s "odd" – 😀?'] },
      { title: '', questions: [] },
    ]
    await sql`update studies set guide = ${JSON.stringify(before)}::jsonb where id = ${studyId}`.execute(
      app.pg,
    )
    const others = sql`update studies set guide = '[]' where id <> ${studyId}`
    await others.execute(app.pg)
    await sql.raw(migration('0720-study-plan.pg.sql', 'update studies set guide')).execute(app.pg)
    expect((await read(studyId)).guide).toMatchObject([
      {
        title: 'The last time',
        part: 'questions',
        questions: [{ text: 'Tell me about it.' }, { text: 'It\'s "odd" – 😀?' }],
      },
      { title: '', questions: [] },
    ])
  })
})

/** The statement of a migration that begins so. */
function migration(file: string, begin: string): string {
  const text = readFileSync(join(import.meta.dirname, 'migrations', file), 'utf8')
  const from = text.indexOf(begin)
  return text.slice(from, text.indexOf(';', from) + 1)
}
