import type { Page } from 'playwright-core'

/**
 * What a page is asked when it has to be usable: its address is there, it has a heading of its own, nothing on it says "loading" (skeleton, turning ring,
 * `aria-busy`) and nothing is being asked of the server but what waits for news (`since`), all of that for 150 ms. The moment at which that time began is the answer.
 */
const clock = `(() => {
  const ask = window.fetch
  let asked = 0
  window.fetch = async (...given) => {
    if (new URL(given[0].url ?? given[0], location.href).searchParams.has('since')) return ask(...given)
    asked++
    try { return await ask(...given) } finally { asked-- }
  }
  const missing = (path, before) =>
    location.pathname !== path ? 'the address'
    : [null, before].includes(document.querySelector('h1')) ? 'its heading'
    : document.querySelector('.breathe, .turn, [aria-busy="true"]') ? 'what still loads'
    : asked > 0 ? 'an answer' : undefined
  window.clickThrough = (href) => new Promise((resolve) => {
    const path = new URL(href, location.href).pathname
    // The page before stays until the code of the next is there.
    const before = document.querySelector('h1')
    const link = document.createElement('a')
    link.addEventListener('click', () => history.pushState({}, '', href))
    document.body.append(link)
    const begun = performance.now()
    link.click()
    link.remove()
    let since
    const look = (now) => {
      const wanting = missing(path, before)
      if (wanting === undefined) since ??= performance.now()
      else since = undefined
      if (since !== undefined && performance.now() - since >= 150) return resolve({ took: since - begun })
      if (now - begun > 60000) return resolve({ took: 60000, wanting })
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
  window.keyTimes = []
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if (entry.name === 'keydown') window.keyTimes.push(entry.duration)
  }).observe({ type: 'event', durationThreshold: 16, buffered: true })
})()`

/** Prepares a page to be measured; before its first address. */
export async function wind(page: Page): Promise<void> {
  await page.addInitScript(clock)
}

/** Milliseconds from a click on a link to `address` until the page is usable; after a minute says what it still lacks and answers a minute. */
export async function clickThrough(
  page: Page,
  { address, say }: { address: string; say: (line: string) => void },
): Promise<number> {
  const answer = await page.evaluate<{ took: number; wanting?: string }>(
    `clickThrough(${JSON.stringify(address)})`,
  )
  if (answer.wanting !== undefined) say(`${address} still lacks ${answer.wanting} after a minute`)
  return answer.took
}

/**
 * Milliseconds from each press of a key until it shows, as the browser measures them (to the next frame, in steps of 8 ms; faster than 16 ms
 * counts as 16).
 */
export async function pressKeys(page: Page, keys: readonly string[]): Promise<number[]> {
  await page.evaluate('void (keyTimes.length = 0)')
  for (const key of keys) {
    await page.keyboard.press(key)
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))')
  }
  await page.waitForTimeout(100)
  const slow = await page.evaluate<number[]>('keyTimes')
  return [...slow, ...keys.slice(slow.length).map(() => 16)]
}
