import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readTranscript, readTranscriptFile, type ReadTranscript } from './read-transcript.ts'
import type { ParsedTranscript } from './transcript.ts'

const folder = join(import.meta.dirname, '../../../test/data/transcripts')

function transcriptOf(answer: ReadTranscript): ParsedTranscript {
  if (answer.state === 'refused') throw new Error(answer.problem.message)
  return answer.transcript
}

function problemOf(answer: ReadTranscript): string {
  return answer.state === 'refused' ? answer.problem.id : 'read'
}

function read(name: string, text: string): ParsedTranscript {
  return transcriptOf(readTranscript({ name, bytes: Buffer.from(text) }))
}

const spoken = [
  { speaker: 'Søren', text: 'Hvorfor?' },
  { speaker: 'Åse 🌷', text: 'Fordi der ikke var en knap.' },
  { speaker: 'Søren', text: 'Og så?' },
]

describe('a PDF', () => {
  const whole = readFileSync(join(folder, 'en-two-columns.pdf'))

  // Printed by Chromium 156 from a page of two columns, with a line above and below each page.
  it('of two columns is read column by column, without what stands on every page', async () => {
    const { utterances, dropped, kind } = transcriptOf(
      await readTranscriptFile({ name: 'a.pdf', bytes: whole }),
    )
    expect(kind).toBe('pdf')
    expect(utterances).toHaveLength(24)
    for (const at of [0, 4, 20])
      expect(utterances.slice(at, at + 4)).toEqual([
        {
          speaker: 'Interviewer',
          text: 'Thanks for taking the time. Can you tell me about the last time you cancelled a subscription of any kind, and what made you do it then rather than a month earlier?',
        },
        {
          speaker: 'Priya',
          text: 'It was the gym. I had not been there since October, so I opened the app, and there was no button. There was no way out at all, and the e-mail I wrote was answered by a machine that asked me how satisfied I was.',
        },
        { speaker: 'Interviewer', text: 'What did you do next?' },
        {
          speaker: 'Priya',
          text: 'I rang them. They kept me waiting for twenty minutes, then offered me three months for half the price. I said no. The cancellation-policy was read out to me twice.',
        },
      ])
    expect(dropped).toEqual([
      { what: 'page-lines', count: 6, example: 'Study of subscriptions, confidential' },
    ])
  })

  it('without text, in half or in ruins is refused with what to do', async () => {
    const scanned = readFileSync(join(folder, 'scanned.pdf'))
    const problem = async (bytes: Uint8Array) => problemOf(await readTranscriptFile({ name: 'a.pdf', bytes }))
    expect(await problem(scanned)).toBe('transcript-pdf-scanned')
    expect(await problem(whole.subarray(0, 200))).toBe('transcript-pdf-broken')
    expect(await problem(Buffer.from('%PDF-1.7\nnothing of the kind'))).toBe('transcript-pdf-broken')
  })
})

describe('an OpenDocument text', () => {
  const start =
    '<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b"><office:body><office:text>'
  const odtOf = (body: string) =>
    zipSync({
      mimetype: strToU8('application/vnd.oasis.opendocument.text'),
      'content.xml': strToU8(`${start}${body}</office:text></office:body></office:document-content>`),
    })
  const odt = (body: string) => transcriptOf(readTranscript({ name: 'a.odt', bytes: odtOf(body) }))

  it('gives paragraphs, breaks, doubled spaces and notes, and says what it left out', () => {
    const { utterances, dropped, kind } = odt(
      '<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes>' +
        '<text:p><text:span>S</text:span>øren: Hvor<text:span>for</text:span>?</text:p>\n' +
        '<text:p>Åse 🌷: Fordi<text:s text:c="2"/>der<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>ler</text:p></text:note-body></text:note> ikke<text:line-break/>var<office:annotation><dc:creator>Bo</dc:creator><text:p>check</text:p></office:annotation> en knap.</text:p>' +
        '<text:p>Søren: Og så?</text:p>',
    )
    expect(kind).toBe('odt')
    expect(utterances.map(({ text }) => text)).toEqual([
      'Hvorfor?',
      'Fordi  der [ler ] ikke\nvar en knap.',
      'Og så?',
    ])
    expect(dropped).toEqual([
      { what: 'deleted-text', count: 1, example: 'gone' },
      { what: 'comments', count: 1, example: 'check' },
    ])
  })

  it('gives a table of speakers and text as turns', () => {
    const row = ({ speaker, text }: { speaker: string; text: string }) =>
      `<table:table-row><table:table-cell><text:p>${speaker}</text:p></table:table-cell><table:table-cell><text:p>${text}</text:p></table:table-cell></table:table-row>`
    expect(odt(`<table:table>${spoken.map(row).join('')}</table:table>`).utterances).toEqual(spoken)
  })

  it('with a password, in half or of another kind is refused with what to do', () => {
    const packed = (files: Record<string, string>) =>
      problemOf(
        readTranscript({
          name: 'a.odt',
          bytes: zipSync(
            Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
          ),
        }),
      )
    expect(packed({ 'content.xml': '???', 'META-INF/manifest.xml': '<manifest:encryption-data/>' })).toBe(
      'transcript-locked',
    )
    expect(packed({ 'content.xml': `${start}<text:p>Anna: h` })).toBe('transcript-docx-broken')
    expect(packed({ '../../content.xml': start })).toBe('transcript-zip')
  })
})

describe('RTF', () => {
  // The header and the words of control are those WordPad and Word write.
  const rtf = (
    body: string,
    head = '\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fnil\\fcharset0 Calibri;}{\\f1\\fcharset204 Arial;}}',
  ) => read('a.rtf', `{\\rtf1${head}{\\*\\generator Riched20;}\\pard ${body}}`)

  it('gives letters by code page, by number and by font', () => {
    const { utterances, kind } = rtf(
      "S\\'f8ren: Hvorfor?\\par\\u197?se \\u-10180?\\u-8393?: Fordi der\r\n ikke var en knap.\\par S\\uc0\\u248 ren: Og s\\'e5?\\par {\\f1 \\'c0\\'ed\\'ed\\'e0}: {\\f1 \\'c4\\'e0}.\\par",
    )
    expect(kind).toBe('rtf')
    expect(utterances).toEqual([...spoken, { speaker: 'Анна', text: 'Да.' }])
  })

  it('gives tables and notes, and says what it left out', () => {
    const { utterances, dropped } = rtf(
      '{\\header Secret\\par}\\trowd\\cellx1\\cellx2\\intbl Anna\\cell Why?\\cell\\row\\trowd\\intbl Bo\\cell No {\\footnote\\pard laughs}button{\\deleted  gone}{\\v  hid}{\\*\\annotation Check}.\\cell\\row\\pard {\\pict\\pngblip 89504e}Anna: So?\\par',
    )
    expect(utterances).toEqual([
      { speaker: 'Anna', text: 'Why?' },
      { speaker: 'Bo', text: 'No  [laughs]button.' },
      { speaker: 'Anna', text: 'So?' },
    ])
    expect(dropped.map(({ what, example }) => [what, example.trim()])).toEqual([
      ['page-lines', 'Secret'],
      ['deleted-text', 'gone'],
      ['hidden-text', 'hid'],
      ['comments', 'Check'],
      ['images', 'pict'],
    ])
  })

  it('that stops half way is refused', () => {
    expect(problemOf(readTranscript({ name: 'a.rtf', bytes: Buffer.from('{\\rtf1\\ansi Anna: h') }))).toBe(
      'transcript-rtf-broken',
    )
  })
})

describe('a web page', () => {
  it('gives blocks, tables and terms as turns, letters by name, and says what it left out', () => {
    const page = (body: string) =>
      read(
        'a.html',
        `<!DOCTYPE html><html><head><title>T</title><style>p{}</style></head><body>${body}</body></html>`,
      )
    const first = page(
      '<nav><a href="/">Home</a></nav><!-- draft --><p><b>S&oslash;ren:</b> Hvorfor?</p>\n<p>&Aring;se &#x1F337;: Fordi der <i>ikke</i>\n var en knap.<script>if (1<2) alert("</p>")</script></p><div>Søren: Og så?</div>',
    )
    expect([first.kind, first.utterances]).toEqual(['html', spoken])
    expect(first.dropped).toEqual([
      { what: 'page-lines', count: 1, example: 'Home' },
      { what: 'comments', count: 1, example: 'draft' },
    ])
    const rows = spoken.map(({ speaker, text }) => `<tr><td>${speaker}<td>${text}`).join('')
    expect(page(`<table>${rows}</table>`).utterances).toEqual(spoken)
    const terms = spoken.map(({ speaker, text }) => `<dt>${speaker}<dd>${text}`).join('')
    expect(page(`<dl>${terms}</dl>`).utterances).toEqual(spoken)
  })

  it('that is broken gives its words', () => {
    expect(read('a.html', '<p>Anna: 1 < 2 & "x<p>Bo: <b>yes<table><tr><td>Anna<td>no').utterances).toEqual([
      { speaker: 'Anna', text: '1 < 2 & "x' },
      { speaker: 'Bo', text: 'yes' },
      { speaker: 'Anna', text: 'no' },
    ])
  })
})

describe('a Word document of another shape', () => {
  it('is read by its relations, with its notes, and says what stands on each page', () => {
    const part = (element: string, inside: string) =>
      strToU8(`<w:${element} xmlns:w="w"><w:body>${inside}</w:body></w:${element}>`)
    const p = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
    const bytes = zipSync({
      '_rels/.rels': strToU8(
        '<Relationships><Relationship Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>',
      ),
      'word/document2.xml': part(
        'document',
        `${p('Søren: Hvorfor?')}<w:p><w:r><w:t>Bo: Ingen knap</w:t><w:footnoteReference w:id="2"/><w:t>.</w:t></w:r><w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom></w:p>${p('Søren: Og så?')}`,
      ),
      'word/footnotes.xml': part('footnotes', `<w:footnote w:id="2">${p('ler')}</w:footnote>`),
      'word/comments.xml': part('comments', `<w:comment w:id="0">${p('Check')}</w:comment>`),
      'word/header1.xml': strToU8(`<w:hdr>${p('Secret')}</w:hdr>`),
    })
    const { utterances, dropped } = transcriptOf(readTranscript({ name: 'a.docx', bytes }))
    expect(utterances[1]).toEqual({ speaker: 'Bo', text: 'Ingen knap [ler].' })
    expect(dropped).toEqual([
      { what: 'comments', count: 1, example: 'Check' },
      { what: 'page-lines', count: 1, example: 'Secret' },
    ])
  })
})

describe('a table whose head names its columns', () => {
  const rows = [
    ['1', '0:00.5 - 0:02.0', 'Hvorfor?', 'Søren', 'pause'],
    ['2', '0:02.5 - 0:04.0', 'Fordi der ikke var en knap.', 'Åse 🌷', ''],
    ['3', '0:04.5 - 0:06.0', 'Og så?', 'Søren', ''],
  ]
  const told = spoken.map((turn, at) => ({ ...turn, startMs: 500 + at * 2000, endMs: 2000 + at * 2000 }))

  // NVivo writes the words before who said them.
  it('gives who said what and when in any order of columns, and says what the others hold', () => {
    const cell = (text: string) => `<td>${text}</td>`
    const page = (head: readonly string[]) =>
      `<table><tr>${head.map(cell).join('')}</tr>${rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('')}</table>`
    for (const head of [
      ['', 'Timespan', 'Content', 'Speaker', 'Comment'],
      ['Nr.', 'Zeit', 'Inhalt', 'Sprecherin', 'Notiz'],
      ['Nr.', 'Tid', 'Indhold', 'Taler', 'Note'],
    ]) {
      const { utterances, dropped } = read('a.html', page(head))
      expect(utterances).toEqual(told)
      expect(dropped).toEqual([{ what: 'other-columns', count: 4, example: head[0] === '' ? '1' : 'Nr.: 1' }])
    }
  })

  it('is read in Markdown too, and a name that is left away is that of the row above', () => {
    const text =
      '| Speaker | Text |\n|---|---|\n| Søren | Hvorfor? |\n| | Sig frem. |\n| Åse | Ingen knap \\| svar. |\n'
    expect(read('a.md', text).utterances).toEqual([
      { speaker: 'Søren', text: 'Hvorfor?\nSig frem.' },
      { speaker: 'Åse', text: 'Ingen knap | svar.' },
    ])
  })

  it('is read as rows between tabs, commas or semicolons, quotes and line ends within them', () => {
    const written = (mark: string) =>
      [
        ['Timespan', 'Content', 'Speaker'],
        ...rows.map(([, time = '', text = '', speaker = '']) => [time, text, speaker]),
      ]
        .map((row) => row.map((one) => `"${one.replace('Fordi', 'Fordi\r\n')}"`).join(mark))
        .join('\r\n')
    for (const [name, mark] of [
      ['a.tsv', '\t'],
      ['a.csv', ','],
      ['a.txt', ';'],
    ] as const)
      expect(read(name, `\ufeff${written(mark)}\r\n`).utterances).toEqual(told)
  })

  it('of Whisper counts in milliseconds', () => {
    const text = 'start\tend\ttext\n500\t2000\tHvorfor "det"?\n2500\t4000\tFordi.\n'
    expect(read('a.tsv', text).utterances).toEqual([
      { speaker: null, text: 'Hvorfor "det"? Fordi.', startMs: 500, endMs: 4000 },
    ])
  })

  it('keeps words that hold the mark unquoted where they stand last, and else says what it left out', () => {
    const saidIn = (text: string) =>
      read('a.txt', text).utterances.map(({ speaker, text: words }) => [speaker, words])
    expect(saidIn('Speaker,Text\nAnna,Hello, I am Anna, and you?\nBo,"Bo, too.",\n')).toEqual([
      ['Anna', 'Hello, I am Anna, and you?'],
      ['Bo', 'Bo, too.'],
    ])
    expect(saidIn('Speaker;Text\nAnna;Jeg gik; og så kom jeg')).toEqual([['Anna', 'Jeg gik; og så kom jeg']])
    expect(read('a.txt', 'Text,Speaker\nHello,Anna, and,you,\n')).toMatchObject({
      utterances: [{ speaker: 'Anna', text: 'Hello' }],
      dropped: [{ what: 'other-columns', count: 2, example: 'and' }],
    })
  })

  it('takes a quote that closes no cell for one that was said', () => {
    const spans = ['0\t1000\t"I never', '1000\t2000\tsaid that.', '2000\t3000\tBut she said "no"']
    const told = (rows: readonly string[]) =>
      read('a.tsv', `start\tend\ttext\n${rows.join('\n')}\n`).utterances
    expect(told(spans)).toEqual([
      { speaker: null, text: '"I never said that. But she said "no"', startMs: 0, endMs: 3000 },
    ])
    expect(told([spans[0] ?? '', '1000\t2000\tsaid that."', '2000\t3000\t"Yes'])).toEqual([
      { speaker: null, text: '"I never said that." "Yes', startMs: 0, endMs: 3000 },
    ])
    expect(read('a.csv', 'Speaker,Text\nAnna,"No" is "no", she said\nBo,"Oh\n').utterances).toEqual([
      { speaker: 'Anna', text: '"No" is "no", she said' },
      { speaker: 'Bo', text: '"Oh' },
    ])
  })
})
