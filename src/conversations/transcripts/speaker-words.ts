/** Words that name a part in a conversation, in five languages: whoever leads it … */
const leads = String.raw`interviewers?|moderators?|facilitators?|hosts?|researchers?|questions?|interviewerin|moderatorin|gastgeber(?:in)?|forscher(?:in)?|fragen?|fragende[rn]?|moderatorer|ordstyrer|vært|forsker|spørgsmål|spørger|intervjuare|moderatorn|forskare|värd|fråga|frågor|frågeställare|interviewster|gespreksleider|onderzoeker|gastheer|vraag|vragen|vragensteller|reporter|journalist(?:in)?`

/** … and whoever answers. */
const answers = String.raw`respondents?|interviewees?|participants?|customers?|clients?|users?|candidates?|answers?|guests?|befragte[rn]?|teilnehmer(?:in)?|kunde|kundin|antwort(?:en)?|gast|nutzer(?:in)?|bewerber(?:in)?|deltager|informant|svar|gæst|bruger|ansøger|deltagare|respondent(?:en)?|kund|gäst|användare|sökande|deelnemers?|geïnterviewde|klant|antwoord(?:en)?|gebruiker|kandidaat`

const anybody = String.raw`speakers?|voices?|unknown|sprecher(?:in)?|stimme|unbekannt|taler|ukendt|talare|okänd|spreker|stem|onbekend|person|persoon|man|woman|male|female`

const number = String.raw`(?:[\s_#.-]*(?:\d{1,3}|[a-z]))?`
const letter = String.raw`[qairpsfv][\s_.-]?\d{0,3}|id[\s_]?\d{1,4}`

const leadsWord = new RegExp(`^(?:${leads})${number}$`, 'iu')
const answersWord = new RegExp(`^(?:${answers})${number}$`, 'iu')
const anybodyWord = new RegExp(`^(?:${anybody})${number}$`, 'iu')
const letterLabel = new RegExp(`^(?:${letter})$`, 'iu')
const leadsLetter = /^(?:q|i|f)[\s_.-]?\d{0,3}$/iu
const answersLetter = /^(?:a|r|p|s)[\s_.-]?\d{0,3}$/iu

/** Labels that look like a speaker's and never are one: notes, headings, parts of a letter, in five languages. */
const neverWords = new Set(
  `note notes nb n.b ps p.s date time place location venue subject topic title theme agenda present attendees participants
  re fwd cc tel phone mobile email e-mail mail http https www url link example e.g eg i.e ie source sources warning important caution
  duration length file filename recording recorded transcript transcribed transcription project study interview summary conclusion
  remember tip hint answer key legend page chapter section part edit update version language status
  datum dato tid tidspunkt sted plads emne titel deltagere tilstede varighed længde fil optagelse bemærk bemærkning obs husk vigtigt
  eksempel fx f.eks kilde telefon sprog resumé konklusion varsko pris
  plats ämne närvarande längd inspelning anmärkning viktigt exempel t.ex källa språk sammanfattning kom ihåg
  tijd plaats onderwerp aanwezig aanwezigen duur opname opmerking let op belangrijk voorbeeld bijv b.v bron taal samenvatting conclusie
  zeit uhrzeit ort thema teilnehmer anwesend anwesende dauer datei aufnahme hinweis anmerkung achtung wichtig beispiel z.b zb quelle sprache zusammenfassung fazit
  deelnemers`
    .split(/\s+/)
    .concat([
      'kom ihåg',
      'let op',
      'z. b',
      'f. eks',
      'date of interview',
      'interview date',
      'to be continued',
    ]),
)

/** What is heard or counted between the words, in five languages: a pause, a laugh, a time, a part of the whole. */
const heardWords = new Set(
  `pause pauses silence laughter laughing laughs crosstalk inaudible unintelligible applause music noise sigh sighs sighing cough coughing crying
  overlap interruption break timestamp timestamps timecode sound recap
  stilhed tavshed latter griner smågriner musik støj larm suk sukker hoster bifald klapsalver uhørligt utydeligt afbrydelse lyd tidsstempel tidskode kapitel afsnit del side
  paus tystnad skratt skrattar buller suck suckar hostar applåder ohörbart otydligt avbrott ljud tidsstämpel tidskod avsnitt sida
  pauze stilte gelach lacht lachen muziek lawaai ruis zucht zuchten hoest applaus onverstaanbaar onderbreking geluid tijdstempel tijdcode hoofdstuk deel alinea pagina
  stille schweigen gelächter lärm geräusch geräusche seufzen seufzt husten hustet beifall unverständlich unterbrechung zeitstempel zeitmarke zeitcode abschnitt teil seite`.split(
    /\s+/,
  ),
)
const heardHow =
  /^(?:a|an|en|et|ett|een|eine?|short|long|brief|loud|more|general|background|kort|lang|længere|lille|høj|lång|längre|liten|hög|korte|lange|kleine|luide|kurzes?|langes?|längere|lautes?|leises?|allgemeines)$/iu

/** "Pause", "Lange Pause", "Kapitel 2": nobody's name. */
function isHeard(label: string): boolean {
  const words = label
    .toLowerCase()
    .replace(/[\s#]*\d*[.:]?$/u, '')
    .split(/\s+/u)
  const last = words.pop() ?? ''
  return heardWords.has(last) && words.length <= 2 && words.every((word) => heardHow.test(word))
}

/** What begins a remark within somebody's turn, in five languages: a reason, a result, an order of things. */
const remarkWords = new Set(
  `reason reasons cause causes problem problems result results solution solutions advantage advantages disadvantage disadvantages benefit
  benefits consequence consequences effect fact truth idea rule goal option options moral lesson meaning translation cost
  background context first firstly second secondly third thirdly finally lastly plus also besides anyway honestly basically actually today
  tomorrow yesterday positive negative pros cons
  årsag årsager problemer resultater løsning løsninger fordel fordele ulempe ulemper konsekvens konsekvenser virkning faktum sandheden
  ide idé pointe regel mål mulighed betydning oversættelse baggrund først første andet tredje endelig desuden også ærligt egentlig
  orsak orsaker skäl resultat lösning lösningar fördel fördelar nackdel nackdelar följd följder effekt sanningen möjlighet betydelse
  översättning bakgrund kostnad först andra tredje slutligen dessutom också ärligt egentligen
  reden redenen oorzaak probleem problemen resultaat resultaten oplossing oplossingen voordeel voordelen nadeel nadelen gevolg gevolgen feit
  waarheid idee doel betekenis vertaling achtergrond kosten eerst eerste tweede derde tenslotte bovendien ook eerlijk eigenlijk
  gründe ursache ursachen probleme ergebnis ergebnisse lösung lösungen vorteil vorteile nachteil nachteile folge folgen wirkung fakt wahrheit
  bedeutung übersetzung hintergrund erstens zweitens drittens zuerst schließlich außerdem auch ehrlich eigentlich`.split(
    /\s+/,
  ),
)

/** "Reason", "Ergebnis": a word that begins a remark, no name. */
export const isRemark = (label: string): boolean => remarkWords.has(label.toLowerCase())

/** Somebody told by whom they belong to: "Anna's mother", "Annas mor". */
const relation =
  /^\p{Lu}[\p{L}-]*(?:['’]s?|s)\s(?:mother|father|mum|mom|dad|parents?|sister|brother|husband|wife|partner|daughter|son|friend|colleague|boss|neighbou?r|mor|far|søster|bror|mand|kone|kæreste|datter|søn|ven|veninde|kollega|chef|nabo|mamma|pappa|syster|man|fru|sambo|dotter|vän|granne|moeder|vader|zus|broer|vrouw|dochter|zoon|vriend|vriendin|buurvrouw|buurman)$/u

/** Words in the middle of a name that stay small. */
const particle =
  /^(?:van|von|vom|zu|zum|zur|de|den|der|des|het|'t|ten|ter|te|af|av|of|la|le|el|al|bin|ibn|ben|da|do|dos|di|du|und|og|och|en|and|y|e)$/u

/** How much a label alone speaks for being a speaker's. */
export type LabelStrength = 'role' | 'letter' | 'name' | 'weak' | 'never'

/**
 * What a label alone says: `role` (Interviewer, Deltager 2), `letter` (Q, R1), `name` (each word begins as a name does),
 * `weak` (anything else short enough, such as a name in small letters) or `never` (Note, Date, a time, a sentence).
 */
export function labelStrength(label: string): LabelStrength {
  const plain = label.replace(/\s*\([^)]*\)?\s*$/u, '').trim()
  if (plain === '' || label.length > 60 || /[?!;"“”„<>{}=/\\]|https?|\.\.\.|…/u.test(plain)) return 'never'
  if (!/[\p{L}\p{Extended_Pictographic}\p{N}]/u.test(plain) || /^[\d\s.:,-]+$/u.test(plain)) return 'never'
  if (neverWords.has(plain.toLowerCase().replace(/\s*#?\d*\.?$/u, ''))) return 'never'
  if (isHeard(plain)) return 'never'
  if (leadsWord.test(plain) || answersWord.test(plain) || anybodyWord.test(plain)) return 'role'
  if (letterLabel.test(plain)) return 'letter'
  const words = plain.split(/[\s_]+/u)
  if (words.length > 6 || (plain.match(/,/gu)?.length ?? 0) > 1) return 'never'
  const named =
    relation.test(plain) ||
    words.every(
      (word) =>
        particle.test(word) ||
        /^[|&+·–-]$/u.test(word) ||
        /^[("'’.@-]*(?:\p{Lu}|\p{Lt}|\p{Lo}|\p{N}|\p{Extended_Pictographic})/u.test(word),
    )
  const somebody = words.some((word) => !particle.test(word) && !/^(?:\d+|[|&+·–-])$/u.test(word))
  return named && somebody ? 'name' : words.length <= 3 ? 'weak' : 'never'
}

/** Which part a label claims for its speaker, if it claims one. */
export function roleOfLabel(label: string): 'interviewer' | 'participant' | undefined {
  const whole = label.trim()
  const inBrackets = /\(([^)]+)\)?\s*$/u.exec(whole)?.[1]?.trim()
  for (const part of [whole, inBrackets, whole.replace(/\s*\([^)]*\)?\s*$/u, '')]) {
    if (part === undefined) continue
    if (leadsWord.test(part) || leadsLetter.test(part)) return 'interviewer'
    if (answersWord.test(part) || answersLetter.test(part)) return 'participant'
  }
  return undefined
}
