import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listSegments, segmentPeople } from '../src/segments/index.ts'
import { ensureSetupToken, setupLink } from '../src/workspace/index.ts'
import { interfaceWords, type InterfaceWords } from './interface-words.ts'
import { openWorkspace } from './members.ts'
import { openProgram, signInBrowser, type Program } from './program.ts'
import { launchBrowser, shoot } from './screenshots.ts'

const chromiumPresent = existsSync(process.env['CHROMIUM'] ?? '/usr/bin/chromium')
const most = 40

const data = join(import.meta.dirname, 'data')
const customers = join(data, 'customers/bank-additional.csv')
// Invented conversations. No real set joins people and interviews: the link made below is invented too.
const transcripts = ['transcripts/da-navne.txt', 'transcripts/en-zoom.vtt'].map((file) => join(data, file))

type Way = {
  program: Program
  browser: Browser
  page: Page
  locale: string
  language: string
  t: InterfaceWords
  /** Every press, choice, drop of files, key and text typed (with the Enter that ends it). */
  actions: number
  workspaceId: string
  study: string
  complaints: string[]
}

/**
 * The chain of the product in Chromium: a customer file, segments, a study, two conversations, a code, the portrait and the words, in at
 * most forty actions. One language a file, because the engine inside the program serves one data folder a process.
 */
export function goTheWholeWay({ language, locale }: { language: string; locale: string }): void {
  if (!chromiumPresent)
    console.warn('no Chromium here (set CHROMIUM): the whole way is not gone in a browser')
  describe.skipIf(!chromiumPresent)(`the whole way, ${locale}`, () => {
    let way: Way
    beforeAll(async () => {
      way = await begin({ language, locale })
    }, 240_000)
    afterAll(async () => {
      await way?.browser.close()
      await way?.program.close()
    })

    test('from a customer file and two conversations to a portrait in at most forty actions', async () => {
      for (const step of steps) await take(way, step)
      expect(way.complaints).toEqual([])
    }, 600_000)

    test('a second workspace beside it sees nothing of it', async () => {
      await seenFromElsewhere(way)
    }, 90_000)
  })
}

async function begin({ language, locale }: { language: string; locale: string }): Promise<Way> {
  const program = await openProgram()
  const browser = await launchBrowser()
  const page = await (await browser.newContext({ locale, viewport: { width: 1440, height: 900 } })).newPage()
  page.setDefaultTimeout(40_000)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  const t = interfaceWords(language)
  return { program, browser, page, locale, language, t, actions: 0, workspaceId: '', study: '', complaints }
}

/** One step; where it fails, a picture of the page is kept beside the other pictures. */
async function take(way: Way, step: (way: Way) => Promise<void>): Promise<void> {
  try {
    await step(way)
    await shoot(way.page, `journey-${step.name}-${way.language}`)
  } catch (error) {
    const results = join(import.meta.dirname, 'results')
    mkdirSync(results, { recursive: true })
    await way.page.screenshot({ path: join(results, `journey-failed-${way.language}.png`), fullPage: true })
    throw new Error(`${step.name}, after ${way.actions} actions, at ${way.page.url()}`, { cause: error })
  }
}

async function press(way: Way, role: 'button' | 'link', name: string | RegExp): Promise<void> {
  way.actions++
  await way.page
    .getByRole(role, { name, exact: typeof name === 'string' })
    .first()
    .click()
}

async function write(way: Way, label: string, text: string): Promise<void> {
  way.actions++
  await way.page.getByLabel(label).first().fill(text)
}

async function choose(way: Way, label: string, option: string | RegExp): Promise<void> {
  way.actions++
  await way.page.getByRole('button', { name: label }).first().click()
  await way.page.getByRole('option', { name: option }).first().click()
}

async function bring(way: Way, files: string | string[]): Promise<void> {
  way.actions++
  await way.page.locator('input[type=file]').first().setInputFiles(files)
}

async function setUp(way: Way): Promise<void> {
  const { t, page, program } = way
  const link = new URL(setupLink(program.app, (await ensureSetupToken(program.app)) ?? ''))
  await page.goto(program.url + link.pathname + link.hash)
  await write(way, t('workspace.setup.workspace'), 'Fjordbanken')
  await write(way, t('workspace.your.name'), 'Astrid Holm')
  await write(way, t('workspace.your.email'), 'astrid@example.org')
  await write(way, t('workspace.choose.password'), 'a long enough password 7')
  await press(way, 'button', t('workspace.setup.do'))
  await press(way, 'link', t('workspace.setup.go'))
  await page.getByRole('heading', { name: t('insights.door.file') }).waitFor()
  way.workspaceId = new URL(page.url()).pathname.split('/')[2] ?? ''
}

async function bringCustomers(way: Way): Promise<void> {
  const { t, page } = way
  await press(way, 'link', t('insights.door.file.do'))
  await page.getByText(t('collect.upload.drop')).first().waitFor()
  await bring(way, customers)
  await page.getByRole('heading', { name: t('collect.columns') }).waitFor()
  await choose(way, t('collect.may.analysis'), t('collect.basis.legitimate-interest'))
  await press(way, 'button', t('collect.start'))
  const done = t('collect.result.done').split('{')[0] ?? ''
  await page.getByText(done).first().waitFor({ timeout: 90_000 })
}

async function findSegments(way: Way): Promise<void> {
  const { t, page } = way
  await press(way, 'link', t('app.nav.segments'))
  await press(way, 'link', t('segments.find'))
  way.actions++
  await page
    .getByRole('combobox', { name: new RegExp(`^${t('segments.outcome')}`) })
    .first()
    .fill('y')
  await page.getByRole('option', { name: 'y', exact: true }).click()
  await choose(way, t('segments.outcome.value'), t('segments.op.yes'))
  await press(way, 'button', t('segments.find.start'))
  await page.getByRole('link', { name: t('segments.adjust') }).waitFor({ timeout: 180_000 })
  await press(way, 'link', t('segments.adjust'))
  await write(way, t('segments.set.name'), 'Who says yes')
  await press(way, 'button', t('kit.save'))
  await page.getByRole('heading', { name: 'Who says yes' }).first().waitFor()
}

async function planStudy(way: Way): Promise<void> {
  const { t, page } = way
  await press(way, 'link', t('app.nav.studies'))
  await press(way, 'link', t('conversations.plan'))
  await write(way, t('conversations.field.title'), 'Why they say yes')
  way.actions++
  await page
    .locator('label', { hasText: t('conversations.mode.behaviour') })
    .first()
    .click()
  await press(way, 'button', t('conversations.plan.save'))
  await page.getByRole('heading', { level: 1, name: 'Why they say yes' }).waitFor()
  way.study = page.url()
}

async function bringConversations(way: Way): Promise<void> {
  const { t, page, program, workspaceId } = way
  const [segment] = await listSegments(program.app, workspaceId)
  if (segment === undefined) throw new Error('no segment was kept')
  const { segmentId } = segment
  const members = await segmentPeople(program.app, { workspaceId, segmentId, purpose: 'analysis' })
  // Whoever held the conversation knows whom they invited.
  const invited = members.people[0]?.pseudonym ?? ''
  await press(way, 'link', t('conversations.import'))
  await press(way, 'button', t('conversations.participant.add'))
  await write(way, t('conversations.search.identifier'), invited)
  await page.keyboard.press('Enter')
  await press(way, 'button', t('conversations.choose'))
  await press(way, 'button', t('kit.add'))
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await bring(way, transcripts)
  await choose(way, t('conversations.who.of', { name: 'Maja Lindholm' }), invited)
  way.actions += 2
  await page
    .locator('label', { hasText: t('conversations.agreement.conversation_analysis') })
    .first()
    .click()
  await page
    .locator('label', { hasText: t('conversations.agreement.quoting') })
    .first()
    .click()
  await press(way, 'button', /\b2\b/)
  await page.getByText(t('conversations.file.brought')).nth(1).waitFor()
}

async function markPassage(way: Way): Promise<void> {
  const { t, page } = way
  way.actions++
  const card = page.locator('section').filter({ has: page.getByRole('heading', { name: /da-navne/ }) })
  await card.getByRole('link', { name: t('conversations.read') }).click()
  const words = page.locator('[data-words]')
  await words.first().waitFor()
  // To their first answer, all of it, the box of codes, a code of its own.
  way.actions += 4
  await page.keyboard.press('j')
  await page.keyboard.press('a')
  await page.keyboard.press('c')
  await page.keyboard.type('Morning on the bike')
  await page.keyboard.press('Enter')
  await page.locator('[data-highlight]').first().waitFor()
}

async function readPortrait(way: Way): Promise<void> {
  const { t, page } = way
  await press(way, 'link', t('app.nav.home'))
  way.actions++
  await page.locator('main tbody a').first().click()
  await page.locator('blockquote').first().waitFor()
  await page.getByRole('heading', { level: 3, name: 'Morning on the bike' }).waitFor()
  await page.getByRole('heading', { name: t('insights.contact') }).waitFor()
  await page.getByRole('heading', { name: t('insights.unknown') }).waitFor()
  expect(way.actions).toBeLessThanOrEqual(most)
}

async function readWords(way: Way): Promise<void> {
  await press(way, 'link', way.t('insights.words.all'))
  await way.page.getByRole('heading', { level: 1, name: way.t('words.title') }).waitFor()
}

const steps = [
  setUp,
  bringCustomers,
  findSegments,
  planStudy,
  bringConversations,
  markPassage,
  readPortrait,
  readWords,
]

async function seenFromElsewhere({ program, browser, locale, study, t }: Way): Promise<void> {
  const other = await openWorkspace(program.app, { name: 'Somebody else' })
  const context = await browser.newContext({ locale, viewport: { width: 1440, height: 900 } })
  await signInBrowser(context, { url: program.url, user: other })
  const theirs = await context.newPage()
  await theirs.goto(`${program.url}/w/${other.workspaceId}`)
  await theirs.getByRole('heading', { name: t('insights.door.file') }).waitFor()
  await theirs.goto(study)
  await theirs.getByRole('heading', { level: 1 }).waitFor()
  expect(await theirs.getByText('Why they say yes').count()).toBe(0)
  await context.close()
}
