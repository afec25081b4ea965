import type { QuestionFault } from './question.ts'
import { placeOf, type Question } from './reading.ts'

/** Marks a question that a word would answer. */
export function closedFault({ language, sentences }: Question): QuestionFault | undefined {
  const sentence = sentences.at(-1)
  if (!sentence) return undefined
  const found = verbFirst[language].exec(sentence.flat)
  if (!found || sentence.end === '.') return undefined
  const at = placeOf(sentence, 0, found[0].length)
  return { fault: 'closed', at, why: 'yes-no', pattern: 'last-time' }
}

const verbFirst = {
  en: /^ (?:do|does|did|is|are|was|were|have|has|had|will|would) /,
  da: /^ (?:er|var|har|havde|vil|ville|skal|synes|tror|bruger) /,
  sv: /^ (?:är|var|har|hade|vill|skulle|tycker|tror|använder) /,
  nl: /^ (?:is|was|bent|heeft|hebt|heb|had|zou|vindt|gaat) /,
  de: /^ (?:ist|war|sind|haben|hatten|würden|würdest|finden|werden|hast) /,
}
