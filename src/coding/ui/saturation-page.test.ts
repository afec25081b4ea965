import { beforeAll, expect, test } from 'vitest'
import { describeInBrowser } from '../../../test/browser.ts'
import { openWorkspace, type TestMember } from '../../../test/members.ts'
import { checkAxe, shoot } from '../../../test/screenshots.ts'
import { bringTalk, openStudy } from '../../../test/spoken-study.ts'
import { markPassages } from '../highlights.ts'
import da from './messages/da.json' with { type: 'json' }
import en from './messages/en.json' with { type: 'json' }

const codes = [['Price', 'Trust'], ['Price'], ['Service'], ['Trust'], ['Price'], ['Habit']]

describeInBrowser('saturation in a browser', (house) => {
  let ann: TestMember
  beforeAll(async () => {
    ann = await openWorkspace(house.app)
    const { studyId } = await openStudy(house.app, ann)
    for (const [place, names] of codes.entries()) await hear({ studyId, place, names })
  }, 180_000)
  async function hear(given: { studyId: string; place: number; names: readonly string[] }) {
    const { studyId, place, names } = given
    const { interviewId, utterances } = await bringTalk(house.app, ann, {
      studyId,
      talk: `Mette: Well, ${place} then.\nInterviewer: And?\nMette: Yes.`,
      title: `Interview ${place + 1}`,
      happenedAt: new Date(Date.UTC(2026, 0, place + 1, 12)),
    })
    const [first] = utterances
    if (!first) throw new Error('nothing was said')
    for (const name of names)
      await markPassages(house.app, {
        workspaceId: ann.workspaceId,
        actor: ann.actor,
        interviewId,
        passages: [{ utteranceId: first.utteranceId, version: first.version, start: 0, end: 4 }],
        codeIds: [],
        newCode: { name, description: '', colour: 'teal' },
      })
  }

  test.each([
    ['en-GB', en, 'The launch is today'],
    ['da-DK', da, 'Lanceringen er i dag'],
  ] as const)(
    'in %s a study says that new things are still heard, never that it is done, and keeps a member’s reason',
    async (locale, words, why) => {
      const { context, page } = await house.openAs(ann, { locale })
      // An address cut off before its value chooses as one without.
      await page.goto(`${house.url}/w/${ann.workspaceId}/saturation?study=`)
      await page.getByText(words['coding.saturation.hearing'], { exact: true }).waitFor()
      expect(await page.getByText(words['coding.saturation.agree'], { exact: true }).count()).toBe(0)
      expect(await page.getByText(words['coding.saturation.not.reached'], { exact: true }).count()).toBe(2)
      await page.getByRole('textbox', { name: words['coding.saturation.why'] }).fill(why)
      await page.getByRole('button', { name: locale === 'en-GB' ? 'Save' : 'Gem', exact: true }).click()
      await page.locator('li').getByText(why).waitFor()
      await shoot(page, `saturation-${locale}`)
      expect(await checkAxe(page)).toEqual([])

      // Each run against the base, and measured otherwise: the choice is there after a reload.
      const runs = page.getByRole('table', { name: words['coding.saturation.runs'] })
      await runs
        .getByRole('row', { name: '4+2' })
        .getByText(/\b1 (?:of|af) 3 · 33/)
        .waitFor()
      await page.getByText(words['coding.saturation.rule'], { exact: true }).click()
      const base = page.getByRole('button', { name: words['coding.saturation.rule.base'] })
      await base.click()
      await page.getByRole('option', { name: '6', exact: true }).click()
      await runs.waitFor({ state: 'detached' })
      await page.getByText(words['coding.saturation.few.why'].replace('{wanted}', '8')).waitFor()
      await page.reload()
      await base.getByText('6').waitFor()
      expect(await checkAxe(page)).toEqual([])
      await context.close()
    },
    120_000,
  )
})
