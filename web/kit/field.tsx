import { createContext, use, type ReactNode } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { Text as AriaText } from 'react-aria-components/Text'
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea'
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components/TextField'
import { useText } from './text.tsx'

export type FieldProps = {
  label: string
  /** What to write and why, before it is asked wrongly. */
  description?: ReactNode
  /** What is wrong; also shown when the form's problem names this field. */
  error?: string | undefined
}

type TextFieldProps = Omit<AriaTextFieldProps, 'children' | 'className' | 'style' | 'isInvalid'> & FieldProps

/** One line of text. `name` is the field's name in the form; `type` email, password, search … as in HTML. */
export function TextField({ placeholder, ...props }: TextFieldProps & { placeholder?: string }) {
  const { label, description, error, ...rest } = props
  return (
    <AriaTextField {...rest} {...invalid(error)} className="flex flex-col gap-1.5">
      <FieldLabel label={label} isRequired={rest.isRequired ?? false} />
      <Input {...(placeholder ? { placeholder } : {})} className={inputClass} />
      <FieldHelp description={description} error={error} />
    </AriaTextField>
  )
}

/** Several lines of text; grows with what is written. */
export function TextArea({
  rows = 4,
  placeholder,
  ...props
}: TextFieldProps & { rows?: number; placeholder?: string }) {
  const { label, description, error, ...rest } = props
  return (
    <AriaTextField {...rest} {...invalid(error)} className="flex flex-col gap-1.5">
      <FieldLabel label={label} isRequired={rest.isRequired ?? false} />
      <AriaTextArea
        dir="auto"
        rows={rows}
        {...(placeholder ? { placeholder } : {})}
        className={`${inputClass} field-sizing-content min-h-20 leading-6`}
      />
      <FieldHelp description={description} error={error} />
    </AriaTextField>
  )
}

export const inputClass =
  'control-height control-text w-full rounded-md border border-line-strong bg-raised px-3 py-1.5 text-ink placeholder:text-soft data-focused:border-accent data-invalid:border-danger data-disabled:opacity-50 outline-offset-0'

// Left out rather than false, so that the form's own checks and the server's still count.
export const invalid = (error: string | undefined) => (error === undefined ? {} : { isInvalid: true })

/** Whether a field stands in a form that is sent. */
export const InFormContext = createContext(false)

/** Label with the word "optional" where a form needs no answer: most fields should be. Filters and the like need none anyhow. */
export function FieldLabel({ label, isRequired }: { label: string; isRequired: boolean }) {
  const t = useText()
  const isAnswer = use(InFormContext)
  return (
    <Label className="text-sm font-medium">
      {label}
      {isAnswer && !isRequired && <span className="font-normal text-soft"> · {t('kit.optional')}</span>}
    </Label>
  )
}

/** What to write, and what is wrong with what was written: in the reader's language, which need not be the browser's. */
export function FieldHelp({ description, error }: { description?: ReactNode; error?: string | undefined }) {
  const t = useText()
  return (
    <>
      {description && (
        <AriaText slot="description" className="max-w-prose text-sm text-soft">
          {description}
        </AriaText>
      )}
      <FieldError className="text-sm text-danger">
        {({ validationDetails: wrong, validationErrors }) => {
          if (error !== undefined) return error
          if (wrong.valueMissing) return t('kit.field.missing')
          if (wrong.tooShort) return t('kit.field.too.short')
          if (wrong.typeMismatch || wrong.patternMismatch) return t('kit.field.mistyped')
          return validationErrors.join(' ')
        }}
      </FieldError>
    </>
  )
}
