import { decodeText } from '../../platform/text/decode.ts'
import { readDelimited } from './delimited.ts'
import { readDocx } from './docx.ts'
import { readHtml } from './html.ts'
import { readJsonTranscript } from './json-transcript.ts'
import { readMarkdown } from './markdown.ts'
import { readOdt } from './odt.ts'
import { isPdf, readPdf } from './pdf.ts'
import { readPlainText, type TextTurns } from './plain-text.ts'
import { readRtf } from './rtf.ts'
import { isSbv, readSbv } from './sbv.ts'
import { readSubRip } from './subrip.ts'
import { readSubtitles } from './subtitles.ts'
import { newDroppedList, type ParsedTranscript } from './transcript.ts'
import { readWebVtt } from './webvtt.ts'

/** The largest file read as a transcript. Forty hours of talk are 2 MB. */
export const largestTranscript = 32 * 1024 * 1024

const mostLines = 1_000_000
/** A day of talk has some thousand. */
export const mostTurns = 200_000

/** Why a file is not read: a stable id and what to do, in English; screens translate by id. */
export type TranscriptProblem = { id: TranscriptProblemId; message: string }

export type TranscriptProblemId = keyof typeof problems

/** A transcript, or why not. */
export type ReadTranscript =
  | { state: 'read'; transcript: ParsedTranscript }
  | { state: 'refused'; problem: TranscriptProblem }

const problems = {
  'transcript-empty':
    'There are no words in this file. Choose the file with the transcript, or paste its text.',
  'transcript-too-large':
    'This file is larger than any transcript: more than 32 MB, a million lines or 200,000 turns. Export the transcript alone, without recording or pictures.',
  'transcript-too-much':
    'Reading this file takes more time or memory than any transcript needs, so it was stopped. Save the transcript alone in a new document, as .docx, .txt or .vtt, or cut it into parts.',
  'transcript-binary':
    'This file is not text. Export the transcript as .docx, .odt, .pdf, .txt, .vtt or .srt and try again.',
  'transcript-image':
    'This is a picture. Samtale reads text: export the transcript as .docx, .odt, .pdf, .txt, .vtt or .srt.',
  'transcript-recording':
    'This is a recording. Have it transcribed first, then bring the transcript as .vtt, .srt, .docx or .txt.',
  'transcript-pdf-scanned':
    'The pages of this PDF are pictures without text. Recognise the text first (OCR), or bring the document it was made from.',
  'transcript-pdf-broken':
    'This PDF is damaged or only half of it arrived. Export it again, or bring the transcript as .docx or .txt.',
  'transcript-pdf-too-large':
    'This PDF is too large to read: more than 3,000 pages, or pages that unpack without end. Export the transcript alone.',
  'transcript-locked':
    'This document is protected by a password. Open it, save a copy without the password and bring that.',
  'transcript-rtf-broken':
    'This RTF file stops half way. Open it in a word processor, save it as .docx and try the new copy.',
  'transcript-json-broken': 'This JSON file is damaged or only half of it arrived. Export it again.',
  'transcript-json-unknown':
    'Nothing that was said is found in this JSON file. Export the transcript as .vtt, .srt or .txt instead.',
  'transcript-old-word': 'This is a Word file of the kind used before 2007. Open it and save it as .docx.',
  'transcript-zip':
    'This is a ZIP archive or a document of another office program. Unpack it and choose the transcripts inside, or save it as .docx.',
  'transcript-docx-broken':
    'This document is damaged. Open it in a word processor, save it again and try the new copy.',
  'transcript-docx-too-large':
    'Unpacked, this document is larger than 64 MB of text. Save the transcript alone in a new document.',
  'transcript-docx-embedded':
    'The words of this document lie in a web page within it, as some programs write them. Open it in a word processor, save it as .docx and try the new copy.',
  'transcript-other-format':
    'This file is written for another program (XML or a web archive). Export the transcript as .vtt, .srt, .docx or .txt.',
  'transcript-vtt-header':
    'This .vtt file does not begin with the line WEBVTT. Export it again, or save it as .txt to read it as plain text.',
  'transcript-no-cues':
    'No line of this subtitle file has times that can be read (00:00:01.000 --> 00:00:04.000). Export it again.',
} as const

const docxProblems = {
  'not-word': 'transcript-zip',
  broken: 'transcript-docx-broken',
  'too-large': 'transcript-docx-too-large',
} as const

const odtProblems = { ...docxProblems, 'not-odt': 'transcript-zip', locked: 'transcript-locked' } as const

const pdfProblems = {
  scanned: 'transcript-pdf-scanned',
  broken: 'transcript-pdf-broken',
  'too-large': 'transcript-pdf-too-large',
  locked: 'transcript-locked',
} as const

/** Reads a file of any kind into a transcript. What strangers send is read by `askReader`, in a thread that can be ended. */
export async function readTranscriptFile(file: { name: string; bytes: Uint8Array }): Promise<ReadTranscript> {
  const { bytes } = file
  if (bytes.length > largestTranscript || !isPdf(bytes)) return readTranscript(file)
  const pdf = await readPdf(bytes)
  return pdf.state === 'read' ? answer('pdf', 'pdf', pdf.turns) : refused(pdfProblems[pdf.state])
}

/**
 * Reads a file that is not a PDF into a transcript. What the bytes are decides before what the name says. Expected trouble is `refused`
 * with a stable id and a sentence; nothing is thrown.
 */
export function readTranscript({ name, bytes }: { name: string; bytes: Uint8Array }): ReadTranscript {
  if (bytes.length === 0) return refused('transcript-empty')
  if (bytes.length > largestTranscript) return refused('transcript-too-large')
  const signature = signatureOf(bytes)
  if (signature === 'zip') return readPacked(bytes)
  if (signature !== undefined) return refused(signature)
  if (isRtf(bytes)) return readRichText(bytes)
  const { text, encoding, stray } = decodeText(bytes)
  if (looksBinary(text)) return refused('transcript-binary')
  const read = readText({ text, encoding, extension: extensionOf(name) })
  if (read.state === 'read' && stray > 0)
    read.transcript.dropped.push({ what: 'replaced-characters', count: stray, example: '' })
  return read
}

/** Reads text that somebody pasted: subtitles are recognised, the rest is read as plain text. */
export function readPastedText(text: string): ReadTranscript {
  if (text.length > largestTranscript) return refused('transcript-too-large')
  return readText({ text, encoding: 'text', extension: 'pasted' })
}

type Text = { text: string; encoding: ParsedTranscript['encoding']; extension: string }

function readText({ text, encoding, extension }: Text): ReadTranscript {
  if (hasTooManyLines(text)) return refused('transcript-too-large')
  const start = text
    .slice(0, 4096)
    .replace(/^\ufeff/u, '')
    .trimStart()
  if (start.startsWith('{\\rtf')) return readRichText(Buffer.from(text, 'latin1'))
  if (isHtml(start, extension)) return answer('html', encoding, readHtml(text))
  if (/^<\?xml\s/u.test(start) || isWebArchive(start)) return refused('transcript-other-format')
  if (/^jsonl?$/u.test(extension) || looksJson(start)) {
    const json = readJsonTranscript(text)
    if (json.state === 'read') return answer('json', encoding, json.turns)
    return refused(json.state === 'broken' ? 'transcript-json-broken' : 'transcript-json-unknown')
  }
  if (/^WEBVTT(?:\s|$)/u.test(start) || extension === 'vtt')
    return readVttText({ text: withVttHeader(text), encoding, extension })
  const cue = /^(?:\d{1,6}\s*\n)?\s*\d{1,3}:\d{1,2}:\d{1,2}[.,]\d{1,3}\s*-->/u.test(
    start.replace(/\r\n?/g, '\n'),
  )
  if (extension === 'srt' || cue) {
    const { cues, said, dropped } = readSubRip(text)
    if (cues.length === 0) return refused(text.trim() === '' ? 'transcript-empty' : 'transcript-no-cues')
    return answer('srt', encoding, readSubtitles(said, dropped))
  }
  if (isSbv(start)) return answer('sbv', encoding, readSubtitles(readSbv(text), newDroppedList()))
  if (extension === 'md' || extension === 'markdown') return answer('markdown', encoding, readMarkdown(text))
  const rows = readDelimited(text)
  if (rows) return answer('table', encoding, rows)
  if (extension !== 'pasted') return answer('text', encoding, readPlainText(text))
  return answer(
    'pasted',
    encoding,
    /^(?:.{0,40}\*\*[^*\n]{1,60}\*\*|#{1,4} \S)/mu.test(text) ? readMarkdown(text) : readPlainText(text),
  )
}

/** Cues say by themselves what they are: where the first line is missing or spelt otherwise it is put there. */
function withVttHeader(text: string): string {
  const plain = text.replace(/^[\ufeff\s]+/u, '')
  if (/^WEBVTT(?=[ \t\r\n]|$)/u.test(plain) || !plain.includes('-->')) return plain
  // "WEBVT", "Web VTT", "WEBVTTx", or the first time right behind the word.
  return `WEBVTT\n\n${plain.replace(/^web\s?v+t*(?=\d)|^web\s?v+t*(?:\b[^\r\n]*|\p{L}{1,3}[ \t]*(?=[\r\n]))/iu, '')}`
}

function readVttText({ text, encoding }: Text): ReadTranscript {
  const vtt = readWebVtt(text)
  if (vtt.state === 'no-header')
    return refused(text.trim() === '' ? 'transcript-empty' : 'transcript-vtt-header')
  if (!vtt.said.some(({ startMs }) => startMs !== undefined))
    return refused(
      vtt.dropped.list().some(({ what }) => what === 'broken-cues')
        ? 'transcript-no-cues'
        : 'transcript-empty',
    )
  return answer('vtt', encoding, readSubtitles(vtt.said, vtt.dropped))
}

function readPacked(bytes: Uint8Array): ReadTranscript {
  const docx = readDocx(bytes)
  if (docx.state === 'read') {
    const isElsewhere = docx.turns.dropped.some(({ what }) => what === 'embedded-parts')
    if (isElsewhere && docx.turns.utterances.length === 0) return refused('transcript-docx-embedded')
    return answer('docx', 'docx', docx.turns)
  }
  if (docx.state !== 'not-word') return refused(docxProblems[docx.state])
  const odt = readOdt(bytes)
  return odt.state === 'read' ? answer('odt', 'odt', odt.turns) : refused(odtProblems[odt.state])
}

function readRichText(bytes: Uint8Array): ReadTranscript {
  const rtf = readRtf(bytes)
  return rtf.state === 'read' ? answer('rtf', 'windows-1252', rtf.turns) : refused('transcript-rtf-broken')
}

/** Forty hours of talk have 40,000 lines; millions of them take the memory of everybody else. */
function hasTooManyLines(text: string): boolean {
  let lines = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
    if (++lines > mostLines) return true
  return false
}

/** Nobody's words begin with a key and its value. */
function looksJson(start: string): boolean {
  return /^(?:\[\s*)?\{\s*"[^"\n]{1,60}"\s*:/u.test(start)
}

/** Pages that a browser saved in one file (.mht). */
function isWebArchive(start: string): boolean {
  return (
    /^(?:From: <Saved by|MIME-Version: 1\.0\s)/u.test(start) &&
    /^Content-Type: multipart\/related/imu.test(start)
  )
}

/** A page, or a piece of one that somebody copied; Markdown may begin with an element of one. */
function isHtml(start: string, extension: string): boolean {
  return (
    /^html?$|^xhtml$/u.test(extension) ||
    /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)?<(?:!doctype html|html[\s>])/iu.test(start) ||
    (!/^(?:md|markdown)$/u.test(extension) &&
      /^<(p|div|table|ul|ol|dl|article|section|body|h[1-6])(?:\s[^<>]*)?>[\s\S]*<\/\1>/iu.test(start))
  )
}

function answer(
  kind: ParsedTranscript['kind'],
  encoding: ParsedTranscript['encoding'],
  turns: TextTurns,
): ReadTranscript {
  if (turns.utterances.length === 0) return refused('transcript-empty')
  if (turns.utterances.length > mostTurns) return refused('transcript-too-large')
  return { state: 'read', transcript: { kind, encoding, ...turns } }
}

/** A refusal in words. */
export function refused(id: TranscriptProblemId): Extract<ReadTranscript, { state: 'refused' }> {
  return { state: 'refused', problem: { id, message: problems[id] } }
}

type Signature =
  | 'zip'
  | 'transcript-image'
  | 'transcript-recording'
  | 'transcript-locked'
  | 'transcript-old-word'
  | 'transcript-binary'

function signatureOf(bytes: Uint8Array): Signature | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 16))
  if (/^PK(?:\x03\x04|\x05\x06|\x07\x08)/u.test(head)) return 'zip'
  if (isPdf(bytes)) return 'transcript-binary'
  // Word wraps a document with a password in the container of old Word files.
  if (head.startsWith('\xd0\xcf\x11\xe0'))
    return Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))
      ? 'transcript-locked'
      : 'transcript-old-word'
  if (
    /^(?:\x89PNG|GIF8|\xff\xd8\xff|BM[\s\S]{4}\0\0|II\*\0|MM\0\*)/u.test(head) ||
    /^RIFF[\s\S]{4}WEBP/u.test(head)
  )
    return 'transcript-image'
  if (/^(?:ID3|OggS|fLaC|\x1aE\xdf\xa3|\xff[\xfb\xf3\xf2])/u.test(head)) return 'transcript-recording'
  if (/^[\s\S]{4}ftyp/u.test(head) || /^RIFF[\s\S]{4}(?:WAVE|AVI )/u.test(head)) return 'transcript-recording'
  if (/^(?:\x1f\x8b|7z\xbc\xaf|Rar!|\x7fELF|MZ[\s\S]\0)/u.test(head)) return 'transcript-binary'
  return undefined
}

function isRtf(bytes: Uint8Array): boolean {
  return /^(?:\xef\xbb\xbf)?\s*\{\\rtf/u.test(Buffer.from(bytes.subarray(0, 64)).toString('latin1'))
}

/** Text has next to no control characters; a stray NUL in a long transcript is forgiven. */
function looksBinary(text: string): boolean {
  const sample = text.slice(0, 65_536)
  const control = sample.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/g)?.length ?? 0
  return control > 8 && control > sample.length * 0.02
}

function extensionOf(name: string): string {
  return /\.([a-z0-9]{1,10})$/iu.exec(name.trim())?.[1]?.toLowerCase() ?? ''
}
