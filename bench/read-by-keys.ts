import type { Locator, Page } from 'playwright-core'
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
    const selected = await press('ArrowRight', 20)
    const words = page.locator('[data-utterance][tabindex="0"] [data-words]')
    const whole = await words.textContent()
    await page.keyboard.press('s')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('radio').first().waitFor()
    const begun = performance.now()
    await page.keyboard.press('Enter')
    await untilOther(page, { words, than: whole })
    const split = performance.now() - begun
    return { opened, keys, words: selected, split }
  } finally {
    await close()
  }
}

/** Waits until other words stand in a place, looking at every frame. */
async function untilOther(
  page: Page,
  { words, than }: { words: Locator; than: string | null },
): Promise<void> {
  const element = await words.elementHandle()
  await page.waitForFunction(([found, before]) => found?.textContent !== before, [element, than] as const)
}
