import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { passageOf } from '../../test/spoken-study.ts'
import { studyWithNames } from '../../test/named-study.ts'
import { markPassages } from '../coding/index.ts'
import { Study, type GuideSection } from '../conversations/study.schema.ts'

const { here, base, settle, bring, decide, restore, list, found, send } = studyWithNames()

const sent = (path: string, body: object, method: 'POST' | 'PUT' = 'POST') =>
  send(`/studies/${here().studyId}${path}`, body, method)

async function study(): Promise<Study> {
  return Study.parse(await (await here().ask('GET', base(), { headers: here().owner.headers })).json())
}

/** Writes the study anew with other words. */
async function rewrite(words: Partial<Study>) {
  const { guide: _guide, ...now } = await study()
  return here().ask('PUT', base(), { headers: here().owner.headers, body: { ...now, ...words } })
}

const question = (text: string, translations: GuideSection['questions'][number]['translations'] = {}) => ({
  text,
  probes: ['And Clementine?'],
  translations,
})
const guideOf = (...questions: object[]) => [
  { title: 'On Philippa', say: '', part: 'questions', minutes: null, questions, translations: {} },
]

/** Every proposal with its kind of text and its words. */
const proposed = async () =>
  (await list('proposed')).map(({ original, written }) => `${original}: ${written?.source}`).toSorted()

describe('what a study says of itself', () => {
  test('is read through: title, suspicion, amendments and guide, why enough was heard and how a quote was taken out', async () => {
    expect((await rewrite({ title: 'Why Rosalind left', hypothesis: 'As Humphrey says' })).status).toBe(200)
    const interview = await bring({ talk: 'Interviewer: And then?\nGuest: I went home.' })
    await sent('/amendments', { field: 'hypothesis', text: 'Less so', why: 'Geraldine doubts it' })
    const guide = guideOf(question('What did Leopold do?'))
    await sent('/guide', { version: (await study()).guideVersion, guide }, 'PUT')
    await sent('/saturation/words', { why: 'Winifred said the same' })
    const marked = await send(`/interviews/${interview.interviewId}/highlights`, {
      passages: [passageOf(interview, 'I went home')],
      newCode: { name: 'Home', description: '', colour: 'teal' },
    })
    const { highlightIds } = z.object({ highlightIds: z.array(z.string()) }).parse(await marked.json())
    await send(`/highlights/${highlightIds[0]}/refusal`, {
      channel: 'phone',
      note: 'Her son Bartholomew called',
    })
    await settle()
    expect(await proposed()).toEqual([
      'Bartholomew: withdrawal note',
      'Clementine: guide',
      'Geraldine: study',
      'Humphrey: study',
      'Leopold: guide',
      'Philippa: guide',
      'Rosalind: study',
      'Winifred: saturation',
    ])
    expect(await found('Leopold')).toMatchObject({ notes: 1, written: { before: expect.any(String) } })
  })

  test('is replaced with all the rest, and what was suspected stays locked with its time and tells that names were replaced', async () => {
    await rewrite({
      title: 'Why Rosalind left',
      hypothesis: 'Rosalind and rosalind’s bank',
      contradiction: 'No Rosalind',
    })
    await bring({ talk: 'Interviewer: Who?\nGuest: It was Rosalind.' })
    const guide = guideOf(question('Did ROSALIND call?'))
    await sent('/guide', { version: (await study()).guideVersion, guide }, 'PUT')
    await sent('/amendments', { field: 'confirmation', text: 'Rosalind again', why: 'Rosalind said so' })
    await settle()
    const before = await study()
    expect(before).toMatchObject({ suspicionReplacedAt: null, lockedAt: expect.any(String) })
    await decide('Rosalind', { pseudonym: 'Beatrix' })
    await settle()
    const after = await study()
    expect(after).toMatchObject({
      title: 'Why Beatrix left',
      hypothesis: 'Beatrix and Beatrix’s bank',
      contradiction: 'No Beatrix',
      lockedAt: before.lockedAt,
      suspicionReplacedAt: expect.any(String),
      version: before.version,
      guideVersion: before.guideVersion + 1,
      amendments: [{ text: 'Beatrix again', why: 'Beatrix said so' }],
    })
    expect(after.guide[0]?.questions[0]?.text).toBe('Did BEATRIX call?')
    expect(after.guide[0]?.questions[0]?.id).toBe(before.guide[0]?.questions[0]?.id)
    await restore('Beatrix')
    await settle()
    expect(await study()).toMatchObject({ title: 'Why Rosalind left', contradiction: 'No Rosalind' })
  })

  test('is kept with pseudonyms when it is written afterwards, and who still has the name before them may save over a locked suspicion', async () => {
    await rewrite({ hypothesis: 'Rosalind pays' })
    await bring({ talk: 'Interviewer: Who?\nGuest: It was Rosalind.' })
    await decide('Rosalind', { pseudonym: 'Beatrix' })
    await settle()
    expect((await rewrite({ title: 'On Rosalind', hypothesis: 'Rosalind pays' })).status).toBe(200)
    expect(await study()).toMatchObject({ title: 'On Beatrix', hypothesis: 'Beatrix pays' })
    expect((await rewrite({ hypothesis: 'Rosalind does not pay' })).status).toBe(409)
    await sent('/amendments', { field: 'hypothesis', text: 'Rosalind pays late', why: 'Rosalind' })
    await sent('/saturation/words', { why: 'Rosalind again' })
    const saturation = await here().ask('GET', `${base()}/saturation`, { headers: here().owner.headers })
    expect(JSON.stringify(await saturation.json())).toContain('Beatrix again')
    const guide = guideOf(
      question('Did Rosalind call?', { de: { text: 'Hat Rosalind angerufen?', probes: [''] } }),
    )
    const answer = await sent('/guide', { version: (await study()).guideVersion, guide }, 'PUT')
    // Who writes sees at once how it is kept.
    expect(JSON.stringify(await answer.json())).not.toContain('Rosalind')
    const kept = await study()
    expect(kept.amendments).toMatchObject([{ text: 'Beatrix pays late', why: 'Beatrix' }])
    expect(kept.guide[0]?.questions[0]).toMatchObject({
      text: 'Did Beatrix call?',
      translations: { de: { text: 'Hat Beatrix angerufen?' } },
    })
  })

  test('is read in the language it is written in: nouns of a German translation are no names, and a word of it is none', async () => {
    await bring({ talk: 'Interviewer: Who?\nGuest: It was Mr Kent.' })
    const german = { text: 'Wann haben Sie zuletzt die Bank und den Berater gewechselt?', probes: [''] }
    const dutch = { text: 'Wie kent u bij de bank?', probes: [''] }
    const guide = guideOf(question('Whom did Kent ask?', { de: german, nl: dutch }))
    await sent('/guide', { version: (await study()).guideVersion, guide }, 'PUT')
    await settle()
    expect(await proposed()).toEqual(['Clementine: guide', 'Kent: guide', 'Philippa: guide'])
    await decide('Kent', { pseudonym: 'Beatrix' })
    await settle()
    expect((await study()).guide[0]?.questions[0]).toMatchObject({
      text: 'Whom did Beatrix ask?',
      translations: { de: { text: german.text }, nl: { text: dutch.text } },
    })
  })

  test('and so is what a double coding is called, and why disagreements in it were settled', async () => {
    const interview = await bring({ talk: 'Interviewer: And then?\nGuest: I went home.' })
    const { app, owner, studyId } = here()
    const { workspaceId, actor } = owner
    const newCode = { name: 'Home', description: '', colour: 'teal' as const }
    const passages = [passageOf(interview, 'I went home')]
    const { highlightIds, codeIds } = await markPassages(app, {
      ...{ workspaceId, actor, interviewId: interview.interviewId, codeIds: [], newCode, passages },
    })
    await sql`
      with round as (insert into coding_rounds (workspace_id, study_id, name, state, begun_at) values (${workspaceId}, ${studyId}, 'As Rosalind asked', 'comparing', now()) returning id),
      talk as (insert into round_interviews (round_id, interview_id, workspace_id) select id, ${interview.interviewId}, ${workspaceId} from round),
      mark as (insert into round_marks (highlight_id, code_id, workspace_id) values (${highlightIds[0]}, ${codeIds[0]}, ${workspaceId}))
      update highlights set round_id = round.id, removed_at = now() from round where highlights.id = ${highlightIds[0]}`.execute(
      app.pg,
    )
    await sql`update round_marks set note = 'Leopold is right' where highlight_id = ${highlightIds[0]}`.execute(
      app.pg,
    )
    await settle()
    expect(await proposed()).toEqual(['Leopold: round', 'Rosalind: round'])
    await decide('Rosalind', { pseudonym: 'Beatrix' })
    await decide('Leopold', { pseudonym: 'Theodore' })
    await settle()
    const { rows } = await sql<{ name: string; note: string }>`
      select r.name, m.note from coding_rounds r, round_marks m where r.study_id = ${studyId} and m.highlight_id = ${highlightIds[0]}`.execute(
      app.pg,
    )
    expect(rows).toEqual([{ name: 'As Beatrix asked', note: 'Theodore is right' }])
  })
})
