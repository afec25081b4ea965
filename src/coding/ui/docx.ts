import { strToU8, zipSync } from 'fflate'

/** A part of a document, in reading order: on the screen, on paper and in Word the same. */
export type Block =
  | { kind: 'title' | 'heading' | 'subheading' | 'text' | 'small'; text: string }
  | { kind: 'quote'; text: string; who: string; lang: string }
  | { kind: 'table'; head: readonly string[]; rows: readonly (readonly string[])[] }

/**
 * A document for Word of headings, paragraphs, quotes and tables (ECMA-376, WordprocessingML), with named styles, so that a reader restyles it at
 * once. What XML forbids is left out.
 */
export function docx(blocks: readonly Block[], { language }: { language: string }): Uint8Array<ArrayBuffer> {
  const body = blocks.map(blockXml).join('')
  const parts = {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': relations([['officeDocument', 'word/document.xml']]),
    'word/document.xml': `${head}<w:document xmlns:w="${main}"><w:body>${body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr></w:body></w:document>`,
    'word/_rels/document.xml.rels': relations([['styles', 'styles.xml']]),
    'word/styles.xml': stylesXml(language),
  }
  const files = Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)] as const)
  // A fixed time in the archive: the same report gives the same bytes.
  return new Uint8Array(zipSync(Object.fromEntries(files), { level: 6, mtime: new Date('2000-01-01') }))
}

const styleOf = {
  title: 'Title',
  heading: 'Heading1',
  subheading: 'Heading2',
  text: 'Normal',
  small: 'Small',
} as const

function blockXml(block: Block): string {
  if (block.kind === 'table') return tableXml(block)
  if (block.kind === 'quote') {
    const lang = `<w:rPr><w:lang w:val="${escaped(block.lang)}"/></w:rPr>`
    return paragraph('Quote', run(block.text, lang)) + paragraph('QuoteSource', run(block.who))
  }
  return paragraph(styleOf[block.kind], run(block.text))
}

function tableXml({ head: titles, rows }: Extract<Block, { kind: 'table' }>): string {
  const cell = (text: string, bold: string) =>
    `<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr>${paragraph('Normal', run(text, bold))}</w:tc>`
  const row = (cells: readonly string[], bold = '') =>
    `<w:tr>${bold === '' ? '' : '<w:trPr><w:tblHeader/></w:trPr>'}${cells.map((text) => cell(text, bold)).join('')}</w:tr>`
  const grid = titles.map(() => '<w:gridCol/>').join('')
  const edges = ['top', 'bottom', 'insideH']
    .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="BBBBBB"/>`)
    .join('')
  return `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${edges}</w:tblBorders></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${row(titles, '<w:rPr><w:b/></w:rPr>')}${rows.map((cells) => row(cells)).join('')}</w:tbl>${paragraph('Normal', '')}`
}

function paragraph(style: string, runs: string): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${runs}</w:p>`
}

function run(text: string, properties = ''): string {
  const lines = text.split(/\r\n?|\n/u).map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`)
  return `<w:r>${properties}${lines.join('<w:br/>')}</w:r>`
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const contentTypes = `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${types}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${types}.styles+xml"/></Types>`

function relations(targets: readonly [kind: string, target: string][]): string {
  const each = targets.map(
    ([kind, target], at) => `<Relationship Id="rId${at + 1}" Type="${office}/${kind}" Target="${target}"/>`,
  )
  return `${head}<Relationships xmlns="${packages}/relationships">${each.join('')}</Relationships>`
}

type Style = { id: string; name: string; paragraph?: string; run?: string }

const styles: readonly Style[] = [
  { id: 'Title', name: 'Title', paragraph: '<w:spacing w:after="240"/>', run: '<w:b/><w:sz w:val="40"/>' },
  {
    id: 'Heading1',
    name: 'heading 1',
    paragraph: '<w:keepNext/><w:spacing w:before="360" w:after="120"/><w:outlineLvl w:val="0"/>',
    run: '<w:b/><w:sz w:val="30"/>',
  },
  {
    id: 'Heading2',
    name: 'heading 2',
    paragraph: '<w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="1"/>',
    run: '<w:b/><w:sz w:val="25"/>',
  },
  { id: 'Small', name: 'Small', run: '<w:color w:val="555555"/><w:sz w:val="19"/>' },
  {
    id: 'Quote',
    name: 'Quote',
    paragraph: '<w:keepNext/><w:spacing w:before="120" w:after="0"/><w:ind w:left="567"/>',
    run: '<w:i/>',
  },
  {
    id: 'QuoteSource',
    name: 'Quote source',
    paragraph: '<w:spacing w:after="160"/><w:ind w:left="567"/>',
    run: '<w:color w:val="555555"/><w:sz w:val="19"/>',
  },
]

function stylesXml(language: string): string {
  const own = styles.map(
    (style) =>
      `<w:style w:type="paragraph" w:styleId="${style.id}"><w:name w:val="${style.name}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:pPr>${style.paragraph ?? ''}</w:pPr><w:rPr>${style.run ?? ''}</w:rPr></w:style>`,
  )
  return `${head}<w:styles xmlns:w="${main}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/><w:lang w:val="${escaped(language)}"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:pPr><w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr></w:style>${own.join('')}</w:styles>`
}

function escaped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
