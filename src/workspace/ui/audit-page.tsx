import {
  EmptyState,
  Loaded,
  PageHeader,
  Select,
  Table,
  useFormat,
  useSearchValue,
  useText,
  type Answer,
} from '../../../web/kit/index.ts'
import { useAudit } from './workspace-data.ts'

type Row = Answer<'GET /api/w/{workspaceId}/audit'>['items'][number]

/** Rooms whose entries can be shown alone; the audit's actions begin with these words. */
const parts = [
  'people',
  'consent',
  'segment',
  'study',
  'coding',
  'import',
  'audience',
  'key',
  'member',
] as const

/** Who changed and who read personal data. */
export function Page() {
  const t = useText()
  const [part, setPart] = useSearchValue('part')
  const [subjectId] = useSearchValue('subject')
  const { query, pager } = useAudit({
    ...(part === undefined ? {} : { action: part }),
    ...(subjectId === undefined ? {} : { subjectId }),
  })
  const options = [
    { id: 'all', label: t('workspace.audit.all') },
    ...parts.map((id) => ({ id, label: t(`workspace.audit.part.${id}`) })),
  ]
  return (
    <>
      <PageHeader title={t('workspace.audit.title')} lead={t('workspace.audit.lead')} />
      <div className="mb-6 max-w-xs">
        <Select
          label={t('workspace.audit.filter')}
          options={options}
          value={part ?? 'all'}
          onChange={(id) => setPart(id === 'all' ? undefined : id)}
          isRequired
        />
      </div>
      <Loaded query={query}>{(data) => <AuditTable rows={data.items} pager={pager} />}</Loaded>
    </>
  )
}

function AuditTable({ rows, pager }: { rows: Row[]; pager: ReturnType<typeof useAudit>['pager'] }) {
  const t = useText()
  const format = useFormat()
  return (
    <Table
      label={t('workspace.audit.title')}
      rows={rows}
      rowKey={(row) => String(row.id)}
      pager={pager}
      empty={<EmptyState title={t('workspace.audit.none')}>{t('workspace.audit.none.todo')}</EmptyState>}
      columns={[
        { key: 'at', title: t('workspace.audit.when'), cell: (row) => format.dateTime(row.at) },
        { key: 'who', title: t('workspace.audit.who'), isRowHeader: true, cell: (row) => <Who row={row} /> },
        { key: 'what', title: t('workspace.audit.what'), cell: (row) => <code>{row.action}</code> },
        {
          key: 'whom',
          title: t('workspace.audit.subject'),
          isWideOnly: true,
          cell: ({ subject }) =>
            subject && (
              <code className="text-soft">
                {subject.kind} {subject.id.slice(-8)}
              </code>
            ),
        },
        {
          key: 'for',
          title: t('workspace.audit.purpose'),
          isWideOnly: true,
          cell: (row) => row.purpose ?? <Detail detail={row.detail} />,
        },
      ]}
    />
  )
}

function Who({ row: { actor } }: { row: Row }) {
  const t = useText()
  const name = actor.name ?? actor.id ?? ''
  if (actor.kind === 'key') return t('workspace.audit.by.key', { name })
  if (actor.kind === 'system') return t('workspace.audit.by.system')
  if (actor.kind === 'person') return t('workspace.audit.by.person')
  return name
}

function Detail({ detail }: { detail: Record<string, unknown> }) {
  const words = Object.entries(detail).map(([name, value]) => `${name}: ${String(value)}`)
  return <span className="text-soft">{words.join(' · ')}</span>
}
