import type { Language } from '../language.ts'
import { stem } from '../stems.ts'
import { isFunctionStem, isFunctionWord } from '../stopwords.ts'
import { listedForms } from './listed-forms.ts'
import { isLookAlike, isNoVerb } from './look-alikes.ts'
import { weakForms } from './weak-forms.ts'

/**
 * The stems, other than its own, that the forms of a word have: Snowball takes endings off but joins neither `ventede` to `vente` nor `bought` to
 * `buy`. The word is in its normal form. Whoever looks for it looks for these as well; what is stored and counted stays under one stem a word.
 * What shares its stem with a function word (Danish bar, carried, with bare, just) is not looked for: it would be found everywhere.
 */
export function kindredStems(language: Language, normal: string): readonly string[] {
  if (normal.length > longest) return []
  const own = stem(language, normal)
  const isSmall = isFunctionWord(language, normal)
  const inLists = listedForms(language, normal)
  const forms =
    inLists.length > 0 || isSmall || isNoVerb(language, normal) ? inLists : weakForms(language, normal)
  return [...new Set(forms.map((form) => stem(language, form)))].filter(
    (other) =>
      other !== own &&
      !isFunctionStem(language, other) &&
      !isLookAlike(language, { asked: own, found: other }),
  )
}

const longest = 40
