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
      'sexual(?!ity)(?!\\s*harass) | sexuality | sex life | orientation | lgbt* | cheated on | affair | sex partner* | pushed a partner | seksuel* | seksualitet | seksualiteit | sexliv | sexuell* | sexualitet | seksueel* | geaardheid | seksleven | sexuelle* | sexualität | sexualleben | utro* mod | fremdgeh* | gender identity | gender dysphoria | pronouns | transgender* | trans (person|man|woman|mand|kvinde|kvinna|vrouw|mann|frau) | nonbinary | intersex* | kønsidentitet* | transkøn* | transperson* | könsidentitet* | transkön* | genderidentiteit* | geschlechtsidentität* | transsexu* | transseks* | intergeschlecht*',
    ),
  ],
  [
    'health',
    words(
      'health(?!\\s+food) | health (status|condition) | diagnos* | disease* | illness* | disabilit* | disabled | medication* | medical* | hiv | hivstatus* | insulin* | *impairment* | anxiety | kroniska (sjuk*|besvär*|smärt*) | invaliditet* | nedsat funktionsevne | medikation* | (körperliche|geistige) einschränkung* | ziek gemeld | aids (status|test) | chronic(ally)? (ill|illness*|condition*|disease*|pain*) | chronic | diabet* | asthma* | cancer* | epileps* | adhd | autis* | dementia | dyslexi* | vaccin* | therapy | (mental|psychiatric|eating) disorder* | mental illness* | psychiatr* | medicine(s)? | prescription* | smoker | has smoked | smoking (status|habit*) | alcohol (use|abuse|intake) | wheelchair* | sick leave | sick days | fertility* | miscarriage* | allerg* | pregnan* | bmi | blood | blood (type|group|pressure|test*|sugar) | mental health | depress* | helbred* | sygdom* | kronisk* (sygdom*|lidelse*|smerte*) | handicap* | gravid* | medicin(?!sk)* | blodtype* | blodtryk* | blodsukker* | psykisk* | psykiatri* | lidelse* | diagnos* | vaccin* | astma* | kræft* | sygemeld* | sygefravær* | ryger | rygestatus | kørestol* | misbrug* | hälsa | hälso(?!kost)* | sjukdom* | sjukskriv* | kronisk* (sjuk*|smärt*|besvär*) | funktionsneds* | funktionshin* | blodgrupp* | blodtryck* | blodsocker* | psykiatri* | läkemedel* | cancersjuk* | rökare | rökvanor | rullstol* | missbruk* | gezondheid(?!swinkel|smagazine)* | ziekte* | chronisch (ziek*|aandoening*|pijn*) | chronische (ziek*|aandoening*|pijn*|klacht*) | aandoening* | zwanger* | beperking | bloedgroep* | bloeddruk* | bloedsuiker* | psychische* | psychiatri* | medicijn* | medicatie* | gevaccineerd* | kanker* | roker | rookgedrag | rolstoel* | verslaving* | arbeidsongeschik* | ziekmelding* | ziekteverzuim* | gesundheit(?!smagazin)* | krankheit* | krank | krankenstand* | krankgeschrieben | erkrankung* | chronisch (krank*|erkrank*) | behinderung* | schwerbehind* | grad der behinderung | schwanger* | blutgruppe* | blutdruck* | blutzucker* | psychisch* | psychiatr* | medikament* | arzneimittel* | geimpft* | impfstatus* | krebs | krebserkrank* | raucher | nichtraucher | rauchverhalten | rollstuhl* | suchterkrank* | pflegegrad* | pflegestufe*',
    ),
  ],
  [
    'belief',
    words(
      'religio* | religiøs* | religiös* | religie* | moslim* | faith | church(?!\\s*(street|road|lane)) | kosher | halal | caste | pray* | denomination | spiritual* | muslim* | christian* | jewish | trosretning | tro | kirke(?!gade|by|vej|gård)* | folkekirke* | menighed* | koscher* | beder | trosuppfattning | kyrk(?!ogatan|ogata|vägen)* | trossamfund* | församling* | bön | ber du | geloof(?!waardig)* | kerk(?!straat|weg|plein|toren)* | koosjer* | geloofsgemeenschap* | levensovertuiging | bidt | bid je | glaube | konfession* | kirch(?!straße|strasse|weg|platz|gasse)* | koscher* | glaubens* | beten | betest | weltanschauung',
    ),
  ],
  [
    'origin',
    words(
      'race(?!\\s*(time|number|no|car|day|date|distance|result|start|finish|bib)) | racethn* | ethni* | nationality of birth | country of birth | birth ?country | (migrant|migration|immigrant|immigration|refugee|asylum) (background|status|history) | migrant | immigrant | refugee | skin colou?r | indvandrer* | flygtning* | fødeland* | indvandrarbakgrund* | invandrar* | flykting* | födelseland* | utländsk bakgrund | ras | migratieachtergrond* | vluchteling* | geboorteland* | huidskleur* | hudfarve* | hudfärg* | rasse(?!\\s*(hund|katze|pferd)) | migrationshintergrund* | einwanderungsgeschichte* | flüchtling* | geburtsland* | hautfarbe* | etnisk* | etnisch* | ethnisch* | etnicitet | herkomst(?!\\s*(bestelling|lead|product|bezoek*|klant)) | oprindelse | ursprung | afkomst | etnicite* | herkunft(?!\\s+(der|des|bestellung|ware|produkt|lead)) | ethnie* | abstammung',
    ),
  ],
  [
    'politics',
    words(
      'politic* | party (affiliation|membership|vote) | vote | voted for | voting intention | vote intention | stemte på | parti(?!\\s+(vin|varor|gods)) | partimed* | partisympat* | partitilhør* | partitillhör* | valgt parti | politisk* | röstade på | politiek* | stemde op | gestemd op | stemgedrag* | stemintentie* | partij(?!\\s*(goederen|grootte)) | partijlid* | partei* | wählte | gewählt | politisch* | wahlabsicht* | wahlverhalten*',
    ),
  ],
  [
    'union',
    words(
      'trade union* | union member* | fagforening* | fackförbund* | facklig* | fackmedlem* | fackanslut* | fagforbund* | vakbond* | gewerkschaft*',
    ),
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
