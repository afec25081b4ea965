import {
  Badge,
  DataNumber,
  EmptyState,
  Loaded,
  PageHeader,
  Table,
  useFormat,
  useText,
  useWorkspace,
} from '../../../../web/kit/index.ts'
import { useMirrorTrend, type TrendRow } from './mirror-data.ts'

/** One's own conversations in a row: how one asks, and how that moves. For nobody else. */
export function Page() {
  const t = useText()
  const { id } = useWorkspace()
  const trend = useMirrorTrend()
  const columns = useColumns()
  return (
    <>
      <PageHeader title={t('conversations.mirror.mine')} lead={t('conversations.mirror.mine.lead')} />
      <Loaded query={trend}>
        {({ items, more }) => (
          <>
            <Table
              label={t('conversations.mirror.mine')}
              rows={items}
              rowKey={({ interviewId }) => interviewId}
              rowHref={({ interviewId }) => `/w/${id}/interviews/${interviewId}/mirror`}
              columns={columns}
              empty={
                <EmptyState title={t('conversations.mirror.empty')}>
                  {t('conversations.mirror.empty.todo')}
                </EmptyState>
              }
            />
            {more > 0 && (
              <p className="mt-3 text-sm text-soft">{t('conversations.mirror.more', { n: more })}</p>
            )}
          </>
        )}
      </Loaded>
    </>
  )
}

function useColumns() {
  const t = useText()
  const format = useFormat()
  const number = (key: string, title: string, value: (row: TrendRow) => number | null) => ({
    key,
    title,
    align: 'end' as const,
    isWideOnly: true,
    cell: (row: TrendRow) => {
      const shown = value(row)
      return shown === null ? '–' : <DataNumber value={shown} />
    },
  })
  return [
    {
      key: 'title',
      title: t('conversations.interview'),
      isRowHeader: true,
      cell: ({ title, happenedAt, isShared }: TrendRow) => (
        <>
          {title} {isShared && <Badge>{t('conversations.mirror.is.shared')}</Badge>}
          <span className="block text-sm text-soft">{format.date(happenedAt)}</span>
        </>
      ),
    },
    {
      key: 'talk',
      title: t('conversations.mirror.talk'),
      align: 'end' as const,
      cell: ({ talkShare }: TrendRow) => (talkShare === null ? '–' : format.percent(talkShare)),
    },
    number('open', t('conversations.mirror.open'), ({ open }) => open),
    number('closed', t('conversations.mirror.closed'), ({ closed }) => closed),
    number('leading', t('conversations.mirror.leading'), ({ leading }) => leading),
    number('whys', t('conversations.mirror.whys'), ({ whys }) => whys),
    number('interruptions', t('conversations.mirror.interrupted'), ({ interruptions }) => interruptions),
    number('filled', t('conversations.mirror.filled.short'), ({ filled }) => filled),
    number('longest', t('conversations.mirror.longest'), ({ longestAnswer }) => longestAnswer),
  ]
}
