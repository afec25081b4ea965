import { fork } from 'node:child_process'
import { once } from 'node:events'
import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { TestApp } from '../../test/app.ts'
import { nothingTold, openAskingHouse } from '../../test/asked-people.ts'
import type { Mailbox } from '../../test/mailbox.ts'
import { openWorkspace, type TestMember } from '../../test/members.ts'
import { asMember, type visitor } from '../../test/own-page.ts'
import { bringRecruits, openRecruiting, pathOfInvitee } from '../../test/recruits.ts'
import { mayUse } from '../consent/index.ts'
import type { App } from '../platform/index.ts'
import { lettersARound } from './asking.ts'
import { makeDraw, releaseDraw } from './draws.ts'
import { languages } from './recruiting.schema.ts'
import { changeRecruitment, readRecruitment } from './recruitment.ts'
import { sendLetters } from './sending.ts'
import { inviteeWords } from './wording/words.ts'

let base: TestApp
let app: App
let mailbox: Mailbox
let ann: TestMember
let visit: ReturnType<typeof visitor>

beforeAll(async () => {
  ;({ base, app, mailbox, visit } = await openAskingHouse())
})
beforeEach(async () => {
  mailbox.behave('take')
  ann = await openWorkspace(app, { name: 'Nordlys\r\nBcc: everybody@example.org' })
})

/** Draws and releases everybody brought in. */
async function askAll(addresses: readonly string[], traits: readonly Record<string, string>[] = []) {
  const nos = await bringRecruits(
    app,
    ann,
    addresses.map((email, at) => ({ email, traits: traits[at] ?? {}, said: 'given' as const })),
  )
  const { studyId } = await openRecruiting(app, ann, { target: addresses.length })
  const at = { workspaceId: ann.workspaceId, studyId, actor: asMember(ann) }
  const { drawId } = await makeDraw(app, { ...at, each: 1 })
  await releaseDraw(app, { ...at, drawId })
  return { nos, studyId }
}

const stateOf = async (studyId: string) => {
  const { rows } = await sql<{ state: string }>`
    select state from invitees where study_id = ${studyId}::uuid order by person_no`.execute(app.pg)
  return rows.map(({ state }) => state)
}

describe('a letter that asks', () => {
  test('arrives in each of the five languages, as text and HTML, and can be refused with one click', async () => {
    const traits = languages.map((language) => ({ language }))
    const { nos, studyId } = await askAll(
      languages.map((one) => `${one}@letters.example.org`),
      traits,
    )
    await sendLetters(app)
    for (const [at, language] of languages.entries()) {
      const [letter, ...more] = mailbox.lettersTo(`${language}@letters.example.org`)
      expect(more).toEqual([])
      const words = inviteeWords[language]
      expect(letter?.subject).toContain(words.letters.invitation(nothingTold).subject.slice(0, 12))
      expect(letter?.head).not.toMatch(/^Bcc:/m)
      const path = await pathOfInvitee(app, { studyId, personNo: nos[at] ?? 0 })
      const link = `http://127.0.0.1:4780${path}`
      expect(letter?.parts['text/plain']).toContain(link)
      expect(letter?.parts['text/plain']).toContain(words.refusal)
      expect(letter?.parts['text/html']).toContain(`href="${link}"`)
      expect(letter?.parts['text/html']).toContain(`<html lang="${language}">`)
      expect(letter?.parts['text/html']).not.toMatch(/<img|<script|src=/)
      expect(letter?.head).toContain(`List-Unsubscribe: <${link}/refusal>`)
      expect(letter?.head).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
      expect(path).not.toMatch(/@|example/)
      const page = await visit.open(path)
      expect(page.status).toBe(200)
      expect(page.text).toContain(`<html lang="${language}">`)
    }
    expect(await stateOf(studyId)).toEqual(languages.map(() => 'invited'))
  })

  test('in which a text is missing goes only where a member says so, and tells its reader, as does the page', async () => {
    const addresses = ['en', 'sv'].map((one) => `${one}@gaps.example.org`)
    const traits = [{ language: 'en' }, { language: 'sv' }]
    const nos = await bringRecruits(
      app,
      ann,
      addresses.map((email, at) => ({ email, traits: traits[at] ?? {}, said: 'given' as const })),
    )
    const { studyId } = await openRecruiting(app, ann, { target: 2 })
    const at = { workspaceId: ann.workspaceId, studyId, actor: asMember(ann) }
    const { version, ...before } = await readRecruitment(app.pg, at)
    const answer = (en: string, sv: string) => ({ id: en, text: { en, sv }, fits: true })
    const screener = [
      { id: 'moved', text: { en: 'Did you move?' }, answers: [answer('Yes', 'Ja'), answer('No', 'Nej')] },
    ]
    await changeRecruitment(app, {
      ...at,
      version,
      draft: { ...before, about: { en: 'Moving house' }, screener },
    })
    const { drawId } = await makeDraw(app, { ...at, each: 1 })
    await expect(releaseDraw(app, { ...at, drawId })).rejects.toMatchObject({
      id: 'texts-missing',
      status: 409,
      detail: expect.stringContaining('about (sv); question 1 (sv)'),
    })
    expect(await releaseDraw(app, { ...at, drawId, gaps: 'accepted' })).toEqual({ letters: 2 })
    await sendLetters(app)
    const told = inviteeWords.sv.partly('engelska')
    const [swedish] = mailbox.lettersTo('sv@gaps.example.org')
    expect(swedish?.parts['text/plain']).toContain(told)
    const [english] = mailbox.lettersTo('en@gaps.example.org')
    expect(english?.parts['text/plain']).not.toContain(inviteeWords.en.partly('English'))
    const page = await visit.open(await pathOfInvitee(app, { studyId, personNo: nos[1] ?? 0 }))
    expect(page.text).toContain(told)
    expect(page.text).toContain('<p lang="en">Moving house</p>')
    expect(page.text).toContain('<span lang="en">Did you move?</span>')
    expect(page.text).toContain('<span lang="sv">Ja</span>')
  })

  test('looked at by a mail program refuses nothing; its one click does, for good', async () => {
    const { nos, studyId } = await askAll(['oneclick@example.org'])
    await sendLetters(app)
    const personNo = nos[0] ?? 0
    const path = `${await pathOfInvitee(app, { studyId, personNo })}/refusal`
    const use = { workspaceId: ann.workspaceId, purpose: 'invitation' as const, personNo }
    for (let looks = 0; looks < 3; looks++) expect((await visit.open(path)).status).toBe(200)
    expect(await mayUse(app.pg, use)).toBe(true)
    const done = await visit.send(path, { 'List-Unsubscribe': 'One-Click' })
    expect(done.status).toBe(200)
    expect(await mayUse(app.pg, use)).toBe(false)
    await visit.send(path, { 'List-Unsubscribe': 'One-Click' })
    const { rows } = await sql<{ wording: string; language: string; channel: string }>`
      select wording, language, channel from consent_ledger where person_no = ${personNo} and purpose = 2 and state = 'withdrawn'`.execute(
      app.pg,
    )
    expect(rows).toEqual([{ wording: inviteeWords.en.refusal, language: 'en', channel: 'one-click mail' }])
    expect(await stateOf(studyId)).toEqual(['refused'])
  })

  test('goes out a few at a time, and everybody gets one', async () => {
    const addresses = Array.from({ length: lettersARound + 5 }, (_, at) => `paced-${at}@example.org`)
    await askAll(addresses)
    expect(await sendLetters(app)).toEqual({ appointments: 0, asking: lettersARound })
    expect(await sendLetters(app)).toEqual({ appointments: 0, asking: 5 })
    expect(await sendLetters(app)).toEqual({ appointments: 0, asking: 0 })
    for (const address of addresses) expect(mailbox.lettersTo(address), address).toHaveLength(1)
  })

  test('is sent once where two copies of the program send at the same time', async () => {
    const addresses = Array.from({ length: 10 }, (_, at) => `twice-${at}@example.org`)
    await askAll(addresses)
    await Promise.all([sendLetters(app), sendLetters(app), sendLetters(app)])
    for (const address of addresses) expect(mailbox.lettersTo(address), address).toHaveLength(1)
  })

  test('that the mail server refuses is tried again later, five times, then said to have failed', async () => {
    const { studyId } = await askAll(['full@example.org'])
    mailbox.behave('refuse')
    const begun = new Date()
    for (let tries = 0; tries < 5; tries++) {
      base.setNow(new Date(begun.getTime() + tries * 3_600_000))
      expect(await stateOf(studyId)).toEqual(['drawn'])
      await sendLetters(app)
    }
    base.setNow(new Date())
    expect(await stateOf(studyId)).toEqual(['failed'])
    expect(mailbox.lettersTo('full@example.org')).toEqual([])
  })

  test('is not sent twice when the program is killed between giving it away and hearing the answer', async () => {
    const { studyId } = await askAll(['killed@example.org'])
    mailbox.behave('take and keep silent')
    const program = fork(new URL('../../test/fixtures/send-letters.ts', import.meta.url), {
      env: {
        ...process.env,
        DATABASE_URL: base.databaseUrl,
        SMTP_URL: mailbox.url,
        SAMTALE_SECRET: base.secret.toString('hex'),
      },
      stdio: 'inherit',
    })
    await expect.poll(() => mailbox.lettersTo('killed@example.org').length, { timeout: 30_000 }).toBe(1)
    program.kill('SIGKILL')
    await once(program, 'exit')
    mailbox.behave('take')
    expect(await stateOf(studyId)).toEqual(['drawn'])
    await sendLetters(app)
    expect(await stateOf(studyId)).toEqual(['drawn'])
    await sql`update mails set began_at = began_at - interval '11 minutes' where recipient = 'killed@example.org'`.execute(
      app.pg,
    )
    for (let rounds = 0; rounds < 3; rounds++) await sendLetters(app)
    expect(mailbox.lettersTo('killed@example.org')).toHaveLength(1)
    // Nobody knows whether it arrived, and that is what is said.
    expect(await stateOf(studyId)).toEqual(['unknown'])
  }, 60_000)
})
