import { existsSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorkspace, type TestMember } from '../../test/members.ts'
import { interfaceWords } from '../../test/interface-words.ts'
import { openProgram, signInBrowser, type Program } from '../../test/program.ts'
import { bringRecruits, openRecruiting } from '../../test/recruits.ts'
import { checkAxe, launchBrowser, shoot } from '../../test/screenshots.ts'
import { zoneOf } from './letter.ts'
import { sendLetters } from './sending.ts'
import da from './ui/messages/da.json' with { type: 'json' }
import en from './ui/messages/en.json' with { type: 'json' }
import { inviteeWords } from './wording/words.ts'

const chromiumPresent = existsSync(process.env['CHROMIUM'] ?? '/usr/bin/chromium')

const ownZone = 'Europe/Copenhagen'

let program: Program
let browser: Browser
beforeAll(async () => {
  if (!chromiumPresent) return
  program = await openProgram()
  browser = await launchBrowser()
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await program?.close()
})

describe.skipIf(!chromiumPresent).each([
  ['en', 'en-GB', en],
  ['da', 'da-DK', da],
] as const)('%s: from the draw to the debrief', (language, locale, words) => {
  let ann: TestMember
  let studyId: string
  let member: Page
  let participant: Page
  const complaints: string[] = []

  beforeAll(async () => {
    if (!chromiumPresent) return
    ann = await openWorkspace(program.app)
    const people = Array.from({ length: 3 }, (_, at) => ({
      email: `${language}-${at}@browser.example.org`,
      traits: { language },
      said: 'given' as const,
    }))
    await bringRecruits(program.app, ann, people)
    ;({ studyId } = await openRecruiting(program.app, ann, { language, target: 3 }))
    const open = async (given: { signedIn: 'yes' | 'no' }) => {
      const context = await browser.newContext({
        locale,
        timezoneId: ownZone,
        viewport: { width: 1280, height: 900 },
      })
      if (given.signedIn === 'yes') await signInBrowser(context, { url: program.url, user: ann })
      const page = await context.newPage()
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
      page.on('pageerror', (error) => complaints.push(String(error)))
      return page
    }
    member = await open({ signedIn: 'yes' })
    participant = await open({ signedIn: 'no' })
    await participant.setViewportSize({ width: 390, height: 844 })
  }, 120_000)

  test('a member says when they have time', async () => {
    await member.goto(`${program.url}/w/${ann.workspaceId}/hours`)
    await member.getByText(words['recruiting.hours.empty']).waitFor()
    expect(await checkAxe(member)).toEqual([])
    const monday = new Intl.DateTimeFormat(locale, { weekday: 'long' }).format(new Date('2024-01-01'))
    await member.getByRole('button', { name: words['recruiting.hours.add'].replace('{day}', monday) }).click()
    await member.locator('button[type=submit]').click()
    await member.getByText(words['recruiting.hours.saved']).waitFor()
    await member.reload()
    await member.getByLabel(words['recruiting.hours.from'].replace('{day}', monday)).waitFor()
    expect(await checkAxe(member)).toEqual([])
    await shoot(member, `hours-${language}`)
  }, 120_000)

  test('writes what people read, draws, and lets the letters go', async () => {
    const recruiting = `${program.url}/w/${ann.workspaceId}/studies/${studyId}/recruiting`
    await member.goto(recruiting)
    await member.getByText(words['recruiting.people.empty']).waitFor()
    await member.getByRole('tab', { name: words['recruiting.tab.letter'] }).click()
    await member.getByLabel(words['recruiting.about'], { exact: false }).first().fill('About moving house')
    await member.getByRole('button', { name: words['recruiting.screener.add'] }).click()
    await member
      .getByRole('textbox', { name: words['recruiting.question.n'].replace('{n, number}', '1') })
      .fill('Did you move?')
    await member
      .getByRole('textbox', { name: words['recruiting.answer.n'].replace('{n, number}', '1') })
      .fill('Yes')
    await member
      .getByRole('textbox', { name: words['recruiting.answer.n'].replace('{n, number}', '2') })
      .fill('No')
    await member
      .getByRole('checkbox', { name: words['recruiting.answer.fits'] })
      .nth(1)
      .click({ force: true })
    expect(await checkAxe(member)).toEqual([])
    await shoot(member, `recruiting-letter-${language}`)
    await member.locator('button[type=submit]').click()
    await member.getByText(words['recruiting.letter.saved']).waitFor()
    await member.getByRole('tab', { name: words['recruiting.tab.draw'] }).click()
    await member.getByText(words['recruiting.filter.rested']).waitFor()
    await member.getByRole('button', { name: words['recruiting.draw'], exact: true }).click()
    await member.getByRole('heading', { name: words['recruiting.draws'] }).waitFor()
    const release = member.getByRole('button', { name: /3/ }).filter({ hasText: /letters|mails/ })
    await release.waitFor()
    expect(await checkAxe(member)).toEqual([])
    await shoot(member, `recruiting-draw-${language}`)
    await release.click()
    await member.getByText(words['recruiting.draw.sent']).waitFor()
    await sendLetters(program.app)
  }, 180_000)

  test('somebody who is asked decides on a phone, by keyboard, and chooses a time', async () => {
    const own = inviteeWords[language]
    await participant.goto(program.url + (await linkInLetter(`${language}-0@browser.example.org`)))
    await participant.getByText('Did you move?').waitFor()
    expect(await checkAxe(participant)).toEqual([])
    await shoot(participant, `asked-${language}`)
    await participant.getByRole('radio', { name: 'Yes' }).focus()
    await participant.keyboard.press('Space')
    await participant.getByRole('button', { name: own.next }).focus()
    await participant.keyboard.press('Enter')
    await participant.getByRole('heading', { name: own.consent }).waitFor()
    expect(await checkAxe(participant)).toEqual([])
    await shoot(participant, `consent-${language}`)
    await participant.getByLabel(own.called).fill('Mette')
    for (const use of ['recording', 'conversation_analysis'] as const)
      await participant.getByRole('checkbox', { name: own.uses[use].name }).check()
    await participant.getByRole('radio', { name: own.quoting.manners.pseudonym }).check()
    await participant.getByRole('button', { name: own.agree }).click()
    await participant.getByRole('heading', { name: own.choose }).waitFor()
    // The reader's own zone, found by their browser, which asks for the page again where the program guessed another.
    if (zoneOf({ zone: null, language }) !== ownZone) await participant.waitForURL(/[?&]zone=/)
    expect(await participant.getByLabel(own.zone).inputValue()).toBe(ownZone)
    expect(await checkAxe(participant)).toEqual([])
    await shoot(participant, `times-${language}`)
    await participant.locator('.times button').first().click()
    await participant.getByRole('heading', { name: own.booked }).waitFor()
    expect(await checkAxe(participant)).toEqual([])
    const sideways = await participant.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(sideways).toBeLessThanOrEqual(0)
    await shoot(participant, `booked-${language}`)
    await participant.reload()
    await participant.getByRole('heading', { name: own.booked }).waitFor()
  }, 180_000)

  test('the member sees who has a time, and reads a name only by asking for it', async () => {
    await member.goto(`${program.url}/w/${ann.workspaceId}/studies/${studyId}/recruiting`)
    await member.getByRole('row').filter({ hasText: words['recruiting.state.booked'] }).waitFor()
    expect(await member.content()).not.toContain('@browser.example.org')
    const row = member.getByRole('row').filter({ hasText: words['recruiting.state.booked'] })
    await row.getByRole('button', { name: words['recruiting.contact'] }).click()
    await member.getByRole('button', { name: words['recruiting.contact.show'] }).click()
    await member.getByText('Mette', { exact: true }).waitFor()
    expect(await checkAxe(member)).toEqual([])
    await shoot(member, `recruiting-people-${language}`)
  }, 120_000)

  test('the conversation is held at its page, and its debrief opens by itself', async () => {
    const t = interfaceWords(language)
    await member.goto(`${program.url}/w/${ann.workspaceId}/studies/${studyId}?tab=sittings`)
    await member.getByRole('row', { name: 'Mette' }).click()
    await member.getByRole('heading', { level: 1, name: 'Mette' }).waitFor()
    await member.getByRole('button', { name: t('conversations.sitting.begin') }).click()
    const pad = member.getByRole('textbox', { name: t('conversations.notes.write') })
    await pad.fill('She waited for a week')
    await pad.press('Enter')
    await expect.poll(notesThere).toContain('She waited for a week')
    await member.getByText(t('conversations.notes.saved')).waitFor()
    await member.getByRole('button', { name: t('conversations.sitting.end') }).click()
    await member.getByLabel(t('conversations.debrief.surprised')).fill('Nobody had called her back')
    await member.getByText('She waited for a week').waitFor()
    await expect.poll(notesThere).toContain('Nobody had called her back')
    await member.getByText(t('conversations.notes.saved')).waitFor()
    expect(await checkAxe(member)).toEqual([])
    await participant.reload()
    await participant.getByRole('heading', { name: inviteeWords[language].held }).waitFor()
    expect(complaints).toEqual([])
  }, 120_000)

  /** What was written in the conversations of the study and has arrived. */
  async function notesThere(): Promise<string> {
    const notes = await program.app.pg
      .selectFrom('sitting_notes')
      .innerJoin('sittings', 'sittings.id', 'sitting_notes.sitting_id')
      .select(['sitting_notes.text', 'sitting_notes.lines'])
      .where('sittings.study_id', '=', studyId)
      .where('sittings.state', '=', 'held')
      .execute()
    return JSON.stringify(notes)
  }

  /** What somebody clicks on in their letter. */
  async function linkInLetter(address: string): Promise<string> {
    const letter = await program.app.pg
      .selectFrom('mails')
      .select('body')
      .where('recipient', '=', address)
      .executeTakeFirstOrThrow()
    return /\/i\/[\w-]{65}/.exec(letter.body)?.[0] ?? ''
  }
})
