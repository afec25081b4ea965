import { words } from '../../people/index.ts'
import type { ColumnProfile } from './column-profile.ts'
import { readConsentAnswer } from './consent-answer.ts'
import { isOwnName, namesOther, namesUse, purposeGiven, purposeRefused } from './consent-purpose.ts'
import type { ColumnPurpose } from './consent-purpose.ts'

/** How a column of consent is to be read: what it is for, and which of its values give, withdraw, or say nothing. */
export type ConsentColumn = {
  purpose: ColumnPurpose
  gives: string[]
  withdraws: string[]
  /** The "no" of a column that refuses: who has not refused has not agreed either. */
  nothing: string[]
}

/** Values that say by themselves which way they go, whatever the heading. */
const saysIn =
  /^(?:subscribed?|opt(?:ed)?[ -]?in|granted?|given|tilmeldt|tilmeld|prenumererar|aangemeld|angemeldet|abonniert|samtykke)$/i
const saysOut =
  /^(?:unsubscribed?|opt(?:ed)?[ -]?out|denied|withdrawn|revoked|afmeldt|frameldt|avregistrerad|avanmäld|afgemeld|uitgeschreven|abgemeldet)$/i
const ofList = /subscri|tilmeld|frameld|opt(?:ed)?[ -]?(?:in|out)|prenumer|afgemeld|abgemeldet/i

/** Headings that are about consent by themselves. */
const asks = words(
  'consent* | opt(ed)? ?in* | subscribe* | subscription status | permission* | newsletter* | marketing (ok|allowed|permission) | gdpr | dsgvo | samtykke* | tilladelse* | nyhedsbrev* | tilmeldt* | samtycke* | tillåt* | medgiv* | nyhetsbrev* | prenumer* | toestemming* | nieuwsbrief* | aangemeld | *einwilligung* | zustimmung* | einverst* | abonnement*',
)
/** Words that ask only where the heading also says what for: "may be quoted", not "may". */
const allows = words(
  'may | allow* | accepts | agree(s|d)? to | ok | okay | yes to | willing | må | gerne | ja tak | får | ja tack | mag | akkoord | darf | erlaub* | ja zu',
)

const leaves = words(
  "unsubscri* | opt(ed)? ?outs? | (do not|don'?t|dont) (call|phone|sms|text|track|sell|share|mail|e?mail|post) | ring (ikke|inte|ej) | ikke ringe | bel niet | niet bellen | nicht anrufen | robinson* | dnc | suppress(ed|ion) | nix | afmeld* | frameld* | fravalgt | reklamebeskyt* | nej tak | avregistrer* | avanmäl* | avprenumer* | nej tack | afgemeld* | uitgeschreven | uitschrijv* | abgemeldet | abmeld* | abbestell* | ausgetragen | werbesperr* | kontaktsperr* | mailsperr* | werbewiderspr* | reklamspärr* | utskicksspärr* | reclameblokkade | mailblokkade",
)
/** Words that turn round what the heading says beside them. */
const negates = words(
  "not | no | never | without | don ?'?t | do not | cannot | stop | refus* | declin* | den(y|ied) | withdr* | revok* | object(s|ed|ions?)? | block* | blacklist* | ikke | ej | ingen | intet | uden | aldrig | nægt* | afvis* | trukket tilbage | tilbagetruk* | tilbagekald* | spærret | inte | inga | inget | utan | återkall* | spärr* | avböj* | niet | geen | zonder | nooit | ingetrokken | geweiger* | bezwaar | geblokkeerd | nicht | kein(e|en|er)? | ohne | nie | *widerr* | *widerspr* | abgelehnt | *gesperrt | *sperre",
)
const contact = words(
  'contact* | approach* | disturb* | mailing* | send | write to | *kontakt* | henvend* | utskick* | skicka | benader* | stuur* | anschreib* | angeschrieben | anfrag*',
)
/** What became of a letter or a request, which is no word of anybody. */
const happened = words(
  'open(s|ed)? | click* | sent | received | delivered | bounce* | seen | read | done | attended | completed | requested | asked | pending | valid | invalid | verified | confirmed | missing | known | expired | åbnet | klik* | sendt | modtaget | set | læst | gennemført | mangler | gyldig | ugyldig | öppnat | öppnad | skickat | skickad | mottaget | läst | genomförd | saknas | giltig | ogiltig | geopend | geklikt | verzonden | ontvangen | gelezen | gevoerd | ontbreekt | geldig | ongeldig | geöffnet | geklickt | gesendet | versendet | erhalten | gelesen | geführt | fehlt | gültig | ungültig',
)
const doesIn = words('opt(ed)? ?in')

/**
 * Named as consent or as a refusal, or holding "subscribe" and "unsubscribe" whatever its name; null for every other column. One that is
 * named so and in which more than a tenth says what nobody understands is asked about.
 */
export function guessConsent(profile: ColumnProfile): ConsentColumn | null {
  // "E-mail" and "e-post" are one word, or "post" would stand alone.
  const plain = profile.plain.replace(/(?<![\p{L}\d])e (?=post|mail)/gu, 'e')
  const said = readWords(profile)
  const heading = plain.split(' ').length <= 8 ? headingOf(plain) : null
  if (heading === null) return said?.areOfList === true ? allowing(said, 'unclear') : null
  if (said === null) return null
  if (!said.areUnderstood) {
    if (said.areNone && ofGoods.test(plain)) return null
    const read = heading === 'gives' ? allowing(said, 'unclear') : refusing(said)
    return { ...read, purpose: 'unclear' }
  }
  if (heading === 'both ways') return { ...refusing(said), purpose: 'unclear' }
  if (heading === 'refuses') return { ...refusing(said), purpose: purposeRefused(plain) }
  return allowing(said, purposeGiven(plain))
}

function headingOf(plain: string): 'gives' | 'refuses' | 'both ways' | null {
  const rest = plain.replace(leaves, ' ')
  const turned = negates.test(rest)
  if (rest !== plain) return turned || doesIn.test(plain) ? 'both ways' : 'refuses'
  if (happened.test(plain)) return null
  const gives = asks.test(plain) || isOwnName(plain)
  const speaks = contact.test(plain) || namesUse(plain)
  if (turned) return gives || speaks ? 'refuses' : null
  return gives || (allows.test(plain) && (speaks || namesOther(plain))) ? 'gives' : null
}

type Words = {
  yes: string[]
  no: string[]
  in: string[]
  out: string[]
  areOfList: boolean
  /** At most a tenth says something else. */
  areUnderstood: boolean
  areNone: boolean
}

/** More different words than this are no answers to a question of consent. */
const mostAnswers = 20
/** Headings that are as often about what somebody buys: such a column is asked about only where a word of it is one of consent. */
const ofGoods = words('abonnement*')

/** A column's few different words, told apart; null where it holds figures, days or texts and no words of consent. */
function readWords({ counts, missing, date, number }: ColumnProfile): Words | null {
  // "Refused" is a word for a missing answer everywhere but where consent was asked for.
  const refused = missing.filter(({ value }) => readConsentAnswer(value) === false).map(({ value }) => value)
  const distinct = [...counts.keys(), ...refused]
  if (distinct.length === 0) return null
  const found = {
    in: distinct.filter((value) => saysIn.test(value)),
    out: distinct.filter((value) => saysOut.test(value)),
    yes: distinct.filter((value) => readConsentAnswer(value) === true),
    no: distinct.filter((value) => readConsentAnswer(value) === false && !saysOut.test(value)),
  }
  const known = new Set([...found.in, ...found.out, ...found.yes, ...found.no])
  const all = distinct.reduce((sum, value) => sum + (counts.get(value) ?? 0), 0)
  const read = [...known].reduce((sum, value) => sum + (counts.get(value) ?? 0), 0)
  const areUnderstood = known.size > 0 && read >= 0.9 * all
  if (!areUnderstood && (distinct.length > mostAnswers || date !== null || number !== null)) return null
  const areOfList = known.size === distinct.length && distinct.some((value) => ofList.test(value))
  return { ...found, areOfList, areUnderstood, areNone: known.size === 0 }
}

function allowing(said: Words, purpose: ColumnPurpose): ConsentColumn {
  const gives = [...said.in, ...said.yes]
  const withdraws = [...said.out, ...said.no]
  return {
    purpose,
    // Where the rows looked at hold no refusal (or nothing else), a later one must not be passed over.
    gives: gives.length > 0 ? gives : yesAgainst(withdraws),
    withdraws: withdraws.length > 0 ? withdraws : opposites(gives, 'against yes'),
    nothing: [],
  }
}

function refusing(said: Words): Omit<ConsentColumn, 'purpose'> {
  const withdraws = [...said.out, ...said.yes]
  const nothing = [...said.in, ...said.no]
  return {
    gives: [],
    withdraws: withdraws.length > 0 ? withdraws : yesAgainst(nothing),
    nothing: nothing.length > 0 ? nothing : opposites(withdraws, 'against yes'),
  }
}

const pairs: readonly (readonly [yes: string, no: string])[] = [
  ['yes', 'no'],
  ['true', 'false'],
  ['y', 'n'],
  ['ja', 'nej'],
  ['ja', 'nein'],
  ['ja', 'nee'],
  ['j', 'n'],
  ['1', '0'],
  ['subscribed', 'unsubscribed'],
]

/** Their yes, and the plainest where there is none: which way a column goes is told by what gives in it. */
function yesAgainst(values: readonly string[]): string[] {
  const found = opposites(values, 'against no')
  return found.length > 0 ? found : ['yes', 'ja']
}

/** The word against each of these, written alike. */
function opposites(values: readonly string[], side: 'against yes' | 'against no'): string[] {
  const found = values.flatMap((value) =>
    pairs
      .map(([yes, no]) => (side === 'against yes' ? ([yes, no] as const) : ([no, yes] as const)))
      .filter(([word]) => word === value.toLowerCase())
      .map(([, other]) => writtenAs(other, value)),
  )
  return [...new Set(found)]
}

function writtenAs(word: string, like: string): string {
  if (like === like.toLowerCase()) return word
  return like === like.toUpperCase() ? word.toUpperCase() : `${word.charAt(0).toUpperCase()}${word.slice(1)}`
}
