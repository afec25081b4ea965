import { createIntl } from 'react-intl'
import { expect, test } from 'vitest'
import { allShown, describeInBrowser } from '../../../test/browser.ts'
import { openWorkspace } from '../../../test/members.ts'
import { checkAxe, shoot } from '../../../test/screenshots.ts'
import { openStudy } from '../../../test/spoken-study.ts'
import kitDa from '../../../web/kit/messages/da.json' with { type: 'json' }
import kitEn from '../../../web/kit/messages/en.json' with { type: 'json' }
import { listParticipants } from '../index.ts'
import da from './messages/da.json' with { type: 'json' }
import en from './messages/en.json' with { type: 'json' }

const turns = Array.from(
  { length: 6 },
  (_, at) => `Interviewer: And then, ${at}?\nAnna: I called ${at} times.`,
)
const talk = [...turns.slice(0, 3), 'Remark: she looked away.', ...turns.slice(3)].join('\n')
const survey = (question: string) => `id,${question}\n1,It was quick and easy\n2,Nobody answers the phone\n`
const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })

describeInBrowser('what a file leaves open is asked before it is brought in', (house) => {
  test.each([
    ['en-GB', 1440, { ...kitEn, ...en }],
    ['da-DK', 390, { ...kitDa, ...da }],
  ] as const)(
    '%s: labels that name nobody, and numbers that meet',
    async (locale, width, messages) => {
      const intl = createIntl({ locale, messages })
      const t = (id: string, values?: { n: number }) => intl.formatMessage({ id }, values)
      const { app } = house
      const ann = await openWorkspace(app)
      const { workspaceId } = ann
      const { studyId } = await openStudy(app, ann, { title: 'Banks' })
      const { page } = await house.openAs(ann, { locale, width })
      await page.goto(`${house.url}/w/${workspaceId}/studies/${studyId}/import`)
      const drop = async (given: ReturnType<typeof file>) => {
        await page.locator('input[type=file]').setInputFiles([given])
        await page.getByRole('region', { name: given.name }).waitFor()
      }
      const bringIn = () => page.getByRole('button', { name: t('conversations.bring', { n: 1 }) }).click()

      await drop(file('talk.txt', talk))
      await page.getByText(t('conversations.doubtful', { n: 1 })).waitFor()
      await allShown(page)
      await shoot(page, `doubtful-${locale}`)
      expect(await checkAxe(page)).toEqual([])
      await page.getByRole('button', { name: t('conversations.doubtful.text') }).click()
      await page.getByText(t('conversations.doubtful.done', { n: 1 })).waitFor()
      await bringIn()
      await page.getByText(t('conversations.file.brought')).waitFor()
      const { items } = await listParticipants(app.pg, { workspaceId, studyId, limit: 10 })
      expect(items).toHaveLength(1)

      await drop(file('spring.csv', survey('likes')))
      await page.getByRole('button', { name: t('kit.continue') }).click()
      await page.getByText(t('conversations.answers.everybody', { n: 2 })).waitFor()
      await bringIn()
      await expect.poll(() => page.getByText(t('conversations.file.brought')).count()).toBe(2)
      await drop(file('autumn.csv', survey('wishes')))
      await page.getByRole('button', { name: t('kit.continue') }).click()
      const same = page.getByRole('radiogroup', { name: t('conversations.same') })
      await same.waitFor()
      expect(await same.getByRole('radio', { name: t('conversations.same.others') }).isChecked()).toBe(true)
      await allShown(page)
      await shoot(page, `same-people-${locale}`)
      expect(await checkAxe(page)).toEqual([])
      await same.getByText(/2/).click()
      await bringIn()
      await page.getByText(t('conversations.same.done', { n: 2 })).waitFor()
      expect((await listParticipants(app.pg, { workspaceId, studyId, limit: 10 })).items).toHaveLength(3)
    },
    120_000,
  )
})
