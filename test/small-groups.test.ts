import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { recordConsent, type Purpose } from '../src/consent/index.ts'
import type { Condition } from '../src/segments/index.ts'
import { createSet, listSegments, listSets } from '../src/segments/index.ts'
import { bringPeople, type TestTraits } from '../src/segments/testing-people.ts'
import { rooms } from '../src/server.ts'
import { openTestApp, type TestApp } from './app.ts'
import { askRoutes, openWorkspace, type TestMember } from './members.ts'
import { seededRandom } from './seeded-random.ts'

/** Routes that answer with figures describing people, and what to ask them. `{…Id}` are those of the first set. */
const asked: Record<string, string | object> = {
  'GET /api/w/{workspaceId}/home': '',
  'GET /api/w/{workspaceId}/consent/purposes': '',
  'GET /api/w/{workspaceId}/segment-sets': '',
  'GET /api/w/{workspaceId}/segment-sets/{setId}': '',
  'GET /api/w/{workspaceId}/segments/{segmentId}': '',
  'GET /api/w/{workspaceId}/segments/{segmentId}/purposes': '',
  'GET /api/w/{workspaceId}/segments/{segmentId}/portrait': '',
  'GET /api/w/{workspaceId}/segment-traits': '',
  'GET /api/w/{workspaceId}/segment-trait': '?trait=job',
  'POST /api/w/{workspaceId}/segment-preview': { audience: [], rules: [[is('student')], [is('nurse')]] },
}

/** The other routes of these rooms, and why no figure of theirs describes a group. */
const elsewhere: Record<string, string> = {
  'GET /api/w/{workspaceId}/consent/bases': 'what is declared',
  'GET /api/w/{workspaceId}/segments/{segmentId}/people':
    'lists people; refused of small groups without people.read',
  'GET /api/w/{workspaceId}/segments/{segmentId}/contacts': 'lists people, for operation',
  'GET /api/w/{workspaceId}/people/{personId}/segments': 'about one person, with people.read',
  'GET /api/w/{workspaceId}/segment-events': 'names',
  'GET /api/w/{workspaceId}/segment-event': 'names',
  'GET /api/w/{workspaceId}/segment-proposals/{proposalId}': 'the same showCount, tested in segments',
  'GET /api/w/{workspaceId}/words': 'speakers of interviews, who are heard and not counted',
  'GET /api/w/{workspaceId}/words/choices': 'names',
  'GET /api/w/{workspaceId}/words/quotes': 'quotes, with their permission',
}

const looked = rooms.filter(({ name }) => ['segments', 'insights', 'consent', 'words'].includes(name))

test('every route that reads is either asked below or says why not', () => {
  const reads = looked
    .flatMap(({ routes }) => routes.map(({ key }) => key))
    .filter((key) => key.startsWith('GET ') || key.endsWith('-preview'))
  expect(reads.toSorted()).toEqual([...Object.keys(asked), ...Object.keys(elsewhere)].toSorted())
})

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})

test('no group of 1 to 49 is told, nor follows from two figures told', async () => {
  const found: Set<string>[] = []
  for (const seed of [11, 12, 13, 14]) {
    const home = await openWorkspace(app)
    const secrets = await plant(home, seed)
    found.push(tellingOf(await figuresOf(home), secrets))
  }
  // Two figures may differ by the size of a small group by chance; what tells of it does so whoever is drawn.
  const [first = new Set(), ...more] = found
  expect([...first].filter((way) => more.every((ways) => ways.has(way)))).toEqual([])
}, 110_000)

/** Which figures, alone or less another, are the size of which small group. */
function tellingOf(figures: readonly Figure[], secrets: ReadonlyMap<number, string>): Set<string> {
  expect(figures.length).toBeGreaterThan(20)
  const ways = new Set<string>()
  for (const a of figures) {
    if (secrets.has(a.value)) ways.add(`${a.path}: ${secrets.get(a.value)}`)
    for (const b of figures) {
      const secret = secrets.get(a.value - b.value)
      if (secret !== undefined) ways.add(`${a.path} - ${b.path}: ${secret}`)
    }
  }
  return ways
}

test('counts for operation are told exactly, however few', async () => {
  const home = await openWorkspace(app)
  await plant(home, 21)
  const Told = z.object({ purposes: z.array(z.object({ purpose: z.string(), may: z.number().nullable() })) })
  const answers = await Promise.all(
    (await listSegments(app, home.workspaceId)).map(async ({ segmentId }) =>
      Told.parse(await ask(home, 'GET', `/segments/${segmentId}/purposes`)),
    ),
  )
  const invited = answers.map(({ purposes }) => purposes.find(({ purpose }) => purpose === 'invitation')?.may)
  expect(invited).toEqual([38, 38, 7])
})

function is(value: string): Condition {
  return { kind: 'trait', trait: 'job', op: 'is', value }
}

/** People of which some groups are small; returns their sizes with what they are. */
async function plant(home: TestMember, seed: number): Promise<Map<number, string>> {
  const { workspaceId } = home
  const random = seededRandom(seed)
  const few = shuffled(
    Array.from({ length: 41 }, (_, at) => at + 8),
    random,
  )
  const take = () => few.pop() ?? 0
  const [nurses, refusing, unknownCity, unspoken, unknownOutcome] = [take(), take(), take(), take(), take()]
  const students = 211 + Math.floor(random() * 80)
  const jobs: [string, number][] = [
    ['student', students],
    ['pilot', 173 + Math.floor(random() * 30)],
    ['nurse', nurses],
  ]
  const people = jobs.flatMap(([job, count]) =>
    Array.from({ length: count }, (_, at): TestTraits => ({
      job,
      city: job === 'student' && at < unknownCity ? null : job === 'student' ? 'Aarhus' : 'Odense',
      loyal:
        job === 'student' && at >= students - unknownOutcome ? null : at % (job === 'pilot' ? 2 : 5) === 0,
    })),
  )
  const nos = await bringPeople(app, {
    workspaceId,
    people,
    bases: {
      analysis: { basis: 'legitimate interest' },
      conversation_analysis: { basis: 'legitimate interest' },
      email_marketing: { basis: 'consent' },
      invitation: { basis: 'consent' },
    },
  })
  // Enough refuse analysis for the whole workspace to be told, and few of them are students.
  await say(home, {
    personNos: [...nos.slice(0, refusing), ...nos.slice(students, students + 60)],
    purpose: 'analysis',
  })
  await say(home, {
    personNos: [...nos.slice(60, 60 + unspoken), ...nos.slice(students, students + 60)],
    purpose: 'conversation_analysis',
  })
  await say(home, { personNos: nos.slice(100, 138), purpose: 'invitation', state: 'given' })
  await say(home, { personNos: nos.slice(-7), purpose: 'invitation', state: 'given' })
  const rules = [
    { name: 'Students', all: [is('student')] },
    { name: 'Nurses', all: [is('nurse')] },
  ]
  const outcome = { column: 'loyal', is: 'true' } as const
  await createSet(app, { name: 'A set', audience: [], outcome, rules, workspaceId, by: home.actor })
  const others: Condition = { kind: 'trait', trait: 'job', op: 'in', values: ['student', 'pilot'] }
  const allButNurses = [{ name: 'All but nurses', all: [others] }]
  const cut = { name: 'Another cut', audience: [], outcome: null, rules: allButNurses }
  await createSet(app, { ...cut, workspaceId, by: home.actor })
  return new Map([
    [nurses, 'nurses'],
    [refusing, 'students who refused'],
    [unspoken, 'students whose words may not be analysed'],
    [unknownCity, 'students whose city is not known'],
    [unknownOutcome, 'students of whom the outcome is not known'],
  ])
}

type Said = { personNos: readonly number[]; purpose: Purpose; state?: 'given' | 'withdrawn' }

async function say(
  { workspaceId }: TestMember,
  { personNos, purpose, state = 'withdrawn' }: Said,
): Promise<void> {
  await recordConsent(app, {
    workspaceId,
    entries: personNos.map((personNo) => ({
      personNo,
      purpose,
      state,
      happenedAt: new Date('2026-11-10T10:00:00Z'),
      channel: 'by hand',
      actor: { kind: 'member' },
    })),
  })
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item)
}

type Figure = { path: string; value: number }

/** Every count of people in every answer, as the owner is told it. */
async function figuresOf(home: TestMember): Promise<Figure[]> {
  const { workspaceId } = home
  const sets = await listSets(app.pg, workspaceId)
  const found: Figure[] = []
  for (const [key, what] of Object.entries(asked)) {
    const [method = '', path = ''] = key.split(' ')
    const places = path.includes('{segmentId}')
      ? sets.flatMap(({ segments }) =>
          segments.map(({ segmentId }) => path.replace('{segmentId}', segmentId)),
        )
      : sets.map(({ setId }) => path.replace('{setId}', setId))
    for (const place of places) {
      const to = place.replace('/api/w/{workspaceId}', '') + (typeof what === 'string' ? what : '')
      const answer = await ask(home, method, to, typeof what === 'string' ? undefined : what)
      found.push(...countsIn(answer, path + (places.length > 1 ? places.indexOf(place) : '')))
    }
  }
  return found
}

/** Not counts of people; or counts for operation, which are exact; or the part of a share, which is about its n. */
const others = new Set([
  'minimum',
  'version',
  'part',
  'place',
  'tested',
  'distinct',
  'events',
  'yes',
  'heard',
  'moreSets',
])
const operation = new Set(['invitation', 'quoting', 'email_marketing', 'advertising'])

function countsIn(value: unknown, path: string): Figure[] {
  if (typeof value === 'number') return Number.isInteger(value) && value > 1 ? [{ path, value }] : []
  if (typeof value !== 'object' || value === null) return []
  const isOperation = 'purpose' in value && operation.has(String(value.purpose))
  return Object.entries(value).flatMap(([name, inside]) => {
    if (others.has(name) || (name === 'may' && isOperation)) return []
    return countsIn(inside, `${path}.${name}`)
  })
}

async function ask(home: TestMember, method: string, path: string, body?: object): Promise<unknown> {
  const routes = looked.flatMap((room) => room.routes)
  const given = { headers: home.headers, ...(body === undefined ? {} : { body }) }
  const answer = await askRoutes(app, routes)(method, `/api/w/${home.workspaceId}${path}`, given)
  expect([path, answer.status]).toEqual([path, 200])
  return answer.json()
}
