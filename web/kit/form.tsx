import type { ReactNode } from 'react'
import { Form as AriaForm } from 'react-aria-components/Form'
import { asProblem } from './problem.ts'
import { ProblemNotice } from './notice.tsx'

type FormProps = {
  children: ReactNode
  /** Gets the named fields as strings. A promise that fails is for `problem` to show, so nothing is thrown twice. */
  onSubmit: (values: Record<string, string>) => void | Promise<unknown>
  /** The error of the mutation; what concerns a field is shown at the field. */
  problem?: unknown
}

/** Fields below one another with the reason for a refusal above them. Wide enough to read, no wider. */
export function Form({ children, onSubmit, problem }: FormProps) {
  const shown = problem ? asProblem(problem) : undefined
  return (
    <AriaForm
      className="flex max-w-lg flex-col items-stretch gap-5 [&>button]:self-start"
      {...(shown ? { validationErrors: shown.fields } : {})}
      onSubmit={(event) => {
        event.preventDefault()
        void Promise.resolve(onSubmit(valuesOf(event.currentTarget))).catch(() => undefined)
      }}
    >
      {shown && <ProblemNotice problem={shown} />}
      {children}
    </AriaForm>
  )
}

function valuesOf(form: HTMLFormElement): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') values[name] = value
  return values
}
