import { useFormat } from './format.ts'
import { useText } from './text.tsx'

/** How old the figures above are, with the very moment on pointing at it. */
export function Fresh({ at }: { at: string }) {
  return (
    <p className="mt-3 text-xs text-soft">
      <Counted at={at} />
    </p>
  )
}

/** When something was counted: how long ago, and on paper, which is read later, the very moment. */
export function Counted({ at }: { at: string }) {
  const t = useText()
  const format = useFormat()
  const moment = format.dateTime(at)
  return (
    <time dateTime={at} title={moment}>
      <span className="print:hidden">{t('kit.fresh', { ago: format.ago(at) })}</span>
      <span className="hidden print:inline">{t('kit.fresh.at', { at: moment })}</span>
    </time>
  )
}
