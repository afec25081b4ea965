import { useText } from './text.tsx'

/** Grey lines where text will stand; screen readers hear "loading". */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  const t = useText()
  return (
    <div role="status" className="flex max-w-prose flex-col gap-3 py-2">
      <span className="sr-only">{t('kit.loading')}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span
          key={line}
          aria-hidden
          className={`breathe h-4 rounded-md bg-line ${widths[line % widths.length]}`}
        />
      ))}
    </div>
  )
}

const widths = ['w-11/12', 'w-full', 'w-4/5', 'w-10/12', 'w-3/5']
