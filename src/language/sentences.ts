import type { Language } from './language.ts'

/**
 * How many sentences a text has. A sentence ends at `.`, `!`, `?`, `…` or `:` before white space or the end, and at an
 * empty line; not after an abbreviation (`kl.`, `z.B.`, `Mr.`), an initial or an ordinal number (`3. maj`). A text with a word
 * in it has at least one. Meant for copy and notices: in a transcript the full stops are the transcriber's.
 */
export function countSentences(language: Language, text: string): number {
  let sentences = 0
  for (const paragraph of text.split(/\n\s*\n/)) {
    let open = false
    for (const [word] of paragraph.matchAll(/\S+/g)) {
      if (/[\p{L}\p{N}]/u.test(word)) open = true
      if (!open || !ends(language, word)) continue
      sentences++
      open = false
    }
    if (open) sentences++
  }
  return sentences
}

const END = /[.!?…:]["'”’“»«)\]]*$/u

function ends(language: Language, word: string): boolean {
  if (!END.test(word)) return false
  if (!word.endsWith('.')) return true
  const bare = word.slice(0, -1).replace(/^["'“”„»«([]+/u, '')
  if (/^\p{Lu}$/u.test(bare)) return false
  if (/^\d{1,2}$/.test(bare)) return language === 'en' || language === 'nl'
  return !abbreviations[language].has(bare.toLowerCase())
}

const abbreviations: Record<Language, ReadonlySet<string>> = {
  en: new Set('mr mrs ms dr prof st vs e.g i.e approx dept no jr sr inc ltd co cf'.split(' ')),
  da: new Set(
    'kl ca bl.a f.eks fx pga mht dvs m.fl m.m m.v mv inkl ekskl nr tlf stk mio mia dr hr fr jf evt osv'.split(
      ' ',
    ),
  ),
  sv: new Set(
    'kl ca bl.a t.ex dvs d.v.s m.fl m.m resp inkl exkl nr tel st milj dr jfr ev osv o.s.v pga p.g.a s.k fr.o.m t.o.m'.split(
      ' ',
    ),
  ),
  nl: new Set(
    'ca bijv bv d.w.z dhr mevr mw dr drs ir ing prof nr tel incl excl o.a m.b.t i.v.m t.a.v e.d a.u.b z.o.z resp evt'.split(
      ' ',
    ),
  ),
  de: new Set(
    'z.b d.h u.a bzw ca dr prof hr fr nr tel inkl exkl ggf evtl vgl sog mio mrd z.t i.d.r u.u str abs bspw mind max'.split(
      ' ',
    ),
  ),
}
