import type { ReactNode } from 'react'
import { Checkbox as AriaCheckbox, type CheckboxProps } from 'react-aria-components/Checkbox'
import {
  Radio as AriaRadio,
  RadioGroup as AriaRadioGroup,
  type RadioGroupProps,
} from 'react-aria-components/RadioGroup'
import { Switch as AriaSwitch, type SwitchProps } from 'react-aria-components/Switch'
import { FieldHelp, FieldLabel, type FieldProps } from './field.tsx'
import { Icon } from './icon.tsx'

const rowClass =
  'group control-height flex cursor-pointer items-start gap-2.5 py-1.5 data-disabled:opacity-45'
const boxClass =
  'mt-0.5 flex size-5 shrink-0 items-center justify-center border border-line-strong bg-raised text-on-accent outline-offset-2 outline-accent group-data-focus-visible:outline-2 group-data-invalid:border-danger'

type Worded<Props> = Omit<Props, 'children' | 'className' | 'style'> & {
  children: ReactNode
  description?: ReactNode
}

/** Yes or no that is sent with a form. */
export function Checkbox({ children, description, ...rest }: Worded<CheckboxProps>) {
  return (
    <AriaCheckbox {...rest} className={rowClass}>
      {({ isSelected, isIndeterminate }) => (
        <>
          <span
            className={`${boxClass} rounded-[5px] group-data-selected:border-accent group-data-selected:bg-accent group-data-indeterminate:bg-accent`}
          >
            {isIndeterminate ? (
              <span className="h-0.5 w-2.5 bg-on-accent" />
            ) : (
              isSelected && <Icon name="check" size={16} />
            )}
          </span>
          <Words description={description}>{children}</Words>
        </>
      )}
    </AriaCheckbox>
  )
}

/** On or off that takes effect at once. */
export function Switch({ children, description, ...rest }: Worded<SwitchProps>) {
  return (
    <AriaSwitch {...rest} className={rowClass}>
      <span className="mt-0.5 flex h-5 w-9 shrink-0 items-center rounded-full border border-line-strong bg-sunken p-0.5 outline-offset-2 outline-accent transition-colors group-data-focus-visible:outline-2 group-data-selected:border-accent group-data-selected:bg-accent">
        <span className="size-3.5 rounded-full bg-line-strong transition-transform group-data-selected:translate-x-4 group-data-selected:bg-on-accent" />
      </span>
      <Words description={description}>{children}</Words>
    </AriaSwitch>
  )
}

type RadioGroupOwnProps = Omit<RadioGroupProps, 'children' | 'className' | 'style' | 'isInvalid'> & FieldProps

/** One of a few answers that are all worth reading: `<RadioGroup><Radio value="told">…</Radio></RadioGroup>`. */
export function RadioGroup({
  label,
  description,
  error,
  children,
  ...rest
}: RadioGroupOwnProps & { children: ReactNode }) {
  return (
    <AriaRadioGroup {...rest} isInvalid={error !== undefined} className="flex flex-col gap-1">
      <FieldLabel label={label} isRequired={rest.isRequired ?? false} />
      {children}
      <FieldHelp description={description} error={error} />
    </AriaRadioGroup>
  )
}

export function Radio({
  value,
  children,
  description,
}: {
  value: string
  children: ReactNode
  description?: ReactNode
}) {
  return (
    <AriaRadio value={value} className={rowClass}>
      <span className={`${boxClass} rounded-full group-data-selected:border-accent`}>
        <span className="size-2.5 rounded-full group-data-selected:bg-accent" />
      </span>
      <Words description={description}>{children}</Words>
    </AriaRadio>
  )
}

function Words({ children, description }: { children: ReactNode; description?: ReactNode }) {
  return (
    <span className="pt-px">
      {children}
      {description && <span className="block max-w-prose text-sm text-soft">{description}</span>}
    </span>
  )
}
