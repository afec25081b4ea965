import { unescapeEntities } from './cue-text.ts'

/** A tag as it is passed: local name (`/p` for its end), the whole of it, whether it ends itself, and the text after it. */
export type Tag = { name: string; whole: string; empty: boolean; text: string }

/**
 * Passes the tags of XML once, without a tree: time and memory grow with the text only. Entities a document declares
 * itself are never expanded. Answers whether `end` came: a part that stops half way is damaged.
 */
export function walkTags(xml: string, { end, onTag }: { end: string; onTag: (tag: Tag) => void }): boolean {
  let at = xml.indexOf('<')
  let ended = false
  while (at >= 0) {
    // Text goes past whole comments: this one never ends, or stands above the first tag.
    if (xml.startsWith('<!--', at)) {
      const over = xml.indexOf('-->', at)
      if (over < 0) return false
      at = xml.indexOf('<', over)
      continue
    }
    const close = xml.indexOf('>', at)
    if (close < 0) return false
    const whole = xml.slice(at + 1, close)
    const name = localName(whole)
    if (name === end) ended = true
    const { text, next } = textFrom(xml, close + 1)
    onTag({ name, whole, empty: whole.endsWith('/'), text })
    at = next
  }
  return ended
}

/** The text up to the next tag: comments within it are passed over, CDATA is text as it stands. */
function textFrom(xml: string, from: number): { text: string; next: number } {
  let next = xml.indexOf('<', from)
  let text = next < 0 ? '' : unescapeEntities(xml.slice(from, next))
  while (next >= 0 && (xml.startsWith('<![CDATA[', next) || xml.startsWith('<!--', next))) {
    const [start, end] = xml.startsWith('<!--', next) ? ['<!--', '-->'] : ['<![CDATA[', ']]>']
    const over = xml.indexOf(end, next + start.length)
    if (over < 0) break
    if (end === ']]>') text += xml.slice(next + start.length, over)
    const after = over + end.length
    next = xml.indexOf('<', after)
    if (next >= 0) text += unescapeEntities(xml.slice(after, next))
  }
  return { text, next }
}

/** The value of an attribute by its local name. */
export function attributeOf(whole: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'u').exec(whole)
  const value = found?.[1] ?? found?.[2]
  return value === undefined ? undefined : unescapeEntities(value)
}

function localName(tag: string): string {
  const closing = tag.startsWith('/')
  const whole = /^[^\s/>]*/u.exec(closing ? tag.slice(1) : tag)?.[0] ?? ''
  const local = whole.slice(whole.indexOf(':') + 1)
  return closing ? `/${local}` : local
}
