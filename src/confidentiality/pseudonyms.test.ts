import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../test/app.ts'
import { askRoutes, joinWorkspace, openWorkspace, type TestMember } from '../../test/members.ts'
import { bringTalk, openStudy, passageOf, sayOfStudy } from '../../test/spoken-study.ts'
import { createCode, listCodes, markPassages } from '../coding/index.ts'
import { correctUtterance, readInterview } from '../conversations/index.ts'
import { rooms, wireRooms } from '../server.ts'
import { catchUp } from './catch-up.ts'
import { Confidentiality, type Pseudonym } from './pseudonym.schema.ts'
import { z } from 'zod'
import { Pseudonym as PseudonymSchema } from './pseudonym.schema.ts'

let app: TestApp
let ask: ReturnType<typeof askRoutes>
let owner: TestMember
let officer: TestMember
let studyId: string

beforeAll(async () => {
  app = await openTestApp()
  wireRooms(app)
  ask = askRoutes(
    app,
    rooms.flatMap((room) => room.routes),
  )
})

beforeEach(async () => {
  owner = await openWorkspace(app)
  officer = await joinWorkspace(app, { workspaceId: owner.workspaceId, role: 'privacy officer' })
  studyId = (await openStudy(app, owner)).studyId
})

const talk = `Interviewer: Who told you about the bank?
Sarah Miller: It was Gregory, my brother. Gregory's wife Annabel works in Melbourne.
Interviewer: And did you call Gregory then?
Sarah Miller: Yes, on 020 7946 0018, or gregory@miller.example, I forget.`

/** Brings a talk in and reads it through, as the job does. */
async function bring(given: { talk: string; title?: string } = { talk }) {
  const interview = await bringTalk(app, owner, { studyId, ...given })
  while (await catchUp(app, { workspaceId: owner.workspaceId, most: 5 }));
  return interview
}

const base = () => `/api/w/${owner.workspaceId}/studies/${studyId}`

async function list(state: string, who = owner): Promise<Pseudonym[]> {
  const answer = await ask('GET', `${base()}/pseudonyms?state=${state}&limit=200`, { headers: who.headers })
  return z.object({ items: z.array(PseudonymSchema) }).parse(await answer.json()).items
}

async function found(text: string, state = 'proposed'): Promise<Pseudonym> {
  const one = (await list(state)).find(({ original }) => original === text)
  if (!one) throw new Error(`${text} is not on the list`)
  return one
}

/** Decides by what stands in the text. */
async function decide(text: string, change: { state?: string; pseudonym?: string } = {}) {
  const { pseudonymId, version } = await found(text)
  const decisions = [{ pseudonymId, version, state: 'accepted', ...change }]
  return ask('POST', `${base()}/pseudonyms/decisions`, { headers: owner.headers, body: { decisions } })
}

async function acceptAll(): Promise<void> {
  const decisions = (await list('proposed')).map(({ pseudonymId, version }) => ({
    pseudonymId,
    version,
    state: 'accepted',
  }))
  const answer = await ask('POST', `${base()}/pseudonyms/decisions`, {
    headers: owner.headers,
    body: { decisions },
  })
  expect(answer.status).toBe(200)
}

async function textOf(interviewId: string): Promise<string> {
  const interview = await readInterview(app.pg, { workspaceId: owner.workspaceId, interviewId })
  return interview?.utterances.map(({ text }) => text).join('\n') ?? ''
}

const reason = { reason: 'A participant asked for her words' }

describe('a study with names in it', () => {
  test('proposes them with how often they stand, in words around them, and a fitting pseudonym', async () => {
    await bring()
    const proposed = await list('proposed')
    expect(proposed.map(({ kind, original, places }) => `${kind} ${original} ${places}`)).toEqual([
      'name Gregory 3',
      expect.stringMatching(/^name (Sarah|Miller|Annabel) 1$/),
      expect.stringMatching(/^name (Sarah|Miller|Annabel) 1$/),
      expect.stringMatching(/^name (Sarah|Miller|Annabel) 1$/),
      'email gregory@miller.example 1',
      'phone 020 7946 0018 1',
      'place Melbourne 1',
    ])
    const gregory = await found('Gregory')
    expect(gregory.example).toMatchObject({
      before: 'It was ',
      text: 'Gregory',
      after: expect.stringContaining(', my brother.'),
    })
    expect(gregory.pseudonym).toMatch(/^\p{Lu}\p{Ll}+$/u)
    expect((await found('Sarah')).isParticipant).toBe(true)
    expect((await found('Melbourne')).pseudonym).toBe('[place 1]')
  })

  test('nothing is replaced before somebody says so', async () => {
    const { interviewId } = await bring()
    expect(await textOf(interviewId)).toContain('Gregory')
  })

  test('replaces a name everywhere, with its genitive, and moves no passage', async () => {
    const interview = await bring()
    const { interviewId } = interview
    const { codeId } = await createCode(app, {
      workspaceId: owner.workspaceId,
      actor: owner.actor,
      studyId: null,
      code: {
        name: 'Family',
        description: '',
        colour: 'teal',
        parentId: null,
        origin: 'inductive',
        example: '',
      },
    })
    for (const words of ['Gregory', 'my brother', "Gregory's wife", 'works in Melbourne'])
      await markPassages(app, {
        workspaceId: owner.workspaceId,
        actor: owner.actor,
        interviewId,
        passages: [passageOf(interview, words)],
        codeIds: [codeId],
      })
    await decide('Gregory', { pseudonym: 'Theodore Beauregard' })
    expect(await textOf(interviewId)).toContain(
      "It was Theodore Beauregard, my brother. Theodore Beauregard's wife Annabel",
    )
    const rows = await sql<{ words: string }>`
      select substr(u.text, h.start_at + 1, h.end_at - h.start_at) as words from highlights h join utterances u on u.id = h.utterance_id
      where h.interview_id = ${interviewId} and h.lost_text is null order by h.id`.execute(app.pg)
    expect(rows.rows.map(({ words }) => words)).toEqual([
      'Theodore Beauregard',
      'my brother',
      "Theodore Beauregard's wife",
      'works in Melbourne',
    ])
    const [code] = await listCodes(app.pg, { workspaceId: owner.workspaceId })
    expect(code?.passages).toBe(4)
  })

  test('what is brought in afterwards is replaced before anybody reads it, and its new names are proposed', async () => {
    await bring()
    await decide('Gregory', { pseudonym: 'Theodore' })
    const second = await bringTalk(app, owner, {
      studyId,
      talk: 'Interviewer: Who?\nGuest: GREGORY and Ludwig, gregory, Gregory’s men.',
    })
    expect(second.utterances.map(({ text }) => text).join(' ')).toBe(
      'Who? THEODORE and Ludwig, gregory, Theodore’s men.',
    )
    while (await catchUp(app, { workspaceId: owner.workspaceId, most: 5 }));
    expect((await found('Ludwig')).interviews).toBe(1)
    expect((await list('accepted')).map(({ places }) => places)).toEqual([5])
  })

  test('what is left as it is stays, and is proposed no more', async () => {
    await bring()
    await decide('Melbourne', { state: 'refused' })
    await bring({ talk: 'Interviewer: Where?\nGuest: They live in Melbourne still.' })
    expect((await list('proposed')).map(({ original }) => original)).not.toContain('Melbourne')
    expect((await found('Melbourne', 'refused')).places).toBe(1)
  })

  test('something no rule finds can be added, whole words only', async () => {
    const { interviewId } = await bring({
      talk: 'Interviewer: Who?\nGuest: the baker of the bakery, and Flat 3B.',
    })
    for (const added of [
      { text: 'the baker', kind: 'name', pseudonym: '[somebody]' },
      { text: 'Flat 3B', kind: 'place' },
    ])
      expect(
        (await ask('POST', `${base()}/pseudonyms`, { headers: owner.headers, body: added })).status,
      ).toBe(200)
    expect(await textOf(interviewId)).toBe('Who?\n[somebody] of the bakery, and [place 1].')
  })

  test('a pseudonym can be changed, and not be the name of somebody else', async () => {
    const { interviewId } = await bring()
    await decide('Gregory', { pseudonym: 'Theodore' })
    const [one] = await list('accepted')
    const change = (pseudonym: string) =>
      ask('POST', `${base()}/pseudonyms/decisions`, {
        headers: owner.headers,
        body: {
          decisions: [{ pseudonymId: one?.pseudonymId, version: one?.version, state: 'accepted', pseudonym }],
        },
      })
    expect(await (await change('Annabel')).json()).toMatchObject({ id: 'pseudonym-is-name' })
    expect((await change('Barnaby')).status).toBe(200)
    expect(await textOf(interviewId)).toContain("It was Barnaby, my brother. Barnaby's wife")
    expect(await (await change('Caspar')).json()).toMatchObject({ id: 'pseudonym-changed', status: 409 })
  })

  test('a name typed again by hand is replaced again, and what is corrected around it stays', async () => {
    const interview = await bring()
    await decide('Gregory', { pseudonym: 'Theodore' })
    const read = await readInterview(app.pg, {
      workspaceId: owner.workspaceId,
      interviewId: interview.interviewId,
    })
    const turn = read?.utterances[1]
    if (!turn) throw new Error('no turn')
    const text = `Well, ${turn.text.replace('works', 'lives with Gregory')}`
    const { version } = await correctUtterance(app, {
      ...turn,
      text,
      workspaceId: owner.workspaceId,
      actor: owner.actor,
    })
    const after = await readInterview(app.pg, {
      workspaceId: owner.workspaceId,
      interviewId: interview.interviewId,
    })
    expect(after?.utterances[1]).toMatchObject({
      version,
      text: "Well, It was Theodore, my brother. Theodore's wife Annabel lives with Theodore in Melbourne.",
    })
    await restore('Theodore')
    expect(await textOf(interview.interviewId)).toContain(
      "Well, It was Gregory, my brother. Gregory's wife Annabel lives with Gregory in Melbourne.",
    )
  })

  test('turns that are cut in two and put together keep what stands in them', async () => {
    const { interviewId, utterances } = await bring()
    await decide('Gregory', { pseudonym: 'Theodore' })
    const turn = utterances[1]
    const read = await readInterview(app.pg, { workspaceId: owner.workspaceId, interviewId })
    const now = read?.utterances[1]
    const at = now?.text.indexOf("Theodore's")
    const path = `/api/w/${owner.workspaceId}/utterances/${turn?.utteranceId}`
    const cut = await ask('POST', `${path}/split`, {
      headers: owner.headers,
      body: { at, version: now?.version },
    })
    expect(cut.status).toBe(200)
    await restore('Theodore')
    expect((await textOf(interviewId)).split('\n').slice(1, 3)).toEqual([
      'It was Gregory, my brother.',
      "Gregory's wife Annabel works in Melbourne.",
    ])
  })

  test('all that was replaced comes back letter by letter', async () => {
    const { interviewId } = await bring()
    const before = await textOf(interviewId)
    await acceptAll()
    const between = await textOf(interviewId)
    for (const name of ['Gregory', 'Annabel', 'Melbourne', '7946', 'miller.example'])
      expect(between).not.toContain(name)
    for (const { pseudonym } of await list('accepted')) await restore(pseudonym)
    expect(await textOf(interviewId)).toBe(before)
  })

  test('how far it is, is told', async () => {
    await bringTalk(app, owner, { studyId, talk })
    const standing = async () =>
      Confidentiality.parse(
        await (await ask('GET', `${base()}/confidentiality`, { headers: owner.headers })).json(),
      )
    expect(await standing()).toMatchObject({ interviews: 1, read: 0, proposed: 0 })
    while (await catchUp(app, { workspaceId: owner.workspaceId, most: 5 }));
    expect(await standing()).toMatchObject({ interviews: 1, read: 1, proposed: 7, accepted: 0, pending: 0 })
  })

  test('words that may not be read are proposed to nobody', async () => {
    const interview = await bring()
    const personNo = interview.speakers.find(({ role }) => role === 'participant')?.personNo
    await sayOfStudy(app, {
      workspaceId: owner.workspaceId,
      studyId,
      personNo,
      purpose: 'conversation_analysis',
      state: 'withdrawn',
    })
    const words = (await list('proposed')).map(({ original }) => original)
    expect(words).not.toContain('Gregory')
    expect(words).not.toContain('Annabel')
  })
})

async function restore(pseudonym: string): Promise<void> {
  const one = (await list('accepted')).find((listed) => listed.pseudonym === pseudonym)
  const answer = await ask('POST', `${base()}/pseudonyms/${one?.pseudonymId}/restore`, {
    headers: officer.headers,
    body: { version: one?.version, ...reason },
  })
  expect(answer.status).toBe(204)
}

describe('the privacy officer', () => {
  test('alone sees what stood there, with a reason that is written down', async () => {
    await bring()
    await decide('Gregory', { pseudonym: 'Theodore' })
    const [one] = await list('accepted')
    const path = `${base()}/pseudonyms/${one?.pseudonymId}/reveal`
    const shown = await ask('POST', path, { headers: officer.headers, body: reason })
    expect(await shown.json()).toMatchObject({
      original: 'Gregory',
      examples: [{ text: 'Gregory', before: 'It was ' }, { text: 'Gregory' }, { text: 'Gregory' }],
    })
    const key = await ask('POST', `${base()}/pseudonyms/key`, { headers: officer.headers, body: reason })
    expect(await key.json()).toEqual({ csv: expect.stringContaining('name,Theodore,Gregory,3,1') })
    for (const role of ['owner', 'researcher', 'marketer', 'viewer'] as const) {
      const { headers } = await joinWorkspace(app, { workspaceId: owner.workspaceId, role })
      for (const refused of [path, `${base()}/pseudonyms/key`])
        expect((await ask('POST', refused, { headers, body: reason })).status, role).toBe(403)
    }
    expect((await ask('POST', path, { headers: officer.headers, body: { reason: '' } })).status).toBe(400)
    const { rows } = await sql<{ action: string; detail: object }>`
      select action, detail from audit where workspace_id = ${owner.workspaceId} and action like 'pseudonyms.%' order by id`.execute(
      app.pg,
    )
    expect(rows.map(({ action }) => action)).toEqual([
      'pseudonyms.decided',
      'pseudonyms.revealed',
      'pseudonyms.key-taken',
    ])
    expect(rows[1]?.detail).toEqual(reason)
    expect(JSON.stringify(rows)).not.toContain('Gregory')
  })

  test('is asked by those who decided: nobody else puts back what is replaced', async () => {
    await bring()
    await decide('Gregory')
    const [one] = await list('accepted')
    const decisions = [{ pseudonymId: one?.pseudonymId, version: one?.version, state: 'refused' }]
    const answer = await ask('POST', `${base()}/pseudonyms/decisions`, {
      headers: owner.headers,
      body: { decisions },
    })
    expect(await answer.json()).toMatchObject({ id: 'pseudonym-stands', status: 409 })
  })

  test('sees no words of anybody but by revealing', async () => {
    await bring()
    await decide('Gregory')
    expect(
      (await list('accepted', officer)).every(
        ({ original, example }) => original === null && example === null,
      ),
    ).toBe(true)
    const proposed = await ask('GET', `${base()}/pseudonyms?state=proposed`, { headers: officer.headers })
    expect(proposed.status).toBe(403)
  })
})

test('the database alone tells nobody’s name once it is replaced', async () => {
  await bring()
  await acceptAll()
  const { rows } = await sql<{ row: string }>`
    select n::text as row from pseudonyms n where workspace_id = ${owner.workspaceId}
    union all select p::text from pseudonym_places p where workspace_id = ${owner.workspaceId}
    union all select u::text from utterances u where workspace_id = ${owner.workspaceId}
    union all select s::text from speakers s where workspace_id = ${owner.workspaceId}
    union all select i::text from interviews i where workspace_id = ${owner.workspaceId}`.execute(app.pg)
  expect(rows.map(({ row }) => row).join('\n')).not.toMatch(/gregory|annabel|sarah|miller|melbourne/i)
})
