import type { Language } from '../language.ts'
import type { Pattern } from './question.ts'

/**
 * An open way to ask, as a beginning to go on from, in the language of the question and to the person it speaks to: `Tell me about the
 * last time …`. A question to “du” is answered with “du”, one to several people with the plural, all others with what a stranger hears.
 */
export function openPattern({
  language,
  pattern,
  question,
}: {
  language: Language
  pattern: Pattern
  question: string
}): string {
  const [stranger, ...others] = addresses[language]
  const to = [stranger, ...others].find(({ named }) => named.test(question)) ?? stranger
  return to.say[pattern]
}

type Address = { named: RegExp; say: Record<Pattern, string> }

/** Whom a question may speak to, by its pronouns, and the same beginnings for each; the first also where it names nobody. */
const addresses: Record<Language, [Address, ...Address[]]> = {
  en: [
    {
      named: words('[Yy]ours?|[Yy]ou'),
      say: {
        'last-time': 'Tell me about the last time you …',
        how: 'How did it come about that …?',
        about: 'Tell me a little about …',
        'both-poles': 'How was … for you?',
        'one-at-a-time': 'Tell me about … (then, as a question of its own: What about …?)',
        'what-happened': 'What did you do the last time something like this came up?',
        'last-need': 'Tell me about the last time you needed …',
        'plain-word': 'Tell me about … (with the word people use at home)',
      },
    },
  ],
  da: [
    { named: words('[Dd]u|[Dd]ig|[Dd]in|[Dd]it|[Dd]ine'), say: danish('du') },
    // In lower case, and at the beginning, “i” is a preposition.
    { named: words('(?<=[^.?!] )I|[Jj]er|[Jj]eres'), say: danish('I') },
  ],
  sv: [
    { named: words('[Dd]u|[Dd]ig|[Dd]in|[Dd]itt|[Dd]ina'), say: swedish('du') },
    { named: words('[Nn]i|[Ee]r|[Ee]rt|[Ee]ra'), say: swedish('ni') },
  ],
  nl: [
    { named: words('[Uu]w?'), say: dutch({ you: 'u', did: 'deed', had: 'had', have: 'hebt' }) },
    { named: words('[Jj]ullie'), say: dutch({ you: 'jullie', did: 'deden', had: 'hadden', have: 'hebben' }) },
    {
      named: words('[Jj]ij|[Jj]e|[Jj]ouw?'),
      say: dutch({ you: 'je', did: 'deed', had: 'had', have: 'heb' }),
    },
  ],
  de: [
    {
      named: words('Sie|Ihnen|Ihre?[mnrs]?'),
      say: german({ you: 'Sie', tell: 'Erzählen Sie', have: 'haben' }),
    },
    {
      // “habt ihr”, but not “ihr Mann”.
      named: words('[Ee]uch|[Ee]uer|[Ee]ure[mnrs]?|(?<=(?:t|[Ss]eid) )ihr'),
      say: german({ you: 'ihr', tell: 'Erzählt', have: 'habt' }),
    },
    {
      named: words('[Dd]u|[Dd]ich|[Dd]ir|[Dd]eine?[mnrs]?'),
      say: german({ you: 'du', tell: 'Erzähl', have: 'hast' }),
    },
  ],
}

function danish(you: string): Record<Pattern, string> {
  return {
    'last-time': `Fortæl om sidste gang, ${you} …`,
    how: 'Hvordan gik det til, at …?',
    about: 'Fortæl lidt om …',
    'both-poles': `Hvordan oplevede ${you} …?`,
    'one-at-a-time': 'Fortæl om … (og bagefter, som et spørgsmål for sig: Hvad med …?)',
    'what-happened': `Hvad gjorde ${you}, sidste gang noget lignende skete?`,
    'last-need': `Fortæl om sidste gang, ${you} havde brug for …`,
    'plain-word': 'Fortæl om … (med det ord, man bruger derhjemme)',
  }
}

function swedish(you: string): Record<Pattern, string> {
  return {
    'last-time': `Berätta om senaste gången ${you} …`,
    how: 'Hur gick det till när …?',
    about: 'Berätta lite om …',
    'both-poles': `Hur upplevde ${you} …?`,
    'one-at-a-time': 'Berätta om … (och sedan, som en egen fråga: Och hur är det med …?)',
    'what-happened': `Vad gjorde ${you} senaste gången något liknande hände?`,
    'last-need': `Berätta om senaste gången ${you} behövde …`,
    'plain-word': 'Berätta om … (med det ord man använder hemma)',
  }
}

function dutch(verb: { you: string; did: string; had: string; have: string }): Record<Pattern, string> {
  const { you, have } = verb
  return {
    'last-time': `Vertel eens over de laatste keer dat ${you} …`,
    how: 'Hoe kwam het dat …?',
    about: 'Vertel eens iets over …',
    'both-poles': `Hoe ${have} ${you} … ervaren?`,
    'one-at-a-time': 'Vertel eens over … (en daarna, als aparte vraag: En hoe zit het met …?)',
    'what-happened': `Wat ${verb.did} ${you} de laatste keer dat zoiets gebeurde?`,
    'last-need': `Vertel eens over de laatste keer dat ${you} … nodig ${verb.had}`,
    'plain-word': 'Vertel eens over … (met het woord dat mensen thuis gebruiken)',
  }
}

function german(verb: { you: string; tell: string; have: string }): Record<Pattern, string> {
  const { you, tell, have } = verb
  return {
    'last-time': `${tell} vom letzten Mal, als ${you} …`,
    how: 'Wie kam es dazu, dass …?',
    about: `${tell} ein wenig von …`,
    'both-poles': `Wie ${have} ${you} … erlebt?`,
    'one-at-a-time': `${tell} von … (und danach als eigene Frage: Und wie ist es mit …?)`,
    'what-happened': `Was ${have} ${you} gemacht, als so etwas zuletzt vorkam?`,
    'last-need': `${tell} vom letzten Mal, als ${you} … gebraucht ${have}`,
    'plain-word': `${tell} von … (mit dem Wort, das man zu Hause benutzt)`,
  }
}

/** Whole words, whatever letters stand beside them. */
function words(either: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${either})(?![\\p{L}\\p{N}])`, 'u')
}
