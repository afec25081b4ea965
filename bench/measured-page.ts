import type { Browser, Page } from 'playwright-core'
import type { App } from '../src/platform/index.ts'
import { signInBrowser } from '../test/site.ts'
import type { FullWorkspace } from './full-workspace.ts'
import { wind } from './page-clock.ts'

export type Measuring = { app: App; browser: Browser; url: string; say: (line: string) => void }

/** A page of its own that knows no answers yet, at an address that is none of those measured. */
export async function openPage(
  { browser, url }: Measuring,
  { workspace, signedIn }: { workspace: FullWorkspace; signedIn: 'yes' | 'no' },
): Promise<{ page: Page; close: () => Promise<void> }> {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 900 } })
  if (signedIn === 'yes') await signInBrowser(context, { url, user: workspace.owner })
  const page = await context.newPage()
  await wind(page)
  // A page that is none of those measured, so that each of them is come to.
  await page.goto(`${url}/nowhere`)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForLoadState('networkidle')
  return { page, close: () => context.close() }
}

/** The address of a page's path with the workspace's ids. */
export function addressOf(path: string, ids: Record<string, string>): string {
  return path.replaceAll(/\$(\w+)/g, (_, name: string) => ids[name] ?? name)
}

/** Nearest rank. */
export function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return Math.round(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0)
}
