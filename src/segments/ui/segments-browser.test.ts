import { existsSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allShown } from '../../../test/browser.ts'
import { openWorkspace, type TestMember } from '../../../test/members.ts'
import { openProgram, signInBrowser, type Program } from '../../../test/program.ts'
import { checkAxe, launchBrowser, shoot } from '../../../test/screenshots.ts'
import { bringPeople, readCustomers } from '../testing-people.ts'

const chromiumPresent = existsSync(process.env['CHROMIUM'] ?? '/usr/bin/chromium')
if (!chromiumPresent) console.warn('no Chromium here (set CHROMIUM): segments are not found by a browser')

const words = {
  en: {
    empty: 'No segments yet',
    find: 'Find segments',
    outcome: /^Outcome/,
    counts: /Counts when/,
    start: 'Start looking',
    factors: /factors that matter most/,
    leak: /“duration” was left out/,
    adjust: 'Adjust and save',
    name: /Name of this set/,
    ruleName: /Name of segment 1/,
    add: 'Something known of them',
    trait: /^Trait/,
    from: /^From/,
    size: /Size:/,
    save: 'Save',
    change: 'Change',
    purposes: 'What they may be contacted for',
    show: 'Show the list',
    conflict: /saved these segments/,
    mine: 'Save mine over theirs',
    addRule: 'Add a segment',
    ruleNames: /^Name of segment/,
    remove: 'Remove this segment',
    gone: 'This set was deleted meanwhile.',
    anew: 'Save as a new set',
    delete: 'Delete',
  },
  da: {
    empty: 'Ingen segmenter endnu',
    find: 'Find segmenter',
    outcome: /^Udfald/,
    counts: /Tæller, når/,
    start: 'Start søgningen',
    factors: /faktorer, der betyder mest/,
    leak: /”duration” er udeladt/,
    adjust: 'Tilpas og gem',
    name: /Navn på sættet/,
    ruleName: /Navn på segment 1/,
    add: 'Noget, vi ved om dem',
    trait: /^Egenskab/,
    from: /^Fra/,
    size: /Størrelse:/,
    save: 'Gem',
    change: 'Redigér',
    purposes: 'Hvad de må kontaktes om',
    show: 'Vis listen',
    conflict: /gemte segmenterne/,
    mine: 'Gem mine oven i deres',
    addRule: 'Tilføj et segment',
    ruleNames: /^Navn på segment/,
    remove: 'Fjern dette segment',
    gone: 'Sættet er slettet imens.',
    anew: 'Gem som nyt sæt',
    delete: 'Slet',
  },
} as const

describe.skipIf(!chromiumPresent)('segments in a browser', () => {
  let program: Program
  let browser: Browser
  beforeAll(async () => {
    program = await openProgram()
    browser = await launchBrowser()
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await program?.close()
  })

  describe.each(['en', 'da'] as const)('in %s', (locale) => {
    let page: Page
    let owner: TestMember
    const t = words[locale]
    const home = () => page.goto(`${program.url}/w/${owner.workspaceId}/segments`)
    const button = (name: string) => page.getByRole('button', { name, exact: true })

    beforeAll(async () => {
      owner = await openWorkspace(program.app)
      const context = await browser.newContext({
        viewport: { width: 1440, height: 900 },
        locale: locale === 'en' ? 'en-GB' : 'da-DK',
      })
      await signInBrowser(context, { url: program.url, user: owner })
      page = await context.newPage()
      page.setDefaultTimeout(20_000)
    })

    async function look(name: string): Promise<void> {
      await allShown(page)
      await shoot(page, `segments-${name}-${locale}`)
      expect(await checkAxe(page), name).toEqual([])
      const sideways = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
      expect(await page.evaluate<number>(sideways), name).toBe(0)
    }

    test('an empty workspace says what to do first', async () => {
      await home()
      await page.getByText(t.empty).waitFor()
      await look('empty')
    }, 60_000)

    test('segments are proposed by an outcome, with duration warned of', async () => {
      const people = readCustomers('bank-additional.csv')
      await bringPeople(program.app, {
        workspaceId: owner.workspaceId,
        people,
        bases: {
          analysis: { basis: 'legitimate interest' },
          invitation: { basis: 'consent' },
          advertising: { basis: 'contract' },
        },
      })
      await home()
      await page.getByRole('link', { name: t.find, exact: true }).first().click()
      await page.getByRole('combobox', { name: t.outcome }).fill('y')
      await page.getByRole('option', { name: 'y', exact: true }).click()
      await page.getByRole('button', { name: t.counts }).click()
      await page.getByRole('option', { name: /^yes/ }).click()
      await look('find')
      await button(t.start).click()
      await page.getByRole('progressbar').waitFor()
      await page.getByText(t.factors).waitFor({ timeout: 120_000 })
      expect(await page.getByText(t.leak).count()).toBe(1)
      await look('proposal')
    }, 180_000)

    test('a rule is changed, its size follows, and the set is saved and still there after a reload', async () => {
      await page.getByRole('link', { name: t.adjust }).click()
      await page.getByRole('textbox', { name: t.name }).fill('Who says yes')
      await page.getByRole('textbox', { name: t.ruleName }).fill('Sixty and over')
      const first = page.getByRole('group').filter({ has: page.getByRole('textbox', { name: t.ruleName }) })
      while (
        (await first.getByRole('button', { name: /^(Remove this condition|Fjern betingelsen)$/ }).count()) > 0
      )
        await first
          .getByRole('button', { name: /^(Remove this condition|Fjern betingelsen)$/ })
          .first()
          .click()
      await first.getByRole('button', { name: t.add }).click()
      // Enter takes the option of that name; a press could meet the list while it moves.
      await first.getByRole('combobox', { name: t.trait }).fill('age')
      await page.keyboard.press('Enter')
      await first.getByRole('textbox', { name: t.from }).fill('60')
      const sixty = readCustomers('bank-additional.csv').filter(({ age }) => Number(age) >= 60)
      await first.getByText(String(sixty.length), { exact: true }).waitFor()
      await look('editor')
      await button(t.save).click()
      await page.getByRole('heading', { name: 'Who says yes' }).waitFor()
      await page.reload()
      await page.getByRole('link', { name: 'Sixty and over' }).first().waitFor()
      await look('list')
    }, 120_000)

    test('a segment shows what its people may be contacted for, and who they are by pseudonym', async () => {
      await page.getByRole('link', { name: 'Sixty and over' }).first().click()
      await page.getByRole('heading', { name: t.purposes }).waitFor()
      await button(t.show).click()
      await page.getByRole('link', { name: / \d+$/ }).first().waitFor()
      await look('segment')
    }, 60_000)

    test('a saved set opens with the sizes it is known by, and counts anew once a rule is another', async () => {
      await home()
      const asked: string[] = []
      page.on('request', (request) => {
        if (request.url().endsWith('/segment-preview')) asked.push(request.url())
      })
      await page.getByRole('link', { name: t.change, exact: true }).click()
      const older = (age: number) =>
        readCustomers('bank-additional.csv').filter((customer) => Number(customer['age']) >= age).length
      const first = page.getByRole('group').filter({ has: page.getByRole('textbox', { name: t.ruleName }) })
      await first.getByText(String(older(60)), { exact: true }).waitFor()
      expect(asked).toEqual([])
      // What is whole is read as a sentence, and opens with the cursor in it.
      await first.getByRole('button', { name: t.change }).click()
      await first.getByRole('combobox', { name: t.trait }).and(page.locator(':focus')).waitFor()
      await first.getByRole('textbox', { name: t.from }).fill('62')
      await first.getByText(String(older(62)), { exact: true }).waitFor()
      expect(asked).toHaveLength(1)
    }, 60_000)

    test('of two who change it at once, the second sees what the first did and decides', async () => {
      await home()
      await page.getByRole('link', { name: t.change, exact: true }).click()
      await page.getByRole('textbox', { name: t.ruleName }).fill('Older people')
      const { pg } = program.app
      const set = await pg
        .selectFrom('segment_sets')
        .select(['id', 'version'])
        .where('workspace_id', '=', owner.workspaceId)
        .executeTakeFirstOrThrow()
      await pg
        .updateTable('segment_sets')
        .set({ version: set.version + 1, changed_by: 'Mette', changed_at: new Date() })
        .where('id', '=', set.id)
        .execute()
      await pg
        .updateTable('segments')
        .set({ name: 'Their name' })
        .where('set_id', '=', set.id)
        .where('place', '=', 1)
        .execute()
      await button(t.save).click()
      await page.getByText(t.conflict).waitFor()
      await page.getByText(/[“”]Their name”/).waitFor()
      await page.locator('[role=alert]:focus', { hasText: t.conflict }).waitFor()
      await look('conflict')
      await button(t.mine).click()
      await page.getByRole('link', { name: 'Older people' }).first().waitFor()
    }, 60_000)

    test('what was written for a set that was deleted meanwhile is saved as a new one', async () => {
      await home()
      await page.getByRole('link', { name: t.change, exact: true }).click()
      await page.getByRole('textbox', { name: t.name }).fill('Written after all')
      await program.app.pg
        .updateTable('segment_sets')
        .set({ removed_at: new Date() })
        .where('workspace_id', '=', owner.workspaceId)
        .execute()
      await button(t.save).press('Enter')
      await page.locator('[role=alert]:focus', { hasText: t.gone }).waitFor()
      await look('gone')
      await button(t.anew).press('Enter')
      await page.getByRole('heading', { name: 'Written after all' }).waitFor()
    }, 60_000)

    test('the focus goes on from what was added, taken away, saved and deleted', async () => {
      const focused = page.locator('main :focus')
      await focused.waitFor()
      await page.getByRole('link', { name: t.change, exact: true }).press('Enter')
      await page.getByRole('textbox', { name: t.name }).waitFor()
      await focused.waitFor()
      const names = page.getByRole('textbox', { name: t.ruleNames })
      await names.first().waitFor()
      const before = await names.count()
      await button(t.remove).last().press('Enter')
      await button(t.remove)
        .nth(before - 2)
        .and(page.locator(':focus'))
        .waitFor()
      await button(t.addRule).press('Enter')
      await names
        .nth(before - 1)
        .and(page.locator(':focus'))
        .waitFor()
      await button(t.remove).last().press('Enter')
      await button(t.save).press('Enter')
      await page.getByRole('heading', { name: 'Written after all' }).waitFor()
      await focused.waitFor()
      await button(t.delete).press('Enter')
      await page.getByText(t.empty).waitFor()
      await focused.waitFor()
    }, 60_000)
  })
})
