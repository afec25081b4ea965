import { useFormat } from './format.ts'
import { useText } from './text.tsx'

/** How old the figures above are, with the very moment on pointing at it. */
export function Fresh({ at }: { at: string }) {
  const t = useText()
  const format = useFormat()
  return (
    <p className="mt-3 text-xs text-soft">
      <time dateTime={at} title={format.dateTime(at)}>
        {t('kit.fresh', { ago: format.ago(at) })}
      </time>
    </p>
  )
}
