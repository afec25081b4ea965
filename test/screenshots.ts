import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'

const results = join(import.meta.dirname, 'results')
const widths = [1440, 390] as const
const schemes = ['light', 'dark'] as const
/** SHOOT=1 keeps pictures of what the tests look at. */
export const isShooting = process.env['SHOOT'] === '1'

/** Debian's Chromium without anything that calls home; `CHROMIUM` names another one. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--headless',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      `--disable-features=${withoutFeatures.join(',')}`,
    ],
  })
}

// Of two such lists the browser reads the last, so what Playwright 1.65 switches off is named again (its chromiumSwitches.ts); the
// first two are pages behind the address bar, which nobody sees here and which take as long to draw for each window as the page itself.
const withoutFeatures = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
]

/** With SHOOT=1 pictures of the page as it stands, wide and on a phone, light and dark: `test/results/<name>-<width>-<scheme>.png`; else nothing. */
export async function shoot(page: Page, name: string): Promise<void> {
  if (!isShooting) return
  mkdirSync(results, { recursive: true })
  const before = page.viewportSize()
  for (const width of widths)
    for (const colorScheme of schemes) {
      await page.setViewportSize({ width, height: width === 390 ? 844 : 900 })
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const path = join(results, `${name}-${width}-${colorScheme}.png`)
      await page.screenshot({ path, fullPage: true, animations: 'disabled' })
    }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null })
  if (before) await page.setViewportSize(before)
}

/** One fault that axe found: the rule, what it asks, and where. */
export type AxeFault = { rule: string; help: string; where: string[] }

/** Checks the page as it stands against WCAG 2.2 AA in light and dark; an empty list means no violations. */
export async function checkAxe(page: Page): Promise<AxeFault[]> {
  const faults: AxeFault[] = []
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    // A colour on its way from light to dark is neither.
    await page.evaluate(stillness)
    // Evaluated rather than added as a script, because the page's own policy forbids scripts from elsewhere.
    if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(axeSource())
    faults.push(...(await page.evaluate<AxeFault[]>(run(colorScheme))))
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null })
  return faults
}

const stillness = `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))).then(() =>
  Promise.allSettled(document.getAnimations().filter((one) => one.effect.getTiming().iterations !== Infinity).map((one) => one.finished))).then(() => undefined)`

let source: string | undefined
const axeSource = () =>
  (source ??= readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'))

// Between light and dark only colours differ, so the second time only the rules about colours are asked.
const rules = {
  light: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  dark: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
}
const run = (scheme: 'light' | 'dark') =>
  `axe.run(document, { runOnly: ${JSON.stringify(rules[scheme])}, resultTypes: ['violations'] }).then((found) =>
  found.violations.map((fault) => ({ rule: fault.id, help: fault.help, where: fault.nodes.map((node) => node.html + ' ' + node.failureSummary) })))`
