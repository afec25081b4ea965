import { unzipSync } from 'fflate'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createCode, markPassages } from '../src/coding/index.ts'
import type { InterviewText } from '../src/conversations/index.ts'
import type { Route } from '../src/platform/index.ts'
import { rooms, wireRooms } from '../src/server.ts'
import { openTestApp, type TestApp } from './app.ts'
import { askRoutes, joinWorkspace, openWorkspace, type TestMember } from './members.ts'
import { makeObjects, type Objects } from './objects.ts'
import { sampleInput } from './sample-input.ts'
import { bringTalk, openStudy, passageOf } from './spoken-study.ts'

// Whatever can be read of a workspace is asked before and after a colleague codes blind, by another coder of the same round and by somebody
// outside it. Nothing may differ: neither words nor numbers.

const routes = rooms.flatMap((room) => room.routes)
/** What only reads: every GET, and what is taken out by POST. */
const exits = routes.filter(
  ({ key, spec }) =>
    key.includes('/w/{workspaceId}') &&
    !spec.access.name.startsWith('open: ') &&
    /^(member|memberOrKey):/.test(spec.access.name) &&
    (key.startsWith('GET ') || /^POST .*\/(exports?|search|query|matrix)\b/u.test(key)),
)

const talk = `Interviewer: When did you last switch bank?
Mette: In spring. The app was slow and nobody answered.
Bo: I have never switched. It is too much trouble for me.`

let app: TestApp
let ask: ReturnType<typeof askRoutes>
let ann: TestMember
let ben: TestMember
let eva: TestMember
let interview: InterviewText
let objects: Objects
let codeId: string

beforeAll(async () => {
  app = await openTestApp()
  wireRooms(app)
  ask = askRoutes(app, routes)
  ann = await openWorkspace(app)
  ben = await joinWorkspace(app, { workspaceId: ann.workspaceId, role: 'researcher' })
  eva = await joinWorkspace(app, { workspaceId: ann.workspaceId, role: 'researcher' })
  const { studyId } = await openStudy(app, ann)
  interview = await bringTalk(app, ann, { studyId, talk })
  const { workspaceId, actor } = ann
  const code = { name: 'Slow', description: '', colour: 'teal' as const }
  ;({ codeId } = await createCode(app, { workspaceId, actor, studyId: null, code }))
  const made = await makeObjects(app, ann)
  const [mette] = interview.speakers.filter(({ role }) => role === 'participant')
  objects = {
    ...made,
    studyId,
    interviewId: interview.interviewId,
    codeId,
    utteranceId: passageOf(interview, 'slow').utteranceId,
    speakerId: mette?.speakerId ?? '',
    participantId: mette?.participantId ?? '',
    personId: mette?.personId ?? '',
  }
  const begun = await ask('POST', `/api/w/${workspaceId}/studies/${studyId}/rounds`, {
    headers: ann.headers,
    body: {
      name: 'Blind',
      conversations: { interviewIds: [interview.interviewId] },
      coderIds: [ann.userId, ben.userId],
    },
  })
  const { roundId } = z.object({ roundId: z.string() }).parse(await begun.json())
  objects = { ...objects, roundId }
})

async function read(route: Route, who: TestMember): Promise<string> {
  const [method = 'GET', template = '/'] = route.key.split(' ')
  const { params, query, body } = route.spec
  const sampled = params instanceof z.ZodType ? sampleInput(params) : {}
  const values: Record<string, string | number> = {
    ...Object(sampled),
    ...objects,
    workspaceId: ann.workspaceId,
  }
  const path = template.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(values[name] ?? 'x')),
  )
  const asked = query instanceof z.ZodType ? { ...Object(sampleInput(query)), ...own(query) } : {}
  const search = new URLSearchParams(Object.entries(asked).map(([name, value]) => [name, String(value)]))
  const answer = await ask(method, search.size > 0 ? `${path}?${search}` : path, {
    headers: who.headers,
    ...(body instanceof z.ZodType ? { body: sampleInput(body) } : {}),
  })
  // Bare objects have no file behind them: their stream ends in an error.
  const bytes = Buffer.from(await answer.arrayBuffer().catch(() => new ArrayBuffer(0)))
  const text = unpacked(bytes).replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z?/gu, 'then')
  // Each line once: a copy of somebody's data lists the copies made before.
  return [answer.status, ...new Set(text.split('\n'))].join('\n')
}

/** What is in it, where it is an archive. */
function unpacked(bytes: Buffer): string {
  if (bytes.subarray(0, 2).toString() !== 'PK') return bytes.toString('utf8')
  const files = Object.entries(unzipSync(bytes))
  return files.map(([name, content]) => `${name}\n${Buffer.from(content).toString('utf8')}`).join('\n')
}

/** Filters that would show most: this study, this code, a word that was said and noted. */
function own(query: z.ZodType): Record<string, string> {
  const wanted: Record<string, string> = { q: 'slow', studyId: objects['studyId'] ?? '', codeId }
  const shape = query instanceof z.ZodObject ? Object.keys(query.shape) : []
  return Object.fromEntries(Object.entries(wanted).filter(([name]) => shape.includes(name)))
}

describe('while two code blind', () => {
  test('there is much to read, codes and their quotes among it', () => {
    expect(exits.length).toBeGreaterThan(40)
    expect(exits.map(({ key }) => key)).toContain('GET /api/w/{workspaceId}/codes/{codeId}/quotes')
  })

  test('nothing anybody else can read changes by what a coder marks and notes', async () => {
    const readAll = async () => {
      const found = new Map<string, string>()
      for (const route of exits)
        for (const [name, who] of [
          ['coder', ann],
          ['outside', eva],
        ] as const)
          found.set(`${name}: ${route.key}`, await read(route, who))
      return found
    }
    // Reading is written down, so what tells of reading is read until it stands still: twice.
    await readAll()
    const before = await readAll()
    const { highlightIds } = await markPassages(app, {
      workspaceId: ann.workspaceId,
      actor: ben.actor,
      interviewId: interview.interviewId,
      passages: [passageOf(interview, 'slow and nobody')],
      codeIds: [codeId],
    })
    const noted = await ask('PUT', `/api/w/${ann.workspaceId}/highlights/${highlightIds[0]}/note`, {
      headers: ben.headers,
      body: { note: 'slow zebra', before: '' },
    })
    expect(noted.status).toBe(204)
    const after = await readAll()
    const changed = [...after].filter(([key, text]) => text !== before.get(key)).map(([key]) => key)
    expect(changed.filter((key) => !tellsOfReading.some((part) => key.includes(part)))).toEqual([])
    for (const text of after.values()) expect(text).not.toContain('zebra')
    const own = await read(routeOf('GET /api/w/{workspaceId}/interviews/{interviewId}/highlights'), ben)
    expect(own).toContain('slow zebra')
  }, 240_000)

  test('the audit trail tells nothing of it either', async () => {
    const { rows } = await sql<{ action: string; actor_id: string }>`
      select action, actor_id from audit where workspace_id = ${ann.workspaceId}`.execute(app.pg)
    expect(rows.map(({ action }) => action)).toContain('round.begun')
    expect(rows.filter(({ actor_id }) => actor_id === ben.userId)).toEqual([])
  })
})

/** Grows by every reading. */
const tellsOfReading = ['/audit', '/coding/exports', '/requests']

function routeOf(key: string): Route {
  const found = routes.find((route) => route.key === key)
  if (!found) throw new Error(`no route ${key}`)
  return found
}
