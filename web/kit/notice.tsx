import { useCallback, useEffect, useRef, type ReactNode } from 'react'
import { useIntl } from 'react-intl'
import { Button } from './button.tsx'
import { Icon, type IconName } from './icon.tsx'
import { asProblem, type FieldFault } from './problem.ts'
import { useText } from './text.tsx'

type NoticeLook = 'info' | 'warning' | 'error' | 'good'

/** Something the reader must know here and now: what it is, and what to do about it. */
export function Notice(props: {
  look?: NoticeLook
  title: ReactNode
  children?: ReactNode
  action?: ReactNode
  /** For what has to be decided before going on: the focus goes to it, unless somebody is writing. */
  takesFocus?: boolean
}) {
  const { look = 'info', title, children, action, takesFocus = false } = props
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (takesFocus && !document.activeElement?.matches('input, textarea')) box.current?.focus()
  }, [takesFocus])
  return (
    <div
      ref={box}
      {...(takesFocus ? { tabIndex: -1 } : {})}
      role={look === 'error' ? 'alert' : 'note'}
      className={`flex items-start gap-3 rounded-lg px-4 py-3 ${looks[look].surface}`}
    >
      <span className={`mt-0.5 ${looks[look].mark}`}>
        <Icon name={looks[look].icon} />
      </span>
      <div className="min-w-0 grow">
        <div className="font-medium">{title}</div>
        {children && <div className="mt-0.5 max-w-prose text-sm text-ink">{children}</div>}
        {action && <div className="mt-2.5 flex flex-wrap gap-2">{action}</div>}
      </div>
    </div>
  )
}

/** A strip across the page, for what holds for all of it. */
export function Banner({ look = 'info', children }: { look?: NoticeLook; children: ReactNode }) {
  return (
    <div
      role="note"
      className={`flex items-center justify-center gap-2 px-4 py-1.5 text-sm ${looks[look].surface}`}
    >
      <span className={looks[look].mark}>
        <Icon name={looks[look].icon} size={18} />
      </span>
      <span>{children}</span>
    </div>
  )
}

/**
 * A failure in the reader's language: the message `<room>.problem.<id>` (title) and `….todo` (what to do) where there is one, else
 * the server's own words.
 */
export function ProblemNotice(props: { problem: unknown; onRetry?: () => void; isRetrying?: boolean }) {
  const { problem, onRetry, isRetrying = false } = props
  const t = useText()
  const { title, detail } = useProblemWords(problem)
  return (
    <Notice
      look="error"
      title={title}
      takesFocus={isConflict(problem)}
      action={
        onRetry && (
          <Button onPress={onRetry} isPending={isRetrying}>
            {t('kit.retry')}
          </Button>
        )
      }
    >
      {detail}
    </Notice>
  )
}

/** A colleague was faster: what was written has not been saved. */
function isConflict(problem: unknown): boolean {
  const { status, id } = asProblem(problem)
  return status === 409 && id.endsWith('-changed')
}

export function useProblemWords(problem: unknown): { title: string; detail: string } {
  const intl = useIntl()
  const faultWords = useFaultWords()
  const known = asProblem(problem)
  const key = Object.keys(intl.messages).find((id) => id.endsWith(`.problem.${known.id}`))
  const unexpected = intl.formatMessage({ id: 'kit.problem.unexpected' })
  const faults = Object.values(known.fields).map(faultWords)
  if (faults.length > 0 && key)
    return { title: intl.formatMessage({ id: key }), detail: [...new Set(faults)].join(' ') }
  if (!key) return { title: known.title || unexpected, detail: known.detail }
  const todo = `${key}.todo`
  return {
    title: intl.formatMessage({ id: key }),
    detail: intl.messages[todo] ? intl.formatMessage({ id: todo }) : known.detail,
  }
}

/** What is wrong with a field in the reader's language; a code this page does not know stays in the server's words. */
export function useFaultWords(): (fault: FieldFault) => string {
  const intl = useIntl()
  return useCallback(
    ({ code, params, message }) => {
      const id = `kit.field.${code}`
      return intl.messages[id] === undefined ? message : intl.formatMessage({ id }, params)
    },
    [intl],
  )
}

const looks: Record<NoticeLook, { surface: string; mark: string; icon: IconName }> = {
  info: { surface: 'bg-accent-soft', mark: 'text-accent', icon: 'info' },
  good: { surface: 'bg-good-soft', mark: 'text-good', icon: 'check' },
  warning: { surface: 'bg-warning-soft', mark: 'text-warning', icon: 'warning' },
  error: { surface: 'bg-danger-soft', mark: 'text-danger', icon: 'error' },
}
