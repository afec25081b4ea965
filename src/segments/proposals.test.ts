import { beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../test/app.ts'
import { askRoutes, openWorkspace, type TestMember } from '../../test/members.ts'
import { defineTraits } from '../people/index.ts'
import { ProposalAnswer } from './proposal.schema.ts'
import { askProposal, makeProposal, requeueProposals } from './proposals.ts'
import { segmentsRoom } from './room.ts'
import { bringPeople, readCustomers } from './testing-people.ts'

let app: TestApp
let ask: ReturnType<typeof askRoutes>
const never = new AbortController().signal

beforeAll(async () => {
  app = await openTestApp()
  segmentsRoom.wire?.(app)
  await app.jobs.start()
  ask = askRoutes(app, segmentsRoom.routes)
})

async function proposalOf(home: TestMember, proposalId: string): Promise<ProposalAnswer> {
  const { workspaceId, headers } = home
  const answer = await ask('GET', `/api/w/${workspaceId}/segment-proposals/${proposalId}`, { headers })
  return ProposalAnswer.parse(await answer.json())
}

async function untilEnded(home: TestMember, proposalId: string): Promise<ProposalAnswer> {
  for (;;) {
    const found = await proposalOf(home, proposalId)
    if (found.state !== 'waiting' && found.state !== 'working') return found
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

async function askFor(home: TestMember, body: object): Promise<string> {
  const { workspaceId, headers } = home
  const answer = await ask('POST', `/api/w/${workspaceId}/segment-proposals`, { headers, body })
  return ((await answer.json()) as { proposalId: string }).proposalId
}

test('the bank’s customers by whether they said yes: segments, a verdict, and duration warned of', async () => {
  const home = await openWorkspace(app)
  const { workspaceId, headers } = home
  await bringPeople(app, { workspaceId, people: readCustomers('bank-additional.csv') })
  const proposalId = await askFor(home, { outcome: { column: 'y', is: 'yes' } })
  const { state, result, done, of } = await untilEnded(home, proposalId)
  expect(state).toBe('done')
  expect([done > 0, of]).toEqual([true, 100])
  expect(result?.factors).toHaveLength(3)
  expect(result?.factors).not.toContain('duration')
  expect(result?.warnings).toContainEqual({
    kind: 'leak',
    column: 'duration',
    reason: 'measured during or after',
  })
  expect([4, 5]).toContain(result?.segments.length)
  // Nobody is in the rest, so nothing small would follow from exact sizes.
  expect(result?.rest).toEqual({ people: null, isExact: false, outcome: null })
  expect(result?.audience).toMatchObject({ people: 4119, isExact: true, outcome: { yes: 451, of: 4119 } })
  const sizes = [...(result?.segments ?? []), result?.rest].map((part) => part?.people ?? 0)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(4119)
  for (const segment of result?.segments ?? []) {
    if (segment.people === null) continue
    const { low = 1, share = 0, high = 0 } = segment.heldOut ?? {}
    expect([low <= share, share <= high]).toEqual([true, true])
  }
  expect(result?.stability?.runs).toBe(100)

  // It becomes a set, keeps what was found of each segment, and loses that with the first change.
  const rules = (result?.segments ?? []).map(({ all }, index) => ({ name: `Segment ${index + 1}`, all }))
  const made = await ask('POST', `/api/w/${workspaceId}/segment-sets`, {
    headers,
    body: { name: 'Who says yes', outcome: { column: 'y', is: 'yes' }, proposalId, rules },
  })
  const set = (await made.json()) as { setId: string; version: number; segments: Kept[] }
  type Kept = { segmentId: string; name: string; all: unknown[]; evidence: unknown; people: number | null }
  expect(set.segments.every(({ evidence, people }) => (evidence === null) === (people === null))).toBe(true)
  expect(set.segments.map(({ people }) => people)).toEqual(result?.segments.map(({ people }) => people))
  const changed = set.segments.map(({ segmentId, name, all }, index) => ({
    segmentId,
    name: index === 0 ? 'Renamed' : name,
    all: index === 2 ? [{ kind: 'trait', trait: 'age', op: 'at least', value: 60 }] : all,
  }))
  const saved = await ask('PUT', `/api/w/${workspaceId}/segment-sets/${set.setId}`, {
    headers,
    body: {
      version: set.version,
      name: 'Who says yes',
      audience: [],
      outcome: { column: 'y', is: 'yes' },
      rules: changed,
    },
  })
  const after = (await saved.json()) as { segments: Kept[] }
  expect(after.segments.map(({ evidence }) => evidence !== null)).toEqual(
    set.segments.map(({ evidence }, index) => evidence !== null && index < 2),
  )
}, 120_000)

test('the same seed proposes the same; special categories are named as not permitted and never used', async () => {
  const home = await openWorkspace(app)
  const { workspaceId } = home
  await bringPeople(app, { workspaceId, people: readCustomers('mlc_churn.csv').slice(0, 1500) })
  await defineTraits(app, {
    workspaceId,
    traits: [
      {
        trait: 'total_day_minutes',
        type: 'number',
        class: 'psychographic',
        special: 'health',
        art9Ground: 'a explicit consent',
      },
      { trait: 'belief', type: 'category', class: 'psychographic', special: 'religion or belief' },
    ],
  })
  const asked = {
    workspaceId,
    audience: [],
    outcome: { column: 'churn', is: 'yes' },
    leaveOut: ['state'],
    trusted: [],
    by: 'Test',
    seed: 7,
  }
  const ids = [await askProposal(app, asked), await askProposal(app, asked)]
  const [first, second] = [await untilEnded(home, ids[0] ?? ''), await untilEnded(home, ids[1] ?? '')]
  expect(first.state).toBe('done')
  expect({ ...second.result, asOf: '' }).toEqual({ ...first.result, asOf: '' })
  expect(first.result?.factors.length).toBeGreaterThan(0)
  expect(first.result?.factors).not.toContain('total_day_minutes')
  const left = Object.fromEntries(first.result?.leftOut.map(({ column, why }) => [column, why]) ?? [])
  expect(left).toMatchObject({
    total_day_minutes: 'not permitted',
    belief: 'not permitted',
    state: 'chosen not to be used',
  })
}, 120_000)

test('a proposal is cancelled while it works, and starts again after a crash', async () => {
  const home = await openWorkspace(app)
  const { workspaceId, headers } = home
  await bringPeople(app, { workspaceId, people: readCustomers('mlc_churn.csv').slice(0, 2000) })
  const proposalId = await askFor(home, { outcome: { column: 'churn', is: 'yes' } })
  while ((await proposalOf(home, proposalId)).done === 0)
    await new Promise((resolve) => setTimeout(resolve, 50))
  await ask('POST', `/api/w/${workspaceId}/segment-proposals/${proposalId}/cancel`, { headers })
  expect((await proposalOf(home, proposalId)).state).toBe('cancelled')
  // The program died in the middle: the row still says that it works, and the job comes again.
  await app.pg
    .updateTable('segment_proposals')
    .set({ state: 'working', finished_at: null })
    .where('id', '=', proposalId)
    .execute()
  await makeProposal(app, { workspaceId, proposalId }, never)
  expect((await proposalOf(home, proposalId)).state).toBe('done')
}, 120_000)

test('says why it cannot: too few people, an outcome that is not there', async () => {
  const home = await openWorkspace(app)
  const { workspaceId } = home
  await bringPeople(app, { workspaceId, people: readCustomers('mlc_churn.csv').slice(0, 99) })
  const few = await untilEnded(home, await askFor(home, {}))
  expect([few.state, few.problem]).toEqual(['failed', 'too-few-people'])
  await bringPeople(app, { workspaceId, people: readCustomers('mlc_churn.csv').slice(0, 99) })
  const none = await untilEnded(home, await askFor(home, { outcome: { column: 'no such', is: 'yes' } }))
  expect([none.state, none.problem]).toEqual(['failed', 'no-such-outcome'])
}, 60_000)

test('a proposal kept but never queued, because the program died in between, is taken up again', async () => {
  const home = await openWorkspace(app)
  const kept = { workspace_id: home.workspaceId, seed: 1 }
  const keep = async (createdAt: Date) =>
    (
      await app.pg
        .insertInto('segment_proposals')
        .values({ ...kept, created_at: createdAt })
        .returning('id')
        .executeTakeFirstOrThrow()
    ).id
  const lost = await keep(new Date(app.clock.now().getTime() - 180_000))
  const fresh = await keep(app.clock.now())
  await requeueProposals(app)
  expect(await untilEnded(home, lost)).toMatchObject({ state: 'failed', problem: 'too-few-people' })
  expect((await proposalOf(home, fresh)).state).toBe('waiting')
})

test('the shop’s customers by whether they buy again: a rule says since or before which day, and the count agrees', async () => {
  const home = await openWorkspace(app)
  const people = readCustomers('online-retail-customers.csv').map(({ customer: _, ...traits }) => traits)
  await bringPeople(app, { workspaceId: home.workspaceId, people })
  const { workspaceId } = home
  await app.pg.updateTable('workspaces').set({ minimum_group: 5 }).where('id', '=', workspaceId).execute()
  const outcome = { column: 'bought again', is: 'yes' }
  // One seed, so that chance draws the same every time.
  const asked = {
    workspaceId,
    audience: [],
    outcome,
    leaveOut: [],
    trusted: [],
    by: home.userId,
    seed: 20261122,
  }
  const proposalId = await askProposal(app, asked)
  const { state, result } = await untilEnded(home, proposalId)
  expect(state).toBe('done')
  expect(result?.factors).toContain('last bought')
  const dated = (all: readonly object[]) => JSON.stringify(all).includes('"date"')
  const segments = result?.segments ?? []
  expect(segments.some(({ all }) => dated(all))).toBe(true)
  // ClickHouse counts whom the rules were made of, by the text of the date.
  expect(segments.reduce((sum, { people: size }) => sum + (size ?? 0), 0)).toBe(people.length)

  // When somebody bought last is no outcome: it is neither had nor reached.
  const refused = await askFor(home, { outcome: { column: 'last bought', is: '2011-08-19' } })
  expect(await untilEnded(home, refused)).toMatchObject({ state: 'failed', problem: 'no-such-outcome' })
})
