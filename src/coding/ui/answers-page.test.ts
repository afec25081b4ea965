import { expect, test } from 'vitest'
import { describeInBrowser } from '../../../test/browser.ts'
import { joinWorkspace, openWorkspace, type TestMember } from '../../../test/members.ts'
import { bringAnswers } from '../../../test/open-answers.ts'
import { checkAxe, shoot } from '../../../test/screenshots.ts'
import { openStudy } from '../../../test/spoken-study.ts'
import { codesAmong } from '../quotes.ts'
import da from './messages/da.json' with { type: 'json' }
import en from './messages/en.json' with { type: 'json' }

/** Twelve hundred answers, every third of them about fees. */
const texts = Array.from({ length: 1200 }, (_, at) => {
  if (at % 3 === 0) return `The fees were far too high, account ${at}`
  return at % 3 === 1 ? `Nobody answered the phone on day ${at}` : `I moved to another town in ${at}`
})

describeInBrowser('open answers in a browser', (house) => {
  async function openAnswers(locale: string) {
    const ann = await openWorkspace(house.app)
    const { studyId } = await openStudy(house.app, ann, { title: 'Leavers' })
    const interviewId = await bringAnswers(house.app, ann, { studyId, texts })
    const open = async (user: TestMember, width = 1440) => {
      const { page } = await house.openAs(user, { locale, width })
      await page.goto(`${house.url}/w/${ann.workspaceId}/answers/${interviewId}`)
      await page.getByRole('option').first().waitFor()
      return page
    }
    return { ann, open }
  }

  test.each([
    ['en-GB', en],
    ['da-DK', da],
  ] as const)(
    'in %s thousands are read by the window, a range is coded with a yes, and suggestions wait for a person',
    async (locale, words) => {
      const { ann, open } = await openAnswers(locale)
      const bo = await joinWorkspace(house.app, { workspaceId: ann.workspaceId, role: 'researcher' })
      const page = await open(ann)
      const theirs = await open(bo)
      const list = page.getByRole('listbox', { name: words['coding.answers.list'], exact: true })
      // Twelve hundred are there, and a window of them is drawn.
      expect(await list.getByRole('option').first().getAttribute('aria-setsize')).toBe('1200')
      expect(await list.getByRole('option').count()).toBeLessThan(200)
      expect(await checkAxe(page)).toEqual([])
      await list.focus()
      await page.keyboard.press('End')
      await list.getByText('I moved to another town in 1199').waitFor()
      await page.keyboard.press('Home')
      await list.getByText('account 0', { exact: false }).first().waitFor()

      // One by one: write a code, Enter.
      await page.keyboard.press('c')
      await page.keyboard.type('Fees')
      await page.keyboard.press('Enter')
      await list.getByText('Fees', { exact: true }).first().waitFor()
      // A colleague sees it without loading.
      await theirs.getByRole('listbox').first().getByText('Fees', { exact: true }).first().waitFor()

      // Suggestions are counted, and give nobody a code by themselves.
      const suggested = page.getByRole('button', { name: /^Fees\s*399$/u })
      await suggested.click()
      await page.waitForURL(/suggested=/u)
      await page
        .getByRole('button', { name: words['coding.answers.choose.all'].replace('{n, number}', '399') })
        .click()
      await shoot(page, `answers-${locale}`)
      expect(await checkAxe(page)).toEqual([])
      await page
        .getByRole('button', {
          name: words['coding.answers.give'].replace('{name}', 'Fees').replace('{n, number}', '399'),
        })
        .click()
      const dialog = page.getByRole('dialog')
      await dialog.waitFor()
      expect(await codesAmong(house.app, ann)).toMatchObject([{ passages: 1 }])
      await dialog
        .getByRole('button', { name: words['coding.answers.ask.give.do'].replace('{n, number}', '399') })
        .click()
      await dialog.waitFor({ state: 'detached' })
      await expect
        .poll(() => codesAmong(house.app, ann), { timeout: 30_000 })
        .toMatchObject([{ passages: 400 }])

      // One step back, also after a reload.
      await page.reload()
      await page.getByRole('button', { name: words['coding.undo'], exact: true }).click()
      await expect
        .poll(() => codesAmong(house.app, ann), { timeout: 30_000 })
        .toMatchObject([{ passages: 1 }])
      await page.context().close()
      await theirs.context().close()
    },
    240_000,
  )

  test('on a phone nothing pushes the page sideways', async () => {
    const { ann, open } = await openAnswers('de-DE')
    const page = await open(ann, 390)
    const sideways = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
    expect(await page.evaluate(sideways)).toBeLessThanOrEqual(0)
    expect(await checkAxe(page)).toEqual([])
    await page.context().close()
  }, 120_000)
})
