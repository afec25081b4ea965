import type { GuideSection } from './guide/guide.schema.ts'
import type { Study } from './study.schema.ts'

// Safe in the browser.

/** Where a step of the programme is done. */
export type StepPlace = 'plan' | 'guide' | 'conversations'

export type ProgrammeStep = { step: number; place: StepPlace; isDone: boolean }

type Standing = Pick<
  Study,
  'hypothesis' | 'contradiction' | 'plan' | 'guide' | 'interviews' | 'heard' | 'target'
> & {
  /** Questions of the guide that a checker marks. */
  marked: { faults: number; mixed: number }
}

/** The ten steps of the programme (product.md) as a study stands: where each is done, and whether it is. Pure. */
export function programmeOf(study: Standing): ProgrammeStep[] {
  const { guide, marked } = study
  const hasQuestions = guide.some(({ questions }) => questions.length > 0)
  const steps: [StepPlace, boolean][] = [
    ['plan', study.hypothesis !== ''],
    ['plan', study.plan.shares.length > 0],
    ['guide', hasQuestions && marked.mixed === 0],
    ['plan', study.contradiction !== ''],
    ['guide', says(guide, 'opening')],
    ['guide', hasQuestions && marked.faults === 0],
    ['conversations', study.interviews > 0],
    ['guide', guide.some(({ questions }) => questions.some(({ probes }) => probes.length > 0))],
    ['guide', says(guide, 'close')],
    ['conversations', study.heard >= study.target],
  ]
  return steps.map(([place, isDone], at) => ({ step: at + 1, place, isDone }))
}

function says(guide: readonly GuideSection[], part: GuideSection['part']): boolean {
  return guide.some(
    (section) => section.part === part && (section.say !== '' || section.questions.length > 0),
  )
}
