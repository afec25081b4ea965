import type { ReactNode } from 'react'
import { Header } from 'react-aria-components/Header'
import { Menu as AriaMenu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { Separator } from 'react-aria-components/Separator'
import { Icon } from './icon.tsx'
import { itemClass, popoverClass } from './option-list.tsx'

export type MenuEntry = {
  id: string
  label: string
  note?: string
  href?: string
  onAction?: () => void
  /** Marks the present choice of a section. */
  isCurrent?: boolean
  isDanger?: boolean
}
export type MenuGroup = { id: string; title?: string; entries: MenuEntry[] }

/** A button (`trigger`) that opens a list of things to do. */
export function Menu({ trigger, label, groups }: { trigger: ReactNode; label: string; groups: MenuGroup[] }) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover offset={4} className={`${popoverClass} max-w-80 min-w-56`}>
        <AriaMenu aria-label={label} className="outline-none">
          {groups.map((group, place) => [
            place > 0 && <Separator key={`${group.id} line`} className="mx-2 my-1 h-px bg-line" />,
            <MenuSection key={group.id} id={group.id} {...(group.title ? {} : { 'aria-label': label })}>
              {group.title && (
                <Header className="px-2.5 pt-1.5 pb-1 text-xs font-medium text-soft">{group.title}</Header>
              )}
              {group.entries.map((entry) => (
                <Entry key={entry.id} {...entry} />
              ))}
            </MenuSection>,
          ])}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

function Entry({ id, label, note, href, onAction, isCurrent, isDanger }: MenuEntry) {
  return (
    <MenuItem
      id={id}
      textValue={label}
      {...(href ? { href } : {})}
      {...(onAction ? { onAction } : {})}
      {...(isCurrent ? { 'aria-current': true } : {})}
      className={`${itemClass} ${isDanger ? 'text-danger' : ''}`}
    >
      <span className="min-w-0 grow">
        <span className="block truncate">{label}</span>
        {note && <span className="block truncate text-sm text-soft">{note}</span>}
      </span>
      {isCurrent && <Icon name="check" size={18} />}
    </MenuItem>
  )
}
