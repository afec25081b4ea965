import { unescapeEntities } from './cue-text.ts'

/** Names of the letters from U+00A0 to U+00FF in their order (HTML 4, https://www.w3.org/TR/html4/sgml/entities.html). */
const latin =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'.split(
    ' ',
  )

const letters: ReadonlyMap<string, string> = new Map([
  ...latin.map((name, at) => [name, String.fromCodePoint(0xa0 + at)] as const),
  ...Object.entries({
    ...{ OElig: 'Œ', oelig: 'œ', Scaron: 'Š', scaron: 'š', Yuml: 'Ÿ', fnof: 'ƒ', circ: 'ˆ', tilde: '˜' },
    ...{
      ensp: '\u2002',
      emsp: '\u2003',
      thinsp: '\u2009',
      zwnj: '\u200c',
      zwj: '\u200d',
      ndash: '–',
      mdash: '—',
    },
    ...{ lsquo: '‘', rsquo: '’', sbquo: '‚', ldquo: '“', rdquo: '”', bdquo: '„', dagger: '†', Dagger: '‡' },
    ...{ bull: '•', hellip: '…', permil: '‰', prime: '′', Prime: '″', lsaquo: '‹', rsaquo: '›', euro: '€' },
    ...{ trade: '™', larr: '←', rarr: '→', minus: '−', ne: '≠', le: '≤', ge: '≥', apos: "'" },
  }),
])

/** Replaces the entities of HTML 4, by name and by number; those from 128 to 159 are Windows-1252, as browsers read them. */
export function unescapeHtml(text: string): string {
  if (!text.includes('&')) return text
  const named = text.replace(/&([A-Za-z][A-Za-z0-9]{1,7});/gu, (whole, name: string) => {
    return letters.get(name) ?? whole
  })
  return unescapeEntities(
    named.replace(/&#(1[2-5]\d);/gu, (whole, code: string) => {
      const byte = Number(code)
      return byte < 128 ? whole : new TextDecoder('windows-1252').decode(Uint8Array.of(byte))
    }),
  )
}
