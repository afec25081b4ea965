import { guessSpecialByName, guessedCategories, type GuessedCategory } from '../../people/index.ts'

export const specialCategories = guessedCategories
export type SpecialCategory = GuessedCategory

/** Answers that give a category away even under a header that says nothing ("q0026"). */
const answers: [SpecialCategory, RegExp][] = [
  [
    'health',
    /^(?:(?:type [12] )?diabetes(?: (?:type )?[12])?|diabetic|asthma|astma|cancer|kræft|kanker|krebs|epilepsy|epilepsi|epilepsie|depression|depressie|anxiety|angst|adhd|autism|autisme|autismus|arthritis|gigt|reuma|rheuma|migraine|migræne|migrän|migräne|hypertension|bluthochdruck|hiv|hiv[ -]?positive?|copd|kol|dementia|demens|dementie|demenz|stroke|obesity|pregnant|gravid|zwanger|schwanger)$/i,
  ],
  [
    'orientation',
    /^(?:straight|heterosexual|gay|lesbian|bisexual|gay\/bisexual|homosexual|heteroseksuel|homoseksuel|biseksuel|heterosexuell|homosexuell|bisexuell|hetero|homo|bi|heteroseksueel|homoseksueel|biseksueel|lesbisch|schwul)$/i,
  ],
  [
    'origin',
    /^(?:white|black|hispanic|latino|asian|african american|non-white|caucasian|native american|middle eastern|pacific islander|mixed race)$/i,
  ],
  [
    'belief',
    /^(?:christian|catholic|protestant|muslim|jewish|hindu|buddhist|atheist|agnostic|kristen|katolik|jøde|ateist|kristen|katolsk|muslimsk|christelijk|katholiek|moslim|joods|atheïst|evangelisch|katholisch|muslimisch|jüdisch|konfessionslos|islam|christianity|judaism|hinduism|buddhism)$/i,
  ],
  [
    'politics',
    /^(?:republican|democrat|conservative|labour|liberal|socialdemokrat\w*|venstre|moderaterna|sverigedemokraterna|vvd|pvda|cda|d66|groenlinks|pvv|cdu|csu|spd|fdp|afd|die grünen|die linke)$/i,
  ],
]

/** The special category a column seems to hold, with what gave it away; null when nothing does. */
export function guessSpecial(column: {
  plain: string
  counts: ReadonlyMap<string, number>
}): { category: SpecialCategory; why: string } | null {
  const named = guessSpecialByName(column.plain)
  if (named !== null) return { category: named.category, why: `the column's name says "${named.word}"` }
  return byAnswers(column.counts)
}

function byAnswers(counts: ReadonlyMap<string, number>): { category: SpecialCategory; why: string } | null {
  if (counts.size === 0 || counts.size > 40) return null
  for (const [category, pattern] of answers) {
    const hits = [...counts.keys()].filter((value) => pattern.test(value.trim()))
    if (hits.length >= 2) return { category, why: `answers such as "${hits.slice(0, 2).join('", "')}"` }
  }
  // The one answer a ticked box stands for names the thing itself: "Your mental health".
  const [only] = counts.keys()
  if (counts.size !== 1 || only === undefined) return null
  const named = guessSpecialByName(only)
  return named === null ? null : { category: named.category, why: `the answer says "${named.word}"` }
}
