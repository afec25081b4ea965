import type { ReactNode } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Icon } from './icon.tsx'

/** One thing to choose. `note` is a quieter second line; `textValue` what typing finds. */
export type Option = { id: string; label: string; note?: string; isNew?: boolean }

export const popoverClass =
  'appear z-30 min-w-(--trigger-width) overflow-auto rounded-lg border border-line bg-raised p-1 shadow-lift outline-none'

export const itemClass =
  'control-height control-text flex cursor-pointer items-center gap-2 rounded-md px-2.5 py-1.5 outline-none data-focused:bg-hover data-disabled:opacity-45 data-[selected]:font-medium'

/** The list that opens below a Select or ComboBox. */
export function OptionList({ options, empty }: { options: readonly Option[]; empty?: ReactNode }) {
  return (
    <Popover offset={4} className={popoverClass}>
      <ListBox<Option>
        items={options}
        className="max-h-80 outline-none"
        {...(empty
          ? { renderEmptyState: () => <p className="px-2.5 py-2 text-sm text-soft">{empty}</p> }
          : {})}
      >
        {(option) => (
          <ListBoxItem id={option.id} textValue={option.label} className={itemClass}>
            {({ isSelected }) => (
              <>
                <span className="grow">
                  {option.label}
                  {option.note && <span className="block text-sm font-normal text-soft">{option.note}</span>}
                </span>
                {option.isNew && <Icon name="plus" size={18} />}
                {isSelected && <Icon name="check" size={18} />}
              </>
            )}
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  )
}
