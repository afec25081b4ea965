import { expect, test } from 'vitest'
import { allShown, describeInBrowser } from '../../../test/browser.ts'
import { interfaceWords } from '../../../test/interface-words.ts'
import { openWorkspace } from '../../../test/members.ts'
import { checkAxe, shoot } from '../../../test/screenshots.ts'
import { openStudy } from '../../../test/spoken-study.ts'
import { changeStudy, findStudy } from '../studies.ts'

describeInBrowser('a study that two members change', (house) => {
  test.each([
    ['en', 'en-GB', 1440],
    ['de', 'de-DE', 390],
  ] as const)(
    '%s: the slower one sees both versions, chooses, and saves what both have written',
    async (language, locale, width) => {
      const t = interfaceWords(language)
      const { app } = house
      const ann = await openWorkspace(app)
      const { workspaceId, actor } = ann
      const { studyId } = await openStudy(app, ann, { title: 'Switching' })
      const now = async () => {
        const study = await findStudy(app.pg, { workspaceId, studyId })
        if (!study) throw new Error('the study is gone')
        return study
      }
      const { page } = await house.openAs(ann, { locale, width })
      await page.goto(`${house.url}/w/${workspaceId}/studies/${studyId}/edit`)
      await allShown(page)
      const field = (name: string) => page.locator(`[name="${name}"]`)
      await field('title').fill('Why they leave')
      await field('confirmation').fill('Most tell of a call')

      const read = await now()
      const theirs = { ...read, title: 'Why they go', contradiction: 'They speak of the rate' }
      const { guide: _, ...draft } = theirs
      await changeStudy(app, { workspaceId, actor, studyId, draft, version: read.version })
      await page.getByRole('button', { name: t('kit.save') }).click()
      const title = page.getByRole('radiogroup', { name: t('conversations.field.title') })
      await title.getByText('Why they go').waitFor()
      await title.getByText('Why they leave').waitFor()
      expect(await page.getByRole('radiogroup').count()).toBe(2)
      expect(await checkAxe(page)).toEqual([])
      await shoot(page, `study-versions-${language}`)

      await page.getByRole('button', { name: t('kit.versions.take') }).click()
      await title.waitFor({ state: 'detached' })
      expect(await field('title').inputValue()).toBe('Why they leave')
      expect(await field('confirmation').inputValue()).toBe('Most tell of a call')
      expect(await field('contradiction').inputValue()).toBe('They speak of the rate')
      await page.getByRole('button', { name: t('kit.save') }).click()
      await page.waitForURL((url) => !url.pathname.endsWith('/edit'))
      expect(await now()).toMatchObject({
        title: 'Why they leave',
        confirmation: 'Most tell of a call',
        contradiction: 'They speak of the rate',
      })
    },
    120_000,
  )
})
