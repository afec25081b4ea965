import type { FullWorkspace } from './full-workspace.ts'
import { clickThrough, pressKeys } from './page-clock.ts'
import { addressOf, openPage, type Measuring } from './measured-page.ts'

/** Milliseconds until the long interview can be used, from each arrow key until the next turn shows, and from each until the next word is selected. */
export async function readByKeys(
  measuring: Measuring,
  workspace: FullWorkspace,
): Promise<{ opened: number; keys: number[]; words: number[] }> {
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
    return { opened, keys, words }
  } finally {
    await close()
  }
}
