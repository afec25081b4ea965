import {
  Badge,
  Button,
  EmptyState,
  Loaded,
  PageHeader,
  Table,
  type Answer,
  useFormat,
  useText,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { saveJson, useReceipt, useRequests } from './requests-data.ts'

type Request = Answer<'GET /api/w/{workspaceId}/requests'>['items'][number]

/** What was asked by or for people, and the receipts of what was erased. */
export function Page() {
  const t = useText()
  const format = useFormat()
  const { query, pager } = useRequests()
  return (
    <>
      <PageHeader title={t('requests.title')} lead={t('requests.lead')} />
      <Loaded query={query}>
        {(page) => (
          <Table
            label={t('requests.title')}
            rows={page.items}
            rowKey={(row) => row.requestId}
            pager={pager}
            empty={<EmptyState title={t('requests.empty')}>{t('requests.empty.todo')}</EmptyState>}
            columns={[
              {
                key: 'kind',
                title: t('requests.kind'),
                isRowHeader: true,
                cell: (row) => t(`requests.kind.${row.kind}`),
              },
              { key: 'at', title: t('requests.asked'), cell: (row) => format.dateTime(row.requestedAt) },
              {
                key: 'state',
                title: t('requests.state'),
                cell: (row) => (
                  <Badge look={row.state === 'done' ? 'good' : 'accent'}>
                    {t(`requests.state.${row.state}`)}
                  </Badge>
                ),
              },
              {
                key: 'rows',
                title: t('requests.rows'),
                align: 'end',
                isWideOnly: true,
                cell: (row) =>
                  format.number(Object.values(row.counts).reduce((sum, count) => sum + count, 0)),
              },
              {
                key: 'receipt',
                title: t('requests.receipt'),
                align: 'end',
                cell: (row) => row.hasReceipt && <ReceiptButton request={row} />,
              },
            ]}
          />
        )}
      </Loaded>
    </>
  )
}

function ReceiptButton({ request }: { request: Request }) {
  const t = useText()
  const { id: workspaceId } = useWorkspace()
  const receipt = useReceipt()
  const { requestId } = request
  const save = () =>
    receipt.mutate(
      { path: { workspaceId, requestId } },
      { onSuccess: (content) => saveJson({ name: `receipt-${requestId}.json`, content }) },
    )
  return (
    <Button look="quiet" isPending={receipt.isPending} onPress={save}>
      {t('requests.receipt.save')}
    </Button>
  )
}
