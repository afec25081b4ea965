import { useEffect, useRef, useState } from 'react'
import {
  Badge,
  Button,
  EmptyState,
  Loaded,
  Quote,
  TextField,
  useMay,
  usePaused,
  useText,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { useMarkedQuotes, type MarkedQuoteShown, type Whose } from './person-page-data.ts'
import { TakeQuoteOut } from './take-quote-out.tsx'

/** What somebody said that may stand as a quote, with a way to take one out for them. */
export function QuotesOf({ whose }: { whose: Whose }) {
  const t = useText()
  const [text, write] = useState('')
  const sought = usePaused(text.trim())
  const query = useMarkedQuotes(whose, sought)
  const [chosen, choose] = useState<MarkedQuoteShown>()
  const box = useRef<HTMLDivElement>(null)
  const wasOpen = useRef(false)
  // The form has gone, and the cursor with it.
  useEffect(() => {
    if (chosen === undefined && wasOpen.current) box.current?.focus()
    wasOpen.current = chosen !== undefined
  }, [chosen])
  const close = () => choose(undefined)
  if (chosen) return <TakeQuoteOut quote={chosen} onDone={close} onCancel={close} />
  return (
    <div ref={box} tabIndex={-1} className="flex flex-col gap-4 outline-none">
      <p className="max-w-prose text-sm text-soft">{t('person-page.quotes.what')}</p>
      <Loaded query={query}>
        {({ quotes, total }) =>
          total === 0 && sought === '' && !query.isPlaceholderData ? (
            <EmptyState title={t('person-page.quotes.none')}>{t('person-page.quotes.none.todo')}</EmptyState>
          ) : (
            <>
              <div className="max-w-md">
                <TextField type="search" label={t('person-page.quotes.seek')} value={text} onChange={write} />
              </div>
              <p role="status" className="text-sm text-soft">
                {t(quotes.length < total ? 'person-page.quotes.some' : 'person-page.quotes.count', {
                  n: total,
                  shown: quotes.length,
                })}
              </p>
              <ul className="flex flex-col gap-5">
                {quotes.map((quote) => (
                  <li key={quote.highlightId}>
                    <OneQuote quote={quote} onTakeOut={() => choose(quote)} />
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Loaded>
    </div>
  )
}

function OneQuote({ quote, onTakeOut }: { quote: MarkedQuoteShown; onTakeOut: () => void }) {
  const t = useText()
  const { id } = useWorkspace()
  const mayRead = useMay('transcripts.read')
  const { text, language, conversation, happenedAt, interviewId, utteranceId, isRefused } = quote
  const action = isRefused ? (
    <Badge look="danger">{t('person-page.quotes.refused')}</Badge>
  ) : (
    <Button look="quiet" onPress={onTakeOut}>
      {t('person-page.take-out.for')}
      <span className="sr-only"> {text}</span>
    </Button>
  )
  return (
    <Quote
      who={conversation}
      when={happenedAt}
      lang={language}
      href={mayRead ? `/w/${id}/interviews/${interviewId}?u=${utteranceId}` : undefined}
      action={action}
    >
      {text}
    </Quote>
  )
}
