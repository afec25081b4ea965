import type { ReactNode, Ref } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import { Link as AriaLink } from 'react-aria-components/Link'
import { Icon, type IconName } from './icon.tsx'
import { Spinner } from './spinner.tsx'

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger'

type ButtonProps = Omit<AriaButtonProps, 'children' | 'className' | 'style'> & {
  children: ReactNode
  ref?: Ref<HTMLButtonElement>
  look?: ButtonLook
  icon?: IconName
  /** Where the icon stands; at the end when it points onwards. */
  iconAt?: 'start' | 'end'
  /** Makes it a link that looks like a button. */
  href?: string
  /** Fills the width of its place, as on phones. */
  isWide?: boolean
}

/** One `primary` a page at most: what the reader most likely came to do. */
export function Button({
  children,
  look = 'secondary',
  icon,
  iconAt = 'start',
  href,
  isWide,
  isPending = false,
  ...rest
}: ButtonProps) {
  const className = `${buttonClass(look)} ${isWide ? 'w-full' : ''} ${iconAt === 'end' ? 'flex-row-reverse' : ''}`
  if (href !== undefined)
    return (
      <AriaLink href={href} className={className}>
        {icon && <Icon name={icon} size={18} />}
        {children}
      </AriaLink>
    )
  // React Aria's own pending state leaves an unnamed picture in a live region for seconds. Here the button keeps its focus and name and
  // does nothing until the work is done.
  const waiting = isPending ? { onPress: () => undefined, type: 'button' as const } : {}
  return (
    <AriaButton {...rest} {...waiting} className={className}>
      {isPending ? <Spinner /> : icon && <Icon name={icon} size={18} />}
      {children}
    </AriaButton>
  )
}

/** A button that is only an icon; `label` is its accessible name and tooltip. */
export function IconButton({
  label,
  icon,
  ...rest
}: Omit<ButtonProps, 'children' | 'look' | 'href'> & { label: string; icon: IconName }) {
  return (
    <AriaButton
      {...rest}
      aria-label={label}
      className="control-height inline-flex aspect-square items-center justify-center rounded-md text-soft hover:bg-hover hover:text-ink data-disabled:opacity-40"
    >
      <Icon name={icon} />
    </AriaButton>
  )
}

/** The look of a button, for what must be something else, such as a file trigger. */
export function buttonClass(look: ButtonLook): string {
  return `control-height inline-flex items-center justify-center gap-2 rounded-md px-3.5 py-1 text-sm font-medium select-none cursor-pointer transition-colors data-disabled:cursor-default data-disabled:opacity-45 ${looks[look]}`
}

const looks: Record<ButtonLook, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-strong',
  secondary: 'bg-raised text-ink border border-line-strong/60 hover:bg-hover',
  quiet: 'text-ink hover:bg-hover',
  danger: 'bg-danger text-on-danger hover:opacity-90',
}
