import { Badge, useText, type BadgeLook } from '../../../web/kit/index.ts'
import type { ImportRow } from './collect-data.ts'

const looks: Record<ImportRow['state'], BadgeLook> = {
  mapped: 'accent',
  queued: 'neutral',
  running: 'neutral',
  paused: 'warning',
  done: 'good',
  cancelled: 'neutral',
  failed: 'danger',
}

/** How far an import is, in a word. */
export function ImportState({ state }: { state: ImportRow['state'] }) {
  const t = useText()
  return <Badge look={looks[state]}>{t(`collect.state.${state}`)}</Badge>
}
