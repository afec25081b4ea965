import { Badge, EmptyState, Table, useFormat, useText, type Column } from '../../../web/kit/index.ts'
import type { TermShown, WordsShown } from './words-data.ts'

type TermsProps = {
  words: WordsShown
  terms: readonly TermShown[]
  stem: string | undefined
  look: (stem: string) => void
}

/** The words, strongest first, each with the people it rests on and how far to rely on it. Pressing a word shows where it was said. */
export function TermsTable({ words, terms, stem, look }: TermsProps) {
  const t = useText()
  const figures = useFigures(words)
  const columns: Column<TermShown>[] = [
    {
      key: 'word',
      title: t('words.term'),
      isRowHeader: true,
      cell: (term) => (
        <button
          type="button"
          aria-pressed={term.stem === stem}
          onClick={() => look(term.stem)}
          className={`min-h-6 cursor-pointer rounded-sm text-left text-accent underline decoration-accent/40 underline-offset-3 wrap-break-word hover:decoration-accent ${term.stem === stem ? 'font-semibold' : ''}`}
          lang={words.language}
        >
          {term.word}
        </button>
      ),
    },
    ...figures,
    {
      key: 'verdict',
      title: t('words.verdict'),
      cell: ({ why }) => (
        <span className="flex flex-col items-start gap-0.5">
          <Badge look={why === 'confirmed' ? 'good' : 'neutral'}>
            {t(why === 'confirmed' ? 'words.confirmed' : 'words.indicative')}
          </Badge>
          <span className="text-xs text-soft max-md:sr-only">{t(`words.why.${why.replace(' ', '-')}`)}</span>
        </span>
      ),
    },
  ]
  return (
    <Table
      label={t('words.table')}
      rows={terms}
      rowKey={(term) => term.stem}
      columns={columns}
      empty={<EmptyState title={t('words.none.title')}>{t('words.none.todo')}</EmptyState>}
    />
  )
}

/** How many say it, here and elsewhere, how much more, how evenly, and beside a general list where there is one. */
function useFigures(words: WordsShown): Column<TermShown>[] {
  const t = useText()
  const format = useFormat()
  const { speakers, others } = words
  const ratio = (value: number) =>
    value > 0 ? `+${format.number(round(value))}` : format.number(round(value))
  return [
    {
      key: 'speakers',
      title: t('words.speakers'),
      align: 'end',
      cell: (term) => (
        <span className="whitespace-nowrap">{t('words.of', { n: term.speakers, all: speakers })}</span>
      ),
    },
    {
      key: 'others',
      title: t('words.others'),
      align: 'end',
      cell: (term) => (
        <span className="whitespace-nowrap">{t('words.of', { n: term.others, all: others })}</span>
      ),
    },
    {
      key: 'ratio',
      title: t('words.ratio'),
      align: 'end',
      isWideOnly: true,
      cell: (term) => (
        <>
          {ratio(term.logRatio)}
          <span className="block text-xs text-soft">{t('words.near', { near: ratio(term.near) })}</span>
        </>
      ),
    },
    {
      key: 'dispersion',
      title: t('words.dispersion'),
      align: 'end',
      isWideOnly: true,
      cell: ({ dispersion }) => (dispersion === null ? '–' : format.number(round(dispersion))),
    },
    ...(words.list ? [listColumn(t('words.list'), ratio)] : []),
  ]
}

function listColumn(title: string, ratio: (value: number) => string): Column<TermShown> {
  return {
    key: 'list',
    title,
    align: 'end',
    isWideOnly: true,
    cell: ({ listRatio }) => (listRatio === null ? '–' : ratio(listRatio)),
  }
}

// Plus zero: what rounds to −0 is 0.
const round = (value: number) => Math.round(value * 10) / 10 + 0
