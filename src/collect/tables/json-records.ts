/** One record's own text and where it starts. */
export type JsonRecord = { line: number; raw: string; tooLong: boolean }

const longestRecord = 1_000_000

/** Cuts text into records: lines, or the elements of an array, without reading what is in them. Empty lines are passed over. */
export async function* splitJson(
  text: AsyncIterable<string>,
  kind: 'json-lines' | 'json-array',
): AsyncGenerator<JsonRecord> {
  if (kind === 'json-array') yield* splitArray(text)
  else yield* splitLines(text)
}

async function* splitLines(text: AsyncIterable<string>): AsyncGenerator<JsonRecord> {
  let rest = ''
  let line = 1
  let tooLong = false
  for await (const piece of text) {
    const lines = (rest + piece).split('\n')
    rest = lines.pop() ?? ''
    for (const one of lines) {
      const raw = one.replace(/\r$/, '')
      if (raw.trim() !== '') yield { line, raw, tooLong: tooLong || raw.length > longestRecord }
      tooLong = false
      line++
    }
    if (rest.length > longestRecord) {
      rest = rest.slice(0, 1000)
      tooLong = true
    }
  }
  if (rest.trim() !== '') yield { line, raw: rest.replace(/\r$/, ''), tooLong }
}

/** The elements of the outermost array, found by counting brackets outside of strings. */
async function* splitArray(text: AsyncIterable<string>): AsyncGenerator<JsonRecord> {
  let depth = 0
  let inString = false
  let escaped = false
  let raw = ''
  let line = 1
  let startLine = 1
  for await (const piece of text) {
    let from = 0
    for (let i = 0; i < piece.length; i++) {
      const char = piece[i]
      if (char === '\n') line++
      if (inString) {
        if (escaped) escaped = false
        else if (char === '\\') escaped = true
        else if (char === '"') inString = false
        continue
      }
      if (char === '"') inString = true
      else if (char === '[' || char === '{') {
        depth++
        if (depth === 1) from = i + 1
        if (depth === 2) startLine = line
      } else if (char === ']' || char === '}') depth--
      const closes = depth === 1 && char === ','
      if (closes || (depth === 0 && char === ']')) {
        raw += piece.slice(from, i)
        if (raw.trim() !== '') yield { line: startLine, raw: raw.trim(), tooLong: raw.length > longestRecord }
        raw = ''
        from = i + 1
        startLine = line
      }
    }
    if (depth > 0 && raw.length <= longestRecord) raw += piece.slice(from)
  }
  if (raw.trim() !== '') yield { line: startLine, raw: raw.trim(), tooLong: raw.length > longestRecord }
}
