import { DataNumber, EmptyState, Loaded, Table, useFormat, useText } from '../../../web/kit/index.ts'
import { useTaken } from './exchange-data.ts'

/** Who took what out of the program, and of how many people: the same list a participant who withdraws is told from. */
export function TakenList() {
  const t = useText()
  const format = useFormat()
  const { query, pager } = useTaken()
  return (
    <Loaded query={query}>
      {(data) => (
        <Table
          label={t('coding.exchange.taken')}
          rows={data.items}
          rowKey={({ exportId }) => exportId}
          pager={pager}
          columns={[
            {
              key: 'kind',
              title: t('coding.exchange.taken.kind'),
              isRowHeader: true,
              cell: ({ kind }) => t(`coding.exchange.kind.${kind === 'report print' ? 'print' : kind}`),
            },
            {
              key: 'study',
              title: t('coding.exchange.taken.study'),
              cell: ({ study }) => (
                <span className="wrap-anywhere">{study ?? t('coding.exchange.everything')}</span>
              ),
            },
            { key: 'who', title: t('coding.exchange.taken.who'), cell: ({ who }) => who ?? '–' },
            { key: 'at', title: t('coding.exchange.taken.at'), cell: ({ at }) => format.dateTime(at) },
            {
              key: 'people',
              title: t('coding.code.people'),
              align: 'end',
              cell: ({ people }) => <DataNumber value={people} />,
            },
          ]}
          empty={
            <EmptyState title={t('coding.exchange.taken.none')}>
              {t('coding.exchange.taken.none.todo')}
            </EmptyState>
          }
        />
      )}
    </Loaded>
  )
}
