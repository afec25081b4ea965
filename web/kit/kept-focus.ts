/** Milliseconds a page, or a closing dialog, has to place the focus by itself. */
const patience = 60
/** Milliseconds a button may be disabled while what it asked for is done. */
const busy = 1500

const focusables =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex]:not([tabindex="-1"])'
const headings = 'h1, h2, h3, h4'

/** Where something stood that has left the document, and what in it was focused. */
type Gap = { parent: Node; before: Node | null; after: Node | null; was: Element; lost: Element }
/** What was focused; once it has left the document, the gap it left, and what to watch from then on. */
type Step = { element: HTMLElement; watched: Node; gap?: Gap }

/**
 * When what is focused leaves the document or can be used no longer, and nothing else takes the focus, it goes to the nearest sensible place instead of
 * falling to the beginning of the page: what came instead, the next item, the heading of the section, else the content. Begun once for the whole app.
 */
export function keepFocus(): void {
  const trail: Step[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  const settle = (waited: number) => {
    timer = undefined
    const last = trail.at(-1)
    if (document.activeElement !== document.body || last === undefined) return
    // What is still there may only be busy: whoever presses Enter again must not press what stands beside it.
    const isBusy = isLost(last) && last.gap === undefined && last.element.isConnected && waited < busy
    if (isBusy) timer = setTimeout(settle, patience, waited + patience)
    else placeFor(trail)?.focus({ preventScroll: true })
  }
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement)) return
    trail.push({ element: target, watched: target })
    if (trail.length > 8) trail.shift()
  })
  document.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget !== null) return
    // Whoever presses an empty place leaves what is still there; what is taken away is gone once this task is over.
    queueMicrotask(() => {
      if (document.activeElement === document.body && !isLost(trail.at(-1))) trail.length = 0
    })
  })
  new MutationObserver((records) => {
    for (const record of records) for (const step of trail) follow(step, record)
    if (timer === undefined && document.activeElement === document.body && isLost(trail.at(-1)))
      timer = setTimeout(settle, patience, patience)
  }).observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled', 'hidden'] })
}

const isLost = (step: Step | undefined) => step !== undefined && !isUsable(step.element)

const isUsable = (element: HTMLElement) =>
  element.isConnected &&
  !element.matches(':disabled') &&
  element.checkVisibility({ visibilityProperty: true })

function follow(step: Step, record: MutationRecord): void {
  const { target: parent, previousSibling: before, nextSibling: after } = record
  for (const was of record.removedNodes)
    if (was instanceof Element && was.contains(step.watched)) {
      step.gap = { parent, before, after, was, lost: step.element }
      step.watched = parent
    }
}

/** The last gap that lies in the content; what lay above it, in a dialog or menu, went with it, and who opened that is asked instead. */
function placeFor(trail: readonly Step[]): HTMLElement | undefined {
  const content = document.querySelector<HTMLElement>('main')
  for (const step of trail.toReversed()) {
    if (isUsable(step.element)) return step.element
    const gap = step.gap ?? ownPlace(step.element)
    if (gap.parent.isConnected && gap.parent !== document.body && gap.parent instanceof Element)
      return (step.gap ? nearest(gap, gap.parent) : headingOf(gap, gap.parent)) ?? focusable(content)
  }
  return focusable(content)
}

/** What is still there and can only not be used. */
const ownPlace = (element: HTMLElement): Gap => ({
  parent: element.parentNode ?? document.body,
  before: element.previousSibling,
  after: element.nextSibling,
  was: element,
  lost: element,
})

function nearest(gap: Gap, parent: Element): HTMLElement | undefined {
  const instead = standInstead(gap, parent)
  const [likeIt] = instead.filter(({ tagName }) => tagName === gap.was.tagName)
  if (likeIt !== undefined) return entryOf(likeIt)
  for (const side of ['nextElementSibling', 'previousElementSibling'] as const) {
    const item = sibling(gap, side)
    const found = item && inItem(item, gap)
    if (found) return found
  }
  return instead[0] === undefined ? headingOf(gap, parent) : entryOf(instead[0])
}

/** What has been put into the gap and has something to read on from. */
function standInstead({ before, after, was }: Gap, parent: Element): HTMLElement[] {
  const found: HTMLElement[] = []
  const first = before === null ? parent.firstChild : before.parentNode === parent ? before.nextSibling : null
  for (let node = first; node !== null && node !== after; node = node.nextSibling)
    if (node instanceof HTMLElement && node !== was && entryOf(node) !== undefined) found.push(node)
  return found
}

/** Itself, its heading, or the first thing in it to use. */
function entryOf(part: HTMLElement): HTMLElement | undefined {
  if (part.matches(focusables)) return part
  return focusable(shown(part, headings)[0] ?? shown(part, focusables)[0] ?? null)
}

function sibling({ before, after }: Gap, side: 'nextElementSibling' | 'previousElementSibling') {
  const at = side === 'nextElementSibling' ? after : before
  if (at === null || !at.isConnected) return undefined
  if (at instanceof Element) return at
  return (at instanceof CharacterData && at[side]) || undefined
}

/** In the next of the same kind, what does the same: what has the same name, else what stands at the same place. */
function inItem(item: Element, { was, lost }: Gap): HTMLElement | undefined {
  if (item.tagName !== was.tagName || item.className !== was.className) return undefined
  const there = item.matches(focusables) && item instanceof HTMLElement ? [item] : shown(item, focusables)
  const place = [...was.querySelectorAll(focusables)].indexOf(lost)
  return there.find((one) => nameOf(one) === nameOf(lost)) ?? there[place] ?? there.at(-1)
}

const nameOf = (element: Element) => element.getAttribute('aria-label') ?? element.textContent

/** The last heading before the gap in the nearest part of the page that has one. */
function headingOf({ after }: Gap, parent: Element): HTMLElement | undefined {
  for (
    let part: Element | null = parent;
    part !== null && part !== document.body;
    part = part.parentElement
  ) {
    const found = shown(part, headings)
    const mark = after?.isConnected ? after : (parent.lastChild ?? parent)
    const ahead = found.filter((one) => one.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING)
    const heading = ahead.at(-1) ?? found[0]
    if (heading) return focusable(heading)
    if (part.tagName === 'MAIN') return undefined
  }
  return undefined
}

const shown = (within: Element, selector: string) =>
  [...within.querySelectorAll<HTMLElement>(selector)].filter(isUsable)

function focusable(element: HTMLElement): HTMLElement
function focusable(element: HTMLElement | null): HTMLElement | undefined
function focusable(element: HTMLElement | null): HTMLElement | undefined {
  if (element === null) return undefined
  if (!element.matches(focusables) && !element.hasAttribute('tabindex')) element.tabIndex = -1
  return element
}
