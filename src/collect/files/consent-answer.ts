import { readBoolean } from './booleans.ts'

/** What somebody answered when asked for consent: a no in every plausible spelling, a yes only where it is plain; else null. */
export function readConsentAnswer(text: string): boolean | null {
  const written = text.normalize('NFKC').toLowerCase().trim()
  const said = written.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()
  if (refuses(said)) return saysNothing.test(said) ? null : false
  // "-1" and "yes?" are no yes.
  if (/^[^\p{L}\p{N}]|[?¿]/u.test(written)) return null
  return yesWords.has(said) ? true : readBoolean(said)
}

function refuses(said: string): boolean {
  if (readBoolean(said) === false || noWords.has(said.replaceAll(' ', ''))) return true
  return noFirst.test(said) || wantsNot.test(said)
}

const yesWords = new Set(
  `yes please|yes thanks|yes thank you|yes i do|yes i agree|i agree|agree|agreed|yes i accept|i accept|accept|accepted|yes i consent|i consent|allow|allowed
  |ja tak|ja gerne|ja meget gerne|ja jeg accepterer|jeg accepterer|accepterer|accepteret|ja jeg giver samtykke|jeg giver samtykke|jeg samtykker|gerne|tilladt
  |ja tack|ja gärna|gärna|jag accepterar|accepterar|accepterat|jag samtycker|samtycker|tillåtet|ja det går bra
  |ja graag|graag|ja bedankt|ja dank u|ja dank je|akkoord|ja akkoord|ik ga akkoord|ik geef toestemming|toegestaan
  |ja bitte|ja gern|gern|ja danke|ich stimme zu|ja ich stimme zu|zugestimmt|ich willige ein|ich bin einverstanden|einverstanden|erlaubt`
    .split('|')
    .map((word) => word.trim()),
)

const noWords = new Set(
  `deny denied decline declined refuse refused reject rejected revoke revoked withdraw withdrawn optout optedout unsubscribed disallow disallowed
  disabled forbidden notgranted notgiven never stop unsubscribe objected objects blocked afmeldt afmeld frameldt tilbagekaldt tilbagetrukket spærret avregistrerad avanmäld
  återkallat återkallad spärrad afgemeld uitgeschreven ingetrokken bezwaar abgemeldet widersprochen gesperrt afvist nægtet nægter afslået fravalgt aldrig nekat nekad avvisad avböjt avböjer geweigerd afgewezen nooit
  abgelehnt verweigert widerrufen nie niemals`.split(/\s+/),
)

/** "Nej tak", "Nee, bedankt", "nope": what stands behind a no does not take it back. */
const noFirst =
  /^(?:no|nope|nah|nay|never|nej|neej|næ|nä|nix|nein|ne|nee|neen|nooit|niemals|aldrig|kein|keine|geen|ingen|inga|ikke|inte|ej|niet|nicht|not|false|off)(?: |$)/
const wantsNot =
  /(?:^| )(?:do not|don t|dont|will not|won t|not|ikke|inte|ej|niet|nicht|never|aldrig|nooit) (?:(?:at|att|te|zu|to|be|have|vill|vil|have|ha|min|mit|mijn|mein|give|giver|ge|geven) )*(?:want|wish|agree|accept|allow|consent|contact|mail|email|send|samtyk|accepter|ønske|kontakt|tillad|godkend|samtyck|önska|tillåt|akkoord|toestemming|toegestaan|gewenst|einverstanden|erlaub|gewünscht|zustimm)|(?:ønsker|vil|må|vill|får|wil|mag|möchte|will|darf|stimme|giver|ger|geef) (?:\p{L}+ )?(?:ikke|inte|ej|niet|geen|nicht|kein|keine|ingen|inga)(?: |$)/u

/** Not a no but no answer, or nothing against it: "not asked", "ikke oplyst endnu", "no objection". */
const saysNothing =
  /^(?:no|not|nej|ikke|inte|ej|nee|niet|nein|nicht|kein|keine|geen|ingen|inga|intet|inget)(?: \p{L}+)? (?:answer|response|reply|data|info|information|preference|problem|asked|known|stated|sure|yet|applicable|objections?|svar|besvaret|spurgt|oplyst|kendt|relevant|valgt|indvendinger|indvending|besvarat|tillfrågad|känt|angivet|vald|invändningar|invändning|antwoord|gevraagd|bekend|ingevuld|bezwaren|bezwaar|antwort|angabe|angaben|gefragt|bekannt|einwand|einwände|endnu)$/u
