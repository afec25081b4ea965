/** Projects as other programs write them, for tests: built from what each is known to do. */

export const guid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

type Selection = {
  start: number
  end: number
  code?: string
  name?: string
  guid?: string
  inside?: string
}

/** A `.qde` with two codes ("Price" guid 1, "Service" guid 2) and one text (guid 10) unless told otherwise. */
export function qde(given: {
  selections?: readonly Selection[]
  codes?: string
  source?: string
  sources?: string
  origin?: string
  cases?: string
  rest?: string
}): string {
  const selections = (given.selections ?? []).map(writeSelection).join('')
  const codes =
    given.codes ??
    `<Code guid="${guid(1)}" name="Price" isCodable="true" color="#b91c1c"/><Code guid="${guid(2)}" name="Service" isCodable="true"><Description>How they are met</Description></Code>`
  const source =
    given.source ??
    `<TextSource guid="${guid(10)}" name="T1" plainTextPath="internal://${guid(10)}.txt">${selections}</TextSource>`
  return `<?xml version="1.0" encoding="utf-8"?>
<Project xmlns="urn:QDA-XML:project:1.0" name="Theirs" origin="${given.origin ?? 'Other 1.0'}"><CodeBook><Codes>${codes}</Codes></CodeBook>${given.cases === undefined ? '' : `<Cases>${given.cases}</Cases>`}<Sources>${given.sources ?? source}</Sources>${given.rest ?? ''}</Project>`
}

function writeSelection(
  { start, end, code = guid(1), name, guid: own, inside }: Selection,
  at: number,
): string {
  const coding = `<Coding guid="${guid(200 + at)}"><CodeRef targetGUID="${code}"/></Coding>`
  return `<PlainTextSelection guid="${own ?? guid(100 + at)}" startPosition="${start}" endPosition="${end}"${name === undefined ? '' : ` name="${name}"`}>${inside ?? coding}</PlainTextSelection>`
}

/** The place of words in a text in codepoints, as the standard counts. */
export function placeOf(text: string, words: string): { start: number; end: number } {
  const at = text.indexOf(words)
  if (at < 0) throw new Error(`not there: ${words}`)
  const start = [...text.slice(0, at)].length
  return { start, end: start + [...words].length }
}
