import { beforeAll, expect, test } from 'vitest'
import { describeInBrowser } from '../../../test/browser.ts'
import { openWorkspace, type TestMember } from '../../../test/members.ts'
import { checkAxe, shoot } from '../../../test/screenshots.ts'
import { bringTalk, openStudy } from '../../../test/spoken-study.ts'
import da from './messages/da.json' with { type: 'json' }
import en from './messages/en.json' with { type: 'json' }

const numbers = Array.from({ length: 12 }, (_, place) => place + 1)

describeInBrowser('words in a browser', (house) => {
  let ann: TestMember
  beforeAll(async () => {
    ann = await openWorkspace(house.app)
    const queues = await openStudy(house.app, ann, { title: 'Queues' })
    const talk = numbers.map((name) => `Q${name}: I waited in the queue. The queues are long, and I wait.`)
    await bringTalk(house.app, ann, { ...queues, talk: talk.join('\n') })
    const apps = await openStudy(house.app, ann, { title: 'Apps' })
    const others = numbers
      .slice(0, 11)
      .map((name) => `A${name}: I like the app. It is fast, and others are not.`)
    await bringTalk(house.app, ann, { ...apps, talk: others.join('\n') })
  }, 180_000)
  test.each([
    ['en-GB', en],
    ['da-DK', da],
  ])(
    'in %s a study’s words stand in order, say how sure they are, and open to where they were said',
    async (locale, words) => {
      const { context, page } = await house.openAs(ann, { locale })
      await page.goto(`${house.url}/w/${ann.workspaceId}/words`)
      // The newest study comes first: the eleven who speak of the app.
      await page.getByText(words['words.few.why']).waitFor()
      expect(await checkAxe(page)).toEqual([])
      const chooser = page.getByRole('combobox', { name: words['words.whose'] })
      await chooser.fill('Queues')
      await page.getByRole('option', { name: /Queues/ }).click()
      await page.getByRole('button', { name: 'queue', exact: true }).click()
      await page.locator('mark').first().waitFor()
      expect(await page.getByRole('button', { name: 'in', exact: true }).count()).toBe(0)
      await shoot(page, `words-${locale}`)
      expect(await checkAxe(page)).toEqual([])
      expect(await page.locator('mark').allTextContents()).toContain('queues')
      await context.close()
    },
    90_000,
  )
})
