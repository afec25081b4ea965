import { describe, expect, test } from 'vitest'
import {
  agree,
  askOnSunday,
  consent,
  fitting,
  inviteeOf,
  openAsking,
  sunday,
  unfitting,
  type AskingHouse,
} from '../../test/asked-people.ts'
import { type TestMember } from '../../test/members.ts'
import { listWords, mayUse, studyScope } from '../consent/index.ts'
import type { App } from '../platform/index.ts'
import { sendLetters } from './sending.ts'
import { consentVersion, inviteeWords } from './wording/words.ts'

const words = inviteeWords.da
let house: AskingHouse
let app: App
let ann: TestMember
let visit: AskingHouse['visit']

askOnSunday({
  opened: (opened) => {
    house = opened
    ;({ app, visit } = opened)
  },
  begun: (owner) => {
    ann = owner
  },
})

describe('the questions before', () => {
  test('say nothing of which answer fits, in the page or in what comes after', async () => {
    const { path, paths } = await openAsking(house, ann, { people: 2, places: 2 })
    const page = await visit.open(path)
    expect(page.text).toContain('Har du skiftet bank?')
    expect(page.text).not.toMatch(/fits|"(?:yes|no)"|checked|data-/)
    const unfit = await visit.send(`${path}/answers`, unfitting)
    expect(unfit.text).toContain(words.unfit)
    expect(unfit.text).not.toContain('skiftet bank')
    // Answered once; going back and answering otherwise changes nothing.
    const again = await visit.send(`${path}/answers`, fitting)
    expect(again.text).toContain(words.unfit)
    expect((await visit.send(`${paths[1]}/answers`, {})).text).toContain(words.faults.missing.title)
  })

  test('leave who does not fit a way to say that they never want to be asked again', async () => {
    const { path, studyId, personNo } = await openAsking(house, ann)
    const unfit = await visit.send(`${path}/answers`, unfitting)
    expect(unfit.text).toContain(words.never)
    expect((await visit.send(`${path}/refusal`)).text).toContain(words.refused)
    expect((await inviteeOf(app, { studyId, personNo })).state).toBe('refused')
  })

  test('are forgotten of who does not fit', async () => {
    const { path, studyId, personNo } = await openAsking(house, ann)
    await visit.send(`${path}/answers`, unfitting)
    expect(await inviteeOf(app, { studyId, personNo })).toMatchObject({ state: 'unfit', answers: null })
  })

  test('of two who fit one place one waits, and is written to when it comes free', async () => {
    const { paths, nos, addresses, studyId } = await openAsking(house, ann, { people: 2 })
    const answers = await Promise.all(paths.map((path) => visit.send(`${path}/answers`, fitting)))
    const waiting = answers.findIndex(({ text }) => text.includes(words.waiting))
    expect(answers.filter(({ text }) => text.includes(words.waiting))).toHaveLength(1)
    expect(answers.filter(({ text }) => text.includes(words.consent))).toHaveLength(1)
    await visit.send(`${paths[1 - waiting]}/decline`)
    await sendLetters(app)
    const letters = house.mailbox.lettersTo(addresses[waiting] ?? '')
    expect(letters.map(({ subject }) => subject)).toEqual([
      expect.stringContaining('Må vi tale med dig'),
      expect.stringContaining('plads ledig'),
    ])
    const page = await visit.send(`${paths[waiting]}/answers`)
    expect(page.text).toContain(words.consent)
    expect((await inviteeOf(app, { studyId, personNo: nos[waiting] ?? 0 })).state).toBe('fits')
  })
})

describe('consent', () => {
  test('stands in the ledger use by use, with the words shown, their language and version', async () => {
    const { workspaceId, studyId, path, personNo } = await openAsking(house, ann)
    await agree(house, path, { recording: 'no', quoting: 'anonymous' })
    const said = (await listWords(app.pg, { workspaceId, personNo })).filter(
      ({ version }) => version !== null,
    )
    const scope = studyScope(studyId)
    const shared = { language: 'da', version: consentVersion, channel: 'invitation', actorKind: 'person' }
    const { uses, quoting } = words
    const of = (use: { name: string; what: string }) => `${use.name}. ${use.what}`
    expect(said).toHaveLength(4)
    expect(said).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          ...shared,
          scope,
          purpose: 'recording',
          state: 'withdrawn',
          wording: of(uses.recording),
        }),
        expect.objectContaining({
          ...shared,
          scope,
          purpose: 'conversation_analysis',
          state: 'given',
          wording: of(uses.conversation_analysis),
        }),
        expect.objectContaining({
          ...{ ...shared, scope, purpose: 'quoting', state: 'given', manner: 'anonymous' },
          wording: `${quoting.what}. ${quoting.manners.anonymous}`,
        }),
        expect.objectContaining({
          ...shared,
          scope: '',
          purpose: 'invitation',
          state: 'given',
          wording: of(uses.invitation),
        }),
      ]),
    )
    expect(await mayUse(app.pg, { workspaceId, personNo, purpose: 'quoting', scope })).toBe(true)
    expect(await mayUse(app.pg, { workspaceId, personNo, purpose: 'conversation_analysis', scope })).toBe(
      true,
    )
  })

  test('is headed once, and every choice stands in a group that says what it is about', async () => {
    const { path } = await openAsking(house, ann)
    const { text } = await visit.send(`${path}/answers`, fitting)
    expect(text.match(/<h1>.*?<\/h1>/g)).toEqual([`<h1>${words.consent}</h1>`])
    expect([...text.matchAll(/<legend>(.*?)<\/legend>/g)].map((found) => found[1])).toEqual([
      words.consentLead,
      words.quoting.name,
    ])
  })

  test('to another text than stands there now is no consent', async () => {
    const { path, studyId, personNo } = await openAsking(house, ann)
    await visit.send(`${path}/answers`, fitting)
    const old = await visit.send(`${path}/agreement`, consent({ version: '2020-01-01' }))
    expect(old.text).toContain(words.faults.changed.title)
    const foreign = await visit.send(`${path}/agreement`, consent({ language: 'de' }))
    expect(foreign.text).toContain(words.faults.changed.title)
    expect((await inviteeOf(app, { studyId, personNo })).state).toBe('fits')
  })

  test('offers one’s own name where the study credits names alone, and asks which', async () => {
    const plain = await openAsking(house, ann)
    expect((await visit.send(`${plain.path}/answers`, fitting)).text).not.toContain('value="name"')
    const { path, studyId, workspaceId, personNo } = await openAsking(house, ann, {
      study: { quotesByName: true },
    })
    expect((await visit.send(`${path}/answers`, fitting)).text).toContain('value="name"')
    const nameless = await visit.send(`${path}/agreement`, consent({ quoting: 'name', quotedAs: ' ' }))
    expect(nameless.text).toContain(words.faults.nameless.title)
    await visit.send(`${path}/agreement`, consent({ quoting: 'name', quotedAs: 'Mette Holm' }))
    const said = await listWords(app.pg, { workspaceId, personNo })
    expect(said).toContainEqual(
      expect.objectContaining({ purpose: 'quoting', scope: studyScope(studyId), manner: 'name' }),
    )
    const kept = await app.pg
      .selectFrom('participants')
      .select('quoted_as')
      .where('study_id', '=', studyId)
      .executeTakeFirst()
    expect(kept?.quoted_as).toBe('Mette Holm')
  })

  test('is ticked by nobody but them: nothing sent is no everywhere', async () => {
    const { workspaceId, path, personNo, studyId } = await openAsking(house, ann)
    const form = await visit.send(`${path}/answers`, fitting)
    expect(form.text).not.toMatch(/ checked/)
    await visit.send(`${path}/agreement`, { version: consentVersion, language: 'da', quoting: 'no' })
    for (const purpose of ['conversation_analysis', 'quoting'] as const)
      expect(
        await mayUse(app.pg, { workspaceId, personNo, purpose, scope: studyScope(studyId) }),
        purpose,
      ).toBe(false)
    expect(await mayUse(app.pg, { workspaceId, personNo, purpose: 'invitation' })).toBe(false)
    // They take part all the same.
    expect((await visit.open(path)).text).toContain(words.choose)
  })
})

test('a link is too old after sixty days, but saying never again works', async () => {
  const { path, personNo, workspaceId } = await openAsking(house, ann)
  house.base.setNow(new Date(sunday.getTime() + 61 * 86_400_000))
  expect((await visit.open(path)).status).toBe(410)
  expect((await visit.send(`${path}/refusal`)).status).toBe(200)
  expect(await mayUse(app.pg, { workspaceId, personNo, purpose: 'invitation' })).toBe(false)
})

test('a wrong link opens nothing, and guessing ends', async () => {
  const { path } = await openAsking(house, ann)
  const wrong = `${path.slice(0, -3)}AAA`
  expect((await visit.open(wrong)).status).toBe(404)
  expect((await visit.open(path.replace('/i/', '/r/'))).status).toBe(404)
  let last = await visit.open(wrong)
  for (let tries = 0; tries < 40 && last.status === 404; tries++) last = await visit.open(wrong)
  expect(last.status).toBe(429)
  expect((await visit.open(path)).status).toBe(200)
})
