/** An element as read: local name (without prefix), attributes by local name, its own text, its children in order. */
export type XmlElement = {
  name: string
  attributes: Map<string, string>
  text: string
  children: XmlElement[]
  /** Processing instructions directly inside, by target. */
  instructions: { target: string; data: string }[]
}

/** A document, or why it could not be read. `declares` is refused whole: nobody needs own entities here, only traps do. */
type XmlRead =
  | { state: 'read'; root: XmlElement }
  | { state: 'broken' | 'declares' | 'too-deep' | 'too-large' }

/** Elements inside one another, at most. The deepest real codebook has a dozen levels. */
const deepest = 200

/** A project of 300,000 codings has a million; they take half a gigabyte. */
const mostElements = 1_000_000

/**
 * Reads an XML 1.0 document in one pass, in time and memory that grow with its length only. No DTD: a document that declares one
 * (entities of its own, "billion laughs", files to fetch) is refused. Line ends become "\n" as the standard says (§2.11), unless they were
 * written as `&#13;`. A byte order mark or white space before the first tag is passed over. Never throws.
 */
export function readXml(text: string): XmlRead {
  const reader: Reader = {
    text: text.replaceAll(/\r\n?/g, '\n'),
    at: 0,
    elements: 0,
    open: [],
    root: undefined,
  }
  while (reader.at < reader.text.length) {
    const next = reader.text.indexOf('<', reader.at)
    const words = reader.text.slice(reader.at, next < 0 ? undefined : next)
    if (!takeText(reader, words)) return { state: 'broken' }
    if (next < 0) break
    reader.at = next
    const taken = takeMarkup(reader)
    if (taken !== 'read') return { state: taken }
    if (reader.open.length > deepest) return { state: 'too-deep' }
    if (reader.elements > mostElements) return { state: 'too-large' }
  }
  if (reader.root === undefined || reader.open.length > 0) return { state: 'broken' }
  return { state: 'read', root: reader.root }
}

/** The children of that name. */
export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? []
}

/** The first child of that name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name)
}

type Reader = {
  text: string
  at: number
  elements: number
  open: XmlElement[]
  root: XmlElement | undefined
}
type Taken = 'read' | 'broken' | 'declares'

function takeText(reader: Reader, words: string): boolean {
  const inside = reader.open.at(-1)
  if (inside === undefined) return /^[\s\ufeff]*$/u.test(words)
  const plain = unescaped(words)
  if (plain === undefined) return false
  inside.text += plain
  return true
}

function takeMarkup(reader: Reader): Taken {
  const { text, at } = reader
  if (text.startsWith('<!--', at)) return skipTo(reader, '-->')
  if (text.startsWith('<![CDATA[', at)) return takeCharacters(reader)
  if (text.startsWith('<?', at)) return takeInstruction(reader)
  if (text.startsWith('<!', at)) return 'declares'
  if (text.startsWith('</', at)) return takeEnd(reader)
  return takeStart(reader)
}

function skipTo(reader: Reader, end: string): Taken {
  const close = reader.text.indexOf(end, reader.at)
  if (close < 0) return 'broken'
  reader.at = close + end.length
  return 'read'
}

function takeCharacters(reader: Reader): Taken {
  const begin = reader.at + '<![CDATA['.length
  const inside = reader.open.at(-1)
  const taken = skipTo(reader, ']]>')
  if (taken !== 'read' || inside === undefined) return 'broken'
  inside.text += reader.text.slice(begin, reader.at - ']]>'.length)
  return 'read'
}

function takeInstruction(reader: Reader): Taken {
  const begin = reader.at + 2
  if (skipTo(reader, '?>') !== 'read') return 'broken'
  const [, target = '', data = ''] =
    /^(\S+)\s*([\s\S]*)$/u.exec(reader.text.slice(begin, reader.at - 2)) ?? []
  reader.open.at(-1)?.instructions.push({ target, data })
  return 'read'
}

function takeEnd(reader: Reader): Taken {
  const close = reader.text.indexOf('>', reader.at)
  const element = reader.open.pop()
  if (close < 0 || element === undefined) return 'broken'
  const name = localName(reader.text.slice(reader.at + 2, close).trim())
  if (name !== element.name) return 'broken'
  reader.at = close + 1
  return 'read'
}

const attribute = /\s*([^\s=/>"'<]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/uy
const tagName = /[^\s/>"'<=]+/uy
const tagEnd = /\s*(\/?)>/uy

function takeStart(reader: Reader): Taken {
  const name = matched(tagName, reader.text, reader.at + 1)
  if (name === null) return 'broken'
  const element: XmlElement = {
    name: localName(name[0]),
    attributes: new Map(),
    text: '',
    children: [],
    instructions: [],
  }
  let at = tagName.lastIndex
  for (let found = matched(attribute, reader.text, at); found !== null;) {
    at = attribute.lastIndex
    // In an attribute a line end or tab written as itself is a space (§3.3.3).
    const value = unescaped((found[2] ?? found[3] ?? '').replaceAll(/[\n\t]/g, ' '))
    if (value === undefined) return 'broken'
    element.attributes.set(localName(found[1] ?? ''), value)
    found = matched(attribute, reader.text, at)
  }
  const end = matched(tagEnd, reader.text, at)
  if (end === null) return 'broken'
  reader.at = tagEnd.lastIndex
  reader.elements++
  const inside = reader.open.at(-1)
  if (inside) inside.children.push(element)
  else if (reader.root !== undefined) return 'broken'
  else reader.root = element
  if (end[1] === '') reader.open.push(element)
  return 'read'
}

function matched(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

const known: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** Text with the five entities and character references read; undefined for any other entity, which nobody declared. */
function unescaped(text: string): string | undefined {
  if (!text.includes('&')) return text
  let broken = false
  const plain = text.replaceAll(
    /&(?:#x([0-9a-f]{1,8})|#(\d{1,8})|(\w{1,8}));|&/giu,
    (whole, hex, dec, name) => {
      if (typeof hex === 'string' || typeof dec === 'string') {
        const code = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(dec)
        if (code <= 0x10ffff) return String.fromCodePoint(code)
      }
      const character = typeof name === 'string' ? known[name] : undefined
      if (character === undefined) broken = true
      return character ?? String(whole)
    },
  )
  return broken ? undefined : plain
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
