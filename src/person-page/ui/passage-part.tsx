import { useState } from 'react'
import { Button, Dialog, Loaded, useFormat, useText } from '../../../web/kit/index.ts'
import { useQuoteStanding, type QuoteStandingShown } from './person-page-data.ts'
import { useWrittenWords } from './written-words.ts'
import { TakeQuoteOut } from './take-quote-out.tsx'

/** Beside an open passage: whether it was taken out at their wish, or the way to do so for them. */
export function Part({
  highlightId,
  words,
  language,
}: {
  highlightId: string
  words: string
  language: string
}) {
  const t = useText()
  const standing = useQuoteStanding(highlightId)
  const [isOpen, open] = useState(false)
  return (
    <Loaded query={standing} skeleton={null}>
      {({ refused }) =>
        refused ? (
          <Refused refused={refused} />
        ) : (
          <div>
            <Button look="quiet" onPress={() => open(true)}>
              {t('person-page.take-out.for')}
            </Button>
            <Dialog title={t('person-page.take-out.title')} isOpen={isOpen} onClose={() => open(false)}>
              <TakeQuoteOut
                quote={{ highlightId, text: words, language }}
                onDone={() => open(false)}
                onCancel={() => open(false)}
              />
            </Dialog>
          </div>
        )
      }
    </Loaded>
  )
}

function Refused({ refused }: { refused: NonNullable<QuoteStandingShown['refused']> }) {
  const t = useText()
  const format = useFormat()
  const written = useWrittenWords()
  const { at, writtenFor, channel, who, note } = refused
  return (
    <div className="text-sm">
      <p>{t('person-page.quotes.refused.at', { when: format.date(at) })}</p>
      {writtenFor !== null && <p className="text-soft">{written({ writtenFor, channel, who })}</p>}
      {note !== '' && <p className="whitespace-pre-line text-soft wrap-anywhere">{note}</p>}
    </div>
  )
}
