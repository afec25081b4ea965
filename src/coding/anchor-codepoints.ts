/**
 * How many codepoints lie before a UTF-16 offset, as browsers give it for a selection. An offset in the middle of a surrogate pair
 * counts as before the pair, one beyond the text as its end. A lone surrogate is a codepoint.
 */
export function toCodepoints(text: string, utf16Offset: number): number {
  let at = 0
  let codepoints = 0
  while (at < text.length) {
    at += widthAt(text, at)
    if (at > utf16Offset) break
    codepoints++
  }
  return codepoints
}

/** The same as `toCodepoints` for many places of one text: it is looked through once. */
export function codepointCounter(text: string): (utf16Offset: number) => number {
  const pairs: number[] = []
  for (const { index } of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) pairs.push(index)
  return (utf16Offset) => {
    const offset = Math.min(Math.max(0, utf16Offset), text.length)
    // Pairs that begin before the place: each is one codepoint, also where the place lies in its middle.
    let [low, high] = [0, pairs.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[middle] ?? 0) < offset) low = middle + 1
      else high = middle
    }
    return offset - low
  }
}

/** The UTF-16 offset before which that many codepoints lie; the text's length if it has fewer. */
export function fromCodepoints(text: string, codepointOffset: number): number {
  let at = 0
  for (let codepoints = 0; codepoints < codepointOffset && at < text.length; codepoints++)
    at += widthAt(text, at)
  return at
}

function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
}
