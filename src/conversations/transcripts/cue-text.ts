/** Words of one voice inside a cue; `null` when no voice is given. */
export type Voice = { voice: string | null; text: string }

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  lrm: '\u200e',
  rlm: '\u200f',
}

/**
 * Takes a cue's text apart into voices: tags go, `<v Name>` names who speaks until `</v>` or the next voice, entities
 * become letters. What only looks like a tag ("I <3 you", a tag without end) stays, so that no word is lost.
 */
export function readVoices(cue: string): Voice[] {
  const voices: Voice[] = []
  let voice: string | null = null
  let from = 0
  while (from < cue.length) {
    const open = cue.indexOf('<', from)
    const close = open < 0 ? -1 : closeOf(cue, open)
    const end = open < 0 ? cue.length : open
    add(voices, voice, cue.slice(from, end))
    if (end === cue.length) break
    const tag = close < 0 ? '' : cue.slice(open + 1, close)
    if (!isTag(tag)) {
      // The bracket is text; what follows it may still hold a tag.
      add(voices, voice, '<')
      from = open + 1
      continue
    }
    const named = /^v(?:\.[^\s]*)?(?:\s+([\s\S]*))?$/u.exec(tag)
    if (named) voice = voiceName(named[1] ?? '')
    else if (/^\/v\s*$/u.test(tag)) voice = null
    from = close + 1
  }
  return voices
    .map((one) => ({ voice: one.voice, text: unescapeEntities(one.text).trim() }))
    .filter(({ text }) => text !== '')
}

/** No tag is longer than this; a bracket whose end is farther away is text. */
const longestTag = 1_000

function closeOf(cue: string, open: number): number {
  const close = cue.slice(open, open + longestTag).indexOf('>')
  return close < 0 ? -1 : open + close
}

/** Replaces the entities of WebVTT and HTML's basic ones, also by number; anything else stays as written. */
export function unescapeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/giu,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return entities[name.toLowerCase()] ?? whole
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
      const legal = code > 0x1f && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
      return legal ? String.fromCodePoint(code) : whole
    },
  )
}

function add(voices: Voice[], voice: string | null, text: string): void {
  const last = voices.at(-1)
  if (text === '') return
  if (last && last.voice === voice) last.text += text
  else voices.push({ voice, text })
}

function voiceName(annotation: string): string | null {
  const name = unescapeEntities(annotation).replace(/\s+/gu, ' ').trim()
  return name === '' ? null : name
}

/** Tags of WebVTT and SubRip: a name with or without slash, classes or annotation; or a time. */
function isTag(tag: string): boolean {
  return (
    /^\/?[a-z][a-z0-9]{0,11}(?:[.\s/][^<]*)?$/iu.test(tag) ||
    /^\s*[\da-z]?\d*:\d{2}[\d:.,]*\s*$/iu.test(tag) ||
    tag === '/'
  )
}
