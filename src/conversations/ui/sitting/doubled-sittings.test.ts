import { expect, test } from 'vitest'
import { allShown, describeInBrowser } from '../../../../test/browser.ts'
import { interfaceWords } from '../../../../test/interface-words.ts'
import { openWorkspace } from '../../../../test/members.ts'
import { checkAxe, shoot } from '../../../../test/screenshots.ts'
import { openStudy } from '../../../../test/spoken-study.ts'
import { addParticipant } from '../../participants.ts'
import { planSitting } from '../../sittings/plan-sitting.ts'
import { listSittings } from '../../sittings/sittings.ts'

describeInBrowser('somebody with two conversations to come', (house) => {
  test.each([
    ['en', 'en-GB', 1440],
    ['da', 'da-DK', 390],
  ] as const)(
    '%s: whoever leads the study sees it, keeps one, and the other is called off',
    async (language, locale, width) => {
      const t = interfaceWords(language)
      const { app } = house
      const ann = await openWorkspace(app)
      const { workspaceId, memberId: interviewerId, actor } = ann
      const { studyId } = await openStudy(app, ann)
      const [called, others] = await Promise.all(
        ['Mette', 'Bo'].map(async (name) => ({
          called: name,
          participantId: await addParticipant(app, {
            ...{ workspaceId, studyId, actor },
            ...{ personId: undefined, agreements: [] },
          }),
        })),
      )
      const plan = (inDays: number, people: (typeof called)[]) =>
        app.pg.transaction().execute((tx) =>
          planSitting(
            { app, tx },
            {
              ...{ workspaceId, studyId, interviewerId, actor, language, minutes: 60 },
              people: people.flatMap((one) => (one === undefined ? [] : [one])),
              startsAt: new Date(Date.now() + inDays * 86_400_000),
            },
          ),
        )
      const { sittingId: sooner } = await plan(2, [called])
      const { sittingId: later } = await plan(4, [called])
      await plan(3, [others])
      const { page } = await house.openAs(ann, { locale, width })
      await page.goto(`${house.url}/w/${workspaceId}/studies/${studyId}?tab=sittings`)
      const notice = page.getByRole('note').filter({ hasText: 'Mette' })
      await notice.waitFor()
      await allShown(page)
      expect(await notice.getByRole('listitem').count()).toBe(2)
      expect(await checkAxe(page)).toEqual([])
      await shoot(page, `doubled-${language}`)
      await notice.getByRole('button').nth(1).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('listitem').waitFor()
      expect(await checkAxe(page)).toEqual([])
      await dialog.getByRole('button', { name: t('conversations.doubled.keep') }).click()
      await dialog.waitFor({ state: 'detached' })
      await notice.waitFor({ state: 'detached' })
      const { items } = await listSittings(app, { workspaceId, studyId, actor, limit: 10 })
      const states = Object.fromEntries(items.map(({ sittingId, state }) => [sittingId, state]))
      expect(states).toMatchObject({ [sooner]: 'cancelled', [later]: 'planned' })
    },
    120_000,
  )
})
