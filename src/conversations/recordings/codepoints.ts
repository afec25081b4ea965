/** How many codepoints lie before a UTF-16 place. */
export function toCodepoints(text: string, place: number): number {
  let codepoints = 0
  for (let at = 0; at < place; at++) {
    const code = text.charCodeAt(at)
    // The second half of a pair is no codepoint of its own.
    if (code < 0xdc00 || code > 0xdfff || at === 0) codepoints++
  }
  return codepoints
}
