import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { bringTalk, passageOf, sayOfStudy } from '../../test/spoken-study.ts'
import { createCode, listCodes, markPassages } from '../coding/index.ts'
import { Confidentiality } from './pseudonym.schema.ts'
import { studyWithNames, talk } from '../../test/named-study.ts'

const { here, base, bring, list, found, decide, textOf, settle } = studyWithNames()

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
    const { codeId } = await createCode(here().app, {
      workspaceId: here().owner.workspaceId,
      actor: here().owner.actor,
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
      await markPassages(here().app, {
        workspaceId: here().owner.workspaceId,
        actor: here().owner.actor,
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
      where h.interview_id = ${interviewId} and h.lost_text is null order by h.id`.execute(here().app.pg)
    expect(rows.rows.map(({ words }) => words)).toEqual([
      'Theodore Beauregard',
      'my brother',
      "Theodore Beauregard's wife",
      'works in Melbourne',
    ])
    const [code] = await listCodes(here().app.pg, { workspaceId: here().owner.workspaceId })
    expect(code?.passages).toBe(4)
  })

  test('what is brought in afterwards is replaced before anybody reads it, and its new names are proposed', async () => {
    await bring()
    await decide('Gregory', { pseudonym: 'Theodore' })
    const second = await bringTalk(here().app, here().owner, {
      studyId: here().studyId,
      talk: 'Interviewer: Who?\nGuest: GREGORY and Ludwig, gregory, Gregory’s men.',
    })
    expect(second.utterances.map(({ text }) => text).join(' ')).toBe(
      'Who? THEODORE and Ludwig, Theodore, Theodore’s men.',
    )
    await settle()
    expect((await found('Ludwig')).interviews).toBe(1)
    expect((await list('accepted')).map(({ places }) => places)).toEqual([6])
  })

  test('what is left as it is stays, and is proposed no more', async () => {
    await bring()
    await decide('Melbourne', { state: 'refused' })
    await bring({ talk: 'Interviewer: Where?\nGuest: They live in Melbourne still.' })
    expect((await list('proposed')).map(({ original }) => original)).not.toContain('Melbourne')
    // Its places are known in what is brought in later too, so that it can still be replaced everywhere.
    expect((await found('Melbourne', 'refused')).places).toBe(2)
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
        (await here().ask('POST', `${base()}/pseudonyms`, { headers: here().owner.headers, body: added }))
          .status,
      ).toBe(200)
    expect(await textOf(interviewId)).toBe('Who?\n[somebody] of the bakery, and [place 1].')
  })

  test('a pseudonym can be changed, and not be the name of somebody else', async () => {
    const { interviewId } = await bring()
    await decide('Gregory', { pseudonym: 'Theodore' })
    const [one] = await list('accepted')
    const change = (pseudonym: string) =>
      here().ask('POST', `${base()}/pseudonyms/decisions`, {
        headers: here().owner.headers,
        body: {
          decisions: [{ pseudonymId: one?.pseudonymId, version: one?.version, state: 'accepted', pseudonym }],
        },
      })
    expect(await (await change('Annabel')).json()).toMatchObject({ id: 'pseudonym-is-name' })
    await sql`update users set name = 'Florence Whitby' where id = ${here().officer.userId}`.execute(
      here().app.pg,
    )
    for (const colleague of ['florence', 'Whitby', 'Florence Whitby'])
      expect(await (await change(colleague)).json()).toMatchObject({ id: 'pseudonym-is-name', status: 422 })
    const added = { text: 'my brother', kind: 'name', pseudonym: 'Florence' }
    const answer = await here().ask('POST', `${base()}/pseudonyms`, {
      headers: here().owner.headers,
      body: added,
    })
    expect(answer.status).toBe(422)
    expect((await change('Barnaby')).status).toBe(200)
    expect(await textOf(interviewId)).toContain("It was Barnaby, my brother. Barnaby's wife")
    expect(await (await change('Caspar')).json()).toMatchObject({ id: 'pseudonym-changed', status: 409 })
  })

  test('how far it is, is told', async () => {
    await bringTalk(here().app, here().owner, { studyId: here().studyId, talk })
    const standing = async () =>
      Confidentiality.parse(
        await (
          await here().ask('GET', `${base()}/confidentiality`, { headers: here().owner.headers })
        ).json(),
      )
    expect(await standing()).toMatchObject({ interviews: 1, read: 0, proposed: 0 })
    await settle()
    expect(await standing()).toMatchObject({ interviews: 1, read: 1, proposed: 7, accepted: 0, pending: 0 })
  })

  test('words that may not be read are proposed to nobody', async () => {
    const interview = await bring()
    const personNo = interview.speakers.find(({ role }) => role === 'participant')?.personNo
    await sayOfStudy(here().app, {
      workspaceId: here().owner.workspaceId,
      studyId: here().studyId,
      personNo,
      purpose: 'conversation_analysis',
      state: 'withdrawn',
    })
    const words = (await list('proposed')).map(({ original }) => original)
    expect(words).not.toContain('Gregory')
    expect(words).not.toContain('Annabel')
  })
})
