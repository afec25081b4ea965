import { words } from './header-words.ts'

/**
 * GDPR Art. 9: data that may not be used until somebody states the ground. `orientation` covers sex life and sexual
 * orientation; `personality` is not in the article but is treated like it until shown otherwise.
 */
export const specialCategories = [
  'health',
  'orientation',
  'belief',
  'origin',
  'politics',
  'union',
  'biometric',
  'personality',
] as const
export type SpecialCategory = (typeof specialCategories)[number]

const patterns: [SpecialCategory, RegExp][] = [
  [
    'orientation',
    words(
      'sexual(?!ity)(?!\\s*harass) | sexuality | sex life | orientation | lgbt* | cheated on | affair | sex partner* | pushed a partner | seksuel* | seksualitet | sexliv | sexuell* | sexualitet | seksueel* | geaardheid | seksleven | sexuelle* | sexualität | sexualleben | utro* mod | fremdgeh*',
    ),
  ],
  [
    'health',
    words(
      'health | health (status|condition) | diagnos* | disease* | illness* | disabilit* | disabled | medication* | medical* | allerg* | pregnan* | bmi | blood* | mental health | depress* | helbred* | sygdom* | handicap* | gravid* | medicin* | hälsa | hälso* | sjukdom* | funktionsneds* | gezondheid* | ziekte* | zwanger* | beperking | gesundheit* | krankheit* | behinderung* | schwanger*',
    ),
  ],
  [
    'belief',
    words(
      'religio* | faith | church | pray* | denomination | spiritual* | muslim* | christian* | jewish | trosretning | tro | kirke* | beder | trosuppfattning | kyrk* | bön | ber du | geloof* | kerk* | levensovertuiging | bidt | bid je | glaube | konfession* | kirch* | beten | betest | weltanschauung',
    ),
  ],
  [
    'origin',
    words(
      'race | racethn* | ethni* | nationality of birth | skin colou?r | etnisk* | etnicitet | herkomst* | oprindelse | ursprung | afkomst | etnicite* | herkunft | ethnie* | abstammung',
    ),
  ],
  [
    'politics',
    words(
      'politic* | party (affiliation|membership|vote) | vote | voted for | stemte på | parti | politisk* | röstade på | politiek* | stemde op | partij | partei* | wählte | gewählt | politisch*',
    ),
  ],
  [
    'union',
    words('trade union* | union member* | fagforening* | fackförbund* | facklig* | vakbond* | gewerkschaft*'),
  ],
  [
    'biometric',
    words(
      'biometric* | fingerprint* | face id | iris scan | biometri* | fingeraftryk | fingeravtryck | vingerafdruk | fingerabdruck | genetic* | dna',
    ),
  ],
  [
    'personality',
    words(
      'extraver* | introver* | neurotic* | agreeable* | conscientious* | big ?five | mbti | personality* | personlighed* | personlighet* | persoonlijkheid* | persönlichkeit*',
    ),
  ],
]

/** Answers that give a category away even under a header that says nothing ("q0026"). */
const answers: [SpecialCategory, RegExp][] = [
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
  for (const [category, pattern] of patterns) {
    const word = pattern.exec(column.plain)?.[0]
    if (word !== undefined) return { category, why: `the column's name says "${word}"` }
  }
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
  for (const [category, pattern] of patterns) {
    const word = pattern.exec(only)?.[0]
    if (word !== undefined) return { category, why: `the answer says "${word}"` }
  }
  return null
}
