import { checkQuestion, modeOf, openPattern, whyMessage } from '../../language/ui/index.ts'
import { questionIn } from '../guide/edit-guide.ts'
import type { GuideSection, StudyLanguage } from '../guide/guide.schema.ts'
import type { Mode } from '../study.schema.ts'

/** What is wrong with a question: which words, why, and an open way to ask. `why` and `fault` are message ids. */
export type QuestionMark = { fault: string; words: string; why: string; instead: string | null }

type Asking = { text: string; language: StudyLanguage }

/** Marks a question of a guide as it is written. */
export function markQuestion({ text, language, mode }: Asking & { mode: Mode | null }): QuestionMark[] {
  const marks = faultsOf({ text, language })
  if (mode !== null && mixesModes({ text, language, mode }))
    marks.push({
      fault: 'conversations.fault.mode',
      words: '',
      why: `conversations.fault.mode.${mode}`,
      instead: null,
    })
  return marks
}

/** Marks a probe: it follows an open question, so a short answer to it is no fault. */
export function markProbe(asking: Asking): QuestionMark[] {
  return faultsOf(asking).filter(({ fault }) => fault !== 'conversations.fault.closed')
}

/** How many questions and probes of a guide are marked, in all its languages. */
export function countMarked(
  guide: readonly GuideSection[],
  { main, languages, mode }: { main: StudyLanguage; languages: readonly StudyLanguage[]; mode: Mode },
): { faults: number; mixed: number } {
  const counted = { faults: 0, mixed: 0 }
  for (const language of [main, ...languages])
    for (const { part, questions } of guide)
      for (const question of questions) {
        const { text, probes } = questionIn(question, { main, language })
        if (faultsOf({ text, language }).length > 0) counted.faults += 1
        if (part === 'questions' && mixesModes({ text, language, mode })) counted.mixed += 1
        counted.faults += probes.filter((probe) => markProbe({ text: probe, language }).length > 0).length
      }
  return counted
}

function faultsOf({ text, language }: Asking): QuestionMark[] {
  const letters = [...text]
  return checkQuestion(withoutBrackets(text), language).map(({ fault, at, why, pattern }) => ({
    fault: `conversations.fault.${fault === 'double_barrelled' ? 'double' : fault}`,
    words: letters.slice(...at).join(''),
    why: whyMessage(why),
    instead: openPattern({ language, pattern, question: text }),
  }))
}

function mixesModes({ text, language, mode }: Asking & { mode: Mode }): boolean {
  if (text.trim() === '') return false
  const asked = modeOf(withoutBrackets(text), language)
  return asked !== 'either' && asked !== mode
}

/** Brackets are to be filled in; what stands in them is judged like the rest. As long as before, so that places stay right. */
const withoutBrackets = (text: string) => text.replaceAll(/[[\]]/gu, ' ')
