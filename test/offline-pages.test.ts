import { expect, test } from 'vitest'
import { describeInBrowser } from './browser.ts'
import { interfaceWords } from './interface-words.ts'
import { openWorkspace } from './members.ts'

const en = interfaceWords('en')

describeInBrowser('pages without a connection', (house) => {
  test('what is saved says at once that it was not, keeps what was written, and is saved when it is back', async () => {
    const ann = await openWorkspace(house.app)
    const { context, page } = await house.openAs(ann, { locale: 'en-GB' })
    await page.goto(`${house.url}/w/${ann.workspaceId}/settings`)
    const name = page.getByRole('textbox', { name: en('workspace.settings.name') }).first()
    await name.fill('North and south')
    await context.setOffline(true)
    const save = page.getByRole('button', { name: en('kit.save') })
    await save.click()
    await page.getByText(en('kit.problem.network')).waitFor()
    expect(await name.inputValue()).toBe('North and south')
    await context.setOffline(false)
    await save.click()
    await page.getByText(en('workspace.saved')).waitFor()
  }, 90_000)

  test('a page that was not opened before says in its place that the server cannot be reached, and comes by a press', async () => {
    const ann = await openWorkspace(house.app)
    const { context, page } = await house.openAs(ann, { locale: 'en-GB' })
    await page.goto(`${house.url}/w/${ann.workspaceId}/settings`)
    await page
      .getByRole('textbox', { name: en('workspace.settings.name') })
      .first()
      .waitFor()
    const menu = page.getByRole('navigation').first()
    await context.setOffline(true)
    await menu.getByRole('link', { name: en('workspace.members.title') }).click()
    await page.getByRole('heading', { level: 1, name: en('app.offline.title') }).waitFor()
    await menu.waitFor()
    await context.setOffline(false)
    await page.getByRole('button', { name: en('kit.retry') }).click()
    await page.getByRole('heading', { level: 1, name: en('workspace.members.title') }).waitFor()
  }, 90_000)
})
