import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { allShown, describeInBrowser } from '../../../test/browser.ts'
import { joinWorkspace, openWorkspace, type TestMember } from '../../../test/members.ts'
import { checkAxe, shoot } from '../../../test/screenshots.ts'
import { bringTalk, openStudy } from '../../../test/spoken-study.ts'
import da from './messages/da.json' with { type: 'json' }
import en from './messages/en.json' with { type: 'json' }

const talk = `Interviewer: Who helped you with the bank?
Sarah Brown: It was Gregory, my brother. Gregory's wife works in Melbourne.`

describeInBrowser('confidentiality in a browser', (house) => {
  async function open(user: TestMember, locale: string): Promise<Page> {
    const { page } = await house.openAs(user, { locale })
    return page
  }

  test.each([
    ['en-GB', en, 'Theodore'],
    ['da-DK', da, 'Valdemar'],
  ] as const)(
    'in %s a name is accepted, and neither the conversation, the search nor the table taken out shows it; the officer sees it',
    async (locale, words, pseudonym) => {
      const owner = await openWorkspace(house.app)
      const { workspaceId } = owner
      const officer = await joinWorkspace(house.app, { workspaceId, role: 'privacy officer' })
      const { studyId } = await openStudy(house.app, owner)
      const { interviewId } = await bringTalk(house.app, owner, { studyId, talk })
      const home = `${house.url}/w/${workspaceId}`
      const address = `${home}/studies/${studyId}/confidentiality`
      const page = await open(owner, locale)
      await page.goto(address)
      const instead = words['confidentiality.instead'].replace('{original}', 'Gregory')
      // Read through in the background, a few seconds after it was brought in.
      await page.getByLabel(instead).fill(pseudonym)
      await shoot(page, `confidentiality-${locale}`)
      expect(await checkAxe(page)).toEqual([])
      // What is written for one stays while another is decided about.
      const other = page.getByRole('checkbox', { name: 'Melbourne', exact: true })
      await other.check({ force: true })
      const leave = locale === 'en-GB' ? 'Leave 1 as it is' : 'Lad 1 stå'
      await page.getByRole('button', { name: leave, exact: true }).click()
      await other.waitFor({ state: 'detached' })
      expect(await page.getByLabel(instead).inputValue()).toBe(pseudonym)
      await page.getByRole('checkbox', { name: 'Gregory', exact: true }).check({ force: true })
      const press = locale === 'en-GB' ? 'Replace 1' : 'Erstat 1'
      await page.getByRole('button', { name: press, exact: true }).click()
      await page.getByLabel(instead).waitFor({ state: 'detached' })

      await page.goto(`${home}/interviews/${interviewId}`)
      await page.getByText(`It was ${pseudonym}, my brother.`).waitFor()
      expect(await page.content()).not.toContain('Gregory')
      await page.goto(`${home}/search?q=Gregory`)
      await allShown(page)
      expect(await page.getByText('my brother').count()).toBe(0)
      await page.goto(`${home}/search?q=${pseudonym}`)
      await page.getByText('my brother').first().waitFor()
      const taken = await page.request.get(
        `${house.url}/api/w/${workspaceId}/coding/quotes?studyId=${studyId}&format=csv`,
      )
      expect(taken.ok()).toBe(true)
      expect(await taken.text()).not.toContain('Gregory')

      await page.goto(`${address}?tab=accepted`)
      await page.getByRole('rowheader', { name: pseudonym }).waitFor()
      expect(await page.getByRole('button', { name: words['confidentiality.reveal'] }).count()).toBe(0)
      expect(await checkAxe(page)).toEqual([])
      await page.context().close()

      const theirs = await open(officer, locale)
      await theirs.goto(address)
      await theirs.getByRole('button', { name: words['confidentiality.reveal'] }).click()
      await theirs.getByLabel(words['confidentiality.reason']).fill('The participant asked for it')
      await theirs.getByRole('dialog').getByRole('button', { name: words['confidentiality.reveal'] }).click()
      await theirs.getByRole('dialog').getByText('Gregory', { exact: true }).first().waitFor()
      expect(await checkAxe(theirs)).toEqual([])
      await theirs.getByRole('button', { name: words['confidentiality.restore'] }).click()
      await theirs.getByText(words['confidentiality.restore.done']).waitFor()
      await theirs.context().close()
    },
    240_000,
  )
})
