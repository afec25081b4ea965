import { useState } from 'react'
import {
  Badge,
  Button,
  Dialog,
  EmptyState,
  Loaded,
  Notice,
  PageHeader,
  Table,
  useFormat,
  useText,
  type Answer,
  type BadgeLook,
} from '../../../web/kit/index.ts'
import { useMails } from './workspace-data.ts'

type Mail = Answer<'GET /api/w/{workspaceId}/mails'>['items'][number]

/** Mails of this workspace. Without a mail server this is where invitations and new passwords are fetched. */
export function Page() {
  const t = useText()
  const { query, pager } = useMails()
  const [open, setOpen] = useState<Mail>()
  return (
    <>
      <PageHeader title={t('workspace.mails.title')} lead={t('workspace.mails.lead')} />
      <Loaded query={query}>
        {(data) => (
          <div className="flex flex-col gap-6">
            {!data.isSending && (
              <Notice look="warning" title={t('workspace.mails.not.sending')}>
                {t('workspace.mails.not.sending.todo')}
              </Notice>
            )}
            <MailTable mails={data.items} pager={pager} onOpen={setOpen} />
          </div>
        )}
      </Loaded>
      {open && (
        <Dialog title={open.subject} isOpen onClose={() => setOpen(undefined)}>
          <p className="text-sm text-soft">{open.to}</p>
          <p className="break-words whitespace-pre-wrap select-text">{open.body}</p>
        </Dialog>
      )}
    </>
  )
}

type MailTableProps = {
  mails: Mail[]
  pager: ReturnType<typeof useMails>['pager']
  onOpen: (mail: Mail) => void
}

function MailTable({ mails, pager, onOpen }: MailTableProps) {
  const t = useText()
  const format = useFormat()
  return (
    <Table
      label={t('workspace.mails.title')}
      rows={mails}
      rowKey={(row) => row.mailId}
      pager={pager}
      empty={<EmptyState title={t('workspace.mails.none')}>{t('workspace.mails.none.todo')}</EmptyState>}
      columns={[
        { key: 'to', title: t('workspace.mail.to'), isRowHeader: true, cell: (row) => row.to },
        { key: 'subject', title: t('workspace.mail.subject'), isWideOnly: true, cell: (row) => row.subject },
        {
          key: 'at',
          title: t('workspace.audit.when'),
          isWideOnly: true,
          cell: (row) => format.dateTime(row.at),
        },
        { key: 'state', title: t('workspace.key.state'), cell: (row) => <MailState mail={row} /> },
        {
          key: 'open',
          title: <span className="sr-only">{t('workspace.mail.open')}</span>,
          align: 'end',
          cell: (row) => (
            <Button
              look="quiet"
              aria-label={t('workspace.mail.open.which', { subject: row.subject, to: row.to })}
              onPress={() => onOpen(row)}
            >
              {t('workspace.mail.open')}
            </Button>
          ),
        },
      ]}
    />
  )
}

const looks: Record<Mail['state'], { look: BadgeLook; key: string }> = {
  sent: { look: 'good', key: 'workspace.mail.sent' },
  failed: { look: 'danger', key: 'workspace.mail.failed' },
  waiting: { look: 'neutral', key: 'workspace.mail.waiting' },
  'not sent': { look: 'warning', key: 'workspace.mail.not.sent' },
}

function MailState({ mail: { state } }: { mail: Mail }) {
  const t = useText()
  return <Badge look={looks[state].look}>{t(looks[state].key)}</Badge>
}
