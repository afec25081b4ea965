import { beforeAll, expect, test } from 'vitest'
import { describeInBrowser } from '../../../test/browser.ts'
import { openWorkspace, type TestMember } from '../../../test/members.ts'
import { checkAxe, shoot } from '../../../test/screenshots.ts'
import { bringTalk, openStudy } from '../../../test/spoken-study.ts'
import da from './messages/da.json' with { type: 'json' }
import en from './messages/en.json' with { type: 'json' }

describeInBrowser('search in a browser', (house) => {
  let ann: TestMember
  beforeAll(async () => {
    ann = await openWorkspace(house.app)
    const study = await openStudy(house.app, ann, { title: 'Why people switch bank' })
    const talk = `Interviewer: When did you last switch?
Mette: In spring. The fees were rising and nobody answered the phone.
Interviewer: So the fees made you leave?
Bo: I have never switched. The branch on the corner is friendly.`
    await bringTalk(house.app, ann, { ...study, talk, title: 'Interview 1' })
    const danish = `Interviewer: Hvad skete der?
Mette: Gebyret blev ved med at stige, og kunderne ventede længe i telefonen.
Bo: Jeg betaler også gebyrer.`
    await bringTalk(house.app, ann, { ...study, talk: danish, title: 'Interview 2', language: 'da' })
  }, 180_000)
  test.each([
    ['en-GB', en, 'fee', ['fees', 'fees']],
    ['da-DK', da, 'gebyr', ['Gebyret', 'gebyrer']],
  ] as const)(
    'in %s the key / leads to the search, which shows words in their places and leads to the conversation',
    async (locale, words, typed, found) => {
      const { context, page } = await house.openAs(ann, { locale })
      await page.goto(`${house.url}/w/${ann.workspaceId}/codes`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.keyboard.press('/')
      const field = page.getByRole('searchbox', { name: words['coding.search.what'] })
      await field.waitFor()
      await page.keyboard.type(typed)
      await page.keyboard.press('Enter')
      await page.locator('mark').first().waitFor()
      expect(await page.locator('mark').allTextContents()).toEqual(found)
      expect(await checkAxe(page)).toEqual([])
      await page.locator('summary').click()
      await page.getByRole('button', { name: new RegExp(words['coding.search.role']) }).waitFor()
      await shoot(page, `search-${locale}`)
      expect(await checkAxe(page)).toEqual([])
      await page.getByRole('button', { name: new RegExp(words['coding.search.role']) }).click()
      await page.getByRole('option', { name: words['coding.search.role.participant'] }).click()
      await page.waitForURL(/role=participant/)
      await page.locator('figcaption a').first().click()
      await page.waitForURL(/\/interviews\/.*u=/)
      await page.goBack()
      expect(new URL(page.url()).searchParams.get('q')).toBe(typed)
      await context.close()
    },
    120_000,
  )
})
