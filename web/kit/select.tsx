import { Button } from 'react-aria-components/Button'
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select'
import { FieldHelp, FieldLabel, inputClass, invalid, type FieldProps } from './field.tsx'
import { Icon } from './icon.tsx'
import { OptionList, type Option } from './option-list.tsx'
import { useText } from './text.tsx'

type SelectProps = FieldProps & {
  options: readonly Option[]
  value?: string | null
  defaultValue?: string
  onChange?: (id: string) => void
  name?: string
  isRequired?: boolean
  isDisabled?: boolean
  placeholder?: string
}

/** One of a short list that everybody knows. Longer than about twelve: ComboBox. */
export function Select({ label, description, error, options, onChange, placeholder, ...rest }: SelectProps) {
  const t = useText()
  return (
    <AriaSelect
      {...rest}
      onChange={(key) => key !== null && onChange?.(String(key))}
      placeholder={placeholder ?? t('kit.choose')}
      {...invalid(error)}
      className="flex min-w-0 flex-col gap-1.5"
    >
      <FieldLabel label={label} isRequired={rest.isRequired ?? false} />
      <Button
        className={`${inputClass} flex cursor-pointer items-center justify-between gap-2 text-left hover:bg-hover`}
      >
        <SelectValue className="truncate data-placeholder:text-soft">
          {({ selectedText, defaultChildren, isPlaceholder }) =>
            isPlaceholder ? defaultChildren : selectedText
          }
        </SelectValue>
        <Icon name="chevron" />
      </Button>
      <FieldHelp description={description} error={error} />
      <OptionList options={options} />
    </AriaSelect>
  )
}
