import { beforeAll, expect, test } from 'vitest'
import { describeInBrowser } from '../../../test/browser.ts'
import { openWorkspace, type TestMember } from '../../../test/members.ts'
import { bringTalk, openStudy, sayOfStudy } from '../../../test/spoken-study.ts'
import da from './messages/da.json' with { type: 'json' }
import en from './messages/en.json' with { type: 'json' }

describeInBrowser('what a conversation shows', (house) => {
  let ann: TestMember
  beforeAll(async () => {
    ann = await openWorkspace(house.app)
  }, 180_000)

  test('words written from right to left stand so, beside words written from left to right', async () => {
    const { studyId } = await openStudy(house.app, ann, { title: 'Two ways of writing' })
    const { interviewId } = await bringTalk(house.app, ann, {
      studyId,
      talk: 'Interviewer: Why did you leave?\nMaryam: كان التطبيق بطيئا جدا, and nobody answered.',
    })
    const { context, page } = await house.openAs(ann)
    await page.goto(`${house.url}/w/${ann.workspaceId}/interviews/${interviewId}`)
    const words = page.locator('[data-words]')
    await words.nth(1).waitFor()
    const ways = await words.evaluateAll((all) => all.map((one) => getComputedStyle(one).direction))
    expect(ways).toEqual(['ltr', 'rtl'])
    await context.close()
  })

  test.each([
    ['en-GB', en],
    ['da-DK', da],
  ] as const)('in %s nobody is told to ask whoever has taken their words back', async (locale, words) => {
    const { studyId } = await openStudy(house.app, ann, { title: `Taken back, ${locale}` })
    const { interviewId, speakers } = await bringTalk(house.app, ann, { studyId, talk: `Mette: ${locale}.` })
    await sayOfStudy(house.app, {
      ...{ workspaceId: ann.workspaceId, studyId, personNo: speakers[0]?.personNo },
      ...{ purpose: 'conversation_analysis', state: 'withdrawn' },
    })
    const { context, page } = await house.openAs(ann, { locale })
    await page.goto(`${house.url}/w/${ann.workspaceId}/interviews/${interviewId}`)
    await page.getByText(words['coding.reader.empty.refused']).waitFor()
    expect(await page.getByText(words['coding.reader.empty.todo']).count()).toBe(0)
    await context.close()
  })
})
