import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openTestApp, type TestApp } from '../../test/app.ts'
import { waitsFor } from '../../test/beside.ts'
import { askRoutes, issueSecretKey, openWorkspace, type TestMember } from '../../test/members.ts'
import { forgetPerson, personByIdentifier } from '../people/index.ts'
import { conversationRoutes } from './index.ts'
import { lockStudy } from './studies.ts'

// No real set joins people and open answers: these are invented.
const survey = [
  'email,respondent_id,likes,dislikes',
  'p1@people.example,R1,"I like how quick it is","Nobody ever answers the phone"',
  'p2@people.example,R2,"The price is fair for me","The app is slow every morning"',
  'P3@people.example,R3,"They know me by now there","I had to explain it three times"',
  ',,"Nothing that I could name here","Everything takes so long with them"',
].join('\n')
const material = { how: 'file', name: 'survey.csv', base64: Buffer.from(survey).toString('base64') }
const Listed = z.object({
  items: z.array(z.object({ personId: z.string(), inData: z.boolean(), interviews: z.number() })),
})

describe('the answers of one survey', () => {
  let app: TestApp
  let ask: ReturnType<typeof askRoutes>
  let owner: TestMember

  beforeAll(async () => {
    app = await openTestApp()
    ask = askRoutes(app, conversationRoutes)
    owner = await openWorkspace(app)
  })

  const at = (path: string) => `/api/w/${owner.workspaceId}/${path}`
  const send = async (path: string, body: unknown): Promise<unknown> =>
    (await ask('POST', at(path), { headers: owner.headers, body })).json()
  async function plan(): Promise<string> {
    const made = await send('studies', {
      title: 'Answers (invented)',
      hypothesis: 'They leave after bad service',
      contradiction: 'They leave for the rate',
      mode: 'feedback',
      guide: [],
      language: 'en',
      target: 20,
      bases: { conversation_analysis: 'consent', quoting: 'consent' },
    })
    return z.object({ studyId: z.string() }).parse(made).studyId
  }
  const bring = (studyId: string, answers: object) =>
    send(`studies/${studyId}/interviews`, { material, answers, language: 'en' })
  const participants = async (studyId: string) => {
    const answer = await ask('GET', at(`studies/${studyId}/participants`), { headers: owner.headers })
    return Listed.parse(await answer.json()).items
  }

  test.each(['email', 'respondent_id'])(
    'to two questions are by the same people, known by %s',
    async (respondent) => {
      const studyId = await plan()
      expect(await bring(studyId, { text: 'likes', respondent })).toMatchObject({ state: 'brought' })
      expect(await participants(studyId)).toHaveLength(4)
      const answers = { text: 'dislikes', respondent }
      expect(await send(`studies/${studyId}/interviews/preview`, { material, answers })).toMatchObject({
        again: 3,
      })
      expect(await bring(studyId, answers)).toMatchObject({ state: 'brought' })
      // Three answered both questions; a row without a name is somebody of their own each time.
      const listed = await participants(studyId)
      expect(listed.map(({ interviews }) => interviews).toSorted((a, b) => b - a)).toEqual([2, 2, 2, 1, 1])
      const { rows } = await sql<{ said: string }>`
      select respondent_keys::text as said from participants where study_id = ${studyId}`.execute(app.pg)
      // Nothing but hashes of 32 bytes: a short number may stand in one by chance.
      for (const { said } of rows) expect(said).toMatch(/^\{(?:[\w-]{43})?\}$/u)
      expect(await participants(await plan())).toEqual([])
    },
  )

  const other = [
    'no,wish',
    '1,"A branch in my town please"',
    '2,"Somebody who calls me back"',
    '4,"A card for my daughter"',
  ]
  const first = [
    'no,likes',
    '1,"I like how quick it is"',
    '2,"The price is fair for me"',
    '3,"They know me by now"',
  ]
  const fileOf = (name: string, rows: readonly string[]) => ({
    how: 'file',
    name,
    base64: Buffer.from(rows.join('\n')).toString('base64'),
  })

  test('of two surveys that number their people alike are by the same people only where somebody says so', async () => {
    const studyId = await plan()
    const path = `studies/${studyId}/interviews`
    const spring = {
      material: fileOf('spring.csv', first),
      answers: { text: 'likes', respondent: 'no' },
      language: 'en',
      title: 'Spring',
    }
    const { interviewId } = z.object({ interviewId: z.string() }).parse(await send(path, spring))
    const autumn = {
      material: fileOf('autumn.csv', other),
      answers: { text: 'wish', respondent: 'no' },
      language: 'en',
    }
    expect(
      await send(`${path}/preview`, { material: autumn.material, answers: autumn.answers }),
    ).toMatchObject({
      again: 0,
      met: [{ interviewId, title: 'Spring', people: 2 }],
      same: null,
    })
    // Nothing said: running numbers are no evidence.
    expect(await send(path, autumn)).toMatchObject({ respondents: { same: 0, others: 2 } })
    expect(await participants(studyId)).toHaveLength(6)
    // A third file: who of the two is meant is said, and is a participant of neither twice.
    const winter = (rows: readonly string[], respondents: unknown) => ({
      ...autumn,
      material: fileOf(`winter-${rows.length}.csv`, rows),
      respondents,
    })
    const third = [...other, '5,"Longer hours on Saturdays"']
    expect(
      await send(`${path}/preview`, { material: winter(third, null).material, answers: autumn.answers }),
    ).toMatchObject({
      met: [{ people: 3 }, { title: 'Spring', people: 2 }],
    })
    expect(await send(path, winter(third, { as: interviewId }))).toMatchObject({
      respondents: { same: 2, others: 0 },
    })
    expect(await participants(studyId)).toHaveLength(8)
    const stranger = await plan()
    expect(await send(`studies/${stranger}/interviews`, winter(third, { as: interviewId }))).toMatchObject({
      id: 'not-found',
    })
  })

  const numbered = (name: string, rows: readonly string[], text: string) => ({
    material: fileOf(name, rows),
    answers: { text, respondent: 'no' },
    language: 'en',
  })
  const spring = numbered('spring.csv', first, 'likes')
  const autumn = numbered('autumn.csv', other, 'wish')

  test('that were taken out and come in again are by the people they were by before, whichever numbering they have', async () => {
    const studyId = await plan()
    const path = `studies/${studyId}/interviews`
    for (const file of [spring, autumn]) await send(path, file)
    const before = await participants(studyId)
    expect(before).toHaveLength(6)
    const { rows } = await sql<{ id: string }>`
      select id from interviews where study_id = ${studyId} order by title`.execute(app.pg)
    for (const { id } of rows) await ask('DELETE', at(`interviews/${id}`), { headers: owner.headers })
    await send(path, numbered('spring-again.csv', other.slice(0, 2), 'wish'))
    for (const { material, answers, language } of [spring, autumn]) {
      expect(await send(`${path}/preview`, { material, answers })).toMatchObject({
        again: 3,
        met: [],
        same: null,
      })
      expect(await send(path, { material, answers, language })).toMatchObject({
        respondents: { same: 3, others: 0 },
      })
    }
    const after = (await participants(studyId)).map(({ personId }) => personId)
    expect(after).toHaveLength(7)
    expect(after).toEqual(expect.arrayContaining(before.map(({ personId }) => personId)))
  })

  test('of two surveys brought in at once are by other people all the same', async () => {
    const studyId = await plan()
    const path = `studies/${studyId}/interviews`
    const answers = await app.pg.transaction().execute(async (tx) => {
      await lockStudy(tx, { ...owner, studyId })
      const both = Promise.all([send(path, spring), send(path, autumn)])
      await waitsFor(app, { n: 2 })
      return { both }
    })
    const said = z
      .array(z.object({ respondents: z.object({ same: z.int(), others: z.int() }).optional() }))
      .parse(await answers.both)
    expect(said.map(({ respondents }) => respondents)).toEqual(
      expect.arrayContaining([undefined, { same: 0, others: 2 }]),
    )
    expect(await participants(studyId)).toHaveLength(6)
  })

  test('of another file are by the same people where their marks meet by no chance', async () => {
    const studyId = await plan()
    const path = `studies/${studyId}/interviews`
    const marked = (name: string, text: string, marks: readonly string[]) => ({
      material: fileOf(name, [
        `ResponseId,${text}`,
        ...marks.map((mark) => `${mark},"Said by ${mark} in ${name}"`),
      ]),
      answers: { text, respondent: 'ResponseId' },
      language: 'en',
    })
    await send(path, marked('a.csv', 'likes', ['R_3xK9', 'R_1bQz', 'R_8Lm2']))
    expect(await send(path, marked('b.csv', 'wish', ['R_1bQz', 'R_8Lm2', 'R_77aa']))).toMatchObject({
      respondents: { same: 2, others: 0 },
    })
    expect(await participants(studyId)).toHaveLength(4)
    // Somebody knows better.
    const apart = { ...marked('c.csv', 'wish', ['R_1bQz']), respondents: 'others' }
    expect(await send(path, apart)).toMatchObject({ respondents: { same: 0, others: 1 } })
    expect(await participants(studyId)).toHaveLength(5)
  })

  test('are by somebody else in another study', async () => {
    const [one, two] = [await plan(), await plan()]
    await bring(one, { text: 'likes', respondent: 'respondent_id' })
    await bring(two, { text: 'likes', respondent: 'respondent_id' })
    const people = [...(await participants(one)), ...(await participants(two))]
    expect(new Set(people.map(({ personId }) => personId)).size).toBe(8)
  })

  test('are joined to the people in the data where the column says who they are, also those brought before', async () => {
    const studyId = await plan()
    await bring(studyId, { text: 'likes', respondent: 'email' })
    const answers = { text: 'dislikes', respondent: 'email', identifier: 'email' }
    expect(await bring(studyId, answers)).toMatchObject({ state: 'brought' })
    const listed = await participants(studyId)
    expect(
      listed
        .map(({ inData, interviews }) => `${inData} ${interviews}`)
        .toSorted((a, b) => a.localeCompare(b)),
    ).toEqual(['false 1', 'false 1', 'true 2', 'true 2', 'true 2'])
    const third = await personByIdentifier(app, {
      workspaceId: owner.workspaceId,
      identifier: { kind: 'email', value: 'p3@people.example' },
    })
    expect(listed.map(({ personId }) => personId)).toContain(third?.personId)
  })

  test('are joined to nobody by who may not see people', async () => {
    const key = await issueSecretKey(app, { workspaceId: owner.workspaceId, scopes: ['studies.write'] })
    const body = {
      material,
      answers: { text: 'likes', respondent: 'email', identifier: 'email' },
      language: 'en',
    }
    const path = at(`studies/${await plan()}/interviews`)
    expect((await ask('POST', path, { headers: key.headers, body })).status).toBe(403)
  })

  test('stay out where somebody was erased, and that is said without naming them', async () => {
    const other = await plan()
    const answers = { text: 'likes', respondent: 'email', identifier: 'email' }
    await bring(other, answers)
    const { workspaceId } = owner
    const person = await personByIdentifier(app, {
      workspaceId,
      identifier: { kind: 'email', value: 'p2@people.example' },
    })
    const personNo = person?.personNo ?? 0
    await app.pg.transaction().execute((tx) => forgetPerson({ app, tx }, { workspaceId, personNo }))
    const studyId = await plan()
    expect(await bring(studyId, { ...answers, text: 'dislikes' })).toMatchObject({ state: 'brought' })
    expect(await participants(studyId)).toHaveLength(3)
    const { rows } = await sql<{ dropped: unknown }>`
      select dropped from interviews where study_id = ${studyId}`.execute(app.pg)
    expect(rows[0]?.dropped).toContainEqual({ what: 'erased-people', count: 1, example: '' })
  })

  test('are read from one column, and the preview says which are not', async () => {
    const path = `studies/${await plan()}/interviews/preview`
    expect(await send(path, { material })).toMatchObject({
      guess: { respondent: 'email', identifier: 'email' },
    })
    const answers = { text: 'likes', respondent: 'email' }
    expect(await send(path, { material, answers })).toMatchObject({
      again: 0,
      dropped: [{ what: 'unread-columns', count: 2, example: 'respondent_id, dislikes' }],
    })
  })
})
