import { useMemo, useState, type FormEvent, type MouseEvent, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { Form as AriaForm } from 'react-aria-components/Form'
import { InFormContext } from './field.tsx'
import { asProblem } from './problem.ts'
import { ProblemNotice, useFaultWords } from './notice.tsx'

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
  const faultWords = useFaultWords()
  const faults = shown?.fields
  const errors = useMemo(
    // Made anew only with a new refusal: what is made anew is shown anew.
    () =>
      Object.fromEntries(
        Object.entries(faults ?? {}).flatMap(([path, fault]) => atField(path, faultWords(fault))),
      ),
    [faults, faultWords],
  )
  const [answered, answer] = useState<unknown>()
  // The browser sends no form while a field bears the server's refusal, and takes it off only when it is too late for this press:
  // sending again is the answer to it.
  const forget = (event: MouseEvent<HTMLFormElement>) => {
    const isSending = event.target instanceof Element && event.target.closest('[type=submit]') !== null
    if (isSending) flushSync(() => answer(problem))
  }
  return (
    <AriaForm
      validationErrors={shown && problem !== answered ? errors : none}
      onClickCapture={forget}
      onSubmit={(event) => {
        event.preventDefault()
        void Promise.resolve(onSubmit(valuesOf(event.currentTarget))).catch(() => undefined)
      }}
    >
      <div className="flex max-w-lg flex-col items-stretch gap-5 [&>button]:self-start" onInput={checkAgain}>
        {shown && <ProblemNotice problem={shown} />}
        <InFormContext value={true}>{children}</InFormContext>
      </div>
    </AriaForm>
  )
}

const none = {}

/** A body may hold `newUser.password` where the form has a field `password`. */
const atField = (path: string, words: string) => [
  [path, words],
  [path.slice(path.lastIndexOf('.') + 1), words],
]

// A field is checked when it is left, which the press on "Save" does: the fault disappears, everything below moves up, and the press
// hits nothing. So a field with a fault is checked at each letter, like a field that was left.
function checkAgain({ target }: FormEvent): void {
  if (target instanceof HTMLElement && target.dataset['invalid'] !== undefined)
    target.dispatchEvent(new Event('change', { bubbles: true }))
}

function valuesOf(form: HTMLFormElement): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') values[name] = value
  return values
}
