import { expect, test } from 'vitest'
import { describeInBrowser } from '../../../../test/browser.ts'
import { joinWorkspace, openWorkspace } from '../../../../test/members.ts'
import { checkAxe, shoot } from '../../../../test/screenshots.ts'
import { bringTalk, openStudy } from '../../../../test/spoken-study.ts'
import da from '../messages/da.json' with { type: 'json' }
import en from '../messages/en.json' with { type: 'json' }

const talk = `Interviewer: When did you last switch bank?
Mette: The app was slow and nobody answered.`

describeInBrowser('memos in a browser', (house) => {
  test.each([
    ['en-GB', en],
    ['da-DK', da],
  ])(
    'in %s what is typed is kept by itself, a colleague sees it, and of two at once nobody loses a word',
    async (locale, words) => {
      const ann = await openWorkspace(house.app)
      const ben = await joinWorkspace(house.app, { workspaceId: ann.workspaceId, role: 'researcher' })
      const { studyId } = await openStudy(house.app, ann)
      const { interviewId } = await bringTalk(house.app, ann, { studyId, talk, title: 'With Mette' })
      const { context, page } = await house.openAs(ann, { locale })
      const other = await house.openAs(ben, { locale })
      await page.goto(`${house.url}/w/${ann.workspaceId}/interviews/${interviewId}`)
      await page.getByText(words['coding.memos.open']).click()
      await page.getByRole('textbox', { name: words['coding.memos.new'] }).fill('They wait')
      await page.getByRole('button', { name: words['coding.memos.add'] }).click()
      const box = page.getByRole('textbox', { name: words['coding.memo'] })
      await box.fill('They wait and nobody says why')
      await page.getByText(words['coding.memo.state.kept'], { exact: true }).waitFor()
      expect(await checkAxe(page)).toEqual([])

      const list = `${house.url}/w/${ann.workspaceId}/memos?study=${studyId}`
      await other.page.goto(list)
      await other.page.getByText('They wait and nobody says why').waitFor()
      await shoot(other.page, `memos-${locale}`)
      expect(await checkAxe(other.page)).toEqual([])
      await other.page.getByRole('link', { name: 'With Mette' }).click()
      await other.page.getByText(words['coding.memos.open']).click()
      const theirs = other.page.getByRole('textbox', { name: words['coding.memo'] })
      await theirs.waitFor()
      // Both type before either is kept: the slower is asked, and nothing is lost.
      await context.setOffline(true)
      await box.fill('Mine')
      await theirs.fill('Theirs')
      await other.page.getByText(words['coding.memo.state.kept'], { exact: true }).waitFor()
      await context.setOffline(false)
      await page.getByText(words['coding.problem.memo-changed']).waitFor()
      expect(await box.inputValue()).toBe('Mine')
      await shoot(page, `memo-conflict-${locale}`)
      await page.getByRole('button', { name: words['coding.memo.keep.mine'] }).click()
      await page.getByText(words['coding.memo.state.kept'], { exact: true }).waitFor()
      await page.reload()
      await page.getByText(words['coding.memos.open']).click()
      expect(await box.inputValue()).toBe('Mine')
      await context.close()
      await other.context.close()
    },
    240_000,
  )

  /** A conversation with one memo, open in a window of its own. */
  async function openMemo(text: string) {
    const ann = await openWorkspace(house.app)
    const { studyId } = await openStudy(house.app, ann)
    const { interviewId } = await bringTalk(house.app, ann, { studyId, talk })
    const { context, page } = await house.openAs(ann)
    await page.goto(`${house.url}/w/${ann.workspaceId}/interviews/${interviewId}`)
    await page.getByText(en['coding.memos.open']).click()
    await page.getByRole('textbox', { name: en['coding.memos.new'] }).fill(text)
    await page.getByRole('button', { name: en['coding.memos.add'] }).click()
    const box = page.getByRole('textbox', { name: en['coding.memo'] })
    await box.waitFor()
    return { context, page, box }
  }

  test('a memo that is removed can be brought back, also where it left the page before the answer was here', async () => {
    const { context, page, box } = await openMemo('They wait')
    await page.route(/\/memos\/[^/]+$/u, async (route) => {
      if (route.request().method() !== 'DELETE') return route.fallback()
      const answer = await route.fetch()
      await box.waitFor({ state: 'detached' })
      return route.fulfill({ response: answer })
    })
    await page.getByRole('button', { name: 'Remove', exact: true }).click()
    await page.getByRole('status').getByRole('button', { name: en['coding.undo'] }).click()
    await box.waitFor()
    expect(await box.inputValue()).toBe('They wait')
    await context.close()
  }, 60_000)

  test('what could not be kept since too many wrote at once is tried again by itself', async () => {
    const { context, page, box } = await openMemo('They wait')
    let refused = 0
    await page.route(/\/memos\/[^/]+$/u, (route) => {
      if (route.request().method() !== 'PUT' || refused === 2) return route.fallback()
      refused++
      const body = { id: 'too-many-at-once', title: 'Too many at once', status: 503, detail: '' }
      return route.fulfill({ status: 503, contentType: 'application/problem+json', json: body })
    })
    await box.fill('They wait and nobody says why')
    await page.getByText(en['coding.memo.state.typing'], { exact: true }).waitFor()
    await page.getByText(en['coding.memo.state.kept'], { exact: true }).waitFor()
    expect(refused).toBe(2)
    await context.close()
  }, 60_000)
})
