import type { SpecialCategory } from './trait.ts'
import { plainHeader, words } from './written-names.ts'

/**
 * GDPR Art. 9: data that may not be used until somebody states the ground. `orientation` covers sex life and sexual
 * orientation; `personality` is not in the article but is treated like it until shown otherwise.
 */
export const guessedCategories = [
  'health',
  'orientation',
  'belief',
  'origin',
  'politics',
  'union',
  'biometric',
  'personality',
] as const
export type GuessedCategory = (typeof guessedCategories)[number]

const patterns: [GuessedCategory, RegExp][] = [
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

/** What a guess is called where facts are held back. Psychological type counts as health until shown otherwise. */
export const heldAs: Record<GuessedCategory, SpecialCategory> = {
  health: 'health',
  orientation: 'sexual life or orientation',
  belief: 'religion or belief',
  origin: 'ethnic origin',
  politics: 'political opinion',
  union: 'trade union',
  biometric: 'genetic or biometric',
  personality: 'health',
}

/** The special category a name (of a trait or column, or an answer that names the thing itself) seems to say, with the word that says so. */
export function guessSpecialByName(name: string): { category: GuessedCategory; word: string } | null {
  for (const text of [name, plainHeader(name)])
    for (const [category, pattern] of patterns) {
      const word = pattern.exec(text)?.[0]
      if (word !== undefined) return { category, word }
    }
  return null
}
