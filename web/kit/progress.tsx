import type { ReactNode } from 'react'
import { ProgressBar } from 'react-aria-components/ProgressBar'
import { Button } from './button.tsx'
import { useFormat } from './format.ts'
import { useText } from './text.tsx'

type ProgressProps = {
  label: string
  /** 0 to 1; left out while the end is not known. */
  share?: number | undefined
  /** "12,400 of 40,000 rows". */
  children?: ReactNode
  onCancel?: () => void
}

/** Long work: how far it is, in what, and the way to stop it. */
export function Progress({ label, share, children, onCancel }: ProgressProps) {
  const t = useText()
  const format = useFormat()
  const known =
    share === undefined
      ? { isIndeterminate: true }
      : { value: share * 100, valueLabel: format.percent(share) }
  return (
    <div className="flex max-w-lg flex-col gap-2">
      <ProgressBar {...known} aria-label={label} className="flex flex-col gap-2">
        <div className="flex items-baseline justify-between gap-4">
          <span className="font-medium">{label}</span>
          <span className="text-sm text-soft">{share !== undefined && format.percent(share)}</span>
        </div>
        <div className="h-1.5 overflow-hidden rounded-full bg-line">
          <div
            className={`h-full rounded-full bg-accent transition-[width] ${share === undefined ? 'breathe' : ''}`}
            style={{ width: share === undefined ? '100%' : `${share * 100}%` }}
          />
        </div>
      </ProgressBar>
      <div className="flex items-center justify-between gap-4">
        <span className="text-sm text-soft">{children}</span>
        {onCancel && (
          <Button look="quiet" onPress={onCancel}>
            {t('kit.cancel')}
          </Button>
        )}
      </div>
    </div>
  )
}
