import { useState } from 'react'
import {
  Badge,
  Button,
  DataNumber,
  Dialog,
  EmptyState,
  Link,
  Loaded,
  Notice,
  PageHeader,
  ProblemNotice,
  Section,
  Table,
  TextArea,
  useFormat,
  useMay,
  useText,
  useToast,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { useLiveEvents, useRefused, useReplayEvent, type RefusedEvent } from './collect-data.ts'

/** Events as they arrive: taken, held because of a no to analysis, or refused with the reason. */
export function Page() {
  const t = useText()
  const { live, counts } = useLiveEvents()
  const mayWrite = useMay('collect.write')
  const { id: workspaceId } = useWorkspace()
  const isSilent = live.data?.items.length === 0
  return (
    <>
      <PageHeader title={t('collect.events.title')} lead={t('collect.events.lead')} />
      <Loaded query={counts}>
        {(data) => (
          <dl className="mb-10 grid grid-cols-3 gap-6">
            {(['accepted', 'held', 'refused'] as const).map((name) => (
              <div key={name} className="flex flex-col-reverse justify-end">
                <dt className="text-sm text-soft">{t(`collect.events.${name}`)}</dt>
                <dd>
                  <DataNumber value={data[name]} size="large" />
                </dd>
              </div>
            ))}
          </dl>
        )}
      </Loaded>
      {counts.data && counts.data.otherCustomers > 0 && (
        <div className="mb-8">
          <Notice
            look="warning"
            title={t('collect.same.user.seen', { n: counts.data.otherCustomers })}
            action={<Link href={`/w/${workspaceId}/imports`}>{t('collect.imports.title')}</Link>}
          >
            {t('collect.same.user.todo', { choice: t('collect.same.user') })}
          </Notice>
        </div>
      )}
      {isSilent && <FirstEvent />}
      <Arrivals query={live} />
      {counts.data && counts.data.leftOut.length > 0 && <LeftOut values={counts.data.leftOut} />}
      {mayWrite && <Refused />}
      {!isSilent && <FirstEvent />}
    </>
  )
}

function Arrivals({ query }: { query: ReturnType<typeof useLiveEvents>['live'] }) {
  const t = useText()
  const format = useFormat()
  return (
    <Section title={t('collect.events.newest')}>
      <Loaded query={query}>
        {(data) => (
          <Table
            label={t('collect.events.newest')}
            rows={data.items}
            rowKey={(row) => row.messageId}
            columns={[
              {
                key: 'name',
                title: t('collect.events.event'),
                isRowHeader: true,
                cell: (row) => <span className="break-words">{row.name}</span>,
              },
              { key: 'who', title: t('collect.preview.who'), cell: (row) => `${row.idStart}…` },
              {
                key: 'source',
                title: t('collect.source'),
                cell: (row) => row.source ?? '',
                isWideOnly: true,
              },
              {
                key: 'state',
                title: t('collect.imports.state'),
                cell: (row) =>
                  row.held ? (
                    <Badge look="warning">{t('collect.events.held')}</Badge>
                  ) : (
                    <Badge look="good">{t('collect.events.taken')}</Badge>
                  ),
              },
              {
                key: 'at',
                title: t('collect.events.arrived'),
                cell: (row) => format.ago(row.receivedAt),
                isWideOnly: true,
              },
            ]}
            empty={<EmptyState title={t('collect.events.none')}>{t('collect.events.none.todo')}</EmptyState>}
          />
        )}
      </Loaded>
    </Section>
  )
}

/** What events came without: of a special category without its ground, or the address of somebody erased. */
function LeftOut({
  values,
}: {
  values: NonNullable<ReturnType<typeof useLiveEvents>['counts']['data']>['leftOut']
}) {
  const t = useText()
  return (
    <Section title={t('collect.left.out')} lead={t('collect.left.out.lead')}>
      <Table
        label={t('collect.left.out')}
        rows={values}
        rowKey={(row) => `${row.why} ${row.name}`}
        empty={null}
        columns={[
          {
            key: 'name',
            title: t('collect.left.out.name'),
            isRowHeader: true,
            cell: (row) => (
              <span className="break-words">
                {row.name === '…' ? t('collect.left.out.further') : row.name}
              </span>
            ),
          },
          { key: 'why', title: t('collect.left.out.why'), cell: (row) => t(`collect.left.out.${row.why}`) },
          {
            key: 'times',
            title: t('collect.left.out.times'),
            align: 'end',
            cell: (row) => <DataNumber value={row.times} />,
          },
        ]}
      />
    </Section>
  )
}

function Refused() {
  const t = useText()
  const format = useFormat()
  const { id: workspaceId } = useWorkspace()
  const { query, pager } = useRefused()
  const [mending, mend] = useState<RefusedEvent | null>(null)
  return (
    <Section
      title={t('collect.refused')}
      lead={t('collect.refused.lead')}
      actions={
        (query.data?.items.length ?? 0) > 0 && (
          <a
            href={`/api/w/${workspaceId}/refused-events.jsonl`}
            download
            className="control-height inline-flex items-center text-sm text-accent underline underline-offset-3"
          >
            {t('kit.download')}
          </a>
        )
      }
    >
      <Loaded query={query}>
        {(data) => (
          <Table
            label={t('collect.refused')}
            rows={data.items}
            rowKey={(row) => row.id}
            pager={pager}
            columns={[
              {
                key: 'why',
                title: t('collect.rejects.why'),
                isRowHeader: true,
                cell: (row) =>
                  t(`collect.refusal.${row.reason.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`),
              },
              {
                key: 'body',
                title: t('collect.events.event'),
                isWideOnly: true,
                cell: (row) => (
                  <code className="line-clamp-2 font-mono text-xs break-all">{row.body.slice(0, 200)}</code>
                ),
              },
              {
                key: 'at',
                title: t('collect.events.arrived'),
                cell: (row) => format.ago(row.receivedAt),
                isWideOnly: true,
              },
              {
                key: 'mend',
                title: '',
                cell: (row) => (
                  <Button look="quiet" onPress={() => mend(row)}>
                    {t('collect.refused.mend')}
                  </Button>
                ),
              },
            ]}
            empty={<EmptyState title={t('collect.refused.none')} />}
          />
        )}
      </Loaded>
      {mending && <Mend event={mending} onClose={() => mend(null)} />}
    </Section>
  )
}

function Mend({ event, onClose }: { event: RefusedEvent; onClose: () => void }) {
  const t = useText()
  const toast = useToast()
  const { id: workspaceId } = useWorkspace()
  const replay = useReplayEvent()
  const [body, write] = useState(indented(event.body))
  const send = () =>
    replay.mutate(
      { path: { workspaceId, refusedId: event.id }, body: { body } },
      {
        onSuccess: () => {
          toast({ text: t('collect.refused.taken') })
          onClose()
        },
      },
    )
  return (
    <Dialog
      title={t('collect.refused.mend')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button look="primary" isPending={replay.isPending} onPress={send}>
            {t('collect.refused.send')}
          </Button>
          <Button onPress={onClose}>{t('kit.cancel')}</Button>
        </>
      }
    >
      {replay.error && <ProblemNotice problem={replay.error} />}
      <TextArea label={t('collect.events.event')} isRequired value={body} onChange={write} rows={12} />
    </Dialog>
  )
}

function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}

/** What to paste into a terminal to see a first event arrive. */
function FirstEvent() {
  const t = useText()
  const { id: workspaceId } = useWorkspace()
  const snippet = `curl ${window.location.origin}/v1/track \\
  -u WRITE_KEY: \\
  -H 'content-type: application/json' \\
  -d '{"userId": "42", "event": "Signed up", "properties": {"plan": "free"}}'`
  return (
    <Section title={t('collect.first')} lead={t('collect.first.lead')}>
      <pre
        className="overflow-x-auto rounded-lg border border-line bg-sunken p-4 font-mono text-sm"
        tabIndex={0}
      >
        {snippet}
      </pre>
      <p className="mt-3 max-w-prose text-sm text-soft">
        {t('collect.first.sdk')}{' '}
        <Link href={`/w/${workspaceId}/settings/keys`}>{t('collect.first.key')}</Link>
      </p>
    </Section>
  )
}
