/** An element of XML: what stands in its tag, what stands in it, and where it lies. */
export type Element = { attributes: string; inner: string; start: number; end: number }

const starts = new Map<string, RegExp>()
const ends = new Map<string, RegExp>()

/**
 * The elements of that local name from a place on, one after another, in time that grows with the text only: where one never ends, none follows. An element within one of
 * its own name is not told apart; sheets have none.
 */
export function* elementsOf(xml: string, name: string, from = 0): Generator<Element, undefined> {
  const start = pattern(starts, name, `<(?:\\w+:)?${name}(?=[\\s/>])`)
  const close = pattern(ends, name, `</(?:\\w+:)?${name}\\s*>`)
  for (let at = from; ;) {
    start.lastIndex = at
    const opened = start.exec(xml)
    const tagEnd = opened === null ? -1 : xml.indexOf('>', start.lastIndex)
    if (opened === null || tagEnd < 0) return undefined
    const written = xml.slice(opened.index + opened[0].length, tagEnd)
    if (written.endsWith('/')) {
      at = tagEnd + 1
      yield { attributes: written.slice(0, -1), inner: '', start: opened.index, end: at }
      continue
    }
    close.lastIndex = tagEnd + 1
    const closed = close.exec(xml)
    if (closed === null) return undefined
    at = close.lastIndex
    const inner = xml.slice(tagEnd + 1, closed.index)
    yield { attributes: written, inner, start: opened.index, end: at }
  }
}

/** What stands in the first element of that name; undefined where there is none. */
export function innerOf(xml: string, name: string): string | undefined {
  return elementsOf(xml, name).next().value?.inner
}

function pattern(kept: Map<string, RegExp>, name: string, written: string): RegExp {
  const known = kept.get(name) ?? new RegExp(written, 'g')
  kept.set(name, known)
  return known
}
