export {
  checkQuestion,
  modeOf,
  type Fault,
  type QuestionFault,
  type QuestionMode,
} from '../questions/question.ts'
export { openPattern } from '../questions/rewordings.ts'
import type { Why } from '../questions/question.ts'

/** The message that says why a question is marked. */
export const whyMessage = (why: Why): `language.why.${Why}` => `language.why.${why}`
