import { useState } from 'react'
import {
  Button,
  EmptyState,
  Loaded,
  PageHeader,
  Table,
  TextField,
  useFormat,
  useMay,
  useSearchValue,
  useText,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { usePeople } from './people-data.ts'

/** Everybody known, and the way to one of them. */
export function Page() {
  const t = useText()
  const { id } = useWorkspace()
  const [search = '', find] = useSearchValue('q')
  const { query, pager } = usePeople(search)
  const format = useFormat()
  const mayOpen = useMay('people.read')
  const open = mayOpen ? { rowHref: (row: { personId: string }) => `/w/${id}/people/${row.personId}` } : {}
  return (
    <>
      <PageHeader title={t('people.list.title')} lead={t('people.list.lead')} />
      <PersonSearch key={search} searched={search} onSearch={(words) => find(words || undefined)} />
      <Loaded query={query}>
        {(page) => (
          <Table
            label={t('people.list.title')}
            rows={page.items}
            rowKey={(row) => row.personId}
            {...open}
            pager={pager}
            columns={[
              { key: 'who', title: t('people.pseudonym'), isRowHeader: true, cell: (row) => row.pseudonym },
              {
                key: 'identifiers',
                title: t('people.identifiers'),
                cell: (row) => (
                  <span className="wrap-anywhere">
                    {row.identifiers.map(({ value }) => value).join(' · ') || t('people.identifiers.hidden')}
                  </span>
                ),
              },
              {
                key: 'since',
                title: t('people.since'),
                isWideOnly: true,
                cell: (row) => format.date(row.createdAt),
              },
            ]}
            empty={search ? <NobodyFound onAll={() => find(undefined)} /> : <NobodyYet />}
          />
        )}
      </Loaded>
    </>
  )
}

function PersonSearch(props: { searched: string; onSearch: (search: string) => void }) {
  const t = useText()
  const [typed, type] = useState(props.searched)
  const mayRead = useMay('people.read')
  return (
    <form
      role="search"
      className="mb-6 flex max-w-lg items-start gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        props.onSearch(typed.trim())
      }}
    >
      <div className="grow">
        <TextField
          label={t('people.search')}
          description={t(mayRead ? 'people.search.hint' : 'people.search.hint.pseudonym')}
          type="search"
          value={typed}
          onChange={type}
        />
      </div>
      <div className="mt-6.5">
        <Button type="submit">{t('people.search.go')}</Button>
      </div>
    </form>
  )
}

function NobodyFound({ onAll }: { onAll: () => void }) {
  const t = useText()
  return (
    <EmptyState
      title={t('people.search.nobody')}
      action={<Button onPress={onAll}>{t('people.search.all')}</Button>}
    >
      {t('people.search.nobody.todo')}
    </EmptyState>
  )
}

function NobodyYet() {
  const t = useText()
  return <EmptyState title={t('people.list.empty')}>{t('people.list.empty.todo')}</EmptyState>
}
