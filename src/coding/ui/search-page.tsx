import { useSearch as useAddress } from '@tanstack/react-router'
import {
  Badge,
  Button,
  EmptyState,
  Form,
  Loaded,
  Notice,
  PageHeader,
  Quote,
  TextField,
  useGo,
  useText,
  useWorkspace,
  type Pager,
} from '../../../web/kit/index.ts'
import { Marked } from './marked.tsx'
import { filterNames, useSearch, type Filters, type Found, type HitShown } from './search-data.ts'
import { SearchFilters } from './search-filters.tsx'
import { PlayQuote } from './sound/play-quote.tsx'
import { Notes } from './search-notes.tsx'

/** Everything said and noted, searched; each place leads to its conversation. */
export function Page() {
  const t = useText()
  const { q, filters, ask } = useAsked()
  return (
    <>
      <PageHeader title={t('coding.search.title')} lead={t('coding.search.lead')} />
      <search>
        <Form key={q} onSubmit={({ q: typed = '' }) => ask({ q: typed })}>
          <div className="grid max-w-2xl items-end gap-3 sm:grid-cols-[1fr_auto]">
            <TextField
              name="q"
              type="search"
              label={t('coding.search.what')}
              defaultValue={q}
              maxLength={500}
              isRequired
              autoFocus={q === ''}
            />
            <Button type="submit" look="primary">
              {t('coding.search.do')}
            </Button>
          </div>
          <p className="max-w-prose text-sm text-soft">{t('coding.search.how')}</p>
        </Form>
        <div className="mt-4">
          <SearchFilters filters={filters} onChange={(changed) => ask(changed)} />
        </div>
      </search>
      {q === '' ? null : <Results q={q} filters={filters} />}
    </>
  )
}

/** What is asked stands in the address, so that it can be sent to a colleague and gone back to. */
function useAsked() {
  const address: Record<string, unknown> = useAddress({ strict: false })
  const go = useGo()
  const { id } = useWorkspace()
  const read = (name: string) => {
    const value = address[name]
    if (typeof value === 'number' || typeof value === 'boolean') return String(value)
    return typeof value === 'string' ? value : undefined
  }
  const filters: Filters = Object.fromEntries(
    filterNames.flatMap((name) => (read(name) === undefined ? [] : [[name, read(name)]])),
  )
  const q = read('q') ?? ''
  const ask = (changed: { q?: string } & Filters) => {
    const wanted = Object.entries({ q, ...filters, ...changed }).filter(([, value]) => value !== '')
    const query = new URLSearchParams(wanted.map(([name, value]) => [name, value]))
    go(`/w/${id}/search?${query}`)
  }
  return { q, filters, ask }
}

function Results({ q, filters }: { q: string; filters: Filters }) {
  const { query, pager } = useSearch({ q, ...filters })
  return (
    <div className="mt-8">
      <Loaded query={query}>{(found) => <Hits found={found} pager={pager} />}</Loaded>
    </div>
  )
}

function Hits({ found, pager }: { found: Found; pager: Pager }) {
  const t = useText()
  return (
    <>
      <p role="status" className="mb-6 text-sm text-soft">
        {t(found.isMore ? 'coding.search.count.more' : 'coding.search.count', { n: found.total })}
      </p>
      {found.unread > 0 && (
        <div className="mb-6">
          <Notice title={t('coding.search.unread', { n: found.unread })}>
            {t('coding.search.unread.why')}
          </Notice>
        </div>
      )}
      <Notes found={found} />
      {found.items.length === 0 && found.notes.length === 0 && (
        <EmptyState title={t('coding.search.empty.title')}>{t('coding.search.empty.todo')}</EmptyState>
      )}
      <ol className="flex flex-col gap-7">
        {found.items.map((hit) => (
          <li key={`${hit.utteranceId} ${hit.highlightId}`}>
            <Place hit={hit} />
          </li>
        ))}
      </ol>
      {(pager.previous || pager.next) && (
        <div className="mt-8 flex gap-2" data-screen-only>
          <Button isDisabled={!pager.previous} onPress={() => pager.previous?.()}>
            {t('kit.previous')}
          </Button>
          <Button isDisabled={!pager.next} onPress={() => pager.next?.()}>
            {t('kit.next')}
          </Button>
        </div>
      )}
    </>
  )
}

function Place({ hit }: { hit: HitShown }) {
  const t = useText()
  const { id } = useWorkspace()
  const role = t(`coding.search.role.${hit.role}`)
  return (
    <>
      <p className="mb-1 flex flex-wrap items-center gap-x-2 text-sm text-soft">
        {hit.highlightId !== null && <Badge look="accent">{t('coding.search.note')}</Badge>}
        <span className="wrap-anywhere">
          {hit.study} · {hit.interview}
        </span>
      </p>
      <Quote
        who={hit.who ?? role}
        when={hit.when}
        lang={hit.language}
        href={`/w/${id}/interviews/${hit.interviewId}?u=${hit.utteranceId}`}
        action={<PlayQuote quote={{ ...hit, who: hit.who ?? role, highlightId: null }} />}
      >
        <span className={hit.highlightId === null ? 'wrap-anywhere' : 'font-sans text-base wrap-anywhere'}>
          <Marked text={hit.text} marks={hit.marks} />
        </span>
      </Quote>
    </>
  )
}
