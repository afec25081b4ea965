type Value = string | number | undefined

/** An element as text: attributes without a value are left out; `inside` is XML already. */
export function element(
  name: string,
  attributes: Record<string, Value>,
  inside: string | readonly string[] = '',
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapedAttribute(String(value))}"`)
    .join('')
  const content = typeof inside === 'string' ? inside : inside.join('')
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`
}

/** An element around others, or nothing where there are none: the schema refuses empty wrappers. */
export function wrapper(name: string, inside: readonly string[]): string {
  return inside.length === 0 ? '' : `<${name}>${inside.join('')}</${name}>`
}

/** An element that holds text; nothing where there is none. */
export function textElement(name: string, text: string): string {
  return text === '' ? '' : `<${name}>${escapedText(text)}</${name}>`
}

/**
 * Text as XML. What XML 1.0 forbids (control characters, lone surrogates) is left out; a carriage return is written as a reference, or reading
 * would make it a line feed.
 */
function escapedText(text: string): string {
  return legal(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;')
}

function escapedAttribute(text: string): string {
  return escapedText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')
}

function legal(text: string): string {
  return text.toWellFormed().replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
}
