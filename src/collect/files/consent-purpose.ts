import { words } from '../../people/index.ts'
import type { mappedPurposes } from './mapping.ts'

/**
 * What a column of consent counts for: one of our purposes; `contact`, every way to reach somebody, which can only be refused; or
 * `unclear`, where the heading names nothing we have: then nothing is kept of it until somebody says what it is for.
 */
export type ColumnPurpose = (typeof mappedPurposes)[number] | 'contact' | 'unclear'

type Named = (typeof mappedPurposes)[number]

/** The names of our own purposes, as the mapping screen and the interface of programs write them. */
const ownNames: Record<Named, RegExp> = {
  analysis: /^(?:analysis|analytics|analyse|analys|auswertung)$/,
  conversation_analysis:
    /^(?:conversation analysis|analysis of what was said|analyse af det sagte|analys av det sagda|analyse van wat is gezegd|auswertung des gesagten)$/,
  invitation:
    /^(?:invitation|invitation to (?:an )?interview|invitation til (?:et )?interview|inbjudan till (?:en )?intervju|uitnodiging voor (?:een )?interview|einladung zum interview)$/,
  quoting: /^(?:quoting|citering|citater|citat|citeren|zitieren|zitate)$/,
  email_marketing: words(
    'newsletter* | mailing list | e?mail marketing | email subscription | nyhedsbrev* | e?mailmarkedsføring | nyhetsbrev* | epostmarknadsföring | nieuwsbrief* | e?mail werbung',
  ),
  advertising:
    /^(?:advertising|advertisements?|ads|reklame|annoncering|annoncer|reklam|annonsering|annonser|reclame|adverteren|advertenties|werbung|anzeigenwerbung|anzeigen)$/,
}

/** What is spoken of when the heading also says that something is allowed or refused. */
const inPassing: [Named, RegExp][] = [
  [
    'conversation_analysis',
    words(
      '(conversation|interview|transcript) analy* | analys\\S* (of|af|av|van|von) .*(said|conversation|interview|intervju|samtal|sagte|sagda|gezegd|gesprek|gespräch)* | samtaleanaly* | samtalsanaly* | intervjuanaly* | interviewanaly* | gespreksanaly* | gesprächsanaly* | auswertung .*(gesagten|gespräch|interview)*',
    ),
  ],
  [
    'quoting',
    words(
      'quote | quotes | quoted | quoting | quotable | quotation* | citat* | citer* | citér* | citaat | citaten | geciteer* | zitat* | zitier*',
    ),
  ],
  [
    'email_marketing',
    words(
      'newsletter* | mailing list | e?mail* | epost* | mejl* | nyhedsbrev* | nyhetsbrev* | nieuwsbrief* | nieuwsbrieven | mailreklame | mailwerbung',
    ),
  ],
  ['analysis', words('analys(is|e|es|er|en|era|eras|eres)? | analytics | analyz* | auswertung*')],
  [
    'invitation',
    words(
      'interview* | intervju* | invit* | inbjud* | uitnodig* | einlad* | user research | research | forskning | onderzoek* | forschung* | brugerundersøgelse*',
    ),
  ],
  [
    'advertising',
    words(
      'advert* | ads | ad (targeting|consent) | reklame | reklamer | mailreklame | annonc* | reklam | reklamen | reklamutskick* | annons* | reclame* | werb* | anzeigen*',
    ),
  ],
]

/** Uses and ways we have no purpose for: a heading that names one never gives consent to what we have. */
const others = words(
  'sms | mms | text messag* | phone* | mobile | telephone | call* | whatsapp | push | postal | by post | post | post(brev|reklame) | letter* | cookie* | tracking | track | profiling | third part* | partner* | sharing | share | data processing | privacy | terms | photo* | picture* | video | record* | location | credit | payment | telefon* | ring | ringe | opkald* | brev | tredjepart* | videregiv* | deling | persondata* | foto* | billed* | optag* | optagelse* | vilkår | ringa | tredje part* | delning | personuppgift* | bild* | inspelning* | villkor | bel | bellen | gebeld | telefonisch | brief | derden | delen | persoonsgegevens | opname* | voorwaarden | anruf* | dritte* | weitergabe | datenverarbeitung | fotos | aufnahme* | aufzeichnung* | agb',
)

/** Marketing says neither by e-mail nor by advertisement: it can be refused as a whole, not given. */
const marketing = words('market* | markedsfør* | marknadsför* | vermarkt*')

export function isOwnName(plain: string): boolean {
  return Object.values(ownNames).some((pattern) => pattern.test(plain))
}

/** Whether the heading names one of our uses, or marketing as a whole. */
export function namesUse(plain: string): boolean {
  return marketing.test(plain) || inPassing.some(([, pattern]) => pattern.test(plain))
}

/** Whether it names a use or a way to reach somebody that we have no purpose for. */
export function namesOther(plain: string): boolean {
  return others.test(plain)
}

/** What a heading gives consent for; `unclear` where it names nothing, several, or something that is none of ours. */
export function purposeGiven(plain: string): Named | 'unclear' {
  const found = purposesIn(plain)
  const [only] = found
  return found.length === 1 && only !== undefined && !others.test(plain) ? only : 'unclear'
}

/** What a heading refuses. One that names nothing refuses every contact: a refusal read too widely harms nobody. */
export function purposeRefused(plain: string): ColumnPurpose {
  const found = purposesIn(plain)
  if (others.test(plain)) return 'unclear'
  const [only] = found
  if (found.length === 1 && only !== undefined) return only
  const ofList = leavesList.test(plain) && found.length === 0 && !marketing.test(plain)
  return ofList ? 'email_marketing' : 'contact'
}

/** Words for leaving a mailing list. */
const leavesList = words(
  'unsubscri* | afmeld* | frameld* | avregistrer* | avanmäl* | avprenumer* | afgemeld* | uitgeschreven | uitschrijv* | abgemeldet | abmeld* | abbestell* | ausgetragen',
)

function purposesIn(plain: string): Named[] {
  const own = mentioned(plain)
  // The narrower meaning of a word wins: analysing what was said in an interview, advertising by e-mail, quotes of an interview.
  if (own.has('conversation_analysis'))
    for (const wider of ['analysis', 'invitation'] as const) own.delete(wider)
  if (own.has('email_marketing')) own.delete('advertising')
  if (own.has('quoting')) own.delete('invitation')
  return [...own]
}

function mentioned(plain: string): Set<Named> {
  return new Set(inPassing.filter(([, pattern]) => pattern.test(plain)).map(([purpose]) => purpose))
}
