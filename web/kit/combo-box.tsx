import { useState, type KeyboardEvent } from 'react'
import { Button } from 'react-aria-components/Button'
import { ComboBox as AriaComboBox } from 'react-aria-components/ComboBox'
import { Input } from 'react-aria-components/Input'
import { FieldHelp, FieldLabel, inputClass, invalid, type FieldProps } from './field.tsx'
import { Icon } from './icon.tsx'
import { OptionList, type Option } from './option-list.tsx'
import { useText } from './text.tsx'

type ComboBoxProps = FieldProps & {
  options: readonly Option[]
  value?: string | null
  onChange: (id: string) => void
  /** Offers what was typed as something new when no option is called so. */
  onCreate?: (label: string) => void
  isRequired?: boolean
  placeholder?: string
  /** Empties the field after a choice, for adding one after another. */
  clearsOnChoice?: boolean
}

const createId = ' create'

/** Search in a long list, or create what is not in it. */
export function ComboBox(props: ComboBoxProps) {
  const t = useText()
  const {
    label,
    description,
    error,
    options,
    value,
    onChange,
    onCreate,
    placeholder,
    clearsOnChoice,
    ...rest
  } = props
  const chosen = options.find((option) => option.id === value)
  const [typed, type] = useState(chosen?.label ?? '')
  // After a choice the list stays closed until something is typed: an open one keeps the rest of the page from being used.
  const [isChosen, setChosen] = useState(false)
  const [shownValue, setShownValue] = useState(value)
  if (shownValue !== value) {
    // Chosen elsewhere, by going back for instance.
    setShownValue(value)
    type(chosen?.label ?? '')
  }
  const wanted = typed.trim()
  const shown = typed === chosen?.label ? options : options.filter((option) => contains(option.label, wanted))
  const named = options.filter((option) => isNamed(option, wanted))
  const isNew = onCreate && wanted !== '' && named.length === 0
  const offered: Option[] = isNew
    ? [...shown, { id: createId, label: t('kit.create', { name: wanted }), isNew }]
    : [...shown]
  const choose = (id: string | null) => {
    if (id === null) return
    const option = options.find((one) => one.id === id)
    type(clearsOnChoice ? '' : (option?.label ?? wanted))
    setChosen(true)
    if (id === createId) onCreate?.(wanted)
    else onChange(id)
  }
  return (
    <AriaComboBox
      {...rest}
      items={offered}
      inputValue={typed}
      onInputChange={(text) => {
        setChosen(false)
        type(text)
      }}
      value={clearsOnChoice ? null : (value ?? null)}
      onChange={(key) => choose(key === null ? null : String(key))}
      // Without this, Escape empties the field and so opens the list again.
      allowsCustomValue
      onBlur={() => type(clearsOnChoice ? '' : (chosen?.label ?? ''))}
      defaultFilter={() => true}
      menuTrigger={isChosen ? 'manual' : 'input'}
      allowsEmptyCollection
      {...invalid(error)}
      className="flex flex-col gap-1.5"
    >
      <FieldLabel label={label} isRequired={rest.isRequired ?? false} />
      <div className="relative">
        <Input
          {...(placeholder ? { placeholder } : {})}
          className={`${inputClass} pr-10`}
          onKeyDownCapture={(event) => {
            // Of several of one name Enter takes none: the list stays open to choose from.
            if (!isTakingTyped(event) || named.length < 2) return
            event.preventDefault()
            event.stopPropagation()
          }}
          onKeyDown={(event) => {
            if (!isTakingTyped(event)) return
            // Enter takes what was typed: the option of that name, or a new one. It never sends the form around it.
            event.preventDefault()
            choose(named[0]?.id ?? (isNew ? createId : null))
          }}
        />
        <Button className="absolute inset-y-0 right-0 flex w-10 cursor-pointer items-center justify-center text-soft">
          <Icon name="chevron" />
        </Button>
      </div>
      <FieldHelp description={description} error={error} />
      <OptionList options={offered} empty={t('kit.nothing.found')} />
    </AriaComboBox>
  )
}

const contains = (label: string, wanted: string) =>
  label.toLocaleLowerCase().includes(wanted.toLocaleLowerCase())
const isNamed = ({ label }: Option, wanted: string) =>
  label.toLocaleLowerCase() === wanted.toLocaleLowerCase()
const isTakingTyped = ({ key, currentTarget }: KeyboardEvent<HTMLInputElement>) =>
  key === 'Enter' && !currentTarget.hasAttribute('aria-activedescendant')
