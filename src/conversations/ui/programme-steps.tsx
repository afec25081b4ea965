import { Icon, Link, useText, useWorkspace } from '../../../web/kit/index.ts'
import { programmeOf, type ProgrammeStep, type StepPlace } from '../programme.ts'
import type { StudyShown } from './conversations-data.ts'
import { countMarked } from './guide-check.ts'

type StepsProps = {
  study: StudyShown
  marked?: { faults: number; mixed: number }
  /** The page the reader is on: its steps need no link. */
  here?: StepPlace
}

/** The ten steps of the programme: where this study is and what comes next, folded away until somebody wants to see. */
export function ProgrammeSteps({ study, marked, here }: StepsProps) {
  const t = useText()
  const { language, languages, mode, guide } = study
  const steps = programmeOf({
    ...study,
    marked: marked ?? countMarked(guide, { main: language, languages, mode }),
  })
  const next = steps.find(({ isDone }) => !isDone)
  const done = steps.filter(({ isDone }) => isDone).length
  return (
    <details className="rounded-lg border border-line bg-raised" data-screen-only>
      <summary className="control-height flex cursor-pointer flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2 text-sm">
        <span className="text-soft">{t('conversations.programme.done', { n: done })}</span>
        <span className="font-medium">
          {next
            ? t('conversations.programme.next', { step: t(`conversations.step.${next.step}`) })
            : t('conversations.programme.all')}
        </span>
      </summary>
      <ol className="grid gap-x-8 gap-y-2 border-t border-line px-4 py-4 text-sm md:grid-cols-2">
        {steps.map((step) => (
          <Step key={step.step} step={step} isNext={step === next} study={study} here={here} />
        ))}
      </ol>
    </details>
  )
}

type StepProps = {
  step: ProgrammeStep
  isNext: boolean
  study: StudyShown
  here: StepPlace | undefined
}

function Step({ step: { step, place, isDone }, isNext, study, here }: StepProps) {
  const t = useText()
  const { id } = useWorkspace()
  const path = `/w/${id}/studies/${study.studyId}`
  const href = { plan: `${path}/edit`, guide: `${path}/guide`, conversations: path }[place]
  const words = t(`conversations.step.${step}`)
  return (
    <li className="flex items-start gap-2" aria-current={isNext ? 'step' : undefined}>
      <span className={`mt-0.5 flex w-5 shrink-0 justify-center ${isDone ? 'text-good' : 'text-soft'}`}>
        {isDone ? <Icon name="check" size={18} /> : step}
      </span>
      <span>
        <span className={isNext ? 'font-medium' : ''}>
          {here === place ? words : <Link href={href}>{words}</Link>}
        </span>
        <span className="sr-only">
          {' '}
          {t(
            isDone
              ? 'conversations.programme.is.done'
              : isNext
                ? 'conversations.programme.is.next'
                : 'conversations.programme.is.later',
          )}
        </span>{' '}
        <span className="text-soft">{t(`conversations.step.why.${step}`)}</span>
      </span>
    </li>
  )
}
