import { expect, test } from 'vitest'
import { allShown, describeInBrowser } from '../../../test/browser.ts'
import { interfaceWords } from '../../../test/interface-words.ts'
import { openWorkspace } from '../../../test/members.ts'
import { checkAxe, shoot } from '../../../test/screenshots.ts'
import { openStudy } from '../../../test/spoken-study.ts'
import type { RecruitmentDraft } from '../recruiting.schema.ts'
import { changeRecruitment, readRecruitment } from '../recruitment.ts'

describeInBrowser('letters and questions that two members change', (house) => {
  test.each([
    ['da', 'da-DK', 1440],
    ['en', 'en-GB', 390],
  ] as const)(
    '%s: the slower one sees both versions, chooses, and saves what both have written',
    async (language, locale, width) => {
      const t = interfaceWords(language)
      const { app } = house
      const ann = await openWorkspace(app)
      const { workspaceId, actor } = ann
      const { studyId } = await openStudy(app, ann, { title: 'Moving' })
      const now = () => readRecruitment(app.pg, { workspaceId, studyId })
      const { version: _, ...before } = await now()
      const say = (draft: Partial<RecruitmentDraft>, version: number) =>
        changeRecruitment(app, { workspaceId, studyId, actor, version, draft: { ...before, ...draft } })
      await say({ about: { en: 'Moving' }, gift: { en: 'A pen' } }, 0)

      const { page } = await house.openAs(ann, { locale, width })
      await page.goto(`${house.url}/w/${workspaceId}/studies/${studyId}/recruiting`)
      await page.getByRole('tab', { name: t('recruiting.tab.letter') }).click()
      const about = page.getByRole('textbox', { name: t('recruiting.about') })
      await about.fill('Moving house')
      await page.locator('[name="minutes"]').fill('30')
      const theirs = { about: { en: 'Leaving home', sv: 'Flytta' }, gift: { en: 'A book' }, minutes: 45 }
      await say(theirs, 1)

      await page.getByRole('button', { name: t('kit.save') }).click()
      const choice = page.getByRole('radiogroup', { name: t('recruiting.about') })
      await choice.getByText('Leaving home').waitFor()
      await choice.getByText('Moving house').waitFor()
      expect(await page.getByRole('radiogroup').count()).toBe(2)
      await page
        .getByRole('radiogroup', { name: t('recruiting.minutes') })
        .getByText(t('kit.versions.theirs'))
        .click()
      await allShown(page)
      expect(await checkAxe(page)).toEqual([])
      await shoot(page, `letter-versions-${language}`)

      await page.getByRole('button', { name: t('kit.versions.take') }).click()
      await choice.waitFor({ state: 'detached' })
      expect(await about.inputValue()).toBe('Moving house')
      expect(await page.locator('[name="minutes"]').inputValue()).toBe('45')
      await page.getByRole('button', { name: t('kit.save') }).click()
      await page.getByText(t('recruiting.letter.saved')).waitFor()
      const merged = { minutes: 45, about: { en: 'Moving house', sv: 'Flytta' }, gift: { en: 'A book' } }
      expect(await now()).toMatchObject({ ...merged, version: 3 })
    },
    120_000,
  )
})
