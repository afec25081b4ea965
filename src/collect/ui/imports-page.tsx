import {
  DataNumber,
  EmptyState,
  Loaded,
  PageHeader,
  ProblemNotice,
  Section,
  Table,
  useFormat,
  useGo,
  useMay,
  useText,
  useWorkspace,
  type Column,
} from '../../../web/kit/index.ts'
import { useCreateImport, useImports, type ImportRow } from './collect-data.ts'
import { FileUpload } from './file-upload.tsx'
import { ImportState } from './import-state.tsx'

/** Files brought in, and the place to bring in the next. */
export function Page() {
  const t = useText()
  const workspace = useWorkspace()
  const { query, pager } = useImports()
  const mayWrite = useMay('collect.write')
  const columns = useColumns()
  return (
    <>
      <PageHeader title={t('collect.imports.title')} lead={t('collect.imports.lead')} />
      {mayWrite && <NewImport />}
      <Section title={t('collect.imports.list')}>
        <Loaded query={query}>
          {(data) => (
            <Table
              label={t('collect.imports.list')}
              rows={data.items}
              rowKey={(row) => row.id}
              {...(mayWrite ? { rowHref: (row: ImportRow) => `/w/${workspace.id}/imports/${row.id}` } : {})}
              columns={columns}
              pager={pager}
              empty={
                <EmptyState title={t('collect.imports.empty')}>{t('collect.imports.empty.todo')}</EmptyState>
              }
            />
          )}
        </Loaded>
      </Section>
    </>
  )
}

function NewImport() {
  const t = useText()
  const go = useGo()
  const workspace = useWorkspace()
  const create = useCreateImport()
  return (
    <div className="flex flex-col gap-4">
      {create.error && <ProblemNotice problem={create.error} />}
      <FileUpload
        label={t('collect.upload.drop')}
        isBusy={create.isPending ? 'yes' : 'no'}
        onUploaded={(uploadId) => {
          create.mutate(
            { path: { workspaceId: workspace.id }, body: { uploadId } },
            { onSuccess: ({ id }) => go(`/w/${workspace.id}/imports/${id}`) },
          )
        }}
      />
    </div>
  )
}

function useColumns(): Column<ImportRow>[] {
  const t = useText()
  const format = useFormat()
  return [
    {
      key: 'name',
      title: t('collect.imports.file'),
      cell: (row) => <span className="break-all">{row.fileName}</span>,
      isRowHeader: true,
    },
    { key: 'state', title: t('collect.imports.state'), cell: (row) => <ImportState state={row.state} /> },
    { key: 'source', title: t('collect.source'), cell: (row) => row.source?.name ?? '', isWideOnly: true },
    {
      key: 'people',
      title: t('collect.imports.people'),
      align: 'end',
      cell: (row) => <DataNumber value={row.people.new + row.people.known} />,
    },
    {
      key: 'open',
      title: t('collect.imports.open'),
      align: 'end',
      cell: (row) => <DataNumber value={row.open} />,
      isWideOnly: true,
    },
    {
      key: 'at',
      title: t('collect.imports.at'),
      cell: (row) => format.dateTime(row.createdAt),
      isWideOnly: true,
    },
  ]
}
