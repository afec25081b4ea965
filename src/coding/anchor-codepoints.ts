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
