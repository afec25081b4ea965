import { sql } from 'kysely'
import { beforeAll, beforeEach, expect } from 'vitest'
import { z } from 'zod'
import { openTestApp, type TestApp } from './app.ts'
import { askRoutes, joinWorkspace, openWorkspace, type TestMember } from './members.ts'
import { bringTalk, openStudy } from './spoken-study.ts'
import { createCode } from '../src/coding/index.ts'
import { readInterview, type InterviewText } from '../src/conversations/index.ts'
import { rooms, wireRooms } from '../src/server.ts'
import { catchUp } from '../src/confidentiality/catch-up.ts'
import { Pseudonym } from '../src/confidentiality/pseudonym.schema.ts'

export const talk = `Interviewer: Who told you about the bank?
Sarah Miller: It was Gregory, my brother. Gregory's wife Annabel works in Melbourne.
Interviewer: And did you call Gregory then?
Sarah Miller: Yes, on 020 7946 0018, or gregory@miller.example, I forget.`

export const reason = { reason: 'A participant asked for her words' }

type Here = {
  app: TestApp
  ask: ReturnType<typeof askRoutes>
  owner: TestMember
  officer: TestMember
  studyId: string
}

/** A study of its own for every test of a file, with an owner and a privacy officer, and what tests do with its names. */
export function studyWithNames() {
  let here: Here
  let program: Pick<Here, 'app' | 'ask'>

  beforeAll(async () => {
    const app = await openTestApp()
    wireRooms(app)
    await app.jobs.start()
    const ask = askRoutes(
      app,
      rooms.flatMap((room) => room.routes),
    )
    program = { app, ask }
  })

  beforeEach(async () => {
    const owner = await openWorkspace(program.app)
    const { workspaceId } = owner
    const officer = await joinWorkspace(program.app, { workspaceId, role: 'privacy officer' })
    const { studyId } = await openStudy(program.app, owner)
    here = { ...program, owner, officer, studyId }
  })

  const base = () => `/api/w/${here.owner.workspaceId}/studies/${here.studyId}`

  /** Reads through and carries out all that is due, as the job does. */
  async function settle(): Promise<void> {
    while (await catchUp(here.app, { workspaceId: here.owner.workspaceId, most: 5 }));
  }

  async function bring(given: { talk: string; title?: string } = { talk }): Promise<InterviewText> {
    const interview = await bringTalk(here.app, here.owner, { studyId: here.studyId, ...given })
    await settle()
    return interview
  }

  async function list(state: string, who = here.owner): Promise<Pseudonym[]> {
    const answer = await here.ask('GET', `${base()}/pseudonyms?state=${state}&limit=200`, {
      headers: who.headers,
    })
    return z.object({ items: z.array(Pseudonym) }).parse(await answer.json()).items
  }

  async function found(text: string, state = 'proposed'): Promise<Pseudonym> {
    const one = (await list(state)).find(({ original }) => original === text)
    if (!one) throw new Error(`${text} is not on the list`)
    return one
  }

  const sendDecisions = (decisions: object[]) =>
    here.ask('POST', `${base()}/pseudonyms/decisions`, { headers: here.owner.headers, body: { decisions } })

  /** Decides by what stands in the text. */
  async function decide(text: string, change: { state?: string; pseudonym?: string } = {}) {
    const { pseudonymId, version } = await found(text)
    return sendDecisions([{ pseudonymId, version, state: 'accepted', ...change }])
  }

  async function acceptAll(): Promise<void> {
    const decisions = (await list('proposed')).map(({ pseudonymId, version }) => ({
      pseudonymId,
      version,
      state: 'accepted',
    }))
    expect((await sendDecisions(decisions)).status).toBe(200)
  }

  async function textOf(interviewId: string): Promise<string> {
    const interview = await readInterview(here.app.pg, { workspaceId: here.owner.workspaceId, interviewId })
    return interview?.utterances.map(({ text }) => text).join('\n') ?? ''
  }

  /** The privacy officer puts back what stood there. */
  async function restore(pseudonym: string): Promise<void> {
    const one = (await list('accepted')).find((listed) => listed.pseudonym === pseudonym)
    const answer = await here.ask('POST', `${base()}/pseudonyms/${one?.pseudonymId}/restore`, {
      headers: here.officer.headers,
      body: { version: one?.version, ...reason },
    })
    expect(answer.status).toBe(204)
  }

  /** As the owner does: a path in the workspace. */
  async function send(path: string, body: object, method: 'POST' | 'PUT' | 'PATCH' = 'POST') {
    const { ask, owner } = here
    const answer = await ask(method, `/api/w/${owner.workspaceId}${path}`, { headers: owner.headers, body })
    expect(answer.status).toBeLessThan(300)
    return answer
  }

  const writeMemo = (text: string, about: object = { kind: 'study', id: here.studyId }) =>
    send('/memos', { about, text })

  /** A code of the study, as a member makes it. */
  function makeCode(code: { name: string; description: string; example?: string }) {
    const { app, owner, studyId } = here
    const { workspaceId, actor } = owner
    return createCode(app, { workspaceId, actor, studyId, code: { colour: 'teal', ...code } })
  }

  /** What codes of the study are called and say. */
  async function codes(): Promise<string[]> {
    const { rows } = await sql<{ words: string }>`
      select concat_ws(' / ', name, description, example) as words from codes where study_id = ${here.studyId} order by id`.execute(
      here.app.pg,
    )
    return rows.map(({ words }) => words)
  }

  const names = { settle, bring, list, found, decide, acceptAll, textOf, restore }
  return { here: () => here, base, send, writeMemo, makeCode, codes, ...names }
}
