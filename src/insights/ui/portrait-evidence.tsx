import { useState, type ReactNode } from 'react'
import { Button, Dialog, useFormat, useText } from '../../../web/kit/index.ts'
import type { PortraitShown } from './insights-data.ts'

type EvidenceProps = {
  portrait: PortraitShown
  /** What the figure is called on the page. */
  figure: string
  /** Which of the portrait's queries it comes from. */
  query: string
  children?: ReactNode
}

/** Opens a figure: what was counted, when, and the very query, with its values, that anybody can run again. */
export function EvidenceButton({ portrait, figure, query, children }: EvidenceProps) {
  const t = useText()
  const format = useFormat()
  const [isOpen, open] = useState(false)
  const evidence = portrait.evidence[query]
  const at = (query === 'members' ? null : portrait.apartAsOf) ?? portrait.asOf
  return (
    <>
      <Button look="quiet" onPress={() => open(true)}>
        {t('insights.evidence')}
        <span className="sr-only">: {figure}</span>
      </Button>
      <Dialog title={figure} isOpen={isOpen} onClose={() => open(false)}>
        {children}
        <p className="text-sm text-soft">
          {t('insights.evidence.when', { at: format.dateTime(at), minimum: portrait.minimum })}
        </p>
        {evidence && (
          <>
            <h3 className="text-sm font-medium">{t('insights.evidence.query')}</h3>
            <Code label={t('insights.evidence.query')}>{evidence.sql}</Code>
            <h3 className="text-sm font-medium">{t('insights.evidence.values')}</h3>
            <Code label={t('insights.evidence.values')}>
              {Object.entries(evidence.params)
                .map(([name, value]) => `${name} = ${value}`)
                .join('\n')}
            </Code>
          </>
        )}
      </Dialog>
    </>
  )
}

function Code({ label, children }: { label: string; children: string }) {
  return (
    <pre
      tabIndex={0}
      role="region"
      aria-label={label}
      className="max-h-64 overflow-auto rounded-md bg-sunken p-3 font-mono text-xs"
    >
      {children}
    </pre>
  )
}
