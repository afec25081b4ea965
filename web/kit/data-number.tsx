import { Counted } from './fresh.tsx'
import { useFormat } from './format.ts'
import { useText } from './text.tsx'

type DataNumberProps = {
  value: number
  /** `share` shows 0.42 as 42 %. */
  as?: 'number' | 'share'
  /** From, to: 95 % interval in the unit of `value`. */
  interval?: readonly [number, number] | undefined
  /** How many people the figure rests on. */
  n?: number | undefined
  /** When it was counted (ISO 8601). */
  freshAt?: string | undefined
  /** `large` where the number is what the page is about. */
  size?: 'normal' | 'large'
}

/** A figure with what makes it honest beside it: interval, the people it rests on, and how old it is. */
export function DataNumber({ value, as = 'number', interval, n, freshAt, size = 'normal' }: DataNumberProps) {
  const t = useText()
  const format = useFormat()
  const write = (figure: number) =>
    as === 'share'
      ? format.percent(figure, figure !== 0 && Math.abs(figure) < 0.1 ? 1 : 0)
      : format.number(figure)
  const beside = [
    interval && t('kit.interval', { from: write(interval[0]), to: write(interval[1]) }),
    n !== undefined && t('kit.n', { n }),
  ].filter((part) => typeof part === 'string')
  return (
    <span
      className={
        size === 'large' ? 'flex flex-col' : 'inline-flex flex-wrap items-baseline justify-end gap-x-2'
      }
    >
      <span className={size === 'large' ? 'text-3xl font-semibold tracking-tight' : ''}>{write(value)}</span>
      {beside.length > 0 && <span className={besideClass(size)}>{beside.join(' · ')}</span>}
      {freshAt && (
        <span className={besideClass(size)}>
          <Counted at={freshAt} />
        </span>
      )}
    </span>
  )
}

const besideClass = (size: 'normal' | 'large') =>
  size === 'large' ? 'text-sm text-soft' : 'text-xs text-soft'
