import { words } from '../../people/index.ts'

/** The classes of facts of the product, with `behaviour` for what people did with us and `none` for what says nothing of a person. */
export const columnClasses = [
  'demographic',
  'geographic',
  'psychographic',
  'personality',
  'behaviour',
  'none',
] as const
export type ColumnClass = (typeof columnClasses)[number]

/** Which question a marketer should ask before collecting facts of a class; the texts lie with the screen's messages. */
export const askFirst: Record<ColumnClass, string | null> = {
  demographic: 'ask-first.demographic',
  geographic: 'ask-first.geographic',
  psychographic: 'ask-first.psychographic',
  personality: 'ask-first.personality',
  behaviour: null,
  none: null,
}

const byHeader: [ColumnClass, RegExp][] = [
  [
    'personality',
    words(
      'extraver* | introver* | neurotic* | agreeable* | conscientious* | openness | big ?five | mbti | disc (type|profile) | personality* | personlighed* | personlighet* | persoonlijkheid* | persönlichkeit* | temperament*',
    ),
  ],
  [
    'geographic',
    words(
      'country* | city | town | bynavn | by ?navn | postby | postdistrikt | hjemby | state | region* | area code | zip* | post code | postcode | postal* | address* | street | district | county | municipality | location | latitude | longitude | lat | lng | lon | where (do )?you live | how far .* travel | commut* | land | bopæl | kommune* | postnr | postnummer | adresse* | gade | landsdel | stad | ort | kommun | län | postort | bostadsort | adress | gata | provincie | gemeente | plaats | woonplaats | straat | adres | bundesland | stadt | wohnort | plz | postleitzahl | straße | strasse | gemeinde | kreis',
    ),
  ],
  [
    'demographic',
    words(
      'gender | sex | marital* | married | education | educ | school* | degree | job* | occupation* | profession* | employ* | work in | industry | income* | salary | earn* | household* | housing | home ?owner* | loan | mortgage | default | credit | kids | children | ethnic* | race | racethn | orientation | spc | csp | socio* | birth* | dob | age | age (group|band|range|bracket|q) | your age | how old | køn | alder | aldersgruppe | uddannelse* | stilling | erhverv | branche | indkomst | husstand* | bolig* | lån | civilstand | børn | fødsels* | kön | ålder* | utbildning* | yrke | bransch | inkomst | hushåll* | bostad* | lån | civilstånd | barn | född | födelse* | geslacht | leeftijd* | opleiding* | beroep | functie | inkomen | huishouden* | woning* | hypotheek | lening | burgerlijke staat | kinderen | geboorte* | geschlecht | alter | altersgruppe | bildung* | beruf* | einkommen* | haushalt* | wohnung* | kredit | darlehen | familienstand | kinder | geburt* | salutation | anrede',
    ),
  ],
  [
    'psychographic',
    words(
      'interest* | hobby | hobbies | lifestyle | attitude* | opinion* | value(s)? | preference* | favou?rite | party | politic* | vote* | sport* | diet | brand* | media | interesse* | holdning* | livsstil | fritid | foretrukne | intresse* | attityd* | åsikt* | livsstil | houding* | mening* | levensstijl | voorkeur* | einstellung* | meinung* | lebensstil | vorliebe* | religion* | religio* | faith',
    ),
  ],
]

/** The class a header speaks of; null when it says none. Long questions name many things in passing, so they need the strict words. */
export function classByHeader(plain: string): ColumnClass | null {
  if (isQuestion(plain)) return classOfQuestion(plain)
  // "by" is a town in Danish as a whole heading, and a preposition within one.
  if (plain === 'by') return 'geographic'
  for (const [name, pattern] of byHeader) if (pattern.test(plain)) return name
  return null
}

const questions: [ColumnClass, RegExp][] = [
  [
    'geographic',
    words(
      'where (do )?you live | how far .* travel | which (country|region|city|state|town) | hvor bor du | hvor langt | var bor du | hur långt | waar woon* | hoe ver | wo wohn* | wie weit',
    ),
  ],
  [
    'demographic',
    words(
      'your (gender|sex|age|occupation|job|education|marital status|income|household) | how old | household | earn | employer | work in | education | dit køn | din alder | hvor gammel | husstand* | uddannelse | ditt kön | din ålder | hur gammal | hushåll* | utbildning | uw (geslacht|leeftijd) | je (geslacht|leeftijd) | hoe oud | huishouden | opleiding | (ihr|dein) (geschlecht|alter) | wie alt | haushalt* | beruf*',
    ),
  ],
]

export function isQuestion(plain: string): boolean {
  return /\?/.test(plain) || plain.split(' ').length > 5
}

function classOfQuestion(plain: string): ColumnClass | null {
  for (const [name, pattern] of questions) if (pattern.test(plain)) return name
  return null
}

const byValue: [ColumnClass, RegExp][] = [
  ['demographic', /^[$€£]?\s?[\d.,]+\s?(?:[-–]|to|til|till|tot|bis)\s?[$€£][\d.,]+$|^[$€£][\d.,]+\s*\+$/i],
  [
    'demographic',
    /^(?:\d{2}\s?(?:[-–]|to|til|till|tot|bis)\s?\d{2}|[<>+]\s?\d{2}|\d{2}\s?(?:\+|and up|and over|eller derover|och äldre|en ouder|und älter))$/i,
  ],
  [
    'demographic',
    /^(?:fe)?male$|^(?:man|woman|mand|kvinde|kvinna|vrouw|mann|frau|männlich|weiblich|divers|non-?binary)$/i,
  ],
  [
    'demographic',
    /\b(?:married|divorced|widow(?:ed)?|separated|cohabiting|gift|skilt|enke|ugift|frånskild|getrouwd|gehuwd|gescheiden|weduw\w*|verheiratet|geschieden|verwitwet|ledig)\b/i,
  ],
  [
    'demographic',
    /\b(?:high school|college|bachelor\w*|master'?s|graduate|university|phd|folkeskole|gymnasi\w+|universitet|grundskola|högskola|mbo|hbo|vwo|havo|universiteit|abitur|hauptschule|realschule|hochschule)\b/i,
  ],
  [
    'demographic',
    /\b(?:employed|unemployed|retired|student|employee|worker|self-employed|homemaker|ansat|arbejdsløs|pensionist|studerende|anställd|arbetslös|pensionär|werkzaam|werkloos|gepensioneerd|angestellt|arbeitslos|rentner)\b/i,
  ],
  ['demographic', /\b(?:children|child|børn|barn|kinderen|kinder)\b/i],
  [
    'geographic',
    /^(?:urban|suburban|rural|city|countryside|by|land|stad|landsbygd|stedelijk|landelijk|städtisch|ländlich)$/i,
  ],
]

/** What at least half of the answers, and two of them different, speak of. */
export function classByValues(counts: ReadonlyMap<string, number>): ColumnClass | null {
  const total = [...counts.values()].reduce((a, b) => a + b, 0)
  if (counts.size === 0 || counts.size > 100) return null
  const need = Math.min(2, counts.size)
  for (const [name, pattern] of byValue) if (covers((value) => pattern.test(value))) return name
  return covers((value) => places().has(value.toLowerCase())) ? 'geographic' : null

  function covers(test: (value: string) => boolean): boolean {
    let hits = 0
    let different = 0
    for (const [value, count] of counts) {
      if (!test(value.trim())) continue
      hits += count
      different++
    }
    return different >= need && hits / total >= 0.5
  }
}

const usStates =
  'alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada new_hampshire new_jersey new_mexico new_york north_carolina north_dakota ohio oklahoma oregon pennsylvania rhode_island south_carolina south_dakota tennessee texas utah vermont virginia washington west_virginia wisconsin wyoming'
const usDivisions =
  'new_england middle_atlantic east_north_central west_north_central south_atlantic east_south_central west_south_central mountain pacific'
const landsOfFive =
  'hovedstaden sjælland syddanmark midtjylland nordjylland stockholm skåne västra_götaland uppsala noord-holland zuid-holland utrecht gelderland noord-brabant limburg overijssel groningen friesland drenthe flevoland zeeland bayern baden-württemberg berlin brandenburg bremen hamburg hessen niedersachsen nordrhein-westfalen rheinland-pfalz saarland sachsen sachsen-anhalt schleswig-holstein thüringen mecklenburg-vorpommern'

let known: Set<string> | null = null

/** Names of countries in five languages, and of regions. */
function places(): Set<string> {
  if (known) return known
  known = new Set(
    `${usStates} ${usDivisions} ${landsOfFive}`.split(' ').map((name) => name.replaceAll('_', ' ')),
  )
  for (const language of ['en', 'da', 'sv', 'nl', 'de']) {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
    for (let a = 65; a <= 90; a++) {
      for (let b = 65; b <= 90; b++) {
        const name = names.of(String.fromCharCode(a, b))
        if (name !== undefined) known.add(name.toLowerCase())
      }
    }
  }
  return known
}
