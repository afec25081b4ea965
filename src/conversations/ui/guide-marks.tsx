import type { ReactNode } from 'react'
import { Button, Icon, useText } from '../../../web/kit/index.ts'
import type { QuestionMark } from './guide-check.ts'

/**
 * What a checker says about a question, as the description of its field: read aloud with it, and not by colour alone. An empty
 * one stands there too: a field whose description comes later is not described by it.
 */
export function describeMarks(marks: readonly QuestionMark[], t: ReturnType<typeof useText>): ReactNode {
  if (marks.length === 0) return <span />
  return (
    <span className="flex flex-col gap-1.5 pt-0.5" data-marks>
      {marks.map(({ fault, words, why, instead }) => (
        <span key={fault} className="flex items-start gap-1.5">
          <span className="mt-0.5 shrink-0 text-warning">
            <Icon name="warning" size={16} />
          </span>
          <span className="text-ink">
            <b className="font-semibold">{t(fault)}</b>
            {words !== '' && (
              <>
                {': '}
                <mark className="rounded-sm bg-warning-soft px-0.5 text-ink underline decoration-warning decoration-wavy underline-offset-4">
                  {words}
                </mark>
              </>
            )}
            {'. '}
            {t(why)}
            {instead !== null && (
              <span className="text-soft"> {t('conversations.mark.instead', { instead })}</span>
            )}
          </span>
        </span>
      ))}
    </span>
  )
}

/** Begins a marked question anew with the open wording proposed; what stood there can be had back. */
export function Reword({
  marks,
  name,
  onReword,
}: {
  marks: readonly QuestionMark[]
  /** Of the question, for the button's accessible name. */
  name: string
  onReword: (text: string) => void
}) {
  const t = useText()
  const instead = marks.find((mark) => mark.instead !== null)?.instead
  if (!instead) return null
  return (
    <Button
      look="quiet"
      aria-label={t('conversations.mark.reword.of', { name, instead })}
      onPress={() => onReword(instead)}
    >
      {t('conversations.mark.reword', { instead })}
    </Button>
  )
}
