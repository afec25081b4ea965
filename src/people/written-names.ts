/** "firstName", "cons.price.idx", "AREA_CODE" → "first name", "cons price idx", "area code". */
export function plainHeader(header: string): string {
  return header
    .replace(/<[^>]*>/g, ' ')
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/(\p{L})(\d+)$/u, '$1 $2')
    .replace(/[_.\-/:#]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
}

/** Whole words, in any of the five languages; `*` at the end lets the word go on, at the start lets it begin earlier. */
export function words(list: string): RegExp {
  const parts = list
    .trim()
    .split(/\s+\|\s+/)
    .map((word) => {
      const start = word.startsWith('*') ? '' : String.raw`(?<![\p{L}\d])`
      const end = word.endsWith('*') ? '' : String.raw`(?![\p{L}\d])`
      return start + word.replace(/^\*|\*$/g, '').replace(/\s+/g, String.raw`\s*`) + end
    })
  return new RegExp(parts.join('|'), 'iu')
}
