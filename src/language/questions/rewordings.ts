import type { Language } from '../language.ts'
import type { Pattern } from './question.ts'

/** An open way to ask, as a beginning to go on from, in the language of the question: `Tell me about the last time …`. */
export function openPattern(language: Language, pattern: Pattern): string {
  return patterns[language][pattern]
}

const patterns: Record<Language, Record<Pattern, string>> = {
  en: {
    'last-time': 'Tell me about the last time …',
    how: 'How did you …?',
    'both-poles': 'How was … for you?',
    'one-at-a-time': 'Tell me about … (then, as a question of its own: And …?)',
    'what-happened': 'The last time that happened: what did you do?',
    'plain-word': 'What do you do when …?',
  },
  da: {
    'last-time': 'Fortæl om sidste gang, du …',
    how: 'Hvordan gik det til, at …?',
    'both-poles': 'Hvordan oplevede du …?',
    'one-at-a-time': 'Fortæl om … (og bagefter, som sit eget spørgsmål: Og …?)',
    'what-happened': 'Sidste gang det skete: Hvad gjorde du?',
    'plain-word': 'Hvad gør du, når …?',
  },
  sv: {
    'last-time': 'Berätta om senaste gången du …',
    how: 'Hur gick det till när …?',
    'both-poles': 'Hur upplevde du …?',
    'one-at-a-time': 'Berätta om … (och sedan, som en egen fråga: Och …?)',
    'what-happened': 'Senaste gången det hände: vad gjorde du?',
    'plain-word': 'Vad gör du när …?',
  },
  nl: {
    'last-time': 'Vertel eens over de laatste keer dat u …',
    how: 'Hoe ging het toen …?',
    'both-poles': 'Hoe hebt u … ervaren?',
    'one-at-a-time': 'Vertel eens over … (en daarna, als aparte vraag: En …?)',
    'what-happened': 'De laatste keer dat dat gebeurde: wat deed u toen?',
    'plain-word': 'Wat doet u als …?',
  },
  de: {
    'last-time': 'Erzählen Sie vom letzten Mal, als Sie …',
    how: 'Wie kam es dazu, dass …?',
    'both-poles': 'Wie haben Sie … erlebt?',
    'one-at-a-time': 'Erzählen Sie von … (und danach als eigene Frage: Und …?)',
    'what-happened': 'Als das zuletzt vorkam: Was haben Sie getan?',
    'plain-word': 'Was tun Sie, wenn …?',
  },
}
