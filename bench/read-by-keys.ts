import type { FullWorkspace } from './full-workspace.ts'
import { clickThrough, pressKeys } from './page-clock.ts'
import { addressOf, openPage, type Measuring } from './measured-page.ts'

/** Milliseconds until the long interview can be used, from each arrow key until the next turn shows, and from each until the next word is selected. */
export async function readByKeys(
  measuring: Measuring,
  workspace: FullWorkspace,
): Promise<{ opened: number; keys: number[]; words: number[]; split: number }> {
  const { page, close } = await openPage(measuring, { workspace, signedIn: 'yes' })
  try {
    const address = addressOf('/w/$workspaceId/interviews/$interviewId', workspace.ids)
    const opened = await clickThrough(page, { address, say: measuring.say })
    await page.locator('[data-utterance]').first().focus()
    const press = (key: string, times: number) =>
      pressKeys(
        page,
        Array.from({ length: times }, () => key),
      )
    const keys = await press('ArrowDown', 60)
    const words = await press('ArrowRight', 20)
    const turns = await page.locator('[data-utterance]').count()
    await page.keyboard.press('s')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('radio').first().waitFor()
    const begun = performance.now()
    await page.keyboard.press('Enter')
    await page.locator('[data-utterance]').nth(turns).waitFor({ state: 'attached' })
    const split = performance.now() - begun
    await dialog.waitFor({ state: 'detached' })
    await page.keyboard.press('u')
    await page.locator('[data-utterance]').nth(turns).waitFor({ state: 'detached' })
    return { opened, keys, words, split }
  } finally {
    await close()
  }
}
