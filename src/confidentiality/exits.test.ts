import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openTestApp, type TestApp } from '../../test/app.ts'
import {
  askRoutes,
  issueSecretKey,
  joinWorkspace,
  openWorkspace,
  type TestMember,
} from '../../test/members.ts'
import { sampleInput } from '../../test/sample-input.ts'
import { bringTalk, openStudy, passageOf } from '../../test/spoken-study.ts'
import { markPassages } from '../coding/index.ts'
import type { Route } from '../platform/index.ts'
import { rooms, wireRooms } from '../server.ts'
import { PermissionName, RoleName } from '../workspace/index.ts'
import { catchUp } from './catch-up.ts'
import { Pseudonym } from './pseudonym.schema.ts'

const reads = rooms
  .flatMap((room) => room.routes)
  .filter(({ key }) => key.startsWith('GET /api/w/{workspaceId}'))

let app: TestApp
let ask: ReturnType<typeof askRoutes>
let owner: TestMember
let ids: Record<string, string>

/** A name that no file, label or word of the program holds. */
const secret = 'Annabel'

beforeAll(async () => {
  app = await openTestApp()
  wireRooms(app)
  ask = askRoutes(
    app,
    rooms.flatMap((room) => room.routes),
  )
  owner = await openWorkspace(app)
  const { workspaceId, actor } = owner
  const { studyId } = await openStudy(app, owner)
  const interview = await bringTalk(app, owner, {
    studyId,
    title: `With ${secret}`,
    talk: `Interviewer: Who helped you, ${secret}?\n${secret} Brown: My sister said: ${secret}, go to the bank. ${secret}'s bank was kind.`,
  })
  const { interviewId } = interview
  const { codeIds, highlightIds } = await markPassages(app, {
    workspaceId,
    actor,
    interviewId,
    passages: [passageOf(interview, `${secret}, go to the bank`)],
    codeIds: [],
    newCode: { name: `${secret}, go to the bank`, description: '', colour: 'teal', origin: 'in vivo' },
  })
  await ask('PUT', `/api/w/${workspaceId}/highlights/${highlightIds[0]}/note`, {
    headers: owner.headers,
    body: { note: `What ${secret} means`, before: '' },
  })
  for (const about of [
    { kind: 'study', id: studyId },
    { kind: 'interview', id: interviewId },
    { kind: 'code', id: codeIds[0] },
  ])
    await ask('POST', `/api/w/${workspaceId}/memos`, {
      headers: owner.headers,
      body: { about, text: `${secret} is who it is about` },
    })
  const speaker = interview.speakers.find(({ role }) => role === 'participant')
  ids = {
    workspaceId,
    studyId,
    interviewId,
    codeId: codeIds[0] ?? '',
    highlightId: highlightIds[0] ?? '',
    participantId: speaker?.participantId ?? '',
    personId: speaker?.personId ?? '',
    utteranceId: interview.utterances[1]?.utteranceId ?? '',
  }
  while (await catchUp(app, { workspaceId, most: 5 }));
})

/** Everything a route answers to somebody, unpacked where it is an archive; empty where they are not let in. */
async function readBy(route: Route, headers: Record<string, string>): Promise<string> {
  const { params, query } = route.spec
  const values: Record<string, unknown> = {
    ...Object(params instanceof z.ZodType ? sampleInput(params) : {}),
    ...ids,
  }
  const path = route.key
    .replace('GET ', '')
    .replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values[name])))
  const asked = query instanceof z.ZodType ? askedOf(query) : {}
  const answer = await ask('GET', `${path}?${new URLSearchParams(asked)}`, { headers })
  if (answer.status !== 200) return ''
  const bytes = new Uint8Array(await answer.arrayBuffer())
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return new TextDecoder().decode(bytes)
  return Object.values(unzipSync(bytes))
    .map((file) => strFromU8(file))
    .join('\n')
}

/** What a query needs, the study where it takes one, and the name where it takes words to look for. */
function askedOf(query: z.ZodType): Record<string, string> {
  const names = query instanceof z.ZodObject ? Object.keys(query.shape) : []
  const given: Record<string, unknown> = { ...Object(sampleInput(query)) }
  for (const name of names) {
    if (name in ids) given[name] = ids[name]
    if (['q', 'text', 'words', 'term', 'stem', 'form'].includes(name)) given[name] = secret
    if (name === 'since') delete given[name]
  }
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)]))
}

async function everybody(): Promise<[who: string, headers: Record<string, string>][]> {
  const { workspaceId } = owner
  const members = await Promise.all(
    RoleName.options.map(async (role): Promise<[string, Record<string, string>]> => [
      role,
      (await joinWorkspace(app, { workspaceId, role })).headers,
    ]),
  )
  const { headers } = await issueSecretKey(app, { workspaceId, scopes: PermissionName.options })
  return [...members, ['a key that may everything', headers]]
}

/** Who finds the name in what. Echoes of what was asked for are no find. */
async function leaks(): Promise<string[]> {
  const found: string[] = []
  for (const [who, headers] of await everybody())
    for (const route of reads) {
      const told = (await readBy(route, headers)).replaceAll(
        new RegExp(`"(?:q|text|words|term|missing)":\\s*(?:\\[[^\\]]*\\]|"${secret}")`, 'gi'),
        '',
      )
      if (told.toLowerCase().includes(secret.toLowerCase())) found.push(`${who}: ${route.key}`)
    }
  return found
}

describe('a name that is replaced', () => {
  test('was in many answers before, and is in none for anybody afterwards', async () => {
    const before = await leaks()
    for (const exit of [
      'researcher: GET /api/w/{workspaceId}/interviews/{interviewId}/transcript',
      'researcher: GET /api/w/{workspaceId}/search',
      'researcher: GET /api/w/{workspaceId}/coding/project',
      'researcher: GET /api/w/{workspaceId}/coding/quotes',
      'marketer: GET /api/w/{workspaceId}/codes/{codeId}/quotes',
      'viewer: GET /api/w/{workspaceId}/interviews',
      'researcher: GET /api/w/{workspaceId}/studies/{studyId}/memos',
      'researcher: GET /api/w/{workspaceId}/studies/{studyId}/memos/file',
    ])
      expect(before).toContain(exit)
    const path = `/api/w/${ids['workspaceId']}/studies/${ids['studyId']}/pseudonyms`
    const list = await ask('GET', `${path}?state=proposed&limit=200`, { headers: owner.headers })
    const { items } = z.object({ items: z.array(Pseudonym) }).parse(await list.json())
    const decisions = items.map(({ pseudonymId, version }) => ({ pseudonymId, version, state: 'accepted' }))
    expect(
      (await ask('POST', `${path}/decisions`, { headers: owner.headers, body: { decisions } })).status,
    ).toBe(200)
    expect(await leaks()).toEqual([])
  }, 240_000)
})
