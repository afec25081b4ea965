import { useState } from 'react'
import { Button } from './button.tsx'
import { Notice } from './notice.tsx'
import { useText } from './text.tsx'

/** A secret that is shown this one time: it can be copied, and the page says that it will not come back. */
export function CopyOnce({ label, secret }: { label: string; secret: string }) {
  const t = useText()
  const [state, say] = useState<'idle' | 'copied' | 'failed'>('idle')
  const copy = () =>
    navigator.clipboard.writeText(secret).then(
      () => say('copied'),
      () => say('failed'),
    )
  return (
    <Notice look="warning" title={t('kit.secret.once')}>
      <div className="mt-2 text-soft">{label}</div>
      <div className="mt-1 flex flex-wrap items-center gap-2">
        <code className="grow rounded-md border border-line bg-raised px-3 py-2 font-mono break-all select-all">
          {secret}
        </code>
        <Button icon="copy" onPress={() => void copy()}>
          {t('kit.copy')}
        </Button>
      </div>
      <div role="status" className="mt-1 min-h-6">
        {state === 'copied' && t('kit.copied')}
        {state === 'failed' && t('kit.copy.failed')}
      </div>
    </Notice>
  )
}
