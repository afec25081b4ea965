import { strToU8, zipSync } from 'fflate'
import { guid } from '../src/coding/exchange/testing-projects.ts'

/** A file that takes as much of its reader as 20 MB can. */
export type HostileFile = { kind: string; name: string; bytes: Uint8Array }

const megabyte = 1024 * 1024
const size = 20 * megabyte

/** One of each kind, most of them 20 MB; packed ones unpack to what their reader takes at most. */
export function* hostileFiles(): Generator<HostileFile> {
  yield { kind: 'docx', name: 'a.docx', bytes: docx() }
  yield { kind: 'html', name: 'a.html', bytes: filled('<table><tr><td><b>A:</b> x', 'x') }
  yield {
    kind: 'json',
    name: 'a.json',
    bytes: filled('{"speaker":"a","text":"b","start":1},', '', ['{"segments":[', '{}]}']),
  }
  yield { kind: 'vtt', name: 'a.vtt', bytes: vtt() }
  yield { kind: 'rtf', name: 'a.rtf', bytes: filled('{\\b x}\\par ', '', ['{\\rtf1 ', '}']) }
  yield { kind: 'txt', name: 'a.txt', bytes: filled('Anna Ber: x?\nBo: y\n', '', ['', ''], 900_000 * 9) }
  yield {
    kind: 'csv',
    name: 'a.csv',
    bytes: filled('Anna,"well, ""yes""",00:01\n', '', ['speaker,text,time\n', '']),
  }
  yield { kind: 'table', name: 'b.csv', bytes: filled('17,"well, ""yes"""\n', '', ['id,answer\n', '']) }
}

/** As many turns as are taken, and forty thousand people who answered. */
export function* longFiles(): Generator<HostileFile & { answers?: { text: string; respondent: string } }> {
  const said = 'Anna Ber: did you say yes?\nBo: I did, yes.\n'
  yield { kind: 'txt of 198,000 turns', name: 'long.txt', bytes: Buffer.from(said.repeat(99_000)) }
  const rows = Array.from({ length: 40_000 }, (_, at) => `p${at},"well, I said yes to number ${at}"\n`)
  const answers = { text: 'answer', respondent: 'id' }
  const bytes = Buffer.from(`id,answer\n${rows.join('')}`)
  yield { kind: 'csv of 40,000 answers', name: 'answers.csv', bytes, answers }
}

/** A project of 20 MB and more with two hundred thousand passages. */
export function hostileProject(): HostileFile {
  const passages = Array.from(
    { length: 180_000 },
    (_, at) =>
      `<PlainTextSelection guid="${guid(1000 + at)}" startPosition="${at}" endPosition="${at + 9}"><Coding guid="${guid(500_000 + at)}"><CodeRef targetGUID="${guid(1)}"/></Coding></PlainTextSelection>`,
  ).join('')
  const project = `<?xml version="1.0" encoding="utf-8"?><Project xmlns="urn:QDA-XML:project:1.0" name="Large" origin="Other"><CodeBook><Codes><Code guid="${guid(1)}" name="Price" isCodable="true"/></Codes></CodeBook><Sources><TextSource guid="${guid(10)}" name="T1" plainTextPath="internal://a.txt">${passages}</TextSource></Sources></Project>`
  const text = 'Anna: it was the price, and then again it was not.\n'.repeat(20_000)
  const bytes = zipSync({ 'project.qde': strToU8(project), 'sources/a.txt': strToU8(text) }, { level: 1 })
  return { kind: 'qdpx', name: 'a.qdpx', bytes }
}

function filled(
  part: string,
  rest: string,
  [before, after]: [string, string] = ['', ''],
  bytes = size,
): Uint8Array {
  return Buffer.from(before + part.repeat(Math.floor(bytes / part.length)) + rest + after)
}

/** Sixty megabytes of paragraphs, packed. */
function docx(): Uint8Array {
  const words = '<w:p><w:r><w:t>Anna: yes</w:t></w:r></w:p><w:p><w:r><w:t>Bo: no</w:t></w:r></w:p>'
  const body = words.repeat(Math.floor((60 * megabyte) / words.length))
  const document = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`
  return zipSync(
    { '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8(document) },
    { level: 1 },
  )
}

function vtt(): Uint8Array {
  const cue = '00:00:01.000 --> 00:00:02.000\n<v Anna>yes <c.a>no</c> <i>well</i>\n\n'
  return Buffer.from(`WEBVTT\n\n${cue.repeat(Math.floor(size / cue.length))}`)
}
