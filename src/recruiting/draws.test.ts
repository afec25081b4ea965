import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../test/app.ts'
import { waitsFor } from '../../test/beside.ts'
import { askRoutes, openWorkspace } from '../../test/members.ts'
import { asMember } from '../../test/own-page.ts'
import { bringRecruits, openRecruiting, segmentOfJob, type Recruit } from '../../test/recruits.ts'
import { recordConsent } from '../consent/index.ts'
import { forgetPerson } from '../people/index.ts'
import { isAmong } from './candidates.ts'
import { drawPeople } from './draw.ts'
import { makeDraw, listDraws, previewDraw, releaseDraw, removeDraw } from './draws.ts'
import { recruitingRoutes } from './index.ts'
import { changeRecruitment, recruitmentOf } from './recruitment.ts'
import { sendLetters } from './sending.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})

const nurse = (at: number, given: Partial<Recruit> = {}): Recruit => ({
  email: `nurse-${at}@example.org`,
  traits: { job: 'nurse' },
  said: 'given',
  ...given,
})
const many = (count: number, make: (at: number) => Recruit) =>
  Array.from({ length: count }, (_, at) => make(at))

async function open(recruits: readonly Recruit[]) {
  const ann = await openWorkspace(app)
  const nos = await bringRecruits(app, ann, recruits)
  const segmentId = await segmentOfJob(app, ann, 'nurse')
  const quotas = [{ segmentId, language: null, count: 2 }]
  const { studyId } = await openRecruiting(app, ann, { quotas })
  const at = { workspaceId: ann.workspaceId, studyId }
  return { ann, nos, segmentId, ...at, at, draw: { ...at, actor: asMember(ann) } }
}

async function invited(studyId: string): Promise<number[]> {
  const { rows } = await sql<{ no: number }>`
    select person_no as no from invitees where study_id = ${studyId}::uuid order by person_no`.execute(app.pg)
  return rows.map(({ no }) => no)
}

describe('the filters', () => {
  test('say after each how many remain: allowed, reachable, new, rested', async () => {
    const recruits = [
      ...many(6, (at) => nurse(at)),
      nurse(6, { email: null }),
      nurse(7, { said: 'withdrawn' }),
      nurse(8, { said: 'objected' }),
      { email: 'nurse-9@example.org', traits: { job: 'nurse' } },
      { email: 'pilot@example.org', traits: { job: 'pilot' }, said: 'given' as const },
    ]
    const { ann, nos, at, draw } = await open(recruits)
    const other = await openRecruiting(app, ann, { quotas: [] })
    await sql`
      insert into invitees (workspace_id, study_id, person_no, language, state, made_at, asked_at, expires_at)
      values (${ann.workspaceId}::uuid, ${other.studyId}::uuid, ${nos[0]}, 'en', 'invited', now() - interval '5 months', now() - interval '5 months', now()),
        (${ann.workspaceId}::uuid, ${other.studyId}::uuid, ${nos[1]}, 'en', 'invited', now() - interval '7 months', now() - interval '7 months', now())`.execute(
      app.pg,
    )
    const [stratum] = await previewDraw(app, at)
    expect(stratum?.left).toEqual({ invitation: 7, address: 6, new: 6, rested: 5 })
    expect(stratum).toMatchObject({ wanted: 2, open: 2, segment: 'nurses' })
    await makeDraw(app, { ...draw, each: 1 })
    const [after] = await previewDraw(app, at)
    // Two are drawn, so they are in this study.
    expect(after?.left).toEqual({ invitation: 7, address: 6, new: 4, rested: 3 })
  })

  test('tell of few people neither how many they are nor why single ones are left out', async () => {
    const { at } = await open([
      ...many(60, (n) => nurse(n)),
      ...many(3, (n) => nurse(100 + n, { said: 'withdrawn' })),
    ])
    const [stratum] = await previewDraw(app, at)
    expect(stratum?.people).toBe(63)
    expect(stratum?.left.invitation).toBe(60)
    expect(stratum?.leftOut).toEqual([])
    expect(stratum?.fewer).toEqual([])
  })

  test('a quota of a language draws those who are said to speak it', async () => {
    const ann = await openWorkspace(app)
    const nos = await bringRecruits(app, ann, [
      { email: 'a@example.org', traits: { job: 'nurse', language: 'da' }, said: 'given' },
      { email: 'b@example.org', traits: { job: 'nurse', language: 'German' }, said: 'given' },
      { email: 'c@example.org', traits: { job: 'nurse' }, said: 'given' },
    ])
    const { studyId } = await openRecruiting(app, ann, {
      quotas: [{ segmentId: null, language: 'da', count: 3 }],
    })
    await makeDraw(app, { workspaceId: ann.workspaceId, studyId, each: 5, actor: asMember(ann) })
    expect(await invited(studyId)).toEqual([nos[0]])
  })
})

describe('a draw', () => {
  test('can be made again by its seed, and is the one that is kept', async () => {
    const { draw, at, studyId, nos } = await open(many(20, (n) => nurse(n)))
    const { drawn } = await makeDraw(app, { ...draw, each: 3, seed: 'a seed of ours' })
    expect(drawn).toBe(6)
    const { rows } = await sql<{ no: number; id: string }>`
      select no, id from people where no = any(${nos}::bigint[])`.execute(app.pg)
    const [again = []] = drawPeople(
      [{ candidates: rows.map(({ no, id }) => ({ no, personId: id })), count: 6 }],
      { seed: 'a seed of ours' },
    )
    expect(await invited(studyId)).toEqual(again.map(({ no }) => no).toSorted((a, b) => a - b))
    const [kept] = await listDraws(app, at)
    expect(kept).toMatchObject({
      seed: 'a seed of ours',
      method: 'sha256-rank-1',
      drawnBy: 'Owner',
      waiting: 6,
      languages: ['en'],
    })
    expect(kept?.strata).toEqual([
      expect.objectContaining({ segment: 'nurses', open: 2, candidates: 20, drawn: 6 }),
    ])
  })

  test('writes to nobody before a member lets the letters go, and can be taken back until then', async () => {
    const { draw, at, studyId } = await open(many(5, (n) => nurse(n)))
    const { drawId } = await makeDraw(app, { ...draw, each: 1 })
    await sendLetters(app)
    expect(await lettersOf(at.workspaceId)).toBe(0)
    await removeDraw(app, { ...at, drawId })
    expect(await invited(studyId)).toEqual([])
    const second = await makeDraw(app, { ...draw, each: 1 })
    expect(await releaseDraw(app, { ...draw, drawId: second.drawId })).toEqual({ letters: 2 })
    await sendLetters(app)
    expect(await lettersOf(at.workspaceId)).toBe(2)
    await expect(removeDraw(app, { ...at, drawId: second.drawId })).rejects.toMatchObject({ id: 'draw-sent' })
  })

  test('who took permission back between draw and letter is not written to', async () => {
    const { draw, at, nos } = await open(many(2, (n) => nurse(n)))
    const { drawId } = await makeDraw(app, { ...draw, each: 1 })
    const entry = { purpose: 'invitation' as const, state: 'withdrawn' as const, happenedAt: new Date() }
    const entries = [{ ...entry, personNo: nos[0] ?? 0, channel: 'by hand', actor: { kind: 'member' } }]
    await recordConsent(app, { workspaceId: at.workspaceId, entries })
    await releaseDraw(app, { ...draw, drawId })
    await sendLetters(app)
    const { rows } = await sql<{ recipient: string }>`
      select recipient from mails where workspace_id = ${at.workspaceId}`.execute(app.pg)
    expect(rows.map(({ recipient }) => recipient)).toEqual(['nurse-1@example.org'])
  })

  test('that finds nobody says so', async () => {
    const { draw } = await open([nurse(1, { said: 'withdrawn' })])
    await expect(makeDraw(app, { ...draw, each: 3 })).rejects.toMatchObject({
      id: 'nobody-to-draw',
      status: 422,
    })
  })
})

test('of two members who change how a study asks, the slower is told', async () => {
  const { ann, at } = await open([nurse(1)])
  const { mailConfigured: _mail, version, ...draft } = await recruitmentOf(app, at)
  const change = (minutes: number) =>
    changeRecruitment(app, { ...at, version, draft: { ...draft, minutes }, actor: ann.actor })
  expect(await change(45)).toEqual({ version: 1 })
  await expect(change(30)).rejects.toMatchObject({ id: 'recruiting-changed', status: 409 })
  expect((await recruitmentOf(app, at)).minutes).toBe(45)
})

test('members see those asked by pseudonym; no address leaves by any list', async () => {
  const { ann, draw, at } = await open(many(3, (n) => nurse(n)))
  const { drawId } = await makeDraw(app, { ...draw, each: 1 })
  await releaseDraw(app, { ...draw, drawId })
  await sendLetters(app)
  const ask = askRoutes(app, recruitingRoutes)
  for (const what of [
    'invitees',
    'draws',
    'introductions',
    'thanks',
    'invitee-counts',
    'recruitment',
    'candidates',
  ]) {
    const path = `/api/w/${at.workspaceId}/studies/${at.studyId}/${what}`
    const answer = await ask('GET', path, { headers: ann.headers })
    expect(answer.status, what).toBe(200)
    expect(await answer.text(), what).not.toContain('@')
  }
})

async function lettersOf(workspaceId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from mails where workspace_id = ${workspaceId}`.execute(app.pg)
  return rows[0]?.n ?? 0
}

test('who is erased while a draw is made is not in it', async () => {
  const { nos, studyId, workspaceId, draw } = await open(many(2, (at) => nurse(at)))
  const [gone = 0, stays] = nos
  const { drawing } = await app.pg.transaction().execute(async (tx) => {
    await sql`select from studies where id = ${studyId}::uuid for update`.execute(tx)
    const made = makeDraw(app, { ...draw, each: 1 })
    await waitsFor(app)
    await app.pg
      .transaction()
      .execute((own) => forgetPerson({ app, tx: own }, { workspaceId, personNo: gone }))
    return { drawing: made }
  })
  await drawing
  expect(await invited(studyId)).toEqual([stays])
})

test.each([3, 20_000])('%d people are found in the database among many, and nobody else', async (count) => {
  const nos = Array.from({ length: count }, (_, at) => 101 + at * 3)
  const { rows } = await sql<{ no: number }>`
    select p.no from generate_series(1, 80000) p (no) where ${isAmong(nos)} order by p.no`.execute(app.pg)
  expect(rows.map(({ no }) => no)).toEqual(nos)
})
