import {
  Button,
  EmptyState,
  Link,
  Loaded,
  Notice,
  PageHeader,
  Select,
  Table,
  useFormat,
  useMay,
  useSearchValue,
  useText,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { auditKinds } from '../audit-action.ts'
import { subjectPath, useAuditSentence, usePurposeWords, type AuditRow } from './audit-words.ts'
import { useAudit, useMembers, type AuditFilter } from './workspace-data.ts'

/** Who changed and who read personal data. */
export function Page() {
  const t = useText()
  const { id: workspaceId } = useWorkspace()
  const [part] = useSearchValue('part')
  const [actorId] = useSearchValue('by')
  const [subjectId, showSubject] = useSearchValue('subject')
  const kind = auditKinds.find((one) => one === part)
  const filter: AuditFilter = {
    ...(kind === undefined ? {} : { kind }),
    ...(actorId === undefined ? {} : { actorId }),
    ...(subjectId === undefined ? {} : { subjectId }),
  }
  const { query, pager } = useAudit(filter)
  return (
    <>
      <PageHeader title={t('workspace.audit.title')} lead={t('workspace.audit.lead')} />
      <Filters />
      {subjectId !== undefined && (
        <div className="mb-6">
          <Notice
            title={t('workspace.audit.one')}
            action={<Button onPress={() => showSubject(undefined)}>{t('workspace.audit.one.end')}</Button>}
          />
        </div>
      )}
      <Loaded query={query}>{(data) => <AuditTable rows={data.items} pager={pager} />}</Loaded>
      <p className="mt-6" data-screen-only>
        <a
          className="text-accent underline"
          href={`/api/w/${workspaceId}/audit.csv?${new URLSearchParams(filter)}`}
          download
        >
          {t('workspace.audit.download')}
        </a>
      </p>
    </>
  )
}

function Filters() {
  const t = useText()
  const mayList = useMay('members.read')
  const [part, setPart] = useSearchValue('part')
  return (
    <div className="mb-6 grid max-w-2xl gap-4 sm:grid-cols-2">
      <Select
        label={t('workspace.audit.filter')}
        options={[
          { id: 'all', label: t('workspace.audit.all') },
          ...auditKinds.map((id) => ({ id, label: t(`workspace.audit.part.${id}`) })),
        ]}
        value={part ?? 'all'}
        onChange={(id) => setPart(id === 'all' ? undefined : id)}
        isRequired
      />
      {mayList && <ByMember />}
    </div>
  )
}

function ByMember() {
  const t = useText()
  const [actorId, setActor] = useSearchValue('by')
  const members = useMembers()
  const options = (members.data?.members ?? []).map(({ userId, name }) => ({ id: userId, label: name }))
  return (
    <Select
      label={t('workspace.audit.who')}
      options={[{ id: 'all', label: t('workspace.audit.anybody') }, ...options]}
      value={actorId ?? 'all'}
      onChange={(id) => setActor(id === 'all' ? undefined : id)}
      isRequired
    />
  )
}

function AuditTable({ rows, pager }: { rows: AuditRow[]; pager: ReturnType<typeof useAudit>['pager'] }) {
  const t = useText()
  const format = useFormat()
  const sentence = useAuditSentence()
  const purposeWords = usePurposeWords()
  return (
    <Table
      label={t('workspace.audit.title')}
      rows={rows}
      rowKey={(row) => String(row.id)}
      pager={pager}
      empty={<EmptyState title={t('workspace.audit.none')}>{t('workspace.audit.none.todo')}</EmptyState>}
      columns={[
        { key: 'at', title: t('workspace.audit.when'), cell: (row) => format.dateTime(row.at) },
        {
          key: 'did',
          title: t('workspace.audit.did'),
          isRowHeader: true,
          cell: (row) => (
            <>
              {sentence(row)}
              <span className="block font-normal md:hidden">
                {row.subject && <Subject subject={row.subject} />}
              </span>
            </>
          ),
        },
        {
          key: 'whom',
          title: t('workspace.audit.subject'),
          isWideOnly: true,
          cell: ({ subject }) => subject && <Subject subject={subject} />,
        },
        {
          key: 'for',
          title: t('workspace.audit.purpose'),
          isWideOnly: true,
          cell: (row) => row.purpose !== null && purposeWords(row.purpose),
        },
      ]}
    />
  )
}

function Subject({ subject }: { subject: NonNullable<AuditRow['subject']> }) {
  const t = useText()
  const { id: workspaceId } = useWorkspace()
  const path = subjectPath(subject)
  const mark = subject.name === null ? <code>{subject.id.slice(-8)}</code> : <>{subject.name}</>
  return (
    <span className="inline-flex flex-wrap gap-x-3 gap-y-1 wrap-anywhere">
      {path === undefined ? mark : <Link href={`/w/${workspaceId}/${path}`}>{mark}</Link>}
      <Link href={`/w/${workspaceId}/settings/audit?subject=${subject.id}`}>{t('workspace.audit.only')}</Link>
    </span>
  )
}
