import { IconButton, Loaded, Notice, PagerButtons, useText, type Answer } from '../../../web/kit/index.ts'
import { PlacedQuote } from '../../coding/ui/index.ts'
import { useWordQuotes, type TermShown, type Whose } from './words-data.ts'

type Shown = Answer<'GET /api/w/{workspaceId}/words/quotes'>['items'][number]
type PanelProps = { whose: Whose; term: TermShown; language: string; onClose: () => void }

/** Where a word was said, the word marked, each place leading to its conversation. */
export function WordQuotesPanel({ whose, term, language, onClose }: PanelProps) {
  const t = useText()
  const { query, pager } = useWordQuotes(whose, { stem: term.stem, language })
  return (
    <section aria-label={t('words.quotes.of', { word: term.word })} className="lg:sticky lg:top-6">
      <div className="mb-3 flex items-start justify-between gap-2">
        <h2 className="text-lg font-semibold wrap-anywhere">{t('words.quotes.of', { word: term.word })}</h2>
        <IconButton icon="close" label={t('kit.close')} onPress={onClose} />
      </div>
      <Loaded query={query}>
        {(found) => (
          <div className="flex flex-col gap-6">
            <p className="text-sm text-soft">{t('words.quotes.count', { n: found.total })}</p>
            {found.withheld > 0 && (
              <Notice title={t('words.quotes.withheld', { n: found.withheld })}>
                {t('words.quotes.withheld.why')}
              </Notice>
            )}
            {found.items.map((quote) => (
              <PlaceSaid key={quote.utteranceId} quote={quote} language={language} />
            ))}
            <PagerButtons pager={pager} />
          </div>
        )}
      </Loaded>
    </section>
  )
}

function PlaceSaid({ quote, language }: { quote: Shown; language: string }) {
  const letters = [...quote.text]
  const edges = quote.marks.map(({ start, end }, place) => ({
    before: letters.slice(quote.marks[place - 1]?.end ?? 0, start).join(''),
    word: letters.slice(start, end).join(''),
    start,
  }))
  return (
    <PlacedQuote quote={quote} lang={language}>
      {edges.map(({ before, word, start }) => (
        <span key={start}>
          {before}
          <mark className="rounded-sm bg-accent-soft px-0.5 font-semibold text-ink">{word}</mark>
        </span>
      ))}
      {letters.slice(quote.marks.at(-1)?.end ?? 0).join('')}
    </PlacedQuote>
  )
}
