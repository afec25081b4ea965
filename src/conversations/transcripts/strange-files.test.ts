import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readMaterial } from './read-material.ts'

// Files as strangers bring them, each with who is found to say what.

const words = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const paragraph = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`

function docx(body: string, more: Record<string, string> = {}): Uint8Array {
  const document = `<w:document xmlns:w="${words}"><w:body>${body}</w:body></w:document>`
  const parts = { '[Content_Types].xml': '<Types/>', 'word/document.xml': document, ...more }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)])))
}

const utf16 = (text: string) => Buffer.from(text, 'utf16le')
const talk = 'Interviewer: So how was it? Anna: It was good, really. Interviewer: Why? Anna: The price. '
const heard = [
  ['Interviewer', 'So how was it?'],
  ['Anna', 'It was good, really.'],
  ['Interviewer', 'Why?'],
  ['Anna', 'The price.'],
]

async function read(name: string, content: Uint8Array | string) {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  return readMaterial({ material: { how: 'file', name, bytes } })
}

async function said(name: string, content: Uint8Array | string) {
  const found = await read(name, content)
  if (found.state !== 'read') throw new Error(JSON.stringify(found))
  const { utterances, dropped } = found.transcript
  return {
    turns: utterances.map(({ speaker, text }) => [speaker, text]),
    times: utterances.map(({ startMs }) => startMs),
    dropped: dropped.map(({ what, count, example }) => [what, count, example]),
  }
}

const cue = '00:00:01.000 --> 00:00:02.000'
const next = '00:00:02.000 --> 00:00:03.000'
const cues = `${cue}\n<v Anna>Hi</v>\n\n${next}\n<v Bo>Yes</v>\n`
const both = [
  ['Anna', 'Hi'],
  ['Bo', 'Yes'],
]

describe('captions with a first line of their own kind', () => {
  test.each([
    ['a letter too few', `WEBVT\n\n${cues}`],
    ['a letter too many', `WEBVTTx\n\n${cues}`],
    ['two words', `Web VTT\n\n${cues}`],
    ['nothing but a time behind it', `WEBVTT${cues}`],
    ['no empty line after it', `WEBVTT\n${cues}`],
    ['old line ends', `WEBVTT\r\r${cues.replaceAll('\n', '\r')}`],
    ['line ends of every kind', `WEBVTT\r\n\n${cues.replace('\n', '\r').replace('\n\n', '\n\r\n')}`],
    ['none at all', cues],
  ])('%s', async (_, content) => {
    const { turns, times } = await said('a.vtt', content)
    expect(turns).toEqual(both)
    expect(times).toEqual([1000, 2000])
  })

  test('UTF-16 without a mark', async () => {
    expect((await said('a.vtt', utf16(`WEBVTT\n\n${cues}`))).turns).toEqual(both)
  })

  test('names from right to left, and of emoji', async () => {
    const content = `WEBVTT\n\n${cue}\n<v مريم العلي>مرحبا</v>\n\n${next}\n<v 👩🏽‍🚀 Bo>Yes 😀</v>\n`
    expect((await said('a.vtt', content)).turns).toEqual([
      ['مريم العلي', 'مرحبا'],
      ['👩🏽‍🚀 Bo', 'Yes 😀'],
    ])
  })
})

describe('a talk of three hours in one paragraph', () => {
  test('is cut where somebody begins to speak', async () => {
    const { turns } = await said('a.txt', talk.repeat(1000))
    expect(turns.slice(0, 4)).toEqual(heard)
    expect(turns).toHaveLength(4000)
    expect((await said('a.docx', docx(paragraph(talk.repeat(50))))).turns).toHaveLength(200)
  })

  test('without speakers is kept whole, in turns that can be read', async () => {
    const text = 'Well I think it was quite good and then we went on to the next thing. '
      .repeat(20_000)
      .trim()
    const { turns } = await said('a.txt', text)
    expect(turns.map(([, words]) => words).join(' ')).toBe(text)
    expect(new Set(turns.map(([speaker]) => speaker))).toEqual(new Set([null]))
  })

  test('somebody who tells what others said is cut nowhere', async () => {
    const told =
      'He came in, and then he said. Anna: that is what he called me. I did not like it at all, and left.'
    const { turns } = await said(
      'a.txt',
      `Interviewer: And then?\nBo: ${told}\nInterviewer: Oh.\nBo: ${told}`,
    )
    expect(turns.map(([speaker]) => speaker)).toEqual(['Interviewer', 'Bo', 'Interviewer', 'Bo'])
  })

  test('what an excerpt of two turns tells of others makes nobody of them a speaker', async () => {
    const told =
      'It was like always. Mum: you are late again. Dad: let her be, please. Mum: you always say that. Dad: and you never listen. Mum: enough. Dad: fine. So I left.'
    const { turns } = await said('a.txt', `Interviewer: How was it at home?\nAnna: ${told}`)
    expect(turns).toEqual([
      ['Interviewer', 'How was it at home?'],
      ['Anna', told],
    ])
  })
})

describe('text without a mark of its encoding', () => {
  test.each([
    ['Arabic', 'مريم: مرحبا كيف حالك\nدانا: بخير شكرا\nمريم: لماذا\nدانا: لأن', 'مريم'],
    ['Hebrew', 'מראיין: שלום לך\nדנה: כן בטח\nמראיין: למה?\nדנה: ככה זה', 'מראיין'],
    ['Greek', 'Άννα: Γεια σου\nΝίκος: Ναι βέβαια\nΆννα: Γιατί;\nΝίκος: Έτσι', 'Άννα'],
    ['Danish', 'Søren: Hej med dig\nÅse: Ja da\nSøren: Hvorfor?\nÅse: Æh', 'Søren'],
  ])('in UTF-16 (%s)', async (_, text, first) => {
    const big = utf16(text).swap16()
    for (const bytes of [utf16(text), big]) {
      const { turns } = await said('a.txt', bytes)
      expect(turns).toHaveLength(4)
      expect(turns[0]?.[0]).toBe(first)
    }
  })

  test('bytes that are no text are no alphabet', async () => {
    const bytes = Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 7919) % 251))
    expect(await read('a.txt', bytes)).toMatchObject({ problem: { id: 'transcript-binary' } })
  })
})

describe('Word documents', () => {
  test('hidden text is left out and said', async () => {
    const hidden = '<w:r><w:rPr><w:vanish/></w:rPr><w:t>their number</w:t></w:r>'
    const shown = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t> and no</w:t></w:r>'
    const body = `<w:p><w:r><w:t>Anna: Hi</w:t></w:r>${hidden}</w:p><w:p><w:r><w:t>Bo: Yes</w:t></w:r>${shown}</w:p>`
    const { turns, dropped } = await said('a.docx', docx(body))
    expect(turns).toEqual([
      ['Anna', 'Hi'],
      ['Bo', 'Yes and no'],
    ])
    expect(dropped).toEqual([['hidden-text', 1, 'their number']])
  })

  test('text that was hidden before its format was changed is read', async () => {
    const before = '<w:rPrChange w:id="1" w:author="Bo"><w:rPr><w:vanish/></w:rPr></w:rPrChange>'
    const shown = `<w:r><w:rPr><w:b/>${before}</w:rPr><w:t>Yes</w:t></w:r>`
    const body = `${paragraph('Anna: Hi')}<w:p><w:r><w:t xml:space="preserve">Bo: </w:t></w:r>${shown}</w:p>`
    expect(await said('a.docx', docx(body))).toMatchObject({ turns: both, dropped: [] })
  })

  test.each<[string, string]>([
    [
      'tracked changes',
      '<w:ins><w:r><w:t>Yes</w:t></w:r></w:ins><w:del><w:r><w:delText>No</w:delText></w:r></w:del>',
    ],
    [
      'moved words',
      '<w:moveFrom><w:r><w:t>Yes</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>Yes</w:t></w:r></w:moveTo>',
    ],
    ['a link', '<w:hyperlink><w:r><w:t>Yes</w:t></w:r></w:hyperlink>'],
    ['a form', '<w:sdt><w:sdtContent><w:r><w:t>Yes</w:t></w:r></w:sdtContent></w:sdt>'],
  ])('%s are read as they stand', async (_, run) => {
    const body = `${paragraph('Anna: Hi')}<w:p><w:r><w:t xml:space="preserve">Bo: </w:t></w:r>${run}</w:p>`
    expect((await said('a.docx', docx(body))).turns).toEqual(both)
  })

  test.each<[string, Uint8Array, string]>([
    ['half of one', docx(paragraph('Anna: Hi')).subarray(0, 200), 'transcript-docx-broken'],
    ['one that ends within a word', cutWithin(), 'transcript-docx-broken'],
    ['a bomb', docx(paragraph('a'.repeat(70 << 20))), 'transcript-docx-too-large'],
  ])('%s is refused with what to do', async (_, bytes, id) => {
    expect(await read('a.docx', bytes)).toMatchObject({ state: 'refused', problem: { id } })
  })

  test('names that climb out of their folder are only names', async () => {
    const bytes = docx(paragraph('Anna: Hi') + paragraph('Bo: Yes'), {
      '../../../etc/passwd': 'x',
      '..\\..\\evil': 'y',
    })
    expect((await said('a.docx', bytes)).turns).toEqual(both)
  })
})

function cutWithin(): Uint8Array {
  const half = `<w:document xmlns:w="${words}"><w:body>${paragraph('Anna: Hi')}<w:p><w:r><w:t>ha`
  return zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8(half) })
}

describe('pages', () => {
  test('comments of Google Docs are nobody’s words', async () => {
    const page = `<body><p><span>Anna:</span><span>&nbsp;Hi</span><sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup></p>
      <p><span>Bo:</span><span>&nbsp;Yes</span></p>
      <div class="c9"><p class="c1"><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>ask her again</span></p></div></body>`
    const { turns, dropped } = await said('a.html', page)
    expect(turns).toEqual(both)
    expect(dropped).toEqual([
      ['marks', 1, '[a]'],
      ['comments', 1, '[a]ask her again'],
    ])
  })

  test('a name, its time and the words in boxes of their own (Teams)', async () => {
    const turn = (name: string, time: string, text: string) =>
      `<div class="itemDisplayName">${name}</div><div class="timestamp">${time}</div><div>${text}</div>`
    const page =
      turn('Anna Bø', '0:03', 'Hej') + turn('Bo', '0:09', 'Ja') + turn('Anna Bø', '0:12', 'Hvorfor')
    const { turns, times } = await said('a.html', page)
    expect(turns).toEqual([
      ['Anna Bø', 'Hej'],
      ['Bo', 'Ja'],
      ['Anna Bø', 'Hvorfor'],
    ])
    expect(times).toEqual([3000, 9000, 12_000])
  })
})

describe('JSON that is no transcript', () => {
  test.each([
    ['half a file', '{"segments":[{"text":"hi","speaker":"A"},{"te', 'transcript-json-broken'],
    ['lists within lists', '['.repeat(100_000) + ']'.repeat(100_000), 'transcript-json-unknown'],
    ['nothing', 'null', 'transcript-json-unknown'],
  ])('%s is refused with what to do', async (_, content, id) => {
    expect(await read('a.json', content)).toMatchObject({ state: 'refused', problem: { id } })
  })

  test('names that objects have of themselves are names', async () => {
    const json = '{"segments":[{"speaker":"__proto__","text":"Hi"},{"speaker":"constructor","text":"Yes"}]}'
    expect((await said('a.json', json)).turns).toEqual([
      ['__proto__', 'Hi'],
      ['constructor', 'Yes'],
    ])
  })
})
