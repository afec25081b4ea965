import { expect, test } from 'vitest'
import { allShown, describeInBrowser } from '../../../test/browser.ts'
import { interfaceWords } from '../../../test/interface-words.ts'
import { openWorkspace } from '../../../test/members.ts'
import { checkAxe, shoot } from '../../../test/screenshots.ts'
import { bringTalk, openStudy } from '../../../test/spoken-study.ts'
import { listParticipants } from '../list-participants.ts'

describeInBrowser('what a participant agrees to, written down by a member', (house) => {
  test.each([
    ['en', 'en-GB', 1440],
    ['de', 'de-DE', 390],
  ] as const)(
    '%s: quoting with their name, which name, and again without',
    async (language, locale, width) => {
      const t = interfaceWords(language)
      const ann = await openWorkspace(house.app)
      const { studyId } = await openStudy(house.app, ann, { basis: 'consent', title: 'By name' })
      await bringTalk(house.app, ann, { studyId, talk: 'Interviewer: When?\nMette: In spring.' })
      await house.app.pg
        .updateTable('studies')
        .set({ quotes_by_name: true })
        .where('id', '=', studyId)
        .execute()
      const quoted = async () => {
        const { items } = await listParticipants(house.app.pg, {
          workspaceId: ann.workspaceId,
          studyId,
          limit: 5,
        })
        return items.map(({ quotingManner, quotedAs }) => [quotingManner, quotedAs])
      }
      const { page } = await house.openAs(ann, { locale, width })
      await page.goto(`${house.url}/w/${ann.workspaceId}/studies/${studyId}?tab=participants`)
      const dialog = page.getByRole('dialog')
      const edit = async () => {
        await page.getByRole('button', { name: new RegExp(`^${t('kit.edit')}`) }).click()
        await dialog.getByRole('heading', { level: 2 }).waitFor()
      }
      const save = () => dialog.getByRole('button', { name: t('kit.save') }).click()
      const manner = (which: string) =>
        dialog.getByRole('radio', { name: t(`conversations.manner.${which}`), exact: true })
      const name = dialog.getByRole('textbox', { name: t('conversations.manner.quoted-as') })

      await allShown(page)
      await edit()
      const quoting = dialog.getByRole('switch', { name: t('conversations.agreement.quoting.one') })
      if (!(await quoting.isChecked())) await quoting.click({ force: true })
      await manner('name').check({ force: true })
      await name.waitFor()
      await save()
      await dialog.getByText(t('kit.field.missing'), { exact: true }).waitFor()
      expect(await quoted()).toEqual([[null, null]])
      await name.fill('Mette Holm')
      await dialog
        .getByRole('textbox', { name: t('conversations.wording'), exact: true })
        .fill('May we show your name?')
      expect(await checkAxe(page)).toEqual([])
      await shoot(page, `agreements-name-${language}`)
      await save()
      await dialog.waitFor({ state: 'detached' })
      expect(await quoted()).toEqual([['name', 'Mette Holm']])

      await page.reload()
      await allShown(page)
      await edit()
      await name.waitFor()
      expect(await name.inputValue()).toBe('Mette Holm')
      await manner('pseudonym').check({ force: true })
      await name.waitFor({ state: 'detached' })
      await save()
      await dialog.waitFor({ state: 'detached' })
      expect(await quoted()).toEqual([['pseudonym', null]])
    },
    180_000,
  )
})
