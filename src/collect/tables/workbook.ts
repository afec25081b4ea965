import { XMLParser } from 'fast-xml-parser'
import { z } from 'zod'
import { newBreath } from '../../platform/breath.ts'
import { elementsOf } from './elements.ts'
import { UnreadableFile } from './rows.ts'
import type { ByteSource } from './rows.ts'
import { unzipEntries } from './unzip.ts'

/** A sheet by its name, its path in the archive, and whether the workbook shows it. */
export type Sheet = { name: string; path: string; shown: boolean }

/** Whether a cell shows a date, and with how many digits at least a number that is a name: 5 for the format 00000, else 0. */
export type CellStyle = { isDate: boolean; digits: number }

/** What of a workbook must be known before a sheet of it can be read. */
export type Workbook = {
  /** In the order of the workbook; at least one. */
  sheets: readonly [Sheet, ...Sheet[]]
  sharedStrings: string[]
  styles: CellStyle[]
  /** Some workbooks of the Mac count days from 1904. */
  epoch: 1900 | 1904
}

/** Inflated size of the parts held in memory (names, styles, shared strings), and of each but the strings. */
const heldBytes = 256 << 20
const largestPart = 8 << 20

/** Reads the small parts of the archive. Throws `UnreadableFile` when it is a ZIP but no workbook. */
export async function readWorkbook(source: ByteSource): Promise<Workbook> {
  const parts = new Map<string, Uint8Array[]>()
  const sizes = new Map<string, number>()
  let size = 0
  const wanted =
    /^(?:\[Content_Types\]\.xml|xl\/(?:workbook|styles|sharedStrings)\.xml|xl\/_rels\/workbook\.xml\.rels)$/i
  const names: string[] = []
  const look = (name: string): boolean => {
    names.push(name)
    return wanted.test(name)
  }
  for await (const { name, bytes } of unzipEntries(source, look)) {
    size += bytes.length
    const key = name.toLowerCase()
    const own = (sizes.get(key) ?? 0) + bytes.length
    sizes.set(key, own)
    if (size > heldBytes || (own > largestPart && key !== 'xl/sharedstrings.xml'))
      throw new UnreadableFile('file-inflates-too-much', tooMuch)
    const pieces = parts.get(key)
    if (pieces) pieces.push(bytes)
    else parts.set(key, [bytes])
  }
  const workbook = part(parts, 'xl/workbook.xml')
  if (workbook === null) throw new UnreadableFile('file-is-zip', zipMessage(names))
  const relations = part(parts, 'xl/_rels/workbook.xml.rels') ?? ''
  const sheets = readSheets(workbook)
  const [first, ...others] = sheets.list.map(({ name, id, shown }, at) => ({
    name,
    shown,
    path: targetOf(relations, { id, at }),
  }))
  if (!first)
    throw new UnreadableFile(
      'file-damaged',
      'This workbook names no sheet. Open it in Excel and save it again.',
    )
  return {
    sheets: [first, ...others],
    sharedStrings: await readSharedStrings(part(parts, 'xl/sharedstrings.xml') ?? ''),
    styles: readStyles(part(parts, 'xl/styles.xml') ?? ''),
    epoch: sheets.epoch,
  }
}

export const tooMuch =
  'This workbook unpacks to far more than its size lets expect, so it was not read. Save it again, or as CSV.'

function zipMessage(names: string[]): string {
  const inside = names.filter((name) => !name.endsWith('/')).slice(0, 3)
  const list = inside.length > 0 ? ` It holds ${inside.map((name) => `"${name}"`).join(', ')}.` : ''
  return `This file is a ZIP archive, whatever its name says.${list} Unpack it and upload the file inside.`
}

function part(parts: Map<string, Uint8Array[]>, name: string): string | null {
  const found = parts.get(name)
  return found ? new TextDecoder().decode(Buffer.concat(found)) : null
}

const xml = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseAttributeValue: false,
  parseTagValue: false,
  isArray: (name) => ['sheet', 'Relationship', 'xf', 'numFmt'].includes(name),
})

const Named = z.object({ '@name': z.string(), '@id': z.string(), '@state': z.string().optional() })
const Sheets = z.object({
  workbook: z.object({
    workbookPr: z.union([z.object({ '@date1904': z.string().optional() }), z.string()]).optional(),
    sheets: z.object({ sheet: z.array(Named) }),
  }),
})
const Relations = z.object({
  Relationships: z.object({ Relationship: z.array(z.object({ '@Id': z.string(), '@Target': z.string() })) }),
})
const Styles = z.object({
  styleSheet: z.object({
    numFmts: z
      .object({ numFmt: z.array(z.object({ '@numFmtId': z.string(), '@formatCode': z.string() })) })
      .optional(),
    cellXfs: z.object({ xf: z.array(z.object({ '@numFmtId': z.string().optional() })) }).optional(),
  }),
})

/** The part as an object, or nothing when it is not XML. */
function parsed(text: string): unknown {
  try {
    return xml.parse(text)
  } catch {
    return undefined
  }
}

function readSheets(text: string): {
  list: { name: string; id: string; shown: boolean }[]
  epoch: 1900 | 1904
} {
  const found = Sheets.safeParse(parsed(text))
  if (!found.success)
    throw new UnreadableFile('file-damaged', 'This workbook is damaged. Open it in Excel and save it again.')
  const { workbookPr, sheets } = found.data.workbook
  const date1904 = typeof workbookPr === 'object' ? workbookPr['@date1904'] : undefined
  return {
    list: sheets.sheet.map((sheet) => ({
      name: unescapeXml(sheet['@name']),
      id: sheet['@id'],
      shown: (sheet['@state'] ?? 'visible') === 'visible',
    })),
    epoch: date1904 === '1' || date1904 === 'true' ? 1904 : 1900,
  }
}

function targetOf(relations: string, { id, at }: { id: string; at: number }): string {
  const found = relations === '' ? null : Relations.safeParse(parsed(relations))
  const list = found?.success ? found.data.Relationships.Relationship : []
  const target =
    list.find((relation) => relation['@Id'] === id)?.['@Target'] ?? `worksheets/sheet${at + 1}.xml`
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

/** Formats 14 to 22 and 45 to 47 are dates by definition; own formats are when they show days, months, years or hours. */
function readStyles(text: string): CellStyle[] {
  const found = text === '' ? null : Styles.safeParse(parsed(text))
  if (!found?.success) return []
  const { numFmts, cellXfs } = found.data.styleSheet
  const own = new Map(numFmts?.numFmt.map((format) => [format['@numFmtId'], format['@formatCode']]))
  return (cellXfs?.xf ?? []).map((style) => {
    const id = Number(style['@numFmtId'] ?? 0)
    const code = own.get(String(id))
    if (code === undefined) return { isDate: (id >= 14 && id <= 22) || (id >= 45 && id <= 47), digits: 0 }
    const shown = code.replace(/"[^"]*"|\\.|\[(?!h|m|s)[^\]]*\]/gi, '')
    return { isDate: /[dmyhs]/i.test(shown) && !/general/i.test(code), digits: zerosOf(shown) }
  })
}

/** A format of zeros alone keeps those in front: 00000 is a German postcode's. A single one shows a number as it is. */
function zerosOf(shown: string): number {
  const [positive = ''] = shown.split(';')
  return /^00+$/.test(positive) ? positive.length : 0
}

async function readSharedStrings(text: string): Promise<string[]> {
  const breathe = newBreath()
  const strings: string[] = []
  for (const { inner } of elementsOf(text, 'si')) {
    strings.push(textIn(inner))
    if (strings.length % 1000 === 0) await breathe()
  }
  return strings
}

/** The text of the `t` elements, without phonetic hints, entities read. */
export function textIn(part: string): string {
  let spoken = part
  if (part.includes('rPh')) {
    spoken = ''
    let from = 0
    for (const { start, end } of elementsOf(part, 'rPh')) {
      spoken += part.slice(from, start)
      from = end
    }
    spoken += part.slice(from)
  }
  let text = ''
  for (const { inner } of elementsOf(spoken, 't')) text += unescapeXml(inner)
  return text
}

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

export function unescapeXml(text: string): string {
  const plain = text.includes('&')
    ? text.replace(
        /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
        (whole, hex: string | undefined, dec: string | undefined, name: string | undefined) => {
          const code = hex !== undefined ? parseInt(hex, 16) : dec !== undefined ? Number(dec) : null
          if (code !== null) return code <= 0x10ffff ? String.fromCodePoint(code) : whole
          return entities[name ?? ''] ?? whole
        },
      )
    : text
  return plain.includes('_x')
    ? plain.replace(/_x([0-9A-F]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : plain
}
