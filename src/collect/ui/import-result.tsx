import {
  Button,
  DataNumber,
  EmptyState,
  Link,
  Loaded,
  Notice,
  ProblemNotice,
  Section,
  Table,
  useGo,
  useText,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { useRejects, useReplay, useResumeImport, type Import } from './collect-data.ts'
import { FileUpload } from './file-upload.tsx'
import { ImportProblem } from './import-running.tsx'

/** What came of an import, and what can be done about what did not come. */
export function ImportResult({ found }: { found: Import }) {
  const t = useText()
  const { id: workspaceId } = useWorkspace()
  return (
    <div className="flex flex-col gap-8">
      <Ending found={found} />
      <Figures found={found} />
      {found.held > 0 && (
        <Notice look="warning" title={t('collect.result.held', { n: found.held })}>
          {t('collect.result.held.todo')}
        </Notice>
      )}
      {found.state === 'done' && found.imported > 0 && (
        <div className="flex flex-wrap gap-2">
          <Button look="primary" href={`/w/${workspaceId}/segments`}>
            {t('collect.result.segments')}
          </Button>
          <Button href={`/w/${workspaceId}/people`}>{t('collect.result.people')}</Button>
        </div>
      )}
      {found.open > 0 && <Rejects found={found} />}
    </div>
  )
}

function Ending({ found }: { found: Import }) {
  const t = useText()
  const { id: workspaceId } = useWorkspace()
  const resume = useResumeImport()
  const again = (
    <Button
      look="primary"
      isPending={resume.isPending}
      onPress={() => resume.mutate({ path: { workspaceId, importId: found.id } })}
    >
      {t('collect.resume')}
    </Button>
  )
  if (found.sameAs !== null)
    return (
      <Notice title={t('collect.result.same')}>
        {t('collect.result.same.todo')}{' '}
        <Link href={`/w/${workspaceId}/imports/${found.sameAs}`}>{t('collect.result.same.link')}</Link>
      </Notice>
    )
  if (found.state === 'done')
    return <Notice look="good" title={t('collect.result.done', { source: found.source?.name ?? '' })} />
  return (
    <div className="flex flex-col items-start gap-4">
      {resume.error && <ProblemNotice problem={resume.error} />}
      {found.problem !== null && (
        <div className="w-full">
          <ImportProblem id={found.problem} />
        </div>
      )}
      {found.state === 'cancelled' && <p className="max-w-prose">{t('collect.result.cancelled')}</p>}
      {found.fileKept && again}
    </div>
  )
}

function Figures({ found }: { found: Import }) {
  const t = useText()
  const figures = [
    ['new', found.people.new],
    ['known', found.people.known],
    ['facts', found.facts],
    ['events', found.events],
    ['consents', found.consents],
    ['rejected', found.rejected],
    ['unread', found.unread],
  ] as const
  const always = new Set<string>(['new', 'known', 'rejected'])
  return (
    <dl className="grid grid-cols-2 gap-x-8 gap-y-6 md:grid-cols-4">
      {figures
        .filter(([name, value]) => value > 0 || always.has(name))
        .map(([name, value]) => (
          <div key={name} className="flex flex-col-reverse justify-end">
            <dt className="text-sm text-soft">{t(`collect.figure.${name}`)}</dt>
            <dd>
              <DataNumber value={value} size="large" />
            </dd>
          </div>
        ))}
    </dl>
  )
}

function Rejects({ found }: { found: Import }) {
  const t = useText()
  const go = useGo()
  const { id: workspaceId } = useWorkspace()
  const { query, pager } = useRejects(found.id)
  const replay = useReplay()
  const files = `/api/w/${workspaceId}/imports/${found.id}/rejects`
  return (
    <Section
      title={t('collect.rejects', { n: found.open })}
      lead={t('collect.rejects.lead')}
      actions={
        <>
          <Download href={`${files}/file`}>{t('collect.rejects.download')}</Download>
          <Download href={`${files}/reasons`}>{t('collect.rejects.reasons')}</Download>
        </>
      }
    >
      <Loaded query={query}>
        {(data) => (
          <Table
            label={t('collect.rejects', { n: found.open })}
            rows={data.items}
            rowKey={(row) => String(row.line)}
            pager={pager}
            columns={[
              {
                key: 'line',
                title: t('collect.rejects.line'),
                cell: (row) => <DataNumber value={row.line} />,
                isRowHeader: true,
              },
              {
                key: 'why',
                title: t('collect.rejects.why'),
                cell: (row) => t(`collect.reject.${row.reason}`),
              },
              {
                key: 'raw',
                title: t('collect.rejects.raw'),
                cell: (row) => (
                  <code className="line-clamp-2 font-mono text-xs break-all">{row.raw.slice(0, 300)}</code>
                ),
                isWideOnly: true,
              },
            ]}
            empty={<EmptyState title={t('collect.rejects.none')} />}
          />
        )}
      </Loaded>
      {found.state === 'done' && (
        <div className="mt-6 flex flex-col gap-4">
          {replay.error && <ProblemNotice problem={replay.error} />}
          <FileUpload
            label={t('collect.rejects.mended')}
            isBusy={replay.isPending ? 'yes' : 'no'}
            onUploaded={(uploadId) =>
              replay.mutate(
                { path: { workspaceId, importId: found.id }, body: { uploadId } },
                { onSuccess: ({ id }) => go(`/w/${workspaceId}/imports/${id}`) },
              )
            }
          />
        </div>
      )}
    </Section>
  )
}

function Download({ href, children }: { href: string; children: string }) {
  return (
    <a
      href={href}
      download
      className="control-height inline-flex items-center rounded-md border border-line-strong/60 bg-raised px-3.5 py-1 text-sm font-medium text-ink hover:bg-hover"
    >
      {children}
    </a>
  )
}
